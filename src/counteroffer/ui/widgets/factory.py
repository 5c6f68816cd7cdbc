"""From a model's field to its editor: what kind it is, what it is called, what to write, what may stand there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import StringConstraints, TypeAdapter, ValidationError

from counteroffer.domain.anatomy import plain_types
from counteroffer.domain.base import LINE_LENGTH, TEXT_LENGTH, Choice, Frozen
from counteroffer.domain.errors import plain
from counteroffer.domain.levels import Value
from counteroffer.domain.money import CURRENCIES, FRACTION, MONEY, Currency, Estimate, Measure
from counteroffer.ui.context import UiContext
from counteroffer.ui.theme.tokens import Size
from counteroffer.ui.widgets.choice_field import ChoiceField, Options
from counteroffer.ui.widgets.date_field import DateField
from counteroffer.ui.widgets.estimate_field import EstimateField
from counteroffer.ui.widgets.field import Check, FieldEditor, FieldTexts
from counteroffer.ui.widgets.flag_field import FlagField
from counteroffer.ui.widgets.level_field import LevelField
from counteroffer.ui.widgets.line_field import LineField, TextField
from counteroffer.ui.widgets.links_field import LinksField
from counteroffer.ui.widgets.number_field import FractionField, MoneyField, NumberField
from counteroffer.ui.widgets.tags_field import TagsField


def field_for(
    model: type[Frozen],
    name: str,
    ctx: UiContext,
    *,
    label: str | None = None,
    prompt: str | None = None,
    currency: str = "",
    unit: str = "",
    options: Options = (),
    kind: str = "text",
    measure: str = "",
    probability: bool = True,
) -> FieldEditor:
    """The editor of a model's field.

    `currency` is for money (an Estimate given one is read as money, unless its `measure` says "number" or "fraction"),
    `unit` stands behind a number, `options` are the entries that an id or links may name, `kind` is a level's.
    `label` and `prompt` are message ids that replace the model's own where a page says it better. Raises TypeError
    for a field that needs a page of its own.
    """
    field = model.model_fields[name]
    types = [one for one in plain_types(field.annotation) if one is not type(None)]
    optional = type(None) in plain_types(field.annotation)
    marks = [*field.metadata, *_marks(field.annotation)]
    texts = FieldTexts(
        label if label is not None else field.title or "",
        prompt if prompt is not None else field.description or "",
        str(field.examples[0]) if field.examples else "",
    )
    check = _check(field.annotation, field.metadata, ctx)
    if _is_level(types):
        return LevelField(ctx, texts, check, kind=kind, suffix=unit, currency=currency)
    (held, *others) = types
    if others:
        raise TypeError(f"{model.__name__}.{name} holds several kinds of value")
    if get_origin(held) is tuple:
        return _of_many(model, name, ctx, texts, check, options, get_args(held)[0])
    if not isinstance(held, type):
        raise TypeError(f"{model.__name__}.{name} has no editor")
    if issubclass(held, Estimate):
        measure = measure or ("money" if currency else "number")
        return EstimateField(ctx, texts, check, measure=measure, currency=currency, unit=unit, probability=probability)
    if issubclass(held, Choice):
        words = [(one.value, ctx.translate(one.label)) for one in held]
        return ChoiceField(ctx, texts, words, check, optional=optional)
    if issubclass(held, bool):
        return FlagField(ctx, texts, check)
    if issubclass(held, int):
        return NumberField(ctx, texts, check, unit=unit, whole=True)
    if issubclass(held, Decimal):
        return _of_number(ctx, texts, check, marks, currency, unit)
    if held is date:
        return DateField(ctx, texts, check)
    if held is str:
        return _of_text(ctx, texts, check, marks, options, optional)
    raise TypeError(f"{model.__name__}.{name} has no editor")


def _of_many(
    model: type[Frozen], name: str, ctx: UiContext, texts: FieldTexts, check: Check, options: Options, inner: Any
) -> FieldEditor:
    (held, *_others) = plain_types(inner)
    if held is not str:
        raise TypeError(f"{model.__name__}.{name} is a list of entries: use ItemList and a form for each")
    if _pattern(_marks(inner)):
        return LinksField(ctx, texts, options, check)
    return TagsField(ctx, texts, check)


def _of_number(
    ctx: UiContext, texts: FieldTexts, check: Check, marks: list[Any], currency: str, unit: str
) -> FieldEditor:
    measure = next((mark for mark in marks if isinstance(mark, Measure)), None)
    if measure == MONEY:
        return MoneyField(ctx, texts, check, currency=currency, per=unit)
    if measure == FRACTION:
        return FractionField(ctx, texts, check)
    return NumberField(ctx, texts, check, unit=unit)


def _of_text(
    ctx: UiContext, texts: FieldTexts, check: Check, marks: list[Any], options: Options, optional: bool
) -> FieldEditor:
    if any(mark in marks for mark in get_args(Currency)[1:]):
        return ChoiceField(ctx, texts, _currencies(ctx.locale), check, optional=optional)
    if options or _pattern(marks):
        return ChoiceField(ctx, texts, options, check, optional=optional)
    longest = max((one.max_length or 0 for one in marks if isinstance(one, StringConstraints)), default=0)
    if 0 < longest <= LINE_LENGTH:
        return LineField(ctx, texts, check)
    if longest <= TEXT_LENGTH:
        return TextField(ctx, texts, check)
    return TextField(ctx, texts, check, least=2 * Size.LEAST_LINES)


def _currencies(locale: str) -> Options:
    """All currencies by code, with their names in the person's language."""
    from babel.numbers import get_currency_name

    return [(code, f"{code} · {get_currency_name(code, locale=locale)}") for code in sorted(CURRENCIES)]


def _marks(annotation: Any) -> list[Any]:
    """The metadata of an annotation and of those inside it, except inside a tuple."""
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        return [*marks, *_marks(inner)]
    if get_origin(annotation) in (Union, UnionType):
        return [mark for one in get_args(annotation) for mark in _marks(one)]
    return []


def _pattern(marks: list[Any]) -> bool:
    """Whether a text is an id: only ids have a pattern."""
    return any(isinstance(mark, StringConstraints) and mark.pattern for mark in marks)


def _is_level(types: list[Any]) -> bool:
    return bool(types) and set(types) == set(plain_types(Value))


def _check(annotation: Any, metadata: list[Any], ctx: UiContext) -> Check:
    """Asks the model itself whether a value may stand there, so that no screen repeats its rules."""
    made: list[TypeAdapter[Any]] = []

    def check(value: object) -> str | None:
        if not made:  # at the first edit: a page has many fields and most are only looked at
            made.append(TypeAdapter(Annotated[annotation, *metadata] if metadata else annotation))
        try:
            made[0].validate_python(value)
        except ValidationError as error:
            sentence = plain(error.errors(include_input=False, include_url=False)[0], ctx.translate)
            return f"{sentence[:1].upper()}{sentence[1:]}{'' if sentence.endswith('.') else '.'}"
        return None

    return check

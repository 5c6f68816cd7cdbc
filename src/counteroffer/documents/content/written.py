"""Any field of any model as words, read from its annotation: so that a field added tomorrow is written out tomorrow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from counteroffer.analysis.formulas import FORMULAS
from counteroffer.documents.content.format import Format
from counteroffer.domain.base import Choice, Frozen, Id, Item, Links
from counteroffer.domain.levels import (
    AmountValue,
    DateValue,
    NumberValue,
    PercentValue,
    TextValue,
    Unit,
    YesNoValue,
)
from counteroffer.domain.money import Estimate, Fraction, Money
from counteroffer.method.catalogue import catalogue

VALUES = (AmountValue, PercentValue, NumberValue, YesNoValue, DateValue, TextValue)
UNSAID = frozenset({"id", "kind", "sha256", "facts"})
"""Fields by which the app finds its way; nobody wrote them. A `kind` that was chosen is a Choice, and is said."""
_IN_MONEY = frozenset({"worth", "cost", "limit", "personal_worth"})
"""Estimates in money; the others count months, hours, or whatever their formula says."""
_HOMES: dict[str, tuple[str, ...]] = {
    "term": ("Term",),
    "terms": ("Term",),
    "order": ("Term",),
    "hangs_on": ("Term",),
    "people": ("Person",),
    "to": ("Person",),
    "evidence": ("Finding",),
    "finding": ("Finding",),
    "achievements": ("Achievement",),
    "links": ("Interest", "Constraint"),
    "research": ("Constraint", "Interest"),
    "best_plan": ("Plan",),
    "option": ("Option",),
}
"""The kinds of item that a link can lead to, by the link's name. Two lists may use the same id."""


@cache
def hint_of(model: type[Frozen], name: str) -> Any:
    """A field's annotation, without the possibility that it is empty."""
    hint = get_type_hints(model, include_extras=True)[name]
    if get_origin(hint) in (Union, UnionType):
        inner = [one for one in get_args(hint) if one is not NoneType]
        return inner[0] if len(inner) == 1 else hint
    return hint


class Writer:
    """Writes the fields of one workbook's models."""

    def __init__(self, fmt: Format, root: Frozen) -> None:
        self.fmt = fmt
        self._names: dict[tuple[str, str], str] = {}
        for item in items_of(root):
            self._names.setdefault((type(item).__name__, item.id), self._name(item))

    def field(self, model: Frozen, name: str, unit: Unit | None) -> str:
        """What stands in a field that is neither a group of fields nor a list of them; nothing if it is empty."""
        value, hint = getattr(model, name), hint_of(type(model), name)
        if value is None or (name in UNSAID and not isinstance(value, Choice)):
            return ""
        if hint in (Id, Links):
            ids = (value,) if isinstance(value, str) else value
            return self.fmt.joined(found for one in ids if (found := self.linked(name, one)))
        if isinstance(value, Estimate):
            return self._estimate(value, name in _IN_MONEY)
        if isinstance(value, VALUES):
            return self.fmt.level(value, unit) if unit is not None else self.fmt.figure(value)
        if isinstance(value, Decimal):
            return self._decimal(value, hint)
        if isinstance(value, str) and name in ("benefit", "formula") and not isinstance(value, Choice):
            return self._known(name, value.strip())
        return self._simple(value)

    def _known(self, name: str, key: str) -> str:
        """A benefit or a formula by the name it has in the app; own words stay what they are."""
        if name == "benefit":
            benefit = catalogue().find(key)
            return self.fmt.tr(benefit.name) if benefit is not None else key
        formula = FORMULAS.get(key)
        return self.fmt.tr(formula.title) if formula is not None else key

    def linked(self, link: str, target: str) -> str:
        """The name of what a link leads to; nothing if it leads nowhere."""
        return next(
            (found for home in _HOMES.get(link, ()) if (found := self._names.get((home, target), ""))),
            "",
        )

    def _simple(self, value: Any) -> str:
        tr = self.fmt.tr
        if isinstance(value, Choice):
            return tr(value.label)
        if isinstance(value, bool):
            return tr("yes") if value else ""
        if isinstance(value, int):
            return self.fmt.number(Decimal(value))
        if isinstance(value, datetime):
            return self.fmt.day(value.date())
        if isinstance(value, date):
            return self.fmt.day(value)
        if isinstance(value, tuple):
            return self.fmt.joined(one for one in value if one.strip())
        return str(value).strip()

    def _decimal(self, value: Decimal, hint: Any) -> str:
        if hint == Money:
            return self.fmt.money(value)
        return self.fmt.share(value) if hint == Fraction else self.fmt.number(value)

    def _estimate(self, estimate: Estimate, in_money: bool) -> str:
        """Every figure that was entered, even where low and high are alike."""
        tr, fmt = self.fmt.tr, self.fmt
        figure = fmt.money if in_money else fmt.number
        parts = [
            said.format(figure=figure(value))
            for said, value in (
                (tr("low {figure}"), estimate.low),
                (tr("likely {figure}"), estimate.likely),
                (tr("high {figure}"), estimate.high),
            )
            if value is not None
        ]
        chance = estimate.probability
        parts += [tr("probability {share}").format(share=fmt.share(chance))] if chance is not None else []
        return ", ".join(parts)

    def _name(self, item: Item) -> str:
        """What an item is called: the first thing that was written in it."""
        for name in type(item).model_fields:
            value = getattr(item, name)
            if type(value) is str and name not in UNSAID and value.strip():
                return value.strip()
        return ""


def items_of(model: Frozen) -> Iterator[Item]:
    """Every item in a model, at any depth."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Frozen):
                if isinstance(one, Item):
                    yield one
                yield from items_of(one)

"""The two ways in which something can go wrong for a person, each told in one plain sentence.

`BadInput` is about what was given: a value, a file, a command. `Fault` is about the machine: a lock, a full
disk, a damaged file. Neither message ever holds text from a workbook: it may end up in a log or on a screen
that somebody else sees.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from counteroffer.domain.words import N_, Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails


class BadInput(Exception):
    """What was given cannot be used. Nothing was changed.

    `sentence` stands alone, with the values filled in; `reason` is what is left of it beside the field that it is
    about, at `path`.
    """

    def __init__(self, sentence: str, path: tuple[str, ...] = (), reason: str = "", **values: object) -> None:
        self.sentence = Sentence(sentence, **values) if values else sentence
        super().__init__(self.sentence)
        self.path = path
        self.reason = reason or self.sentence


class Fault(Exception):
    """The machine could not do it: locked, unwritable, damaged, made by a newer version.

    `sentence` has the values filled in.
    """

    def __init__(self, sentence: str, **values: object) -> None:
        self.sentence = Sentence(sentence, **values) if values else sentence
        super().__init__(self.sentence)


_PLAIN = {
    "extra_forbidden": N_("there is no such field"),
    "missing": N_("something is missing here"),
    "string_type": N_("this must be text"),
    "string_unicode": N_("the text holds a character that cannot be kept (half of a pair)"),
    "string_pattern_mismatch": N_("this is not written the way it has to be"),
    "string_too_short": N_("the text is too short (at least {min_length} characters)"),
    "string_too_long": N_("the text is too long (at most {max_length} characters)"),
    "too_long": N_("there are too many entries (at most {max_length})"),
    "bool_type": N_("this must be true or false"),
    "int_type": N_("this must be a whole number"),
    "enum": N_("this is not one of the choices"),
    "tuple_type": N_("this must be a list"),
    "model_type": N_("this must be a group of fields"),
    "model_attributes_type": N_("this must be a group of fields"),
    "dict_type": N_("this must be a group of fields"),
    "union_tag_not_found": N_("the kind is missing"),
    "union_tag_invalid": N_("there is no such kind"),
    "greater_than_equal": N_("this must be at least {ge}"),
    "less_than_equal": N_("this must be at most {le}"),
    "none_required": N_("this must be left empty"),
}


_UNUSABLE = N_("this cannot be used")
_PLACED = "{place}: {rest}."


class _Alone(Sentence):
    """The rest of a sentence as one of its own, in every language: with a capital letter and a full stop."""

    _rest: Sentence

    def __new__(cls, rest: Sentence) -> Self:
        made = super().__new__(cls, _whole(rest))
        made._rest = rest
        return made

    def told(self, translate: Callable[[str], str]) -> str:
        """The same in the reader's language."""
        return _whole(self._rest.told(translate))


def _whole(rest: str) -> str:
    return f"{rest[0].upper()}{rest[1:]}."


def plain(detail: ErrorDetails, translate: Callable[[str], str] = str) -> str:
    """One validation error as the rest of a sentence, without what was typed."""
    return _rest(detail).told(translate)


def _rest(detail: ErrorDetails) -> Sentence:
    context = detail.get("ctx", {})
    if detail["type"] != "value_error":
        return Sentence(_PLAIN.get(detail["type"], _UNUSABLE), **context)
    broken = context.get("error")
    said = broken.args[0] if isinstance(broken, ValueError) and broken.args else _UNUSABLE
    return said if isinstance(said, Sentence) else Sentence(said)


def from_validation(error: ValidationError, where: str = "", path: tuple[str, ...] = ()) -> BadInput:
    """The first problem that pydantic found, as a sentence that names the field and not its content."""
    detail = error.errors(include_input=False, include_url=False)[0]
    # An unknown field's name was typed by somebody, so it is content too and is left out.
    parts = [str(part) for part in detail["loc"]]
    if detail["type"] in ("extra_forbidden", "invalid_key"):
        parts = parts[:-1]
    place = Sentence(where) if where else ".".join(part for part in parts if len(part) <= 40)
    rest = _rest(detail)
    alone = _Alone(rest)
    return BadInput(Sentence(_PLACED, place=place, rest=rest) if place else alone, path, alone)

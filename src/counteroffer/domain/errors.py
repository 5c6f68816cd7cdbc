"""The two ways in which something can go wrong for a person, each told in one plain sentence.

`BadInput` is about what was given: a value, a file, a command. `Fault` is about the machine: a lock, a full
disk, a damaged file. Neither message ever holds text from a workbook: it may end up in a log or on a screen
that somebody else sees.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails


class BadInput(Exception):
    """What was given cannot be used. Nothing was changed.

    `sentence` stands alone; `reason` is what is left of it beside the field that it is about, at `path`.
    """

    def __init__(self, sentence: str, path: tuple[str, ...] = (), reason: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.path = path
        self.reason = reason or sentence


class Fault(Exception):
    """The machine could not do it: locked, unwritable, damaged, made by a newer version."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


_PLAIN = {
    "extra_forbidden": "there is no such field",
    "missing": "something is missing here",
    "string_type": "this must be text",
    "string_unicode": "the text holds a character that cannot be kept (half of a pair)",
    "string_pattern_mismatch": "this is not written the way it has to be",
    "string_too_short": "the text is too short (at least {min_length} characters)",
    "string_too_long": "the text is too long (at most {max_length} characters)",
    "too_long": "there are too many entries (at most {max_length})",
    "bool_type": "this must be true or false",
    "int_type": "this must be a whole number",
    "enum": "this is not one of the choices",
    "tuple_type": "this must be a list",
    "model_type": "this must be a group of fields",
    "model_attributes_type": "this must be a group of fields",
    "dict_type": "this must be a group of fields",
    "union_tag_not_found": "the kind is missing",
    "union_tag_invalid": "there is no such kind",
    "greater_than_equal": "this must be at least {ge}",
    "less_than_equal": "this must be at most {le}",
    "none_required": "this must be left empty",
}


def plain(detail: ErrorDetails) -> str:
    """One validation error as the rest of a sentence, without what was typed."""
    if detail["type"] == "value_error":
        return str(detail.get("ctx", {}).get("error", "this cannot be used"))
    words = _PLAIN.get(detail["type"], "this cannot be used")
    return words.format(**detail.get("ctx", {}))


def from_validation(error: ValidationError, where: str = "", path: tuple[str, ...] = ()) -> BadInput:
    """The first problem that pydantic found, as a sentence that names the field and not its content."""
    detail = error.errors(include_input=False, include_url=False)[0]
    # An unknown field's name was typed by somebody, so it is content too and is left out.
    parts = [str(part) for part in detail["loc"]]
    if detail["type"] in ("extra_forbidden", "invalid_key"):
        parts = parts[:-1]
    place = where or ".".join(part for part in parts if len(part) <= 40)
    words = plain(detail)
    alone = f"{words[0].upper()}{words[1:]}."
    return BadInput(f"{place}: {words}." if place else alone, path, alone)

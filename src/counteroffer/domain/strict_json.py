"""JSON read strictly: whatever two readers could take in two ways is refused, by a sentence that names the cause.

Python's own reader lets pass what has no one meaning (the same field twice, NaN), what is not exact (floats) and
what can be made to exhaust a machine (depth, endless digits). No sentence here holds anything of what was read.
"""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from counteroffer.domain.errors import BadInput

DEPTH = 64
DIGITS = 18

# A text in quotes as a whole, so that brackets inside it do not count; its end may be missing, so that a text that
# breaks off is still passed in one go. The possessive repeats keep this linear whatever is thrown at it.
_TEXTS_AND_BRACKETS = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[{\]}]', re.DOTALL)


def loads(text: str | bytes, *, limit: int, depth: int = DEPTH) -> Any:
    """What the JSON says. Raises BadInput if it is over `limit` bytes, nested deeper than `depth`, or unclear."""
    words = _decoded(text, limit)
    _refuse_depth(words, depth)
    try:
        value = json.loads(
            words,
            object_pairs_hook=_group,
            parse_int=_integer,
            parse_float=_refuse_float,
            parse_constant=_refuse_constant,
        )
    except json.JSONDecodeError as error:
        raise BadInput(_what_is_wrong(error)) from None
    if "\\u" in words:
        _refuse_odd_letters(value)
    return value


def _decoded(text: str | bytes, limit: int) -> str:
    """The text, known to be within its limit and to hold nothing but letters."""
    too_large = f"This is too large: at most {limit:,} bytes can be read."
    if len(text) > limit:
        raise BadInput(too_large)
    try:
        content = text.encode("utf-8") if isinstance(text, str) else text
        words = content.decode("utf-8-sig")
    except UnicodeError:
        raise BadInput("This is not text in UTF-8.") from None
    if len(content) > limit:
        raise BadInput(too_large)
    if "\0" in words:
        raise BadInput("This holds a NUL character, which no text has.")
    return words


def _refuse_depth(words: str, depth: int) -> None:
    level = 0
    for found in _TEXTS_AND_BRACKETS.finditer(words):
        mark = words[found.start()]
        if mark in "[{":
            level += 1
            if level > depth:
                raise BadInput(f"This is nested too deeply: at most {depth} levels can be read.")
        elif mark in "]}":
            level -= 1


def _group(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    group = dict(pairs)
    if len(group) != len(pairs):
        raise BadInput("The same field is given twice in one group, so it is not clear which holds.")
    return group


def _integer(digits: str) -> int:
    if len(digits) > DIGITS:
        raise BadInput("A number in this is too large.")
    return int(digits)


def _refuse_float(_: str) -> NoReturn:
    raise BadInput('Numbers with decimals are written as text, such as "85000.50", so that they stay exact.')


def _refuse_constant(_: str) -> NoReturn:
    raise BadInput("NaN and Infinity are no numbers that can be kept.")


def _what_is_wrong(error: json.JSONDecodeError) -> str:
    if not error.doc.strip():
        return "This is empty, where JSON was expected."
    if error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated string"):
        return "This is not whole JSON: it breaks off before its end."
    return f"This is not JSON: it goes wrong at line {error.lineno}, character {error.colno}."


def _refuse_odd_letters(value: Any) -> None:
    """Refuse what an escape can bring in behind the text's own check: a NUL, or half of a pair."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting.extend(one)
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
        elif isinstance(one, str):
            if "\0" in one:
                raise BadInput("This holds a NUL character, which no text has.")
            if any("\ud800" <= letter <= "\udfff" for letter in one):
                raise BadInput("This holds half of a character, which no text has.")

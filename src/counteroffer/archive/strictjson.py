"""Reading JSON that somebody else wrote: strictly, and in bounded time and memory whatever is in it.

Python's own reader takes duplicate keys, NaN and half characters, and goes as deep as the input asks. Here each of
these is refused with its own sentence. Nothing that the file holds is repeated in a sentence.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any, NoReturn

from counteroffer.domain.errors import BadInput

DEEPEST = 64
"""Levels of lists and groups within each other; a workbook needs about ten."""

MOST_VALUES = 500_000
"""Values in one file; a workbook has a few thousand."""

_LONGEST_NUMBER = 1000
_MARK = b"\xef\xbb\xbf"
# Possessive, so that no text can make it step back; an unfinished string runs to the end.
_STRINGS = re.compile(rb'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
_ALL_BUT_SHAPE = bytes(byte for byte in range(256) if byte not in b"{}[],")

CUT_OFF = "This file is cut off: its end is missing."
NOT_TEXT = "This file is not text in UTF-8, so it is not a workbook file."
NUL = "This file holds a NUL character, which no workbook does."
TOO_DEEP = "This file is nested too deeply to be a workbook."
TOO_MANY = "This file holds more values than any workbook does."
TWICE = "This file names the same field twice, so it is unclear which one counts."
FRACTION = "This file holds a number with a decimal point; workbook files write amounts as text, in quotes."
NOT_A_NUMBER = "This file holds NaN or Infinity, which is not a number."
TOO_LONG_A_NUMBER = "This file holds a whole number with too many digits."
HALF_CHARACTER = "This file holds half of a character (a lone surrogate), which cannot be kept."


def refused(cause: str) -> BadInput:
    """The refusal of a file, for this cause."""
    return BadInput(f"{cause} Nothing was changed.")


@dataclass
class Reading:
    """What was read, and what is wrong with it though it could be read: the caller may have a better cause first."""

    value: Any = None
    objections: list[str] = field(default_factory=list)


def read(content: bytes) -> Reading:
    """The JSON value in these bytes. Raises BadInput if there is none; lesser objections are handed back."""
    content = content.removeprefix(_MARK)
    if not content.strip():
        raise refused("This file is empty.")
    text = _text(content)
    shape = _STRINGS.sub(b"", content).translate(None, _ALL_BUT_SHAPE)
    # Each value but the first follows a comma or an opening bracket.
    if shape.count(b",") + shape.count(b"[") + shape.count(b"{") > MOST_VALUES:
        raise refused(TOO_MANY)
    if _too_deep(shape.replace(b",", b"")):
        raise refused(TOO_DEEP)
    reading = _parse(text)
    # Only an escape can still bring one in, and looking costs nothing where there is none.
    if b"\\u0000" in content and _holds_nul(reading.value):
        reading.objections.append(NUL)
    return reading


def _text(content: bytes) -> str:
    if b"\0" in content:
        raise refused(NUL)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        cut = error.reason == "unexpected end of data" and content.lstrip().startswith(b"{")
        raise refused(CUT_OFF if cut else NOT_TEXT) from None


def _too_deep(brackets: bytes) -> bool:
    """Whether these brackets, all that is left of a file, are nested deeper than allowed.

    Each round takes away the innermost pairs everywhere at once, at the speed of C. What then is left does not fit
    together, and the parser stops at it no deeper than the brackets it begins with.
    """
    for _ in range(DEEPEST):
        fewer = brackets.replace(b"[]", b"").replace(b"{}", b"")
        if len(fewer) == len(brackets):
            break
        brackets = fewer
    still_pairs = b"[]" in brackets or b"{}" in brackets
    open_at_start = len(brackets) - len(brackets.lstrip(b"[{"))
    return still_pairs or open_at_start > DEEPEST


def _parse(text: str) -> Reading:
    reading = Reading()

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        group = dict(found)
        if len(group) != len(found):
            reading.objections.append(TWICE)
        return group

    def whole(digits: str) -> int:
        if len(digits) > _LONGEST_NUMBER:
            reading.objections.append(TOO_LONG_A_NUMBER)
            return 0
        return int(digits)

    def fraction(digits: str) -> None:
        reading.objections.append(FRACTION)

    def constant(name: str) -> None:
        reading.objections.append(NOT_A_NUMBER)

    try:
        reading.value = json.loads(
            text, object_pairs_hook=pairs, parse_int=whole, parse_float=fraction, parse_constant=constant
        )
    except json.JSONDecodeError as error:
        _refuse_broken(text, error)
    return reading


def _refuse_broken(text: str, error: json.JSONDecodeError) -> NoReturn:
    at_the_end = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string")
    if at_the_end and text.lstrip().startswith("{"):
        raise refused(CUT_OFF) from None
    raise refused(f"This file is not a workbook file: it is not JSON (line {error.lineno}).") from None


def _holds_nul(value: Any) -> bool:
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            if "\0" in item:
                return True
        elif isinstance(item, dict):
            waiting.extend(item)
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)
    return False

"""JSON that somebody else wrote, read strictly, and in bounded time and memory whatever is in it.

Python's own reader lets pass what has no one meaning (the same field twice, NaN), what is not exact (floats), what
cannot be kept (half characters), and goes as deep as the input asks. Here each of these has its own sentence, and no
sentence holds anything of what was read.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, NoReturn

from counteroffer.domain.errors import BadInput
from counteroffer.domain.words import N_, Sentence

DEPTH = 64
"""Levels of lists and groups within each other; a workbook needs about ten."""

MOST_VALUES = 500_000
"""Values in one reading; a workbook has a few thousand."""

DIGITS = 18
"""Digits of a whole number; amounts are text."""

_MARK = b"\xef\xbb\xbf"
# Possessive, so that no text can make it step back; an unfinished text in quotes runs to the end.
_TEXTS = re.compile(rb'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
_ALL_BUT_SHAPE = bytes(byte for byte in range(256) if byte not in b"{}[],")
_STEPS = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}
# Only an escape can bring these in behind the check of the bytes.
_ODD_ESCAPE = re.compile(rb"\\u(?:0000|[dD][89a-fA-F])")
_ODD_LETTER = re.compile("[\0\ud800-\udfff]")

_THIS = Sentence("This")
_NOT_TEXT = N_("{what} is not text in UTF-8.")
_CUT_OFF = N_("{what} is cut off: its end is missing.")
_TOO_MANY = N_("{what} holds more values than any workbook does.")
_NUL = N_("{what} holds a NUL character, which no text has.")
_HALF = N_("{what} holds half of a character (a lone surrogate), which cannot be kept.")
_TWICE = N_("{what} names the same field twice, so it is unclear which one counts.")
_FRACTION = N_(
    "{what} holds a number with a decimal point or an exponent; such numbers are written as text, "
    'as in "85000.50", so that they stay exact.'
)
_NOT_A_NUMBER = N_("{what} holds NaN or Infinity, which is not a number.")
_TOO_LONG = N_("{what} holds a whole number with too many digits.")


class _Unreadable(Exception):
    """Why there is no value to hand back: a sentence that still wants its subject, and its other values."""

    def __init__(self, sentence: str, **values: int) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.values = values


@dataclass(frozen=True)
class Reading:
    """What was read, and what is wrong with it though it could be read: the caller may have a better cause first."""

    value: Any
    objections: tuple[str, ...]


def loads(text: str | bytes, *, limit: int, depth: int = DEPTH) -> Any:
    """What the JSON says. Raises BadInput if it is over `limit` bytes, nested deeper than `depth`, or unclear."""
    too_large = Sentence("This is too large: at most {limit} bytes can be read.", limit=f"{limit:,}")
    # No letter is less than a byte, and only what may fit is turned into bytes.
    if len(text) > limit:
        raise BadInput(too_large)
    try:
        content = text.encode("utf-8") if isinstance(text, str) else text
    except UnicodeEncodeError:
        raise BadInput(_NOT_TEXT, what=_THIS) from None
    if len(content) > limit:
        raise BadInput(too_large)
    reading = read(content, depth=depth)
    if reading.objections:
        raise BadInput(reading.objections[0])
    return reading.value


def read(content: bytes, *, what: str = _THIS, depth: int = DEPTH) -> Reading:
    """The JSON value in these bytes, whose number the caller limits. `what` is the subject of each sentence.

    Raises BadInput if there is no value; lesser objections are handed back.
    """
    try:
        value, objections = _read(content.removeprefix(_MARK), depth)
    except _Unreadable as cause:
        raise BadInput(Sentence(cause.sentence, what=Sentence(what), **cause.values)) from None
    return Reading(value, tuple(Sentence(objection, what=Sentence(what)) for objection in objections))


def _read(content: bytes, depth: int) -> tuple[Any, list[str]]:
    if not content.strip():
        raise _Unreadable(N_("{what} is empty."))
    text = _decoded(content)
    shape = _TEXTS.sub(b"", content).translate(None, _ALL_BUT_SHAPE)
    # Each value but the first follows a comma or an opening bracket.
    if shape.count(b",") + shape.count(b"[") + shape.count(b"{") > MOST_VALUES:
        raise _Unreadable(_TOO_MANY)
    # Where there are more brackets than these, one closes what nothing opened, and the parser goes no further.
    brackets = shape.replace(b",", b"")[: 2 * MOST_VALUES]
    if max(accumulate(map(_STEPS.__getitem__, brackets)), default=0) > depth:
        raise _Unreadable(N_("{what} is nested too deeply: at most {depth} levels can be read."), depth=depth)
    value, objections = _parsed(text)
    if _ODD_ESCAPE.search(content) and (odd := _odd_letter(value)):
        objections.append(_NUL if odd == "\0" else _HALF)
    return value, objections


def _decoded(content: bytes) -> str:
    if b"\0" in content:
        raise _Unreadable(_NUL)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        cut = error.reason == "unexpected end of data" and content.lstrip().startswith((b"{", b"["))
        raise _Unreadable(_CUT_OFF if cut else _NOT_TEXT) from None


def _parsed(text: str) -> tuple[Any, list[str]]:
    """The value, in which something else stands for what is objected to, and the objections."""
    objections: list[str] = []

    def group(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        fields = dict(pairs)
        if len(fields) != len(pairs):
            objections.append(_TWICE)
        return fields

    def whole(digits: str) -> int:
        if len(digits.removeprefix("-")) > DIGITS:
            objections.append(_TOO_LONG)
            return 0
        return int(digits)

    try:
        value = json.loads(
            text,
            object_pairs_hook=group,
            parse_int=whole,
            parse_float=lambda _: objections.append(_FRACTION),
            parse_constant=lambda _: objections.append(_NOT_A_NUMBER),
        )
    except json.JSONDecodeError as error:
        _refuse_broken(error)
    return value, objections


def _refuse_broken(error: json.JSONDecodeError) -> NoReturn:
    if error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated string"):
        raise _Unreadable(_CUT_OFF) from None
    raise _Unreadable(
        N_(
            "{what} is not JSON, in which workbooks and edits are written: it goes wrong at line {line}, "
            "character {place}."
        ),
        line=error.lineno,
        place=error.colno,
    ) from None


def _odd_letter(value: Any) -> str:
    """The first NUL or half of a character in any text; "" if there is none."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting.extend(one)
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
        elif isinstance(one, str) and (odd := _ODD_LETTER.search(one)):
            return odd.group()
    return ""

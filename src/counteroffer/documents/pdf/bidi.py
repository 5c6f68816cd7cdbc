"""Which way text runs: Unicode's bidirectional algorithm (UAX #9) for text that holds no direction controls.

Cleaning has taken the controls out, so every paragraph is one run of the algorithm, and only its rules for weak,
neutral and paired characters are needed. Levels belong to a paragraph; a line is put in order once it is known
what stands on it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

_PAIRS = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "〈": "〉"}
_CLOSING = {close: opening for opening, close in _PAIRS.items()}
_RIGHT = ("R", "AL")
_NEUTRAL = ("B", "S", "WS", "ON")


def base_level(text: str) -> int:
    """0 for a paragraph that reads from left to right, 1 for one from right to left: as most of its letters do.

    Not the first letter decides, as in plain text: a few English words that name what follows do not turn it round.
    """
    kinds = [unicodedata.bidirectional(letter) for letter in text]
    return int(sum(kind in _RIGHT for kind in kinds) > kinds.count("L"))


def levels(text: str, base: int) -> list[int]:
    """For each character how deep it is embedded: even from left to right, odd from right to left."""
    kinds = [_kind(letter) for letter in text]
    own = "RL"[base == 0]
    _weak(kinds, own)
    _paired(text, kinds, own)
    _neutral(kinds, own)
    return [base + _deeper(kind, base) for kind in kinds]


def visual(depths: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """A line's stretches of one level from left to right: where each begins and ends in the text, and its level."""
    runs: list[tuple[int, int, int]] = []
    start = 0
    for place in range(1, len(depths) + 1):
        if place == len(depths) or depths[place] != depths[start]:
            runs.append((start, place, depths[start]))
            start = place
    odd = [level for _, _, level in runs if level % 2]
    for level in range(max(depths, default=0), min(odd, default=1) - 1, -1):
        runs = list(_turned(runs, level))
    yield from runs


def _turned(runs: Sequence[tuple[int, int, int]], level: int) -> Iterator[tuple[int, int, int]]:
    """The runs, with every chain of at least this level turned round."""
    chain: list[tuple[int, int, int]] = []
    for run in runs:
        if run[2] >= level:
            chain.append(run)
            continue
        yield from reversed(chain)
        chain = []
        yield run
    yield from reversed(chain)


def _kind(letter: str) -> str:
    # What Unicode has not assigned yet is treated like a letter.
    return unicodedata.bidirectional(letter) or "L"


def _deeper(kind: str, base: int) -> int:
    """Rules I1 and I2."""
    if base:
        return int(kind in ("L", "EN", "AN"))
    return {"R": 1, "EN": 2, "AN": 2}.get(kind, 0)


def _weak(kinds: list[str], own: str) -> None:
    """Rules W1 to W7: marks go with their letter, and figures with what they count."""
    before, strong = own, own
    for place, kind in enumerate(kinds):
        if kind in ("NSM", "BN"):
            kinds[place] = kind = before
        before = kind
        if kind in ("L", *_RIGHT):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[place] = "AN"
    _between(kinds)
    strong = own
    for place, kind in enumerate(kinds):
        if kind == "AL":
            kinds[place] = kind = "R"
        elif kind in ("ES", "ET", "CS"):
            kinds[place] = kind = "ON"
        if kind in "LR":
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[place] = "L"


def _between(kinds: list[str]) -> None:
    """Rules W4 and W5: separators within figures, and signs that touch them."""
    for place in range(1, len(kinds) - 1):
        before, kind, after = kinds[place - 1 : place + 2]
        if before == after and ((kind in ("ES", "CS") and before == "EN") or (kind == "CS" and before == "AN")):
            kinds[place] = before
    for start, end in _stretches(kinds, ("ET",)):
        if "EN" in (kinds[start - 1] if start else "", kinds[end] if end < len(kinds) else ""):
            kinds[start:end] = ["EN"] * (end - start)


def _paired(text: str, kinds: list[str], own: str) -> None:
    """Rule N0: both brackets of a pair go the way of what they hold, or of what stands before them."""
    for start, end in sorted(_brackets(text, kinds)):
        held = {_side(kind) for kind in kinds[start + 1 : end]}
        if not held & {"L", "R"}:
            continue
        context = next((side for kind in reversed(kinds[:start]) if (side := _side(kind))), own)
        found = own if own in held else context
        for place in (start, end):
            kinds[place] = found
            while place + 1 < len(text) and unicodedata.bidirectional(text[place + 1]) == "NSM":
                place += 1
                kinds[place] = found


def _brackets(text: str, kinds: Sequence[str]) -> Iterator[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    for place, letter in enumerate(text):
        if kinds[place] != "ON":
            continue
        if letter in _PAIRS:
            waiting.append((letter, place))
        elif letter in _CLOSING:
            deep = next((at for at in reversed(range(len(waiting))) if waiting[at][0] == _CLOSING[letter]), None)
            if deep is not None:
                yield waiting[deep][1], place
                del waiting[deep:]


def _neutral(kinds: list[str], own: str) -> None:
    """Rules N1 and N2: what has no direction takes that of its neighbours if they agree, else the paragraph's."""
    for start, end in _stretches(kinds, _NEUTRAL):
        before = _side(kinds[start - 1]) if start else own
        after = _side(kinds[end]) if end < len(kinds) else own
        kinds[start:end] = [before if before == after else own] * (end - start)


def _side(kind: str) -> str:
    """The direction in which a character counts for its neighbours: figures stand on the right-to-left side."""
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind, "")


def _stretches(kinds: Sequence[str], wanted: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where characters of these kinds stand in a row, from and to."""
    found: list[tuple[int, int]] = []
    for place, kind in enumerate(kinds):
        if kind not in wanted:
            continue
        if found and found[-1][1] == place:
            found[-1] = (found[-1][0], place + 1)
        else:
            found.append((place, place + 1))
    return found

"""Small pictures in lines and shapes: no areas, no colour, nothing that a poor printer could lose."""

from __future__ import annotations

from counteroffer.documents.content.blocks import Point, RangeStrip, plain
from counteroffer.documents.pdf import styles
from counteroffer.documents.pdf.strips import Frame, Mark, Room, Rule, Sign, Strip, baseline, marks_of

SHARE = 0.36
"""How much of the width the scale itself takes; figures stand before and after it, then the key."""
_GAP = 7.0
_TICK = 0.8


def range_strip(picture: RangeStrip, room: Room) -> Strip:
    """One line: what it is, the scale between its figures, and the key to its marks."""
    lead, size = room.scale.lead, room.scale.small
    middle = lead * 0.52
    down = baseline(lead, size)
    marks: list[Mark] = []
    x = room.x

    def write(text: str, grey: float = styles.INK, bold: bool = False) -> None:
        nonlocal x
        rest = max(room.x + room.width - x, size)
        for line in room.setter.lines(plain(text, bold=bold).runs, size, rest, limit=1):
            marks.extend(marks_of(line, x, down, size, grey, room.place))
            x += line.width + _GAP

    write(picture.title, bold=True)
    write(picture.low.words)
    width = room.width * SHARE
    marks += _scale(picture, x + _GAP / 2, middle, width, lead)
    x += width + 1.5 * _GAP
    write(picture.high.words)
    for point in picture.marks:
        marks.append(Sign(x + size * 0.35, middle, size * 0.7, point.full))
        x += size
        write(point.words, styles.QUIET)
    if picture.typical:
        marks.append(_tick(x + 1, middle, lead))
        x += size * 0.6
        write(picture.typical.words, styles.QUIET)
    return Strip(lead, tuple(marks))


def _scale(picture: RangeStrip, x: float, middle: float, width: float, lead: float) -> list[Mark]:
    def at(point: Point) -> float:
        return x + point.at * width

    if not picture.is_range:
        marks: list[Mark] = [Rule(x, middle, width)]
    else:
        # The range is a thin box on the line; what lies outside it can be seen to do so.
        tall = lead * 0.3
        start, end = at(picture.low), at(picture.high)
        marks = [Frame(start, middle - tall / 2, end - start, tall)]
        marks += [Rule(x, middle, start - x), Rule(end, middle, x + width - end)]
    if picture.typical:
        marks.append(_tick(at(picture.typical), middle, lead))
    return [*marks, *(Sign(at(point), middle, lead * 0.46, point.full) for point in picture.marks)]


def _tick(x: float, middle: float, lead: float) -> Mark:
    return Frame(x - _TICK / 2, middle - lead * 0.3, _TICK, lead * 0.6)

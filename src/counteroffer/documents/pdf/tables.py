"""Tables: cells side by side, the lines that explain a row below it, and the header again on every page."""

from __future__ import annotations

from dataclasses import replace

from counteroffer.documents.content.blocks import Align, Column, Line, Row, Table, plain
from counteroffer.documents.pdf import styles
from counteroffer.documents.pdf.drawn import range_strip
from counteroffer.documents.pdf.places import heading
from counteroffer.documents.pdf.strips import (
    Room,
    Rule,
    Spot,
    Strip,
    beside,
    flowing,
    glued,
    height,
    lowered,
    pile,
    set_text,
    shown_again,
    zipped,
)

GUTTER = 9.0
WHOLE_ROW = 6
"""A table row of at most so many lines is never parted by the end of a page; of a longer one, never less than three
lines stand alone."""


def table(block: Table, room: Room, number: int) -> list[Strip]:
    """A table with all its rows; without any it takes no room."""
    if not block.rows:
        return []
    grouped = _is_grouped(block)
    room = room.inside("Div" if grouped else "Table", number)
    total = sum(column.share for column in block.columns)
    free = room.width - GUTTER * (len(block.columns) - 1)
    columns: list[Room] = []
    start = 0.0
    for column in block.columns:
        width = free * column.share / total
        columns.append(room.part(start, width))
        start += width + GUTTER
    header = _header(block, room, columns)
    again = tuple(shown_again(strip) for strip in header)
    rows = [strip for count, row in enumerate(block.rows, 1) for strip in _row(block, row, room, columns, count)]
    return [*header, *(replace(strip, repeat=again) for strip in rows)]


def _is_grouped(block: Table) -> bool:
    """Whether it is read as headed groups of lines: one column without a title tells nothing as a table."""
    return len(block.columns) == 1 and not block.columns[0].title


def _header(block: Table, room: Room, columns: list[Room]) -> list[Strip]:
    scale = room.scale
    cells = [
        _there(set_text(place, plain(column.title), size=scale.small, grey=styles.QUIET, align=_side(column)), place)
        for column, place in zip(block.columns, _cells(block, "TH", 0, columns), strict=True)
    ]
    # Titles of several lines stand on the rule, not under the ceiling.
    deepest = max(map(height, cells))
    stood = [[Strip(deepest - height(cell)), *cell] for cell in cells]
    rule = Rule(room.x, 0.0, room.width, styles.FIRM * 0.7, styles.INK)
    return [replace(pile([Strip(scale.pad), beside(stood), Strip(scale.pad, (rule,))]), glued=True)]


def _row(block: Table, row: Row, room: Room, columns: list[Room], count: int) -> list[Strip]:
    """The cells, the explaining lines below them, and a thin rule that closes the row."""
    cells = [
        _there(_set(cell, row, column, place), place)
        for column, place, cell in zip(block.columns, _cells(block, "TD", count, columns), row.cells, strict=True)
    ]
    # Cell by cell, so that what is copied from the page reads on; line by line only where a page may end between.
    whole = max(map(len, cells)) <= WHOLE_ROW
    strips = [beside(cells)] if whole else _parting(zipped(cells))
    inset = columns[block.indent].x - room.x
    below = _below(block, room.part(inset, room.width - inset), count)
    lines = flowing(below, row.details)
    details = [set_text(below.inside("P", number), line) for number, line in enumerate(lines)]
    if details or row.picture:
        strips[-1] = replace(strips[-1], glued=True)
    strips += [strip for detail in details for strip in detail]
    strips += [range_strip(row.picture, below.inside("P", len(details)))] if row.picture else []
    strips[0] = lowered(strips[0], room.scale.pad * 0.5)
    last = strips[-1]
    rule = Rule(room.x, last.height + room.scale.pad, room.width)
    strips[-1] = replace(last, height=last.height + 1.5 * room.scale.pad, marks=(*last.marks, rule))
    return strips


def _set(cell: Line, row: Row, column: Column, place: Room) -> list[Strip]:
    line = replace(cell, limit=row.limit, name=row.name)
    return set_text(place, line, align=_side(column), tabular=column.numeric)


def _cells(block: Table, role: str, count: int, columns: list[Room]) -> list[Room]:
    """The rooms of a row's cells, as parts of this row; the header is row 0."""
    if _is_grouped(block):
        return [place.inside(heading(place.place, deeper=1), count) for place in columns]
    return [place.inside("TR", 2 * count).inside(role, number) for number, place in enumerate(columns)]


def _below(block: Table, room: Room, count: int) -> Room:
    """The room of what explains a row: a row of its own with one cell as wide as the table."""
    if _is_grouped(block):
        return room.inside("Div", count)
    return room.inside("TR", 2 * count + 1).inside("TD", 0, span=len(block.columns))


def _there(cell: list[Strip], place: Room) -> list[Strip]:
    """A cell with nothing in it is there all the same, or those after it would be taken for others."""
    is_cell = place.place[-1].role in ("TH", "TD")
    return cell or ([Strip(0.0, (Spot(place.place),))] if is_cell else [])


def _side(column: Column) -> Align | None:
    """Figures stand where the column wants them, words where reading begins."""
    return Align.RIGHT if column.align is Align.RIGHT else None


def _parting(strips: list[Strip]) -> list[Strip]:
    """Lines of which at least three stay together at either end."""
    return [*glued(strips[:3]), *strips[3:-3], *glued(strips[-3:])]

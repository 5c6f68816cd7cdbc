"""What a page is built of: strips that lie across it, each with its marks, none of which a page end may cut.

A strip knows its height and where its ink goes, and nothing of the page it will land on. Layout makes strips,
fitting counts their heights, paging stacks them, and only drawing speaks to the PDF library.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from counteroffer.documents.content.blocks import Align, Line, Run
from counteroffer.documents.pdf import styles
from counteroffer.documents.pdf.fonts import Face
from counteroffer.documents.pdf.places import Place, Tag
from counteroffer.documents.pdf.shape import Shaped
from counteroffer.documents.pdf.styles import Scale
from counteroffer.documents.pdf.typeset import SetLine, Setter


@dataclass(frozen=True)
class Glyphs:
    """Text on one baseline, `down` points below the top of its strip, `x` from the left margin."""

    x: float
    down: float
    text: str
    face: Face
    size: float
    grey: float = styles.INK
    shaped: Shaped | None = None
    place: Place = ()
    """What it is a part of; nothing for what is no part of the content, such as the foot of a page."""


@dataclass(frozen=True)
class Spot:
    """A part of the content that is there and has no ink: an empty cell."""

    place: Place
    down: float = 0.0


@dataclass(frozen=True)
class Rule:
    """A horizontal line."""

    x: float
    down: float
    width: float
    weight: float = styles.THIN
    grey: float = styles.HAIR


@dataclass(frozen=True)
class Frame:
    """A thin box around a few words."""

    x: float
    down: float
    width: float
    height: float


@dataclass(frozen=True)
class Sign:
    """A small shape on a scale, `down` at its middle: a hollow ring or a full diamond."""

    x: float
    down: float
    size: float
    full: bool


@dataclass(frozen=True)
class Anchor:
    """A place that the reader's outline leads to."""

    title: str
    down: float = 0.0


Mark = Glyphs | Spot | Rule | Frame | Sign | Anchor


@dataclass(frozen=True)
class Strip:
    """A slice of the page."""

    height: float
    marks: tuple[Mark, ...] = ()
    glued: bool = False
    """Stays on the page of the strip that follows."""
    gap: bool = False
    """Only space: falls away at the top of a page."""
    repeat: tuple[Strip, ...] = ()
    """Strips that come first when a page begins with this one: the header of a table."""


@dataclass(frozen=True)
class Room:
    """Where something is set: how wide, from where, in which measures, by which setter, and as a part of what."""

    setter: Setter
    scale: Scale
    x: float
    width: float
    place: Place = ()

    def part(self, start: float, width: float) -> Room:
        """A part of this room, `start` points in from its left."""
        return replace(self, x=self.x + start, width=width)

    def inside(self, role: str, number: int = 0, span: int = 0) -> Room:
        """The same room for a part of what is set in it; see `Tag`."""
        return replace(self, place=(*self.place, Tag(role, number, span)))


def height(strips: Iterable[Strip]) -> float:
    """How high the strips stand on each other."""
    return sum(strip.height for strip in strips)


def marks_of(line: SetLine, x: float, down: float, size: float, grey: float, place: Place = ()) -> list[Mark]:
    """A set line as marks."""
    return [
        Glyphs(x + piece.start, down, piece.text, piece.face, size, grey, piece.shaped, place) for piece in line.pieces
    ]


def set_text(
    room: Room,
    line: Line,
    *,
    size: float | None = None,
    grey: float = styles.INK,
    align: Align | None = None,
    tabular: bool = False,
) -> list[Strip]:
    """A line of content as strips, one per set line; a label runs in before it in bold.

    Where no side is named, it stands on the side where reading begins.
    """
    size = size or room.scale.body
    lead = room.scale.lead * max(1.0, size / room.scale.body)
    runs = labelled(line)
    lines = room.setter.lines(runs, size, room.width, limit=line.limit, tabular=tabular)
    if line.limit and lines and lines[-1].ended:
        room.setter.shortened.add(line.name)
    strips = []
    for index, found in enumerate(lines):
        to_right = found.to_left if align is None else align is Align.RIGHT
        shift = room.width - found.width if to_right else 0.0
        marks = marks_of(found, room.x + shift, baseline(lead, size), size, grey, room.place)
        # Neither the first nor the last line of a text stands alone on a page.
        glued = len(lines) > 1 and (index == 0 or index == len(lines) - 2)
        strips.append(Strip(lead, tuple(marks), glued))
    return strips


def labelled(line: Line) -> tuple[Run, ...]:
    """The runs of a line, its label run in before them."""
    return (Run(line.label + " ", bold=True), *line.runs) if line.label else line.runs


def flowing(room: Room, lines: Sequence[Line]) -> list[Line]:
    """Lines gathered into paragraphs: what flows goes on where the line before it ended, parted by a dot.

    A line that must be shortened stands alone, for its end must be seen to be one.
    """
    gathered: list[Line] = []
    open_end = False
    for line in lines:
        whole = not line.limit or len(room.setter.lines(labelled(line), room.scale.body, room.width)) <= line.limit
        flows = line.flows and whole
        if flows and open_end:
            before = gathered[-1]
            gathered[-1] = replace(before, runs=(*before.runs, Run("\u00a0· "), *labelled(line)))
        else:
            gathered.append(replace(line, limit=0) if whole else line)
        open_end = flows
    return gathered


def baseline(lead: float, size: float) -> float:
    """How far below the top of a line its letters stand: the spare room is shared above and below."""
    return (lead - size) / 2 + size * 0.78


def moved(mark: Mark, down: float) -> Mark:
    """The mark, further down."""
    return replace(mark, down=mark.down + down)


def shifted(strip: Strip, x: float) -> Strip:
    """The strip, further to the right."""
    marks = (mark if isinstance(mark, Anchor | Spot) else replace(mark, x=mark.x + x) for mark in strip.marks)
    return replace(strip, marks=tuple(marks))


def lowered(strip: Strip, down: float) -> Strip:
    """The strip with room above it."""
    return replace(strip, height=strip.height + down, marks=tuple(moved(mark, down) for mark in strip.marks))


def shown_again(strip: Strip) -> Strip:
    """The strip as it comes back on a later page: for the eye alone, for it has been read already."""
    marks = (replace(mark, place=()) if isinstance(mark, Glyphs) else mark for mark in strip.marks)
    return replace(strip, marks=tuple(mark for mark in marks if not isinstance(mark, Spot)))


def pile(strips: Sequence[Strip]) -> Strip:
    """Strips that stand on each other, as one that cannot be parted."""
    marks: list[Mark] = []
    down = 0.0
    for strip in strips:
        marks.extend(moved(mark, down) for mark in strip.marks)
        down += strip.height
    return Strip(down, tuple(marks))


def beside(stacks: Sequence[Sequence[Strip]]) -> Strip:
    """Stacks side by side, tops in line, as one strip that cannot be parted."""
    piles = [pile(stack) for stack in stacks]
    return Strip(max((one.height for one in piles), default=0.0), tuple(mark for one in piles for mark in one.marks))


def zipped(stacks: Sequence[Sequence[Strip]]) -> list[Strip]:
    """Stacks of equal line height side by side, line by line, so that a page may end between the lines."""
    strips = []
    for index in range(max((len(stack) for stack in stacks), default=0)):
        row = [stack[index] for stack in stacks if index < len(stack)]
        strips.append(Strip(max(strip.height for strip in row), tuple(mark for strip in row for mark in strip.marks)))
    return strips


def glued(strips: Sequence[Strip], to_next: bool = False) -> list[Strip]:
    """Strips that stay on one page, and if asked for on that of the next strip too."""
    last = len(strips) - 1
    return [replace(strip, glued=to_next or index < last) for index, strip in enumerate(strips)]

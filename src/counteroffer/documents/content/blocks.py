"""What a document says, before anybody decides how it looks: plain, frozen, free of markup.

Every text in here is plain text. A renderer measures and draws it; none may read commands out of it. The same
objects serve paper, messages and the screen, so that these cannot disagree.

On a document of one page every droppable piece carries its `drop`: the pieces with the highest number leave
first, and among equals the last on the page. Zero stays always, and can at most be shortened.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Line:
    """A piece of text that stays or goes as one, however many lines it takes when it is set."""

    runs: tuple[Run, ...] = ()
    label: str = ""
    """A word or two before it that say what it is; set apart by the renderer."""
    name: str = ""
    """How it is called when it had to be left out."""
    where: str = ""
    """The tab of the workbook on which it can be read in full."""
    drop: int = 0
    most: int = 0
    """To how many set lines it may be shortened where room is short; 0 for never."""
    limit: int = 0
    """To how many set lines it has been shortened by now; 0 for not at all."""
    flows: bool = False
    """Whether it may go on where the line before it ended, to save room."""

    @property
    def text(self) -> str:
        """What it says, without style and label."""
        return "".join(run.text for run in self.runs)


def plain(text: str, *, bold: bool = False, italic: bool = False) -> Line:
    """A line of one style that is never left out by itself."""
    return Line((Run(text, bold, italic),))


class Align(Enum):
    """Where text stands in its column."""

    LEFT = "left"
    RIGHT = "right"


class Tone(Enum):
    """How a paragraph speaks."""

    BODY = "body"
    LEAD = "lead"
    NOTE = "note"


@dataclass(frozen=True)
class Column:
    """A column of a table. Shares are of the table's width; numeric columns use digits of one width."""

    title: str
    share: float
    align: Align = Align.LEFT
    numeric: bool = False


@dataclass(frozen=True)
class Point:
    """A figure on a drawn scale: its words, and where it stands, from 0 at the left to 1 at the right."""

    words: str
    at: float
    full: bool = False
    """Drawn full rather than hollow: shapes tell the points apart, for paper may know no colour."""


@dataclass(frozen=True)
class RangeStrip:
    """A picture of figures on one scale: from low to high with what is typical, or just from one point to another.

    It says nothing that no line says, so it is not counted among the lines when it has no room.
    """

    title: str
    low: Point
    high: Point
    typical: Point | None
    marks: tuple[Point, ...]
    is_range: bool = True
    """Whether low and high are what was found, rather than where a way begins and ends."""
    drop: int = 0


@dataclass(frozen=True)
class Row:
    """A row of a table, and below it the lines that explain it over the full width."""

    cells: tuple[Line, ...]
    details: tuple[Line, ...] = ()
    name: str = ""
    where: str = ""
    drop: int = 0
    most: int = 0
    limit: int = 0
    picture: RangeStrip | None = None


@dataclass(frozen=True)
class Heading:
    """A heading on its own."""

    text: str


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    line: Line
    tone: Tone = Tone.BODY


@dataclass(frozen=True)
class KeyValues:
    """Facts by name, one below the other; the line's label is the name."""

    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Bullets:
    """A list whose order means little or nothing."""

    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Table:
    """Rows under columns. The header comes back on every page that the table reaches."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    indent: int = 0
    """At which column the explaining lines of a row begin."""


@dataclass(frozen=True)
class Party:
    """Somebody who signs. `signed` says that it has been done, and when."""

    title: str
    name: str
    signed: str = ""


@dataclass(frozen=True)
class SignatureLines:
    """A place for each party to sign, never parted by the end of a page."""

    parties: tuple[Party, ...]
    captions: tuple[str, str]
    """What stands below the two rules: place and date, signature."""


@dataclass(frozen=True)
class NotesSpace:
    """Ruled space to write on: what the page has left, but at least `least` lines."""

    title: str
    least: int = 3
    drop: int = 0


@dataclass(frozen=True)
class Section:
    """Blocks under a heading, which vanishes with the last of them."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class TwoColumns:
    """Blocks in two columns of about the same height, read down one and then the other; for one-page documents."""

    blocks: tuple[Block, ...]


Block = Heading | Paragraph | KeyValues | Bullets | Table | SignatureLines | NotesSpace | Section | TwoColumns


@dataclass(frozen=True)
class Phrases:
    """The few sentences that only a renderer knows when to say, in the document's language."""

    left_out: str = "Lines left out: {count}. See {where} in the workbook."
    left_out_or_shortened: str = "Lines left out or shortened: {count}. See {where} in the workbook."
    shortened: str = "{name} (shortened)"
    page: str = "Page {page} of {pages}"
    several: str = "{first} and {last}"


@dataclass(frozen=True)
class Document:
    """A whole document. `private` ones say so on every page; `mark` is how they say it."""

    title: str
    language: str
    subject: str
    header: tuple[Line, ...]
    blocks: tuple[Block, ...]
    private: bool
    footer: str
    mark: str = ""
    one_page: bool = False
    detail_from: int = 0
    """Pieces whose `drop` is at least this leave before the type is made smaller than comfortable."""
    phrases: Phrases = field(default_factory=Phrases)

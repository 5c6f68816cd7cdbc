"""From blocks of content to strips of a page: where each kind of block puts its words and rules."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from counteroffer.documents.content.blocks import (
    Align,
    Block,
    Bullets,
    Document,
    Heading,
    KeyValues,
    Line,
    NotesSpace,
    Paragraph,
    Section,
    SignatureLines,
    Table,
    Tone,
    TwoColumns,
    plain,
)
from counteroffer.documents.pdf import styles
from counteroffer.documents.pdf.places import heading
from counteroffer.documents.pdf.strips import (
    Anchor,
    Frame,
    Mark,
    Room,
    Rule,
    Strip,
    baseline,
    beside,
    glued,
    height,
    lowered,
    marks_of,
    set_text,
    shifted,
    zipped,
)
from counteroffer.documents.pdf.tables import GUTTER, table

COLUMN_GUTTER = 22.0
FACTS_A_ROW = 3
LABELS = 0.2
"""Names of facts take at least so much of the width, so that several lists of them line up."""
_ROLES: dict[type[Block], str] = {
    Section: "Sect",
    NotesSpace: "Sect",
    TwoColumns: "Div",
    SignatureLines: "Div",
    Bullets: "L",
    KeyValues: "L",
    Paragraph: "P",
}


def lay_out(document: Document, room: Room, extra: int = 0) -> list[Strip]:
    """The whole document; `extra` more lines go to the space for notes."""
    strips = head(document, room)
    for number, block in enumerate(document.blocks, 1):
        strips += lay_block(block, room, number, extra)
    return strips


def lay_block(block: Block, room: Room, number: int, extra: int = 0) -> list[Strip]:
    """One block, by its number among its neighbours. A block with nothing in it takes no room."""
    if type(block) in _ROLES:
        room = room.inside(_ROLES[type(block)], number)
    match block:
        case Section():
            return _section(block, room, extra)
        case TwoColumns():
            return _two_columns(block, room, extra)
        case Table():
            return table(block, room, number)
        case Bullets():
            lines = enumerate(block.lines)
            return [strip for place, line in lines for strip in _bullet(line, room.inside("LI", place))]
        case KeyValues():
            return _key_values(block, room)
        case SignatureLines():
            return _signatures(block, room)
        case NotesSpace():
            return _notes(block, room, extra)
        case Heading():
            return _heading(block.text, room, number)
        case Paragraph():
            return _paragraph(block, room)


def head(document: Document, room: Room) -> list[Strip]:
    """The title, the mark of a private document, and the facts that say what it is about."""
    scale = room.scale
    mark = _mark(document.mark, room) if document.private else []
    kept = room.width - (mark[-1].width + GUTTER if mark and isinstance(mark[-1], Frame) else 0.0)
    heading = replace(plain(document.title, bold=True), limit=2)
    title = set_text(room.part(0, kept).inside("H1"), heading, size=scale.title)
    top = beside([title, [Strip(0.0, tuple(mark))]])
    top = replace(top, marks=(Anchor(room.setter.cleaned(document.title)), *top.marks))
    strips = [top, Strip(scale.lead * 0.4, (Rule(room.x, scale.lead * 0.2, room.width, styles.FIRM, styles.INK),))]
    facts = document.header
    width = (room.width - GUTTER * (FACTS_A_ROW - 1)) / FACTS_A_ROW
    for start in range(0, len(facts), FACTS_A_ROW):
        row = [
            _fact(fact, room.part(place * (width + GUTTER), width).inside("L").inside("LI", start + place))
            for place, fact in enumerate(facts[start : start + FACTS_A_ROW])
        ]
        strips.append(lowered(beside(row), scale.lead * 0.25))
    return strips


def _mark(text: str, room: Room) -> list[Mark]:
    """The words in a thin box at the right end of the title's line."""
    size = room.scale.small
    line = room.setter.lines(plain(text, bold=True).runs, size, room.width / 2, limit=1)[0]
    pad = 5.0
    width = line.width + 2 * pad
    down = baseline(room.scale.lead * 1.7, room.scale.title)
    words = marks_of(line, room.x + room.width - width + pad, down, size, styles.INK, room.inside("P").place)
    top = down - size * 0.78 - pad * 0.8
    return [*words, Frame(room.x + room.width - width, top, width, size * 0.98 + pad * 1.6)]


def _fact(fact: Line, room: Room) -> list[Strip]:
    name = replace(plain(fact.label), limit=1)
    label = set_text(room.inside("Lbl"), name, size=room.scale.small, grey=styles.QUIET)
    # Under its name, whichever way it reads.
    return [*label, *set_text(room.inside("LBody"), replace(fact, label=""), align=Align.LEFT)]


def _heading(text: str, room: Room, number: int = 0) -> list[Strip]:
    words = set_text(room.inside(heading(room.place), number), plain(text, bold=True), size=room.scale.heading)
    first, *rest = words
    first = replace(first, marks=(Anchor(room.setter.cleaned(text)), *first.marks))
    return [_heading_rule(room), *glued([first, *rest], to_next=True)]


def _heading_rule(room: Room) -> Strip:
    gap = room.scale.gap
    return Strip(gap + 2.5, (Rule(room.x, gap, room.width),), glued=True, gap=True)


def _section(section: Section, room: Room, extra: int) -> list[Strip]:
    blocks = enumerate(section.blocks, 1)
    inner = [strip for number, block in blocks for strip in lay_block(block, room, number, extra)]
    return [*_heading(section.title, room), *inner] if inner else []


def _two_columns(block: TwoColumns, room: Room, extra: int) -> list[Strip]:
    """The blocks parted where the two columns come out most alike. One block alone takes the whole width."""
    half = (room.width - COLUMN_GUTTER) / 2
    numbered = list(enumerate(block.blocks, 1))
    narrow = room.part(0, half)
    stacks = [stack for number, inner in numbered if (stack := lay_block(inner, narrow, number, extra))]
    if len(stacks) < 2:
        return [strip for number, inner in numbered for strip in lay_block(inner, room, number, extra)]
    left, right = _columns(stacks, narrow)
    return [beside([left, [shifted(strip, half + COLUMN_GUTTER) for strip in right]])]


def _columns(stacks: list[list[Strip]], room: Room) -> tuple[list[Strip], list[Strip]]:
    """Between two blocks, or within one where that saves more than a line; then the second column begins with a rule
    of its own, so that both begin at one height."""
    strips = [strip for stack in stacks for strip in stack]
    starts = set(accumulate(map(len, stacks)))
    goes_on = _heading_rule(room)
    whole, used = height(strips), 0.0
    costs: list[tuple[float, int]] = []
    for place, strip in enumerate(strips[:-1], 1):
        used += strip.height
        if place in starts:
            costs.append((max(used, whole - used), place))
        elif not strip.glued:
            costs.append((max(used, whole - used + goes_on.height) + room.scale.lead, place))
    place = min(costs)[1]
    return strips[:place], strips[place:] if place in starts else [goes_on, *strips[place:]]


def _paragraph(block: Paragraph, room: Room) -> list[Strip]:
    match block.tone:
        case Tone.LEAD:
            return set_text(room, block.line, size=room.scale.heading)
        case Tone.NOTE:
            note = set_text(room, block.line, size=room.scale.small)
            return [lowered(note[0], room.scale.lead / 2), *note[1:]] if note else []
        case Tone.BODY:
            return set_text(room, block.line)


def _bullet(line: Line, room: Room) -> list[Strip]:
    indent = room.scale.body * 0.9
    # The dot stands where reading begins.
    to_left = any(one.to_left for one in room.setter.lines(line.runs, room.scale.body, room.width - indent))
    words = set_text(room.part(0 if to_left else indent, room.width - indent).inside("LBody"), line)
    dot = set_text(room.inside("Lbl"), plain("•"), align=Align.RIGHT if to_left else Align.LEFT)
    return [replace(beside([dot, words[:1]]), glued=words[0].glued), *words[1:]] if words else []


def _key_values(block: KeyValues, room: Room) -> list[Strip]:
    """Names in a column as wide as the longest, so that all values begin on one line."""
    scale = room.scale
    widths = [
        line.width
        for entry in block.lines
        for line in room.setter.lines(plain(entry.label).runs, scale.body, room.width * 0.36)
    ]
    start = max([*widths, room.width * LABELS]) + GUTTER * 1.5
    strips: list[Strip] = []
    for number, entry in enumerate(block.lines):
        own = room.inside("LI", number)
        label = set_text(own.part(0, room.width * 0.36).inside("Lbl"), plain(entry.label), grey=styles.QUIET)
        value = set_text(own.part(start, room.width - start).inside("LBody"), replace(entry, label=""), tabular=True)
        strips += zipped([label, value])
    return strips


def _signatures(block: SignatureLines, room: Room) -> list[Strip]:
    """Side by side, each with a rule for place and date and one for the signature."""
    count = len(block.parties)
    width = (room.width - COLUMN_GUTTER * (count - 1)) / count
    lead = room.scale.lead
    stacks = []
    for index, party in enumerate(block.parties):
        place = room.part(index * (width + COLUMN_GUTTER), width).inside("Div", index)
        stack = set_text(place.inside("P"), plain(party.title), size=room.scale.small, grey=styles.QUIET)
        stack += set_text(place.inside("P", 1), plain(party.name or " ", bold=True))
        stack += set_text(place.inside("P", 2), plain(party.signed))
        for number, caption in enumerate(block.captions, 3):
            stack.append(Strip(lead * 2.4, (Rule(place.x, lead * 2.4, width, styles.THIN, styles.INK),)))
            written = place.inside("P", number)
            stack += set_text(written, plain(caption), size=room.scale.small, grey=styles.QUIET)
        stacks.append(stack)
    return [beside(stacks)]


def _notes(block: NotesSpace, room: Room, extra: int) -> list[Strip]:
    spacing = room.scale.lead * 1.5
    rule = Rule(room.x, spacing, room.width)
    return [*_heading(block.title, room), *([Strip(spacing, (rule,))] * (block.least + extra))]

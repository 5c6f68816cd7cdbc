"""The asks on the private brief: one row of levels each, and below it all that helps to say it and to hold it."""

from __future__ import annotations

from collections.abc import Iterator

from counteroffer.documents.content.blocks import Align, Column, Line, Row, Run, Table, plain
from counteroffer.documents.content.drops import Drop, of_ask
from counteroffer.documents.content.format import Format
from counteroffer.documents.content.otherwise import otherwise
from counteroffer.documents.content.pictures import picture
from counteroffer.documents.content.shareable import in_order_of_asking
from counteroffer.documents.content.words import Below, Place, continued, source, spoken, usual
from counteroffer.domain.levels import is_blank
from counteroffer.domain.research import Finding, Research
from counteroffer.domain.terms import Importance, Level, Purpose, Term
from counteroffer.domain.workbook import Workbook

NOTHING = "–"
NARROW = 16
"""A level with more letters than this has no room in its column."""


def levels_of(term: Term) -> tuple[Level, Level, Level]:
    """What is asked for: opening, target, acceptable."""
    return term.opening, term.target, term.acceptable


def is_ask(term: Term) -> bool:
    """Whether anything beyond the offer has been put down for a term that is meant to be asked for."""
    said = term.what_exactly.strip() or term.justification.line.strip()
    return term.purpose is Purpose.ASK and (any(not is_blank(level.value) for level in levels_of(term)) or bool(said))


def asks_table(workbook: Workbook, fmt: Format) -> Table:
    """The asks in the order of asking."""
    tr = fmt.tr
    columns = (
        Column("", 0.3, Align.RIGHT, numeric=True),
        Column(tr("Ask"), 3.4),
        Column(tr("Offered"), 1.55, Align.RIGHT, numeric=True),
        Column(tr("Opening"), 1.55, Align.RIGHT, numeric=True),
        Column(tr("Target"), 1.55, Align.RIGHT, numeric=True),
        Column(tr("Acceptable"), 1.55, Align.RIGHT, numeric=True),
    )
    asks = [term for term in in_order_of_asking(workbook) if is_ask(term)]
    return Table(columns, tuple(_row(term, rank, workbook, fmt) for rank, term in enumerate(asks)), indent=1)


def to_trade(workbook: Workbook, fmt: Format) -> tuple[Line, ...]:
    """What is kept to trade with, as one line."""
    kept = [term for term in workbook.terms if term.purpose is Purpose.TRADE and term.name.strip()]
    names = ", ".join(_kept(term, fmt) for term in kept)
    return Place(fmt.tr("To trade with"), fmt.tr("Priorities"), Drop.MORE_LINES).line(names, fmt.tr("To trade with"))


def _kept(term: Term, fmt: Format) -> str:
    offered, target = fmt.figure(term.offered.value), fmt.figure(term.target.value)
    span = " → ".join(part for part in (offered, target) if part)
    return f"{term.name} ({span})" if span else term.name


def _row(term: Term, rank: int, workbook: Workbook, fmt: Format) -> Row:
    tr = fmt.tr
    unit = fmt.counted_in(term.unit)
    notes = [unit] if unit else []
    notes += [tr("must have")] if term.importance is Importance.MUST else []
    name = Line((Run(term.name, bold=True), *((Run(f"  {', '.join(notes)}", italic=True),) if notes else ())))
    label = f"{rank + 1}. {term.name}"
    shown = [fmt.figure(value, NOTHING) for value in (term.offered.value, *(level.value for level in levels_of(term)))]
    in_words = any(len(text) > NARROW for text in shown)
    offered, opening, target, acceptable = ("", "", "", "") if in_words else shown
    cells = (
        plain(str(rank + 1)),
        name,
        plain(offered),
        plain(opening),
        plain(target, bold=True),
        plain(acceptable),
    )
    spelled = _spelled(shown, fmt) if in_words else ()
    details = (*spelled, *_details(term, label, rank, workbook.research, fmt))
    linked = [found for found in workbook.research.findings if found.id in term.justification.evidence]
    drawn = picture(
        term.unit,
        ((found.unit, found.range) for found in linked),
        term.offered.value,
        (tr("target"), term.target.value),
        fmt,
    )
    drop = int(of_ask(rank, Drop.FIRST_ASKS))
    return Row(cells, details, label, tr("Priorities"), drop, most=2, picture=drawn)


def _spelled(shown: list[str], fmt: Format) -> tuple[Line, ...]:
    """Levels too long for their columns, as a line of their own that stays as long as the row does."""
    tr = fmt.tr
    labels = (tr("Offered"), tr("Opening"), tr("Target"), tr("Acceptable"))
    runs: list[Run] = []
    for label, text in zip(labels, shown, strict=True):
        if text == NOTHING:
            continue
        runs += [Run("\u00a0· ")] if runs else []
        runs += [Run(f"{label} ", italic=True), Run(text, bold=label == tr("Target"))]
    return (Line(tuple(runs), most=3),)


def _details(term: Term, label: str, rank: int, research: Research, fmt: Format) -> Iterator[Line]:
    """The lines below an ask, in the order in which they are wanted during a talk."""
    tr = fmt.tr
    why = term.justification

    place = Below(label, rank, most=2).place
    reasons, offers = tr("Justifications"), tr("Priorities")
    yield from place(tr("the line to say"), reasons, Drop.LINES).line(why.line, tr("Say"), italic=True)
    exactly = continued(term.what_exactly, term.starts)
    heading = tr("Exactly") if term.what_exactly.strip() else tr("From when")
    yield from place(tr("the ask in plain words"), offers, Drop.BOTH).line(exactly, heading)
    for reason in why.reasons:
        marked = spoken(reason.statement, reason.legitimate)
        title, drop = (tr("Why"), Drop.REASONS) if reason.sayable else (tr("Why (keep to yourself)"), Drop.BOTH)
        yield from place(tr("reason"), reasons, drop).line(marked, title)
    limit = fmt.level(term.walk_away.value, term.unit)
    yield from place(tr("walk-away"), offers, Drop.REASONS).line(limit, tr("Not beyond"))
    shown = [_evidence(finding, fmt) for finding in research.findings if finding.id in why.evidence]
    shown += [spoken(one.what, one.result) for one in research.achievements if one.id in why.achievements]
    for text in shown:
        yield from place(tr("evidence"), reasons, Drop.EVIDENCE, Drop.CORE).line(text, tr("Evidence"))
    for no in why.objections:
        answer = " → ".join(part.strip() for part in (no.objection, no.answer) if part.strip())
        yield from place(tr("their objection"), reasons, Drop.ANSWERS).line(answer, tr("If they object"))
    for alternative in term.alternatives:
        instead = otherwise(alternative, fmt)
        yield from place(tr("alternative"), tr("Alternatives"), Drop.ANSWERS, Drop.EVIDENCE).line(instead, tr("If not"))
    for gain in why.gains:
        gained = spoken(gain.statement, gain.their_words)
        yield from place(tr("what they gain"), reasons, Drop.BOTH).line(gained, tr("They gain"))
    yield from place(tr("words for their boss"), reasons, Drop.BOTH).line(why.for_their_boss, tr("For their boss"))
    yield from place(tr("another way"), reasons, Drop.BOTH).line(why.another_way, tr("Another way"))
    worth = fmt.span(term.target.worth)
    yield from place(tr("worth"), offers, Drop.REST).line(worth, tr("Target worth to me, a year"))
    cost = ", ".join(
        part
        for part in (
            fmt.span(term.target.cost),
            tr(term.target.difficulty.label) if term.target.difficulty else "",
        )
        if part
    )
    yield from place(tr("cost to them"), offers, Drop.REST).line(cost, tr("Target cost to them, a year"))


def _evidence(finding: Finding, fmt: Format) -> str:
    # Figures say it shorter than the sentence about them; whoever holds this page wrote both.
    found = usual(fmt, finding.range, finding.unit) or finding.statement.strip()
    closed = f"{found} {source(fmt, finding.source, finding.address, finding.seen_on)}".strip()
    return closed if finding.sayable else spoken(closed, fmt.tr("Not to be mentioned."))

"""The asks on the private brief: one row of levels each, and below it all that helps to say it and to hold it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from counteroffer.analysis.interval import Interval
from counteroffer.analysis.totals import cost
from counteroffer.analysis.view import kept
from counteroffer.documents.content.blocks import Align, Column, Line, Row, Run, Table, plain
from counteroffer.documents.content.drops import Drop, of_ask
from counteroffer.documents.content.format import Format
from counteroffer.documents.content.otherwise import otherwise
from counteroffer.documents.content.pictures import picture
from counteroffer.documents.content.reckoned import (
    NOTHING,
    likely,
    not_counted,
    package,
    spread,
    whose,
    worth_of,
    yearly,
)
from counteroffer.documents.content.shareable import in_order_of_asking
from counteroffer.documents.content.words import Below, Place, continued, spoken, usual
from counteroffer.domain.justifications import Justification
from counteroffer.domain.levels import is_blank
from counteroffer.domain.packages import Slot
from counteroffer.domain.research import Finding, Research, SourceKind
from counteroffer.domain.terms import Importance, Level, Purpose, Term
from counteroffer.domain.workbook import Workbook

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
        Column(tr("Ask"), 3.9),
        Column(tr("Offered"), 1.25, Align.RIGHT, numeric=True),
        Column(tr("Opening"), 1.25, Align.RIGHT, numeric=True),
        Column(tr("Target"), 1.25, Align.RIGHT, numeric=True),
        Column(tr("Acceptable"), 1.25, Align.RIGHT, numeric=True),
        Column(_worth_title(workbook, fmt), 1.35, Align.RIGHT, numeric=True),
    )
    asks = [term for term in in_order_of_asking(workbook) if is_ask(term)]
    return Table(columns, tuple(_row(term, rank, workbook, fmt) for rank, term in enumerate(asks)), indent=1)


def _worth_title(workbook: Workbook, fmt: Format) -> str:
    return fmt.tr("Gain a year, after tax") if kept(workbook) is not None else fmt.tr("Gain a year")


def whole_package(workbook: Workbook, fmt: Format) -> tuple[Line, ...]:
    """The package as one yearly value: as offered, and with every target; without base pay, the step between."""
    tr = fmt.tr
    offered, target = package(workbook, Slot.OFFERED), package(workbook, Slot.TARGET)
    if offered.whole is not None and target.whole is not None:
        steps = [tr("as offered {money}").format(money=likely(offered.whole, fmt))]
        steps.append(tr("with every target {money}").format(money=_with_spread(target.whole, fmt)))
        text = tr("{steps}, before tax.").format(steps=" → ".join(steps))
    elif any(part.worth.known for part in target.parts):
        text = tr("with every target {money} more than the offer.").format(money=_with_spread(target.average, fmt))
    else:
        return ()
    place = Place(tr("The whole package"), tr("Packages"), Drop.LINES)
    return place.line(spoken(text, not_counted(workbook, target.unknown, fmt)), tr("The whole package, a year"))


def _with_spread(amount: Interval, fmt: Format) -> str:
    return " ".join((likely(amount, fmt), f"({between})" if (between := spread(amount, fmt)) else "")).strip()


def to_trade(workbook: Workbook, fmt: Format) -> tuple[Line, ...]:
    """What is kept to trade with, as one line."""
    kept = [term for term in workbook.terms if term.purpose is Purpose.TRADE and term.name.strip()]
    names = ", ".join(_kept(term, fmt) for term in kept)
    return Place(fmt.tr("To trade with"), fmt.tr("Priorities"), Drop.MORE_LINES).line(names, fmt.tr("To trade with"))


def without_figure(workbook: Workbook, fmt: Format) -> tuple[Line, ...]:
    """The names of what is asked for though nothing says yet how much of it, as one line."""
    asked = [term for term in in_order_of_asking(workbook) if term.purpose is Purpose.ASK and not is_ask(term)]
    names = ", ".join(term.name.strip() for term in asked if term.name.strip())
    title = fmt.tr("Asked for, without a figure yet")
    return Place(title, fmt.tr("Priorities"), Drop.LINES).line(names, title)


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
    found = worth_of(workbook, term, term.target)
    cells = (
        plain(str(rank + 1)),
        name,
        plain(offered),
        plain(opening),
        plain(target, bold=True),
        plain(acceptable),
        plain(likely(yearly(workbook, found), fmt) if found.known else NOTHING),
    )
    spelled = _spelled(shown, fmt) if in_words else ()
    about = ", ".join(part for part in (spread(yearly(workbook, found), fmt), whose(found, fmt)) if part)
    details = (*spelled, *_details(term, label, rank, workbook.research, about, fmt))
    linked = [one for one in workbook.research.findings if one.id in term.justification.evidence]
    drawn = picture(
        term.unit,
        ((one.unit, one.range) for one in linked),
        term.offered.value,
        (tr("target"), term.target.value),
        tr("From offer to target"),
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


def _details(term: Term, label: str, rank: int, research: Research, worth: str, fmt: Format) -> Iterator[Line]:
    """The lines below an ask, in the order in which they are wanted during a talk.

    What is of one kind is one line, as far as nobody has to tell its parts apart while talking.
    """
    tr = fmt.tr
    why = term.justification
    place = Below(label, rank, most=2).place
    reasons, offers = tr("Justifications"), tr("Priorities")
    yield from place(tr("the line to say"), reasons, Drop.LINES).line(why.line, tr("Say"), italic=True)
    if not why.line.strip():  # the line says it otherwise
        exactly = continued(term.what_exactly, term.starts)
        heading = tr("Exactly") if term.what_exactly.strip() else tr("From when")
        yield from place(tr("the ask in plain words"), offers, Drop.REASONS).line(exactly, heading)
    said = [spoken(one.statement, one.legitimate) for one in why.reasons if one.sayable]
    yield from place(tr("reason"), reasons, Drop.REASONS).line(spoken(*said), tr("Why"))
    yield from place(tr("worth"), offers, Drop.REASONS).line(worth, tr("Worth"))
    limit = fmt.level(term.walk_away.value, term.unit)
    yield from place(tr("walk-away"), offers, Drop.REASONS).line(limit, tr("Not beyond"))
    yield from place(tr("evidence"), reasons, Drop.CORE).line(_evidence(term, research, fmt), tr("Evidence"))
    answers = [" → ".join(part.strip() for part in (no.objection, no.answer) if part.strip()) for no in why.objections]
    yield from place(tr("their objection"), reasons, Drop.ANSWERS).line(spoken(*answers), tr("If they object"))
    # In a talk its title says enough; measure and dates of it are looked up.
    instead = [one.title.strip() or otherwise(one, fmt) for one in term.alternatives]
    yield from place(tr("alternatives"), tr("Alternatives"), Drop.ANSWERS).line(spoken(*instead), tr("If not"))
    guessed = cost(term.target)
    costs = (
        likely(guessed, fmt) if guessed else "",
        tr(term.target.difficulty.label) if term.target.difficulty else "",
    )
    yield from place(tr("cost to them"), offers, Drop.TALK).line(
        ", ".join(filter(None, costs)), tr("Costs them a year")
    )
    yield from _for_them(why, place(tr("what they gain"), reasons, Drop.BOTH), fmt)
    yield from place(tr("another way"), reasons, Drop.BOTH).line(why.another_way, tr("Another way"))
    private = [one.statement for one in why.reasons if not one.sayable]
    yield from place(tr("private reason"), reasons, Drop.REST).line(spoken(*private), tr("Why (keep to yourself)"))


def _for_them(why: Justification, place: Place, fmt: Format) -> tuple[Line, ...]:
    """What they gain, and the sentence with which it can be defended: they are said in one breath."""
    gains = spoken(*(spoken(gain.statement, gain.their_words) for gain in why.gains))
    boss, title = why.for_their_boss.strip(), fmt.tr("For their boss")
    if not gains or not boss:
        return place.line(gains or boss, fmt.tr("They gain") if gains else title)
    return place.runs((Run(f"{gains} "), Run(f"{title} ", bold=True), Run(boss)), fmt.tr("They gain"))


def _evidence(term: Term, research: Research, fmt: Format) -> str:
    """The best of what bears the ask out, and how much more there is: findings first, then what the person brings."""
    why = term.justification
    linked = sorted((one for one in research.findings if one.id in why.evidence), key=_weight)
    found = [_found(finding, fmt) for finding in linked]
    found += [spoken(one.what, one.result) for one in research.achievements if one.id in why.achievements]
    if len(found) < 2:
        return "".join(found)
    return fmt.tr("{evidence} + {count} more").format(evidence=found[0], count=fmt.number(Decimal(len(found) - 1)))


def _weight(finding: Finding) -> tuple[bool, bool]:
    """What carries most in a talk comes first: what may be said, and paper before what somebody told."""
    return not finding.sayable, finding.source_kind is SourceKind.PERSON


def _found(finding: Finding, fmt: Format) -> str:
    # Figures say it shorter than the sentence about them; whoever holds this page wrote both. Where to look it up
    # stands in the workbook: what is said in a talk is who found it.
    found = usual(fmt, finding.range, finding.unit) or finding.statement.strip()
    closed = ", ".join(part for part in (found, finding.source.strip()) if part)
    return closed if finding.sayable else spoken(closed, fmt.tr("Not to be mentioned."))

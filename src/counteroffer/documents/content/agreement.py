"""The summary of what was agreed: complete, exact, for both sides, with room to sign.

It is made from a `ShareableView`, so no private word can be in it. What the whole is worth to one side is such a word:
it hangs on what that person would pay for a day off. Here the amounts that stand in the terms are added up, and those
alone, which either side can do for itself.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from babel import Locale

from counteroffer.documents.content.blocks import (
    Block,
    Bullets,
    Column,
    Document,
    KeyValues,
    Line,
    Paragraph,
    Party,
    Row,
    Run,
    Section,
    SignatureLines,
    Table,
    plain,
)
from counteroffer.documents.content.format import Format, Translator
from counteroffer.documents.content.shareable import AgreedTerm, OpenTerm, Promise, ShareableView
from counteroffer.documents.content.words import facts, phrases
from counteroffer.domain.agreement import Outcome
from counteroffer.domain.levels import AmountValue, Direction, Unit

NARROW = 60
"""An agreed wording with more letters than this stands below its row."""


def agreement_summary(view: ShareableView, tr: Translator, locale: Locale, today: date) -> Document:
    """What was agreed, beside what was first offered; what is still to come; and a place for both to sign."""
    fmt = Format(locale, view.currency, tr)
    standing = tuple(Paragraph(plain(text)) for text in _standing(view, fmt))
    blocks: list[Block] = [Section(tr("Where things stand"), standing)]
    if view.agreed:
        rows = (*(_agreed(term, fmt) for term in view.agreed), *_sums(view, fmt))
        blocks.append(Section(tr("Agreed terms"), (Table(_columns(fmt), rows, indent=1),)))
    else:
        blocks.append(Section(tr("Agreed terms"), (Paragraph(plain(tr("Nothing has been agreed yet."))),)))
    blocks += [
        Section(tr("Pay and hours"), (KeyValues(_pay(view, fmt)),)),
        Section(_open_title(view, fmt), (KeyValues(tuple(_open(term, view, fmt) for term in view.open)),)),
        Section(tr("What the offer hangs on"), (Bullets(_conditions(view, fmt)),)),
        Section(tr("What is still to come"), (_promises(view, fmt),)),
        Section(tr("Signatures"), (_signatures(view, fmt),)),
    ]
    return Document(
        title=tr("Summary of what was agreed"),
        language=fmt.language,
        subject=" · ".join(part.strip() for part in (view.role, view.employer) if part.strip()),
        header=facts(
            (
                (tr("Employer"), view.employer),
                (tr("Employee"), view.your_name),
                (tr("Role"), view.role),
                (tr("Place"), view.place),
                (tr("Agreed on"), fmt.day(view.closed_on) if view.closed_on else ""),
                (tr("Confirmed in writing on"), fmt.day(view.confirmed_on) if view.confirmed_on else ""),
            )
        ),
        blocks=tuple(blocks),
        private=False,
        footer=tr("As of {day}").format(day=fmt.day(today)),
        phrases=phrases(tr),
    )


def own_copy(summary: Document, tr: Translator) -> Document:
    """The same summary as the person's own copy, which may hold what the other side must not have."""
    return replace(summary, private=True, mark=tr("Your own copy, with your workbook inside"))


def _standing(view: ShareableView, fmt: Format) -> tuple[str, ...]:
    """How binding this is, where it is not plainly agreed."""
    tr = fmt.tr
    if view.outcome in (Outcome.DECLINED_BY_YOU, Outcome.DECLINED_BY_THEM, Outcome.LAPSED):
        return (tr("This negotiation ended without an agreement."),)
    if not view.closed:
        return (tr("The talks are not closed yet: this is how things stand."),)
    return ()


def _columns(fmt: Format) -> tuple[Column, ...]:
    tr = fmt.tr
    return (
        Column(tr("What"), 2.1),
        Column(tr("First offered"), 1.7, numeric=True),
        Column(tr("Agreed"), 2.5, numeric=True),
        Column(tr("From when"), 1.5, numeric=True),
        Column(tr("Condition"), 1.9),
        Column(tr("Who sees to it"), 1.5),
    )


def _agreed(term: AgreedTerm, fmt: Format) -> Row:
    level = fmt.level(term.agreed, term.unit)
    wording = term.wording.strip()
    # Many words read better over the full width than in a narrow column.
    below = bool(level) and len(wording) > NARROW
    runs = [Run(level, bold=True)] if level else []
    if wording and wording != level and not below:
        runs.append(Run(f"\n{wording}" if level else wording, bold=not level))
    return Row(
        (
            plain(term.name),
            plain(fmt.level(term.offered, term.unit, "–")),
            Line(tuple(runs)),
            plain(term.starts.strip() or "–"),
            plain(term.condition.strip() or "–"),
            plain(term.sees_to_it.strip() or "–"),
        ),
        (plain(wording),) if below else (),
    )


def _sums(view: ShareableView, fmt: Format) -> tuple[Row, ...]:
    """What the amounts for one period come to, first and now; nothing where there is only one to add up.

    Periods are never turned into one another, nor is a percentage into money: that would be reckoning, not reading.
    """
    rows = []
    for unit, title in (
        (Unit.MONEY_YEAR, fmt.tr("Amounts a year, together")),
        (Unit.MONEY_MONTH, fmt.tr("Amounts a month, together")),
        (Unit.MONEY_ONCE, fmt.tr("Amounts once, together")),
    ):
        pairs = [
            (one.offered.amount if isinstance(one.offered, AmountValue) else Decimal(0), one.agreed.amount)
            for one in view.agreed
            if one.unit is unit and one.direction is Direction.MORE and isinstance(one.agreed, AmountValue)
        ]
        if len(pairs) > 1:
            first, now = (fmt.level_of_money(sum(column, Decimal(0)), unit) for column in zip(*pairs, strict=True))
            rows.append(Row((plain(title, bold=True), plain(first), plain(now, bold=True), *(plain(""),) * 3)))
    return tuple(rows)


def _pay(view: ShareableView, fmt: Format) -> tuple[Line, ...]:
    tr, pay = fmt.tr, view.pay
    pairs = (
        (tr("Pay is meant"), f"{tr(pay.period.label)}, {tr(pay.taxed.label)}"),
        (tr("Payments a year"), str(pay.payments_a_year)),
        (tr("Hours a week"), fmt.number(pay.hours_a_week) if pay.hours_a_week is not None else ""),
        (tr("Work days a week"), fmt.number(pay.days_a_week) if pay.days_a_week is not None else ""),
    )
    return tuple(Line((Run(text),), label) for label, text in pairs if text)


def _open_title(view: ShareableView, fmt: Format) -> str:
    return fmt.tr("As offered, unchanged") if view.outcome is Outcome.AGREED else fmt.tr("Not agreed yet")


def _open(term: OpenTerm, view: ShareableView, fmt: Format) -> Line:
    offered = fmt.level(term.offered, term.unit)
    if offered and view.outcome is not Outcome.AGREED:
        offered = fmt.tr("offered: {level}").format(level=offered)
    return Line((Run(offered or "–"),), term.name)


def _conditions(view: ShareableView, fmt: Format) -> tuple[Line, ...]:
    tr = fmt.tr
    lines = []
    for one in view.conditions:
        due = tr("due by {day}").format(day=fmt.day(one.due)) if one.due else ""
        state = tr("met") if one.met else due
        lines.append(plain(f"{one.statement} ({state})" if state else one.statement))
    return tuple(lines)


def _promises(view: ShareableView, fmt: Format) -> Table:
    """By their day; what has none comes last."""
    tr = fmt.tr
    columns = (Column(tr("When"), 1.6, numeric=True), Column(tr("What"), 4.4), Column(tr("Who sees to it"), 2.0))
    ordered = sorted(view.promises, key=lambda one: one.due or date.max)
    return Table(columns, tuple(_promise(one, fmt) for one in ordered))


def _promise(one: Promise, fmt: Format) -> Row:
    tr = fmt.tr
    day = fmt.day(one.due) if one.due else tr("no day named")
    what = tr("{what} (done)").format(what=one.what) if one.done else one.what
    return Row((plain(day), plain(what), plain(one.who.strip() or "–")))


def _signatures(view: ShareableView, fmt: Format) -> SignatureLines:
    tr = fmt.tr

    def signed(day: date | None) -> str:
        return tr("Signed on {day}").format(day=fmt.day(day)) if day else ""

    return SignatureLines(
        (
            Party(tr("For the employer"), view.their_signatory.strip() or view.employer, signed(view.signed_by_them)),
            Party(tr("Employee"), view.your_name, signed(view.signed_by_you)),
        ),
        (tr("Place and date"), tr("Signature")),
    )

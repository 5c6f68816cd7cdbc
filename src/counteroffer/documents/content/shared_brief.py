"""The brief that may be handed over: made from a `ShareableView`, and from nothing else.

Its asks are not numbered: their order is the order of the talk, not a ranking of what matters.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from babel import Locale

from counteroffer.documents.content.blocks import (
    Bullets,
    Column,
    Document,
    Line,
    Paragraph,
    Phrases,
    Row,
    Section,
    Table,
    Tone,
    plain,
)
from counteroffer.documents.content.drops import DETAIL_FROM, Drop, of_ask, of_entry
from counteroffer.documents.content.format import Format, Translator
from counteroffer.documents.content.pictures import picture
from counteroffer.documents.content.shareable import Ask, Evidence, ShareableView, Strength
from counteroffer.documents.content.words import Below, Place, facts, numbered, phrases, source, spoken, usual


def shareable_brief(view: ShareableView, tr: Translator, locale: Locale, today: date) -> Document:
    """What I ask for and why, for the other side to read; one page."""
    fmt = Format(locale, view.currency, tr)
    first = (
        *Place(tr("Why this role"), tr("Offer"), Drop.HEART, 4).line(view.why_role),
        *Place(tr("Why this employer"), tr("Offer"), Drop.HEART, 4).line(view.why_employer),
    )
    columns = (
        Column(tr("What"), 2.6),
        Column(tr("Offered"), 2.2, numeric=True),
        Column(tr("Asked for"), 2.4, numeric=True),
        Column(tr("From when"), 2.8),
    )
    rows = tuple(_row(ask, rank, fmt) for rank, ask in enumerate(view.asks))
    strengths = tuple(
        line
        for index, one in enumerate(view.strengths)
        for line in Place(numbered(tr("Why me"), index), tr("Research"), of_entry(index), 3).line(_strength(one, fmt))
    )
    return Document(
        title=tr("What I would like to talk about"),
        language=fmt.language,
        subject=" · ".join(part.strip() for part in (view.role, view.employer) if part.strip()),
        header=facts(
            (
                (tr("Employer"), view.employer),
                (tr("Role"), view.role),
                (tr("Place"), view.place),
                (tr("From"), view.your_name),
                (tr("Reply due"), fmt.day(view.reply_due) if view.reply_due else ""),
            ),
            tr("Offer"),
        ),
        blocks=(
            Section(tr("Why I want to come"), tuple(Paragraph(line, Tone.LEAD) for line in first)),
            Section(tr("What I ask for"), (Table(columns, rows),)),
            Section(tr("What I bring"), (Bullets(strengths),)),
        ),
        private=False,
        footer=fmt.day(today),
        one_page=True,
        detail_from=DETAIL_FROM,
        phrases=_phrases(tr),
    )


def _phrases(tr: Translator) -> Phrases:
    """What had to leave the page is told to the person who makes it; whoever reads it has no use for the count."""
    return replace(phrases(tr), left_out="", left_out_or_shortened="")


def _row(ask: Ask, rank: int, fmt: Format) -> Row:
    tr = fmt.tr
    level = fmt.level(ask.asked, ask.unit) or ask.in_words.strip() or tr("to be talked about")
    cells = (
        plain(ask.name, bold=True),
        plain(fmt.level(ask.offered, ask.unit, "–")),
        plain(level, bold=True),
        plain(ask.starts),
    )

    below, where = Below(ask.name, rank, most=3), tr("Justifications")
    details: tuple[Line, ...] = ()
    for reason in ask.reasons:
        text = spoken(reason.statement, reason.legitimate)
        details += below.place(tr("reason"), where, Drop.REASONS).line(text, tr("Why"))
    shown = [_evidence(found, fmt) for found in ask.evidence]
    shown += [spoken(one.what, one.result) for one in ask.strengths]
    for text in shown:
        details += below.place(tr("evidence"), where, Drop.EVIDENCE, Drop.CORE).line(text, tr("Evidence"))
    for gain in ask.gains:
        details += below.place(tr("what they gain"), where, Drop.BOTH).line(gain, tr("What you gain"))
    boss = below.place(tr("words for their boss"), where, Drop.BOTH)
    details += boss.line(ask.for_their_boss, tr("In short"))
    ranges = ((found.unit, found.range) for found in ask.evidence)
    drawn = picture(ask.unit, ranges, ask.offered, (tr("asked for"), ask.asked), tr("From offer to ask"), fmt)
    drop = int(of_ask(rank, Drop.FIRST_ASKS))
    return Row(cells, details, ask.name, tr("Priorities"), drop, most=3, picture=drawn)


def _evidence(found: Evidence, fmt: Format) -> str:
    text = spoken(found.statement, usual(fmt, found.range, found.unit))
    return f"{text} {source(fmt, found.source, found.address, found.seen_on)}".strip()


def _strength(one: Strength, fmt: Format) -> str:
    proof = f"({one.proof.strip()})" if one.proof.strip() else ""
    goal = fmt.tr("For: {goal}").format(goal=one.goal.strip()) if one.goal.strip() else ""
    return spoken(f"{spoken(one.what, one.result)} {proof}".strip(), goal)

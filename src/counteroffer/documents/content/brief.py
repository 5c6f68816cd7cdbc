"""The private brief: one page to hold in the hand during the talk. It is for nobody else's eyes.

In the order of the talk: what I say first; the asks; why me; what binds them; what I want to know; and, for me
alone, what I do without an agreement and where I would walk away.
"""

from __future__ import annotations

from datetime import date

from counteroffer.analysis.standing import batna
from counteroffer.documents.content.asks import asks_table, to_trade, whole_package, without_figure
from counteroffer.documents.content.blocks import (
    Block,
    Bullets,
    Document,
    Line,
    NotesSpace,
    Paragraph,
    Run,
    Section,
    Tone,
    TwoColumns,
)
from counteroffer.documents.content.drops import DETAIL_FROM, Drop, of_entry
from counteroffer.documents.content.format import Format, Translator, locale_of
from counteroffer.documents.content.words import Place, facts, numbered, phrases, spoken
from counteroffer.domain.workbook import Workbook


def brief(workbook: Workbook, today: date, tr: Translator) -> Document:
    """The private brief of a workbook, as of today."""
    situation = workbook.situation
    fmt = Format(locale_of(situation.language), situation.currency, tr)
    asks = asks_table(workbook, fmt)
    whole = tuple(Paragraph(line) for line in whole_package(workbook, fmt))
    bare = tuple(Paragraph(line) for line in without_figure(workbook, fmt))
    trade = tuple(Paragraph(line) for line in to_trade(workbook, fmt))
    blocks: tuple[Block, ...] = (
        Section(tr("What I say first"), _first_words(workbook, fmt)),
        Section(tr("What I ask for"), (asks, *bare, *whole, *trade)),
        TwoColumns(
            (
                Section(tr("Why me"), (Bullets(_why_me(workbook, fmt)),)),
                Section(tr("What binds them"), (Bullets(_constraints(workbook, fmt)),)),
                Section(tr("Questions"), (Bullets(_questions(workbook, fmt)),)),
                Section(tr("What they need"), tuple(Paragraph(line) for line in _interests(workbook, fmt))),
                Section(tr("In the talk"), tuple(Paragraph(line) for line in _talk(workbook, fmt))),
                Section(tr("Without an agreement"), tuple(Paragraph(line) for line in _without(workbook, fmt))),
            )
        ),
        NotesSpace(tr("Notes"), drop=int(Drop.NOTES)),
    )
    about = " · ".join(part.strip() for part in (situation.role, situation.employer) if part.strip())
    return Document(
        title=tr("Negotiation brief"),
        language=fmt.language,
        subject=about,
        header=_header(workbook, fmt, today),
        blocks=blocks,
        private=True,
        footer=tr("As of {day}").format(day=fmt.day(today)),
        mark=tr("Private: for your eyes only"),
        one_page=True,
        detail_from=DETAIL_FROM,
        phrases=phrases(tr),
    )


def _header(workbook: Workbook, fmt: Format, today: date) -> tuple[Line, ...]:
    tr, situation, plan = fmt.tr, workbook.situation, workbook.conversations.plan
    due = situation.reply_due
    people = {person.id: person.name for person in situation.people}
    with_whom = fmt.joined(people[one] for one in plan.people if people.get(one, "").strip())
    talk = (
        fmt.day(plan.day) if plan.day else "",
        plan.clock,
        tr(plan.channel.label) if plan.channel else "",
        with_whom,
    )
    return facts(
        (
            (tr("Employer"), situation.employer),
            (tr("Role"), situation.role),
            (tr("Place"), situation.place),
            (tr("Stage"), tr(situation.stage.label) if situation.stage else ""),
            (tr("Reply due"), f"{fmt.day(due)} ({fmt.away(due, today)})" if due else ""),
            (tr("Talk"), ", ".join(part.strip() for part in talk if part.strip())),
        ),
        tr("Offer"),
    )


def _first_words(workbook: Workbook, fmt: Format) -> tuple[Block, ...]:
    tr, situation = fmt.tr, workbook.situation
    opening = Place(tr("Your opening words"), tr("Conversations"), Drop.CORE, 4)
    role = Place(tr("Why this role"), tr("Offer"), Drop.HEART, 4)
    employer = Place(tr("Why this employer"), tr("Offer"), Drop.HEART, 4)
    lines = (
        *opening.line(workbook.conversations.plan.opening_words, italic=True),
        *role.line(situation.why_role),
        *employer.line(situation.why_employer),
    )
    return tuple(Paragraph(line, Tone.LEAD) for line in lines)


def _why_me(workbook: Workbook, fmt: Format) -> tuple[Line, ...]:
    name = fmt.tr("Why me")
    lines: tuple[Line, ...] = ()
    for index, one in enumerate(workbook.research.achievements):
        goal = fmt.tr("For: {goal}").format(goal=one.goal) if one.goal.strip() else ""
        place = Place(numbered(name, index), fmt.tr("Research"), of_entry(index), 2)
        lines += place.line(spoken(one.what, one.result, goal))
    return lines


def _questions(workbook: Workbook, fmt: Format) -> tuple[Line, ...]:
    """The ones that are still open."""
    name = fmt.tr("Question")
    lines: tuple[Line, ...] = ()
    still_open = [one for one in workbook.research.questions if not one.answer.strip()]
    for index, one in enumerate(still_open):
        whom = f" ({one.whom.strip()})" if one.whom.strip() and one.question.strip() else ""
        place = Place(numbered(name, index), fmt.tr("Research"), of_entry(index), 2)
        lines += place.line(one.question.strip() + whom)
    return lines


def _talk(workbook: Workbook, fmt: Format) -> tuple[Line, ...]:
    tr, plan = fmt.tr, workbook.conversations.plan
    where = tr("Conversations")
    figure = tr(plan.first_figure.label) if plan.first_figure else ""
    low = tr("If theirs is low: {words}").format(words=plan.figure_words.strip()) if plan.figure_words.strip() else ""
    lines = Place(tr("First figure"), where, Drop.TALK, 3).line(spoken(figure, low), tr("First figure"))
    traded = [" → ".join(part.strip() for part in (one.give, one.get) if part.strip()) for one in plan.exchanges]
    return (
        *lines,
        *Place(tr("Give and get"), where, Drop.ANSWERS, 4).line("; ".join(filter(None, traded)), tr("Give → get")),
        *Place(tr("Who helps"), where, Drop.MORE).line(_helpers(workbook, fmt), tr("Who helps")),
        *Place(tr("What to listen for"), where, Drop.TALK).line(plan.listen_for, tr("Listen for")),
        *Place(tr("Words that ask for time to think"), where, Drop.TALK).line(plan.time_to_think, tr("Ask for time")),
        *Place(tr("What I do with it"), where, Drop.MORE).line(plan.use_of_wins, tr("What I do with it")),
    )


def _helpers(workbook: Workbook, fmt: Format) -> str:
    """Whom to turn to when it gets hard, and in what capacity."""
    people = [one for one in workbook.situation.people if (one.can_help or one.on_your_side) and one.name.strip()]
    return fmt.joined(f"{one.name} ({one.role.strip()})" if one.role.strip() else one.name for one in people)


def _constraints(workbook: Workbook, fmt: Format) -> tuple[Line, ...]:
    tr = fmt.tr
    lines: tuple[Line, ...] = ()
    for index, one in enumerate(workbook.research.constraints):
        way = tr("Within it: {way}").format(way=one.way_within) if one.way_within.strip() else ""
        place = Place(numbered(tr("What binds them"), index), tr("Research"), of_entry(index), 3)
        lines += place.line(spoken(one.statement, way), tr(one.kind.label))
    return lines


def _interests(workbook: Workbook, fmt: Format) -> tuple[Line, ...]:
    tr, research = fmt.tr, workbook.research
    needs = [
        spoken(one.statement, tr("A guess: {question}").format(question=one.question).strip() if one.guess else "")
        for one in research.interests
        if one.statement.strip()
    ]
    lines = Place(tr("What they need"), tr("Research"), Drop.TALK, 5).line(spoken(*needs))
    side = research.their_side
    limit = fmt.span(side.limit)
    theirs = tr("Their limit, a guess: {span}").format(span=limit) if limit else ""
    options = [spoken(theirs, side.limit_reason)]
    for option in side.options:
        cost = fmt.span(option.cost)
        options.append(spoken(option.statement, tr("Costs them a year: {span}").format(span=cost) if cost else ""))
    without = Place(tr("What they do without me"), tr("Research"), Drop.MORE, 3)
    return lines + without.line(spoken(*options), tr("Without me"))


def _without(workbook: Workbook, fmt: Format) -> tuple[Line, ...]:
    """The best alternative and the limit: what makes it possible to stay calm."""
    tr, situation = fmt.tr, workbook.situation
    where = tr("Offer")
    plan = batna(workbook).plan or next(iter(situation.plans), None)
    worth = fmt.span(plan.worth) if plan else ""
    lines: tuple[Line, ...] = ()
    if plan:
        name = plan.name.strip() or tr(plan.kind.label)
        text = name + (tr(", worth a year: {span}").format(span=worth) if worth else "")
        heart = Place(tr("Best alternative"), where, Drop.HEART)
        lines += heart.runs((Run(text),), tr("Best alternative"))
    amount = situation.walk_away.amount
    if amount is not None:
        limit = tr("{amount} a year, the whole package").format(amount=fmt.money(amount))
    else:
        limit = tr("as the best alternative, a year: {span}").format(span=worth) if worth else ""
    lines += Place(tr("Walk-away"), where, Drop.HEART).line(spoken(limit, situation.walk_away.reason), tr("Walk-away"))
    anyway = Place(tr("Leave whatever the numbers"), where, Drop.CORE)
    lines += anyway.line(situation.walk_away.whatever_the_numbers, tr("Leave whatever the numbers"))
    if plan:
        steps = spoken(
            plan.steps,
            *(
                f"{label}: {text.strip()}"
                for label, text in (
                    (tr("Risk"), plan.risk),
                    (tr("If that fails"), plan.if_it_fails),
                    (tr("This week"), plan.improve),
                )
                if text.strip()
            ),
        )
        lines += Place(tr("Best alternative: how"), where, Drop.TALK, 3).line(steps, tr("How"))
    return lines + _other_offers(workbook, fmt)


def _other_offers(workbook: Workbook, fmt: Format) -> tuple[Line, ...]:
    tr = fmt.tr
    lines: tuple[Line, ...] = ()
    for index, offer in enumerate(workbook.situation.other_offers):
        named = ", ".join(part.strip() for part in (offer.employer, offer.role) if part.strip())
        due = tr("reply due {day}").format(day=fmt.short_day(offer.reply_due)) if offer.reply_due else ""
        sayable = tr("may be mentioned") if offer.real and offer.sayable else tr("not to be mentioned")
        text = ", ".join(part for part in (named, due, sayable) if part) if named else ""
        place = Place(numbered(tr("Other offer"), index), tr("Offer"), of_entry(index, Drop.TALK))
        lines += place.line(spoken(text, offer.note) if text else "", tr("Other offer"))
    return lines

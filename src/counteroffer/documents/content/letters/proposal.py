"""The comprehensive proposal (M41): one letter that holds everything, so that it can be looked at as a whole.

Enthusiasm first, then what the person brings, every ask with its reason and what the other side gains by it, equal
offers if some were chosen, openness to another way, thanks. It gives away no fallback: a `ShareableView` has none.
"""

from __future__ import annotations

from datetime import date
from string import ascii_uppercase

from counteroffer.documents.content.format import Format
from counteroffer.documents.content.letters.parts import (
    Draft,
    Passage,
    about_role,
    bullets,
    flat,
    heading,
    labelled,
    letter,
    lines,
    name_of,
    opening,
    sentences,
    thanks,
)
from counteroffer.documents.content.view import Ask, Evidence, NamedLevel, ShareableView, Strength
from counteroffer.documents.content.words import source, spoken
from counteroffer.domain.words import N_

MOST_EVIDENCE = 1
"""One finding beside an ask is read; the others are better kept for the talk."""


def proposal(view: ShareableView, fmt: Format, today: date) -> Draft:
    """What I ask for and why, in one letter."""
    tr = fmt.tr
    asks = [passage for ask in view.asks if (passage := _ask(ask, fmt)).whole]
    intro = tr("Here is what I would like to ask for, all in one place, each point with its reason.") if asks else ""
    return letter(
        about_role(view, fmt, N_("My proposal for the role of {role}"), N_("My proposal")),
        fmt,
        view,
        Passage(" ".join(part for part in (thanks(view, fmt), _enthusiasm(view, fmt)) if part)),
        Passage(_strengths(view, fmt)),
        Passage(_longer_view(view, fmt)),
        Passage(intro),
        *asks,
        Passage(sentences(view.longer_view.asks_add)),
        Passage(_on_the_table(view, fmt)),
        Passage(_open_to_other_ways(fmt) if asks else ""),
        Passage(tr("Thank you for reading this with care. I look forward to talking it through with you.")),
    )


def _enthusiasm(view: ShareableView, fmt: Format) -> str:
    return sentences(view.why_role, view.why_employer) or fmt.tr("I am glad about it.")


def _strengths(view: ShareableView, fmt: Format) -> str:
    said = [_strength(one, fmt) for one in view.strengths]
    return lines(fmt.tr("What I bring to it:"), bullets(said)) if any(said) else ""


def _strength(one: Strength, fmt: Format) -> str:
    said = sentences(one.what, one.result)
    proof, goal = name_of(one.proof), name_of(one.goal)
    more = sentences(
        fmt.tr("Proof: {proof}").format(proof=proof) if proof else "",
        fmt.tr("Your goal: {goal}").format(goal=goal) if goal else "",
    )
    return f"{said} ({more})" if said and more else said


def _longer_view(view: ShareableView, fmt: Format) -> str:
    longer = view.longer_view
    return " ".join(
        part
        for part in (
            labelled(fmt.tr("Your longer plans, as I understand them:"), longer.they_want),
            sentences(longer.you_add),
        )
        if part
    )


def _ask(ask: Ask, fmt: Format) -> Passage:
    tr = fmt.tr
    return Passage(
        lead=heading(ask.name, ask.asked, ask.unit, fmt),
        text=lines(
            sentences(ask.in_words),
            _from_when(ask, fmt),
            labelled(tr("Why:"), *(part for one in ask.reasons for part in (one.statement, one.legitimate))),
            labelled(tr("What bears it out:"), *(_evidence(one, fmt) for one in ask.evidence[:MOST_EVIDENCE])),
            labelled(tr("What you gain:"), *ask.gains),
            labelled(tr("For whoever has to agree:"), ask.for_their_boss),
            sentences(ask.another_way),
        ),
    )


def _from_when(ask: Ask, fmt: Format) -> str:
    starts = opening(name_of(ask.starts))
    # What was offered is said for comparison; where there is nothing to compare, it would only puzzle.
    offered = flat(fmt.level(ask.offered, ask.unit)) if ask.offered != ask.asked else ""
    if starts and offered:
        return sentences(fmt.tr("{starts}; offered so far: {level}").format(starts=starts, level=offered))
    return sentences(fmt.tr("Offered so far: {level}").format(level=offered) if offered else starts)


def _evidence(found: Evidence, fmt: Format) -> str:
    # A statement that names its figures needs no second ones.
    figures = "" if any(letter_.isdigit() for letter_ in found.statement) else _usual(found, fmt)
    said = spoken(flat(found.statement), figures)
    where = source(fmt, flat(found.source), flat(found.address), found.seen_on)
    return f"{name_of(said)} {where}" if where else said


def _usual(found: Evidence, fmt: Format) -> str:
    if found.unit is None:
        return ""
    low, typical, high = (
        fmt.level(one, found.unit) for one in (found.range.low, found.range.typical, found.range.high)
    )
    span = fmt.tr("{low} to {high}").format(low=low, high=high) if low and high else low or high
    usual = fmt.tr("{figure} is typical").format(figure=typical) if typical else ""
    return "; ".join(part for part in (span, usual) if part)


def _on_the_table(view: ShareableView, fmt: Format) -> str:
    """The equal offers, lettered, so that one can be named in the answer; what they share is said once."""
    tr, offers = fmt.tr, view.on_the_table[: len(ascii_uppercase)]
    if not offers:
        return ""
    shared = [one for one in offers[0].levels if all(one in offer.levels for offer in offers)]
    own = ([one for one in offer.levels if one not in shared] for offer in offers)
    intro = tr(
        "Not all of this weighs the same for you. "
        "These packages are equally good for me; choose the one that is easier for you:"
    )
    return lines(
        intro,
        bullets(f"{name} – {_levels(levels, fmt)}" for name, levels in zip(ascii_uppercase, own, strict=False)),
        labelled(tr("In each of them:"), "; ".join(_level(one, fmt) for one in shared)),
        tr("What a package does not name stays as you offered it."),
    )


def _levels(levels: list[NamedLevel], fmt: Format) -> str:
    return sentences("; ".join(_level(one, fmt) for one in levels) or fmt.tr("nothing beyond what all of them hold"))


def _level(one: NamedLevel, fmt: Format) -> str:
    return name_of(heading(one.name, one.value, one.unit, fmt))


def _open_to_other_ways(fmt: Format) -> str:
    return fmt.tr(
        "If one of these points is hard for you, please tell me what makes it hard. "
        "I am open to other ways of meeting the same need."
    )

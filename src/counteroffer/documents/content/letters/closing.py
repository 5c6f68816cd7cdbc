"""The letters at the end: the summing-up of what was agreed (M50), and a no from either side (M54)."""

from __future__ import annotations

from datetime import date

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
from counteroffer.documents.content.view import AgreedTerm, OfferCondition, Promise, ShareableView
from counteroffer.domain.agreement import Outcome
from counteroffer.domain.words import N_


def follow_up(view: ShareableView, fmt: Format, today: date) -> Draft:
    """What was agreed, term by term, with the request to confirm it."""
    tr = fmt.tr
    agreed = [passage for term in view.agreed if (passage := _agreed(term, fmt)).whole]
    promises = bullets(_promise(one, fmt) for one in view.promises if not one.done)
    conditions = bullets(_condition(one, fmt) for one in view.conditions if not one.met)
    return letter(
        about_role(view, fmt, N_("What we agreed on the role of {role}"), N_("What we agreed")),
        fmt,
        view,
        Passage(_opening(bool(agreed), fmt)),
        *agreed,
        Passage(lines(tr("Still to come:"), promises) if promises else ""),
        Passage(_rest(view, fmt)),
        Passage(lines(tr("What the offer still hangs on, as I understand it:"), conditions) if conditions else ""),
        Passage(_please_confirm(bool(agreed), fmt)),
    )


def _opening(something: bool, fmt: Format) -> str:
    tr = fmt.tr
    if something:
        return tr(
            "Thank you for working this out with me. "
            "So that we both have the same list, here is what we agreed, as I understand it."
        )
    return tr("Thank you for taking the time to talk this over with me.")


def _please_confirm(something: bool, fmt: Format) -> str:
    tr = fmt.tr
    if something:
        return tr(
            "Is this how you have it too? Please confirm it in writing, or tell me which point you see differently. "
            "Thank you; I look forward to working with you."
        )
    return tr(
        "Could you send me in writing how you see where we stand, point by point? Then we both have the same list."
    )


def _agreed(term: AgreedTerm, fmt: Format) -> Passage:
    tr = fmt.tr
    lead = heading(term.name, term.agreed, term.unit, fmt)
    wording = flat(term.wording)
    # Words that only say the level again say nothing.
    again = wording.rstrip(".") == flat(fmt.level(term.agreed, term.unit))
    holds = (
        sentences(opening(term.starts)),
        labelled(tr("Condition:"), term.condition),
        labelled(tr("Seen to by:"), term.sees_to_it),
    )
    return Passage(
        lead=lead,
        text=lines("" if again else sentences(wording), " ".join(part for part in holds if part)),
    )


def _promise(one: Promise, fmt: Format) -> str:
    what, who = name_of(one.what), name_of(one.who)
    if not what:
        return ""
    said = f"{fmt.day(one.due)}: {what}" if one.due else what
    return sentences(f"{said} ({who})" if who else said)


def _condition(one: OfferCondition, fmt: Format) -> str:
    what = name_of(one.statement)
    if not what:
        return ""
    due = fmt.tr("due by {day}").format(day=fmt.day(one.due)) if one.due else ""
    return sentences(f"{what} ({due})" if due else what)


def _rest(view: ShareableView, fmt: Format) -> str:
    """The terms about which nothing was agreed: they stand as offered, or are still open."""
    tr, settled = fmt.tr, view.outcome is Outcome.AGREED
    named = bullets(heading(one.name, one.offered, one.unit, fmt) for one in view.open)
    if not named:
        return ""
    return lines(tr("As you offered it, unchanged:") if settled else tr("Still open, as offered so far:"), named)


def decline(view: ShareableView, fmt: Format, today: date) -> Draft:
    """A polite no. It gives no reason: none is owed, and the workbook's own is private."""
    tr = fmt.tr
    return letter(
        about_role(view, fmt, N_("Your offer of the role of {role}"), N_("Your offer")),
        fmt,
        view,
        Passage(f"{thanks(view, fmt)} {tr('Thank you as well for the time that you and your colleagues gave me.')}"),
        Passage(tr("I have thought about it with care, and I have decided not to accept.")),
        Passage(
            tr(
                "It was good to get to know you and your work. "
                "I wish you somebody who does well in this role, and I would be glad if our paths crossed again."
            )
        ),
    )


def their_decline(view: ShareableView, fmt: Format, today: date) -> Draft:
    """An answer to their no: thanks, one question, and a door that stays open."""
    tr, employer = fmt.tr, name_of(view.employer)
    with_them = tr("I would have liked to work at {employer}.").format(employer=employer) if employer else ""
    return letter(
        about_role(view, fmt, N_("Your decision on the role of {role}"), N_("Your decision")),
        fmt,
        view,
        Passage(tr("Thank you for telling me, and for the time that you gave to this.")),
        Passage(" ".join(part for part in (with_them, tr("I respect your decision.")) if part)),
        Passage(
            tr(
                "May I ask what decided it? Your answer would help me. "
                "Should it come about that you see it differently, I would be glad to hear from you."
            )
        ),
    )

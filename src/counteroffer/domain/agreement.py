"""The Agreement tab: how it ended, the contract, the letters, and what is still to come."""

from __future__ import annotations

from counteroffer.domain.base import Choice, Day, Flag, Frozen, Id, Item, Items, Line, Paper, Text, ask
from counteroffer.domain.situation import Attachment


class Outcome(Choice):
    """How it ended."""

    AGREED = "agreed", "Agreed"
    DECLINED_BY_YOU = "declined_by_you", "You declined"
    DECLINED_BY_THEM = "declined_by_them", "They declined"
    LAPSED = "lapsed", "It came to nothing"


class CommitmentKind(Choice):
    """What is still to come."""

    REVIEW = "review", "A review"
    TRIAL_END = "trial_end", "The end of a trial"
    RISE = "rise", "A rise"
    ELIGIBLE = "eligible", "Something you become entitled to"
    PAYMENT = "payment", "A payment"
    USE = "use", "Use what you won"
    OTHER = "other", "Something else"


class Commitment(Item):
    """Something that was promised for later, or that one has promised oneself."""

    kind: CommitmentKind = ask("What it is", "", default=CommitmentKind.REVIEW)
    what: Line = ask("In one sentence", "", "Pay review after six months, against the agreed measure")
    term: Id | None = ask("Which term", "", default=None)
    due: Day | None = ask("When", "", default=None)
    who: Line = ask("Who sees to it", "", "Dana Whitlock")
    done: Flag = ask("Done", "", default=False)
    note: Text = ask("Note to self", "", "Bring the figures of the first half-year.")


class LetterKind(Choice):
    """What a letter is for."""

    PROPOSAL = "proposal", "A comprehensive proposal"
    MORE_TIME = "more_time", "A request for time"
    FOLLOW_UP = "follow_up", "A summing-up, for confirmation"
    DECLINE = "decline", "A polite no"
    THEIR_DECLINE = "their_decline", "An answer to their no"


class Letter(Item):
    """A letter in the person's own wording. It survives changes elsewhere; the fingerprint tells that facts changed."""

    kind: LetterKind = ask("What it is for", "", default=LetterKind.PROPOSAL)
    to: Id | None = ask("To", "", default=None)
    subject: Line = ask("Subject", "", "The offer of 3 November")
    body: Text = ask("Your words", "", "Dear Dana, thank you for …")
    facts: Line = ask("Fingerprint of the facts it was written on", "", "")
    written_on: Day | None = ask("Written on", "", default=None)
    sent_on: Day | None = ask("Sent on", "", default=None)


class Agreement(Frozen):
    """How it ended, and what holds it in place."""

    outcome: Outcome | None = ask("How it ended", "A no is an answer too, from either side.", default=None)
    outcome_reason: Text = ask("Why it ended so", "", "Their limit stayed below mine.")
    closed_on: Day | None = ask("Closed on", "", default=None)
    summed_up_on: Day | None = ask("Terms sent to them in writing on", "", default=None)
    confirmed_on: Day | None = ask(
        "Confirmed by them on", "If it is not written down, it is not agreed yet.", default=None
    )
    contract_text: Paper = ask("The contract in its words", "Paste it here, to hold the terms against it.", "")
    attachments: Items[Attachment] = ask("Papers", "The contract, kept inside your archive.", default=())
    signed_by_you: Day | None = ask("Signed by you on", "", default=None)
    signed_by_them: Day | None = ask("Signed by them on", "Until then, do not resign.", default=None)
    their_signatory: Line = ask("Who signs for them", "", "Dana Whitlock, Head of Operations")
    commitments: Items[Commitment] = ask("What is still to come", "Reviews, trial ends, rises, reminders.", default=())
    letters: Items[Letter] = ask("Letters", "", default=())
    has_resigned: Flag = ask("You have given notice where you are", "", default=False)

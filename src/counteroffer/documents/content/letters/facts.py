"""Whether what a letter was written on still holds.

The fingerprint is taken over the facts that a draft of its kind is built from, and over nothing else: a change
elsewhere in the workbook does not make a letter look old.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, is_dataclass
from typing import Any

from counteroffer.documents.content.view import ShareableView
from counteroffer.domain.agreement import Letter, LetterKind
from counteroffer.domain.base import Frozen

_EVERY = ("employer", "role", "your_name", "addressee", "language")
_FACTS: dict[LetterKind, tuple[str, ...]] = {
    LetterKind.PROPOSAL: (
        *("currency", "why_role", "why_employer", "strengths", "longer_view", "asks", "on_the_table"),
    ),
    LetterKind.MORE_TIME: ("why_role", "why_employer", "reply_due"),
    LetterKind.FOLLOW_UP: ("currency", "agreed", "open", "promises", "conditions", "outcome"),
    LetterKind.DECLINE: (),
    LetterKind.THEIR_DECLINE: (),
}


def facts_of(kind: LetterKind) -> tuple[str, ...]:
    """The fields of a view that a draft of this kind reads."""
    return (*_EVERY, *_FACTS[kind])


def facts_fingerprint(kind: LetterKind, view: ShareableView) -> str:
    """A fingerprint of the facts beneath a letter, the same in every language of the app and on every day."""
    found = {name: getattr(view, name) for name in facts_of(kind)}
    written = json.dumps([str(kind), found], default=_plain, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def _plain(thing: Any) -> Any:
    if is_dataclass(thing) and not isinstance(thing, type):
        return asdict(thing)
    return thing.model_dump(mode="json") if isinstance(thing, Frozen) else str(thing)


def is_stale(letter: Letter, view: ShareableView) -> bool:
    """Whether the facts beneath a letter have changed since it was written.

    What is sent is sent; and where there are no own words yet, the draft is always as new as the facts.
    """
    if letter.sent_on is not None or not letter.body.strip() or not letter.facts:
        return False
    return letter.facts != facts_fingerprint(letter.kind, view)

"""What may be handed to the other side, as a type: see `shareable`, the one place where it is made from a workbook."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from counteroffer.domain.agreement import Outcome
from counteroffer.domain.levels import Direction, Unit, Value, ValueRange
from counteroffer.domain.situation import Period, Taxed


@dataclass(frozen=True)
class Evidence:
    """A finding that may be mentioned, with its source."""

    statement: str
    source: str
    address: str
    seen_on: date | None
    unit: Unit | None
    range: ValueRange


@dataclass(frozen=True)
class SaidReason:
    """A reason that may be said, and what makes it a fair one."""

    statement: str
    legitimate: str


@dataclass(frozen=True)
class Strength:
    """Something the person brings."""

    what: str
    result: str
    proof: str
    goal: str


@dataclass(frozen=True)
class Ask:
    """One ask, as asked."""

    name: str
    unit: Unit
    offered: Value | None
    asked: Value | None
    in_words: str
    """Only where no level says it."""
    starts: str
    reasons: tuple[SaidReason, ...]
    evidence: tuple[Evidence, ...]
    strengths: tuple[Strength, ...]
    gains: tuple[str, ...]
    for_their_boss: str
    another_way: str


@dataclass(frozen=True)
class AgreedTerm:
    """A term as agreed, beside what was first offered."""

    name: str
    unit: Unit
    direction: Direction
    offered: Value | None
    agreed: Value | None
    wording: str
    starts: str
    condition: str
    sees_to_it: str


@dataclass(frozen=True)
class OpenTerm:
    """A term that both sides know of and about which nothing was agreed."""

    name: str
    unit: Unit
    offered: Value | None


@dataclass(frozen=True)
class Promise:
    """Something that one side owes the other on a day."""

    what: str
    due: date | None
    who: str
    done: bool


@dataclass(frozen=True)
class OfferCondition:
    """What the offer hangs on."""

    statement: str
    due: date | None
    met: bool


@dataclass(frozen=True)
class Pay:
    """How pay is meant, as the offer says."""

    period: Period
    taxed: Taxed
    payments_a_year: int
    hours_a_week: Decimal | None
    days_a_week: Decimal | None


@dataclass(frozen=True)
class Addressee:
    """Whom a letter is for. The address is where mail reaches them, or nothing."""

    name: str
    address: str


@dataclass(frozen=True)
class LongerView:
    """How it all serves what the employer is after in the years to come."""

    they_want: str
    you_add: str
    asks_add: str


@dataclass(frozen=True)
class NamedLevel:
    """One term of an offer that is put on the table, with its value."""

    name: str
    unit: Unit
    value: Value


@dataclass(frozen=True)
class TableOffer:
    """One of several equal offers that were chosen to be put on the table."""

    levels: tuple[NamedLevel, ...]


@dataclass(frozen=True)
class ShareableView:
    """All that may be shown to the other side."""

    language: str
    currency: str
    employer: str
    role: str
    place: str
    your_name: str
    reply_due: date | None
    why_role: str
    why_employer: str
    asks: tuple[Ask, ...]
    strengths: tuple[Strength, ...]
    pay: Pay
    agreed: tuple[AgreedTerm, ...]
    open: tuple[OpenTerm, ...]
    conditions: tuple[OfferCondition, ...]
    promises: tuple[Promise, ...]
    outcome: Outcome | None
    closed: bool
    closed_on: date | None
    confirmed_on: date | None
    signed_by_you: date | None
    signed_by_them: date | None
    their_signatory: str
    addressee: Addressee | None
    longer_view: LongerView
    on_the_table: tuple[TableOffer, ...]

"""The Priorities tab, and the spine of the workbook: a term, from the offer to the signed contract.

A term is one thing that can be negotiated. Its levels, its worth, its cost to them, its reasons, its alternatives
and what was agreed about it are one object, so that the chain from interest to contract reads from end to end.
The order of the terms is their rank.
"""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from counteroffer.domain.alternatives import Alternative
from counteroffer.domain.base import Choice, Day, Flag, Frozen, Id, Item, Items, Key, Line, Text, Whole, ask
from counteroffer.domain.justifications import Justification
from counteroffer.domain.levels import Difficulty, Direction, Unit, Value
from counteroffer.domain.money import Estimate, Fraction, Money
from counteroffer.domain.words import Sentence


class Purpose(Choice):
    """What a term is for in this negotiation."""

    ASK = "ask", "I ask for it"
    TRADE = "trade", "I keep it to trade with"
    LEAVE = "leave", "It stays as offered"


class Importance(Choice):
    """How much hangs on a term."""

    MUST = "must", "Must have"
    FLEXIBLE = "flexible", "Flexible"
    NICE = "nice", "Nice to have"


class Offered(Frozen):
    """A term as the employer has offered it."""

    value: Value | None = ask("What they offer", "Empty if nothing was said about it.", default=None)
    said_by: Line = ask("Who said so", "", "Dana Whitlock")
    said_on: Day | None = ask("When", "", default=None)
    in_writing: Flag = ask("It is in writing", "", default=False)
    wording: Line = ask("In their words", "", "“up to two days a week, after probation”")


class Level(Frozen):
    """One level of a term: the value, what it is worth to me, what it costs them."""

    value: Value | None = ask("Level", "", default=None)
    worth: Estimate = ask("Your own figure for its worth a year", "Instead of the formula's.", default=Estimate)
    worth_reason: Line = ask("Why your figure differs", "", "I would not buy it at that price.")
    cost: Estimate = ask("What it costs them a year", "Your guess.", default=Estimate)
    difficulty: Difficulty | None = ask("How hard it is for them", "", default=None)


class Option(Level, Item):
    """A level between the others."""

    label: Line = ask("Call it", "", "Half of it now")


class WouldBuy(Choice):
    """The question that finds the personal worth."""

    YES = "yes", "Yes, at that price"
    CHEAPER = "cheaper", "Only if it were cheaper"
    NO = "no", "No, I would not buy it"


class FormulaInput(Item):
    """One input of a formula. Its id is the input's name in the formula."""

    estimate: Estimate = ask("Figure", "Low, likely, high. One figure is enough.", default=Estimate)
    note: Line = ask("Where the figure comes from", "", "My bus pass, twelve months")


class Valuation(Frozen):
    """How a term is turned into money a year: a formula that is shown, with its inputs."""

    formula: Key = ask("Formula", "How it is turned into money a year.", "paid_days")
    inputs: Items[FormulaInput] = ask("Its inputs", "", default=())
    hangs_on: Id | None = ask("Hangs on", "The term it follows, such as base pay.", default=None)
    would_buy: WouldBuy | None = ask("Would you buy it at that price?", "", default=None)
    personal_worth: Estimate = ask(
        "Then what is it worth to you in a year?", "At the target, beyond the offer.", default=Estimate
    )


class Weighing(Frozen):
    """What a term without a price is worth beside the others: from its swing and from trades against pay."""

    swing: Whole | None = ask(
        "Weight of its swing",
        "From offer to target. The largest swing is 100; how large is this one beside it?",
        "40",
        None,
        ge=0,
        le=100,
    )
    pay_for_it: Money | None = ask(
        "How much pay a year would you give up for it?", "From offer to target.", "1,500", None
    )
    settled: Text = ask(
        "Where rank and figures disagree", "What holds, and why.", "The rank holds: I undervalued time."
    )


class Found(Choice):
    """Whether an agreed term stands in the written contract."""

    YES = "yes", "Yes, as agreed"
    DIFFERS = "differs", "It differs"
    NO = "no", "It is missing"


class Agreed(Frozen):
    """What was agreed about a term, and whether the contract says so."""

    value: Value | None = ask("Agreed", "", default=None)
    wording: Line = ask("In words", "What exactly, and how much.", "28 days a year, five of them to be carried over")
    starts: Line = ask("From when", "", "From 1 March 2027")
    condition: Line = ask("On what condition", "", "After probation is passed")
    sees_to_it: Line = ask("Who sees to it", "", "People office")
    agreed_on: Day | None = ask("Agreed on", "", default=None)
    found: Found | None = ask("Stands in the contract", "", default=None)
    clause: Line = ask("Where", "", "§ 7 (2)")
    difference: Text = ask("How it differs, or what is missing", "", "The contract says 25 days.")
    settled: Flag = ask("Settled", "The difference has been put right.", default=False)


class Term(Item):
    """One thing that can be negotiated."""

    name: Line = ask("Term", "", "Base pay")
    benefit: Key = ask("From the catalogue", "Which benefit it is.", "base_pay")
    unit: Unit = ask("Counted in", "", default=Unit.MONEY_YEAR)
    direction: Direction = ask("Which way is better for you", "", default=Direction.MORE)
    purpose: Purpose = ask("What you do with it", "", default=Purpose.ASK)
    importance: Importance | None = ask("How much hangs on it", "", default=None)
    offered: Offered = ask("As offered", "", default=Offered)
    today: Value | None = ask("What you have today", "", default=None)
    by_law: Value | None = ask(
        "What the law grants anyway", "It is no gain. Look it up; this app states no law.", default=None
    )
    opening: Level = ask("Opening", "The highest you can explain without blushing.", default=Level)
    target: Level = ask("Target", "What you are really after. Keep your eye on it.", default=Level)
    acceptable: Level = ask("Acceptable", "Where you would still be content.", default=Level)
    walk_away: Level = ask("Walk-away", "Only for a must-have: below this, no.", default=Level)
    options: Items[Option] = ask("Levels between", "", default=())
    what_exactly: Text = ask(
        "The ask in plain words",
        "What, and how much: so that yes or no can be said to it.",
        "28 days of paid leave a year",
    )
    starts: Line = ask("From when", "", "From the first day")
    valuation: Valuation = ask("What it is worth", "", default=Valuation)
    chance: Fraction | None = ask(
        "How likely it is to be paid out", "For what is not certain. Empty: certain.", "70 %", None
    )
    weighing: Weighing = ask("How it weighs", "", default=Weighing)
    same_wish: Flag = ask("Both sides may want the same here", "Ask before you trade.", default=False)
    justification: Justification = ask("Why", "", default=Justification)
    alternatives: Items[Alternative] = ask("If not this, then what", "", default=())
    agreed: Agreed = ask("What was agreed", "", default=Agreed)
    note: Text = ask("Note to self", "", "Ask after the pay is settled.")

    @model_validator(mode="after")
    def _levels_fit_the_unit(self) -> Self:
        for value in term_values(self):
            if value is not None and value.kind != self.unit.kind.value:
                raise ValueError(
                    Sentence(
                        "this term is counted as {unit}, so a level must be {kind}",
                        unit=Sentence(self.unit.label),
                        kind=Sentence(self.unit.kind.label),
                    )
                )
        return self


def term_values(term: Term) -> tuple[Value | None, ...]:
    """All values of the term itself, which share its unit."""
    levels = (term.opening, term.target, term.acceptable, term.walk_away, *term.options)
    return (term.offered.value, term.today, term.by_law, term.agreed.value, *(level.value for level in levels))

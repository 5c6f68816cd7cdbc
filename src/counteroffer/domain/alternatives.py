"""The Alternatives tab: for each ask, other ways of meeting the same interest, each with what makes it concrete."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from counteroffer.domain.base import Choice, Day, Flag, Item, Line, Text, Whole, ask
from counteroffer.domain.levels import Unit, Value
from counteroffer.domain.money import Count, Estimate, Fraction, Money


class AlternativeBase(Item):
    """What all alternatives share."""

    title: Line = ask("In one line", "What you would propose instead.", "Two days from home")
    interest: Line = ask("Which need it meets", "The same one that the ask meets.", "Time with my children")
    worth: Estimate = ask("What it is worth to you in a year", "", default=Estimate)
    cost: Estimate = ask("What it costs them in a year", "Your guess.", default=Estimate)
    note: Text = ask("Note to self", "", "Only if the pay stays as it is.")


class Substitute(AlternativeBase):
    """Something else that serves the same need."""

    kind: Literal["substitute"] = "substitute"
    benefit: Line = ask("Benefit", "What it is.", "Remote work")
    unit: Unit = ask("Counted in", "", default=Unit.TEXT)
    value: Value | None = ask("How much", "", default=None)
    starts: Line = ask("From when", "", "From the first month")


class ForWhom(Choice):
    """Whose performance is measured."""

    PERSON = "person", "You"
    TEAM = "team", "The team"


class PerformanceTied(AlternativeBase):
    """A reward that comes when something has been achieved."""

    kind: Literal["performance"] = "performance"
    reward: Line = ask("The reward", "Money or not.", "A bonus of 4,000")
    amount: Money | None = ask("Its amount, if money", "", "4,000", None)
    measure: Line = ask("What is measured", "", "Share of deliveries on time")
    target: Line = ask("What must be reached", "A figure.", "95 %")
    measured_by: Line = ask("Who measures", "", "The controller, from the shipping system")
    due: Day | None = ask("By when", "", default=None)
    for_whom: ForWhom = ask("Whose result", "", default=ForWhom.PERSON)
    chance: Fraction | None = ask("How likely you are to reach it", "", "70 %", None)


class Trial(AlternativeBase):
    """Something tried out first."""

    kind: Literal["trial"] = "trial"
    what: Line = ask("What is tried", "", "Working from home on Fridays")
    months: Count | None = ask("For how many months", "", "3", None)
    success: Line = ask("What counts as success", "Something both can see.", "No report later than before")
    review_on: Day | None = ask("Looked at together on", "", default=None)
    afterwards: Line = ask("What follows if it works", "", "It becomes part of the contract")


class TimedRise(AlternativeBase):
    """A rise that is agreed now and comes later."""

    kind: Literal["timed_rise"] = "timed_rise"
    amount: Money | None = ask("The rise, a year", "", "3,000", None)
    after_months: Whole | None = ask("After how many months", "After probation, say.", "6", None, ge=0, le=120)
    measure: Line = ask("By what it is judged", "What 'did well' means.", "Probation passed, first plan delivered")
    reviewed_by: Line = ask("Who judges", "", "My manager and the head of operations")
    chance: Fraction | None = ask("How likely it is to come", "", "80 %", None)


class CushionForm(Choice):
    """How severance is paid."""

    MONTHS = "months", "Months of pay"
    LUMP = "lump", "A lump sum"


class Cushion(AlternativeBase):
    """Severance: what softens the fall if it ends badly."""

    kind: Literal["cushion"] = "cushion"
    form: CushionForm = ask("Paid as", "", default=CushionForm.MONTHS)
    months: Count | None = ask("Months of pay", "", "3", None)
    amount: Money | None = ask("Lump sum", "", "15,000", None)
    endings_in: Line = ask("Which endings count", "", "Any the employer brings about, sale of the firm included")
    endings_out: Line = ask("Which do not", "", "Gross misconduct")
    good_reason: Line = ask("Leaving for good reason counts if", "", "Pay is cut or the place is moved")
    health_months: Count | None = ask("Months of health cover meanwhile", "", "3", None)
    notice_set_off: Flag = ask("Notice pay is set against it", "", default=False)
    release: Line = ask("What you sign in return", "", "A mutual release")
    repayment_waived: Flag = ask("Nothing is paid back if you are laid off", "", default=False)
    months_to_find: Estimate = ask("Months to find the next post", "", default=Estimate)
    living_a_month: Money | None = ask("What you live on a month", "", "2,400", None)
    savings: Money | None = ask("What you have put by", "", "6,000", None)
    notice_pay: Money | None = ask("Notice pay", "", "5,000", None)
    chance: Fraction | None = ask("How likely it is that you will need it", "Within your horizon.", "10 %", None)
    instead: Line = ask("What could replace it", "", "A sign-on bonus, or longer notice")


class InSteps(AlternativeBase):
    """A part now, the rest later; or once instead of every year."""

    kind: Literal["in_steps"] = "in_steps"
    unit: Unit = ask("Counted in", "", default=Unit.MONEY_YEAR)
    now: Value | None = ask("Now", "", default=None)
    later: Value | None = ask("Later", "What it grows to.", default=None)
    later_on: Day | None = ask("From", "", default=None)
    once: Flag = ask("Once instead of every year", "", default=False)


Alternative = Annotated[
    Substitute | PerformanceTied | Trial | TimedRise | Cushion | InSteps, Field(discriminator="kind")
]
"""Another way to meet the interest behind an ask."""

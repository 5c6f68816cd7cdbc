"""The draft of the line to say: one reason, the ask, a question; nothing that the wording checks would point out."""

from __future__ import annotations

from datetime import date

import pytest

from counteroffer.domain.base import revise
from counteroffer.domain.justifications import Justification, Reason
from counteroffer.domain.levels import (
    AmountValue,
    DateValue,
    Kind,
    NumberValue,
    PercentValue,
    TextValue,
    Unit,
    Value,
    YesNoValue,
)
from counteroffer.domain.research import Finding, Research
from counteroffer.domain.terms import Level, Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method.catalogue import catalogue
from counteroffer.method.wording import Place, remarks
from counteroffer.ui.context import UiContext
from counteroffer.ui.quick_start.draft import draft_line, level_to_say
from counteroffer.ui.words_for import level_words

PAY = Term(
    id="pay",
    name="Base pay",
    benefit="base_pay",
    opening=Level(value=AmountValue(amount="88000")),
    target=Level(value=AmountValue(amount="84000")),
    starts="From the first day.",
    justification=Justification(
        reasons=(
            Reason(statement="My father needs me on Fridays."),
            Reason(statement="I have run this planning for five years", sayable=True),
        )
    ),
)
ASKED = "Is that something you can do?"
ONE_BREATH = 60
"""Words."""
VALUES: dict[Kind, Value] = {
    Kind.AMOUNT: AmountValue(amount="600"),
    Kind.PERCENT: PercentValue(percent="5"),
    Kind.NUMBER: NumberValue(number="3"),
    Kind.YES_NO: YesNoValue(yes=True),
    Kind.DATE: DateValue(date=date(2027, 3, 1)),
    Kind.TEXT: TextValue(text="Senior analyst"),
}


def drafted(ask: Term, ctx: UiContext, *findings: Finding, locale: str = "en_GB") -> str:
    workbook = Workbook(terms=(ask,), research=Research(findings=findings))
    name = level_to_say(ask)
    level = level_words(getattr(ask, name).value if name else None, ask.unit, "EUR", ctx)
    return draft_line(workbook, ask, level, lambda text: text, locale)


def test_one_reason_that_may_be_said_then_the_opening_then_a_question(ctx: UiContext) -> None:
    wish = "For base pay I would like €88,000 a year, from the first day."
    assert drafted(PAY, ctx) == f"I have run this planning for five years. {wish} {ASKED}"


def test_without_such_a_reason_a_finding_that_may_be_mentioned(ctx: UiContext) -> None:
    bare = revise(PAY, starts="", justification=Justification(evidence=("a", "b")))
    hidden = Finding(id="a", statement="Dana is paid 90,000.")
    said = Finding(id="b", statement="The band ends at 90,000.", sayable=True)
    assert (
        drafted(bare, ctx, hidden, said)
        == f"The band ends at 90,000. For base pay I would like €88,000 a year. {ASKED}"
    )
    assert drafted(bare, ctx, hidden) == f"For base pay I would like €88,000 a year. {ASKED}"


def test_what_is_private_or_too_long_never_stands_in_it(ctx: UiContext) -> None:
    long = Reason(statement="word " * 40, sayable=True)
    draft = drafted(revise(PAY, justification=Justification(reasons=(PAY.justification.reasons[0], long))), ctx)
    assert draft.startswith("For base pay")


def test_while_nothing_says_how_much_there_is_no_draft(ctx: UiContext) -> None:
    nothing = Term(name="Remote work", justification=PAY.justification)
    assert drafted(nothing, ctx) == ""
    said = revise(nothing, what_exactly="Two days a week from home.", justification=Justification())
    assert drafted(said, ctx) == f"I would like to ask for this: Two days a week from home. {ASKED}"


def test_the_target_stands_in_while_there_is_no_opening(ctx: UiContext) -> None:
    assert "€84,000" in drafted(revise(PAY, opening=Level()), ctx)


def test_ones_own_plain_words_come_before_name_and_level(ctx: UiContext) -> None:
    exact = revise(PAY, what_exactly="88,000 a year in twelve payments", justification=Justification())
    assert drafted(exact, ctx) == (
        f"I would like to ask for this: 88,000 a year in twelve payments, from the first day. {ASKED}"
    )


def test_a_name_of_the_catalogue_is_written_small_and_ones_own_as_it_is(ctx: UiContext) -> None:
    remote = Term(
        name="Remote work", benefit="remote_work", unit=Unit.DAYS_WEEK, opening=Level(value=NumberValue(number="3"))
    )
    assert drafted(remote, ctx) == f"I would like to ask for this: remote work, 3 days a week. {ASKED}"
    assert "this: Remote work" in drafted(remote, ctx, locale="de_DE")
    assert "this: Fridays off" in drafted(revise(remote, name="Fridays off", benefit=""), ctx)


@pytest.mark.parametrize("key", [one.key for one in catalogue().benefits])
def test_a_draft_for_any_benefit_is_polite_concrete_and_short(ctx: UiContext, key: str) -> None:
    benefit = catalogue().find(key)
    assert benefit is not None
    opening = Level(value=VALUES[benefit.unit.kind])
    draft = drafted(
        Term(name=benefit.name, benefit=key, unit=benefit.unit, opening=opening, justification=PAY.justification), ctx
    )
    assert draft.endswith(ASKED)
    assert len(draft.split()) <= ONE_BREATH
    assert remarks(draft, Place.LINE) == ()

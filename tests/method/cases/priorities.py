"""The points of the Priorities tab, and what leaves each of them open."""

from __future__ import annotations

from tests.method.steps import (
    LIVE,
    Thin,
    only,
)

POINTS = ("M15", "M20", "M16", "M17", "M18", "M19")
PAY, NOTICE, REMOTE, DAYS, COURSE = (
    f"terms.{one}" for one in ("base_pay", "shift_notice", "remote_days", "paid_days", "training")
)
NEW = {
    "id": "new",
    "name": "Desk by the window",
    "unit": "yes_no",
    "opening": {"value": {"kind": "yes_no", "yes": True}},
    "target": {"value": {"kind": "yes_no", "yes": True}, "cost": {"likely": "0"}, "difficulty": "easy"},
    "acceptable": {"value": {"kind": "yes_no", "yes": False}},
}
PRICED = {**NEW, "valuation": {"personal_worth": {"likely": "100"}}}
NO_ASKS = only(LIVE, "probation")
"""A term that stays as offered, and nothing else."""


def amount(figure: int) -> dict[str, str]:
    return {"kind": "amount", "amount": str(figure)}


def number(figure: int) -> dict[str, str]:
    return {"kind": "number", "number": str(figure)}


def figure(likely: int) -> dict[str, str]:
    return {"likely": str(likely)}


CASES = [
    # M15: what to ask for
    Thin("M15", "terms but no asks", {}, "terms", "One ask is enough", NEW, base=NO_ASKS),
    Thin("M15", "an ask without a name", {f"{DAYS}.name": " "}, f"{DAYS}.name", "a name", "Paid days off"),
    Thin(
        "M15",
        "the same twice",
        {f"{DAYS}.name": "days FROM home "},
        f"{DAYS}.name",
        "days FROM home is there twice",
        "Paid days off",
    ),
    Thin(
        "M15",
        "too many to be heard",
        {"terms.sign_on.purpose": "ask"},
        "terms.sign_on.purpose",
        "You ask for 6 things",
        "trade",
    ),
    # M20: the levels
    Thin("M20", "nothing asked for", {}, "terms", "its levels come next", NEW, base=NO_ASKS),
    Thin("M20", "no opening", {f"{DAYS}.opening.value": None}, f"{DAYS}.opening.value", "without blushing", number(30)),
    Thin("M20", "no target", {f"{DAYS}.target.value": None}, f"{DAYS}.target.value", "really after", number(28)),
    Thin(
        "M20",
        "nothing acceptable",
        {f"{DAYS}.acceptable.value": None},
        f"{DAYS}.acceptable.value",
        "still be acceptable",
        number(27),
    ),
    Thin(
        "M20",
        "words that say nothing",
        {
            "terms.title.purpose": "ask",
            "terms.title.target.value": {"kind": "text", "text": "  "},
        },
        "terms.title.target.value",
        "target for Title",
        {"kind": "text", "text": "Senior planner"},
    ),
    Thin(
        "M20",
        "a must without a limit",
        {f"{PAY}.walk_away.value": None},
        f"{PAY}.walk_away.value",
        "below which it is no",
        amount(52000),
    ),
    Thin(
        "M20",
        "a limit for what is no must",
        {f"{DAYS}.walk_away.value": number(26)},
        f"{DAYS}.walk_away.value",
        "Take it out",
        None,
    ),
    Thin(
        "M20",
        "target above opening",
        {f"{PAY}.target.value": amount(58000)},
        f"{PAY}.target.value",
        "upside down",
        amount(55000),
    ),
    Thin(
        "M20",
        "limit above acceptable",
        {f"{PAY}.walk_away.value": amount(54000)},
        f"{PAY}.walk_away.value",
        "upside down",
        amount(52000),
    ),
    Thin(
        "M20",
        "upside down where less is better",
        {"terms.core_hours.purpose": "ask", "terms.core_hours.target.value": number(15)},
        "terms.core_hours.target.value",
        "upside down",
        number(25),
    ),
    Thin(
        "M20",
        "worse than the offer",
        {
            f"{DAYS}.opening.value": number(24),
            f"{DAYS}.target.value": number(24),
            f"{DAYS}.acceptable.value": number(24),
        },
        f"{DAYS}.target.value",
        "worse than the offer",
        number(28),
        then="upside down",
    ),
    Thin(
        "M20",
        "worse than the offer where less is better",
        {
            "terms.core_hours.purpose": "ask",
            "terms.core_hours.offered.value": number(20),
            "terms.core_hours.opening.value": number(18),
        },
        "terms.core_hours.target.value",
        "worse than the offer",
        number(19),
    ),
    Thin(
        "M20",
        "nothing is asked for",
        {f"{DAYS}.target.value": number(25), f"{DAYS}.acceptable.value": number(25)},
        f"{DAYS}.target.value",
        "They offer your target for Paid days off already",
        number(28),
    ),
    Thin(
        "M20",
        "nothing is asked for in words",
        {"terms.title.purpose": "ask", "terms.title.target.value": {"kind": "text", "text": "operations  Planner"}},
        "terms.title.target.value",
        "already",
        {"kind": "text", "text": "Senior planner"},
    ),
    # M16: what each is worth
    Thin("M16", "nothing asked for", {}, "terms", "what it is worth comes next", PRICED, base=NO_ASKS),
    Thin(
        "M16",
        "no price and no weight",
        {f"{NOTICE}.weighing": {}},
        f"{NOTICE}.valuation.personal_worth",
        "what Notice of roster changes is worth",
        figure(3000),
    ),
    Thin(
        "M16",
        "no formula on purpose",
        {f"{DAYS}.valuation.formula": "none"},
        f"{DAYS}.valuation.personal_worth",
        "what Paid days off is worth",
        figure(700),
    ),
    Thin(
        "M16",
        "a chance alone is no worth",
        {f"{NOTICE}.weighing": {}, f"{NOTICE}.valuation.personal_worth": {"probability": "0.5"}},
        f"{NOTICE}.valuation.personal_worth",
        "is worth to you",
        figure(3000),
    ),
    Thin(
        "M16",
        "a formula that lacks a figure",
        {f"{REMOTE}.valuation.inputs": []},
        f"{REMOTE}.valuation.inputs.commute_cost_day",
        "put in: What the way to work costs a day",
        figure(6),
        then="put in: Hours on the way a day",
    ),
    Thin(
        "M16",
        "a figure that all formulas share",
        {"packages.reckoning.hour_worth": None},
        "packages.reckoning.hour_worth",
        "put in: What an hour of your own time is worth",
        "15",
    ),
    Thin(
        "M16",
        "a formula that does not fit",
        {f"{DAYS}.valuation.formula": "equity"},
        f"{DAYS}.valuation.formula",
        "does not fit what the term is counted in",
        "paid_days",
    ),
    Thin(
        "M16",
        "a figure that cannot be",
        {f"{DAYS}.valuation.inputs": [{"id": "work_days", "estimate": {"likely": "400"}}]},
        f"{DAYS}.valuation.inputs.work_days",
        "lie between 1 and 366",
        figure(220),
    ),
    Thin(
        "M16",
        "nothing to count from",
        {
            "terms.start_date.purpose": "ask",
            "terms.start_date.weighing.swing": None,
            "terms.start_date.offered.value": None,
        },
        "terms.start_date.offered.value",
        "only what goes beyond it counts",
        {"kind": "date", "date": "2027-02-01"},
    ),
    Thin(
        "M16",
        "what hangs on pay that nobody named",
        {f"{PAY}.offered.value": None, f"{PAY}.target.value": None, f"{PAY}.purpose": "leave"},
        f"{PAY}.offered.value",
        "what they offer for Base pay",
        amount(50000),
    ),
    Thin(
        "M16",
        "reckoned but not believed in",
        {f"{DAYS}.valuation.would_buy": None},
        f"{DAYS}.valuation.would_buy",
        "Would you buy Paid days off",
        "yes",
    ),
    Thin(
        "M16",
        "would not buy it",
        {f"{DAYS}.valuation.would_buy": "no"},
        f"{DAYS}.valuation.personal_worth",
        "Then what is it worth",
        figure(300),
    ),
    Thin(
        "M16",
        "another figure without a reason",
        {f"{DAYS}.target.worth": figure(2000), f"{DAYS}.target.worth_reason": "More"},
        f"{DAYS}.target.worth_reason",
        "why it differs",
        "I need them for my father.",
    ),
    Thin(
        "M16",
        "what hangs on pay that is not there",
        {},
        "terms",
        "hangs on base pay",
        {"id": "pay", "name": "Salary", "unit": "money_year", "offered": {"value": amount(50000)}, "purpose": "leave"},
        base=only(LIVE, "paid_days"),
    ),
    Thin(
        "M16",
        "another figure for a level between",
        {f"{REMOTE}.options.remote_half.worth": figure(900)},
        f"{REMOTE}.options.remote_half.worth_reason",
        "why it differs",
        "The bus is free on those days.",
    ),
    Thin(
        "M16",
        "no target to reckon from",
        {f"{NOTICE}.weighing.swing": None, f"{NOTICE}.target.value": None},
        f"{NOTICE}.target.value",
        "reckoned from there",
        number(14),
    ),
    # M17: what each costs them
    Thin("M17", "nothing asked for", {}, "terms", "what it costs them comes next", NEW, base=NO_ASKS),
    Thin("M17", "no guess", {f"{DAYS}.target.cost": {}}, f"{DAYS}.target.cost", "Nothing is a figure too", figure(700)),
    Thin(
        "M17",
        "how hard",
        {f"{DAYS}.target.difficulty": None},
        f"{DAYS}.target.difficulty",
        "how hard Paid days off is",
        "some",
    ),
    Thin(
        "M17",
        "guesses upside down",
        {f"{DAYS}.acceptable.cost": figure(1000)},
        f"{DAYS}.acceptable.cost",
        "less would cost them more",
        figure(500),
    ),
    Thin(
        "M17",
        "opening cheaper than target",
        {f"{DAYS}.target.cost": {"low": "1200", "high": "1600"}},
        f"{DAYS}.target.cost",
        "less would cost them more",
        {"low": "600", "high": "900"},
    ),
    # M18: the order
    Thin("M18", "not marked", {f"{DAYS}.importance": None}, f"{DAYS}.importance", "must-have, flexible", "flexible"),
    Thin(
        "M18",
        "four musts",
        {f"{REMOTE}.importance": "must", f"{DAYS}.importance": "must"},
        f"{DAYS}.importance",
        "4 must-haves are many",
        "flexible",
    ),
    Thin(
        "M18",
        "all are musts",
        {f"{REMOTE}.importance": "must"},
        f"{REMOTE}.importance",
        "Which of them could give way",
        "flexible",
        base=only(LIVE, "base_pay", "shift_notice", "remote_days"),
    ),
    Thin(
        "M18",
        "upside down",
        {f"{REMOTE}.importance": "nice", f"{DAYS}.importance": "must"},
        f"{DAYS}.importance",
        "ranks below something nice to have",
        "flexible",
    ),
    Thin(
        "M18",
        "upside down with something between",
        {f"{PAY}.importance": "nice", f"{NOTICE}.importance": "flexible", f"{COURSE}.importance": "must"},
        f"{COURSE}.importance",
        "ranks below something nice to have",
        "nice",
    ),
    # M19: how they weigh up
    Thin(
        "M19",
        "no price and no weight",
        {f"{NOTICE}.weighing": {}},
        f"{NOTICE}.weighing.pay_for_it",
        "has no price",
        "3200",
    ),
    Thin(
        "M19",
        "the trade-offs contradict the rank",
        {f"{NOTICE}.weighing": {"pay_for_it": "100"}, f"{DAYS}.weighing": {"pay_for_it": "900"}},
        f"{NOTICE}.weighing.settled",
        "ranks above Paid days off, but your figures",
        "The rank holds: I undervalued time.",
    ),
    Thin(
        "M19",
        "the swings contradict the rank",
        {
            f"{PAY}.weighing.swing": 100,
            f"{NOTICE}.weighing": {"swing": 20},
            f"{COURSE}.weighing": {"swing": 60, "settled": "No idea"},
        },
        f"{NOTICE}.weighing.settled",
        "ranks above Course budget, but your figures",
        "The rank holds: I undervalued time.",
    ),
]

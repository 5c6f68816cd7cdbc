"""The points of the Alternatives tab, and what leaves each of them open."""

from __future__ import annotations

from tests.method.steps import (
    SAMPLE,
    TOMORROW,
    YESTERDAY,
    Thin,
)

POINTS = ("M29", "M30", "M31", "M32", "M33", "M34", "M35")
KINDS = ("M30", "M31", "M32", "M33", "M34")
PAY = "terms.base_pay"
OTHERS = f"{PAY}.alternatives"
RISE = f"{OTHERS}.alt_pay_rise"
STEPS = f"{OTHERS}.alt_pay_steps"
REWARD = "terms.training.alternatives.alt_train_performance"
TRIAL = "terms.shift_notice.alternatives.alt_notice_trial"
CUSHION = "terms.severance.alternatives.alt_sev"
OTHER_WAY = f"{PAY}.justification.another_way"
OPEN_WORDS = "Fair pay matters to me; a step after probation would do as well."


def amount(figure: int) -> dict[str, str]:
    return {"kind": "amount", "amount": str(figure)}


def number(figure: int) -> dict[str, str]:
    return {"kind": "number", "number": str(figure)}


CASES = [
    # M29: if not this, then what
    Thin(
        "M29",
        "no alternative",
        {OTHERS: []},
        OTHERS,
        "If they say no to Base pay",
        {"kind": "substitute", "title": "4,000 once on joining", "interest": "Pay that matches the task"},
    ),
    Thin(
        "M29",
        "an alternative without a title",
        {OTHERS: [{"id": "other", "kind": "substitute", "interest": "Pay that matches the task"}]},
        f"{OTHERS}.other.title",
        "in place of Base pay",
        "4,000 once on joining",
    ),
    Thin(
        "M29",
        "the ask once more",
        {f"{RISE}.title": "base PAY "},
        f"{RISE}.title",
        "the ask for Base pay once more",
        "54,000 now and 1,500 after probation",
    ),
    Thin(
        "M29",
        "the very same words",
        {f"{RISE}.title": "57,000 euros a year before tax, in twelve payments."},
        f"{RISE}.title",
        "once more",
        "54,000 now and 1,500 after probation",
    ),
    Thin(
        "M29",
        "a vague alternative",
        {f"{RISE}.title": "A better package somehow"},
        f"{RISE}.title",
        "no alternative to Base pay yet",
        "54,000 now and 1,500 after probation",
    ),
    Thin(
        "M29",
        "for no need",
        {f"{RISE}.interest": "", f"{STEPS}.interest": " "},
        f"{RISE}.interest",
        "which need",
        "Pay that matches the task",
    ),
    # M30: tied to performance
    Thin(
        "M30",
        "no reward",
        {f"{REWARD}.reward": " ", f"{REWARD}.amount": "0"},
        f"{REWARD}.reward",
        "what the reward is",
        "A bonus of 400",
    ),
    Thin(
        "M30",
        "nothing measured",
        {f"{REWARD}.measure": "Quality"},
        f"{REWARD}.measure",
        "what is measured",
        "Share of audits passed",
    ),
    Thin(
        "M30",
        "a measure that says nothing",
        {f"{REWARD}.measure": "Doing well"},
        f"{REWARD}.measure",
        "what is measured",
        "Share of audits passed",
    ),
    *(
        Thin(
            "M30",
            f"a target that cannot be measured: {target}",
            {f"{REWARD}.target": target},
            f"{REWARD}.target",
            "Put a figure on",
            "95 %",
        )
        for target in ("Better than before", "Everything done well", "A lot")
    ),
    Thin("M30", "by whom", {f"{REWARD}.measured_by": " "}, f"{REWARD}.measured_by", "who measures", "The controller"),
    Thin("M30", "by when", {f"{REWARD}.due": None}, f"{REWARD}.due", "by which day", TOMORROW),
    Thin("M30", "too late", {f"{REWARD}.due": YESTERDAY}, f"{REWARD}.due", "has passed", TOMORROW),
    # M31: a trial
    Thin(
        "M31", "what is tried", {f"{TRIAL}.what": "Rosters"}, f"{TRIAL}.what", "what is tried", "Rosters 14 days ahead"
    ),
    Thin("M31", "no length", {f"{TRIAL}.months": "0"}, f"{TRIAL}.months", "how many months", "3"),
    Thin(
        "M31",
        "success in a word",
        {f"{TRIAL}.success": "Success"},
        f"{TRIAL}.success",
        "what counts as success",
        "No sailing is cancelled for it",
    ),
    Thin(
        "M31",
        "success that says nothing",
        {f"{TRIAL}.success": "If everything goes really well"},
        f"{TRIAL}.success",
        "what counts as success",
        "No sailing is cancelled for it",
    ),
    Thin("M31", "no review", {f"{TRIAL}.review_on": None}, f"{TRIAL}.review_on", "Name the day", TOMORROW),
    Thin("M31", "too late", {f"{TRIAL}.review_on": YESTERDAY}, f"{TRIAL}.review_on", "has passed", TOMORROW),
    Thin(
        "M31",
        "leads nowhere",
        {f"{TRIAL}.afterwards": "We will see."},
        f"{TRIAL}.afterwards",
        "must lead somewhere",
        "It goes into the contract",
    ),
    # M32: a timed rise
    Thin("M32", "no amount", {f"{RISE}.amount": "0"}, f"{RISE}.amount", "the amount", "1500"),
    Thin("M32", "a rise downwards", {f"{RISE}.amount": "-1500"}, f"{RISE}.amount", "the amount", "1500"),
    Thin("M32", "no month", {f"{RISE}.after_months": 0}, f"{RISE}.after_months", "how many months", 6),
    Thin(
        "M32",
        "did well",
        {f"{RISE}.measure": "Did well"},
        f"{RISE}.measure",
        "“did well” is judged",
        "Probation passed",
    ),
    Thin(
        "M32",
        "a vague measure",
        {f"{RISE}.measure": "A significant improvement"},
        f"{RISE}.measure",
        "is judged",
        "Probation passed",
    ),
    Thin("M32", "judged by nobody", {f"{RISE}.reviewed_by": ""}, f"{RISE}.reviewed_by", "who judges", "Tamsin Orrel"),
    # M33: a cushion
    Thin("M33", "no months", {f"{CUSHION}.months": "0"}, f"{CUSHION}.months", "how many months of pay", "2"),
    Thin("M33", "no sum", {f"{CUSHION}.form": "lump"}, f"{CUSHION}.amount", "Name the sum", "9000"),
    Thin(
        "M33",
        "which endings count",
        {f"{CUSHION}.endings_in": " "},
        f"{CUSHION}.endings_in",
        "which endings count",
        "Closing of the berth",
    ),
    Thin(
        "M33",
        "which do not",
        {f"{CUSHION}.endings_out": ""},
        f"{CUSHION}.endings_out",
        "do not count",
        "Gross misconduct",
    ),
    Thin(
        "M33",
        "the same count and do not",
        {f"{CUSHION}.endings_in": "Any ending", f"{CUSHION}.endings_out": "any  ending"},
        f"{CUSHION}.endings_out",
        "count and do not count",
        "Gross misconduct",
    ),
    Thin(
        "M33",
        "for how long",
        {f"{CUSHION}.months_to_find": {"probability": "0.5"}},
        f"{CUSHION}.months_to_find",
        "what the cushion must carry",
        {"likely": "5"},
    ),
    Thin(
        "M33",
        "on how much",
        {f"{CUSHION}.living_a_month": None},
        f"{CUSHION}.living_a_month",
        "what you live on",
        "2300",
    ),
    Thin("M33", "how likely", {f"{CUSHION}.chance": None}, f"{CUSHION}.chance", "how likely", "0.1"),
    # M34: in part or in steps
    Thin("M34", "nothing now", {f"{STEPS}.now": None}, f"{STEPS}.now", "comes now", amount(53000)),
    Thin(
        "M34",
        "words that say nothing",
        {f"{STEPS}.later": {"kind": "text", "text": " "}},
        f"{STEPS}.later",
        "what it grows to",
        amount(55000),
    ),
    Thin("M34", "no step", {f"{STEPS}.later": amount(53000)}, f"{STEPS}.later", "are the same", amount(55000)),
    Thin("M34", "upside down", {f"{STEPS}.later": amount(52000)}, f"{STEPS}.later", "Turn them round", amount(55000)),
    Thin("M34", "from when", {f"{STEPS}.later_on": None}, f"{STEPS}.later_on", "Name the day", TOMORROW),
    Thin("M34", "too late", {f"{STEPS}.later_on": YESTERDAY}, f"{STEPS}.later_on", "has passed", TOMORROW),
    # M35: always another way
    Thin("M35", "a word", {OTHER_WAY: "I am open."}, OTHER_WAY, "another way of meeting it", OPEN_WORDS),
    Thin(
        "M35",
        "the line once more",
        {OTHER_WAY: " " + SAMPLE.terms[0].justification.line},
        OTHER_WAY,
        "repeats the line",
        OPEN_WORDS,
    ),
    Thin(
        "M35",
        "firm on the form",
        {OTHER_WAY: "I want 57,000 a year and nothing else will do for me."},
        OTHER_WAY,
        "leaves no other way open",
        OPEN_WORDS,
    ),
]

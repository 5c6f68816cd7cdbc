"""The points of the Research tab, and what leaves each of them open."""

from __future__ import annotations

from tests.method.steps import (
    LIVE,
    LONG_AGO,
    TOMORROW,
    YESTERDAY,
    Thin,
    only,
)

POINTS = ("M07", "M08", "M09", "M10", "M58", "M11", "M12", "M13", "M14")
FOUND = "research.findings"
SURVEY = f"{FOUND}.f_pay_survey"
ADVERTS = f"{FOUND}.f_pay_adverts"
POLICY = f"{FOUND}.f_remote_policy"
BUDGET = "research.constraints.c_budget"
NEED = "research.interests.i_cover"
THEIRS = "research.their_side"
ROUND = "research.achievements.a_round"
VIEW = "research.contribution"
ASKED = "research.questions.q_budget"


def amount(figure: int) -> dict[str, str]:
    return {"kind": "amount", "amount": str(figure)}


def number(figure: int) -> dict[str, str]:
    return {"kind": "number", "number": str(figure)}


def finding(**fields: object) -> dict[str, object]:
    """A finding that can be leaned on, with some fields otherwise."""
    known = {
        "id": "new",
        "topic": "market",
        "statement": "Planners are paid between 48,000 and 58,500.",
        "terms": ["base_pay"],
        "unit": "money_year",
        "range": {"low": amount(48000), "typical": amount(54000), "high": amount(58500)},
        "source": "Pay survey of the trade",
        "seen_on": YESTERDAY,
        "trust": "high",
    }
    return {**known, **fields}


ALONE = only(LIVE, "base_pay")
CASES = [
    # M07: the standard package
    Thin(
        "M07",
        "a finding without words",
        {FOUND: [finding(statement=" ")]},
        FOUND,
        "one finding",
        finding(id="b"),
        base=ALONE,
    ),
    Thin(
        "M07",
        "the law is not what is normal",
        {FOUND: [finding(topic="law")]},
        FOUND,
        "what is normal for such a role",
        finding(id="b"),
        base=ALONE,
    ),
    Thin("M07", "hearsay", {f"{SURVEY}.source": " "}, f"{SURVEY}.source", "Name the source", "Pay survey, 2026"),
    Thin(
        "M07",
        "a source that nobody could find",
        {f"{SURVEY}.source": "The Internet", f"{SURVEY}.address": ""},
        f"{SURVEY}.source",
        "Nobody could find",
        "Pay survey, 2026",
    ),
    Thin("M07", "no day", {f"{SURVEY}.seen_on": None}, f"{SURVEY}.seen_on", "when you saw it", YESTERDAY),
    Thin("M07", "seen tomorrow", {f"{SURVEY}.seen_on": TOMORROW}, f"{SURVEY}.seen_on", "still to come", YESTERDAY),
    Thin("M07", "how far trusted", {f"{SURVEY}.trust": None}, f"{SURVEY}.trust", "how far you trust", "low"),
    Thin(
        "M07",
        "a range upside down",
        {f"{SURVEY}.range": {"low": amount(60000), "typical": amount(54000), "high": amount(48000)}},
        f"{SURVEY}.range",
        "upside down",
        {"low": amount(48000), "typical": amount(54000), "high": amount(60000)},
    ),
    Thin(
        "M07",
        "only low and high and the wrong way round",
        {f"{SURVEY}.range": {"low": amount(60000), "high": amount(48000)}},
        f"{SURVEY}.range",
        "upside down",
        {"low": amount(48000), "high": amount(60000)},
    ),
    Thin(
        "M07",
        "figures that speak to nothing",
        {f"{SURVEY}.terms": [], f"{ADVERTS}.terms": ["gone"]},
        f"{SURVEY}.terms",
        "Link a finding to base pay",
        ["base_pay"],
    ),
    Thin(
        "M07",
        "figures that speak to other terms",
        {FOUND: [finding(terms=["shift_notice"])]},
        FOUND,
        "Link a finding to base pay",
        finding(id="b"),
        base=only(LIVE, "base_pay", "shift_notice"),
    ),
    Thin(
        "M07",
        "pay counted in days",
        {FOUND: [finding(unit="days", range={"typical": number(14)})]},
        f"{FOUND}.new.unit",
        "counted in",
        "money_year",
        base=ALONE,
    ),
    Thin(
        "M07",
        "words without figures",
        {FOUND: [finding(range={})]},
        f"{FOUND}.new.range",
        "low, typical or high is a start",
        {"low": amount(48000)},
        base=ALONE,
    ),
    Thin(
        "M07",
        "figures of old",
        {f"{SURVEY}.seen_on": LONG_AGO, f"{ADVERTS}.seen_on": LONG_AGO},
        f"{SURVEY}.seen_on",
        "over three years old",
        YESTERDAY,
    ),
    Thin(
        "M07",
        "nothing known about an ask",
        {f"{FOUND}.f_training.terms": [], f"{FOUND}.f_courses.terms": []},
        f"{FOUND}.f_training.terms",
        "what is normal for Course budget",
        ["training"],
    ),
    # M08: this employer
    Thin(
        "M08",
        "only what is normal elsewhere",
        {FOUND: [finding()]},
        FOUND,
        "this very employer",
        finding(id="b", topic="policy"),
    ),
    Thin("M08", "hearsay", {f"{POLICY}.source": ""}, f"{POLICY}.source", "Name the source", "Staff handbook"),
    Thin(
        "M08",
        "linked to nothing that is there",
        {FOUND: [finding(topic="grades", terms=["gone"])]},
        f"{FOUND}.new.terms",
        "Link it to the terms",
        ["base_pay"],
    ),
    # M09: the constraints
    Thin(
        "M09",
        "nothing binds them",
        {"research.constraints": [{"statement": " "}]},
        "research.constraints",
        "one thing that binds them",
        {"statement": "The pay budget is fixed until April."},
        then="how you know",
    ),
    Thin("M09", "hearsay", {f"{BUDGET}.source": " "}, f"{BUDGET}.source", "how you know", "The recruiter"),
    Thin(
        "M09",
        "touches nothing that is there",
        {f"{BUDGET}.terms": ["gone"]},
        f"{BUDGET}.terms",
        "terms it touches",
        ["base_pay"],
    ),
    Thin(
        "M09",
        "no way within it",
        {f"{BUDGET}.way_within": "Pay more"},
        f"{BUDGET}.way_within",
        "without breaking it",
        "A rise that begins in April.",
    ),
    # M10: their interests
    Thin(
        "M10",
        "nothing is needed",
        {"research.interests": []},
        "research.interests",
        "even if it is a guess",
        {"statement": "The new berth must open before summer.", "question": "What must be done in a year?"},
    ),
    Thin(
        "M10",
        "a need in one word",
        {f"{NEED}.statement": "Cover"},
        f"{NEED}.statement",
        "whole sentence",
        "Somebody who can stand in at weekends.",
    ),
    Thin(
        "M10",
        "a guess without a question",
        {f"{NEED}.question": "I should ask about weekends."},
        f"{NEED}.question",
        "question that would settle it",
        "Who covers the weekends?",
    ),
    Thin(
        "M10", "a mark is no question", {f"{NEED}.question": "?"}, f"{NEED}.question", "settle it", "Who covers it now?"
    ),
    Thin(
        "M10",
        "known but from whom",
        {"research.interests.i_berth.source": ""},
        "research.interests.i_berth.source",
        "who said so",
        "Tamsin Orrel",
    ),
    # M58: what they do without me
    Thin(
        "M58",
        "they have no plan",
        {f"{THEIRS}.options": []},
        f"{THEIRS}.options",
        "they have a plan too",
        {"statement": "They keep the temporary planner.", "cost": {"likely": "9000"}},
    ),
    Thin(
        "M58",
        "a plan in one word",
        {f"{THEIRS}.options.to_open.statement": "Wait"},
        f"{THEIRS}.options.to_open.statement",
        "a few words more",
        "They keep the temporary planner.",
    ),
    Thin(
        "M58",
        "costs nobody guessed",
        {f"{THEIRS}.options.{one}.cost": {"probability": "0.5"} for one in ("to_second", "to_open", "to_house")},
        f"{THEIRS}.options.to_second.cost",
        "what that would cost them",
        {"low": "4000"},
    ),
    Thin(
        "M58",
        "no limit",
        {f"{THEIRS}.limit": {}},
        f"{THEIRS}.limit",
        "as a range",
        {"low": "59000", "high": "64000"},
    ),
    Thin(
        "M58",
        "a guess that looks sure",
        {f"{THEIRS}.limit": {"low": "60000", "high": "60000"}},
        f"{THEIRS}.limit",
        "a low and a high end",
        {"low": "59000", "high": "64000"},
    ),
    Thin(
        "M58",
        "only the middle of a guess",
        {f"{THEIRS}.limit": {"likely": "60000"}},
        f"{THEIRS}.limit",
        "a low and a high end",
        {"low": "59000", "high": "64000"},
    ),
    Thin(
        "M58",
        "less than they have offered",
        {f"{THEIRS}.limit": {"low": "40000", "high": "49000"}},
        f"{THEIRS}.limit",
        "offered more in pay",
        {"low": "59000", "high": "64000"},
    ),
    Thin(
        "M58",
        "no reason",
        {f"{THEIRS}.limit_reason": "A hunch"},
        f"{THEIRS}.limit_reason",
        "what makes you think so",
        "The advert named a range.",
    ),
    # M11: my value
    Thin(
        "M11",
        "skills but nothing achieved",
        {f"research.achievements.{one}.kind": "skill" for one in ("a_round", "a_roster", "a_audit")},
        "research.achievements",
        "one thing you achieved",
        {"what": "I moved a depot.", "result": "It took 9 days.", "goal": "A berth that opens on time"},
    ),
    Thin(
        "M11",
        "praise without a result",
        {f"{ROUND}.result": "Great success"},
        f"{ROUND}.result",
        "what came of it",
        "Late deliveries fell to 4 %.",
    ),
    Thin(
        "M11",
        "a result that nobody could check",
        {f"{ROUND}.result": "In 2024 everybody was pleased with it.", f"{ROUND}.proof": ""},
        f"{ROUND}.proof",
        "where it can be checked",
        "The yearly report",
    ),
    Thin(
        "M11",
        "serves nobody",
        {"research.achievements.a_tide.goal": " "},
        "research.achievements.a_tide.goal",
        "goal of theirs",
        "A berth that dries out",
    ),
    # M12: the longer view
    Thin(
        "M12",
        "their plans in a word",
        {f"{VIEW}.their_plans": "Growth"},
        f"{VIEW}.their_plans",
        "three years",
        "A second berth by next season.",
    ),
    Thin(
        "M12",
        "nothing added",
        {f"{VIEW}.what_you_add": "A lot"},
        f"{VIEW}.what_you_add",
        "what you add",
        "I have opened two rounds.",
    ),
    Thin(
        "M12",
        "asks that help nobody",
        {f"{VIEW}.what_your_asks_add": "Nothing"},
        f"{VIEW}.what_your_asks_add",
        "what you ask for helps them",
        "Two weeks' notice keeps crews.",
    ),
    Thin(
        "M12",
        "the same words twice",
        {f"{VIEW}.what_you_add": "I open berths on time.", f"{VIEW}.what_your_asks_add": "I open berths on time."},
        f"{VIEW}.what_your_asks_add",
        "This is what you bring",
        "Two weeks' notice keeps crews.",
    ),
    # M13: where the asks stand
    Thin(
        "M13",
        "no range for pay",
        {f"{SURVEY}.range": {}, f"{ADVERTS}.terms": ["training"]},
        FOUND,
        "low, typical and high for Base pay",
        finding(),
    ),
    Thin(
        "M13",
        "counted in another way",
        {FOUND: [finding(unit="money_month")]},
        FOUND,
        "counted as you count it",
        finding(id="b"),
        base=ALONE,
    ),
    Thin(
        "M13",
        "half a range",
        {f"{SURVEY}.range.high": None, f"{ADVERTS}.range.low": None},
        f"{SURVEY}.range",
        "Complete the range",
        {"low": amount(48000), "typical": amount(54000), "high": amount(58500)},
    ),
    Thin(
        "M13",
        "no target to be seen",
        {"terms.base_pay.target.value": None},
        "terms.base_pay.target.value",
        "target for Base pay",
        amount(55000),
    ),
    Thin(
        "M13",
        "beyond all that was found",
        {
            "terms.paid_days.opening.value": number(40),
            "terms.paid_days.justification.achievements": ["gone"],
        },
        "terms.paid_days.justification.achievements",
        "beyond all you found",
        ["a_roster"],
    ),
    # M14: questions
    Thin(
        "M14",
        "nothing to ask",
        {"research.questions": [{"question": " "}]},
        "research.questions",
        "do not know yet",
        {"question": "What is the budget for courses?", "whom": "Jorin Bask", "asked_on": YESTERDAY},
    ),
    Thin(
        "M14",
        "a word is no question",
        {f"{ASKED}.question": "Budget"},
        f"{ASKED}.question",
        "as a question",
        "What is the budget?",
    ),
    Thin("M14", "to nobody", {f"{ASKED}.whom": ""}, f"{ASKED}.whom", "whom you could ask", "Tamsin Orrel"),
    Thin("M14", "asked tomorrow", {f"{ASKED}.asked_on": TOMORROW}, f"{ASKED}.asked_on", "still to come", "2026-10-19"),
    Thin(
        "M14",
        "answered before it was asked",
        {f"{ASKED}.answered_on": "2026-10-18"},
        f"{ASKED}.answered_on",
        "before the question",
        "2026-10-19",
    ),
    Thin(
        "M14",
        "an answer left lying",
        {f"{ASKED}.finding": "gone"},
        f"{ASKED}.finding",
        "Turn it into a finding",
        "f_budget",
    ),
    Thin(
        "M14",
        "never asked",
        {"research.questions": [{"id": "q", "question": "What is the budget?", "whom": "Jorin"}]},
        "research.questions.q.asked_on",
        "Ask the first",
        YESTERDAY,
    ),
]

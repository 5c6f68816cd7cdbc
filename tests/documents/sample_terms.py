"""The terms of the made-up workbook, and the short ways to write levels."""

from __future__ import annotations

from typing import Any


def money(amount: int | str) -> dict[str, Any]:
    return {"kind": "amount", "amount": str(amount)}


def number(value: int | str) -> dict[str, Any]:
    return {"kind": "number", "number": str(value)}


def words(text: str) -> dict[str, Any]:
    return {"kind": "text", "text": text}


def levels(*values: dict[str, Any] | None) -> dict[str, Any]:
    names = ("opening", "target", "acceptable", "walk_away")
    return {name: {"value": value} for name, value in zip(names, values, strict=False) if value}


def terms() -> list[dict[str, Any]]:
    return [
        {
            "id": "pay",
            "name": "Base pay",
            "importance": "must",
            "offered": {"value": money(45000), "in_writing": True},
            "today": money(41000),
            **levels(money(50500), money(48000), money(46500), money(45500)),
            "what_exactly": "48,000 a year before tax",
            "starts": "from the first day",
            "justification": {
                "reasons": [
                    {
                        "id": "r1",
                        "need": "fairness",
                        "statement": "The work is that of the next grade up",
                        "legitimate": "The advert lists its duties",
                        "sayable": True,
                    },
                    {"id": "r2", "statement": "My rent rises in March"},
                ],
                "evidence": ["survey"],
                "achievements": ["a1"],
                "gains": [
                    {"id": "g1", "statement": "No agency planner is needed", "their_words": "“Agencies eat us up”"}
                ],
                "objections": [
                    {
                        "id": "n1",
                        "objection": "We would have to raise everybody.",
                        "answer": "That is a fair worry. The grade would differ, not the rule.",
                    }
                ],
                "for_their_boss": "It is within the range for the grade, and she starts a month earlier.",
                "line": "Given the range for this work I would like 50,500. Is that something you can do?",
                "another_way": "Pay that fits the work matters to me; if April is easier, I am open to that.",
            },
            "alternatives": [
                {
                    "id": "alt1",
                    "kind": "timed_rise",
                    "title": "A rise after probation",
                    "amount": "2500",
                    "after_months": 6,
                    "measure": "probation passed, first plan delivered",
                },
                {"id": "alt2", "kind": "substitute", "title": "A sign-on bonus", "unit": "money_once"},
            ],
            "agreed": {
                "value": money(47500),
                "starts": "1 February 2027",
                "condition": "Rises to £49,000 once probation is passed",
                "sees_to_it": "People office",
            },
        },
        {
            "id": "leave",
            "name": "Paid leave",
            "unit": "days_year",
            "importance": "flexible",
            "offered": {"value": number(25)},
            **levels(number(30), number(28), number(27)),
            "justification": {
                "reasons": [{"id": "r3", "statement": "I come back rested and plan better", "sayable": True}],
                "evidence": ["handbook"],
                "line": "I would like 30 days, as the handbook allows five to be bought.",
            },
            "agreed": {
                "value": number(28),
                "wording": "28 days a year, five of them to be carried over",
                "starts": "From the first day",
                "sees_to_it": "Dana Whitlock",
            },
        },
        {
            "id": "remote",
            "name": "Days from home",
            "unit": "days_week",
            "importance": "nice",
            "offered": {"value": number(1)},
            **levels(number(3), number("2.5"), number(2)),
            "justification": {
                "reasons": [{"id": "r4", "statement": "My daughter is home early on two days"}],
                "evidence": ["friday"],
                "line": "I do my best planning undisturbed. Could I do that from home three days a week?",
            },
            "alternatives": [
                {
                    "id": "alt3",
                    "kind": "trial",
                    "title": "Try it first",
                    "what": "Fridays from home",
                    "months": "3",
                    "success": "no report later than before",
                }
            ],
        },
        {
            "id": "start",
            "name": "Start date",
            "unit": "date",
            "direction": "less",
            "purpose": "trade",
            "offered": {"value": {"kind": "date", "date": "2027-03-01"}},
            **levels(None, {"kind": "date", "date": "2027-02-01"}),
        },
        {
            "id": "title",
            "name": "Title",
            "unit": "text",
            "offered": {"value": words("Operations analyst")},
            **levels(words("Senior operations analyst"), words("Senior operations analyst")),
        },
        {
            "id": "parking",
            "name": "Parking",
            "unit": "yes_no",
            "purpose": "leave",
            "offered": {"value": {"kind": "yes_no", "yes": True}},
        },
    ]

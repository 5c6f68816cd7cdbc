"""A believable workbook, and one with as many filled terms as wanted. All in them is made up."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.documents.sample_terms import levels, money, terms

TODAY = date(2026, 11, 21)


def rich() -> dict[str, Any]:
    """A negotiation with everything that the documents show, as plain data. All in it is made up."""
    return {
        "id": "sample",
        "title": "Harbour & Hill, autumn 2026",
        "created": "2026-11-01T09:00:00Z",
        "situation": {
            "employer": "Harbour & Hill Ltd",
            "role": "Operations analyst",
            "place": "Leeds, two days from home",
            "your_name": "Alex Morgan",
            "currency": "GBP",
            "language": "en_GB",
            "stage": "negotiating",
            "offered_on": "2026-11-10",
            "reply_due": "2026-11-27",
            "why_role": "I would build the planning from the ground up, with a team that measures what it does.",
            "why_employer": "You publish your delivery figures every quarter; few firms dare to.",
            "pay": {"hours_a_week": "37.5", "days_a_week": "5", "payments_a_year": 12},
            "conditions": [
                {"id": "c1", "statement": "Two references from the last five years", "due": "2026-12-05"},
                {"id": "c2", "kind": "permit", "statement": "Proof of the right to work", "met": True},
            ],
            "people": [
                {"id": "dana", "name": "Dana Whitlock", "role": "Head of Operations", "decides": True},
                {"id": "sam", "name": "Sam Oyelaran", "role": "People office"},
            ],
            "fears": [{"id": "f1", "statement": "They take the offer back.", "likelihood": "0.03"}],
            "plans": [
                {
                    "id": "stay",
                    "name": "Stay, and ask for the team lead post",
                    "steps": "Talk to Ruth by the 12th; write down what the post would need.",
                    "worth": {"low": "39000", "likely": "42500", "high": "45000", "probability": "0.6"},
                    "risk": "The post goes to somebody from outside.",
                    "if_it_fails": "Three months of savings, and the agency in Hull.",
                    "improve": "Answer the recruiter who wrote in May.",
                },
                {"id": "search", "kind": "search", "name": "Go on searching", "worth": {"likely": "38000"}},
            ],
            "other_offers": [
                {
                    "id": "o1",
                    "employer": "Northgate Mills",
                    "role": "Shift planner",
                    "real": True,
                    "sayable": True,
                    "reply_due": "2026-12-04",
                    "note": "Nearer home, but no way up.",
                }
            ],
            "walk_away": {
                "amount": "43000",
                "reason": "Less would not cover the longer way to work.",
                "whatever_the_numbers": "Being punished for asking.",
            },
        },
        "research": {
            "findings": [
                {
                    "id": "survey",
                    "topic": "market",
                    "terms": ["pay"],
                    "statement": "Analysts with five years of practice in the trade",
                    "unit": "money_year",
                    "range": {"low": money(44000), "typical": money(47500), "high": money(52000)},
                    "source": "Made-up Trade Survey 2026",
                    "address": "page 14",
                    "seen_on": "2026-11-03",
                    "sayable": True,
                },
                {
                    "id": "friday",
                    "topic": "precedent",
                    "statement": "Two in the team already work from home on Fridays",
                    "source": "Jo, at the open day",
                    "seen_on": "2026-10-28",
                },
                {
                    "id": "handbook",
                    "topic": "policy",
                    "statement": "Leave may be bought, up to five days a year",
                    "source": "Staff handbook",
                    "address": "§ 12",
                    "sayable": True,
                },
            ],
            "constraints": [
                {
                    "id": "b1",
                    "kind": "budget",
                    "statement": "The year’s pay budget is fixed until April",
                    "source": "The recruiter, first call",
                    "way_within": "A rise agreed now that takes effect in April.",
                },
                {
                    "id": "b2",
                    "kind": "fairness",
                    "statement": "Nobody at this grade has more than 28 days off",
                    "way_within": "Flexible use instead of more days.",
                },
            ],
            "interests": [
                {"id": "i1", "statement": "The new site must open before the summer", "guess": False},
                {
                    "id": "i2",
                    "statement": "Somebody who stays longer than the last two",
                    "question": "What made the last two leave?",
                },
            ],
            "their_side": {
                "options": [{"id": "t1", "statement": "Their second choice would need half a year of training."}],
                "limit": {"low": "48000", "high": "52000"},
                "limit_reason": "The advert named a range.",
            },
            "achievements": [
                {
                    "id": "a1",
                    "what": "I led the move of two depots to one planning system",
                    "result": "Complaints fell by a third in one year",
                    "proof": "Annual report 2025, page 9",
                    "goal": "Halve delivery times",
                },
                {
                    "id": "a2",
                    "what": "I trained eleven planners",
                    "result": "Nine of them plan on their own today",
                    "proof": "Ruth Adeyemi, reference",
                },
                {"id": "a3", "kind": "skill", "what": "I read and write SQL, and teach it"},
            ],
            "questions": [
                {"id": "q1", "question": "What is the yearly budget for training?", "whom": "Sam Oyelaran"},
                {"id": "q2", "question": "When is pay reviewed, and by whom?", "whom": "Dana Whitlock"},
                {"id": "q3", "question": "Is there a bonus?", "answer": "No."},
            ],
        },
        "terms": terms(),
        "conversations": {
            "plan": {
                "day": "2026-11-24",
                "clock": "10:30",
                "channel": "video",
                "people": ["dana", "sam"],
                "opening_words": "Thank you for the offer. I have read it twice, and I want to come.",
                "first_figure": "you",
                "figure_words": "I see. From what I have found, the range for this work begins higher.",
                "exchanges": [{"id": "x1", "give": "Starting a month earlier", "get": "the sign-on bonus"}],
                "listen_for": "Who must agree; what it would set off in the team.",
                "use_of_wins": "Two weeks in July, booked in March.",
                "time_to_think": "Thank you, that is good to hear. May I sleep on it until Thursday?",
            },
            "talks": [
                {
                    "id": "t0",
                    "day": "2026-11-16",
                    "points": [
                        {"id": "p1", "term": "pay", "asked": money(49500), "reply": "later"},
                        {"id": "p2", "term": "start", "asked": {"kind": "date", "date": "2027-02-01"}},
                    ],
                },
                {
                    "id": "t1",
                    "day": "2026-12-30",
                    "held": False,
                    "points": [{"id": "p3", "term": "pay", "asked": money(48250)}],
                },
            ],
        },
        "agreement": {
            "commitments": [
                {
                    "id": "k1",
                    "what": "Pay review against the agreed measure",
                    "due": "2027-08-01",
                    "who": "Dana Whitlock",
                },
                {"id": "k2", "kind": "use", "what": "Book the first fortnight off", "due": "2027-03-01"},
                {"id": "k3", "kind": "payment", "what": "Sign-on payment with the first pay", "who": "People office"},
            ],
            "their_signatory": "Dana Whitlock, Head of Operations",
        },
    }


def thirty(count: int = 30) -> dict[str, Any]:
    """A workbook with many terms, each filled in all the places that the brief reads."""
    plain = rich()
    plain["terms"] = [
        {
            "id": f"term-{place}",
            "name": f"Benefit number {place}",
            "unit": "money_year",
            "offered": {"value": money(1000 * place)},
            **levels(money(1000 * place + 900), money(1000 * place + 600), money(1000 * place + 300)),
            "justification": {
                "reasons": [
                    {"id": "a", "statement": f"Reason {place}: it pays for the longer way to work", "sayable": True}
                ],
                "evidence": ["survey"],
                "gains": [{"id": "a", "statement": f"Gain {place}: no agency is needed"}],
                "objections": [{"id": "a", "objection": f"No {place}", "answer": "That is a fair worry."}],
                "for_their_boss": f"Boss {place}: within the range for the grade.",
                "line": f"Line {place}: given the range for this work I would like a little more.",
                "another_way": f"Way {place}: if April is easier, I am open to that.",
            },
            "alternatives": [{"id": "a", "kind": "substitute", "title": f"Instead {place}: training"}],
        }
        for place in range(1, count + 1)
    ]
    return plain

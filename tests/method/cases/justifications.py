"""The points of the Justifications tab, and what leaves each of them open."""

from __future__ import annotations

from tests.method.steps import (
    LIVE,
    Thin,
    edited,
    only,
)

POINTS = ("M21", "M22", "M23", "M24", "M25", "M26", "M27", "M28")
PAY = "terms.base_pay"
WHY = f"{PAY}.justification"
DAYS = "terms.paid_days"
ALONE = only(LIVE, "base_pay")
LINE = "I would like 57,000 a year from the first day. Is that something you can do?"
SILENT = {
    "conversations": {},
    "agreement.letters": [],
    f"{WHY}.line": "",
    f"{WHY}.another_way": "",
}
"""Nothing that is said or sent."""
UNREAL = {"situation.other_offers.offer_dairy.sayable": False}

CASES = [
    # M21: why this ask
    Thin(
        "M21",
        "no reason",
        {f"{WHY}.reasons": [{"statement": " "}]},
        f"{WHY}.reasons",
        "why you ask for Base pay",
        {"statement": "The post answers for a berth.", "legitimate": "Their own grade 7", "sayable": True},
    ),
    Thin(
        "M21",
        "all private",
        {f"{WHY}.reasons.r_pay_1.sayable": False},
        f"{WHY}.reasons.r_pay_1.sayable",
        "may be said",
        True,
    ),
    Thin(
        "M21",
        "a reason in a word",
        {f"{WHY}.reasons.r_pay_1.statement": "Fairness"},
        f"{WHY}.reasons.r_pay_1.statement",
        "whole sentence",
        "The post answers for a berth.",
    ),
    Thin(
        "M21",
        "why that is fair",
        {f"{WHY}.reasons.r_pay_1.legitimate": "Yes"},
        f"{WHY}.reasons.r_pay_1.legitimate",
        "a fair thing to ask",
        "Their own grade 7",
    ),
    # M22: the data behind it
    Thin(
        "M22",
        "links that lead nowhere",
        {f"{WHY}.evidence": ["gone"], f"{WHY}.achievements": ["gone"]},
        f"{WHY}.evidence",
        "no evidence yet",
        ["f_pay_survey"],
    ),
    Thin(
        "M22",
        "an achievement without words",
        {f"{WHY}.evidence": [], f"{WHY}.achievements": ["a_tide"], "research.achievements.a_tide.what": " "},
        f"{WHY}.evidence",
        "no evidence yet",
        ["f_pay_survey"],
    ),
    Thin(
        "M22",
        "hearsay",
        {"research.findings.f_grades.source": ""},
        "research.findings.f_grades.source",
        "names no source",
        "Staff handbook",
    ),
    Thin(
        "M22",
        "told in confidence",
        {f"{WHY}.evidence": ["f_precedent"], f"{WHY}.achievements": []},
        "research.findings.f_precedent.sayable",
        "may be mentioned",
        True,
    ),
    # M23: the win for both
    Thin(
        "M23",
        "nothing to gain",
        {f"{WHY}.gains": [{"statement": ""}]},
        f"{WHY}.gains",
        "what they gain",
        {"statement": "The first timetable holds.", "links": ["i_berth"]},
    ),
    Thin(
        "M23",
        "a gain in a word",
        {f"{WHY}.gains.g_pay.statement": "Quality"},
        f"{WHY}.gains.g_pay.statement",
        "whole sentence",
        "The first timetable holds.",
    ),
    *(
        Thin(
            "M23",
            f"thin: {thin}",
            {f"{WHY}.gains.g_pay.statement": thin},
            f"{WHY}.gains.g_pay.statement",
            "is thin",
            "The first timetable holds.",
        )
        for thin in (
            "I will be very motivated.",
            "I’d be happier and stay.",
            "It would motivate me a lot.",
            "A happy employee does more.",
            "I will work harder than ever.",
            "You get my loyalty for years.",
        )
    ),
    Thin(
        "M23",
        "tied to nothing of theirs",
        {f"{WHY}.gains.g_pay.their_words": " ", f"{WHY}.gains.g_pay.links": ["gone"]},
        f"{WHY}.gains.g_pay.their_words",
        "something they said themselves",
        "“If East Quay stumbles, the council will notice.”",
    ),
    # M24: their objection
    Thin(
        "M24",
        "no objection known",
        {f"{WHY}.objections": [{"answer": "That is a fair worry."}]},
        f"{WHY}.objections",
        "the no you expect to Base pay",
        {"objection": "It is too much.", "answer": "It is much, I see that."},
    ),
    Thin(
        "M24",
        "no answer to it",
        {f"{WHY}.objections.o_pay.answer": "Not true"},
        f"{WHY}.objections.o_pay.answer",
        "first what is right about it",
        "That has to look right to them.",
    ),
    Thin(
        "M24",
        "the ask once more",
        {f"{WHY}.line": LINE, f"{WHY}.objections.o_pay.answer": f" {LINE}"},
        f"{WHY}.objections.o_pay.answer",
        "once more",
        "That has to look right to them.",
    ),
    *(
        Thin(
            "M24",
            f"brushed off: {answer}",
            {f"{WHY}.objections.o_pay.answer": answer},
            f"{WHY}.objections.o_pay.answer",
            "brushing them off",
            "That has to look right to them.",
        )
        for answer in ("But I am worth it.", "“That’s not true at all, look.”", "You are wrong about that.")
    ),
    # M25: words for their boss
    Thin(
        "M25",
        "a word for the boss",
        {f"{WHY}.for_their_boss": "She is good."},
        f"{WHY}.for_their_boss",
        "defend Base pay to their boss",
        "It is inside grade 7, as for others.",
    ),
    *(
        Thin(
            "M25",
            f"speaks of oneself: {text}",
            {f"{WHY}.for_their_boss": text},
            f"{WHY}.for_their_boss",
            "They will say it, not you",
            "It is inside grade 7, as for others.",
        )
        for text in ("“I am worth every cent of it.”", "I’d say that this is fair.", "My work is worth that much.")
    ),
    # M26: the line to say
    Thin("M26", "a heading", {f"{WHY}.line": "57,000 please."}, f"{WHY}.line", "Write the line", LINE),
    Thin(
        "M26",
        "a speech",
        {f"{WHY}.line": LINE + " And here is what else there is to be said about that." * 5},
        f"{WHY}.line",
        "is long",
        LINE,
    ),
    Thin(
        "M26",
        "a figure that nobody says",
        {f"{WHY}.line": "57,000 a year before tax from the first day"},
        f"{WHY}.line",
        "as you would say it",
        LINE,
    ),
    Thin(
        "M26",
        "two reasons",
        {f"{WHY}.line": "I would like 57,000 because the survey says so, and because rents are high."},
        f"{WHY}.line",
        "more than one reason",
        LINE,
    ),
    Thin(
        "M26",
        "no figure",
        {f"{WHY}.line": "For such a post in 2026 I would like to be paid as others are."},
        f"{WHY}.line",
        "names no figure",
        LINE,
    ),
    # M27: concrete asks
    Thin(
        "M27",
        "a heading",
        {f"{PAY}.what_exactly": "More pay"},
        f"{PAY}.what_exactly",
        "what exactly you ask for",
        "57,000 euros a year before tax",
    ),
    Thin("M27", "from when", {f"{PAY}.starts": " "}, f"{PAY}.starts", "from when", "From the first working day"),
    Thin(
        "M27",
        "a vague ask",
        {f"{PAY}.what_exactly": "A competitive salary for the post"},
        f"{PAY}.what_exactly",
        "“competitive” cannot be granted",
        "57,000 euros a year before tax",
    ),
    Thin(
        "M27",
        "a vague beginning",
        {f"{PAY}.starts": "Soon"},
        f"{PAY}.starts",
        "“Soon” cannot be granted",
        "From the first working day",
    ),
    Thin(
        "M27",
        "a vague line",
        {f"{WHY}.line": "I would like something more in the region of the others."},
        f"{WHY}.line",
        "cannot be granted in Base pay",
        LINE,
    ),
    Thin(
        "M27",
        "vague for this benefit",
        {"terms.title.purpose": "ask", "terms.title.what_exactly": "Something senior in the office"},
        "terms.title.what_exactly",
        "“Something senior” cannot be granted in Title",
        "The title “Senior planner, East Quay”",
        base=only(LIVE, "title"),
    ),
    Thin(
        "M27",
        "what but not how much",
        {f"{DAYS}.what_exactly": "Paid leave every year, outside the season"},
        f"{DAYS}.what_exactly",
        "How much of it",
        "30 days of paid leave every year",
    ),
    # M28: tone and honesty
    Thin("M28", "an ask without a line", SILENT, f"{WHY}.line", "Write the first line", LINE, base=ALONE),
    Thin(
        "M28",
        "an ultimatum",
        {f"{WHY}.line": "Take it or leave it: 57,000."},
        f"{WHY}.line",
        "“Take it or leave it”: This reads as an ultimatum.",
        LINE,
    ),
    Thin(
        "M28",
        "an apology",
        {"conversations.plan.opening_words": "I am so sorry to ask, but could we talk about pay?"},
        "conversations.plan.opening_words",
        "apologises",
        "Thank you for making the time.",
    ),
    Thin(
        "M28",
        "blame in an answer",
        {f"{WHY}.objections.o_pay.answer": "That is insulting to anybody who plans."},
        f"{WHY}.objections.o_pay.answer",
        "blame",
        "That has to look right to them.",
    ),
    Thin(
        "M28",
        "pleading before anything is asked",
        {"situation.why_role": "I am desperate for this post and would do it well."},
        "situation.why_role",
        "pleads",
        "I would plan a berth from its first day.",
    ),
    Thin(
        "M28",
        "an ultimatum rehearsed",
        {"conversations.cards.card_earn.answer": "This is my final offer."},
        "conversations.cards.card_earn.answer",
        "ultimatum",
        "I would rather talk about this role.",
    ),
    Thin(
        "M28",
        "blame in a letter not yet sent",
        {
            "agreement.letters.letter_proposal.sent_on": None,
            "agreement.letters.letter_proposal.body": "You never keep your word.",
        },
        "agreement.letters.letter_proposal.body",
        "blame",
        "Thank you for the talk on Thursday.",
    ),
    Thin(
        "M28",
        "pleading to their boss",
        {f"{WHY}.for_their_boss": "Please, please grant her what she asks."},
        f"{WHY}.for_their_boss",
        "pleads",
        "It is inside grade 7, as for others.",
    ),
    *(
        Thin(
            "M28",
            f"a bluff: {bluff}",
            {**UNREAL, f"{WHY}.line": bluff},
            f"{WHY}.line",
            "another offer",
            LINE,
        )
        for bluff in (
            "I have another offer at 58,000; can you match it?",
            "I’ve got a second offer at 58,000.",
            "I am considering two other job offers at 58,000.",
            "There is an offer of 58,000 from another firm.",
            "Another company would pay me 58,000.",
            "I have an offer from Hollinbeck Dairy at 58,000.",
        )
    ),
    *(
        Thin(
            "M28",
            f"a figure out of the air: {claim}",
            {"research.findings": [], f"{WHY}.line": claim},
            f"{WHY}.line",
            "speaks of the market",
            LINE,
            base=edited(ALONE, {"conversations": {}, "agreement.letters": []}),
        )
        for claim in (
            "57,000 is the market rate for this, as you know.",
            "The salary survey says 57,000 for this.",
            "I ask for 57,000, which is what the market pays.",
            "57,000 is the industry average for this.",
        )
    ),
]

"""What was entered is read further on: a field that nothing but its own form reads is found here.

The readers are run with the sample, and every field they look at is written down. What goes through all fields alike
(the whole workbook on paper, search, the form itself) does not count: printing back what was typed is no use of it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from counteroffer.analysis.figures import offered_pay
from counteroffer.analysis.other_ways import alternative_worth, cushion_beside_need
from counteroffer.analysis.standing import batna, other_offer, walk_away
from counteroffer.analysis.totals import package_worth, picked
from counteroffer.documents.content.agreement import agreement_summary
from counteroffer.documents.content.brief import brief
from counteroffer.documents.content.compare import side_by_side
from counteroffer.documents.content.format import locale_of
from counteroffer.documents.content.letters.paper import letter_document
from counteroffer.documents.content.shareable import shareable_view
from counteroffer.documents.content.shared_brief import shareable_brief
from counteroffer.documents.make import letter_text
from counteroffer.documents.terms_csv import terms_csv
from counteroffer.domain.agreement import LetterKind
from counteroffer.domain.alternatives import Cushion
from counteroffer.domain.base import Frozen
from counteroffer.domain.edits import Batch, Insert, Set, apply
from counteroffer.domain.packages import Slot
from counteroffer.domain.workbook import Workbook
from counteroffer.method.catalogue import catalogue
from counteroffer.method.checking import standings
from counteroffer.sample import SAMPLE_DAY, stored_sample
from tests.domain.models import MODELS

SOURCE = Path(__file__).parent.parent / "src" / "counteroffer"

ELSEWHERE = {
    "Workbook.title": "archive/keeping/summaries.py",
    "Workbook.tags": "archive/keeping/summaries.py",
    "Agreement.summed_up_on": "ui/pages/new_letter.py",
    "Option.label": "ui/worth_lines.py",
    "Option.difficulty": "ui/pages/term_levels.py",
    "Reason.need": "ui/pages/alternatives.py",
    "Reckoning.shown_per": "ui/worth_words.py",
    "Question.terms": "ui/pages/research_questions.py",
    "Package.name": "ui/models/side_by_side.py",
    **{
        f"{kind}.cost": "ui/pages/side_by_side.py"
        for kind in ("Substitute", "PerformanceTied", "Trial", "TimedRise", "Cushion", "InSteps")
    },
}
"""Fields that the archive, or a page that is no form for them, reads; and the file that does."""

TO_ONESELF = {"note"}
"""Notes are read by whoever wrote them; that is their use."""
BY_THE_APP = {"id", "kind", "facts", "taken_from", "created"}
"""What nobody enters."""
LATER = {
    "Card Rehearsal Talk Point Concern Concession": "M42 to M48, M59, M60: the talks",
    "Agreement Agreed Commitment": "M49 to M54: the agreement",
    "Workbook.retrospective Retrospective Lesson": "M55, M56: looking back",
    "Packages Package Exclusion": "M36 to M41: packages",
    "Attachment": "files, which are opened and not read",
}
"""Models whose readers come with points that the guide does not check yet."""


def read_by_all(workbook: Workbook, today: date) -> None:
    """Everything below the window that makes something out of a workbook."""
    standings(workbook, today)
    batna(workbook)
    walk_away(workbook)
    for slot in (Slot.OPENING, Slot.TARGET, Slot.ACCEPTABLE, Slot.WALK_AWAY):
        package_worth(workbook, slot, default_formulas=catalogue().formulas)
    for package in workbook.packages.saved:
        package_worth(workbook, picked(workbook, package))
    for offer in workbook.situation.other_offers:
        other_offer(workbook, offer)
    for term in workbook.terms:
        for way in term.alternatives:
            alternative_worth(workbook, term, way)
            if isinstance(way, Cushion):
                cushion_beside_need(way, offered_pay(workbook))
    view = shareable_view(workbook)
    locale = locale_of(view.language)
    brief(workbook, today, str)
    shareable_brief(view, str, locale, today)
    agreement_summary(view, str, locale, today)
    side_by_side(workbook, today, str)
    terms_csv(workbook)
    for letter in workbook.agreement.letters:
        letter_document(letter, view, str, locale, today)
    for kind in LetterKind:
        letter_text(workbook, kind, today, drafted=True)


def edited(workbook: Workbook, sets: dict[str, Any]) -> Workbook:
    """The workbook with some fields set, by their path joined by dots."""
    return apply(workbook, Batch("", tuple(Set(tuple(path.split(".")), value) for path, value in sets.items())))


def states() -> Iterator[Workbook]:
    """The sample when all is over, in the midst of its talks, and in the ways in which other people's cases differ."""
    sample = stored_sample()
    live = edited(sample, {"situation.stage": "negotiating", "agreement.outcome": None})
    yield sample
    yield live
    yield edited(live, {"situation.stage": "interviewing"})
    # All is asked for, and nothing says in short what the alternatives are and what they are worth.
    everything = {f"terms.{term.id}.purpose": "ask" for term in live.terms}
    untitled = {
        f"terms.{term.id}.alternatives.{way.id}.{name}": blank
        for term in live.terms
        for way in term.alternatives
        for name, blank in (("title", ""), ("worth", {}))
    }
    yield edited(live, everything)
    yield edited(live, everything | untitled)
    yield edited(live, BY_THE_HOUR)
    yield edited(live, UNSETTLED)
    yield apply(live, Insert(("terms",), 0, DESK))
    yield edited(live, {"situation.best_plan": "plan_search", "situation.offered_on": None})


BY_THE_HOUR = {
    "situation.offer_text": "",
    "terms.base_pay.unit": "money_hour",
    "situation.pay.expected_hours": {"likely": "30"},
    "packages.reckoning": {"keep_rate": "0.6", "after_tax": True},
    "situation.other_offers.offer_dairy.currency": "SEK",
    "situation.other_offers.offer_dairy.rate": "0.09",
}
DESK = {
    "id": "desk",
    "name": "Desk by the window",
    "unit": "yes_no",
    "target": {"value": {"kind": "yes_no", "yes": True}},
}
UNSETTLED = {
    "terms.paid_days.valuation.inputs": (),
    "terms.remote_days.options.remote_half.worth": {"likely": "500"},
    "agreement.letters.letter_time.sent_on": None,
    "situation.stage": "offer_in_writing",
    "situation.assumptions.as_money.how_to_check": "",
    "terms.base_pay.justification.gains.g_pay.their_words": "",
    "terms.paid_days.acceptable.cost": {"likely": "9000"},
    "terms.shift_notice.weighing": {"pay_for_it": "1", "settled": "The rank holds."},
    "terms.paid_days.weighing": {"pay_for_it": "900"},
}


def spy(patch: pytest.MonkeyPatch, found: set[str]) -> None:
    """Write down every field of any model that is asked for from now on."""
    plain = Frozen.__getattribute__

    def spied(self: Any, name: str) -> Any:
        if name[0] != "_" and name in type(self).model_fields:
            found.add(f"{type(self).__name__}.{name}")
        return plain(self, name)

    patch.setattr(Frozen, "__getattribute__", spied)


@cache
def looked_at() -> frozenset[str]:
    """Every field that a reader asked for, as `Model.field`."""
    found = set[str]()
    cases = tuple(states())
    with pytest.MonkeyPatch.context() as patch:
        spy(patch, found)
        for workbook in cases:
            read_by_all(workbook, SAMPLE_DAY)
    return frozenset(found)


def entered() -> set[str]:
    """Every field that a person fills in for later."""
    apart = TO_ONESELF | BY_THE_APP
    return {f"{model.__name__}.{name}" for model in MODELS for name in model.model_fields if name not in apart}


def unread() -> set[str]:
    return entered() - looked_at() - set(ELSEWHERE)


def test_every_field_has_a_reader() -> None:
    later = {one for group in LATER for one in group.split()}
    assert {one for one in unread() if not {one, one.split(".")[0]} & later} == set()


def test_what_comes_later_has_not_come() -> None:
    waiting = {part for one in unread() for part in (one, one.split(".")[0])}
    assert [group for group in LATER if not waiting & set(group.split())] == []


def test_what_is_asked_for_is_written_down_and_nothing_else() -> None:
    workbook = stored_sample()
    found = set[str]()
    with pytest.MonkeyPatch.context() as patch:
        spy(patch, found)
        assert workbook.situation.employer
    assert found == {"Workbook.situation", "Situation.employer"}


@pytest.mark.parametrize(("field", "file"), ELSEWHERE.items())
def test_a_page_reads_what_is_said_of_it(field: str, file: str) -> None:
    name = field.split(".")[1]
    tree = ast.parse((SOURCE / file).read_text(encoding="utf-8"))
    assert any(isinstance(node, ast.Attribute) and node.attr == name for node in ast.walk(tree))

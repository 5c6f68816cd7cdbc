"""Every point of the method that the guide checks has a check, a field of its own, and its place on paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from counteroffer.documents.content.agreement import agreement_summary
from counteroffer.documents.content.brief import brief
from counteroffer.documents.content.format import locale_of
from counteroffer.documents.content.shareable import shareable_view
from counteroffer.documents.content.shared_brief import shareable_brief
from counteroffer.documents.make import letter_text
from counteroffer.domain.agreement import LetterKind
from counteroffer.domain.anatomy import item_types, submodel
from counteroffer.domain.base import Frozen
from counteroffer.domain.edits import Set, apply
from counteroffer.domain.workbook import Workbook
from counteroffer.method.checking import CHECKS
from counteroffer.method.guidance import points
from counteroffer.sample import SAMPLE_DAY, stored_sample
from tests.documents.markers import filled, seen
from tests.documents.samples import TODAY
from tests.documents.test_shareable import strings

HERE = (*(f"M{number:02}" for number in range(1, 36)), "M57", "M58")

FIELDS = {
    "M01": "situation.employer situation.role situation.pay.hours_a_week terms.offered.value terms.today",
    "M02": "situation.stage situation.offered_on situation.reply_due",
    "M03": "situation.why_role situation.why_employer",
    "M57": "situation.people.name situation.relationship situation.assumptions.statement situation.fears.answer",
    "M04": "situation.plans.worth situation.best_plan situation.other_offers.sayable",
    "M05": "situation.walk_away.amount situation.walk_away.whatever_the_numbers",
    "M06": "terms.target.value terms.valuation.inputs packages.reckoning.horizon_years",
    "M07": "research.findings.range research.findings.source research.findings.seen_on terms.by_law",
    "M08": "research.findings.topic",
    "M09": "research.constraints.statement research.constraints.way_within research.constraints.terms",
    "M10": "research.interests.statement research.interests.guess research.interests.question",
    "M58": "research.their_side.options research.their_side.limit",
    "M11": "research.achievements.what research.achievements.result research.achievements.goal",
    "M12": "research.contribution.their_plans research.contribution.what_you_add",
    "M13": "research.findings.range research.findings.terms",
    "M14": "research.questions.question research.questions.whom research.questions.finding",
    "M15": "terms.name terms.benefit terms.purpose",
    "M20": "terms.opening.value terms.target.value terms.acceptable.value terms.walk_away.value",
    "M16": "terms.valuation.formula terms.valuation.inputs terms.valuation.would_buy terms.chance",
    "M17": "terms.target.cost terms.target.difficulty",
    "M18": "terms terms.importance",
    "M19": "terms.weighing.swing terms.weighing.pay_for_it terms.weighing.settled",
    "M21": "terms.justification.reasons.need terms.justification.reasons.sayable",
    "M22": "terms.justification.evidence terms.justification.achievements",
    "M23": "terms.justification.gains.statement terms.justification.gains.their_words",
    "M24": "terms.justification.objections.objection terms.justification.objections.answer",
    "M25": "terms.justification.for_their_boss",
    "M26": "terms.justification.line",
    "M27": "terms.what_exactly terms.starts",
    "M28": "terms.justification.line agreement.letters.body",
    "M29": "terms.alternatives.title terms.alternatives.interest",
    "M30": "terms.alternatives.measure terms.alternatives.target terms.alternatives.measured_by",
    "M31": "terms.alternatives.success terms.alternatives.review_on",
    "M32": "terms.alternatives.after_months terms.alternatives.reviewed_by",
    "M33": "terms.alternatives.endings_in terms.alternatives.months_to_find",
    "M34": "terms.alternatives.now terms.alternatives.later",
    "M35": "terms.justification.another_way",
}
"""Where each point is written down."""

PAPERS = {
    "M01": {"brief": "situation.employer situation.role", "agreement": "terms.offered.value"},
    "M02": {"brief": "situation.reply_due"},
    "M03": {
        "brief": "situation.why_role situation.why_employer",
        "proposal": "situation.why_role situation.why_employer",
    },
    "M57": {"proposal": "situation.people.name"},
    "M04": {"brief": "situation.plans.name situation.plans.worth.low situation.plans.steps"},
    "M05": {"brief": "situation.walk_away.amount situation.walk_away.reason situation.walk_away.whatever_the_numbers"},
    "M07": {"brief": "research.findings.range.low research.findings.source", "shareable": "research.findings.source"},
    "M09": {"brief": "research.constraints.statement research.constraints.way_within"},
    "M10": {"brief": "research.interests.statement"},
    "M58": {"brief": "research.their_side.limit.high research.their_side.options.statement"},
    "M11": {
        "brief": "research.achievements.what research.achievements.goal",
        "proposal": "research.achievements.what",
    },
    "M12": {"proposal": "research.contribution.what_you_add"},
    "M13": {"brief": "research.findings.range.typical research.findings.range.high"},
    "M14": {"brief": "research.questions.question"},
    "M20": {"brief": "terms.opening.value terms.target.value terms.acceptable.value"},
    "M16": {"brief": "terms.target.worth.low terms.target.worth.likely terms.target.worth.high"},
    "M17": {"brief": "terms.target.cost.likely"},
    "M21": {"brief": "terms.justification.reasons.statement", "shareable": "terms.justification.reasons.statement"},
    "M23": {"brief": "terms.justification.gains.statement", "proposal": "terms.justification.gains.statement"},
    "M24": {"brief": "terms.justification.objections.objection terms.justification.objections.answer"},
    "M25": {"brief": "terms.justification.for_their_boss", "proposal": "terms.justification.for_their_boss"},
    "M26": {"brief": "terms.justification.line"},
    "M29": {"brief": "terms.alternatives.title"},
    "M35": {"brief": "terms.justification.another_way", "proposal": "terms.justification.another_way"},
}
"""Where it is to be read on paper. M06 and M18 are sums and an order, not words: see below."""

MAKERS: dict[str, Callable[[Workbook], str]] = {
    "brief": lambda one: " ".join(strings(brief(one, TODAY, str))),
    "shareable": lambda one: " ".join(
        strings(shareable_brief(shareable_view(one), str, locale_of(one.situation.language), TODAY))
    ),
    "agreement": lambda one: " ".join(
        strings(agreement_summary(shareable_view(one), str, locale_of(one.situation.language), TODAY))
    ),
    "proposal": lambda one: letter_text(one, LetterKind.PROPOSAL, TODAY, drafted=True),
}


def owners(model: type[Frozen], name: str) -> tuple[type[Frozen], ...]:
    """The models behind a field: those of its entries, or the one it holds."""
    return item_types(model, name) or (submodel(model, name),)


def exists_in(models: tuple[type[Frozen], ...], parts: list[str]) -> bool:
    """Whether the path leads from one of these models to a field."""
    head, *rest = parts
    having = [model for model in models if head in model.model_fields]
    return bool(having) and (not rest or any(exists_in(owners(model, head), rest) for model in having))


@cache
def shown(paper: str) -> frozenset[str]:
    """The fields whose marks can be read on a paper, without the kinds of the entries on the way."""
    workbook, words = filled(True)
    # A question that has its answer is none any more.
    workbook = apply(workbook, Set(("research", "questions", "question", "answer"), ""))
    return frozenset(re.sub(r"\[\w+\]", "", place) for place in seen(MAKERS[paper](workbook), words))


def test_these_are_the_points_that_are_checked() -> None:
    assert set(CHECKS) == set(FIELDS) == set(HERE)
    assert set(HERE) <= {one.id for one in points()}


@pytest.mark.parametrize("point", HERE)
def test_a_point_has_a_field(point: str) -> None:
    assert [path for path in FIELDS[point].split() if not exists_in((Workbook,), path.split("."))] == []


def test_a_field_that_there_is_not_is_found_out() -> None:
    assert not exists_in((Workbook,), ["terms", "alternatives", "mesure"])


@pytest.mark.parametrize(
    ("point", "paper"), [(point, paper) for point, papers in PAPERS.items() for paper in papers], ids=str
)
def test_what_was_written_is_on_its_paper(point: str, paper: str) -> None:
    assert set(PAPERS[point][paper].split()) <= shown(paper)


def test_the_whole_package_is_on_the_brief_and_its_amounts_on_the_agreement() -> None:
    sample = stored_sample()
    assert "as offered €53,300 → with every target €67,196" in MAKERS["brief"](sample)
    assert "Amounts a year, together" in MAKERS["agreement"](sample)


def test_the_order_of_the_asks_on_the_brief_is_their_rank() -> None:
    sample: Any = apply(stored_sample(), Set(("conversations", "plan", "order"), ()))
    text = " ".join(strings(brief(sample, SAMPLE_DAY, str)))
    places = [text.index(f"{rank}. {term.name}") for rank, term in enumerate(sample.terms[:5], 1)]
    assert places == sorted(places)

"""Every point with its cases: text alone closes none of them, the named next step does."""

from __future__ import annotations

import pytest

from tests.method.cases import alternatives, justifications, offer, priorities, research
from tests.method.steps import Thin, assert_closed_on_the_sample, assert_never_done_on_nothing, assert_open_until_done

TABS = (offer, research, priorities, justifications, alternatives)
POINTS = [point for tab in TABS for point in tab.POINTS]
CASES = [case for tab in TABS for case in tab.CASES]


@pytest.mark.parametrize("point", POINTS)
def test_nothing_is_done_on_the_empty_workbook(point: str) -> None:
    assert_never_done_on_nothing(point)


@pytest.mark.parametrize("point", POINTS)
def test_the_sample_leaves_nothing_open(point: str) -> None:
    assert_closed_on_the_sample(point)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_text_is_there_and_the_point_stays_open_until_the_next_step_is_done(case: Thin) -> None:
    assert_open_until_done(case)


def test_every_point_has_cases() -> None:
    assert {case.point for case in CASES} == set(POINTS)

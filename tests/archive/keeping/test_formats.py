from __future__ import annotations

import pytest

from counteroffer.archive.keeping.formats import STEPS, canonical, is_newer, named_files, upgrade
from counteroffer.domain.workbook import FORMAT_VERSION

A, B = "a" * 64, "b" * 64


def test_there_is_a_step_for_each_version_before_todays() -> None:
    assert len(STEPS) == FORMAT_VERSION - 1


def test_only_a_version_after_todays_is_newer() -> None:
    assert not is_newer(FORMAT_VERSION)
    assert is_newer(FORMAT_VERSION + 1)


@pytest.mark.parametrize(("version", "expected"), [(1, ["2", "3"]), (2, ["3"]), (3, [])])
def test_a_workbook_is_led_through_the_steps_after_its_version(version: int, expected: list[str]) -> None:
    steps = (lambda plain: {"seen": [*plain["seen"], "2"]}, lambda plain: {"seen": [*plain["seen"], "3"]})
    before: dict[str, list[str]] = {"seen": []}
    assert upgrade(before, version, steps) == {"seen": expected}
    assert before == {"seen": []}


def test_the_canonical_form_does_not_depend_on_the_order_of_fields() -> None:
    assert (
        canonical({"b": "é", "a": [1, None]})
        == canonical({"a": [1, None], "b": "é"})
        == '{"a":[1,null],"b":"é"}'.encode()
    )


def test_files_are_found_wherever_they_are_named() -> None:
    plain = {"x": [{"sha256": A}, {"y": {"sha256": B, "z": []}}, {"sha256": ""}], "sha256": None}
    assert named_files(plain) == {A, B}

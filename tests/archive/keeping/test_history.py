"""Earlier states: named ones are listed with their names and never thinned out."""

from __future__ import annotations

import pytest

from counteroffer.archive.keeping.retention import RECENT
from counteroffer.archive.store import LocalArchive
from counteroffer.domain.errors import BadInput
from tests.archive.conftest import workbook


def _names(archive: LocalArchive) -> list[tuple[int, str]]:
    return [(state.number, state.name) for state in archive.history.listed("one").result()]


def test_a_state_gets_a_name_another_and_none(archive: LocalArchive) -> None:
    archive.add(workbook()).result()
    archive.save(workbook(title="Second")).result()
    assert _names(archive) == [(2, ""), (1, "")]
    archive.history.name("one", 1, "  vor Runde 2 🙂 ").result()
    assert _names(archive) == [(2, ""), (1, "vor Runde 2 🙂")]
    archive.history.name("one", 1, "before round 2").result()
    assert _names(archive) == [(2, ""), (1, "before round 2")]
    archive.history.name("one", 1, "").result()
    assert _names(archive) == [(2, ""), (1, "")]


def test_a_named_state_stays_until_its_name_is_taken_away(archive: LocalArchive) -> None:
    def save_many(start: int) -> None:
        for number in range(start, start + RECENT + 2):
            archive.save(workbook(title=str(number))).result()

    archive.add(workbook(title="0")).result()
    archive.history.name("one", 1, "before round 2").result()
    save_many(1)
    assert archive.history.load("one", 1).result().title == "0"
    assert (1, "before round 2") in _names(archive)
    archive.history.name("one", 1, "").result()
    save_many(1000)
    with pytest.raises(BadInput, match="thinned out"):
        archive.history.load("one", 1).result()


@pytest.mark.parametrize("name", ["two\nlines", "x" * 301, "a\x00b"])
def test_a_name_is_one_line(archive: LocalArchive, name: str) -> None:
    archive.add(workbook()).result()
    with pytest.raises(BadInput, match=r"^The name: "):
        archive.history.name("one", 1, name).result()
    assert _names(archive) == [(1, "")]


@pytest.mark.parametrize(("workbook_id", "number"), [("one", 2), ("two", 1)])
def test_only_a_state_that_is_kept_gets_a_name(archive: LocalArchive, workbook_id: str, number: int) -> None:
    archive.add(workbook()).result()
    with pytest.raises(BadInput, match="no such saved state"):
        archive.history.name(workbook_id, number, "before round 2").result()

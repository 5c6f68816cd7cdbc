from __future__ import annotations

from threading import Event

import pytest

from counteroffer.archive.backups.sliced import Sliced, Steps, at_once
from counteroffer.archive.store import LocalArchive
from counteroffer.domain.errors import Fault
from tests.archive.conftest import workbook


def _counting(said: list[str], name: str, steps: int) -> Steps[str]:
    for number in range(steps):
        said.append(f"{name}{number}")
        yield
    return name


def _failing() -> Steps[None]:
    yield
    raise OSError


def test_all_at_once() -> None:
    said: list[str] = []
    assert at_once(_counting(said, "a", 3)) == "a"
    assert said == ["a0", "a1", "a2"]


def test_one_after_the_other_and_a_save_in_between(archive: LocalArchive) -> None:
    said: list[str] = []
    asked = Event()

    def waiting_for_the_save_to_be_asked_for() -> Steps[str]:
        asked.wait(10)
        return (yield from _counting(said, "a", 3))

    sliced = Sliced(archive._work)
    one, two = sliced.start(waiting_for_the_save_to_be_asked_for()), sliced.start(_counting(said, "b", 2))
    archive.save(workbook()).add_done_callback(lambda _saved: said.append("saved"))
    asked.set()
    assert (one.result(), two.result()) == ("a", "b")
    assert said == ["a0", "saved", "a1", "a2", "b0", "b1"]


def test_what_fails_is_told_and_the_next_goes_on(archive: LocalArchive) -> None:
    sliced = Sliced(archive._work)
    failed, next_one = sliced.start(_failing()), sliced.start(_counting([], "b", 2))
    with pytest.raises(Fault):
        failed.result()
    assert next_one.result() == "b"


def test_the_rest_can_be_finished_without_a_pause(archive: LocalArchive) -> None:
    said: list[str] = []
    sliced = Sliced(archive._work)
    waiting = [sliced.start(_counting(said, name, 500)) for name in "ab"]
    archive._work.do(sliced.finish_all).result()
    assert [one.done() for one in waiting] == [True, True]
    assert len(said) == 1000

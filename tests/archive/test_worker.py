from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from subprocess import Popen

import apsw
import pytest

from counteroffer.archive.faults import CLOSED, DISK_FULL
from counteroffer.archive.store import open_archive
from counteroffer.archive.worker import Worker
from counteroffer.domain.errors import BadInput, Fault
from tests.archive.conftest import finished


def _raise(error: Exception) -> None:
    raise error


def test_work_is_done_in_order_on_one_other_thread() -> None:
    worker, seen, threads = Worker(), list[int](), set[int]()

    def note(number: int) -> None:
        seen.append(number)
        threads.add(threading.get_ident())

    futures = [worker.submit(partial(note, number)) for number in range(50)]
    worker.close()
    assert all(future.done() for future in futures)
    assert seen == list(range(50))
    assert len(threads) == 1
    assert threading.get_ident() not in threads


def test_trouble_comes_out_in_plain_words() -> None:
    worker = Worker()
    with pytest.raises(Fault) as caught:
        worker.submit(lambda: _raise(apsw.FullError("secret words"))).result()
    assert caught.value.sentence == DISK_FULL
    with pytest.raises(BadInput, match=r"^as it was$"):
        worker.submit(lambda: _raise(BadInput("as it was"))).result()
    with pytest.raises(KeyError):
        worker.submit(lambda: _raise(KeyError("a mistake in the program"))).result()
    worker.close()


def test_closing_waits_for_what_was_asked_for() -> None:
    worker, gate, done = Worker(), threading.Event(), list[str]()
    worker.submit(gate.wait)
    worker.submit(lambda: done.append("late"))
    threading.Thread(target=gate.set).start()
    worker.close()
    assert done == ["late"]


def test_after_closing_nothing_is_taken() -> None:
    worker = Worker()
    worker.close()
    with pytest.raises(Fault) as caught:
        worker.submit(lambda: 1).result()
    assert caught.value.sentence == CLOSED


def test_a_program_that_just_ends_loses_no_save(folder: Path, child: Callable[..., Popen[str]]) -> None:
    finished(child("a = open_archive(folder)\nfor n in range(30): a.save(workbook(title=str(n)))", folder))
    with open_archive(folder) as archive:
        assert archive.load("one").result().title == "29"
        assert archive.summaries().result()[0].revision == 30

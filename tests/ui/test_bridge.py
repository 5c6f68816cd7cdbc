"""Between session and window: what is saved when, and what happens when it cannot be."""

from __future__ import annotations

from concurrent.futures import Future
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from counteroffer.archive.store import LocalArchive
from counteroffer.domain.edits import Set
from counteroffer.domain.errors import Fault
from counteroffer.domain.words import Sentence
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.ports import Saved
from counteroffer.editing.session import Session
from counteroffer.ui.bridge import UNFORESEEN, Bridge

EMPLOYER = ("situation", "employer")


class Stubborn:
    """A store on a full disk that later has room again: the only way to have a save fail at a chosen moment."""

    def __init__(self, trouble: Exception | None = None) -> None:
        self.full = True
        self.trouble = trouble or Fault("The disk is full.")
        self.kept: list[Workbook] = []

    def save(self, workbook: Workbook, label: str = "") -> Future[Saved]:
        future: Future[Saved] = Future()
        if self.full:
            future.set_exception(self.trouble)
        else:
            self.kept.append(workbook)
            future.set_result(Saved(workbook.id, len(self.kept), datetime.now(UTC)))
        return future

    def attach(self, content: bytes) -> Future[str]:
        raise AssertionError("nothing is attached here")

    def attached(self, sha256: str) -> Future[bytes]:
        raise AssertionError("nothing is attached here")


def test_an_edit_is_saved_by_itself_and_said_to_be_only_then(qtbot: QtBot, archive: LocalArchive) -> None:
    workbook = Workbook()
    bridge = Bridge(Session(workbook, archive))
    with qtbot.waitSignal(bridge.saved, timeout=3_000):
        assert bridge.apply(Set(EMPLOYER, "North Mill"), typed=True) is None
        assert not bridge.is_kept
    assert bridge.is_kept
    assert archive.load(workbook.id).result().situation.employer == "North Mill"
    bridge.close()


def test_a_refused_edit_says_why_and_changes_nothing(bridge: Bridge) -> None:
    before = bridge.workbook
    problem = bridge.apply(Set(("situation", "currency"), "EURO"))
    assert problem == "This is not a currency code such as EUR, PLN or USD."
    assert bridge.workbook is before


def test_a_save_that_fails_is_told_kept_in_memory_and_tried_again(qtbot: QtBot) -> None:
    store = Stubborn()
    bridge = Bridge(Session(Workbook(), store))
    with qtbot.waitSignal(bridge.save_failed, timeout=3_000) as told:
        bridge.apply(Set(EMPLOYER, "North Mill"))
    assert told.args == ["The disk is full."]
    assert bridge.workbook.situation.employer == "North Mill"
    assert bridge.flush_and_wait() == "The disk is full."
    store.full = False
    with qtbot.waitSignal(bridge.saved, timeout=6_000):
        bridge.flush()
    assert store.kept[-1].situation.employer == "North Mill"
    bridge.close()


def test_why_a_save_fails_can_be_said_in_another_language(qtbot: QtBot) -> None:
    full = Sentence("The disk is full: {free} bytes are free.", free=7)
    bridge = Bridge(Session(Workbook(), Stubborn(Fault(full))))
    bridge.apply(Set(EMPLOYER, "North Mill"))
    with qtbot.waitSignal(bridge.save_failed, timeout=100) as told:
        bridge.flush_and_wait()
    assert told.args is not None
    assert told.args[0].told(lambda _text: "Die Platte ist voll: {free} Bytes.") == "Die Platte ist voll: 7 Bytes."
    bridge.close()


def test_a_save_that_fails_while_it_is_waited_for_is_told_and_tried_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("counteroffer.ui.bridge.AGAIN", 50)
    store = Stubborn()
    bridge = Bridge(Session(Workbook(), store))
    bridge.apply(Set(EMPLOYER, "North Mill"))
    with qtbot.waitSignal(bridge.save_failed, timeout=100) as told:
        assert bridge.flush_and_wait() == "The disk is full."
    assert told.args == ["The disk is full."]
    store.full = False
    with qtbot.waitSignal(bridge.saved, timeout=6_000):
        pass  # nobody asks for it
    assert store.kept[-1].situation.employer == "North Mill"
    bridge.close()


def test_once_waiting_has_saved_it_the_trouble_is_over(qtbot: QtBot) -> None:
    store = Stubborn()
    bridge = Bridge(Session(Workbook(), store))
    bridge.apply(Set(EMPLOYER, "North Mill"))
    assert bridge.flush_and_wait() is not None
    store.full = False
    with qtbot.waitSignal(bridge.saved, timeout=100):
        assert bridge.flush_and_wait() is None
    bridge.close()


def test_what_nobody_foresaw_is_a_failed_save_told_without_its_own_words(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("counteroffer.ui.bridge.AGAIN", 50)
    store = Stubborn(ValueError("North Mill"))
    bridge = Bridge(Session(Workbook(), store))
    told: list[str] = []
    bridge.save_failed.connect(told.append)
    with qtbot.captureExceptions() as raised:
        bridge.apply(Set(EMPLOYER, "North Mill"))
        # The crash is told of once, however often the save is tried again.
        qtbot.waitUntil(lambda: len(told) >= 3, timeout=3_000)
    assert [kind for kind, _error, _trace in raised] == [ValueError]
    assert bridge.flush_and_wait() == UNFORESEEN
    assert set(told) == {UNFORESEEN}
    store.full = False
    with qtbot.waitSignal(bridge.saved, timeout=6_000):
        pass  # nobody asks for it
    bridge.close()


def test_waiting_for_the_save_leaves_nothing_behind(archive: LocalArchive) -> None:
    workbook = Workbook()
    bridge = Bridge(Session(workbook, archive))
    bridge.apply(Set(EMPLOYER, "One"))
    bridge.flush()
    bridge.apply(Set(EMPLOYER, "Two"))
    assert bridge.flush_and_wait() is None
    assert bridge.is_kept
    assert archive.load(workbook.id).result().situation.employer == "Two"
    bridge.close()


def test_one_that_is_closed_tells_nothing_more(archive: LocalArchive) -> None:
    bridge = Bridge(Session(Workbook(), archive))
    told: list[object] = []
    bridge.changed.connect(told.append)
    bridge.close()
    # Whoever listened is gone by now; that figures are hidden is the whole app's affair.
    bridge.privacy.set_hidden(True)
    assert told == []

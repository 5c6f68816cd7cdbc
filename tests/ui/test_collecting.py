"""Rubbish goes on the window's thread, however much another thread makes meanwhile."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from counteroffer.ui.collecting import EVERY, Collector

MANY = 20_000
"""Objects, far more than it takes for Python to look for cycles by itself."""


class Ring:
    """Holds itself, so that only the collector frees it; notes on which thread that was."""

    def __init__(self, freed_on: list[threading.Thread]) -> None:
        self.own = self
        self._freed_on = freed_on

    def __del__(self) -> None:
        self._freed_on.append(threading.current_thread())


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    parent = QObject()
    made = Collector(parent)
    yield made
    made.give_back()
    assert gc.isenabled()


def make_many() -> list[list[int]]:
    return [[number] for number in range(MANY)]


def test_another_thread_frees_nothing_and_the_windows_thread_does(collector: Collector, qtbot: QtBot) -> None:
    freed_on: list[threading.Thread] = []
    Ring(freed_on)
    other = threading.Thread(target=make_many)
    other.start()
    other.join()
    assert freed_on == []
    kept = make_many()
    qtbot.waitUntil(lambda: bool(freed_on), timeout=20 * EVERY)
    assert len(kept) == MANY
    assert freed_on == [threading.main_thread()]


def test_without_it_another_thread_would(qtbot: QtBot) -> None:
    freed_on: list[threading.Thread] = []
    Ring(freed_on)
    other = threading.Thread(target=make_many)
    other.start()
    other.join()
    assert freed_on == [other]

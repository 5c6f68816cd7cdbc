"""Every visible text goes through the translator, and fits where it is a third longer than in English.

A text that is found here is not passed to `translate`, or not written where `make messages` looks for it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from counteroffer.app import Application
from counteroffer.domain.edits import Insert, apply
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.sample import sample_workbook
from counteroffer.ui.pages.languages import LANGUAGES
from counteroffer.ui.tabs import PAGES
from counteroffer.ui.window.main_window import MainWindow
from counteroffer.ui.window.rail import ARCHIVE, SETTINGS
from tests.ui.pseudo import cut, pseudo, untranslated
from tests.ui.walking import with_an_entry_in_every_list

SMALLEST = (960, 640)
GREEK = "el_GR"
"""Days and sums are written in Greek letters, so that a Latin word on screen is one that nobody translated."""


def _one_of_each() -> Workbook:
    """A workbook with one blank entry in every list, so that every form is there to be looked at."""
    workbook = apply(Workbook(), Insert(("terms",), 0, Term(id="term")))
    for path in (
        ("situation",),
        ("research",),
        ("terms", "term"),
        ("conversations",),
        ("agreement",),
        ("retrospective",),
    ):
        workbook = with_an_entry_in_every_list(workbook, *path)
    return workbook


def _cut_for_good(window: MainWindow, qapp: QApplication) -> set[str]:
    """What is cut once the window has laid itself out; wrapped texts need a second look at their width."""
    for _ in range(5):
        qapp.processEvents()
        found = cut(window)
        if not found:
            break
    return found


@pytest.mark.parametrize(
    "workbook",
    [
        pytest.param(Workbook(), id="empty", marks=pytest.mark.torture),
        pytest.param(_one_of_each(), id="one of each"),
        pytest.param(sample_workbook(date(2027, 1, 15)), id="sample", marks=pytest.mark.torture),
    ],
)
def test_every_text_in_the_window_is_translated_and_none_is_cut(
    application: Application, qapp: QApplication, workbook: Workbook
) -> None:
    window = MainWindow(application, replace(application._context(), translate=pseudo, locale=GREEK))
    window.resize(*SMALLEST)
    window.show()
    own = {str(application.folder), *dict(LANGUAGES).values()}
    bare: dict[str, set[str]] = {}
    short: dict[str, set[str]] = {}
    workspace = window.show_workbook(workbook)
    for place in (*(page.id for page in PAGES), ARCHIVE, SETTINGS):
        window.go(place)
        if place not in (ARCHIVE, SETTINGS):
            workspace.page(place).complete()
        bare[place] = untranslated(window, workbook, own)
        short[place] = _cut_for_good(window, qapp)
    window.close()
    assert {place: texts for place, texts in bare.items() if texts} == {}
    assert {place: texts for place, texts in short.items() if texts} == {}

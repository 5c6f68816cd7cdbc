"""The app's own language: chosen in the settings, spoken from the next start, with its numbers and Qt's own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counteroffer.app import open_application
from counteroffer.domain.situation import Situation
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.app_language import app_locale, app_translator
from counteroffer.ui.context import UiContext
from counteroffer.ui.preferences import Language, Preferences, save_preferences


@pytest.fixture
def german(qapp: QApplication, tmp_path: Path) -> Iterator[Path]:
    """Settings in which German is set; what Qt has learned for it is forgotten afterwards."""
    settings = tmp_path / "settings.json"
    save_preferences(settings, Preferences(language=Language.GERMAN))
    yield settings
    for words in qapp.findChildren(QTranslator):
        qapp.removeTranslator(words)


def test_the_app_speaks_the_language_that_was_set(
    qapp: QApplication, qtbot: QtBot, german: Path, tmp_path: Path
) -> None:
    application = open_application(qapp, tmp_path / "archive", german)
    window = application.open_window()
    assert window.start_page.new_button.text() == "Neue Mappe"
    assert window.ctx.locale.startswith("de_")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    window.start_page.new_button.click()
    qtbot.waitUntil(lambda: window.workspace is not None)
    assert window.workspace is not None
    assert window.workspace.bridge.workbook.situation.language == "de_DE"
    application.close()
    application.theme.deleteLater()


@pytest.mark.parametrize(
    ("locale", "language", "papers"),
    [
        ("en_GB", "en", "en_GB"),
        ("de_AT", "de", "de_AT"),
        # The app does not speak Polish, and writes papers in a language it speaks.
        ("pl_PL", "en", "en"),
        # Latin America is no country that a workbook could name.
        ("es_419", "es", "es"),
        ("en", "en", "en"),
    ],
)
def test_new_papers_are_written_as_in_the_persons_country(
    ctx: UiContext, locale: str, language: str, papers: str
) -> None:
    assert replace(ctx, locale=locale, language=language).papers == papers
    assert Workbook(situation=Situation(language=papers)).situation.language == papers


def test_where_nothing_was_set_the_systems_language_is_tried() -> None:
    spoken = app_translator(Language.SYSTEM).language
    assert spoken in ("en", "de", "es")
    assert app_locale(Language.SYSTEM) == (QLocale.system().name() if "_" in QLocale.system().name() else "en_GB")


@pytest.mark.parametrize(
    ("system", "language", "written"),
    [
        ("de_AT", Language.GERMAN, "de_AT"),
        ("en_US", Language.SPANISH, "es_US"),
        ("en_US", Language.GERMAN, "de_DE"),
        ("fr_FR", Language.SYSTEM, "fr_FR"),
        ("de_DE", Language.ENGLISH, "en_DE"),
        ("C", Language.ENGLISH, "en_GB"),
        ("C", Language.SYSTEM, "en_GB"),
        ("C", Language.SPANISH, "es_ES"),
    ],
)
def test_numbers_follow_the_system_unless_its_language_is_another_one(
    system: str, language: Language, written: str
) -> None:
    assert app_locale(language, system) == written

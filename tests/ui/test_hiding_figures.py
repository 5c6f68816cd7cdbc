"""Figures are hidden from whoever looks on: no amount of the sample is seen or heard anywhere, and all come back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.exceptions import TimeoutError as QtTimeout
from pytestqt.qtbot import QtBot

from counteroffer.app import Application, open_application
from counteroffer.domain.base import Frozen, revise
from counteroffer.domain.edits import Set
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.sample import sample_workbook
from counteroffer.ui.archive.history_dialog import HistoryDialog
from counteroffer.ui.archive.incoming_dialog import IncomingDialog
from counteroffer.ui.context import UiContext
from counteroffer.ui.privacy import HIDDEN, SHOW_FIRST, Privacy
from counteroffer.ui.tabs import PAGES
from counteroffer.ui.theme import Duration
from counteroffer.ui.veil import veiled
from counteroffer.ui.widgets import Button, DateField, FieldTexts, MoneyField, TextField
from counteroffer.ui.widgets.disclosure import FoldedBody, unfold
from counteroffer.ui.window.main_window import MainWindow
from counteroffer.ui.window.places import ARCHIVE, RECORD, SETTINGS
from tests.ui.screens import archive_screens, screens, settle
from tests.ui.seen import texts

# The record leaves out whatever is tagged as the sample.
SAMPLE = revise(sample_workbook(date(2027, 1, 15)), tags=())
SAID = "61,234"
NAMED = revise(
    SAMPLE,
    title=f"Ferries, not below {SAID}",
    tags=(f"{SAID} offered",),
    situation=revise(SAMPLE.situation, employer=f"Ferries {SAID} Ltd", role=f"Planner {SAID}"),
    # Without a benefit of the catalogue, it is called as the person called it.
    terms=tuple(revise(term, name=f"{term.name} {SAID}", benefit="") for term in SAMPLE.terms),
)
"""The sample of a person who writes an amount into every name."""
_VEIL = Privacy()
_VEIL.set_hidden(True)
BARE = Workbook.model_validate_json(veiled(SAMPLE, _VEIL).model_dump_json().replace(HIDDEN, "much"))
"""The sample of one who writes no amount into any text: nothing of it is another object once figures are hidden."""
_EXAMPLES = ("A bonus of 4,000 if 95 % of deliveries", "If 84,000 is not possible")


def _decimals(value: object) -> Iterator[Decimal]:
    if isinstance(value, Decimal):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _decimals(one)
    elif isinstance(value, Frozen):
        for name in type(value).model_fields:
            yield from _decimals(getattr(value, name))


AMOUNTS = {f"{abs(one):,.0f}" for one in _decimals(SAMPLE) if abs(one) >= 400} | {SAID}
"""The sample's amounts as they are written; a smaller number may be a page or a minute as well."""
_FOLDER = "pytest-"
"""Where the test's own archive is, with a number in it."""
_SEEN = re.compile(
    "|".join(rf"(?<![\d,.]){one}(?![\d]|[,.]\d)" for one in sorted(AMOUNTS, key=len, reverse=True))
    + r"|€\s?\d|\d+[\u00a0 ]?% likely"
)


def _amounts(window: QWidget) -> set[str]:
    # An example of the app's own in the same words is nobody's figure.
    return {
        f"{found.group()} in {text[:80]!r}"
        for text in texts(window)
        if not text.startswith(_EXAMPLES) and _FOLDER not in text
        for found in _SEEN.finditer(text)
    }


@pytest.fixture
def application(qapp: QApplication, tmp_path: Path) -> Iterator[Application]:
    opened = open_application(qapp, tmp_path / "archive", tmp_path / "settings.json")
    opened.archive.add(SAMPLE).result()
    yield opened
    opened.close()
    opened.theme.deleteLater()


@pytest.fixture
def window(application: Application, qtbot: QtBot) -> MainWindow:
    window = application.open_window()
    window.show_workbook(SAMPLE)
    return window


def _come_to(window: MainWindow, qtbot: QtBot, page: str) -> None:
    window.go(page)
    qtbot.wait(Duration.FIGURES)
    for body in window.findChildren(FoldedBody):
        unfold(body)


def test_no_amount_is_left_on_any_page_and_all_come_back(window: MainWindow, qtbot: QtBot) -> None:
    hiding, shown = window.actions_by_id["hide_figures"], 0
    workspace = window.show_workbook(BARE)
    for tab in PAGES:
        _come_to(window, qtbot, tab.id)
        shown += bool(_amounts(window))
        hiding.trigger()
        # A page that is reckoning shows nothing new before it is done.
        with suppress(QtTimeout):
            qtbot.waitUntil(lambda: not _amounts(window), timeout=2000)
        assert _amounts(window) == set(), tab.id
        hiding.trigger()
    assert shown >= 7
    _come_to(window, qtbot, "research")
    qtbot.waitUntil(lambda: bool(_amounts(window)) and HIDDEN not in " ".join(texts(window)))
    assert workspace.bridge.session.workbook is BARE


def test_the_archive_and_its_record_hide_them_too(window: MainWindow, qtbot: QtBot) -> None:
    window.go(ARCHIVE)
    window.start_page.list.search.setText("berth depot paid")
    qtbot.waitUntil(lambda: bool(_amounts(window)))
    window.ctx.privacy.set_hidden(True)
    qtbot.waitUntil(lambda: not _amounts(window))
    window.go(RECORD)
    qtbot.waitUntil(lambda: not window.record_page.waiting.isVisible())
    qtbot.waitUntil(lambda: HIDDEN in " ".join(texts(window.record_page)))
    assert not re.search(r"€\d", " ".join(texts(window)))


_BY_THEMSELVES = ("papers", "earlier states")
"""Windows that cannot be shown while figures are hidden, and close when they are."""


@pytest.mark.torture
def test_no_screen_shows_an_amount_whether_it_was_there_before_or_comes_later(
    application: Application, qtbot: QtBot
) -> None:
    application.archive.save(NAMED).result()
    shown = _walked(application, qtbot, screens(application, qtbot, NAMED))
    assert {"archive", "what was asked and won", "beside the guide", "import"} <= shown


def test_workbooks_are_seen_from_outside_without_their_amounts(application: Application, qtbot: QtBot) -> None:
    application.archive.save(NAMED).result()
    shown = _walked(application, qtbot, archive_screens(application, qtbot, NAMED))
    assert shown == {"archive", "archive as cards, with filters and tags", "what was asked and won", "import"}


def _walked(application: Application, qtbot: QtBot, walk: Iterator[tuple[str, QWidget]]) -> set[str]:
    """Look at each of these screens, come to with figures hidden and hidden while it is in view. Those that show an
    amount otherwise; none shows one then."""
    privacy, shown = application._context().privacy, set()
    privacy.set_hidden(True)
    for name, window in walk:
        privacy.set_hidden(True)
        if name in _BY_THEMSELVES:
            assert not window.isVisible()
            privacy.set_hidden(False)
            continue
        settle()
        assert _amounts(window) == set(), name
        if name.startswith("sample: "):
            continue  # another test shows each of these and then hides it
        privacy.set_hidden(False)
        settle()
        shown |= {name} if _amounts(window) else set()
        privacy.set_hidden(True)
        # What is asked of the archive, or reckoned, takes a moment; until then it shows nothing new.
        with suppress(QtTimeout):
            qtbot.waitUntil(lambda window=window: not _amounts(window), timeout=2000)
        assert _amounts(window) == set(), name
        # What comes after this one could not be opened otherwise.
        privacy.set_hidden(not name.startswith("find, "))
    return shown


def test_no_question_of_the_quick_start_shows_one_nor_does_the_catalogue(window: MainWindow) -> None:
    few = revise(NAMED, id="few", terms=NAMED.terms[:2], agreement=Workbook().agreement)
    window.ctx.privacy.set_hidden(True)
    workspace = window.show_workbook(few)
    asking = workspace.show_quick_start()
    asking.go_to("who")
    asked = 0
    while asking.step is not None:
        settle()
        assert _amounts(window) == set(), asking.step.question.id
        asked += HIDDEN in " ".join(texts(asking))
        asking.skip()
    settle()
    assert _amounts(window) == set()
    assert asked >= 8
    window.go("priorities")
    opening = [one for one in workspace.page("priorities").findChildren(Button) if one.text() == "From the catalogue …"]
    opening[0].click()
    settle()
    assert _amounts(window) == set()


def test_what_a_backup_would_bring_back_is_named_without_its_amounts(
    application: Application, window: MainWindow, qtbot: QtBot
) -> None:
    application.archive.save(NAMED).result()
    application.archive.backups.make().result()
    application.archive.save(SAMPLE).result()
    window.go(SETTINGS)
    card = window.settings.backups
    qtbot.waitUntil(card.restore_button.isEnabled)
    card.restore_button.click()
    qtbot.waitUntil(lambda: card.form.rows.rowCount() > 0)
    card.form.compare_button.click()
    qtbot.waitUntil(card.form.changes.isVisible)
    assert SAID in card.form.changes.text()
    window.ctx.privacy.set_hidden(True)
    assert SAID not in card.form.changes.text()
    assert HIDDEN in card.form.changes.text()


def test_a_workbook_that_left_the_list_is_named_without_its_amounts(
    application: Application, window: MainWindow, qtbot: QtBot
) -> None:
    application.archive.save(NAMED).result()
    window.go(ARCHIVE)
    shelf = window.start_page.list
    qtbot.waitUntil(lambda: [row.title for row in shelf.rows.rows()] == [NAMED.title])
    window.ctx.privacy.set_hidden(True)
    shelf.menu.tags_button.click()
    assert not shelf.tags_form.isVisible()
    assert shelf.banner.isVisible()
    window.ctx.privacy.set_hidden(False)
    shelf.menu.bin_wanted.emit(NAMED.id)
    assert SAID in " ".join(texts(shelf.gone))
    window.ctx.privacy.set_hidden(True)
    assert SAID not in " ".join(texts(shelf.gone))


def test_a_strip_over_the_window_says_so_and_its_button_shows_them_again(window: MainWindow) -> None:
    action = window.actions_by_id["hide_figures"]
    assert not window.curtain.isVisible()
    action.trigger()
    assert window.curtain.isVisible()
    assert action.isChecked()
    assert window.curtain.button.text() == "Show figures"
    window.curtain.button.click()
    assert not window.curtain.isVisible()
    assert not action.isChecked()


def test_another_window_opens_with_its_figures_hidden(application: Application, window: MainWindow) -> None:
    window.ctx.privacy.set_hidden(True)
    other = application.open_window()
    other.show_workbook(Workbook())
    assert other.curtain.isVisible()
    assert other.actions_by_id["hide_figures"].isChecked()
    assert other.workspace is not None
    assert other.workspace.bridge.privacy.hidden


def test_a_window_that_was_closed_hears_of_it_no_more(application: Application, window: MainWindow) -> None:
    other = application.open_window()
    other.show_workbook(SAMPLE)
    assert other.close()
    del other
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.ctx.privacy.set_hidden(True)
    assert window.curtain.isVisible()


def test_a_file_that_is_on_its_way_in_is_named_without_its_amounts(
    application: Application, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / f"Ferries {SAID}.counteroffer"
    file.write_bytes(application.portable(NAMED))
    window.archive_desk.take_in(file)
    dialog = window.findChild(IncomingDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.rows.rowCount() > 0, timeout=5_000)
    window.ctx.privacy.set_hidden(True)
    assert SAID not in " ".join(texts(dialog))
    window.ctx.privacy.set_hidden(False)
    assert file.name in texts(dialog)
    dialog.reject()


def test_papers_and_earlier_states_wait_until_figures_are_shown(window: MainWindow) -> None:
    window.papers("brief")
    assert window.paper_desk.dialog is not None
    window.ctx.privacy.set_hidden(True)
    assert window.paper_desk.dialog is None
    window.papers("brief")
    window.show_history()
    assert window.paper_desk.dialog is None
    assert window.findChildren(HistoryDialog) == []
    boxes = window.findChildren(QMessageBox)
    assert {box.text() for box in boxes} == {
        "This would show every figure. Show your figures again first (Ctrl+Shift+H)."
    }
    for box in boxes:
        box.close()


def test_what_is_seen_never_comes_back_as_an_edit(window: MainWindow) -> None:
    assert window.workspace is not None
    bridge = window.workspace.bridge
    window.ctx.privacy.set_hidden(True)
    path = ("terms", SAMPLE.terms[0].id, "what_exactly")
    assert HIDDEN in bridge.value(path)
    assert bridge.apply(Set(path, bridge.value(path) + " And more.")) == SHOW_FIRST
    assert bridge.apply(Set(("situation", "employer"), "Northwind")) is None
    window.ctx.privacy.set_hidden(False)
    assert bridge.value(path) == SAMPLE.terms[0].what_exactly
    assert bridge.workbook.situation.employer == "Northwind"


def test_fields_with_hidden_figures_can_be_read_and_not_written(ctx: UiContext, qtbot: QtBot) -> None:
    money = MoneyField(ctx, FieldTexts("Offered"), currency="EUR")
    day = DateField(ctx, FieldTexts("Reply due"))
    words, plain = TextField(ctx, FieldTexts("Said")), TextField(ctx, FieldTexts("Done"))
    for one in (money, day, words, plain):
        qtbot.addWidget(one)
    ctx.privacy.set_hidden(True)
    money.show_value(Decimal(54000))
    day.show_value(date(2027, 3, 31))
    words.show_value(ctx.privacy.words("No more than 54,000."))
    plain.show_value("Called twice.")
    assert "54" not in money.input.line.displayText()
    assert day.input.line.displayText() == "31 Mar 2027"
    assert words.input.isReadOnly()
    assert not plain.input.isReadOnly()
    ctx.privacy.set_hidden(False)
    words.show_value("No more than 54,000.")
    assert money.input.line.displayText() == "54,000"
    assert not words.input.isReadOnly()


# What is hidden of a sentence


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("From 48,000 to 58,500 a year.", "From ••• to ••• a year."),
        ("85k, 1.5m, €5, 4 %, 12 €", "•••, •••, €•••, ••• %, ••• €"),
        ("48 000–58 500 zł", "•••–••• zł"),
        ("85.000,50 or 1'200 or 500", "••• or ••• or •••"),
        ("٥٤٠٠٠ في السنة", "••• في السنة"),
        ("On 31 March 2027 at 09:30, page 14, 25 days", "On 31 March 2027 at 09:30, page 14, 25 days"),
        ("2027-01-15 and grade 7", "2027-01-15 and grade 7"),
        ("", ""),
    ],
)
def test_amounts_are_hidden_and_years_days_and_small_numbers_stay(written: str, seen: str) -> None:
    privacy = Privacy()
    assert privacy.words(written) == written
    privacy.set_hidden(True)
    assert privacy.words(written) == seen


def test_a_veiled_workbook_keeps_its_figures_its_links_and_what_holds_no_amount() -> None:
    privacy = Privacy()
    privacy.set_hidden(True)
    seen = veiled(SAMPLE, privacy)
    assert list(_decimals(seen)) == list(_decimals(SAMPLE))
    assert [term.id for term in seen.terms] == [term.id for term in SAMPLE.terms]
    assert seen.retrospective is SAMPLE.retrospective
    linked = Workbook(terms=(Term(id="1234567890123456", name="Worth 5,000"),))
    assert veiled(linked, privacy).terms[0].id == "1234567890123456"
    assert veiled(linked, privacy).terms[0].name == f"Worth {HIDDEN}"

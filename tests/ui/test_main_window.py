"""The window: opening, going about, undo that shows where, find, closing with and without trouble."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from counteroffer.app import Application
from counteroffer.archive.carrying import portable
from counteroffer.domain.agreement import Outcome
from counteroffer.domain.edits import Insert, Set
from counteroffer.domain.situation import Situation, Stage
from counteroffer.domain.workbook import Workbook
from counteroffer.sample import sample_workbook
from counteroffer.ui.archive.incoming_dialog import IncomingDialog
from counteroffer.ui.tabs import PAGES, tab_of
from counteroffer.ui.window.main_window import MainWindow
from counteroffer.ui.window.workspace import Workspace


def _workspace(window: MainWindow, qtbot: QtBot) -> Workspace:
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=5_000)
    assert window.workspace is not None
    return window.workspace


def test_a_new_workbook_opens_on_the_offer_and_is_in_the_archive(
    application: Application, window: MainWindow, qtbot: QtBot
) -> None:
    window.start_page.new_button.click()
    workspace = _workspace(window, qtbot)
    assert workspace.current == "offer"
    assert [one.id for one in application.archive.summaries().result()] == [workspace.bridge.workbook.id]
    assert isinstance(begun := window.focusWidget(), QWidget)
    assert begun.accessibleName() == "Employer"


def test_who_opens_a_workbook_stands_at_its_page_and_not_at_the_archive(window: MainWindow, qtbot: QtBot) -> None:
    next(one for one in window.rail.findChildren(QToolButton) if one.accessibleName() == "Archive").setFocus()
    window.start_page.sample_button.click()
    _workspace(window, qtbot)
    assert isinstance(at := window.focusWidget(), QWidget)
    assert at.accessibleName() == "Offer"


def test_a_workbook_without_a_title_is_called_after_the_employer(window: MainWindow) -> None:
    workspace = window.show_workbook(Workbook())
    assert window.windowTitle() == "Counteroffer"
    workspace.bridge.apply(Set(("situation", "employer"), "North Mill"))
    assert window.windowTitle() == "North Mill – Counteroffer"
    assert "North Mill" in {line.placeholderText() for line in workspace.top_bar.findChildren(QLineEdit)}


def test_once_it_has_ended_the_bar_says_how_and_counts_no_days(window: MainWindow) -> None:
    situation = Situation(stage=Stage.OFFER_IN_WRITING, reply_due=window.ctx.today() + timedelta(days=5))
    workspace = window.show_workbook(Workbook(situation=situation))

    def chips() -> list[str]:
        return [label.text() for label in workspace.top_bar.findChildren(QLabel)]

    assert "5 days to reply" in chips()
    workspace.bridge.apply(Set(("agreement", "outcome"), Outcome.AGREED))
    assert "5 days to reply" not in chips()
    assert "Agreed" in chips()


def test_the_sample_opens_and_every_page_can_be_gone_to(window: MainWindow, qtbot: QtBot) -> None:
    window.start_page.sample_button.click()
    workspace = _workspace(window, qtbot)
    for tab in PAGES:
        window.go(tab.id)
        assert workspace.current == tab.id
    window.go("settings")
    window.go("archive")


def test_undo_goes_to_the_page_and_field_that_it_changes(window: MainWindow, qtbot: QtBot) -> None:
    window.archive_desk.new_workbook()
    workspace = _workspace(window, qtbot)
    workspace.bridge.apply(Set(("situation", "employer"), "North Mill"))
    window.go("research")
    window.undo()
    assert workspace.current == "offer"
    assert workspace.bridge.workbook.situation.employer == ""
    window.redo()
    assert workspace.bridge.workbook.situation.employer == "North Mill"


def test_find_goes_to_the_field_that_holds_the_words(window: MainWindow, qtbot: QtBot) -> None:
    window.show_workbook(sample_workbook(date(2027, 1, 15)))
    workspace = _workspace(window, qtbot)
    window.open_find()
    bar = workspace.find_bar
    qtbot.keyClicks(bar.words, "notice of roster")
    assert bar.hits.count() >= 1
    bar.hits.setCurrentRow(0)
    bar.hits.itemActivated.emit(bar.hits.item(0))
    assert workspace.current != ""


def test_what_is_typed_last_is_there_after_closing(application: Application, window: MainWindow, qtbot: QtBot) -> None:
    window.archive_desk.new_workbook()
    workspace = _workspace(window, qtbot)
    workbook_id = workspace.bridge.workbook.id
    workspace.bridge.apply(Set(("situation", "employer"), "Closed at once"), typed=True)
    assert window.close()
    assert application.archive.load(workbook_id).result().situation.employer == "Closed at once"


def test_a_portable_file_is_taken_in_and_a_bad_one_is_refused_in_a_sentence(
    application: Application, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.counteroffer"
    bad.write_text("not json", encoding="utf-8")
    window.archive_desk.take_in(bad)
    refused = window.findChild(IncomingDialog)
    assert refused is not None
    qtbot.waitUntil(lambda: refused.banner.isVisible(), timeout=3_000)
    assert not refused.take_button.isVisible()
    refused.close()
    assert window.workspace is None
    good = tmp_path / "good.counteroffer"
    good.write_bytes(portable.write(Workbook(title="From elsewhere"), {}))
    window.archive_desk.take_in(good)
    shown = next(one for one in window.findChildren(IncomingDialog) if one is not refused)
    qtbot.waitUntil(lambda: shown.take_button.isVisible(), timeout=3_000)
    shown.take_button.click()
    assert _workspace(window, qtbot).bridge.workbook.title == "From elsewhere"
    window.archive_desk.take_in(tmp_path / "missing.counteroffer")
    assert len(application.archive.summaries().result()) == 1


def test_a_second_workbook_gets_a_window_of_its_own_and_the_first_is_raised(
    application: Application, window: MainWindow, qtbot: QtBot
) -> None:
    first, second = Workbook(title="One"), Workbook(title="Two")
    for workbook in (first, second):
        application.archive.add(workbook).result()
    window.show_workbook(first)
    other = application.open_window(second.id)
    qtbot.waitUntil(lambda: other.workspace is not None, timeout=5_000)
    assert other is not window
    assert application.raise_shown(first.id, "offer", ())
    assert len(application.windows) == 2


def test_the_guide_gives_way_in_a_narrow_window(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.show_workbook(Workbook())
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: workspace.guide.isVisible(), timeout=2_000)
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: not workspace.guide.isVisible(), timeout=2_000)


def test_the_guide_goes_to_the_field_of_the_next_step(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.show_workbook(Workbook())
    window.go("offer")
    workspace.guide.go_button.click()
    field = workspace.page("offer").focusWidget
    qtbot.waitUntil(lambda: field() is not None and field().accessibleName() == "Employer", timeout=3_000)


def test_the_rings_fill_as_points_are_done(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.show_workbook(Workbook())
    assert window.rail.ring("offer").fraction() == 0
    workspace.bridge.apply(Set(("situation", "why_role"), "I would build the planning up from nothing."))
    workspace.bridge.apply(Set(("situation", "why_employer"), "You publish your delivery figures and few do."))
    qtbot.waitUntil(lambda: window.rail.ring("offer").fraction() > 0, timeout=3_000)


@pytest.mark.parametrize(
    ("path", "tab"),
    [
        (("situation", "employer"), "offer"),
        (("terms", "x", "offered", "value"), "offer"),
        (("terms", "x", "target", "value"), "priorities"),
        (("terms", "x"), "priorities"),
        (("terms", "x", "justification", "line"), "justifications"),
        (("terms", "x", "alternatives", "y", "title"), "alternatives"),
        (("terms", "x", "agreed", "value"), "agreement"),
        (("packages", "budget"), "packages"),
        (("packages", "reckoning", "keep_rate"), "priorities"),
        (("note",), "look_back"),
        (("title",), None),
        ((), None),
    ],
)
def test_every_path_has_its_page(path: tuple[str, ...], tab: str | None) -> None:
    assert tab_of(path) == tab


def test_a_removed_term_comes_back_with_undo(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.show_workbook(Workbook())
    workspace.bridge.apply(Insert(("terms",), 0, {"id": "pay", "name": "Base pay"}))
    window.go("priorities")
    workspace.page("priorities").list.removed.emit("pay")
    assert workspace.bridge.workbook.terms == ()
    window.undo()
    assert [term.name for term in workspace.bridge.workbook.terms] == ["Base pay"]


def test_a_workbook_is_never_open_twice(application: Application, window: MainWindow, qtbot: QtBot) -> None:
    first, second = Workbook(title="One"), Workbook(title="Two")
    for workbook in (first, second):
        application.archive.add(workbook).result()
    window.show_workbook(first)
    other = application.open_window(second.id)
    qtbot.waitUntil(lambda: other.workspace is not None, timeout=5_000)
    assert other.put_by()
    # The other window is free now, and still it does not take what the first one shows.
    other.workbook_desk.choose(first.id)
    assert other.workspace is None
    # Asked for twice while it is on its way, it comes once.
    window.workbook_desk.choose(second.id)
    window.workbook_desk.choose(second.id)
    qtbot.waitUntil(lambda: sum(one.workbook_desk.shows(second.id) for one in application.windows) == 1, timeout=5_000)
    assert len(application.windows) == 2 + (other.workspace is None)


def test_another_workbook_in_the_window_saves_the_one_before(
    application: Application, window: MainWindow, qtbot: QtBot
) -> None:
    first = Workbook(title="One")
    application.archive.add(first).result()
    workspace = window.show_workbook(first)
    workspace.bridge.apply(Set(("title",), "One, typed last"), typed=True)
    window.show_workbook(Workbook(title="Two"))
    assert application.archive.load(first.id).result().title == "One, typed last"


def test_ctrl_f_searches_what_is_in_view(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.show_workbook(Workbook())
    window.go("archive")
    window.actions_by_id["find"].trigger()
    assert window.place == "archive"
    assert workspace.find_bar.isHidden()
    window.go("offer")
    window.actions_by_id["find"].trigger()
    assert not workspace.find_bar.isHidden()


def test_passphrase_and_backups_are_found_as_commands(window: MainWindow, qtbot: QtBot) -> None:
    for name in ("backups", "passphrase"):
        window.actions_by_id[name].trigger()
        assert window.place == "settings"
        card = getattr(window.settings, name)
        shown = window.settings.viewport()

        def in_view(card: QWidget = card, shown: QWidget = shown) -> bool:
            return 0 <= card.mapTo(shown, QPoint(0, 0)).y() < shown.height()

        qtbot.waitUntil(in_view, timeout=2_000)


def test_quitting_closes_every_window_and_keeps_what_was_typed(
    application: Application, window: MainWindow, qtbot: QtBot
) -> None:
    window.archive_desk.new_workbook()
    bridge = _workspace(window, qtbot).bridge
    bridge.apply(Set(("situation", "employer"), "Kept"), typed=True)
    application.open_window()
    window.actions_by_id["quit"].trigger()
    assert application.windows == []
    assert application.archive.load(bridge.workbook.id).result().situation.employer == "Kept"


def test_what_cannot_be_saved_stays_and_is_not_taken_for_the_next(
    application: Application, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = Workbook(title="One"), Workbook(title="Two")
    for workbook in (first, second):
        application.archive.add(workbook).result()
    application.archive.shelf.put_away(second.id).result()
    workspace = window.show_workbook(first)
    monkeypatch.setattr(window.workbook_desk, "keep", lambda: False)
    with qtbot.waitCallback() as asked:
        monkeypatch.setattr(
            window, "show_workbook", lambda *given: (asked(), MainWindow.show_workbook(window, *given))[1]
        )
        window.workbook_desk.open(second.id)
    assert window.workspace is workspace
    # Being put away is said of the second, not of the one that stayed.
    assert not workspace.bridge.read_only


def test_behind_the_record_a_workbook_that_was_closed_leaves_nothing_to_press(
    application: Application, window: MainWindow
) -> None:
    workbook = Workbook(title="One")
    application.archive.add(workbook).result()
    window.show_workbook(workbook)
    window.go("record")
    assert window.actions_by_id["print"].isEnabled()
    assert window.put_by()
    assert window.place == "record"
    assert not window.actions_by_id["print"].isEnabled()
    assert not window.actions_by_id["go:offer"].isEnabled()

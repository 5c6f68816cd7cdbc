"""An archive from the first passphrase on: locked and unlocked, searched, put away, binned, backed up, carried over."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from counteroffer.ui.archive.export_dialog import ExportDialog
from counteroffer.ui.archive.incoming_dialog import IncomingDialog
from counteroffer.ui.locking.unlock_window import UnlockWindow
from counteroffer.ui.settings_page import SettingsPage
from counteroffer.ui.start_page import StartPage
from counteroffer.ui.window.workspace import Workspace
from tests.journeys.driver import Driver

SECRET = "gravel umbrella tenor"  # noqa: S105
OF_THE_FILE = "quill mosaic harbour"


def journey(person: Driver, folder: Path) -> None:
    person.press("New workbook")
    person.fill("Employer", "Harbour & Hill Ltd")
    person.saved()
    _set_passphrase(person)
    _lock_and_unlock(person)
    _put_away_and_bin(person)
    _back_up(person)
    _carry_over(person, folder / "carried.counteroffer")


def _set_passphrase(person: Driver) -> None:
    # There is none yet: locking leads to where it is set.
    person.keys("ctrl+l")
    card = person.shown(SettingsPage, lambda _one: True, "the settings").passphrase
    person.wait(card.first.new.hasFocus, "the cursor in the new passphrase")
    person.type(SECRET)
    person.keys("Return")
    person.wait(card.first.again.hasFocus, "the cursor in the second line")
    person.type(SECRET)
    person.keys("Return")
    person.wait(card.sheet.isVisible, "the recovery code")
    person.press("I have kept it")
    person.wait(card.change_button.isVisible, "the passphrase to be set")


def _lock_and_unlock(person: Driver) -> None:
    person.keys("ctrl+l")
    asking = person.shown(UnlockWindow, lambda one: one.isActiveWindow(), "the locked archive")
    person.wait(asking.field.hasFocus, "the cursor in the passphrase")
    person.type(SECRET)
    person.keys("Return")
    person.shown(Workspace, lambda _one: True, "the workbook, where it was left")
    employer = person.field("Employer")
    person.wait(lambda: employer.led_to().text() == "Harbour & Hill Ltd", "the employer as it was written")


def _put_away_and_bin(person: Driver) -> None:
    person.keys("ctrl+shift+f")
    found = person.shown(StartPage, lambda _one: True, "the archive").list
    person.wait(found.search.hasFocus, "the cursor in the search")
    person.type("harbor")
    person.wait(lambda: found.rows.rowCount() == 0, "nothing found")
    person.keys("BackSpace", "BackSpace")
    person.type("our")
    person.wait(lambda: found.rows.rowCount() == 1, "the workbook found")
    person.keys("ctrl+a", "BackSpace")

    person.press("Filter and order")
    person.choose("Where", "Both")
    person.press("Put away")
    person.press("Reopen")
    person.button("Put away")

    person.press("More")
    person.pick("Put into the bin")
    person.wait(lambda: found.rows.rowCount() == 0, "an empty archive")
    person.choose("Where", "In the bin")
    person.press("Take it back")
    person.wait(lambda: found.rows.rowCount() == 0, "an empty bin")
    person.choose("Where", "At hand")
    person.wait(lambda: found.rows.rowCount() == 1, "the workbook back again")


def _back_up(person: Driver) -> None:
    person.keys("ctrl+comma")
    card = person.shown(SettingsPage, lambda _one: True, "the settings").backups
    person.press("Back up now")
    person.wait(card.banner.isVisible, "the word that the backup is whole")


def _carry_over(person: Driver, file: Path) -> None:
    person.do("Export everything …")
    dialog = person.shown(ExportDialog, lambda _one: True, "how to export")
    person.wait(dialog.form.new.hasFocus, "the cursor in the passphrase of the file")
    person.type(OF_THE_FILE)
    person.keys("Return")
    person.wait(dialog.form.again.hasFocus, "the cursor in the second line")
    person.type(OF_THE_FILE)
    person.keys("Return")
    person.name_file(file)
    person.wait(dialog.done_button.hasFocus, "the word that it is saved")
    person.keys("Return")

    person.wait(lambda: QApplication.activeModalWidget() is None, "the window again")
    person.do("Import a file …")
    person.name_file(file)
    coming = person.shown(IncomingDialog, lambda _one: True, "what will come in")
    person.wait(coming.secret.hasFocus, "the cursor in the passphrase of the file")
    person.type(OF_THE_FILE)
    person.keys("Return")
    person.wait(coming.take_button.hasFocus, "what the file holds")
    person.keys("Return")
    person.shown(Workspace, lambda _one: True, "the workbook that was there already")

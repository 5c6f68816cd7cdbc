"""The composition root: the only place that knows all the parts and joins them.

Also here: what happens with no display, with an archive that cannot be opened, with a second start, and with a
fault nobody foresaw. None of these ever shows or logs what is in a workbook.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from pathlib import Path

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from counteroffer import __version__
from counteroffer.archive.carrying import portable
from counteroffer.archive.faults import Damage
from counteroffer.archive.file.known import REGISTER, refuse_vanished, remember
from counteroffer.archive.rescue.recovering import found_backups, put_back
from counteroffer.archive.rescue.salvage import salvage
from counteroffer.archive.store import LocalArchive, open_archive
from counteroffer.archive.times import Clock, utc_now
from counteroffer.domain.base import revise
from counteroffer.domain.edits import Path as FieldPath
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.words import N_
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.ports import Backup, NeedsSecret, ProtectionState
from counteroffer.sample import sample_workbook
from counteroffer.ui.access import teach_access
from counteroffer.ui.app_language import app_locale, app_translator, teach_qt
from counteroffer.ui.archive.rescue_window import RescueWindow
from counteroffer.ui.context import UiContext
from counteroffer.ui.crash import CrashHandler
from counteroffer.ui.doorbell import answer, ring
from counteroffer.ui.locking.standing import Standing
from counteroffer.ui.locking.unlock_window import UnlockWindow
from counteroffer.ui.locking.watch import Watch
from counteroffer.ui.preferences import Language, Preferences, load_preferences, save_preferences
from counteroffer.ui.privacy import Privacy
from counteroffer.ui.spelling.dictionaries import Dictionaries
from counteroffer.ui.spelling.spelling import Spelling
from counteroffer.ui.steady import keep_constants
from counteroffer.ui.tabs import TABS
from counteroffer.ui.theme import Mode, Theme
from counteroffer.ui.waiting import when_done
from counteroffer.ui.window.main_window import MainWindow

BRING_IN = N_(
    "Choose the file that you made on the other computer. Its workbooks, with their history and attached files, then "
    "stand here in place of the archive of this computer."
)
UPKEEP = 5 * 60 * 1000
"""Milliseconds between two looks whether a backup is due."""


class Application:
    """One process, one archive, a window for each open workbook. While the archive is locked there is no archive here
    and no window but the one that asks for the passphrase. `now` says what time it is."""

    def __init__(self, qt: QApplication, folder: Path, settings: Path, now: Clock = utc_now) -> None:
        self._qt = qt
        self._now = now
        self.folder = folder
        self._settings = settings
        self.preferences, self.preferences_read = load_preferences(settings)
        self.theme = Theme(qt, Mode(self.preferences.appearance.value))
        teach_access()
        self.translate = app_translator(self.preferences.language)
        self._locale = app_locale(self.preferences.language)
        teach_qt(qt, self.translate.language)
        self.windows: list[MainWindow] = []
        self.unlock_window: UnlockWindow | None = None
        self._rescue: RescueWindow | None = None
        self._archive: LocalArchive | None = None
        self._opener = ThreadPoolExecutor(max_workers=1, thread_name_prefix="opening")
        self.watch = Watch(qt)
        self._privacy = Privacy()
        self._dictionaries = Dictionaries(self.preferences.spelling)
        self.watch.left.connect(self.lock)
        self._upkeep = QTimer(qt, interval=UPKEEP)
        self._upkeep.timeout.connect(self._look_after)

    @property
    def archive(self) -> LocalArchive:
        """Where workbooks are kept. There is none while it is locked, and no window that could ask for it."""
        if self._archive is None:
            raise RuntimeError("the archive is locked")
        return self._archive

    def sample(self) -> Workbook:
        """A fresh copy of the sample, its dates set around today."""
        return sample_workbook(self._today())

    def portable(self, workbook: Workbook) -> bytes:
        """A workbook as a portable file, as it now stands in memory."""
        return portable.write(workbook, {})

    def set_preferences(self, preferences: Preferences) -> bool:
        """Take over new settings at once; whether they could be written down."""
        self.preferences = preferences
        self.theme.set_mode(Mode(preferences.appearance.value))
        self._dictionaries.set_wanted(preferences.spelling)
        self._keep_watch()
        return save_preferences(self._settings, preferences)

    # --- the archive

    def open(self, secret: str | None = None) -> None:
        """Open the archive. Raises NeedsSecret if it is locked, BadInput for a wrong secret, Fault for the machine."""
        self._archive = self._opened(secret)
        self._keep_watch()
        self._upkeep.start()

    def ask_for_secret(self, standing: tuple[Standing, ...] = (), why: str = "") -> None:
        """Show the window that asks for the passphrase; once it is right, the windows that were there come back."""
        # Deriving the key takes a moment by design, so it is done aside; the window stays alive meanwhile.
        asking = UnlockWindow(self._context(), lambda secret: self._opener.submit(self._open_aside, secret))
        self.unlock_window = asking
        asking.unlocked.connect(lambda: self._come_back(standing))
        asking.given_up.connect(self._qt.quit)
        if why:
            asking.say(why)
        asking.show()

    def lock(self) -> None:
        """Save everything, close the archive and ask for the passphrase. One that has none is not locked: the window
        in front offers to set one. Nothing is closed while anything cannot be saved."""
        if self._archive is not None and self.windows:
            window = self.windows[-1]
            when_done(window, self._archive.protection.state(), lambda done: self._lock(window, done))

    def _lock(self, window: MainWindow, done: Future[ProtectionState]) -> None:
        try:
            sealed = done.result().has_passphrase
        except (Fault, BadInput) as problem:
            window.tell(problem.sentence)
            return
        if not sealed:
            window.offer_passphrase()
            return
        if QApplication.activeModalWidget() is not None or not all(one.keep() for one in self.windows):
            return  # a question is open, or something could not be saved, which its window says
        standing = tuple(one.standing() for one in self.windows)
        self.ask_for_secret(standing)
        self._close_windows()
        self._let_go()

    def bring_in(self) -> None:
        """Close the archive and ask for the one from another computer. Nothing is closed if anything is not saved."""
        if not all(one.keep() for one in self.windows):
            return
        _ = self.translate
        title, sentence = _("Bring your archive here"), _(BRING_IN)
        self._rescue = self._rescue_window(title, sentence, backups=(), with_salvage=False)
        self._rescue.given_up.connect(self._not_brought_in)
        self._close_windows()
        self._let_go()

    def _not_brought_in(self) -> None:
        self._rescue = None
        self.start()

    def rescue(self, sentence: str) -> None:
        """The archive does not open: offer its backups, and to bring back what is whole."""
        title = self.translate("The archive does not open")
        self._rescue = self._rescue_window(title, sentence, found_backups(self.folder), with_salvage=True)
        self._rescue.given_up.connect(self._qt.quit)

    def start(self) -> None:
        """Open the archive and a window, or the window that asks for its passphrase, or the one for a damaged archive.

        Raises BadInput or Fault where something else is in the way.
        """
        try:
            self.open()
        except NeedsSecret:
            self.ask_for_secret()
        except Damage as problem:
            self.rescue(self.translate(problem.sentence))
        else:
            self.open_window()

    def put_by(self, workbook_id: str) -> bool:
        """Save a workbook and close it wherever it is open; whether that worked."""
        return all(one.put_by() for one in self.windows if one.shows(workbook_id))

    def put_all_by(self) -> bool:
        """The same for all that are open."""
        return all(one.put_by() for one in self.windows)

    def close(self) -> None:
        """Close all windows and the archive, in that order and at once.

        Windows that are left to the end of the program are torn down when Python is already half gone.
        """
        self._close_windows()
        if self.unlock_window is not None:
            self.unlock_window.close()
        if self._rescue is not None:
            self._rescue.given_up.disconnect()
            self._rescue.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._opener.shutdown(wait=True)
        self._dictionaries.close()
        self._let_go()

    # --- windows

    def open_window(self, workbook_id: str | None = None, place: str = TABS[0].id, path: FieldPath = ()) -> MainWindow:
        """Show a workbook at a place or field in a window of its own, or raise the one that shows it; else the start
        page."""
        for window in self.windows:
            if workbook_id is not None and window.shows(workbook_id):
                window.show()
                window.raise_()
                window.activateWindow()
                if path:
                    window.choose(workbook_id, place, path)
                return window
        window = MainWindow(self, self._context())
        window.closed.connect(lambda: self._closed(window))
        if not self.windows and self.preferences.window:
            window.restoreGeometry(QByteArray.fromBase64(self.preferences.window.encode("ascii", "ignore")))
        self.windows.append(window)
        window.show()
        if workbook_id is not None:
            window.open_workbook(workbook_id, place, path)
        else:
            for notice in self.archive.notices:
                window.start_page.say(notice, "warning")
        return window

    def _closed(self, window: MainWindow) -> None:
        self.windows.remove(window)
        if not self.windows:
            # Where it was, so that the next one opens there. Where that cannot be kept, nothing is the worse for it.
            place = bytes(window.saveGeometry().toBase64().data()).decode("ascii")
            self.set_preferences(revise(self.preferences, window=place))

    def raise_windows(self) -> None:
        """Bring what is open to the front: somebody has started the app a second time."""
        shown: list[QWidget] = [*self.windows]
        if self.unlock_window is not None:
            shown.append(self.unlock_window)
        for window in shown:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.raise_()
            window.activateWindow()

    def _rescue_window(
        self, title: str, sentence: str, backups: Sequence[Backup], *, with_salvage: bool
    ) -> RescueWindow:
        window = RescueWindow(
            self._context(), title, sentence, backups, self._put_back, self._salvage if with_salvage else None
        )
        window.mended.connect(self._mended)
        window.show()
        return window

    def _put_back(self, backup: str, secret: str) -> Future[object]:
        # A name of one of the backups shown, or the path of a file, which is absolute and stays what it is.
        file = self.folder / "backups" / backup
        return self._opener.submit(put_back, self.folder, file, secret, self._now())

    def _salvage(self, secret: str) -> Future[Sequence[str]]:
        return self._opener.submit(lambda: salvage(self.folder, secret or None).sentences())

    def _mended(self, sentences: tuple[str, ...]) -> None:
        self._rescue = None
        self.start()
        for window in self.windows:
            window.start_page.say(self.translate("The archive is in place."), "good", "\n".join(sentences))

    def _open_aside(self, secret: str) -> None:
        # Only the file is opened on the other thread; timers and windows belong to this one.
        self._archive = self._opened(secret)

    def _opened(self, secret: str | None) -> LocalArchive:
        register = self._settings.with_name(REGISTER)
        refuse_vanished(register, self.folder)
        archive = open_archive(self.folder, self._now, secret)
        remember(register, self.folder)
        return archive

    def _come_back(self, standing: tuple[Standing, ...]) -> None:
        self._keep_watch()
        self._upkeep.start()
        for one in standing or (None,):
            window = self.open_window(one.workbook_id, one.place) if one else self.open_window()
            if one:
                window.restoreGeometry(one.geometry)
        if self.unlock_window is not None:
            self.unlock_window.close()
            self.unlock_window = None

    def _close_windows(self) -> None:
        for window in tuple(self.windows):
            window.close()

    def _let_go(self) -> None:
        self.watch.stop()
        self._upkeep.stop()
        archive, self._archive = self._archive, None
        if archive is not None:
            # Closing finishes what is under way; a backup that fails is told of the next time.
            archive.backups.make_if_due()
            archive.close()

    def _keep_watch(self) -> None:
        if self._archive is not None:
            self.watch.keep(int(self.preferences.lock_after.value), self.preferences.lock_after_sleep)

    def _look_after(self) -> None:
        """Now and then: a backup if one is due, and once a week a look at every page. What goes wrong with a backup is
        kept for the settings and the start page."""
        if self._archive is None:
            return
        self._archive.backups.make_if_due()
        self._archive.finding.prepare()
        if self.windows:
            when_done(self.windows[0], self._archive.backups.check_if_due(), self._checked)

    def _checked(self, done: Future[tuple[str, ...]]) -> None:
        if done.exception() is None and done.result() and self.windows:
            damaged = self.translate("Something in the archive is damaged.")
            self.windows[0].start_page.say(damaged, "error", " ".join(done.result()))

    def _today(self) -> date:
        return self._now().astimezone().date()  # the person's own day

    def _context(self) -> UiContext:
        return UiContext(
            translate=self.translate,
            locale=self._locale,
            theme=self.theme,
            today=self._today,
            language=self.translate.language,
            privacy=self._privacy,
            spelling=Spelling(self._dictionaries),
        )


def has_display() -> bool:
    """Whether a window can be shown at all."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(folder: Path, settings: Path, say: Callable[[str], None], complain: Callable[[str], None]) -> int:
    """Open the archive and the window; the exit code. `say` and `complain` are told what no window can show."""
    if not has_display():
        from counteroffer.headless import without_display

        return without_display(Path("out"), say, complain)
    qt = start_qt()
    application = Application(qt, folder, settings)
    try:
        application.start()
    except (Fault, BadInput) as problem:
        application.close()
        complain(problem.sentence)
        if not ring(folder):
            _refuse(qt, problem.sentence)
        return 1
    sys.excepthook = CrashHandler(complain, application.translate, lambda: application.windows)
    answer(qt, folder, application.raise_windows)
    try:
        return qt.exec()
    finally:
        application.close()


def open_application(qt: QApplication, folder: Path, settings: Path, now: Clock = utc_now) -> Application:
    """The app on the archive in a folder. Raises Fault or BadInput where that cannot be opened."""
    application = Application(qt, folder, settings, now)
    application.open()
    return application


def start_qt() -> QApplication:
    """The application object, named for the desktop."""
    keep_constants()
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("Counteroffer")
    qt.setApplicationVersion(__version__)
    qt.setDesktopFileName("counteroffer")
    return qt


def show_gallery() -> int:
    """All widgets in all states, for those who build the app."""
    from counteroffer.ui.gallery import open_gallery

    qt = start_qt()
    theme = Theme(qt)
    window = open_gallery(UiContext(str, app_locale(Language.SYSTEM), theme, date.today))
    window.show()
    return qt.exec()


def _refuse(qt: QApplication, sentence: str) -> None:
    """Say in a window why there is none."""
    Theme(qt)
    box = QMessageBox(QMessageBox.Icon.NoIcon, "Counteroffer", sentence)
    box.exec()

"""The composition root: the only place that knows all the parts and joins them.

Also here: what happens with no display, with an archive that cannot be opened, with a second start, and with a
fault nobody foresaw. None of these ever shows or logs what is in a workbook.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import date
from pathlib import Path

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from counteroffer import __version__, resources
from counteroffer.archive.carrying import portable
from counteroffer.archive.store import LocalArchive
from counteroffer.archive.times import Clock, utc_now
from counteroffer.domain.base import revise
from counteroffer.domain.edits import Path as FieldPath
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.words import N_
from counteroffer.domain.workbook import Workbook
from counteroffer.gate import Gate
from counteroffer.sample import sample_workbook
from counteroffer.ui.access import teach_access
from counteroffer.ui.app_language import app_locale, app_translator, teach_qt
from counteroffer.ui.collecting import Collector
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

NOT_KEPT = N_("Something that is open could not be saved, so nothing was closed. Look at its window first.")
MOST_QUESTIONS = 8
"""Dialogs over dialogs that are closed at most before locking."""
LOCK_AGAIN = 3_000
"""Milliseconds until locking is tried again where something could not be saved."""
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
        self._standing: tuple[Standing, ...] = ()
        self._gate = Gate(folder, settings, now, self._context, self._entered, self._refused, qt.quit)
        self.watch = Watch(qt)
        self._privacy = Privacy()
        self._dictionaries = Dictionaries(self.preferences.spelling)
        self.watch.left.connect(lambda: self.lock(by_hand=False))
        self._upkeep = QTimer(qt, interval=UPKEEP)
        self._upkeep.timeout.connect(self._look_after)

    @property
    def archive(self) -> LocalArchive:
        """Where workbooks are kept. There is none while it is locked, and no window that could ask for it."""
        if self._gate.archive is None:
            raise RuntimeError("the archive is locked")
        return self._gate.archive

    @property
    def unlock_window(self) -> UnlockWindow | None:
        """The window that asks for the passphrase, while the archive is locked."""
        return self._gate.shown if isinstance(self._gate.shown, UnlockWindow) else None

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
        self.keep_watch()
        return save_preferences(self._settings, preferences)

    # --- the archive

    def open(self, secret: str | None = None) -> None:
        """Open the archive. Raises NeedsSecret if it is locked, BadInput for a wrong secret, Fault for the machine."""
        self._gate.open(secret)
        self._begin_upkeep()

    def start(self) -> None:
        """Open the archive and a window, or the window that helps where it is locked or damaged.

        Raises BadInput or Fault where something else is in the way.
        """
        if self._gate.start():
            self._entered(self.archive.notices)

    def lock(self, *, by_hand: bool = True) -> None:
        """Save everything, close the archive and ask for the passphrase. One that has none cannot be locked; asked by
        hand, the window in front offers to set one. Nothing is closed while anything cannot be saved."""
        if self._gate.archive is None:
            return
        if self._gate.archive.sealed:
            # Open questions are answered with no. What asked them goes on first, so the rest is done after that.
            for _turn in range(MOST_QUESTIONS):
                if (question := QApplication.activeModalWidget()) is not None:
                    question.close()
            QTimer.singleShot(0, self.watch, self._lock)
        elif by_hand and self.windows:
            self._in_front().offer_passphrase()

    def _lock(self) -> None:
        if self._gate.archive is None:
            return
        if QApplication.activeModalWidget() is not None or not self.keep_all():
            # Something cannot be saved, which its window says. Amounts are hidden, and it is tried again.
            self._privacy.set_hidden(True)
            QTimer.singleShot(LOCK_AGAIN, self.watch, self._lock)
            return
        standing = tuple(one.standing() for one in self.windows)
        if self._close_windows():
            self._standing = standing
            self._end_upkeep()
            self._gate.lock()

    def bring_in(self) -> None:
        """Close the archive and ask for the one from another computer. Nothing is closed if anything is not saved."""
        if not self.keep_all():
            self._in_front().tell(self.translate(NOT_KEPT))
        elif self._close_windows():
            self._end_upkeep()
            self._gate.bring_in()

    def keep_all(self) -> bool:
        """Save everything that is open; whether that worked."""
        # Each is saved, also after one that cannot be.
        kept = [one.workbook_desk.keep() for one in self.windows]
        return all(kept)

    def raise_shown(self, workbook_id: str, place: str, path: FieldPath) -> bool:
        """Bring the window that shows a workbook to the front, at a place or field; whether there is one."""
        for window in self.windows:
            if window.workbook_desk.shows(workbook_id):
                window.show()
                window.raise_()
                window.activateWindow()
                window.workbook_desk.come_back(place, path)
                return True
        return False

    def put_by(self, workbook_id: str) -> bool:
        """Save a workbook and close it wherever it is open; whether that worked."""
        return all(one.put_by() for one in self.windows if one.workbook_desk.shows(workbook_id))

    def put_all_by(self) -> bool:
        """The same for all that are open."""
        return all(one.put_by() for one in self.windows)

    def close(self) -> None:
        """Close all windows and the archive, in that order and at once.

        Windows that are left to the end of the program are torn down when Python is already half gone.
        """
        self._close_windows()
        self._end_upkeep()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._dictionaries.close()
        self._gate.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    # --- windows

    def open_window(self, workbook_id: str | None = None, place: str = TABS[0].id, path: FieldPath = ()) -> MainWindow:
        """A new window with a workbook at a place or field, or with the start page. See `raise_shown`."""
        context = self._context()
        window = MainWindow(self, context)
        # It goes with its window, on this thread. Left to Python, it would at times be freed on the archive's thread,
        # and its timer would still go off here.
        context.spelling.setParent(window)
        window.closed.connect(lambda: self._closed(window))
        if not self.windows and self.preferences.window:
            window.restoreGeometry(QByteArray.fromBase64(self.preferences.window.encode("ascii", "ignore")))
        self.windows.append(window)
        window.show()
        if workbook_id is not None:
            window.workbook_desk.open(workbook_id, place, path)
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
        if self._gate.shown is not None:
            shown.append(self._gate.shown)
        for window in shown:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.raise_()
            window.activateWindow()

    def _entered(self, sentences: Sequence[str]) -> None:
        """An archive is open: the windows that were there come back, or the first one opens."""
        self._begin_upkeep()
        standing, self._standing = self._standing, ()
        for one in standing:
            self.open_window(one.workbook_id, one.place).restoreGeometry(one.geometry)
        if not self.windows:
            self.open_window()
        window = self.windows[0]
        told = tuple(map(self.translate, sentences))
        if told and window.standing().workbook_id is None and not standing:
            window.start_page.say(told[0], "warning", "\n".join(told[1:]))
        elif told:
            window.tell("\n\n".join(told))

    def _refused(self, sentence: str) -> None:
        _refuse(self._qt, self.translate(sentence))
        self._qt.exit(1)

    def _in_front(self) -> MainWindow:
        """The window that the person is at."""
        active = QApplication.activeWindow()
        return next((one for one in self.windows if one is active), self.windows[-1])

    def _close_windows(self) -> bool:
        """Close all windows; whether none stays open because the person wants it so."""
        for window in tuple(self.windows):
            window.close()
        return not self.windows

    def _begin_upkeep(self) -> None:
        self.keep_watch()
        self._upkeep.start()

    def _end_upkeep(self) -> None:
        self.watch.stop()
        self._upkeep.stop()

    def keep_watch(self) -> None:
        """Lock when nobody is there, as the settings say; anew after they, or the passphrase, have changed."""
        # Without a passphrase there is nothing to lock.
        if self._gate.archive is None or not self._gate.archive.sealed:
            self.watch.stop()
        else:
            self.watch.keep(int(self.preferences.lock_after.value), self.preferences.lock_after_sleep)

    def _look_after(self) -> None:
        """Now and then: a backup if one is due, and once a week a look at every page. What goes wrong with a backup is
        kept for the settings and the start page."""
        archive = self._gate.archive
        if archive is None:
            return
        archive.backups.make_if_due()
        archive.finding.prepare()
        if self.windows:
            when_done(self.windows[0], archive.backups.check_if_due(), self._checked)

    def _checked(self, done: Future[tuple[str, ...]]) -> None:
        if done.exception() is None and done.result() and self.windows:
            damaged = self.translate("Something in the archive is damaged.")
            self.windows[0].start_page.say(damaged, "error", " ".join(map(self.translate, done.result())))

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
            _refuse(qt, application.translate(problem.sentence))
        return 1
    sys.excepthook = CrashHandler(
        complain, application.translate, lambda: [one.workbook_desk for one in application.windows]
    )
    answer(qt, folder, application.raise_windows)
    collector = Collector(qt)
    try:
        return qt.exec()
    finally:
        application.close()
        collector.give_back()


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
    qt.setWindowIcon(QIcon(str(resources.path("app.svg"))))
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

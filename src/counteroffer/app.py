"""The composition root: the only place that knows all the parts and joins them.

Also here: what happens with no display, with an archive that cannot be opened, with a second start, and with a
fault nobody foresaw. None of these ever shows or logs what is in a workbook.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from counteroffer import __version__
from counteroffer.archive import portable
from counteroffer.archive.store import LocalArchive, open_archive
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.workbook import Workbook
from counteroffer.sample import sample_workbook
from counteroffer.ui.context import UiContext
from counteroffer.ui.doorbell import answer, ring
from counteroffer.ui.preferences import Preferences, load_preferences, save_preferences
from counteroffer.ui.steady import keep_constants
from counteroffer.ui.tabs import TABS
from counteroffer.ui.theme import Mode, Theme
from counteroffer.ui.window.main_window import MainWindow


class Application:
    """One process, one archive, a window for each open workbook."""

    def __init__(self, qt: QApplication, archive: LocalArchive, folder: Path, settings: Path) -> None:
        self.archive = archive
        self.folder = folder
        self._settings = settings
        self.preferences, self.preferences_read = load_preferences(settings)
        self.theme = Theme(qt, Mode(self.preferences.appearance.value))
        self.windows: list[MainWindow] = []

    def sample(self) -> Workbook:
        """A fresh copy of the sample, its dates set around today."""
        return sample_workbook(date.today())  # noqa: DTZ011 - the person's own day is meant

    def portable(self, workbook: Workbook) -> bytes:
        """A workbook as a portable file, as it now stands in memory."""
        return portable.write(workbook, {})

    def set_preferences(self, preferences: Preferences) -> bool:
        """Take over new settings at once; whether they could be written down."""
        self.preferences = preferences
        self.theme.set_mode(Mode(preferences.appearance.value))
        return save_preferences(self._settings, preferences)

    def open_window(self, workbook_id: str | None = None, place: str = TABS[0].id) -> MainWindow:
        """Show a workbook at a place in a window of its own, or raise the one that shows it; else the start page."""
        for window in self.windows:
            workspace = window.workspace
            shown = workspace.bridge.workbook.id if workspace is not None else None
            if shown == workbook_id:
                window.show()
                window.raise_()
                window.activateWindow()
                return window
        window = MainWindow(self, self._context())
        window.closed.connect(lambda: self.windows.remove(window))
        self.windows.append(window)
        window.show()
        if workbook_id is not None:
            window.open_workbook(workbook_id, place)
        return window

    def close(self) -> None:
        """Close all windows and the archive, in that order and at once.

        Windows that are left to the end of the program are torn down when Python is already half gone.
        """
        for window in tuple(self.windows):
            window.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.archive.close()

    def raise_windows(self) -> None:
        """Bring what is open to the front: somebody has started the app a second time."""
        for window in self.windows:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.raise_()
            window.activateWindow()

    def _context(self) -> UiContext:
        return UiContext(
            translate=lambda text: text,
            locale=_locale(),
            theme=self.theme,
            today=date.today,
        )


def has_display() -> bool:
    """Whether a window can be shown at all."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(folder: Path, settings: Path, say: Callable[[str], None], complain: Callable[[str], None]) -> int:
    """Open the archive and the window; the exit code. `say` and `complain` are told what no window can show."""
    if not has_display():
        return without_display(Path("out"), say, complain)
    qt = start_qt()
    try:
        application = open_application(qt, folder, settings)
    except (Fault, BadInput) as problem:
        complain(problem.sentence)
        if not ring(folder):
            _refuse(qt, problem.sentence)
        return 1
    sys.excepthook = _crash_handler(complain)
    application.open_window()
    answer(qt, folder, application.raise_windows)
    try:
        return qt.exec()
    finally:
        application.close()


def open_application(qt: QApplication, folder: Path, settings: Path) -> Application:
    """The app on the archive in a folder. Raises Fault or BadInput where that cannot be opened."""
    return Application(qt, open_archive(folder), folder, settings)


def without_display(out: Path, say: Callable[[str], None], complain: Callable[[str], None]) -> int:
    """No window can be shown: write the sample's papers and pictures of its pages into a folder instead."""
    from counteroffer.documents.make import agreement_pdf, brief_pdf
    from counteroffer.documents.write import write_file
    from counteroffer.ui.pictures import take_pictures

    say("There is no display here, so no window can be shown. Instead, the sample workbook is written to:")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qt = start_qt()
    try:
        out.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory() as spare:
            application = open_application(qt, Path(spare) / "archive", Path(spare) / "settings.json")
            workbook = application.sample()
            application.archive.add(workbook).result()
            today = date.today()  # noqa: DTZ011 - the person's own day is meant
            for name, paper in (("brief", brief_pdf(workbook, today)), ("agreement", agreement_pdf(workbook, today))):
                write_file(out / f"{name}.pdf", paper.bytes)
                say(str(out / f"{name}.pdf"))
            take_pictures(application.open_window(), workbook, out, say)
            application.close()
    except (Fault, BadInput) as problem:
        complain(problem.sentence)
        return 1
    except OSError:
        complain(f"The folder {out} cannot be written to. Nothing else was changed.")
        return 1
    return 0


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
    window = open_gallery(UiContext(translate=lambda text: text, locale=_locale(), theme=theme, today=date.today))
    window.show()
    return qt.exec()


def _locale() -> str:
    """How the system writes numbers and dates; where it says nothing, the way most readers can follow."""
    name = QLocale.system().name()
    return name if "_" in name else "en_GB"


def _refuse(qt: QApplication, sentence: str) -> None:
    """Say in a window why there is none."""
    Theme(qt)
    box = QMessageBox(QMessageBox.Icon.NoIcon, "Counteroffer", sentence)
    box.exec()


def _crash_handler(
    complain: Callable[[str], None],
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """What to do with a fault nobody foresaw."""

    def handle(kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
        words = crash_words(kind, trace)
        complain(words)
        box = QMessageBox()
        box.setText(words)
        box.setInformativeText(
            "What was saved stays saved, and what is on screen is tried to be saved again. If this comes up once more, "
            "close the window and open it again. The line above says nothing about you, so it can go with a report."
        )
        box.exec()

    return handle


def crash_words(kind: type[BaseException], trace: TracebackType | None) -> str:
    """A fault of the app's own by its kind and its place in the code; its text may hold what a person typed."""
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(trace)]
    return f"Counteroffer ran into a fault of its own ({kind.__name__}, {' '.join(places[-3:])})."

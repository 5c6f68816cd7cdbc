"""make pictures: the picture book in `docs/pictures/`: the sample's pages, the windows beside them, and its papers.

Everything stands on the day of the sample and is drawn without a display, so a run that follows no change writes the
same pixels. The tests of the pages' looks take their pictures from here as well.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QEvent, QEventLoop, QSize, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from counteroffer.app import open_application, start_qt
from counteroffer.archive.carrying import portable
from counteroffer.documents.make import agreement_pdf, brief_pdf
from counteroffer.domain.agreement import Outcome
from counteroffer.domain.base import revise
from counteroffer.domain.shifting import shift_dates
from counteroffer.domain.situation import Situation, Stage
from counteroffer.domain.workbook import Workbook
from counteroffer.sample import SAMPLE_DAY, stored_sample
from counteroffer.ui.archive.history_dialog import HistoryDialog
from counteroffer.ui.archive.incoming_dialog import IncomingDialog
from counteroffer.ui.locking.unlock_window import UnlockWindow
from counteroffer.ui.tabs import PAGES
from counteroffer.ui.theme import Mode
from counteroffer.ui.widgets import Button
from counteroffer.ui.window.command_menu import CommandMenu
from counteroffer.ui.window.main_window import MainWindow
from counteroffer.ui.window.places import ARCHIVE, RECORD, SETTINGS

BOOK = Path(__file__).resolve().parent.parent / "docs" / "pictures"
MODES = (Mode.LIGHT, Mode.DARK)
USUAL, NARROW = QSize(1280, 820), QSize(960, 640)
COLOURS = 96
"""So few that a picture stays small, and enough for smooth type in every colour of the theme."""
DOTS_AN_INCH = 110
BETWEEN_LOOKS = 20
"""Milliseconds."""
FOR_GOOD = 12
"""So many looks see what comes late, such as a page of a paper that is drawn anew in another size."""
PATIENCE = 10.0
"""Seconds after which a picture that does not come to rest is a fault."""
FOLDER = Path("/home/ines/.local/share/counteroffer")
"""Shown as the archive's place: the real one is another in every run."""
LONG_AGO = timedelta(days=1500)
NOW = datetime(SAMPLE_DAY.year, SAMPLE_DAY.month, SAMPLE_DAY.day, 9, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Shot:
    """A window as it stands just now, with the name of its picture and what is to be seen."""

    name: str
    says: str
    window: QWidget


class House:
    """The app on an archive of its own, with the sample and other invented workbooks in it."""

    def __init__(self, qt: QApplication, folder: Path) -> None:
        self.now = NOW - LONG_AGO
        self.application = open_application(qt, folder / "archive", folder / "settings.json", lambda: self.now)
        self.application.folder = FOLDER
        self.application.theme.set_text_scale(1.0)
        # Which words are marked hangs on the dictionaries of the machine.
        self.application.set_preferences(revise(self.application.preferences, spelling=False))
        self.sample = stored_sample()
        self.begun = _begun()
        archive = self.application.archive
        for days, workbook in _others(self.sample):
            self.now = NOW - timedelta(days=days)
            archive.add(workbook).result()
        for days, label, name, workbook in _states(self.sample):
            self.now = NOW - timedelta(days=days, hours=days % 4)
            saved = archive.save(workbook, label).result()
            if name:
                archive.history.name(saved.workbook_id, saved.revision, name).result()
        self.now = NOW
        archive.add(self.begun).result()
        archive.save(self.sample, "What to do next time").result()
        self.window = self._open()

    def begin(self, mode: Mode) -> None:
        """Light or dark, in a window of its own: what was scrolled, chosen or unfolded in another walk is not seen in
        this one. The workbook is put by first: to dress all its pages anew takes longer than to make them."""
        before = self.window
        before.put_by()
        _let_go()
        self.application.theme.set_mode(mode)
        # Before the other one closes: an app without a window would quit.
        self.window = self._open()
        before.close()
        _let_go()

    def close(self) -> None:
        """Close the window and the archive."""
        self.application.theme.set_mode(Mode.LIGHT)
        self.application.close()
        self.application.theme.deleteLater()

    def pages(self) -> Iterator[Shot]:
        """Everything that the window itself shows, page by page."""
        window = self.window
        window.go(ARCHIVE)
        rest(window, lambda: len(window.start_page.list.rows.rows()) > 1)
        yield Shot("archive", "The start page: three ways in, and all workbooks", window)
        window.go(RECORD)
        rest(window, window.record_page.waiting.isHidden)
        yield Shot("record", "What was asked and won in all negotiations that are over", window)
        asking = window.show_workbook(self.begun).show_quick_start()
        asking.go_to("who")
        yield Shot("quick-start", "The quick start: ten questions, one a screen", window)
        while asking.step is not None:
            asking.skip()
        yield Shot("quick-start-end", "Its end: the brief, and what is still thin", window)
        window.show_workbook(self.sample)
        for tab in PAGES:
            window.go(tab.id)
            yield Shot(tab.id, f"{tab.title}: {tab.purpose}", window)
        window.go(SETTINGS)
        rest(window, lambda: window.settings.passphrase.set_button.isVisible())
        yield Shot("settings", "The settings", window)

    def windows(self) -> Iterator[Shot]:
        """What opens beside a page or over it. The sample is open."""
        window, application = self.window, self.application
        workspace = window.show_workbook(self.sample)
        window.go("priorities")
        for button in workspace.page("priorities").findChildren(Button):
            if button.text() == "From the catalogue …":
                button.click()
        yield Shot("catalogue", "The catalogue: what could you ask for?", window)
        window.go("research")
        window.resize(NARROW)
        window.toggle_guide()
        yield Shot("narrow", "The smallest window, with the guide", window)
        window.resize(USUAL)
        window.go("offer")
        window.papers("brief")
        papers = window.paper_desk.dialog
        assert papers is not None  # noqa: S101 - it was opened just now
        rest(papers, lambda: papers.document.pageCount() > 0)
        yield from _shown("papers", "Papers are looked at before they are saved or printed", papers)
        window.show_history()
        history: HistoryDialog | None = window.findChild(HistoryDialog)
        assert history is not None  # noqa: S101 - as above
        rest(history, lambda: history.lines.toPlainText() != "")
        yield from _shown("history", "Earlier states, and what has changed since", history)
        content = portable.write(revise(self.sample, title="Marrowmere Ferries, as sent to Odile"), {})
        carrying = application.archive.carrying
        yield from _shown(
            "import",
            "What a file would bring in, before anything is taken in",
            IncomingDialog(window.ctx, carrying, content, "ferries.counteroffer", application.put_by, window),
        )
        window.go(ARCHIVE)
        window.start_page.export_all_wanted.emit()
        export: QDialog | None = window.findChild(QDialog)
        assert export is not None  # noqa: S101 - as above
        yield from _shown("export", "Everything in one file, sealed with a passphrase", export)
        window.go("offer")
        window.show_commands()
        menu = window.findChild(CommandMenu)
        assert menu is not None  # noqa: S101 - as above
        rest(menu, lambda: len(menu.rows.rows()) > len(window.actions_by_id) - 1)
        yield from _shown("commands", "All commands, to be found by a word", menu)
        window.help_desk.show()
        help_window = window.help_desk.help
        assert help_window is not None  # noqa: S101 - it was opened just now
        yield from _shown("help", "The help, for the page and the field in view", help_window)
        unlocking = UnlockWindow(window.ctx, lambda _secret: application.archive.protection.forget())
        yield from _shown("unlock", "Where the passphrase is asked for", unlocking)

    def papers(self) -> Iterator[tuple[str, str, Image.Image]]:
        """The first pages of the papers: always in black on white."""
        for name, says, make in (
            ("brief", "The brief: one page, for your eyes only", brief_pdf),
            ("agreement-paper", "The agreed terms, with a place for signatures", agreement_pdf),
        ):
            yield name, says, _first_page(make(self.sample, SAMPLE_DAY).bytes)

    def _open(self) -> MainWindow:
        window: MainWindow = self.application.open_window()
        window.resize(USUAL)
        # A window that becomes active later would mark something as having the keyboard in the midst of a picture.
        window.activateWindow()
        rest(window, window.isActiveWindow)
        return window


def rest(window: QWidget, ready: Callable[[], bool] = lambda: True, looks: int = 3) -> QImage:
    """The window's picture once it is ready and has stayed the same for so many looks.

    Raises TimeoutError if it never does.
    """
    before, same, end = QImage(), 0, time.monotonic() + PATIENCE
    while time.monotonic() < end:
        loop = QEventLoop()
        QTimer.singleShot(BETWEEN_LOOKS, loop.quit)
        loop.exec()
        image = window.grab().toImage()
        same = same + 1 if ready() and image == before else 0
        if same >= looks:
            return image
        before = image
    raise TimeoutError(f"{type(window).__name__} does not come to rest")


def picture(shot: Shot, looks: int = 3) -> Image.Image:
    """What a shot shows, with nothing marked as having the keyboard but in windows that ask for something."""
    focus = shot.window.focusWidget()
    if isinstance(shot.window, MainWindow) and focus is not None:
        focus.clearFocus()
    return as_pillow(rest(shot.window, looks=looks))


def as_pillow(image: QImage) -> Image.Image:
    """The same picture in Pillow's hands."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    size = (plain.width(), plain.height())
    return Image.frombuffer("RGB", size, bytes(plain.constBits()), "raw", "RGB", plain.bytesPerLine(), 1)


def few_colours(image: Image.Image, colours: int = COLOURS) -> Image.Image:
    """The picture with a palette of its own, and no dots where a colour falls between."""
    return image.quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


def alike_everywhere() -> None:
    """Take away what differs from machine to machine. Before Qt starts."""
    os.environ.update(QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8", TZ="UTC", QT_SCALE_FACTOR="1")
    os.environ.pop("LANGUAGE", None)
    if hasattr(time, "tzset"):
        time.tzset()


def _shown(name: str, says: str, window: QWidget) -> Iterator[Shot]:
    """A window while it is looked at; it is gone afterwards."""
    window.show()
    yield Shot(name, says, window)
    window.close()
    window.deleteLater()
    _let_go()


def _let_go() -> None:
    """What is to be deleted is gone now."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _first_page(content: bytes) -> Image.Image:
    held, buffer, document = QByteArray(content), QBuffer(), QPdfDocument()
    buffer.setData(held)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    points = document.pagePointSize(0)
    size = QSize(round(points.width() * DOTS_AN_INCH / 72), round(points.height() * DOTS_AN_INCH / 72))
    white = QImage(size, QImage.Format.Format_RGB888)
    white.fill(Qt.GlobalColor.white)
    drawn = as_pillow(white)
    page = document.render(0, size).convertToFormat(QImage.Format.Format_RGBA8888)
    over = Image.frombuffer("RGBA", drawn.size, bytes(page.constBits()), "raw", "RGBA", page.bytesPerLine(), 1)
    drawn.paste(over, (0, 0), over)
    document.close()
    return drawn


def _begun() -> Workbook:
    """An offer of this week, of which only a little has been written down."""
    situation = Situation(employer="Corbel & Finch", role="Bookkeeper", stage=Stage.OFFER_BY_WORD, currency="EUR")
    return Workbook(id="begun", title="Corbel & Finch", created=NOW, tags=("four-day week",), situation=situation)


def _others(sample: Workbook) -> Iterator[tuple[int, Workbook]]:
    """How many days ago, and what was negotiated then. They have the sample's terms, so that there is something to
    reckon with. The oldest comes first, since the archive's clock never goes back."""
    for days, employer, role, stage, outcome, keep in (
        (1120, "Harrow Lane Clinic", "Rota assistant", Stage.CLOSED, Outcome.DECLINED_BY_THEM, slice(0, 3)),
        (756, "Lantern Street School", "Office lead", Stage.CLOSED, Outcome.AGREED, slice(2, 8)),
        (378, "Marrowmere Ferries", "Timetable clerk", Stage.CLOSED, Outcome.AGREED, slice(0, 9)),
        (45, "Northway Trams", "Depot planner", Stage.WITHDRAWN, Outcome.DECLINED_BY_YOU, slice(0, 5)),
    ):
        then = shift_dates(sample, -days // 7 * 7)
        yield (
            days,
            revise(
                then,
                id=f"ago_{days}",
                title=f"{employer}, {role.lower()}",
                tags=(),
                situation=revise(then.situation, employer=employer, role=role, stage=stage),
                agreement=revise(then.agreement, outcome=outcome),
                terms=then.terms[keep],
            ),
        )


def _states(sample: Workbook) -> Iterator[tuple[int, str, str, Workbook]]:
    """How the sample came about: how many days ago, what was written last, the name of the state if it has one, and
    what stood there."""
    blank = Workbook()
    open_still = revise(sample, agreement=blank.agreement, retrospective=blank.retrospective)
    yield 38, "What they offer", "", revise(open_still, terms=sample.terms[:4])
    yield 31, "Your opening words", "before round 1", open_still
    yield 19, "Signed by you on", "", revise(sample, retrospective=blank.retrospective)


def main(book: Path = BOOK) -> None:
    """Write all pictures and the page that shows them in order."""
    alike_everywhere()
    qt = start_qt()
    qt.setCursorFlashTime(0)
    book.mkdir(parents=True, exist_ok=True)
    lines, kept = ["# The picture book", "", "Made from the sample by `make pictures`; not drawn by hand.", ""], set()

    def put(name: str, image: Image.Image) -> str:
        few_colours(image).save(book / f"{name}.png", optimize=True)
        kept.add(f"{name}.png")
        return f"![{name}]({name}.png)"

    told: dict[str, list[str]] = {}
    with TemporaryDirectory() as folder:
        for mode in MODES:
            house = House(qt, Path(folder) / mode.value)
            house.begin(mode)
            for shots in (house.pages(), house.windows()):
                for shot in shots:
                    told.setdefault(shot.says, []).append(put(f"{shot.name}-{mode.value}", picture(shot, FOR_GOOD)))
            if mode is MODES[-1]:
                for name, says, image in house.papers():
                    told[says] = [put(name, image)]
            house.close()
    for says, pictures in told.items():
        lines += [f"**{says}**", "", " ".join(pictures), ""]
    for file in book.glob("*.png"):
        if file.name not in kept:
            file.unlink()
    (book / "README.md").write_text("\n".join(lines), encoding="utf-8")
    size = sum(file.stat().st_size for file in book.iterdir())
    sys.stdout.write(f"{len(kept)} pictures, {size / 1_000_000:.1f} MB\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))

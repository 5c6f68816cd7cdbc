"""Drives the real app in a real window: mouse and keys go through the X server, like a person's.

The journey runs on a thread of its own and asks the window's thread where things are; so it goes on while a dialog
is open, and never touches a widget except through the mouse and the keyboard.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from queue import Queue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMainWindow,
    QMenu,
    QScrollArea,
    QWidget,
)

from counteroffer.ui.pages.page import Page
from counteroffer.ui.papers.dialog import PapersDialog
from counteroffer.ui.widgets import FieldEditor, ItemList
from counteroffer.ui.window.command_menu import CommandMenu
from counteroffer.ui.window.top_bar import TopBar

T = TypeVar("T")
PATIENCE = 15.0
STEADY = 3


class _Window(QObject):
    """Lives on the window's thread and does there what the journey asks."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(lambda work: work(), Qt.ConnectionType.QueuedConnection)


class Driver:
    """A person's hands and eyes."""

    def __init__(self) -> None:
        self._window = _Window()

    # --- eyes

    def see(self, look: Callable[[], T]) -> T:
        """What the window's thread answers."""
        answers: Queue[tuple[bool, Any]] = Queue()

        def work() -> None:
            try:
                answers.put((True, look()))
            except Exception as problem:  # noqa: BLE001 - handed over to the journey's thread
                answers.put((False, problem))

        self._window.asked.emit(work)
        fine, answer = answers.get(timeout=PATIENCE)
        if not fine:
            raise answer
        return answer  # type: ignore[no-any-return]

    def wait(self, until: Callable[[], T], what: str) -> T:
        """Look again and again until there is something to see."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            answer = self.see(until)
            if answer:
                return answer
            time.sleep(0.03)
        raise AssertionError(f"waited in vain for: {what}")

    def steady(self, look: Callable[[], T]) -> T:
        """What is seen once it stays the same: after scrolling, or once the window manager has placed a window."""
        end = time.monotonic() + PATIENCE
        before, same = self.see(look), 0
        while same < STEADY and time.monotonic() < end:
            time.sleep(0.03)
            now = self.see(look)
            before, same = now, same + 1 if now == before else 0
        return before

    def ready(self) -> None:
        """Wait until the window is there and has the keyboard."""
        self.wait(lambda: QApplication.activeWindow() is not None, "the window")

    def shown(self, kind: type[T], matches: Callable[[T], bool], what: str) -> T:
        """The first visible widget of a kind that matches, in the window on top."""

        def look() -> Any:
            for root in (
                QApplication.activeModalWidget(),
                QApplication.activeWindow(),
                *QApplication.topLevelWidgets(),
            ):
                if root is None or not root.isVisible():
                    continue
                for one in [root, *root.findChildren(QWidget)]:
                    if isinstance(one, kind) and one.isVisibleTo(root) and one.isEnabled() and matches(one):
                        return one
            return None

        return self.wait(look, what)

    def button(self, name: str) -> QAbstractButton:
        """A button by its accessible name or text."""
        return self.shown(
            QAbstractButton,
            lambda one: name in (one.accessibleName(), one.text()),
            f"button {name!r}",
        )

    def field(self, label: str) -> FieldEditor:
        """A field by its label."""
        return self.shown(FieldEditor, lambda one: one.label == label and one.isEnabled(), f"field {label!r}")

    def list(self, name: str) -> ItemList:
        """A list by its accessible name."""
        return self.shown(ItemList, lambda one: one.view.accessibleName() == name, f"list {name!r}")

    # --- hands

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Scroll a widget into view and click on it."""
        self._move_to(self._place(widget, at))
        _x("click", "1")

    def press(self, name: str) -> None:
        """Click a button by its name."""
        self.click(self.button(name))

    def go_to(self, widget: QWidget) -> None:
        """Give a widget the keyboard: click on it."""
        self.click(widget)

    def fill(self, label: str, text: str) -> None:
        """Go into a field and type."""
        field = self.field(label)
        self.go_to(self.see(field.led_to))
        self.wait(field.has_input_focus, f"the cursor in {label!r}")
        self.type(text)

    def write(self, name: str, text: str) -> None:
        """Go into a line that is known by its accessible name, and type in place of what is there."""
        line = self.shown(QLineEdit, lambda one: one.accessibleName() == name, f"line {name!r}")
        self.go_to(line)
        self.wait(line.hasFocus, f"the cursor in {name!r}")
        self.keys("ctrl+a")
        self.type(text)

    def choose(self, name: str, entry: str) -> None:
        """Choose an entry of a box that is known by its accessible name."""
        box = self.shown(QComboBox, lambda one: one.accessibleName() == name, f"box {name!r}")
        self.open_box(box)
        steps = self.see(lambda: box.findText(entry) - box.currentIndex())
        self.keys(*["Down" if steps > 0 else "Up"] * abs(steps), *self.taken_with)
        self.wait(lambda: box.currentText() == entry, f"{entry!r} in {name!r}")

    taken_with: tuple[str, ...] = ("Return",)
    """What takes an entry once it is marked: a list that was opened is closed with it."""

    def open_box(self, box: QComboBox) -> None:
        """Open a box's list with a click."""
        self.click(box)
        self.wait(box.view().isVisible, "the box's list")

    def pick(self, item: str) -> None:
        """Take an entry of the menu that is open."""
        menu = self.wait(_open_menu, "a menu")
        action = self.see(lambda: next(one for one in menu.actions() if one.text() == item))
        self._move_to(self.see(lambda: menu.mapToGlobal(menu.actionGeometry(action).center())))
        _x("click", "1")

    def put_first(self, items: ItemList, row: int) -> None:
        """Drag a row of a ranked list above the first."""
        self.drag(self.row_at(items, row), self.row_edge(items, 0))

    def do(self, words: str) -> None:
        """Do a command by its name, out of the searchable list."""
        self.keys("ctrl+k")
        menu = self.shown(CommandMenu, lambda one: one.words.hasFocus(), "the commands")
        self.type(words)
        self.wait(lambda: menu.rows.rowCount() and menu.rows.rows()[0].title == words, words)
        self.keys("Return")

    def name_file(self, file: Path) -> None:
        """Type a path into the dialog for files."""
        dialog = self.shown(QFileDialog, lambda one: one.isVisible(), "the dialog for files")
        # It reads folders while one types, and loses a letter now and then; a person looks, too, before pressing Enter.
        for _attempt in range(3):
            self.keys("ctrl+a")
            self.type(str(file))
            if self.steady(lambda: dialog.findChild(QLineEdit).text()) == str(file):
                break
        self.keys("Return")

    def type(self, text: str) -> None:
        """Type a text, key by key."""
        _x("type", "--delay", "4", "--", text)

    def keys(self, *keys: str) -> None:
        """Press keys such as `ctrl+p`, one after the other."""
        _x("key", "--delay", "20", *keys)

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Press the button at one place, move, and let go at another."""
        self._move_to(start)
        _x("mousedown", "1")
        for step in range(1, 9):
            middle = start + (end - start) * step / 8
            _x("mousemove", str(middle.x()), str(middle.y()))
        _x("mouseup", "1")

    def row_at(self, items: ItemList, row: int) -> QPoint:
        """Where a row of a list is on the screen."""

        def look() -> QPoint:
            rect = items.view.visualRect(items.rows.index(row))
            return items.view.viewport().mapToGlobal(QPoint(rect.width() // 2, rect.center().y()))

        return self.see(look)

    def row_edge(self, items: ItemList, row: int) -> QPoint:
        """Where a row of a list begins on the screen: what is let go there comes before it."""

        def look() -> QPoint:
            rect = items.view.visualRect(items.rows.index(row))
            return items.view.viewport().mapToGlobal(QPoint(rect.width() // 2, rect.top() + 4))

        return self.see(look)

    def open_row(self, name: str, row: int) -> None:
        """Double-click a row of a list that is known by its accessible name."""
        view = self.shown(
            QAbstractItemView,
            lambda one: one.accessibleName() == name and one.model().rowCount() > row,
            f"row {row} of {name!r}",
        )
        self._move_to(
            self._place(view.viewport(), self.see(lambda: view.visualRect(view.model().index(row, 0)).center()))
        )
        _x("click", "--repeat", "2", "--delay", "60", "1")

    def saved(self) -> None:
        """Wait until the window says that everything is saved."""
        bar = self.shown(TopBar, lambda _one: True, "the bar on top")
        self.wait(lambda: bar.status.startswith("Saved"), "Saved")

    def save_paper(self, file: Path) -> None:
        """In the papers' window: save as a PDF at a path that is typed into the dialog."""
        papers = self.shown(PapersDialog, lambda one: one.document.pageCount() > 0, "the paper")
        self.press("Save as PDF …")
        self.name_file(file)
        self.wait(file.exists, f"{file.name} on disk")
        self.wait(papers.banner.isVisible, "the word that it is saved")

    def close_papers(self) -> None:
        """Close the papers' window, and wait until the workbook's has the keyboard again."""
        self.keys("Escape")
        self.wait(lambda: isinstance(QApplication.activeWindow(), QMainWindow), "the workbook's window in front")

    def whole(self) -> None:
        """Wait until the pages in view are made to their end: until then, what is on them may move."""
        self.wait(lambda: not any(_growing(one) for one in QApplication.topLevelWidgets()), "the whole page")

    def _place(self, widget: QWidget, at: QPoint | None) -> QPoint:
        self.whole()

        def look() -> QPoint:
            _scroll_to(widget)
            inside = at if at is not None else widget.rect().center()
            return widget.mapToGlobal(inside)

        return self.steady(look)

    def _move_to(self, place: QPoint) -> None:
        _x("mousemove", str(place.x()), str(place.y()))


def _growing(window: QWidget) -> bool:
    return any(page.isVisible() and page._making is not None for page in window.findChildren(Page))


def _open_menu() -> QMenu | None:
    popup = QApplication.activePopupWidget()
    return popup if isinstance(popup, QMenu) else None


def _scroll_to(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            seen = QRect(parent.viewport().mapToGlobal(QPoint(0, 0)), parent.viewport().size())
            own = QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())
            if not seen.contains(own):
                parent.ensureWidgetVisible(widget, 0, 60)
        parent = parent.parentWidget()


def _x(*words: str) -> None:
    subprocess.run(["xdotool", *words], check=True, timeout=PATIENCE)

"""Pictures of the pages as they look in a window, for a machine without one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from counteroffer.domain.workbook import Workbook
from counteroffer.ui.tabs import TABS
from counteroffer.ui.window.main_window import MainWindow


def take_pictures(window: MainWindow, workbook: Workbook, folder: Path, say: Callable[[str], None]) -> None:
    """The eight tabs of a workbook as PNG files in a folder."""
    window.show()
    workspace = window.show_workbook(workbook)
    for number, tab in enumerate(TABS, 1):
        window.go(tab.id)
        workspace.page(tab.id).complete()
        _settle()
        file = folder / f"tab-{number}-{tab.id}.png"
        grab(window, file)
        say(str(file))


def grab(window: QWidget, file: Path) -> None:
    """One window as a picture."""
    if not window.grab().save(str(file)):
        raise OSError(f"{file.name} could not be written")


def _settle() -> None:
    """Let the window lay itself out and paint."""
    loop = QEventLoop()
    QTimer.singleShot(50, loop.quit)
    loop.exec()

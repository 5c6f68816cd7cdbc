"""Runs one journey inside the app: python -m tests.journeys.run MODULE ARCHIVE FOLDER mouse|keyboard."""

from __future__ import annotations

import sys
import threading
import traceback
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from counteroffer import app
from tests.journeys.driver import Driver
from tests.journeys.keyboard import KeyboardDriver


def main(module: str, archive: Path, folder: Path, hands: str) -> int:
    """Open the app on the archive, let the journey drive it, and close it. 0 if the journey came through."""
    qt = app.start_qt()
    application = app.open_application(qt, archive, folder / "settings.json")
    application.open_window()
    driver = KeyboardDriver() if hands == "keyboard" else Driver()
    outcome = [1]

    def travel() -> None:
        try:
            driver.ready()
            import_module(f"tests.journeys.{module}").journey(driver, folder)
            outcome[0] = 0
        except BaseException:  # noqa: BLE001 - whatever it is, the test must show it
            traceback.print_exc()
            driver.see(lambda: _picture().save(str(folder / "stuck.png")))
        finally:
            driver.see(lambda: QTimer.singleShot(0, qt.quit))

    thread = threading.Thread(target=travel, daemon=True)
    qt.setQuitOnLastWindowClosed(False)
    QTimer.singleShot(0, thread.start)
    qt.exec()
    thread.join()
    application.close()
    return outcome[0]


def _picture() -> QPixmap:
    """The window in front."""
    shown = [QApplication.activeWindow(), *QApplication.topLevelWidgets()]
    return next(one for one in shown if one is not None and one.isVisible()).grab()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4]))

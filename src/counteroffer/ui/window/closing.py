"""Closing a window whose last changes cannot be saved: never without being asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from counteroffer.ui.context import UiContext

if TYPE_CHECKING:
    from counteroffer.ui.window.main_window import MainWindow


def may_close(window: MainWindow, ctx: UiContext, problem: str) -> bool:
    """Saving fails, for this reason, and the window is to close: whether it may."""
    _ = ctx.translate
    box = QMessageBox(window)
    box.setWindowTitle("Counteroffer")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(_(problem))
    box.setInformativeText(
        _("Your last changes are only in this window. If you close it without a copy, they are lost.")
    )
    copy = box.addButton(_("Save a copy elsewhere …"), QMessageBox.ButtonRole.AcceptRole)
    lose = box.addButton(_("Close and lose them"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(_("Keep the window open"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    if box.clickedButton() is copy:
        window.workbook_desk.save_copy()
        return False
    return box.clickedButton() is lose

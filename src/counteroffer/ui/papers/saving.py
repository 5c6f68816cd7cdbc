"""Writing a paper or a letter to where the person wants it, and how that went."""

from __future__ import annotations

from pathlib import Path as File

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from counteroffer.documents.write import write_file
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.ui.widgets import Banner


def ask_where(parent: QWidget, title: str, name: str, kind: str) -> File | None:
    """Ask where to save something; `kind` is what the dialog filters by, such as "PDF (*.pdf)"."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, _filter = QFileDialog.getSaveFileName(parent, title, str(File(folder) / name), kind)
    return File(chosen) if chosen else None


def write(file: File, content: bytes, banner: Banner, *, private: bool, detail: str = "") -> bool:
    """Write it; whether that worked, which the banner says either way."""
    _ = banner.ctx.translate
    try:
        write_file(file, content, private=private)
    except (BadInput, Fault) as problem:
        banner.say(_(problem.sentence), "error")
        banner.show()
        return False
    banner.say(_("Saved as {name}.").format(name=file.name), "good", detail)
    banner.show()
    return True

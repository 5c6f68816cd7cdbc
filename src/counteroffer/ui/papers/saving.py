"""Writing a paper or a letter to where the person wants it, and how that went."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path as File

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from counteroffer.documents.write import write_file
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.ui.widgets import Banner

_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
"""What some system does not allow in the name of a file."""
_LONGEST = 80
"""Letters of a suggested name: with four bytes each, any more would not fit into what file systems allow."""


def fit_name(name: str) -> str:
    """A name without what some system does not allow in it."""
    return " ".join(_UNFIT.sub(" ", name).split())


def telling_name(*parts: str) -> str:
    """A name for a file, without its ending, that says what is in it: "Brief – Northwind Bakery". Parts that are empty
    are left out."""
    return " – ".join(filter(None, map(fit_name, parts)))[:_LONGEST].strip(" .–")


def ask_where(parent: QWidget, title: str, name: str, kind: str) -> File | None:
    """Ask where to save something; `kind` is what the dialog filters by, such as "PDF (*.pdf)". It begins in the
    folder for documents, or at home where there is none."""
    folder = File(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    start = folder if folder.is_absolute() and folder.is_dir() else File.home()
    chosen, _filter = QFileDialog.getSaveFileName(parent, title, str(start / name), kind)
    return File(chosen) if chosen else None


def show_folder(folder: File) -> None:
    """Open a folder of this computer in the system's own window for files."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def write(file: File, content: bytes, banner: Banner, *, private: bool, detail: str = "") -> bool:
    """Write it; whether that worked, which the banner says either way, and if so in which folder it is."""
    _ = banner.ctx.translate
    try:
        write_file(file, content, private=private)
    except (BadInput, Fault) as problem:
        banner.say(_(problem.sentence), "error")
        banner.show()
        return False
    folder = file.absolute().parent
    told = "\n".join(filter(None, (str(folder), detail)))
    offer = (_("Show folder"), partial(show_folder, folder))
    banner.say(_("Saved as {name}.").format(name=file.name), "good", told, offer)
    banner.show()
    return True

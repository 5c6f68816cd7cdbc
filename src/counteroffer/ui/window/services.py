"""What a window needs and may not import: handed in by the composition root."""

from __future__ import annotations

from pathlib import Path as File
from typing import Protocol

from counteroffer.domain.edits import Path
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.ports import Archive
from counteroffer.ui.preferences import Preferences


class Services(Protocol):
    """The archive, the settings, and the other windows."""

    @property
    def archive(self) -> Archive:
        """Where workbooks are kept."""

    @property
    def folder(self) -> File:
        """The folder of the archive."""

    @property
    def preferences(self) -> Preferences:
        """The settings in force."""

    @property
    def preferences_read(self) -> bool:
        """Whether they could be read when the app started."""

    def set_preferences(self, preferences: Preferences) -> bool:
        """Take over new settings; whether they could be written down."""

    def sample(self) -> Workbook:
        """A fresh copy of the sample workbook."""

    def portable(self, workbook: Workbook) -> bytes:
        """A workbook as a portable file, as it now stands in memory."""

    def open_window(self, workbook_id: str, place: str, path: Path = ()) -> object:
        """Show a workbook at a place in a new window."""

    def raise_shown(self, workbook_id: str, place: str, path: Path) -> bool:
        """Bring the window that shows a workbook to the front, at a place or field; whether there is one."""

    def keep_all(self) -> bool:
        """Save everything that is open; whether that worked."""

    def put_by(self, workbook_id: str) -> bool:
        """Save a workbook and close it wherever it is open; whether that worked."""

    def put_all_by(self) -> bool:
        """The same for all that are open."""

    def bring_in(self) -> None:
        """Close the archive and ask for the one from another computer."""

    def keep_watch(self) -> None:
        """Lock when nobody is there, as the settings say; anew after the passphrase has changed."""

    def lock(self) -> None:
        """Save everything, close the archive and ask for its passphrase."""

"""Where a person was when the archive was locked, so that they find it again."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QByteArray

from counteroffer.domain.edits import Path


@dataclass(frozen=True)
class Standing:
    """One window: its place on the screen, the workbook in it if any, and the page that was shown. No content."""

    geometry: QByteArray
    workbook_id: str | None
    place: str
    path: Path = ()

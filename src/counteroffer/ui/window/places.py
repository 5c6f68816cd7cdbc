"""Where a window can go besides the pages of a workbook."""

from __future__ import annotations

ARCHIVE = "archive"
SETTINGS = "settings"
RECORD = "record"
"""What was asked and won; a page of the archive."""
HISTORY = "history"
"""Asked for like a place, but shown over the page that is in view."""
TOUR = "tour"
"""The first page of the sample, with the tour begun."""

"""A real archive in a folder of its own: the session's store is never a stand-in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from counteroffer.archive.store import LocalArchive, open_archive


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[LocalArchive]:
    with open_archive(tmp_path / "archive") as opened:
        yield opened

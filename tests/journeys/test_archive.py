"""A person looks after an archive: once with the mouse, and once without."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.mark.journey
@pytest.mark.parametrize("hands", ["mouse", "keyboard"])
def test_sealed_locked_put_away_binned_backed_up_and_carried_over(
    travel: Callable[[str, str], None], tmp_path: Path, hands: str
) -> None:
    travel("archive", hands)
    carried = (tmp_path / "carried.counteroffer").read_bytes()
    assert b"Harbour" not in carried
    assert list((tmp_path / "archive" / "backups").iterdir())

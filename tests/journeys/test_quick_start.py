"""Somebody with one ask and twenty minutes holds a brief in hand."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.mark.journey
@pytest.mark.parametrize("hands", ["mouse", pytest.param("keyboard", marks=pytest.mark.torture)])
def test_from_nothing_to_a_brief_in_ten_questions(
    travel: Callable[[str, str], None], tmp_path: Path, hands: str
) -> None:
    travel("quick_start", hands)
    done = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "brief.pdf"), "-"], capture_output=True, text=True, check=True
    )
    brief = " ".join(done.stdout.split())
    for words in (
        "Harbour & Hill Ltd",
        "Operations analyst",
        "Offer in writing",
        "I would build the planning from the ground up.",
        "78,000",
        "88,000",
        "84,000",
        "81,000",
        "For base pay I would like €88,000 a year, from the first day.",
        "I can wait until Friday.",
        "Others in the band are paid so",
        "The band for this post ends at 90,000",
        "Staff handbook",
        "82,000 now and 2,000 more after six months",
        "Talk to my manager by the 12th",
    ):
        assert words in brief, f"{words!r} is not on the brief:\n{brief}"

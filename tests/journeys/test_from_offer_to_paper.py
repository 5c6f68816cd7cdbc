"""A person fills in a workbook, closes it, finds it again and holds the papers in hand."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest


def _text(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    return " ".join(done.stdout.split())


@pytest.mark.journey
@pytest.mark.parametrize(
    ("first", "then"), [("mouse", "keyboard"), pytest.param("keyboard", "mouse", marks=pytest.mark.torture)]
)
def test_from_an_empty_archive_to_printed_papers(
    travel: Callable[[str, str], None], tmp_path: Path, first: str, then: str
) -> None:
    travel("fill_in", first)
    travel("reopen", then)
    brief = _text(tmp_path / "brief.pdf")
    assert "Harbour & Hill Ltd" in brief
    assert "84,000" in brief
    assert brief.index("Base pay") < brief.index("Parking") < brief.index("Course budget")
    agreement = _text(tmp_path / "agreement.pdf")
    assert "83,500 a year in twelve payments" in agreement
    assert "The berth is planned by one person alone." not in agreement

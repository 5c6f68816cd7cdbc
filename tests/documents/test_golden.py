"""What the papers look like: pictures of the sample's papers, kept and compared.

After a change that is meant to be seen, look at the new pages in both sizes and renew the pictures with `make golden`.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat

from counteroffer.documents.make import PAGES, agreement_pdf, brief_pdf, letter_pdf, side_by_side_pdf
from counteroffer.domain.agreement import LetterKind
from counteroffer.domain.workbook import Workbook
from counteroffer.sample import SAMPLE_DAY, stored_sample

KEPT = Path(__file__).parent / "golden"
RENEW = os.environ.get("COUNTEROFFER_RENEW") == "golden"
RESOLUTION = 55
GREYS = 16
"""So few greys that a picture stays small, and enough to tell a hairline from none."""
PAPERS: dict[str, Callable[..., bytes]] = {
    "brief": lambda workbook, page: brief_pdf(workbook, SAMPLE_DAY, page=page).bytes,
    "shareable": lambda workbook, page: brief_pdf(workbook, SAMPLE_DAY, page=page, shareable=True).bytes,
    "letter": lambda workbook, page: letter_pdf(workbook, LetterKind.PROPOSAL, SAMPLE_DAY, page=page).bytes,
    "side_by_side": lambda workbook, page: side_by_side_pdf(workbook, SAMPLE_DAY, page=page).bytes,
    "agreement": lambda workbook, page: agreement_pdf(workbook, SAMPLE_DAY, page=page).bytes,
}


@pytest.fixture(scope="module")
def sample() -> Workbook:
    return stored_sample()


def pictures(content: bytes, folder: Path) -> list[Image.Image]:
    """The pages as a printer without colour would show them."""
    (folder / "paper.pdf").write_bytes(content)
    drawn = ["pdftoppm", "-r", str(RESOLUTION), "-gray", "paper.pdf", "page"]
    subprocess.run(drawn, cwd=folder, check=True)
    found = []
    for file in sorted(folder.glob("page-*.pgm")):
        with Image.open(file) as image:
            found.append(image.convert("L").point(lambda grey: grey // GREYS * (255 // (GREYS - 1))))
    return found


def differ(one: Image.Image, other: Image.Image) -> bool:
    """Whether the two would be told apart: another renderer's smoothing is let pass, a line in another place is not."""
    if one.size != other.size:
        return True
    apart = ImageChops.difference(one, other)
    (mean,) = ImageStat.Stat(apart).mean
    strongly = sum(apart.histogram()[96:]) / (one.width * one.height)
    return mean > 2.0 or strongly > 0.004


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", sorted(PAPERS))
def test_papers_look_as_they_did(name: str, page: str, sample: Workbook, tmp_path: Path) -> None:
    found = pictures(PAPERS[name](sample, page), tmp_path)
    kept = sorted(KEPT.glob(f"{name}-{page}-*.png"))
    if RENEW:
        for file in kept:
            file.unlink()
        for number, image in enumerate(found, 1):
            image.save(KEPT / f"{name}-{page}-{number}.png", optimize=True)
        return
    advice = "look at the pages in both sizes, and if they are meant to look like this, run: make golden"
    assert len(kept) == len(found), f"{name} on {page} has {len(found)} pages and not {len(kept)}: {advice}"
    for file, image in zip(kept, found, strict=True):
        with Image.open(file) as before:
            assert not differ(before.convert("L"), image), f"{file.name} looks different: {advice}"


def test_a_word_that_moves_is_seen_and_nothing_else_is(sample: Workbook, tmp_path: Path) -> None:
    (brief,) = pictures(PAPERS["brief"](sample, "A4"), tmp_path)
    moved = brief.copy()
    moved.paste(brief.crop((40, 100, 420, 130)), (40, 104))
    assert differ(brief, moved)
    assert differ(brief, brief.crop((0, 0, 100, 100)))
    faint = brief.point(lambda grey: max(grey - 1, 0))
    assert not differ(brief, faint)


def test_pictures_stay_small() -> None:
    sizes: dict[str, Any] = {file.name: file.stat().st_size for file in KEPT.iterdir()}
    assert len(sizes) >= len(PAPERS) * len(PAGES)
    assert {name: size for name, size in sizes.items() if size > 60_000} == {}

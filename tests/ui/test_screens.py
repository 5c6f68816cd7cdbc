"""What the pages look like: small pictures of the sample's pages in light and dark, kept and compared.

After a change that is meant to be seen, look at the pages and renew the pictures with `make screens`.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat
from PySide6.QtWidgets import QApplication

from counteroffer.ui.widgets import Card, FieldEditor
from tests.picture_tool import picture_tool

KEPT = Path(__file__).parent / "screens"
RENEW = os.environ.get("COUNTEROFFER_RENEW") == "screens"
SMALL = 2
"""So much smaller than the window is what is kept: a picture stays small, and a line of a field can be told."""
COLOURS = 160
"""With fewer, a rare colour is kept as another one that is clearly not it."""
BLUR = 3
"""Pixels over which type is smeared, so that it counts as grey and the edges of its letters do not."""
CLEARLY = 16
"""From 0 to 255: so much lighter, darker or another colour is clearly seen."""
SPECK = 60
"""Pixels that may be so, since a wider letter here and there moves the end of a line."""
OVERALL = 1.5
ADVICE = "look at the pages, and if they are meant to look like this, run: make screens"


@pytest.fixture(scope="module")
def house(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with pytest.MonkeyPatch.context() as patch:
        # The days that are shown are those of the clock on the wall, which is another one elsewhere.
        patch.setenv("TZ", "UTC")
        _look_at_the_clock()
        built = picture_tool().House(qapp, tmp_path_factory.mktemp("house"))
        yield built
        built.close()
    _look_at_the_clock()


def _look_at_the_clock() -> None:
    if hasattr(time, "tzset"):
        time.tzset()


def kept_as(image: Image.Image) -> Image.Image:
    """The picture as it is kept."""
    kept: Image.Image = picture_tool().few_colours(image.reduce(SMALL), COLOURS)
    return kept


def differ(kept: Image.Image, now: Image.Image) -> bool:
    """Whether a page would be told apart from its kept picture: letters drawn in another way are let pass, a card in
    another place is not."""
    pair = kept.convert("RGB"), now.reduce(SMALL)
    if pair[0].size != pair[1].size:
        return True
    smeared = [image.filter(ImageFilter.GaussianBlur(BLUR)) for image in pair]
    red, green, blue = ImageChops.difference(*smeared).split()
    apart = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    (mean,) = ImageStat.Stat(apart).mean
    return mean > OVERALL or sum(apart.histogram()[CLEARLY:]) > SPECK


@pytest.mark.parametrize(
    ("mode", "most"),
    [
        pytest.param("light", None, id="light"),
        # The colours are the same on all pages, so a few show them; the rest has to be made once more.
        pytest.param("dark", 4, id="dark, the first pages"),
        pytest.param("dark", None, id="dark", marks=pytest.mark.torture),
    ],
)
def test_pages_look_as_they_did(house: Any, mode: str, most: int | None) -> None:
    tool = picture_tool()
    house.begin(tool.Mode(mode))
    found = {f"{shot.name}-{mode}": tool.picture(shot) for shot in islice(house.pages(), most)}
    kept = {file.stem: file for file in KEPT.glob(f"*-{mode}.png")}
    if RENEW:
        KEPT.mkdir(exist_ok=True)
        for name in kept.keys() - found.keys() if most is None else ():
            kept[name].unlink()
        for name, image in found.items():
            kept_as(image).save(KEPT / f"{name}.png", optimize=True)
        return
    assert kept.keys() >= found.keys() if most else kept.keys() == found.keys(), ADVICE
    changed = []
    for name, image in found.items():
        with Image.open(kept[name]) as before:
            if differ(before, image):
                changed.append(name)
    assert changed == [], ADVICE


def test_what_changes_on_a_page_is_seen_and_nothing_else_is(house: Any) -> None:
    tool = picture_tool()
    house.begin(tool.Mode.LIGHT)
    window = house.window
    workspace = window.show_workbook(house.sample)
    window.go("look_back")
    page = workspace.page("look_back")

    def look() -> Image.Image:
        image: Image.Image = tool.picture(tool.Shot("look_back", "", window))
        return image

    as_it_was = look()
    before = kept_as(as_it_was)
    assert not differ(before, look())
    # Letters a little to the side, as another system may set them.
    assert not differ(before, ImageChops.offset(as_it_was, 1, 0))

    field = page.findChildren(FieldEditor)[0]
    field.hide()
    assert differ(before, look()), "a field that is missing"
    field.show()
    assert not differ(before, look())

    card = page.findChildren(Card)[0]
    margins = card.contentsMargins()
    card.setContentsMargins(0, 8, 0, 0)
    assert differ(before, look()), "a card whose content stands lower"
    card.setContentsMargins(margins)
    assert not differ(before, look())

    card.title.setStyleSheet("color: #b04a00")
    assert differ(before, look()), "a title in another colour"


def test_pictures_stay_small() -> None:
    sizes = [file.stat().st_size for file in KEPT.iterdir()]
    assert sum(sizes) < 2_000_000

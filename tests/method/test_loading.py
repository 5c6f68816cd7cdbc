"""The guidance and the catalogue are data: what is broken in them is found when they are loaded."""

from __future__ import annotations

import re

import pytest

from counteroffer import resources
from counteroffer.domain.levels import Direction, Unit
from counteroffer.method import guidance
from counteroffer.method.catalogue import CatalogueError, catalogue
from counteroffer.method.guidance import TABS, GuidanceError, points, points_of

READ = resources.text
ENTRY = """
[[benefit]]
key = "base_pay"
group = "pay"
name = "Base pay"
about = "The fixed pay."
unit = "money_year"
direction = "more"
formula = "base_pay"
kin = []
vague = ["competitive"]
concrete = "Name the amount."
questions = ["What is the range?"]
where = "DE, AT"
"""
GROUPS = '[groups]\npay = "Pay"\n'


def _reads(monkeypatch: pytest.MonkeyPatch, **broken: str | None) -> None:
    """Some resources, by the stem of their name, read otherwise; None for one that is gone."""

    def text(*parts: str) -> str:
        stem = parts[-1].removesuffix(".toml")
        if stem not in broken:
            return READ(*parts)
        if (instead := broken[stem]) is None:
            raise FileNotFoundError(parts[-1])
        return instead

    monkeypatch.setattr(resources, "text", text)


def test_points_come_in_the_order_of_the_tabs() -> None:
    assert len(points()) == 60
    assert [one.tab for one in points()] == sorted((one.tab for one in points()), key=TABS.index)
    assert [one.id for one in points_of("alternatives")] == ["M29", "M30", "M31", "M32", "M33", "M34", "M35"]
    assert points_of("nowhere") == ()


def _of(point: str) -> str:
    """The table of one point of the Offer tab, as it is stored."""
    found = re.search(rf"^\[{point}\]\n(?:.+\n)+", READ("guidance", "offer.toml"), re.MULTILINE)
    assert found is not None
    return found.group()


@pytest.mark.parametrize(
    "broken",
    [
        None,
        "[M01",
        "M01 = 1\n",
        _of("M03").replace("why =", "because ="),
        _of("M03").replace("why =", "# why ="),
        _of("M03") + 'more = "Too much."\n',
        re.sub("^why = .*$", 'why = "  "', _of("M03"), flags=re.MULTILINE),
        re.sub("^why = .*$", "why = 7", _of("M03"), flags=re.MULTILINE),
    ],
    ids=["gone", "no TOML", "no table", "a text misnamed", "a text missing", "a text too many", "no words", "no text"],
)
def test_broken_guidance_is_found(monkeypatch: pytest.MonkeyPatch, broken: str | None) -> None:
    _reads(monkeypatch, offer=broken)
    with pytest.raises(GuidanceError):
        points.__wrapped__()


def test_a_point_on_two_tabs_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    _reads(monkeypatch, archive=_of("M03"))
    with pytest.raises(GuidanceError, match="twice"):
        points.__wrapped__()


def test_guidance_as_it_should_be_is_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    _reads(monkeypatch, **{tab: "" for tab in guidance.TABS if tab != "offer"}, offer=_of("M03"))
    (point,) = points.__wrapped__()
    assert (point.id, point.tab, point.not_needed) == ("M03", "offer", "")


def test_the_catalogue_finds_a_benefit_and_what_can_stand_in_for_it() -> None:
    found = catalogue()
    pay = found.find("base_pay")
    assert pay is not None
    assert (pay.unit, pay.direction) == (Unit.MONEY_YEAR, Direction.MORE)
    assert [one.key for one in found.kin("base_pay")] == list(pay.kin)
    assert found.find("nothing") is None
    assert found.kin("nothing") == ()


def test_countries_are_read_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    _reads(monkeypatch, catalogue=GROUPS + ENTRY)
    (only,) = catalogue.__wrapped__().benefits
    assert only.where == ("DE", "AT")


@pytest.mark.parametrize(
    "broken",
    [
        None,
        "[groups",
        GROUPS,
        "groups = 1\n" + ENTRY,
        GROUPS + ENTRY.replace("kin =", "kith ="),
        GROUPS + ENTRY.replace('unit = "money_year"', 'unit = "bushels"'),
        GROUPS + ENTRY.replace('direction = "more"', 'direction = "up"'),
        GROUPS + ENTRY.replace('["competitive"]', '"competitive"'),
        GROUPS + ENTRY.replace("kin = []", 'kin = ["gold_watch"]'),
        GROUPS + ENTRY.replace('group = "pay"', 'group = "gifts"'),
        GROUPS + ENTRY + ENTRY,
    ],
    ids=[
        "gone",
        "no TOML",
        "no benefits",
        "no groups",
        "a field missing",
        "an unknown unit",
        "an unknown direction",
        "words that are no list",
        "an unknown kin",
        "an unknown group",
        "the same key twice",
    ],
)
def test_a_broken_catalogue_is_found(monkeypatch: pytest.MonkeyPatch, broken: str | None) -> None:
    _reads(monkeypatch, catalogue=broken)
    with pytest.raises(CatalogueError):
        catalogue.__wrapped__()

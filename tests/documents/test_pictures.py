"""Asks drawn on a scale: the right figures, for the right eyes, and only where there is room."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from counteroffer.documents.content.blocks import Document, RangeStrip, Table
from counteroffer.documents.content.brief import brief
from counteroffer.documents.content.format import Format, locale_of
from counteroffer.documents.content.pictures import picture
from counteroffer.documents.content.shareable import shareable_view
from counteroffer.documents.content.shared_brief import shareable_brief
from counteroffer.documents.content.trim import cuts, pieces
from counteroffer.documents.make import brief_pdf
from counteroffer.domain.levels import AmountValue, NumberValue, TextValue, Unit, Value, ValueRange
from counteroffer.domain.workbook import from_plain
from tests.documents.samples import TODAY, rich, thirty

FMT = Format(locale_of("en_GB"), "GBP", str)
YEAR = Unit.MONEY_YEAR
WAY = "From offer to target"


def pounds(amount: int | None) -> Value | None:
    return None if amount is None else AmountValue(amount=Decimal(amount))


def found(low: int | None, typical: int | None, high: int | None) -> ValueRange:
    return ValueRange(low=pounds(low), typical=pounds(typical), high=pounds(high))


def drawn(ranges: list[tuple[Unit | None, ValueRange]], offered: int | None, asked: int | None) -> RangeStrip | None:
    return picture(YEAR, ranges, pounds(offered), ("target", pounds(asked)), WAY, FMT)


def test_a_range_is_drawn_to_scale_with_what_is_offered_and_asked() -> None:
    strip = drawn([(YEAR, found(40, 50, 60))], 30, 55)
    assert strip is not None
    assert (strip.low.words, strip.high.words, strip.is_range) == ("£40", "£60", True)
    assert strip.typical is not None
    assert [round(point.at, 3) for point in (strip.low, strip.typical, strip.high)] == [0.333, 0.667, 1]
    assert [(mark.words, round(mark.at, 3), mark.full) for mark in strip.marks] == [
        ("offered", 0, False),
        ("target", 0.833, True),
    ]


def test_the_first_range_that_fits_is_taken() -> None:
    usable = (YEAR, found(40, None, 60))
    for unusable in (
        (Unit.MONEY_MONTH, found(1, 2, 3)),
        (None, found(1, 2, 3)),
        (YEAR, found(40, None, None)),
        (YEAR, found(60, 50, 40)),
        (YEAR, found(40, 90, 60)),
        (YEAR, found(40, 40, 40)),
    ):
        strip = drawn([unusable, usable], 45, None)
        assert strip is not None
        assert (strip.low.words, strip.typical) == ("£40", None)


def test_without_a_range_the_way_from_offer_to_ask_is_drawn_if_there_is_one() -> None:
    strip = drawn([], 50, 40)
    assert strip is not None
    assert not strip.is_range
    assert strip.title == WAY
    assert (strip.low.words, strip.high.words) == ("£40", "£50")
    assert [mark.at for mark in strip.marks] == [1, 0]
    assert drawn([], 50, 50) is None
    assert drawn([], 50, None) is None
    assert drawn([(YEAR, found(40, 50, 60))], None, None) is None


@pytest.mark.parametrize("unit", [Unit.YES_NO, Unit.DATE, Unit.TEXT])
def test_what_lies_on_no_scale_is_not_drawn(unit: Unit) -> None:
    assert picture(unit, [], TextValue(text="a"), ("target", TextValue(text="b")), WAY, FMT) is None


def test_days_are_drawn_as_money_is() -> None:
    marks = NumberValue(number=Decimal(25)), NumberValue(number=Decimal(30))
    assert picture(Unit.DAYS_YEAR, [], marks[0], ("target", marks[1]), WAY, FMT) is not None


def strips(document: Document) -> list[RangeStrip]:
    tables = [block for part in document.blocks for block in getattr(part, "blocks", ()) if isinstance(block, Table)]
    return [row.picture for table in tables for row in table.rows if row.picture]


def test_the_page_for_others_shows_what_was_asked_and_never_the_target() -> None:
    filled = rich()
    private = strips(brief(from_plain(filled), TODAY, str))
    shared = strips(shareable_brief(shareable_view(from_plain(filled)), str, locale_of("en"), TODAY))
    assert {mark.words for strip in private for mark in strip.marks} == {"offered", "target"}
    assert {mark.words for strip in shared for mark in strip.marks} == {"offered", "asked for"}
    before = shared
    filled["terms"][0]["target"]["value"]["amount"] = "51234"
    after = strips(shareable_brief(shareable_view(from_plain(filled)), str, locale_of("en"), TODAY))
    assert after == before


def test_pictures_leave_right_after_the_space_for_notes_and_are_not_counted(read: Callable[[bytes], str]) -> None:
    document = brief(from_plain(rich()), TODAY, str)
    found = pieces(document)
    first = [found[cut.index] for cut in cuts(document) if cut.drop][: 1 + len(strips(document))]
    assert all(piece.name == "" for piece in first)
    full: Any = brief_pdf(from_plain(thirty()), TODAY)
    assert "Range" not in read(full.bytes)
    roomy = rich()
    roomy["terms"] = roomy["terms"][:1]
    roomy["conversations"] = {}
    roomy["research"]["interests"] = []
    text = read(brief_pdf(from_plain(roomy), TODAY, shareable=True).bytes)
    assert "Range £44,000 £52,000 offered asked for typical" in text

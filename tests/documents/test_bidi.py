"""The order of letters: expected results are those of Unicode's reference, checked against another implementation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counteroffer.documents.pdf.bidi import base_level, levels, visual


def shown(text: str, base: int | None = None) -> str:
    """What stands on the line from left to right; brackets are not mirrored."""
    depths = levels(text, base_level(text) if base is None else base)
    return "".join(text[start:end][:: -1 if level % 2 else 1] for start, end, level in visual(depths))


@pytest.mark.parametrize(
    ("typed", "base", "on_the_line"),
    [
        ("all from the left", 0, "all from the left"),
        ("we say אבג דהו here", 0, "we say והד גבא here"),
        ("אבג דהו", 1, "והד גבא"),
        ("אבג abc def דהו", 1, "והד abc def גבא"),
        # Figures read from left to right inside, whatever stands around them.
        ("אבג 1,250.50 דהו", 1, "והד 1,250.50 גבא"),
        ("אבג 85,000€", 1, "85,000€ גבא"),
        ("اب 12-15", 1, "15-12 با"),
        ("אב 12-15", 1, "12-15 בא"),
        ("5% אב", 0, "5% בא"),
        ("אב +5", 1, "5+ בא"),
        ("٤:٥ اب", 1, "با ٤:٥"),
        # A pair of brackets goes the way of what it holds, or of what stands before it.
        ("אב (cd) הו", 1, "וה )cd( בא"),
        ("אב (cd)", 1, ")cd( בא"),
        ("ab (אב) cd", 0, "ab (בא) cd"),
        ("ab (אב", 0, "ab (בא"),
        ("אב [(3)] ab", 0, "])3([ בא ab"),
        ("a ] אב [", 0, "a ] בא ["),
        # Marks stay with their letter; between two directions the paragraph's wins.
        ("אב\u05b8 ג", 1, "ג \u05b8בא"),
        ("אב)\u0301", 1, "\u0301)בא"),
        ("[ab\u0301] אב (\u05b8ab)\u0301", 1, "\u0301)ab\u05b8( בא ]ab\u0301["),
        ("ab - אב", 1, "בא - ab"),
        ("", 0, ""),
    ],
)
def test_letters_stand_where_they_are_read(typed: str, base: int, on_the_line: str) -> None:
    assert shown(typed, base) == on_the_line


def test_a_paragraph_reads_as_most_of_its_letters_do() -> None:
    assert base_level("Say: זה מה שאני מבקש") == 1
    assert base_level("We say שלום here, and mean it") == 0
    assert base_level("1,234 – ?") == base_level("") == 0


@given(st.text(st.sampled_from("ab אב اب 12٤ .,-+%()[]\u0301\u05b8"), max_size=30), st.sampled_from([0, 1]))
def test_no_letter_is_lost_and_every_one_stands_once(text: str, base: int) -> None:
    depths = levels(text, base)
    assert sorted(shown(text, base)) == sorted(text)
    assert all(base <= depth <= base + 2 for depth in depths)
    assert sum(end - start for start, end, _ in visual(depths)) == len(text)

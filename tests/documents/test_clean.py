from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counteroffer.documents.pdf.clean import clean, placeholder
from counteroffer.documents.pdf.fonts import covered, face


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("plain words", "plain words"),
        ("84\u202f000\u00a0€", "84\u00a0000\u00a0€"),
        ("thin\u2009space\ttab\r", "thin space tab "),
        ("de\u0301ja\u0300", "déjà"),
        ("✓ done ☐ open", "[x] done [ ] open"),
        ("㎡ ① ﬁne", "m2 1 ﬁne"),
        ("soft\u00adhyphen, zero\u200bwidth, a\ufe0f", "softhyphen, zerowidth, a"),
        ("one\u2028two\u2029three\x85four\nfive", "one\ntwo\nthree\nfour\nfive"),
        ("file \u202egnp.exe\u202c \u2066x\u2069", "file gnp.exe x"),
    ],
)
def test_what_has_a_like_is_shown_as_it_and_nothing_is_reported(typed: str, shown: str) -> None:
    result = clean(typed, covered())
    assert result.text == shown
    assert result.missing == ()


def test_what_cannot_be_shown_is_named_once_and_never_silently_lost() -> None:
    result = clean("中 and 中 and 😀 and \x07", covered())
    assert result.text == "[U+4E2D] and [U+4E2D] and [grinning face] and [U+0007]"
    assert result.missing == ("中", "😀", "\x07")


def test_a_symbol_without_a_name_is_shown_by_its_number() -> None:
    assert placeholder("\ue000") == "[U+E000]"
    assert placeholder("中") == "[U+4E2D]"


@given(st.text(st.characters(), max_size=60))
def test_every_character_that_comes_out_has_a_glyph_in_every_style(typed: str) -> None:
    result = clean(typed, covered())
    for bold, italic in ((False, False), (True, False), (False, True), (True, True)):
        widths = face(bold, italic).widths
        assert all(ord(letter) in widths for letter in result.text if letter != "\n")
    assert not any(unicodedata.category(letter) in ("Cf", "Cs") for letter in result.text)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counteroffer.domain.folding import fold, placed_words, span, words


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Łódź", "lodz"),
        ("Straße", "STRASSE"),
        ("Œuvre, Ærø, Þór", "oeuvre aero thor"),
        ("İstanbul ılık", "istanbul ilik"),
        ("Αθήνα λόγος ΛΌΓΟΣ", "αθηνα λογος λογοσ"),
        ("Ёлка", "елка"),
        ("مُدَرِّسَة أحمد ٣٤", "مدرسه احمد 34"),
        ("علی کتاب ـ", "علي كتاب"),
        ("שָׁלוֹם", "שלום"),
        ("Tiếng Việt đường", "tieng viet duong"),
        ("ﬁnance e\u0301cole soft\u00adhyphen", "finance ecole softhyphen"),
        ("don't 85.000,50", "don t 85 000 50"),
        ("退職金", "退 職 金"),
        ("हिन्दी भाषा", "हिन्दी भाषा"),
        ("… — ❤\ufe0f §", ""),
    ],
)
def test_letters_fold_to_what_people_type(written: str, typed: str) -> None:
    assert words(written) == words(typed) == typed.casefold().replace("ς", "σ").split()


@given(st.text())
def test_words_are_the_same_with_their_places(text: str) -> None:
    placed = list(placed_words(text))
    assert [one.folded for one in placed] == words(text)
    for one in placed:
        assert one.folded in "".join(words(text[one.start : one.end]))


@given(st.text())
def test_folding_a_second_time_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert words(" ".join(words(text))) == words(text)


def test_an_accent_that_stands_by_itself_belongs_to_its_letter() -> None:
    (word,) = placed_words("-e\u0301-")
    assert (word.folded, word.start, word.end) == ("e", 1, 3)


@given(st.text(), st.data())
def test_what_stands_in_the_fold_is_found_in_the_text(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    at = data.draw(st.integers(0, len(folded)))
    length = data.draw(st.integers(0, len(folded) - at))
    start, end = span(text, at, length)
    assert folded[at : at + length] in fold(text[start:end])

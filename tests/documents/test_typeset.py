from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counteroffer.documents.content.blocks import Run
from counteroffer.documents.pdf.typeset import SetLine, Setter


def shown(lines: tuple[SetLine, ...]) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in lines]


def test_words_fill_lines_and_spaces_collapse() -> None:
    lines = Setter().lines((Run("one  two\tthree four"),), 10, 60)
    assert shown(lines) == ["one two ", "three four"]
    assert all(line.width <= 60 for line in lines)


def test_a_line_that_was_begun_anew_stays_one_and_empty_ones_are_passed_over() -> None:
    assert shown(Setter().lines((Run("one\n\n two"), Run("\nthree")), 10, 500)) == ["one ", "two ", "three"]


def test_a_word_may_run_through_several_faces_without_a_gap() -> None:
    (line,) = Setter().lines((Run("bold", bold=True), Run("ly go", italic=True), Run(" on")), 10, 500)
    assert [piece.text for piece in line.pieces] == ["bold", "ly go", " on"]
    assert [piece.face.name for piece in line.pieces] == ["FiraGO-Bold", "FiraGO-Italic", "FiraGO-Regular"]


def test_long_compounds_part_after_a_dash_and_figures_never_do() -> None:
    assert shown(Setter().lines((Run("performance-related"),), 10, 70)) == ["performance-", "related"]
    assert shown(Setter().lines((Run("at https://example.org/pay"),), 10, 110)) == ["at https://example.org/", "pay"]
    assert shown(Setter().lines((Run("up to 2026-11-30"),), 10, 60)) == ["up to ", "2026-11-30"]


def test_a_space_ends_a_line_only_between_words_and_takes_no_room() -> None:
    setter = Setter()
    first, second = setter.lines((Run("one two-threefour"),), 10, 45)
    assert shown((first, second)) == ["one two-", "threefour"]
    spaced, last = setter.lines((Run("sum of 1,200"),), 10, 40)
    assert shown((spaced, last)) == ["sum of ", "1,200"]
    assert spaced.width == pytest.approx(setter.lines((Run("sum of"),), 10, 40)[0].width)


def test_a_word_of_ten_thousand_letters_is_cut_to_the_width() -> None:
    lines = Setter().lines((Run("start " + "x" * 10_000 + " end"),), 9, 200)
    assert "".join(shown(lines)).replace(" ", "") == "start" + "x" * 10_000 + "end"
    assert all(line.width <= 200.001 for line in lines)


def test_a_mark_stays_with_its_letter_where_a_word_is_cut() -> None:
    lines = shown(Setter().lines((Run("q\u0302" * 40),), 10, 30))
    assert all(line.startswith("q") for line in lines)


def test_a_limit_ends_in_an_ellipsis_that_fits() -> None:
    lines = Setter().lines((Run("word " * 50, bold=True),), 10, 100, limit=2)
    assert len(lines) == 2
    assert lines[-1].ended
    assert shown(lines)[-1].endswith("word…")
    assert lines[-1].width <= 100


def test_one_letter_too_wide_for_its_column_still_stands() -> None:
    assert shown(Setter().lines((Run("WW"),), 10, 1)) == ["W", "W"]


def test_a_setter_remembers_what_was_missing_also_in_bookmarks() -> None:
    setter = Setter()
    assert setter.cleaned("中\nשלום") == "[U+4E2D] שלום"
    setter.lines((Run("😀"),), 10, 100)
    assert list(setter.missing) == ["中", "😀"]


@given(
    st.text(st.characters(min_codepoint=32, max_codepoint=0x17F), max_size=120),
    st.floats(20, 300),
    st.sampled_from([8.5, 9.0, 10.0]),
)
def test_nothing_is_lost_and_nothing_is_wider_than_its_line(text: str, width: float, size: float) -> None:
    setter = Setter()
    lines = setter.lines((Run(text),), size, width)
    assert all(line.width <= width + 0.01 for line in lines)
    assert "".join("".join(shown(lines)).split()) == "".join(setter.cleaned(text).split())


@pytest.mark.parametrize("tabular", [False, True])
def test_text_is_right_where_its_pieces_say(tabular: bool) -> None:
    (line,) = Setter().lines((Run("1,111 "), Run("2,222", bold=True)), 10, 500, tabular=tabular)
    first, second = line.pieces
    assert second.start == pytest.approx(first.face.width(first.text) * 10 / 1000)
    assert line.width == pytest.approx(second.start + second.face.width(second.text) * 10 / 1000)

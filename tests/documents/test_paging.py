from __future__ import annotations

from counteroffer.documents.pdf.pages import paged
from counteroffer.documents.pdf.strips import Strip


def heights(pages: list[list[Strip]]) -> list[list[float]]:
    return [[strip.height for strip in page] for page in pages]


def test_strips_fill_pages_in_order() -> None:
    assert heights(paged([Strip(40), Strip(41), Strip(42)], 100)) == [[40, 41], [42]]


def test_a_heading_goes_with_what_it_heads() -> None:
    assert heights(paged([Strip(80), Strip(10, glued=True), Strip(20)], 100)) == [[80], [10, 20]]


def test_space_falls_away_at_the_top_of_a_page() -> None:
    assert heights(paged([Strip(9, gap=True), Strip(80), Strip(30, gap=True), Strip(20)], 100)) == [[80], [20]]


def test_the_header_of_a_table_comes_back_on_every_page() -> None:
    header = (Strip(10),)
    rows = [Strip(45, repeat=header) for _ in range(5)]
    assert heights(paged([*header, *rows], 100)) == [[10, 45, 45], [10, 45, 45], [10, 45]]


def test_a_chain_higher_than_a_page_is_parted_and_nothing_gets_lost() -> None:
    chain = [Strip(30, glued=True) for _ in range(7)]
    assert heights(paged([Strip(20), *chain, Strip(5)], 100)) == [[20, 30, 30], [30, 30, 30], [30, 30, 5]]
    assert heights(paged([Strip(85), *chain], 100))[0] == [85]


def test_no_strips_are_one_empty_page() -> None:
    assert paged([], 100) == [[]]

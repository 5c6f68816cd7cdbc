"""Every script that the typeface knows, at the quality of text: set right, and read back as it was typed."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable
from typing import Any

import pypdf
import pytest

from counteroffer.documents.content.blocks import (
    Align,
    Bullets,
    Column,
    Document,
    Line,
    Paragraph,
    Row,
    Run,
    Table,
    plain,
)
from counteroffer.documents.pdf.chunks import Chunk, broken
from counteroffer.documents.pdf.fonts import face
from counteroffer.documents.pdf.render import render
from counteroffer.documents.pdf.shape import Shaper, needs_shaping
from counteroffer.documents.pdf.typeset import SetLine, Setter

ARABIC = "الراتب الأساسي هو أول ما نتحدث عنه لأن الميزانية تحدد في نوفمبر"
HEBREW = "השכר הוא הדבר הראשון שאני רוצה לדבר עליו"
READABLE = {
    "Polish": "Zażółć gęślą jaźń, wynagrodzenie zasadnicze 12 500 zł",
    "Czech": "Příliš žluťoučký kůň úpěl ďábelské ódy",
    "Turkish": "Pijamalı hasta yağız şoföre çabucak güvendi, İstanbul ığdır",
    "Vietnamese": "Lương cơ bản là điều đầu tiên tôi muốn nói đến",
    "Greek": "Ο βασικός μισθός είναι το πρώτο θέμα· ἄνθρωπος",
    "Russian": "Съешь ещё этих мягких французских булок",
    "Ukrainian": "Ґава з'їла їжу, є ще п'ять днів відпустки",
    "Georgian": "ხელფასი არის პირველი თემა",
    "Hindi": "मूल वेतन पहला विषय है क्षत्रिय",
    "Thai": "เงินเดือนเป็นเรื่องแรกที่ไม่ได้คุยกัน",
    "Marks without a letter of their own": "q\u0302 x\u0304 n\u0308 mean",
}


def page(*texts: str, bold: bool = False) -> Document:
    blocks = tuple(Paragraph(plain(text, bold=bold)) for text in texts)
    return Document("Title", "en", "", (), blocks, False, "", one_page=True)


def ordered(text: str) -> str:
    """Read back text without the marks by which a reader says which way it goes."""
    bare = re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)
    return " ".join(unicodedata.normalize("NFKC", bare).split())


def shown(line: SetLine) -> list[str]:
    return [piece.text for piece in line.pieces]


@pytest.mark.parametrize("language", sorted(READABLE))
@pytest.mark.parametrize("bold", [False, True])
def test_what_reads_from_the_left_comes_back_letter_for_letter(language: str, bold: bool, read: Any) -> None:
    text = READABLE[language]
    rendered = render(page(text, bold=bold))
    assert rendered.missing_glyphs == ()
    assert unicodedata.normalize("NFKC", text) in ordered(read(rendered.bytes))


@pytest.mark.parametrize("text", [HEBREW, ARABIC, f"{HEBREW} 2026", f"We say {HEBREW} here", "אני רוצה 85,000 לשנה"])
def test_what_reads_from_the_right_comes_back_in_the_order_of_reading(text: str, tool: Callable[..., str]) -> None:
    found = ordered(tool(render(page(text)).bytes, "pdftotext", after=("-",)))
    # The reader itself loses or moves spaces where the direction changes.
    assert text.replace(" ", "") in found.replace(" ", "")


def test_a_wrapped_paragraph_is_read_line_by_line_from_the_top(tool: Callable[..., str]) -> None:
    words = [f"{word}" for _ in range(12) for word in HEBREW.split()]
    text = tool(render(page(" ".join(words))).bytes, "pdftotext", after=("-",))
    assert sum(any("א" <= letter <= "ת" for letter in line) for line in text.splitlines()) > 3
    assert " ".join(words) in ordered(text)


def test_a_paragraph_from_the_right_stands_at_the_right() -> None:
    setter = Setter()
    lines = setter.lines((Run(ARABIC * 3),), 10, 200)
    assert all(line.to_left for line in lines)
    assert all(line.width <= 200 for line in lines)
    assert not setter.lines((Run("to the right"),), 10, 200)[0].to_left


def test_a_fact_from_the_right_stands_below_its_name_and_a_cell_where_reading_begins(tool: Callable[..., str]) -> None:
    table = Table((Column("What", 1), Column("Figure", 1, Align.RIGHT)), (Row((plain("שכר"), plain("בסיס"))),))
    fact = Line((Run("חיפה"),), "Employer")
    content = render(Document("Title", "en", "", (fact,), (table,), False, "", one_page=True)).bytes
    found = re.findall(
        r'xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>(\w+)', tool(content, "pdftotext", "-bbox", after=("-",))
    )
    # This output gives letters as they stand, from left to right.
    left = {word if word.isascii() else word[::-1]: float(start) for start, _, word in found}
    right = {word if word.isascii() else word[::-1]: float(end) for _, end, word in found}
    assert left["Employer"] == pytest.approx(left["חיפה"], abs=2)
    assert 280 < right["שכר"] < 300
    assert right["בסיס"] == pytest.approx(right["Figure"], abs=2)


def test_dots_of_a_list_stand_where_reading_begins(tool: Callable[..., str]) -> None:
    blocks = (Bullets((plain("Latin words"), plain(HEBREW))),)
    content = render(Document("Title", "en", "", (), blocks, False, "", one_page=True)).bytes
    left = [float(x) for x in re.findall(r'xMin="([\d.]+)"[^>]*>•', tool(content, "pdftotext", "-bbox", after=("-",)))]
    assert left[0] < 50
    assert left[1] > 540


def test_words_of_both_directions_share_a_line_in_the_right_places() -> None:
    (line,) = Setter().lines((Run("We say "), Run("שלום עולם", bold=True), Run(" twice")), 10, 500)
    assert shown(line) == ["We say", " ", "שלום עולם", " twice"]
    (line,) = Setter().lines((Run("מחיר "), Run("fifty", bold=True), Run(" שקלים חדשים")), 10, 500)
    assert shown(line) == [" שקלים חדשים", "fifty", " ", "מחיר"]


def glyphs(text: str, to_left: bool = True) -> list[int]:
    shaper = Shaper()
    shaped = shaper.shape(text, face(), to_left)
    return [shaper.stand_ins[face().name][one].glyph for stretch in shaped.stretches for one in stretch.text]


def test_arabic_letters_join_and_change_with_their_place() -> None:
    alone, first, middle, last = glyphs("ب"), glyphs("بب")[-1:], glyphs("ببب")[1:2], glyphs("بب")[:1]
    assert len({*alone, *first, *middle, *last}) == 4
    assert len(glyphs("لا")) == 1


def test_marks_stand_on_their_letters_and_brackets_open_the_other_way() -> None:
    shaped = Shaper().shape("בָּ", face(), True)
    assert len(shaped.stretches) > 1
    assert glyphs("(", to_left=True) == glyphs(")", to_left=False)


def test_scripts_are_parted_so_that_each_is_set_by_its_own_rules() -> None:
    both = glyphs("नमस्ते ไม่ได้", to_left=False)
    assert both == glyphs("नमस्ते ", to_left=False) + glyphs("ไม่ได้", to_left=False)
    assert glyphs("אב ابت") == glyphs("ابت") + glyphs("אב ")


@pytest.mark.parametrize("text", ["plain", "déjà vu", "Ελληνικά", "Привіт", "日本"])
def test_most_text_needs_none_of_this(text: str) -> None:
    assert not needs_shaping(text)


def test_a_shortened_paragraph_ends_where_reading_ends() -> None:
    lines = Setter().lines((Run(HEBREW * 9),), 10, 120, limit=2)
    assert lines[-1].ended
    assert lines[-1].to_left
    assert lines[-1].width <= 120
    assert shown(lines[-1])[0].endswith("…")
    assert Setter().lines((Run("אבגדה " * 9),), 10, 1, limit=1)[0].ended
    assert shown(Setter().lines((Run("אבג, דהו"),), 10, 26, limit=1)[0])[0] == "אבג…"


@pytest.mark.parametrize("text", ["ببب" * 3000, "q\u0302" * 500, "שָׁ" * 500])
def test_a_word_without_end_is_cut_to_the_width_and_marks_stay(text: str) -> None:
    lines = Setter().lines((Run("first " + text),), 9, 200)
    assert "".join("".join(shown(line)) for line in lines).replace("first", "").strip() == text
    assert all(line.width <= 200.01 for line in lines)
    assert not any(unicodedata.combining(shown(line)[0][0]) for line in lines)


def test_letters_that_are_wider_together_than_alone_go_to_the_next_line_with_their_marks() -> None:
    letters = "אבָּגד"
    chunk = Chunk(((letters, face()),), 10_000.0, False, (1,) * (len(letters) + 1), 1)
    cut = list(broken((chunk,), 3000.0, lambda part: 1500.0 * len(part.pieces)))
    assert ["".join(text for text, _ in part.pieces) for line in cut for part in line] == ["א", "בָּ", "גד"]


def test_figures_in_columns_keep_their_width_beside_other_letters() -> None:
    wide = {Shaper().shape(f"ก{digit}", face(tabular=True), False).width for digit in "0123456789"}
    own = {Shaper().shape(f"ก{digit}", face(), False).width for digit in "0123456789"}
    assert (len(wide), len(own) > 1) == (1, True)


def test_another_reader_finds_the_letters_too_and_no_private_character() -> None:
    content = render(page(ARABIC, HEBREW, *READABLE.values())).bytes
    text = unicodedata.normalize("NFKC", pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text())
    assert set(ARABIC.split()) | set(HEBREW.split()) <= set(text.split())
    assert not any(unicodedata.category(letter) == "Co" for letter in text)


def test_the_same_letters_give_the_same_bytes_whatever_was_set_before() -> None:
    first = render(page(ARABIC)).bytes
    render(page(HEBREW, READABLE["Thai"]))
    assert render(page(ARABIC)).bytes == first

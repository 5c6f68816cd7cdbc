from __future__ import annotations

import io

import pytest
from fontTools.ttLib import TTFont
from reportlab import rl_config

from counteroffer.documents.pdf import fonts


@pytest.mark.parametrize("bold", [False, True])
def test_figures_in_columns_have_one_width_and_those_in_text_their_own(bold: bool) -> None:
    digits = [ord(digit) for digit in "0123456789"]
    in_column = {fonts.face(bold, tabular=True).widths[digit] for digit in digits}
    in_text = {fonts.face(bold).widths[digit] for digit in digits}
    assert len(in_column) == 1
    assert len(in_text) > 1


def test_the_tabular_font_draws_the_tabular_glyphs_and_bears_another_name() -> None:
    made = TTFont(io.BytesIO(fonts.with_tabular_figures(fonts.file_bytes(), "Tab-Test")))
    assert made.getBestCmap()[ord("1")] == "one.tf"
    assert made["name"].getDebugName(6) == "Tab-Test"


def test_the_same_face_is_read_once() -> None:
    assert fonts.face(True) is fonts.face(True)


def test_no_unembedded_font_can_be_the_base_font() -> None:
    name = fonts.prepare()
    assert name == "FiraGO-Regular"
    assert rl_config.canvas_basefontname == rl_config.defaultGraphicsFontName == name

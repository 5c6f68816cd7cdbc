"""The sheet with the recovery code: the code exactly, where it belongs, and nothing else that could give away more."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from counteroffer.documents.make import recovery_pdf
from counteroffer.documents.pdf.result import Page
from counteroffer.translations import translator
from tests.documents.samples import TODAY

CODE = "K7PQ-2M4X-9TRW-HC3D-VN8F-6YJB"


@pytest.mark.parametrize(
    ("language", "asked"), [("en", "Recovery code"), ("de", "Wiederherstellungscode"), ("es", "Código de recuperación")]
)
@pytest.mark.parametrize("page", ["A4", "Letter"])
def test_the_sheet_says_the_code_and_what_it_opens(
    read: Callable[[bytes], str], language: str, asked: str, page: Page
) -> None:
    sheet = recovery_pdf(CODE, "Żółw's papers", TODAY, language, page=page, translate=translator(language))
    assert sheet.pages == 1
    assert sheet.missing_glyphs == ()
    text = read(sheet.bytes)
    assert CODE in text
    assert asked in text
    assert "Żółw's papers" in text

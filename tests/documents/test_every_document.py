"""Any workbook whatever gives every document, and no letter of it shows what is private."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from counteroffer.documents.make import (
    PAGES,
    agreement_pdf,
    brief_pdf,
    letter_eml,
    letter_pdf,
    letter_text,
    side_by_side_pdf,
    whole_workbook_pdf,
)
from counteroffer.domain.agreement import LetterKind
from counteroffer.domain.workbook import Workbook
from tests.documents.samples import TODAY
from tests.strategies import workbooks


@given(workbook=workbooks(), page=st.sampled_from(PAGES), kind=st.sampled_from(LetterKind))
@settings(max_examples=12)
def test_every_document_is_made_of_any_workbook(workbook: Workbook, page: Any, kind: LetterKind) -> None:
    assert brief_pdf(workbook, TODAY, page=page).pages == 1
    assert brief_pdf(workbook, TODAY, page=page, shareable=True).pages == 1
    for make in (agreement_pdf, whole_workbook_pdf, side_by_side_pdf):
        assert make(workbook, TODAY, page=page).pages >= 1
    for drafted in (False, True):
        assert letter_pdf(workbook, kind, TODAY, page=page, drafted=drafted).pages >= 1
        assert letter_text(workbook, kind, TODAY, drafted=drafted).endswith("\n")
        assert letter_eml(workbook, kind, TODAY, drafted=drafted).startswith(b"X-Unsent: 1\r\n")

"""PDF that comes from anywhere: the workbook inside is found, and everything else is refused by a plain sentence."""

from __future__ import annotations

import contextlib
import io
import subprocess
import sys
import zlib
from pathlib import Path

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counteroffer.documents import carried
from counteroffer.documents.carried import portable_of
from counteroffer.documents.make import OwnPaper, own_copy_pdf
from counteroffer.domain.errors import BadInput
from counteroffer.domain.workbook import Workbook, from_plain
from tests.documents.samples import TODAY, rich

PORTABLE = b'{"format": "counteroffer", "title": "zq secret"}'
OWN = own_copy_pdf(OwnPaper.BRIEF, from_plain(rich()), TODAY, PORTABLE).bytes


def refused(content: bytes) -> str:
    with pytest.raises(BadInput) as problem:
        portable_of(content)
    assert "Nothing was changed." in problem.value.sentence
    assert "secret" not in problem.value.sentence
    return problem.value.sentence


def _saved(writer: pypdf.PdfWriter) -> bytes:
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def _made(file: bytes, name: str = "workbook.counteroffer") -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_attachment(name, file)
    return _saved(writer)


def test_what_is_no_pdf_stays_as_it_is() -> None:
    for content in (b"", PORTABLE, b"\x00\xff", b"x" * 2000 + b"%PDF-"):
        assert portable_of(content) is content


def test_the_workbook_is_found_in_what_other_programs_saved() -> None:
    assert portable_of(OWN) == PORTABLE
    assert portable_of(b"\n\n junk before \n" + OWN) == PORTABLE
    again = pypdf.PdfWriter(clone_from=io.BytesIO(OWN))
    again.compress_identical_objects()
    assert portable_of(_saved(again)) == PORTABLE
    assert portable_of(_made(PORTABLE)) == PORTABLE


def test_it_is_found_in_a_tree_of_names() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(_made(PORTABLE)))
    names = writer._root_object["/Names"]["/EmbeddedFiles"]  # type: ignore[index]
    leaf = pypdf.generic.DictionaryObject({pypdf.generic.NameObject("/Names"): names["/Names"]})  # type: ignore[index]
    del names["/Names"]  # type: ignore[attr-defined]
    names[pypdf.generic.NameObject("/Kids")] = pypdf.generic.ArrayObject([writer._add_object(leaf)])  # type: ignore[index]
    assert portable_of(_saved(writer)) == PORTABLE


def test_other_files_inside_are_none_of_ours() -> None:
    assert "no workbook inside" in refused(_made(b"x", "invoice.xml"))
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    assert "no workbook inside" in refused(_saved(writer))


def test_a_locked_pdf_says_so() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(OWN))
    writer.encrypt("word", algorithm="RC4-128")
    assert "password" in refused(_saved(writer))


def test_a_tree_that_bites_its_tail_comes_to_an_end() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(_made(b"x", "other.txt")))
    names = writer._root_object["/Names"]["/EmbeddedFiles"]  # type: ignore[index]
    loop = writer._add_object(names.get_object())
    names[pypdf.generic.NameObject("/Kids")] = pypdf.generic.ArrayObject([loop])  # type: ignore[index]
    assert "no workbook inside" in refused(_saved(writer))


def test_too_large_is_refused_before_it_fills_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = OWN.replace(zlib.compress(PORTABLE), zlib.compress(b"0" * 80_000_000))
    assert bomb != OWN
    assert "damaged" in refused(bomb)
    packed = own_copy_pdf(OwnPaper.BRIEF, Workbook(), TODAY, b"0" * 1_000_000).bytes
    monkeypatch.setattr(carried, "LARGEST", 500_000)
    assert len(packed) < carried.LARGEST
    assert "The workbook in this PDF is larger" in refused(packed)
    monkeypatch.setattr(carried, "LARGEST", len(OWN) - 1)
    assert "This PDF is larger" in refused(OWN)


@given(st.integers(0, len(OWN)))
def test_a_pdf_that_ends_too_soon_gives_the_workbook_or_a_sentence(end: int) -> None:
    _whole_or_refused(OWN[:end])


@given(st.lists(st.tuples(st.integers(0, len(OWN) - 1), st.integers(0, 255)), min_size=1, max_size=40))
def test_a_pdf_with_wrong_bytes_gives_the_workbook_or_a_sentence(changes: list[tuple[int, int]]) -> None:
    content = bytearray(OWN)
    for place, byte in changes:
        content[place] = byte
    _whole_or_refused(bytes(content))


def _whole_or_refused(content: bytes) -> None:
    """Bytes may come out changed, which the workbook's own checksum finds; an error of another kind may not."""
    with contextlib.suppress(BadInput):
        portable_of(content)


def test_being_able_to_read_pdf_costs_nothing_until_one_is_read() -> None:
    script = "import sys, counteroffer.documents.carried; print('pypdf' in sys.modules)"
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.strip() == "False"

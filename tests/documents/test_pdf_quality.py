"""The files themselves: sound, embedded, the same every time, and deaf to what a text might try to command."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pypdf
import pytest

from counteroffer.documents.content.blocks import Line
from counteroffer.documents.content.brief import brief
from counteroffer.documents.content.format import locale_of
from counteroffer.documents.content.shareable import shareable_view
from counteroffer.documents.content.shared_brief import shareable_brief
from counteroffer.documents.make import PAGES, agreement_pdf, brief_pdf, warm_up
from counteroffer.documents.pdf.result import Rendered
from counteroffer.domain.workbook import Workbook, from_plain
from tests.documents.conftest import squeezed
from tests.documents.samples import TODAY, rich

ROOT = Path(__file__).parents[2]
HOSTILE = (
    '<b>bold</b> &amp; <img src="file:///etc/passwd"/> <para> </para> {braces} %s <font color=red> '
    "\u202egnp.exe\u202c ✓ 中文 😀 שלום مرحبا \ufeff"
)
MAKERS: dict[str, Callable[..., Rendered]] = {
    "brief": brief_pdf,
    "shareable": lambda workbook, today, **more: brief_pdf(workbook, today, shareable=True, **more),
    "agreement": agreement_pdf,
}


@pytest.fixture(params=sorted(MAKERS))
def make(request: pytest.FixtureRequest) -> Callable[..., Rendered]:
    return MAKERS[request.param]


@pytest.mark.parametrize("page", PAGES)
def test_the_file_is_sound_and_every_font_is_in_it(make: Any, page: Any, workbook: Workbook, tool: Any) -> None:
    content = make(workbook, TODAY, page=page).bytes
    tool(content, "qpdf", "--check")
    rows = tool(content, "pdffonts").splitlines()[2:]
    assert rows
    for row in rows:
        name, *_rest = row.split()
        assert "+FiraGO" in name
        assert row.split()[-5:-2] == ["yes", "yes", "yes"]


@pytest.mark.parametrize("page", PAGES)
def test_the_same_workbook_gives_the_same_bytes(make: Any, page: Any, workbook: Workbook) -> None:
    first = make(workbook, TODAY, page=page).bytes
    assert make(from_plain(rich()), TODAY, page=page).bytes == first


def test_another_process_gives_the_same_bytes(workbook: Workbook) -> None:
    script = (
        "import hashlib; from tests.documents.samples import TODAY, rich;"
        "from counteroffer.documents.make import brief_pdf; from counteroffer.domain.workbook import from_plain;"
        "print(hashlib.sha256(brief_pdf(from_plain(rich()), TODAY).bytes).hexdigest())"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == hashlib.sha256(brief_pdf(workbook, TODAY).bytes).hexdigest()


def test_several_threads_do_not_disturb_each_other(workbook: Workbook) -> None:
    alone = [maker(workbook, TODAY).bytes for maker in MAKERS.values()]
    with ThreadPoolExecutor(4) as pool:
        jobs = [pool.submit(maker, workbook, TODAY) for maker in (*MAKERS.values(), *MAKERS.values())]
    assert [job.result().bytes for job in jobs] == [*alone, *alone]


def test_the_file_says_what_it_is_in_which_language_and_names_no_author(make: Any, workbook: Workbook) -> None:
    reader = pypdf.PdfReader(io.BytesIO(make(workbook, TODAY).bytes))
    assert reader.metadata is not None
    assert reader.metadata.title
    assert reader.metadata.subject == "Operations analyst · Harbour & Hill Ltd"
    assert reader.metadata.creator == "Counteroffer"
    assert reader.metadata.author is None
    assert str(reader.root_object["/Lang"]) == "en-GB"
    assert "/DisplayDocTitle" in str(reader.root_object["/ViewerPreferences"])


def test_the_sections_are_bookmarks_below_the_title(workbook: Workbook) -> None:
    reader = pypdf.PdfReader(io.BytesIO(brief_pdf(workbook, TODAY).bytes))
    outline: Any = reader.outline
    title, sections = outline
    assert title["/Title"] == "Negotiation brief"
    assert [one["/Title"] for one in sections][:2] == ["What I say first", "What I ask for"]


@pytest.mark.parametrize(("page", "box"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_paper_has_its_size(make: Any, page: Any, box: tuple[int, int], workbook: Workbook) -> None:
    shape = pypdf.PdfReader(io.BytesIO(make(workbook, TODAY, page=page).bytes)).pages[0].mediabox
    assert (round(shape.width), round(shape.height)) == box


def test_only_the_private_brief_says_that_it_is_private_and_it_does_twice(workbook: Workbook, read: Any) -> None:
    assert read(brief_pdf(workbook, TODAY).bytes).count("Private: for your eyes only") == 2
    assert "Private" not in read(brief_pdf(workbook, TODAY, shareable=True).bytes)
    assert "Private" not in read(agreement_pdf(workbook, TODAY).bytes)


@pytest.mark.parametrize("language", ["de", "pl", "fr", "el", "uk", "he", "ar", "vi", "zh", "xx"])
def test_every_language_gives_a_document(make: Any, language: str) -> None:
    plain = rich()
    plain["situation"]["language"] = language
    assert make(from_plain(plain), TODAY).pages >= 1


def test_words_pass_through_the_translator(make: Any, workbook: Workbook, read: Any) -> None:
    asked: list[str] = []

    def translate(message: str) -> str:
        asked.append(message)
        return f"«{message}»"

    text = read(make(workbook, TODAY, translate=translate).bytes)
    assert "«Employer»" in text
    assert len(set(asked)) > 20


def test_what_looks_like_a_command_is_printed_as_it_was_typed(make: Any, read: Any, tool: Any) -> None:
    plain = rich()
    plain["situation"] |= {"employer": HOSTILE, "why_role": HOSTILE + "\u2028\u2029", "your_name": HOSTILE}
    plain["terms"][1]["name"] = HOSTILE
    plain["terms"][1]["agreed"]["wording"] = HOSTILE
    plain["terms"][1]["justification"]["reasons"][0]["statement"] = HOSTILE
    rendered = make(from_plain(plain), TODAY)
    text = read(rendered.bytes)
    assert "<b>bold</b> &amp; <img" in text
    assert "gnp.exe" in text
    assert "root:" not in text
    assert {"中", "文", "😀"} <= set(rendered.missing_glyphs)
    tool(rendered.bytes, "qpdf", "--check")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("shareable", [False, True])
def test_every_word_comes_back_from_the_page_or_is_named_as_left_out(page: Any, shareable: bool, read: Any) -> None:
    workbook = from_plain(rich())
    rendered = brief_pdf(workbook, TODAY, page=page, shareable=shareable)
    text = "".join(read(rendered.bytes).split())
    view = shareable_view(workbook)
    document = shareable_brief(view, str, locale_of("en_GB"), TODAY) if shareable else brief(workbook, TODAY, str)
    named = {name.removesuffix(" (shortened)") for name in rendered.left_out}
    lost = [
        line.text
        for line in lines_of(document)
        if line.name not in named and "".join(squeezed(line.text).split()) not in text
    ]
    assert lost == []


def lines_of(thing: Any) -> Iterator[Line]:
    if isinstance(thing, Line):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from lines_of(one)
    elif dataclasses.is_dataclass(thing):
        for field in dataclasses.fields(thing):
            yield from lines_of(getattr(thing, field.name))


def test_what_a_page_cannot_show_is_named_on_it(workbook: Workbook, read: Any) -> None:
    plain = rich()
    plain["situation"]["why_role"] = "中 😀 done ✓"
    text = read(brief_pdf(from_plain(plain), TODAY).bytes)
    assert "[U+4E2D] [grinning face] done [x]" in text


def test_making_paper_possible_costs_nothing_until_paper_is_made() -> None:
    heavy = ("reportlab", "fontTools", "babel", "pymupdf_fonts", "PIL", "pydantic")
    script = f"import sys, counteroffer.documents.make; print([n for n in {heavy!r} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_warming_up_is_possible_on_any_thread() -> None:
    with ThreadPoolExecutor(1) as pool:
        pool.submit(warm_up).result()

"""The handbook: every page is whole, every link leads somewhere, and what it says of keys and commands is so."""

from __future__ import annotations

import argparse
import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from counteroffer import resources
from counteroffer.cli.arguments import parser
from counteroffer.method.guidance import points
from counteroffer.translations import translator
from counteroffer.ui.context import UiContext
from counteroffer.ui.help import handbook as book
from counteroffer.ui.help.dressing import plain_text
from counteroffer.ui.help.handbook import CHAPTERS, HelpPage, handbook, written
from counteroffer.ui.help.markdown import plain
from counteroffer.ui.tabs import PAGES
from tests.ui.pseudo import CLOSE, OPEN

LINK = re.compile(r"(?<!\\)\]\(([^)]+)\)")
OUTSIDE = re.compile(r"<(https://[^>]+)>")
HEADING = re.compile(r"^#+ ", re.MULTILINE)
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
SOURCE = resources.path().parent / "src" / "counteroffer"


@pytest.fixture
def actions(qapp: QApplication) -> list[QAction]:
    """Some of an app's window, one of them without keys."""
    made = [QAction("&New workbook"), QAction("Undo"), QAction("Nothing")]
    made[0].setShortcuts(["Ctrl+N"])
    made[1].setShortcuts(["Ctrl+Z", "Ctrl+,"])
    return made


def all_pages(ctx: UiContext, actions: list[QAction]) -> dict[str, HelpPage]:
    return {page.address: page for chapter in handbook(ctx, actions, actions[:1]) for page in chapter.pages}


def test_every_page_has_a_title_and_words_and_stands_in_the_contents(ctx: UiContext, actions: list[QAction]) -> None:
    pages = all_pages(ctx, actions)
    files = {file.stem for file in resources.path("help", "en").glob("*.md")}
    assert files == {address for _title, addresses in CHAPTERS for address in addresses}
    assert set(pages) == files | {f"point:{one.id}" for one in points()}
    for page in pages.values():
        assert page.title, page.address
        assert len(plain_text(page.text).split()) > 20, page.address


def test_every_link_leads_to_a_page_or_does_something(ctx: UiContext, actions: list[QAction]) -> None:
    pages = all_pages(ctx, actions)
    dead = [
        (page.address, address)
        for page in pages.values()
        for address in LINK.findall(page.text)
        if address not in pages and address != "do:tour"
    ]
    assert dead == []
    outside = {address for page in pages.values() for address in OUTSIDE.findall(page.text)}
    assert "https://www.sqlite.org" in outside


def test_each_page_of_the_workbook_has_one_and_leads_to_all_its_points(ctx: UiContext, actions: list[QAction]) -> None:
    pages = all_pages(ctx, actions)
    of_tab = {page.parent for page in pages.values() if page.parent}
    assert of_tab == {tab.id for tab in PAGES}
    for page in pages.values():
        if page.parent:
            assert f"({page.address})" in pages[page.parent].text


def test_a_point_says_all_that_the_guide_says(ctx: UiContext, actions: list[QAction]) -> None:
    pages = all_pages(ctx, actions)
    for point in points():
        read = " ".join(plain_text(pages[f"point:{point.id}"].text).split())
        for said in (point.do, point.why, point.example, point.open, point.done, point.not_needed):
            assert " ".join(said.split()) in read, point.id


def test_what_is_named_in_bold_is_called_so_in_the_app() -> None:
    visible = re.sub(r'"\s*\n\s*"', "", "\n".join(file.read_text(encoding="utf-8") for file in SOURCE.rglob("*.py")))
    unknown = []
    for file in resources.path("help", "en").glob("*.md"):
        if file.stem != "words":  # there it is the words explained
            labels = (" ".join(one.split()) for one in BOLD.findall(file.read_text(encoding="utf-8")))
            unknown += [(file.stem, label) for label in labels if f'"{label}"' not in visible]
    assert unknown == []


def test_the_keys_are_those_of_the_commands(ctx: UiContext, actions: list[QAction]) -> None:
    read = plain_text(all_pages(ctx, actions)["keys"].text)
    assert "New workbook" in read
    assert "Ctrl+Z, Ctrl+," in read
    assert "Nothing" not in read


def test_every_command_stands_on_the_page_of_the_command_line() -> None:
    page = written("en", "command_line")
    (commands,) = (one for one in parser()._actions if isinstance(one, argparse._SubParsersAction))
    assert [name for name in commands.choices if f"`counteroffer {name}" not in page] == []
    named = set(re.findall(r"`counteroffer ([a-z-]+)", page))
    assert named <= set(commands.choices)


def test_a_page_comes_in_the_language_of_the_app_and_else_in_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for language, words in (("en", "# English"), ("de", "# Deutsch")):
        (tmp_path / "help" / language).mkdir(parents=True)
        (tmp_path / "help" / language / "offer.md").write_text(words, encoding="utf-8")
    (tmp_path / "help" / "en" / "keys.md").write_text("# Keys", encoding="utf-8")
    monkeypatch.setattr(resources, "root", lambda: tmp_path)
    assert book.written("de", "offer") == "# Deutsch"
    assert book.written("es", "offer") == "# English"
    assert book.written("de", "keys") == "# Keys"


def test_a_page_that_is_not_translated_says_so_in_the_language_of_the_app(
    ctx: UiContext, actions: list[QAction], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book, "is_written", lambda language, address: language == "en" or address != "offer")
    pages = all_pages(replace(ctx, language="de", translate=translator("de")), actions)
    assert plain_text(pages["offer"].text).startswith("Diese Seite ist noch nicht übersetzt.")
    assert "übersetzt" not in pages["first_steps"].text
    assert "translated" not in all_pages(ctx, actions)["offer"].text


@pytest.mark.parametrize("language", ["de", "es"])
def test_every_page_is_translated_and_names_and_links_what_the_english_one_does(language: str) -> None:
    words = translator(language)
    for file in resources.path("help", "en").glob("*.md"):
        assert book.is_written(language, file.stem), file.stem
        here, there = written(language, file.stem), written("en", file.stem)
        assert LINK.findall(here) == LINK.findall(there), file.stem
        assert OUTSIDE.findall(here) == OUTSIDE.findall(there), file.stem
        assert HEADING.findall(here) == HEADING.findall(there), file.stem
        named = [" ".join(one.split()).casefold() for one in BOLD.findall(here)]
        called = [" ".join(one.split()) for one in BOLD.findall(there)]
        assert len(named) == len(called), file.stem
        # Where words are explained, each language has an order of its own.
        beside = [set(named)] * len(named) if file.stem == "words" else [{label} for label in named]
        wrong = [
            label
            for label, found in zip(called, beside, strict=True)
            if words(label) != label and words(label).casefold() not in found
        ]
        assert wrong == [], file.stem


def test_what_the_pages_are_made_of_is_translated(ctx: UiContext, actions: list[QAction]) -> None:
    marked = replace(ctx, translate=lambda text: f"{OPEN}{text}{CLOSE}")
    made = all_pages(marked, actions)["point:M01"]
    assert made.title.startswith(OPEN)
    bare = [line for line in plain_text(made.text).splitlines() if line.strip() and OPEN not in line]
    assert bare == []


def test_no_sign_in_a_text_is_taken_for_markup() -> None:
    text = "1. a * b_c_ [d](e) <f> #g | `h` ~i~ & j\\k"
    assert plain_text(f"# t\n\n{plain(text)}").strip() == text

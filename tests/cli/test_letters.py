"""Letters and the longer papers from the command line."""

from __future__ import annotations

import io
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import CommandLine, Outcome


@pytest.fixture
def sample(cli: CommandLine) -> str:
    return cli("sample").out.strip()


@pytest.mark.parametrize("kind", ["proposal", "more_time", "follow_up", "decline", "their_decline"])
def test_a_letter_is_written_as_its_file_is_called(cli: CommandLine, sample: str, kind: str, tmp_path: Path) -> None:
    files = {ending: tmp_path / f"letter.{ending}" for ending in ("pdf", "txt", "eml")}
    for file in files.values():
        outcome = cli("letter", sample, "--kind", kind, "--draft", "-o", file)
        assert (outcome.code, outcome.out.splitlines()[0], outcome.err) == (0, str(file), "")
    text = files["txt"].read_text(encoding="utf-8")
    assert "Dear Tamsin Orrel,\n" in text
    mail = message_from_bytes(files["eml"].read_bytes(), policy=policy.default)
    assert mail["Subject"] == text.splitlines()[0]
    assert mail["To"].addresses[0].addr_spec == "tamsin.orrel@marrowmere.example"
    assert mail.get_content().replace("\r\n", "\n") == text.split("\n\n", 1)[1]
    reader = PdfReader(io.BytesIO(files["pdf"].read_bytes()))
    assert "Ines Halloran" in reader.pages[0].extract_text()


def test_own_words_are_taken_unless_the_draft_is_wanted(cli: CommandLine, sample: str, tmp_path: Path) -> None:
    own = next(one for one in cli.workbook(sample).agreement.letters if one.kind == "proposal")
    file = tmp_path / "letter"
    assert cli("letter", sample, "--kind", "proposal", "--format", "txt", "-o", file) == Outcome(0, f"{file}\n", "")
    assert own.body.strip() in file.read_text(encoding="utf-8")
    told = cli("--json", "letter", sample, "--kind", "proposal", "--format", "txt", "--draft", "-o", file)
    assert told.json == {"path": str(file)}
    assert "I am open to other ways" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(("command", "page"), [("whole", "Letter"), ("compare", "A4"), ("letter", "Letter")])
def test_papers_have_their_size(cli: CommandLine, sample: str, command: str, page: str, tmp_path: Path) -> None:
    file = tmp_path / "paper.PDF"
    more = ("--kind", "follow_up") if command == "letter" else ()
    assert cli(command, sample, *more, "--page", page, "-o", file).code == 0
    first = PdfReader(io.BytesIO(file.read_bytes())).pages[0]
    assert round(float(first.mediabox.width)) == {"A4": 595, "Letter": 612}[page]


def test_a_letter_that_cannot_be_told_is_refused(cli: CommandLine, sample: str, tmp_path: Path) -> None:
    refusals = {
        ("--kind", "proposal", "-o", str(tmp_path / "letter.doc")): "--format pdf, txt or eml",
        ("--kind", "proposal", "-o", str(tmp_path / "letter")): "--format pdf, txt or eml",
        ("--kind", "poem", "-o", str(tmp_path / "letter.txt")): "--kind",
        ("-o", str(tmp_path / "letter.txt")): "--kind",
        ("--kind", "proposal", "--format", "doc", "-o", str(tmp_path / "letter.txt")): "--format",
    }
    for words, said in refusals.items():
        assert said in cli.refused(2, "letter", sample, *words)
    assert list(tmp_path.glob("letter*")) == []
    cli.refused(2, "letter", "nowhere", "--kind", "proposal", "-o", tmp_path / "letter.txt")
    cli.refused(2, "letter", sample, "--kind", "decline", "-o", cli.folder / "letter.txt")
    cli.refused(2, "letter", sample, "--kind", "decline", "-o", tmp_path / "nowhere" / "letter.eml")


@pytest.mark.parametrize("command", ["brief", "agreement", "whole", "compare"])
def test_an_own_copy_has_the_workbook_inside_and_can_be_imported(
    cli: CommandLine, filled: str, command: str, tmp_path: Path
) -> None:
    paper, portable = tmp_path / "own.pdf", tmp_path / "w.counteroffer"
    assert cli(command, filled, "--with-workbook", "-o", paper).code == 0
    cli("export", filled, "-o", portable)
    inside = PdfReader(io.BytesIO(paper.read_bytes())).attachments
    assert [content for found in inside.values() for content in found] == [portable.read_bytes()]
    other = cli("--archive", tmp_path / "other", "import", paper)
    assert (other.code, other.out.strip()) == (0, filled)
    assert cli("--archive", tmp_path / "other", "--json", "show", filled).out == portable.read_text(encoding="utf-8")
    assert cli(command, filled, "-o", paper).code == 0
    assert not PdfReader(io.BytesIO(paper.read_bytes())).attachments


def test_a_paper_to_hand_over_never_has_it(cli: CommandLine, filled: str, tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    refused = cli("brief", filled, "--shareable", "--with-workbook", "-o", paper)
    assert refused.code == 2
    assert "never has the workbook inside" in refused.err
    assert cli("letter", filled, "--kind", "decline", "--with-workbook", "-o", paper).code == 2
    assert not paper.exists()


def test_a_paper_without_a_workbook_is_not_taken_in(cli: CommandLine, filled: str, tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    cli("brief", filled, "-o", paper)
    refused = cli("import", paper)
    assert (refused.code, refused.out) == (2, "")
    assert "no workbook inside" in refused.err

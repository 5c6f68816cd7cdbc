"""What can be written behind `counteroffer`. `--archive` and `--json` may stand before or after the command."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NoReturn

from counteroffer import __version__
from counteroffer.domain.agreement import LetterKind
from counteroffer.domain.errors import BadInput

LETTER_FORMATS = ("pdf", "txt", "eml")


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are one sentence and no page of usage."""

    def error(self, message: str) -> NoReturn:
        raise BadInput(f'{message[:1].upper()}{message[1:]}. "{self.prog} --help" shows what can be written.')


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    everywhere = _everywhere()
    whole = _Parser(
        prog="counteroffer",
        description="A private, offline workbook for the negotiation of a job offer. Without a command: the window.",
        parents=[everywhere],
        allow_abbrev=False,
    )
    whole.add_argument(
        "--gallery",
        action="store_true",
        default=argparse.SUPPRESS,
        help="show all widgets, for those who build the app",
    )
    whole.add_argument("--version", action="version", version=f"Counteroffer {__version__}")
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", title="commands")

    def command(name: str, says: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=says, description=says, parents=[everywhere], allow_abbrev=False)

    def one_workbook(name: str, says: str) -> argparse.ArgumentParser:
        added = command(name, says)
        added.add_argument("id", metavar="ID", help="the workbook's id, as `list` shows it")
        return added

    def paper(name: str, says: str) -> argparse.ArgumentParser:
        added = one_workbook(name, says)
        _add_output(added)
        added.add_argument("--page", choices=("A4", "Letter"), default="A4", help="the size of the paper (A4)")
        return added

    command("new", "add an empty workbook and print its id").add_argument("--title", default="", help="its title")
    command("sample", "add the sample workbook and print its id")
    command("list", "list all workbooks, the last changed first")
    one_workbook("show", "print a workbook; with --json as the portable file has it")
    one_workbook("check", "say how every point of the method stands, and what to do next")
    paper("brief", "write the one-page brief as PDF").add_argument(
        "--shareable", action="store_true", help="only what may be shown to the other side"
    )
    paper("agreement", "write the summary of the agreed terms as PDF")
    _add_letter(paper("letter", "write a letter as PDF, as plain text, or as a draft for your mail program"))
    paper("whole", "write the whole workbook as PDF, for the shelf; it holds everything, your limits too").add_argument(
        "--attach", action="store_true", help="put the portable file into the PDF"
    )
    paper("compare", "write first offer, best alternative, target and agreed terms side by side as PDF")
    command("import", "take in portable files and print the workbooks' ids").add_argument(
        "files", metavar="FILE", nargs="+", type=Path, help="a .counteroffer file"
    )
    _add_output(one_workbook("terms", "write the terms as a table for a spreadsheet (CSV); it holds your limits"))
    _add_output(one_workbook("export", "write a workbook as a portable file"))
    command("schema", "print the JSON Schema of a portable file")
    one_workbook("apply", "make the edits that come as lines of JSON; print `saved N` after each").add_argument(
        "edits", metavar="EDITS", nargs="?", default="-", help="a file with one edit a line; - for standard input"
    )
    return whole


def _everywhere() -> _Parser:
    """What every command takes. A default here would undo what stood before the command, so there is none."""
    shared = _Parser(add_help=False, argument_default=argparse.SUPPRESS, allow_abbrev=False)
    shared.add_argument("--archive", metavar="DIR", type=Path, help="the archive's folder (your own, if not given)")
    shared.add_argument("--json", action="store_true", help="print JSON for programs")
    return shared


def _add_letter(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--kind", choices=[str(kind) for kind in LetterKind], required=True, help="what the letter is for"
    )
    command.add_argument(
        "--format", choices=LETTER_FORMATS, help="what to write; if not given, the ending of the file's name says it"
    )
    command.add_argument("--draft", action="store_true", help="the app's draft, even where you wrote your own words")


def _add_output(command: argparse.ArgumentParser) -> None:
    command.add_argument("-o", "--output", metavar="F", type=Path, required=True, help="the file to write")

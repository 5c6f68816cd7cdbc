"""What can be written behind `counteroffer`.

`--archive`, `--passphrase-file` and `--json` may stand before or after the command.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NoReturn

from counteroffer import __version__
from counteroffer.cli import searching, shelving
from counteroffer.domain.agreement import LetterKind
from counteroffer.domain.errors import BadInput
from counteroffer.editing.ports import Conflict

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
    searching.add_list(command("list", "list all workbooks, the last changed first"))
    searching.add_search(command("search", "find workbooks by words in any of their texts"))
    one_workbook("show", "print a workbook; with --json as the portable file has it")
    one_workbook("check", "say how every point of the method stands, and what to do next")
    brief = paper("brief", "write the one-page brief as PDF")
    brief.add_argument("--shareable", action="store_true", help="only what may be shown to the other side")
    _add_own_copy(brief)
    _add_own_copy(paper("agreement", "write the summary of the agreed terms as PDF"))
    _add_letter(paper("letter", "write a letter as PDF, as plain text, or as a draft for your mail program"))
    _add_own_copy(
        paper("whole", "write the whole workbook as PDF, for the shelf; it holds everything, your limits too")
    )
    _add_own_copy(paper("compare", "write first offer, best alternative, target and agreed terms side by side as PDF"))
    _add_import(command("import", "take in portable files and print the workbooks' ids"))
    _add_output(one_workbook("terms", "write the terms as a table for a spreadsheet (CSV); it holds your limits"))
    _add_export(command("export", "write a workbook, or all of them, as a portable file"))
    _add_history(one_workbook("history", "list the kept states of a workbook, compare them, go back to one"))
    shelving.add_commands(one_workbook)
    command("statistics", "say what all negotiations that are over came to")
    command("schema", "print the JSON Schema of a portable file")
    one_workbook("apply", "make the edits that come as lines of JSON; print `saved N` after each").add_argument(
        "edits", metavar="EDITS", nargs="?", default="-", help="a file with one edit a line; - for standard input"
    )
    _add_new_passphrase(command("passphrase", "set the archive's passphrase, or another one, or take it away"))
    command("backup", "make a backup of the whole archive and print its name").add_argument(
        "--to", metavar="DIR", type=Path, help="put it into this folder, this once"
    )
    command("backups", "list the backups, the newest first")
    _add_restore(command("restore", "put a backup in the archive's place; prints first what that changes"))
    command("salvage", "bring back what is whole in a damaged archive").add_argument(
        "--yes", action="store_true", help="do it without asking"
    )
    command("verify", "check every page, every kept state and every backup")
    return whole


def _everywhere() -> _Parser:
    """What every command takes. A default here would undo what stood before the command, so there is none."""
    shared = _Parser(add_help=False, argument_default=argparse.SUPPRESS, allow_abbrev=False)
    shared.add_argument("--archive", metavar="DIR", type=Path, help="the archive's folder (your own, if not given)")
    shared.add_argument(
        "--passphrase-file",
        metavar="F",
        type=Path,
        help="a file whose first line is the archive's passphrase or recovery code",
    )
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


def _add_own_copy(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--with-workbook",
        action="store_true",
        help="your own copy, with the portable file inside, so that it can be imported again; never hand it over",
    )


def _add_new_passphrase(command: argparse.ArgumentParser) -> None:
    either = command.add_mutually_exclusive_group()
    either.add_argument(
        "--new-passphrase-file", metavar="F", type=Path, help="a file whose first line is the new passphrase"
    )
    either.add_argument("--remove", action="store_true", help="take the passphrase away")


def _add_import(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "files", metavar="FILE", nargs="+", type=Path, help="a .counteroffer file, or a PDF with one inside"
    )
    command.add_argument(
        "--conflict",
        choices=[choice.value for choice in Conflict],
        default=Conflict.REFUSE.value,
        help="what to do with a workbook that is there already with other content (refuse)",
    )
    command.add_argument(
        "--file-passphrase-file",
        metavar="F",
        type=Path,
        help="a file whose first line is the passphrase of encrypted files, if it is not the archive's",
    )


def _add_export(command: argparse.ArgumentParser) -> None:
    command.add_argument("id", metavar="ID", nargs="?", help="the workbook's id, as `list` shows it")
    command.add_argument(
        "--all", action="store_true", help="every workbook in one file, those put away and in the bin too"
    )
    command.add_argument("--encrypt", action="store_true", help="only who has the passphrase can read it")
    command.add_argument(
        "--new-passphrase-file", metavar="F", type=Path, help="a file whose first line is the passphrase for this file"
    )
    _add_output(command)


def _add_history(command: argparse.ArgumentParser) -> None:
    one = command.add_mutually_exclusive_group()
    one.add_argument("--show", metavar="N", type=int, help="print state N")
    one.add_argument(
        "--compare", metavar="N", type=int, nargs="+", help="what changed from state N to state M, or to today's"
    )
    one.add_argument("--name", metavar=("N", "NAME"), nargs=2, help="give state N a name, so that it is kept for ever")
    one.add_argument("--restore", metavar="N", type=int, help="save state N as the newest; the others stay")


def _add_restore(command: argparse.ArgumentParser) -> None:
    command.add_argument("backup", metavar="NAME", help="a backup's name, as `backups` shows it, or its file")
    command.add_argument("--yes", action="store_true", help="do it without asking")
    command.add_argument(
        "--backup-passphrase-file",
        metavar="F",
        type=Path,
        help="a file whose first line is the passphrase of the backup, if it is not the archive's",
    )


def _add_output(command: argparse.ArgumentParser) -> None:
    command.add_argument("-o", "--output", metavar="F", type=Path, required=True, help="the file to write")

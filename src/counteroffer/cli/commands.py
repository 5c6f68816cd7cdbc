"""What each command does. What is heavy (paper above all) is loaded by the command that needs it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from counteroffer.archive.file.folder import Folder
from counteroffer.archive.store import LocalArchive
from counteroffer.cli import plain_text, searching, shelving
from counteroffer.cli.apply import apply_edits
from counteroffer.cli.arguments import LETTER_FORMATS
from counteroffer.cli.backing_up import back_up, list_backups, restore, verify
from counteroffer.cli.carrying import export, take_in
from counteroffer.cli.console import Console
from counteroffer.cli.files import write
from counteroffer.cli.history import history
from counteroffer.cli.passphrase import opened, set_or_change
from counteroffer.cli.salvaging import salvage_archive
from counteroffer.domain.agreement import LetterKind
from counteroffer.domain.base import revise
from counteroffer.domain.errors import BadInput
from counteroffer.domain.workbook import Workbook, json_schema
from counteroffer.editing.ports import Saved
from counteroffer.translations import Translator, translator

if TYPE_CHECKING:
    from counteroffer.documents.pdf.result import Rendered


@dataclass(frozen=True)
class Call:
    """One command with all that it was given. `secret` is what opened the archive, if it needed one."""

    arguments: argparse.Namespace
    folder: Path
    console: Console
    today: date
    as_json: bool
    secret: str | None = None

    def tell(self, value: Any, text: str) -> None:
        """Say it as JSON if that was asked for, else as text."""
        if self.as_json:
            self.console.say_json(value)
        else:
            self.console.say(text)


def run(command: str, call: Call) -> None:
    """Do the command. Raises BadInput or Fault with the sentence to show."""
    if command == "schema":
        call.console.say(json.dumps(json_schema(), indent=1, ensure_ascii=False))
        return
    if command == "restore":
        # An archive that does not open, or is not there, is the very reason to put a backup back.
        restore(call, begins=_is_bare(call.folder))
        return
    if command == "salvage" and not _is_bare(call.folder):
        salvage_archive(call)
        return
    if command not in _MAY_BEGIN and _is_bare(call.folder):
        _look_in_vain(call)
        return
    archive, secret = opened(call)
    with archive:
        for notice in archive.notices:
            call.console.complain(notice)
        _COMMANDS[command](replace(call, secret=secret), archive)


def _is_bare(folder: Path) -> bool:
    """Whether no archive was ever made here. Only what adds a workbook begins one; a slip in a path does not."""
    place = Folder(folder)
    for file in (place.database, place.lock):
        try:
            file.lstat()
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError:
            # There may be one; opening it says better what is wrong.
            return False
        return False
    return not folder.exists() or folder.is_dir()


def _look_in_vain(call: Call) -> None:
    if call.arguments.command != "list":
        vain = ", so there is no workbook with this id" if getattr(call.arguments, "id", None) else ""
        raise BadInput(f"There is no archive in {call.folder}{vain}.")
    if call.as_json:
        call.console.say_json([])


def _new(call: Call, archive: LocalArchive) -> None:
    _tell_id(call, archive.add(revise(Workbook(), title=call.arguments.title)).result())


def _sample(call: Call, archive: LocalArchive) -> None:
    from counteroffer.sample import sample_workbook

    _tell_id(call, archive.add(sample_workbook(call.today)).result())


def _show(call: Call, archive: LocalArchive) -> None:
    if call.as_json:
        call.console.say(archive.carrying.export(call.arguments.id).result().decode().rstrip("\n"))
    else:
        call.console.say(plain_text.workbook(archive.load(call.arguments.id).result()))


def _check(call: Call, archive: LocalArchive) -> None:
    from counteroffer.cli import checked

    workbook = archive.load(call.arguments.id).result()
    call.tell(checked.as_json(workbook, call.today), checked.as_text(workbook, call.today))


def _brief(call: Call, archive: LocalArchive) -> None:
    if call.arguments.with_workbook:
        if call.arguments.shareable:
            raise BadInput("A brief to share never has the workbook inside: leave out --shareable or --with-workbook.")
        _own_copy(call, archive, "brief")
        return
    workbook = archive.load(call.arguments.id).result()
    from counteroffer.documents.make import brief_pdf

    _write_paper(
        call,
        brief_pdf(
            workbook,
            call.today,
            shareable=call.arguments.shareable,
            page=call.arguments.page,
            translate=_words(workbook),
        ),
    )


def _agreement(call: Call, archive: LocalArchive) -> None:
    if call.arguments.with_workbook:
        _own_copy(call, archive, "agreement")
        return
    workbook = archive.load(call.arguments.id).result()
    from counteroffer.documents.make import agreement_pdf

    _write_paper(call, agreement_pdf(workbook, call.today, page=call.arguments.page, translate=_words(workbook)))


def _letter(call: Call, archive: LocalArchive) -> None:
    given = call.arguments
    written_as = given.format or given.output.suffix.lower().removeprefix(".")
    if written_as not in LETTER_FORMATS:
        raise BadInput("Say how to write the letter: --format pdf, txt or eml, or a file name that ends so.")
    workbook = archive.load(given.id).result()
    from counteroffer.documents.make import letter_eml, letter_pdf, letter_text

    kind = LetterKind(given.kind)
    if written_as == "pdf":
        _write_paper(
            call,
            letter_pdf(workbook, kind, call.today, page=given.page, drafted=given.draft, translate=_words(workbook)),
        )
        return
    if written_as == "eml":
        content = letter_eml(workbook, kind, call.today, drafted=given.draft, translate=_words(workbook))
    else:
        content = letter_text(workbook, kind, call.today, drafted=given.draft, translate=_words(workbook)).encode()
    write(call, content)
    call.tell({"path": str(given.output)}, str(given.output))


def _whole(call: Call, archive: LocalArchive) -> None:
    if call.arguments.with_workbook:
        _own_copy(call, archive, "workbook")
        return
    workbook = archive.load(call.arguments.id).result()
    from counteroffer.documents.make import whole_workbook_pdf

    _write_paper(call, whole_workbook_pdf(workbook, call.today, page=call.arguments.page, translate=_words(workbook)))


def _compare(call: Call, archive: LocalArchive) -> None:
    if call.arguments.with_workbook:
        _own_copy(call, archive, "side_by_side")
        return
    workbook = archive.load(call.arguments.id).result()
    from counteroffer.documents.make import side_by_side_pdf

    _write_paper(call, side_by_side_pdf(workbook, call.today, page=call.arguments.page, translate=_words(workbook)))


def _own_copy(call: Call, archive: LocalArchive, paper: str) -> None:
    """The same paper for the person alone, with the workbook's portable file inside."""
    workbook = archive.load(call.arguments.id).result()
    portable = archive.carrying.export(call.arguments.id).result()
    from counteroffer.documents.make import OwnPaper, own_copy_pdf

    _write_paper(
        call,
        own_copy_pdf(
            OwnPaper(paper), workbook, call.today, portable, page=call.arguments.page, translate=_words(workbook)
        ),
    )


def _words(workbook: Workbook) -> Translator:
    """Papers are in the workbook's own language."""
    return translator(workbook.situation.language)


def _write_paper(call: Call, paper: Rendered) -> None:
    write(call, paper.bytes)
    path = str(call.arguments.output)
    told = [path, *(f"left out: {line}" for line in paper.left_out)]
    if paper.missing_glyphs:
        told.append(f"not in the typeface, named in its place: {' '.join(paper.missing_glyphs)}")
    result = {
        "path": path,
        "left_out": list(paper.left_out),
        "missing_glyphs": list(paper.missing_glyphs),
    }
    call.tell(result, "\n".join(told))


def _terms(call: Call, archive: LocalArchive) -> None:
    workbook = archive.load(call.arguments.id).result()
    from counteroffer.documents.terms_csv import as_file, terms_csv

    write(call, as_file(terms_csv(workbook, _words(workbook))))
    call.tell({"path": str(call.arguments.output)}, str(call.arguments.output))


def _apply(call: Call, archive: LocalArchive) -> None:
    def acknowledge(number: int) -> None:
        call.tell({"saved": number}, f"saved {number}")
        # A receipt in a buffer is none.
        call.console.flush()

    if call.arguments.edits == "-":
        apply_edits(archive, call.arguments.id, call.console.stdin, acknowledge)
        return
    try:
        opened = Path(call.arguments.edits).open("rb")  # noqa: SIM115 - closed by the `with` below
    except (OSError, ValueError):
        raise BadInput("The file with the edits cannot be read. Nothing was changed.") from None
    with opened:
        apply_edits(archive, call.arguments.id, opened, acknowledge)


def _statistics(call: Call, archive: LocalArchive) -> None:
    from counteroffer.cli.statistics import statistics

    statistics(call, archive)


def _tell_id(call: Call, saved: Saved) -> None:
    call.tell({"id": saved.workbook_id}, saved.workbook_id)


_MAY_BEGIN = ("new", "sample", "import")

_COMMANDS: dict[str, Callable[[Call, LocalArchive], None]] = {
    "new": _new,
    "sample": _sample,
    "list": searching.list_all,
    "search": searching.search,
    "statistics": _statistics,
    "put-away": shelving.put_away,
    "reopen": shelving.reopen,
    "bin": shelving.to_bin,
    "unbin": shelving.from_bin,
    "delete": shelving.delete,
    "duplicate": shelving.duplicate,
    "tag": shelving.tag,
    "show": _show,
    "check": _check,
    "brief": _brief,
    "agreement": _agreement,
    "letter": _letter,
    "whole": _whole,
    "compare": _compare,
    "terms": _terms,
    "import": take_in,
    "export": export,
    "history": history,
    "apply": _apply,
    "backup": back_up,
    "backups": list_backups,
    "verify": verify,
    "passphrase": set_or_change,
}

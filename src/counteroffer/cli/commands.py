"""What each command does. What is heavy (paper above all) is loaded by the command that needs it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from counteroffer.archive.folder import Folder
from counteroffer.archive.portable import LARGEST
from counteroffer.archive.store import LocalArchive, open_archive
from counteroffer.cli import plain_text
from counteroffer.cli.apply import apply_edits
from counteroffer.cli.arguments import LETTER_FORMATS
from counteroffer.cli.console import Console
from counteroffer.domain.agreement import LetterKind
from counteroffer.domain.base import revise
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.domain.workbook import Workbook, json_schema
from counteroffer.editing.ports import Saved, Summary

if TYPE_CHECKING:
    from counteroffer.documents.pdf.result import Rendered


@dataclass(frozen=True)
class Call:
    """One command with all that it was given."""

    arguments: argparse.Namespace
    folder: Path
    console: Console
    today: date
    as_json: bool

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
    if command not in _MAY_BEGIN and _is_bare(call.folder):
        _look_in_vain(call)
        return
    with open_archive(call.folder) as archive:
        _COMMANDS[command](call, archive)


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
        raise BadInput(f"There is no archive in {call.folder}, so there is no workbook with this id.")
    if call.as_json:
        call.console.say_json([])


def _new(call: Call, archive: LocalArchive) -> None:
    _tell_id(call, archive.add(revise(Workbook(), title=call.arguments.title)).result())


def _sample(call: Call, archive: LocalArchive) -> None:
    from counteroffer.sample import sample_workbook

    _tell_id(call, archive.add(sample_workbook(call.today)).result())


def _list(call: Call, archive: LocalArchive) -> None:
    summaries = archive.summaries().result()
    if call.as_json:
        call.console.say_json([_row(summary) for summary in summaries])
    else:
        for summary in summaries:
            call.console.say(plain_text.row(summary))


def _row(summary: Summary) -> dict[str, Any]:
    times = {"created": summary.created.isoformat(), "changed": summary.changed.isoformat()}
    return {**asdict(summary), "tags": list(summary.tags), **times}


def _show(call: Call, archive: LocalArchive) -> None:
    if call.as_json:
        call.console.say(archive.export_portable(call.arguments.id).result().decode().rstrip("\n"))
    else:
        call.console.say(plain_text.workbook(archive.load(call.arguments.id).result()))


def _check(call: Call, archive: LocalArchive) -> None:
    from counteroffer.cli import checked

    workbook = archive.load(call.arguments.id).result()
    call.tell(checked.as_json(workbook, call.today), checked.as_text(workbook, call.today))


def _brief(call: Call, archive: LocalArchive) -> None:
    workbook = archive.load(call.arguments.id).result()
    from counteroffer.documents.make import brief_pdf

    _write_paper(
        call,
        brief_pdf(workbook, call.today, shareable=call.arguments.shareable, page=call.arguments.page),
    )


def _agreement(call: Call, archive: LocalArchive) -> None:
    workbook = archive.load(call.arguments.id).result()
    from counteroffer.documents.make import agreement_pdf

    _write_paper(call, agreement_pdf(workbook, call.today, page=call.arguments.page))


def _letter(call: Call, archive: LocalArchive) -> None:
    given = call.arguments
    written_as = given.format or given.output.suffix.lower().removeprefix(".")
    if written_as not in LETTER_FORMATS:
        raise BadInput("Say how to write the letter: --format pdf, txt or eml, or a file name that ends so.")
    workbook = archive.load(given.id).result()
    from counteroffer.documents.make import letter_eml, letter_pdf, letter_text

    kind = LetterKind(given.kind)
    if written_as == "pdf":
        _write_paper(call, letter_pdf(workbook, kind, call.today, page=given.page, drafted=given.draft))
        return
    if written_as == "eml":
        content = letter_eml(workbook, kind, call.today, drafted=given.draft)
    else:
        content = letter_text(workbook, kind, call.today, drafted=given.draft).encode()
    _write(call, content)
    call.tell({"path": str(given.output)}, str(given.output))


def _whole(call: Call, archive: LocalArchive) -> None:
    workbook = archive.load(call.arguments.id).result()
    from counteroffer.documents.make import whole_workbook_pdf

    portable = archive.export_portable(call.arguments.id).result() if call.arguments.attach else None
    _write_paper(call, whole_workbook_pdf(workbook, call.today, page=call.arguments.page, attachment=portable))


def _compare(call: Call, archive: LocalArchive) -> None:
    workbook = archive.load(call.arguments.id).result()
    from counteroffer.documents.make import side_by_side_pdf

    _write_paper(call, side_by_side_pdf(workbook, call.today, page=call.arguments.page))


def _write_paper(call: Call, paper: Rendered) -> None:
    _write(call, paper.bytes)
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

    _write(call, as_file(terms_csv(workbook)))
    call.tell({"path": str(call.arguments.output)}, str(call.arguments.output))


def _export(call: Call, archive: LocalArchive) -> None:
    _write(call, archive.export_portable(call.arguments.id).result())
    call.tell({"path": str(call.arguments.output)}, str(call.arguments.output))


def _write(call: Call, content: bytes) -> None:
    from counteroffer.documents.write import write_file

    # A slip of the hand must not put a paper in the place of the archive itself.
    if call.arguments.output.resolve().parent == call.folder.resolve():
        raise BadInput("The archive's own folder is no place for this file: choose another. Nothing was changed.")
    write_file(call.arguments.output, content)


def _import(call: Call, archive: LocalArchive) -> None:
    taken: list[str] = []
    files: list[Path] = call.arguments.files
    try:
        for file in files:
            taken.append(archive.import_portable(_content(file)).result().workbook_id)
    except (BadInput, Fault) as problem:
        if len(files) > 1:
            kept = "The files before it were taken in." if taken else "None was taken in."
            raise type(problem)(f"File {len(taken) + 1} of {len(files)}: {problem.sentence} {kept}") from None
        raise
    finally:
        # What was taken in stays, so its ids are told even if a later file was refused.
        if taken or call.as_json:
            call.tell([{"id": one} for one in taken], "\n".join(taken))


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            # One byte more than is allowed is enough to know that it is too large.
            return opened.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise BadInput("There is no such file.") from None
    except IsADirectoryError:
        raise BadInput("This is a folder, not a file.") from None
    except OSError as error:
        raise Fault(f"This file cannot be read ({error.strerror}).") from None


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


def _tell_id(call: Call, saved: Saved) -> None:
    call.tell({"id": saved.workbook_id}, saved.workbook_id)


_MAY_BEGIN = ("new", "sample", "import")

_COMMANDS: dict[str, Callable[[Call, LocalArchive], None]] = {
    "new": _new,
    "sample": _sample,
    "list": _list,
    "show": _show,
    "check": _check,
    "brief": _brief,
    "agreement": _agreement,
    "letter": _letter,
    "whole": _whole,
    "compare": _compare,
    "terms": _terms,
    "import": _import,
    "export": _export,
    "apply": _apply,
}

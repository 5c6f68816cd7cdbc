"""The commands `import` and `export`: files that carry workbooks in and out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from counteroffer.archive.store import LocalArchive
from counteroffer.cli.files import content_of, write
from counteroffer.cli.passphrase import ask, is_asked, new_passphrase, read_secret
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.editing.ports import Conflict, TakenIn

if TYPE_CHECKING:
    from counteroffer.cli.commands import Call

_KEPT = "kept"
_TAKEN = "taken"


def take_in(call: Call, archive: LocalArchive) -> None:
    """The `import` command. What was taken in stays, so its ids are told even if a later file is refused."""
    taken: list[TakenIn] = []
    files: list[Path] = call.arguments.files
    done = 0
    try:
        for file in files:
            taken += _taken_in(call, archive, file)
            done += 1
    except (BadInput, Fault) as problem:
        if len(files) > 1:
            kept = "The files before it were taken in." if done else "None was taken in."
            raise type(problem)(f"File {done + 1} of {len(files)}: {problem.sentence} {kept}") from None
        raise
    finally:
        if taken or call.as_json:
            call.tell([_row(one) for one in taken], "\n".join(_line(one) for one in taken))


def export(call: Call, archive: LocalArchive) -> None:
    """The `export` command: one workbook, or all of them as a box."""
    given = call.arguments
    if given.all == (given.id is not None):
        raise BadInput("Name one workbook by its id, or all with --all.")
    if given.new_passphrase_file is not None and not given.encrypt:
        raise BadInput("--new-passphrase-file needs --encrypt.")
    passphrase = new_passphrase(call) if given.encrypt else ""
    carrying = archive.carrying
    exported = carrying.export_all(passphrase) if given.all else carrying.export(given.id, passphrase)
    write(call, exported.result())
    call.tell({"path": str(given.output)}, str(given.output))


def _taken_in(call: Call, archive: LocalArchive, file: Path) -> tuple[TakenIn, ...]:
    from counteroffer.documents.carried import portable_of

    content = portable_of(content_of(file))
    passphrase = _passphrase(call) if archive.carrying.needs_passphrase(content) else ""
    return archive.carrying.take_in(content, passphrase, Conflict(call.arguments.conflict)).result()


def _passphrase(call: Call) -> str:
    """What opens an encrypted file: its own passphrase, or the archive's where no other is given."""
    given = call.arguments.file_passphrase_file
    if given is None and "passphrase_file" in call.arguments:
        given = call.arguments.passphrase_file
    if given is not None:
        return read_secret(given)
    if not is_asked(call.console):
        raise BadInput(
            "This file is encrypted. Say in which file its passphrase is: --file-passphrase-file. Nothing was changed."
        )
    return ask("Passphrase of the file: ")


def _line(one: TakenIn) -> str:
    return f"{one.incoming.id}  kept, the archive's is newer" if one.saved is None else one.saved.workbook_id


def _row(one: TakenIn) -> dict[str, Any]:
    if one.saved is None:
        return {"id": one.incoming.id, "outcome": _KEPT}
    row = {"id": one.saved.workbook_id, "outcome": _TAKEN}
    return row if one.saved.workbook_id == one.incoming.id else {**row, "id_in_file": one.incoming.id}

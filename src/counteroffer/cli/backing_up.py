"""Backups on the command line: make one, list them, put one back, check everything."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from counteroffer.archive.rescue.recovering import found_backups, put_back
from counteroffer.archive.store import LocalArchive
from counteroffer.cli.passphrase import ask, is_asked, opened, read_secret
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.editing.ports import Backup, NeedsSecret, Restoring

if TYPE_CHECKING:
    from counteroffer.cli.commands import Call

_NOT_ASKED = "Nothing was changed. To put the backup back, say --yes."
_NO_SUCH_BACKUP = "There is no such backup and no such file. Nothing was changed. `backups` lists those that are there."
_NO_SUCH_FOLDER = "There is no such folder. Nothing was changed."


def back_up(call: Call, archive: LocalArchive) -> None:
    """The `backup` command."""
    place: Path | None = call.arguments.to
    if place is None:
        made = archive.backups.make().result()
    elif place.is_dir():
        made = archive.backups.make_in(place.absolute()).result()
    else:
        raise BadInput(_NO_SUCH_FOLDER)
    call.tell(_plain(made), made.name)


def list_backups(call: Call, archive: LocalArchive) -> None:
    """The `backups` command."""
    backups = archive.backups.listed().result()
    if call.as_json:
        call.console.say_json([_plain(backup) for backup in backups])
        return
    for backup in backups:
        sealed = "with passphrase" if backup.protected else "without passphrase"
        call.console.say(f"{backup.name}  {backup.size / 1e6:8.1f} MB  {sealed}")
    trouble = archive.backups.state().result().trouble
    if trouble:
        call.console.say(trouble)


def verify(call: Call, archive: LocalArchive) -> None:
    """The `verify` command. Raises Fault if something is wrong, after what that is was said."""
    troubles = archive.backups.verify().result()
    call.tell(
        list(troubles), "\n".join(troubles) if troubles else "All is well: the archive and its backups are whole."
    )
    if troubles:
        raise Fault("Not all is well with the archive or its backups; nothing was changed.")


def restore(call: Call, *, begins: bool) -> None:
    """The `restore` command. `begins` says that there is no archive in the folder yet."""
    given = call.arguments
    if begins:
        _put_back(call, "There is no archive in this folder yet.")
        return
    try:
        archive, secret = opened(call)
    except Fault as fault:
        _put_back(call, fault.sentence)
        return
    with archive:
        name: str = given.backup
        file = None if name in {one.name for one in archive.backups.listed().result()} else _file(given)
        try:
            _restore(call, archive, name, file, _backup_secret(given) or secret or "")
        except NeedsSecret as needed:
            _restore(call, archive, name, file, _asked(call, needed))


def _restore(call: Call, archive: LocalArchive, name: str, file: Path | None, secret: str) -> None:
    backups = archive.backups
    shown = (backups.compare(name, secret) if file is None else backups.compare_file(file, secret)).result()
    _agree(call, _as_text(shown), _as_json(shown))
    done = (backups.restore(name, secret) if file is None else backups.restore_file(file, secret)).result()
    call.tell(
        {**_as_json(done), "restored": True}, "The backup was put back. The archive as it was is a backup itself."
    )


def _put_back(call: Call, why: str) -> None:
    given = call.arguments
    file = _file(given, call.folder)
    _agree(call, f"{why}\nThe backup takes its place; what is there is set aside, not deleted.", {"why": why})
    secret = _backup_secret(given) or (read_secret(given.passphrase_file) if "passphrase_file" in given else "")
    try:
        aside = put_back(call.folder, file, secret, datetime.now(UTC))
    except NeedsSecret as needed:
        aside = put_back(call.folder, file, _asked(call, needed), datetime.now(UTC))
    told = "The backup was put back." if aside is None else f"The backup was put back. What was there is in {aside}."
    call.tell({"restored": True, "set_aside": None if aside is None else str(aside)}, told)


def _agree(call: Call, text: str, plain: dict[str, Any]) -> None:
    """Say what would be done, and go on only if that is wanted. Raises BadInput if not."""
    if call.arguments.yes:
        if not call.as_json:
            call.console.say(text)
        return
    call.tell({**plain, "restored": False}, text)
    if not is_asked(call.console):
        raise BadInput(_NOT_ASKED)
    call.console.say("Put this backup back? Type yes to do it.")
    call.console.flush()
    if call.console.stdin.readline().strip().lower() != b"yes":
        raise BadInput("Nothing was changed.")


def _file(given: argparse.Namespace, folder: Path | None = None) -> Path:
    """The file that is meant: its path, or the name of one in the archive's own folder of backups."""
    name: str = given.backup
    if folder is not None and name in {one.name for one in found_backups(folder)}:
        return folder / "backups" / name
    path = Path(name)
    try:
        if path.is_file():
            return path.absolute()
    except ValueError:
        pass
    raise BadInput(_NO_SUCH_BACKUP)


def _backup_secret(given: argparse.Namespace) -> str:
    return "" if given.backup_passphrase_file is None else read_secret(given.backup_passphrase_file)


def _asked(call: Call, needed: NeedsSecret) -> str:
    if not is_asked(call.console):
        raise NeedsSecret(f"{needed.sentence} --backup-passphrase-file says in which file it is.") from None
    return ask("Passphrase or recovery code of the backup: ")


def _plain(backup: Backup) -> dict[str, Any]:
    return {**asdict(backup), "at": backup.at.isoformat()}


def _as_json(restoring: Restoring) -> dict[str, Any]:
    changes = [{"change": str(change), "title": title, "at": at.isoformat()} for change, title, at in restoring.changes]
    return {"backup": _plain(restoring.backup), "changes": changes, "same": restoring.same}


def _as_text(restoring: Restoring) -> str:
    lines = [f"{change:<8}{at:%Y-%m-%d %H:%M}  {title}" for change, title, at in restoring.changes]
    return "\n".join([*lines, f"the same: {restoring.same}"])

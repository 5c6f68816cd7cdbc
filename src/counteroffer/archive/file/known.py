"""Where archives have been: so that a disk that is not connected does not look like a first start.

Kept beside the settings and not beside the archive, because with the archive everything beside it is gone. Folders are
written down by their fingerprints: the list tells nobody where they are or what they are called.
"""

from __future__ import annotations

import contextlib
from hashlib import sha256
from pathlib import Path

from counteroffer.archive.file.folder import FILE_MODE, Folder
from counteroffer.domain.errors import Fault

REGISTER = "archives.txt"
"""The name of the list, beside the settings."""

_FIRST_LINE = "Fingerprints of the folders in which Counteroffer has kept an archive. Delete this file to forget them."


def refuse_vanished(register: Path, folder: Path) -> None:
    """Raises Fault if there has been an archive in this folder and there is no trace of it now."""
    place = Folder(folder)
    if _fingerprint(folder) in _lines(register) and not (place.database.exists() or place.lock.exists()):
        raise Fault(
            "The archive in {folder} is gone: there has been one, and now the folder is empty or not there. Nothing "
            "was changed and no new archive was started. If it is on a disk that can be unplugged or on a network, "
            "connect that first. If you removed it and want to begin anew, delete {register} and start again.",
            folder=folder,
            register=register,
        )


def remember(register: Path, folder: Path) -> None:
    """Write down that there is an archive in this folder. Where that cannot be done, nothing is the worse for it."""
    lines = _lines(register)
    if _fingerprint(folder) in lines:
        return
    content = "\n".join([_FIRST_LINE, *lines[1:], _fingerprint(folder)]) + "\n"
    part = register.with_name(register.name + ".part")
    with contextlib.suppress(OSError):
        register.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(content, encoding="ascii")
        part.chmod(FILE_MODE)
        part.replace(register)


def _lines(register: Path) -> list[str]:
    try:
        return register.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return []


def _fingerprint(folder: Path) -> str:
    return sha256(str(Path(folder).absolute()).encode("utf-8", "surrogateescape")).hexdigest()

"""The box: many workbooks in one file, put away and binned ones too with these marks, and each attached file once.

It is a ZIP, so that everything in it can be taken out without Counteroffer as well:

    box.json                        which workbooks there are, their marks, and which files
    workbooks/ID.counteroffer       each workbook as a portable file, without its attached files
    files/SHA-256                   each attached file's bytes

A box carries workbooks into an archive that is in use, which goes on with its own passphrase, settings and history.
Moving to another computer is done with a backup instead: that one file is the archive itself, with every kept state,
every name given to one, the settings, and its key, sealed by the same passphrase. A box has only the newest states.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from counteroffer.archive.carrying import portable, zips
from counteroffer.archive.carrying.portable import Portable
from counteroffer.archive.keeping import attachments
from counteroffer.domain import strict_json
from counteroffer.domain.errors import BadInput
from counteroffer.domain.words import N_, in_turn
from counteroffer.editing.ports.carrying import LARGEST_FILE

FORMAT = "counteroffer-box"
FORMAT_VERSION = 1

_LIST = "box.json"
_WORKBOOKS, _ENDING = "workbooks/", ".counteroffer"
_FILES = "files/"
_LONGEST_LIST = 8 * 1024 * 1024
_BACKUP = b"archive.db"
"""What comes first in a backup of a whole archive, which is a ZIP as well."""
_FIELDS = {"id", "archived", "binned"}


@dataclass(frozen=True)
class Marks:
    """What the archive says about a workbook that the workbook itself does not."""

    id: str
    archived: bool = False
    binned: datetime | None = None


def is_box(content: bytes) -> bool:
    """Whether a file is a box, by its first bytes."""
    return content.startswith(zips.BEGINNING)


def write(workbooks: Iterable[tuple[Marks, Portable]], files: Iterable[tuple[str, bytes]]) -> bytes:
    """The box. Both are gone through once, one after the other. Raises BadInput if it would be too large."""
    written = io.BytesIO()
    unfolded = 0
    with zipfile.ZipFile(written, "w") as into:
        for name, content, kind in _parts(workbooks, files):
            unfolded += len(content)
            refuse_too_large_to_write(unfolded)
            _put(into, name, content, kind)
    refuse_too_large_to_write(written.tell())
    # The buffer itself, not a copy of it.
    return written.getvalue()


def refuse_too_large_to_write(size: int) -> None:
    """Raises BadInput if a box of so many bytes could not be taken in again."""
    if size > LARGEST_FILE:
        raise BadInput(
            "The workbooks and their attached files are together more than the 512 MB that one file may have. "
            "Nothing was written. Export them one by one, or make a backup, which has no such limit."
        )


class Box:
    """A box that was brought. What is in it is read bit by bit, each part when it is asked for."""

    def __init__(self, content: bytes) -> None:
        """Raises BadInput that names the cause if it is none, or more than a box may be."""
        if content.startswith(_BACKUP, zips.FIRST_NAME_AT):
            raise BadInput(
                "This file is a backup of a whole archive, not a file of workbooks. Restore it as a backup instead. "
                "Nothing was changed."
            )
        self._zip = zips.Zip(content, most=LARGEST_FILE)
        if _LIST not in self._zip.names:
            raise _not_ours()
        head = _head(self._zip.read(_LIST, _LONGEST_LIST))
        self.marks = _marks(head.get("workbooks"))
        self.files = _fingerprints(head.get("files"))
        """The fingerprints of the attached files in it."""
        self._refuse_incomplete()

    def workbooks(self) -> Iterator[tuple[Marks, Portable]]:
        """Each workbook, without its files. Raises BadInput at one that cannot be read."""
        for marks in self.marks:
            one = portable.read(self._zip.read(f"{_WORKBOOKS}{marks.id}{_ENDING}", portable.LARGEST))
            if one.workbook.id != marks.id:
                raise BadInput(
                    "A workbook in this file has another id than the one it is listed by. Nothing was changed."
                )
            yield marks, one

    def contents(self) -> Iterator[tuple[str, bytes]]:
        """Each attached file. Raises BadInput at one that is not what its fingerprint names."""
        for name in sorted(self.files):
            content = self._zip.read(f"{_FILES}{name}", attachments.LARGEST)
            portable.check_file(name, content)
            yield name, content

    def _refuse_incomplete(self) -> None:
        workbooks = {f"{_WORKBOOKS}{marks.id}{_ENDING}" for marks in self.marks}
        if not workbooks | {f"{_FILES}{name}" for name in self.files} <= self._zip.names:
            raise BadInput("Something that this file lists is missing from it. Nothing was changed.")


def _parts(
    workbooks: Iterable[tuple[Marks, Portable]], files: Iterable[tuple[str, bytes]]
) -> Iterator[tuple[str, bytes, int]]:
    """Each part of a box: its name, its content, and how it is packed. The list comes last, when all is known."""
    listed: list[dict[str, Any]] = []
    names: list[str] = []
    for marks, one in workbooks:
        binned = None if marks.binned is None else portable.written_moment(marks.binned)
        listed.append({"id": marks.id, "archived": marks.archived, "binned": binned})
        content = portable.write(one.workbook, {}, one.changed)
        yield f"{_WORKBOOKS}{marks.id}{_ENDING}", content, zipfile.ZIP_DEFLATED
    for name, content in files:
        names.append(name)
        yield f"{_FILES}{name}", content, zipfile.ZIP_STORED
    head = {"format": FORMAT, "format_version": FORMAT_VERSION, "workbooks": listed, "files": names}
    yield _LIST, json.dumps(head, indent=1).encode(), zipfile.ZIP_DEFLATED


def _put(into: zipfile.ZipFile, name: str, content: bytes, kind: int) -> None:
    # Always the same day, so that the same workbooks give the same box.
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = kind
    entry.external_attr = 0o600 << 16
    into.writestr(entry, content)
    if len(into.filelist) > zips.MOST_PARTS:
        raise BadInput(
            "There are more workbooks and attached files than one file can hold. Nothing was written. "
            "Make a backup, which has no such limit."
        )


def _head(content: bytes) -> dict[str, Any]:
    """The list of a box: JSON of a version that can be read."""
    try:
        reading = strict_json.read(content, what=N_("The list in this file"))
    except BadInput as error:
        raise _refused(error.sentence) from None
    value = reading.value
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise _not_ours()
    version = value.get("format_version")
    # True and 1.0 would pass for 1 in Python.
    if type(version) is not int or version < 1:
        raise BadInput("This file does not say which version of its format it has. Nothing was changed.")
    if version > FORMAT_VERSION:
        raise BadInput(
            "This file was made by a newer version of Counteroffer; nothing was changed. "
            "Install the newer version to read it."
        )
    if reading.objections:
        raise _refused(reading.objections[0])
    return value


def _marks(rows: Any) -> tuple[Marks, ...]:
    if not isinstance(rows, list):
        raise _wrongly_listed()
    marks = tuple(map(_mark, rows))
    if len({one.id for one in marks}) != len(marks):
        raise BadInput("This file lists a workbook twice. Nothing was changed.")
    return marks


def _mark(row: Any) -> Marks:
    if not isinstance(row, dict) or row.keys() != _FIELDS:
        raise _wrongly_listed()
    if not isinstance(row["id"], str) or not isinstance(row["archived"], bool):
        raise _wrongly_listed()
    binned = None if row["binned"] is None else portable.read_moment(row["binned"])
    return Marks(row["id"], row["archived"], binned)


def _fingerprints(names: Any) -> frozenset[str]:
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise _wrongly_listed()
    return frozenset(names)


def _not_ours() -> BadInput:
    return BadInput("This file is a ZIP, but not one of Counteroffer's. Nothing was changed.")


def _wrongly_listed() -> BadInput:
    return BadInput("The list in this file is not written as it should be. Nothing was changed.")


def _refused(cause: str) -> BadInput:
    return BadInput(in_turn(cause, N_("Nothing was changed.")))

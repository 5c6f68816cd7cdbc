"""The `.counteroffer` file: one workbook and its papers as JSON that a person can read, to carry or to send.

It starts with `format`, `format_version`, `sha256` and `changed`, then come the workbook's own fields, then `files`,
the attached papers in Base64 by their fingerprint. `sha256` is over the canonical form of all the rest. A file that
was edited by hand may leave it out; one where it is wrong is refused, because then something changed it by accident.
`changed` says when the workbook was last changed; older files do not have it.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from pydantic import TypeAdapter, ValidationError

from counteroffer.archive.keeping import attachments, formats
from counteroffer.archive.keeping.formats import Plain
from counteroffer.domain import strict_json
from counteroffer.domain.base import Moment
from counteroffer.domain.errors import BadInput
from counteroffer.domain.words import N_, in_turn
from counteroffer.domain.workbook import FORMAT, FORMAT_VERSION, Workbook, from_plain, to_plain

LARGEST = 64 * 1024 * 1024
"""Bytes in the largest portable file, written or read."""

_HEADER = ("format", "format_version", "sha256", "changed", "files")
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")
_MOMENT: TypeAdapter[datetime] = TypeAdapter(Moment)


@dataclass(frozen=True)
class Portable:
    """What a portable file brings: the workbook, those of its files that came along, by fingerprint, and when it was
    last changed, if the file says."""

    workbook: Workbook
    files: dict[str, bytes] = field(default_factory=dict)
    changed: datetime | None = None


def write(workbook: Workbook, files: Mapping[str, bytes], changed: datetime | None = None) -> bytes:
    """The portable file. The same workbook always gives the same bytes. Raises BadInput if it would be too large."""
    content: Plain = {"format": FORMAT, "format_version": FORMAT_VERSION, "sha256": ""}
    if changed is not None:
        content["changed"] = written_moment(changed)
    content |= to_plain(workbook)
    if files:
        content["files"] = {name: base64.b64encode(files[name]).decode("ascii") for name in sorted(files)}
    content["sha256"] = checksum(content)
    written = json.dumps(content, ensure_ascii=False, allow_nan=False, indent=1).encode() + b"\n"
    refuse_too_large_to_write(len(written))
    return written


def refuse_too_large_to_write(size: int) -> None:
    """Raises BadInput if a file of so many bytes could not be taken in again."""
    if size > LARGEST:
        raise BadInput(
            "The workbook and its attached files are more than the 64 MB that a portable file may have. "
            "Nothing was written. Take out the largest attached files, then export again."
        )


def read(content: bytes) -> Portable:
    """The workbook in a portable file, checked through and through. Raises BadInput that names the cause."""
    if len(content) > LARGEST:
        raise BadInput("This file is larger than 64 MB, which no workbook file is. Nothing was changed.")
    try:
        reading = strict_json.read(content, what=N_("This file"))
    except BadInput as error:
        raise _refused(error.sentence) from None
    plain, version = _header(reading.value)
    if reading.objections:
        raise _refused(reading.objections[0])
    _compare_checksum(plain)
    changed = read_moment(plain["changed"]) if "changed" in plain else None
    files = _files(plain.get("files", {}))
    fields = {name: value for name, value in plain.items() if name not in _HEADER}
    try:
        workbook = from_plain(formats.upgrade(fields, version))
    except BadInput as error:
        raise BadInput(
            in_turn(N_("This file does not fit a workbook."), error.sentence, N_("Nothing was changed.")), error.path
        ) from None
    named = formats.named_files(to_plain(workbook))
    return Portable(workbook, {name: content for name, content in files.items() if name in named}, changed)


def written_moment(moment: datetime) -> str:
    """An aware time as files have it: 2027-03-31T09:30:00Z."""
    written: str = _MOMENT.dump_python(moment.astimezone(UTC), mode="json")
    return written


def read_moment(value: object) -> datetime:
    """A time from a file. Raises BadInput if it is none."""
    try:
        return _MOMENT.validate_python(value)
    except ValidationError:
        raise BadInput("A time in this file is not written as it should be. Nothing was changed.") from None


def check_file(name: str, content: bytes) -> None:
    """Raises BadInput if an attached file is too large, or not the one that its fingerprint names."""
    if len(content) > attachments.LARGEST:
        raise BadInput("An attached file in this file is larger than 10 MB. Nothing was changed.")
    if sha256(content).hexdigest() != name:
        raise BadInput(
            "An attached file in this file is damaged: its content does not match its fingerprint. Nothing was changed."
        )


def checksum(content: Plain) -> str:
    """The fingerprint of everything in a portable file but the fingerprint itself."""
    return sha256(formats.canonical({name: value for name, value in content.items() if name != "sha256"})).hexdigest()


def _refused(cause: str) -> BadInput:
    return BadInput(in_turn(cause, N_("Nothing was changed.")))


def _header(value: Any) -> tuple[Plain, int]:
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise BadInput("This is JSON, but not a Counteroffer workbook file. Nothing was changed.")
    version = value.get("format_version")
    # True and 1.0 would pass for 1 in Python.
    if type(version) is not int or version < 1:
        raise BadInput("This file does not say which version of the workbook format it has. Nothing was changed.")
    if formats.is_newer(version):
        raise BadInput(
            "This file was made by a newer version of Counteroffer; nothing was changed. "
            "Install the newer version to read it."
        )
    return value, version


def _compare_checksum(plain: Plain) -> None:
    if "sha256" in plain and plain["sha256"] != checksum(plain):
        raise BadInput(
            "The content of this file does not match its checksum: it was damaged or changed on the way. If you "
            'changed it yourself, take out the line that begins with "sha256" and try again. Nothing was changed.'
        )


def _files(value: Any) -> dict[str, bytes]:
    if not isinstance(value, dict):
        raise BadInput("The attached files in this file are not written as they should be. Nothing was changed.")
    files: dict[str, bytes] = {}
    for name, written in value.items():
        if not _FINGERPRINT.fullmatch(name) or not isinstance(written, str):
            raise BadInput("The attached files in this file are not written as they should be. Nothing was changed.")
        try:
            content = base64.b64decode(written, validate=True)
        except ValueError:
            raise BadInput("An attached file in this file is damaged: it is not Base64. Nothing was changed.") from None
        check_file(name, content)
        files[name] = content
    return files

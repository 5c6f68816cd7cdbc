"""A ZIP that somebody else made, read strictly, and in bounded time and memory whatever is in it.

Python's own reader believes what a file says about itself: how long its directory is, how often parts overlap, into
what they unfold. Here all of that is held against a limit first, and nothing is ever unpacked onto the disk.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from counteroffer.domain.errors import BadInput

BEGINNING = b"PK\x03\x04"
FIRST_NAME_AT = 30
"""Where in a ZIP the name of its first part begins."""

MOST_PARTS = 60_000
"""Parts in one ZIP; from 65,536 on it would need the larger kind, which is not read here."""

_LONGEST_DIRECTORY = 8 * 1024 * 1024
_END = struct.Struct("<4sHHHHIIH")
_END_SIGN = b"PK\x05\x06"
_LARGER_KIND_SIGN = b"PK\x06\x07"
_LARGER_KIND_LENGTH = 20
_KINDS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    UnicodeDecodeError,
    ValueError,
    OSError,
)
"""What the reader of the standard library raises for files that are not whole."""


class Zip:
    """A ZIP in memory whose parts are read one by one."""

    def __init__(self, content: bytes, most: int) -> None:
        """`most` is for all parts together, in bytes, unfolded; the length of the content itself the caller limits.

        Raises BadInput that names the cause.
        """
        _check_end(content)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _BROKEN:
            raise _damaged() from None
        parts = self._zip.infolist()
        self.names = frozenset(part.filename for part in parts)
        if len(parts) > MOST_PARTS:
            raise BadInput("This file has more parts than can be taken in. Nothing was changed.")
        if len(self.names) != len(parts):
            raise BadInput("This file holds a part twice, so it is unclear which one counts. Nothing was changed.")
        if any(part.compress_type not in _KINDS or part.flag_bits & _ENCRYPTED for part in parts):
            raise BadInput("This ZIP is packed or locked in a way that Counteroffer does not use. Nothing was changed.")
        # Never more than this is unfolded: a part is read no further than to the length it states.
        if sum(part.file_size for part in parts) > most:
            raise BadInput("This file unfolds to more than one file may hold. Nothing was changed.")

    def read(self, name: str, most: int) -> bytes:
        """A part that is there, of at most so many bytes. Raises BadInput if it is larger, or damaged."""
        stated = self._zip.getinfo(name).file_size
        if stated > most:
            raise BadInput("A part of this file is larger than it can be. Nothing was changed.")
        try:
            with self._zip.open(name) as part:
                # Asked for everything, it would unfold the whole of it and only then look at the stated length.
                return part.read(stated + 1)
        except _BROKEN:
            raise _damaged() from None


def _check_end(content: bytes) -> None:
    """A ZIP ends with the length of its directory; the reader would look for that farther up, and believe anything."""
    end = content[-_END.size :]
    if len(end) < _END.size or not end.startswith(_END_SIGN):
        raise BadInput("This file is cut off, or something was added to its end. Nothing was changed.")
    _, _, _, _, _, directory, _, remark = _END.unpack(end)
    before = content[-_END.size - _LARGER_KIND_LENGTH :]
    if directory > _LONGEST_DIRECTORY or remark or before.startswith(_LARGER_KIND_SIGN):
        raise BadInput("This file has more parts than can be taken in. Nothing was changed.")


def _damaged() -> BadInput:
    return BadInput("This file is damaged: a part of it is missing or changed. Nothing was changed.")

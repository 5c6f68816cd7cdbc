"""A whole workbook as a few kilobytes with a fingerprint, and back, or not at all if a single byte differs."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from hashlib import sha256

from counteroffer.archive.keeping.formats import Plain, canonical
from counteroffer.domain.errors import Fault
from counteroffer.domain.words import N_

DAMAGED_STATE = N_(
    "This saved state of the workbook is damaged: it is not what was stored. Nothing was changed and nothing of it "
    "is shown, because it would be wrong. Earlier states of the workbook may still be whole."
)


@dataclass(frozen=True)
class Snapshot:
    """`body` is compressed; `size` in bytes and `sha256` are of what it was before that."""

    size: int
    sha256: str
    body: bytes


def pack(plain: Plain) -> Snapshot:
    """The workbook, ready to be kept."""
    content = canonical(plain)
    return Snapshot(len(content), sha256(content).hexdigest(), zlib.compress(content))


def unpack(snapshot: Snapshot) -> Plain:
    """The workbook as it was kept. Raises Fault if it is not exactly that."""
    reader = zlib.decompressobj()
    try:
        # One byte more than there should be: enough to see that there is too much, and never a flood.
        content = reader.decompress(snapshot.body, snapshot.size + 1)
    except zlib.error as error:
        raise Fault(DAMAGED_STATE) from error
    if len(content) != snapshot.size or sha256(content).hexdigest() != snapshot.sha256:
        raise Fault(DAMAGED_STATE)
    plain: Plain = json.loads(content)
    return plain

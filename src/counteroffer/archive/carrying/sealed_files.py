"""The encrypted form of a file that carries workbooks: what the open form holds, sealed with a passphrase of its own.

A workbook's JSON is compressed first. A box is compressed already and is sealed as it is; what is inside shows by its
first bytes once it is opened.
"""

from __future__ import annotations

import zlib

from counteroffer.archive.carrying import boxes, portable
from counteroffer.archive.sealing import wrapping
from counteroffer.archive.sealing.wrapping import USUAL, Costs
from counteroffer.domain.errors import BadInput

_ABOUT = b"Counteroffer: workbooks to carry"
"""Sealed with the content, so that a file and an archive's key are never taken for each other."""


def seal(content: bytes, passphrase: str, costs: Costs = USUAL) -> bytes:
    """A portable file or a box in the encrypted form. Raises BadInput for an empty passphrase."""
    return wrapping.seal(content if boxes.is_box(content) else zlib.compress(content), passphrase, _ABOUT, costs)


def is_sealed(content: bytes) -> bool:
    """Whether a file is of the encrypted form, by its first bytes."""
    return wrapping.is_sealed(content)


def unseal(content: bytes, passphrase: str) -> bytes:
    """The open form. Raises BadInput that names the cause: no passphrase, a wrong one, damage, a newer version, or
    more inside than a portable file may have."""
    if not passphrase:
        raise BadInput("This file is encrypted and opens only with its passphrase. Nothing was changed.")
    opened = wrapping.unseal(content, passphrase, _ABOUT)
    return opened if boxes.is_box(opened) else _inflated(opened)


def _inflated(content: bytes) -> bytes:
    reader = zlib.decompressobj()
    try:
        # One byte more than there may be: enough to see that there is too much, and never a flood.
        inflated = reader.decompress(content, portable.LARGEST + 1)
    except zlib.error:
        raise BadInput(
            "This file was sealed whole, but what is inside is not a workbook. Nothing was changed."
        ) from None
    if not reader.eof and len(inflated) <= portable.LARGEST:
        raise BadInput("This file was sealed whole, but what is inside is cut off. Nothing was changed.")
    return inflated

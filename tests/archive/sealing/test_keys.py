from __future__ import annotations

import struct
from pathlib import Path

import pytest

from counteroffer.archive.file.connection import PAGE_SIZE
from counteroffer.archive.sealing.keys import PUBLISHED_KEY, engine_key
from counteroffer.archive.store import open_archive
from tests.archive.conftest import workbook


def test_the_published_key_never_changes() -> None:
    assert PUBLISHED_KEY.hex() == "d1c6d5418acc5440e519c3654ef9c6e71a05ba7fb4da1925f48e6e4fc597d225"


def test_a_key_is_handed_over_as_it_is() -> None:
    assert engine_key(bytes(range(32))) == "raw:" + "".join(f"{byte:02x}" for byte in range(32))


def test_a_key_of_another_length_is_a_mistake_in_the_program() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        engine_key(b"short")


def test_every_page_is_sealed_with_the_key_itself_and_nothing_derived_from_it(folder: Path) -> None:
    with open_archive(folder) as archive:
        archive.add(workbook(note="word " * 2000)).result()
    content = (folder / "archive.db").read_bytes()
    pages = [content[start : start + PAGE_SIZE] for start in range(0, len(content), PAGE_SIZE)]
    assert len(pages) > 5
    for number, page in enumerate(pages, start=1):
        sealed, nonce, seal = page[:-16], page[-32:-16], page[-16:]
        counter = struct.unpack("<I", nonce[12:])[0] ^ number
        one_time_key = _chacha20_block(PUBLISHED_KEY, counter, nonce[:12])
        assert _poly1305(sealed, one_time_key) == seal


def _chacha20_block(key: bytes, counter: int, nonce: bytes) -> bytes:
    """The block function of RFC 8439, written out plainly."""
    start = [*struct.unpack("<4I", b"expand 32-byte k"), *struct.unpack("<8I", key), counter]
    start += struct.unpack("<3I", nonce)
    words = list(start)

    def quarter(a: int, b: int, c: int, d: int) -> None:
        for into, add, mixed, turn in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            words[into] = (words[into] + words[add]) & 0xFFFFFFFF
            value = words[mixed] ^ words[into]
            words[mixed] = ((value << turn) | (value >> (32 - turn))) & 0xFFFFFFFF

    for _ in range(10):
        for column in range(4):
            quarter(column, 4 + column, 8 + column, 12 + column)
        for column in range(4):
            quarter(column, 4 + (column + 1) % 4, 8 + (column + 2) % 4, 12 + (column + 3) % 4)
    return struct.pack("<16I", *[(word + first) & 0xFFFFFFFF for word, first in zip(words, start, strict=True)])


def _poly1305(message: bytes, key: bytes) -> bytes:
    """The authenticator of RFC 8439."""
    r = int.from_bytes(key[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    total = 0
    for start in range(0, len(message), 16):
        total = (total + int.from_bytes(message[start : start + 16] + b"\1", "little")) * r % ((1 << 130) - 5)
    return ((total + int.from_bytes(key[16:32], "little")) & ((1 << 128) - 1)).to_bytes(16, "little")

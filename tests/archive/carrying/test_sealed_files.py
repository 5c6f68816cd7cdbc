"""The encrypted form of a file: what somebody may have put inside, or done to it on the way."""

from __future__ import annotations

import struct
import zlib
from hashlib import sha256
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counteroffer.archive.carrying import boxes, portable, sealed_files
from counteroffer.archive.sealing import wrapping
from counteroffer.archive.sealing.wrapping import Costs
from counteroffer.domain.errors import BadInput
from tests.archive.conftest import workbook
from tests.archive.memory import peak

CHEAP = Costs(passes=1, memory=8192)
WORD = "ein Wort für unterwegs"
BOOK = workbook(title="Zebra-Salary", note="x" * 3000)
PLAIN = portable.write(BOOK, {})
SEALED = sealed_files.seal(PLAIN, WORD, CHEAP)


def _refusal(content: bytes, word: str = WORD) -> str:
    with pytest.raises(BadInput) as caught:
        sealed_files.unseal(content, word)
    assert "Zebra" not in caught.value.sentence
    return caught.value.sentence


def _inside(content: bytes) -> bytes:
    """A file whose seal is right, whatever is inside."""
    return wrapping.seal(content, WORD, sealed_files._ABOUT, CHEAP)


def _stated(passes: int, memory: int, version: int = 1) -> bytes:
    """A file that states these costs, with a checksum that is right."""
    header = struct.pack(">8sBBIQ16s24s", b"CoSealed", version, 1, passes, memory, bytes(16), bytes(24))
    body = header + bytes(100)
    return body + sha256(body).digest()


@given(st.binary(max_size=2000), st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20))
def test_whatever_is_sealed_comes_back_with_its_passphrase(plain: bytes, word: str) -> None:
    assert sealed_files.unseal(sealed_files.seal(plain, word, CHEAP), word) == plain


def test_a_workbook_is_compressed_and_a_box_is_not_a_second_time() -> None:
    assert len(SEALED) < len(PLAIN) / 2
    box = boxes.write([], [])
    assert len(sealed_files.seal(box, WORD, CHEAP)) == len(box) + wrapping.OVERHEAD
    assert sealed_files.unseal(sealed_files.seal(box, WORD, CHEAP), WORD) == box


def test_it_is_known_by_its_first_bytes() -> None:
    assert sealed_files.is_sealed(SEALED[:8])
    assert not any(map(sealed_files.is_sealed, (PLAIN, b"", boxes.write([], []), b"Co")))


def test_cut_off_or_changed_anywhere() -> None:
    for length in range(8, len(SEALED), 41):
        assert "damaged" in _refusal(SEALED[:length])
    for at in range(9, len(SEALED), 41):
        assert "damaged" in _refusal(SEALED[:at] + bytes([SEALED[at] ^ 1]) + SEALED[at + 1 :])


def test_the_passphrase() -> None:
    assert "opens only with its passphrase" in _refusal(SEALED, "")
    assert "not the right one" in _refusal(SEALED, WORD.upper())


@pytest.mark.parametrize(
    ("passes", "memory"), [(2**32 - 1, 8192), (1, 2**63), (0, 8192), (1, 0), (11, 8192), (1, 2**30 + 1)]
)
def test_absurd_costs_are_never_paid(passes: int, memory: int) -> None:
    start = process_time()
    assert "damaged" in _refusal(_stated(passes, memory))
    assert process_time() - start < 1


def test_a_newer_seal() -> None:
    assert "newer version" in _refusal(_stated(1, 8192, version=2))


def test_what_is_inside_is_no_workbook() -> None:
    assert "not a workbook" in _refusal(_inside(b"hello"))
    assert "not a workbook" in _refusal(_inside(b"\x78\x9c" + b"hello"))
    assert "cut off" in _refusal(_inside(zlib.compress(PLAIN)[:-9]))
    assert "cut off" in _refusal(_inside(b""))


def test_a_bomb_inside_is_not_unfolded() -> None:
    reader = zlib.compressobj(9)
    piece = reader.compress(bytes(1024 * 1024))
    bomb = piece + b"".join(reader.compress(bytes(1024 * 1024)) for _ in range(69)) + reader.flush()
    sealed = _inside(bomb)
    assert len(sealed) < 1024 * 1024
    unfolded, most = peak(lambda: sealed_files.unseal(sealed, WORD))
    assert most < 2.2 * portable.LARGEST
    assert len(unfolded) == portable.LARGEST + 1
    with pytest.raises(BadInput, match="larger than 64 MB"):
        portable.read(unfolded)

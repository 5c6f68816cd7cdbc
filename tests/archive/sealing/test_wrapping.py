from __future__ import annotations

import struct
import time
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counteroffer.archive.sealing.wrapping import (
    OVERHEAD,
    USUAL,
    Costs,
    DamagedSeal,
    NewerSeal,
    is_sealed,
    seal,
    unseal,
)
from counteroffer.domain.errors import BadInput
from counteroffer.editing.ports import WrongSecret

CHEAP = Costs(passes=1, memory=8192)

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(st.binary(max_size=300), texts, st.binary(max_size=20))
def test_what_was_sealed_opens_with_its_secret(content: bytes, secret: str, about: bytes) -> None:
    sealed = seal(content, secret, about, CHEAP)
    assert unseal(sealed, secret, about) == content
    assert len(sealed) == len(content) + OVERHEAD
    assert is_sealed(sealed)


def test_nothing_is_sealed_the_same_way_twice() -> None:
    assert len({seal(b"same", "same", costs=CHEAP) for _ in range(20)}) == 20


def test_a_letter_with_its_accent_is_one_letter_however_it_is_typed() -> None:
    assert unseal(seal(b"x", "caf\u00e9 \u1e69", costs=CHEAP), "cafe\u0301 s\u0307\u0323") == b"x"


@pytest.mark.parametrize("other", ["Secret", "secret ", " secret", "secre", "ѕecret", "secret\n"])
def test_another_secret_is_wrong_and_not_damage(other: str) -> None:
    with pytest.raises(WrongSecret, match="not the right one"):
        unseal(seal(b"x", "secret", costs=CHEAP), other)


def test_what_is_sealed_for_one_thing_is_of_no_use_for_another() -> None:
    with pytest.raises(WrongSecret):
        unseal(seal(b"x", "secret", b"one", CHEAP), "secret", b"two")


def test_every_flipped_bit_is_noticed_as_damage_or_as_a_newer_version() -> None:
    sealed = seal(b"content", "secret", costs=CHEAP)
    for place in range(len(sealed)):
        for bit in range(8):
            changed = bytearray(sealed)
            changed[place] ^= 1 << bit
            with pytest.raises((DamagedSeal, NewerSeal)):
                unseal(bytes(changed), "secret")


def test_every_cut_is_noticed_as_damage() -> None:
    sealed = seal(b"content", "secret", costs=CHEAP)
    for length in range(len(sealed)):
        with pytest.raises(DamagedSeal, match="damaged"):
            unseal(sealed[:length], "secret")


def test_a_newer_version_is_named_even_if_nothing_else_is_understood() -> None:
    with pytest.raises(NewerSeal, match="newer version"):
        unseal(b"CoSealed\x02whatever comes then", "secret")


@pytest.mark.parametrize(
    ("passes", "memory"),
    [(11, 8192), (1, 2 * 1024**3), (2**32 - 1, 8192), (1, 2**64 - 1), (0, 8192), (1, 0), (1, 8191)],
)
def test_a_file_that_asks_for_too_much_is_refused_at_once(passes: int, memory: int) -> None:
    sealed = seal(b"x", "secret", costs=CHEAP)
    header = sealed[:10] + struct.pack(">IQ", passes, memory) + sealed[22:-32]
    started = time.perf_counter()
    with pytest.raises(DamagedSeal):
        unseal(header + sha256(header).digest(), "secret")
    assert time.perf_counter() - started < 1


def test_a_way_to_derive_keys_that_is_not_known_is_refused() -> None:
    sealed = seal(b"x", "secret", costs=CHEAP)
    other = sealed[:9] + b"\x02" + sealed[10:-32]
    with pytest.raises(DamagedSeal):
        unseal(other + sha256(other).digest(), "secret")


def test_cheaper_costs_cannot_be_put_in_from_outside() -> None:
    sealed = seal(b"x", "secret", costs=Costs(2, 8192))
    cheaper = sealed[:10] + struct.pack(">IQ", 1, 8192) + sealed[22:-32]
    with pytest.raises(WrongSecret):
        unseal(cheaper + sha256(cheaper).digest(), "secret")


def test_an_empty_secret_is_the_only_one_that_is_refused() -> None:
    with pytest.raises(BadInput, match="at least one character"):
        seal(b"x", "", costs=CHEAP)
    for secret in (" ", "1", "\0", "x" * 100_000, "😀"):
        assert unseal(seal(b"x", secret, costs=CHEAP), secret) == b"x"


def test_half_a_character_is_refused_in_words() -> None:
    with pytest.raises(BadInput, match="half of a pair"):
        seal(b"x", "\ud800", costs=CHEAP)


def test_too_little_memory_is_told_as_that() -> None:
    # Half of what an address can name: no machine has it, so the library's own failure is met.
    with pytest.raises(MemoryError):
        seal(b"x", "secret", costs=Costs(1, 2**42 - 1024))


def test_the_usual_costs_are_those_of_the_design() -> None:
    assert Costs(passes=3, memory=64 * 1024 * 1024) == USUAL
    sealed = seal(b"x", "secret")
    assert unseal(sealed, "secret") == b"x"
    assert struct.unpack(">IQ", sealed[10:22]) == (3, 64 * 1024 * 1024)

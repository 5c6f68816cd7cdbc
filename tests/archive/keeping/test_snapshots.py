from __future__ import annotations

import zlib
from dataclasses import replace

import pytest

from counteroffer.archive.keeping.snapshots import DAMAGED_STATE, Snapshot, pack, unpack
from counteroffer.domain.errors import Fault

PLAIN = {"title": "Harbour & Hill", "terms": [{"id": "a"}], "note": "ü" * 500}


def test_what_is_packed_comes_back() -> None:
    assert unpack(pack(PLAIN)) == PLAIN


def test_the_same_content_has_the_same_fingerprint() -> None:
    assert pack(PLAIN).sha256 == pack(dict(reversed(PLAIN.items()))).sha256
    assert pack(PLAIN).sha256 != pack({**PLAIN, "note": ""}).sha256


def _flipped(snapshot: Snapshot, byte: int) -> Snapshot:
    body = bytearray(snapshot.body)
    body[byte] ^= 1
    return replace(snapshot, body=bytes(body))


def test_a_changed_byte_never_gives_other_content() -> None:
    snapshot = pack(PLAIN)
    for byte in range(len(snapshot.body)):
        try:
            assert unpack(_flipped(snapshot, byte)) == PLAIN
        except Fault as fault:
            assert fault.sentence == DAMAGED_STATE  # noqa: PT017 - either outcome is right, a third is not


@pytest.mark.parametrize("length", [0, 1, 20])
def test_a_cut_off_body_is_refused(length: int) -> None:
    snapshot = pack(PLAIN)
    with pytest.raises(Fault):
        unpack(replace(snapshot, body=snapshot.body[:length]))


def test_a_body_that_would_swell_is_refused_without_swelling() -> None:
    flood = zlib.compress(bytes(200_000_000))
    with pytest.raises(Fault):
        unpack(Snapshot(10, "0" * 64, flood))

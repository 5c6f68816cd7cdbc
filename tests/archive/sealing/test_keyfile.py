from __future__ import annotations

import base64
import json
import os
import stat
from hashlib import sha256
from os import urandom
from pathlib import Path
from typing import Any

import pytest

from counteroffer.archive.file.folder import Folder
from counteroffer.archive.sealing import keyfile, recovery
from counteroffer.archive.sealing.keyfile import KeyFile, from_bytes, to_bytes, wrapped
from counteroffer.archive.sealing.wrapping import Costs
from counteroffer.domain.errors import Fault
from counteroffer.editing.ports import WrongSecret

CHEAP = Costs(passes=1, memory=8192)
KEY = urandom(32)
CODE = recovery.new_code()


@pytest.fixture
def held() -> KeyFile:
    return wrapped(KEY, "secret", CODE, CHEAP)


def test_the_passphrase_and_the_recovery_code_open_it_and_nothing_else(held: KeyFile) -> None:
    read = from_bytes(to_bytes(held))
    assert read == held
    assert read.unlock("secret") == read.unlock(CODE) == read.unlock(CODE.lower().replace("-", " ")) == KEY
    with pytest.raises(WrongSecret, match="neither the passphrase"):
        read.unlock("Secret")
    with pytest.raises(WrongSecret, match="neither the passphrase"):
        read.unlock(recovery.new_code())
    with pytest.raises(WrongSecret, match="7 groups"):
        read.unlock(CODE[:-1])


def test_a_passphrase_may_look_like_a_recovery_code() -> None:
    other = recovery.new_code().lower()
    assert wrapped(KEY, other, CODE, CHEAP).unlock(other) == KEY
    assert wrapped(KEY, CODE[:-1], CODE, CHEAP).unlock(CODE[:-1]) == KEY


def test_each_secret_is_changed_by_itself(held: KeyFile) -> None:
    changed = held.with_passphrase(KEY, "another", CHEAP)
    assert changed.unlock("another") == changed.unlock(CODE) == KEY
    with pytest.raises(WrongSecret):
        changed.unlock("secret")
    code = recovery.new_code()
    changed = held.with_recovery_code(KEY, code, CHEAP)
    assert changed.unlock("secret") == changed.unlock(code) == KEY
    with pytest.raises(WrongSecret):
        changed.unlock(CODE)


def test_a_wrapping_is_of_no_use_in_another_place_or_for_another_archive(held: KeyFile) -> None:
    other = wrapped(KEY, "other", recovery.new_code(), CHEAP)
    for passphrase, code in ((held.recovery, held.passphrase), (other.passphrase, other.recovery)):
        mixed = KeyFile(held.id, passphrase, code)
        for secret in ("secret", "other", CODE):
            with pytest.raises(WrongSecret):
                mixed.unlock(secret)


def test_the_first_line_says_what_it_is(held: KeyFile) -> None:
    first = to_bytes(held).decode("ascii").splitlines()[0]
    assert first.startswith("Counteroffer key file. Keep it in one folder with archive.db")


def test_it_holds_neither_a_secret_nor_the_key(held: KeyFile) -> None:
    content = to_bytes(held)
    inside = base64.b64decode(content.split()[-1])
    for secret in (b"secret", CODE.encode(), CODE.replace("-", "").encode(), KEY, KEY.hex().encode()):
        assert secret not in content
        assert secret not in inside


def test_any_one_byte_may_be_damaged(held: KeyFile) -> None:
    content = to_bytes(held)
    for place in range(len(content)):
        for change in (1, 0x20, 0xFF):
            damaged = bytearray(content)
            damaged[place] ^= change
            assert from_bytes(bytes(damaged)).id == held.id


def test_one_half_may_be_gone(held: KeyFile) -> None:
    content = to_bytes(held)
    second = content.rindex(b"\n\n")
    for half in (content[:second], content[second:], b"\0" * second + content[second:]):
        read = from_bytes(half)
        assert (read.unlock("secret"), read.whole) == (KEY, False)


@pytest.mark.parametrize("content", [b"", b"x", b"\0" * 3000, os.urandom(70_000), b"0" * 64 + b" QUJD\n"])
def test_what_is_no_key_file_is_damage(content: bytes) -> None:
    with pytest.raises(Fault, match=r"damaged in both of its copies.*backup"):
        from_bytes(content)


def _written(record: Any) -> bytes:
    text = base64.b64encode(json.dumps(record).encode())
    return sha256(text).hexdigest().encode() + b" " + text + b"\n"


@pytest.mark.parametrize(
    "change",
    [
        {"version": 0},
        {"version": "1"},
        {"version": None},
        {"id": 5},
        {"id": "not hex"},
        {"passphrase": None},
        {"recovery": "QQ"},
        {"passphrase": "QUJD", "recovery": "QUJD"},
        {"passphrase": ""},
    ],
)
def test_a_record_that_we_did_not_write_is_damage(held: KeyFile, change: dict[str, Any]) -> None:
    record = json.loads(base64.b64decode(to_bytes(held).split()[-1]))
    assert from_bytes(_written(record)).unlock("secret") == KEY
    with pytest.raises(Fault, match="damaged"):
        from_bytes(_written(record | change)).unlock("secret")


@pytest.mark.parametrize("record", [[], 5, None, {}, {"version": "1"}, {"version": 1}])
def test_a_record_without_its_fields_is_damage(record: Any) -> None:
    with pytest.raises(Fault, match="damaged"):
        from_bytes(_written(record))


def test_a_key_of_another_length_is_damage() -> None:
    with pytest.raises(Fault, match="damaged"):
        wrapped(b"short", "secret", CODE, CHEAP).unlock("secret")


def test_a_newer_key_file_is_named() -> None:
    with pytest.raises(Fault, match="newer version"):
        from_bytes(_written({"version": 2, "slots": []}))


def test_it_is_written_in_one_step_for_its_owner_alone(tmp_path: Path, held: KeyFile) -> None:
    folder = Folder(tmp_path)
    folder.fresh_key.write_text("what a crash left")
    keyfile.write(folder, held)
    keyfile.write(folder, held)
    assert [path.name for path in tmp_path.iterdir()] == ["archive.key"]
    assert keyfile.read(folder.key) == held
    if os.name == "posix":
        assert stat.S_IMODE(folder.key.stat().st_mode) == 0o600

"""A file that calls itself a backup, read strictly."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from counteroffer.archive.backups.backup_files import (
    LARGEST_KEY_FILE,
    UnreadableBackup,
    look_at,
    look_at_any,
    name_for,
    packing,
    reading,
    unpacking,
)
from counteroffer.archive.backups.sliced import at_once

AT = datetime(2026, 11, 22, 3, 15, 0, 999, UTC)
NAME = "2026-11-22T03-15-00Z-before-a-restore.counteroffer-backup"


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    database = tmp_path / "some.db"
    database.write_bytes(bytes(range(256)) * 100)
    at_once(packing(database, b"the key", tmp_path / NAME, "id", "sign"))
    return tmp_path / NAME


def test_the_name_tells_when_and_what_for() -> None:
    assert name_for(AT, "before a restore") == NAME
    for occasion in ("", "Up", "two  spaces", "../away"):
        with pytest.raises(ValueError, match="small letters"):
            name_for(AT, occasion)


def test_what_was_packed_comes_out_again(packed: Path, tmp_path: Path) -> None:
    found = look_at(packed)
    assert found is not None
    assert (found.archive, found.sign, found.good) == ("id", "sign", True)
    assert (found.backup.at, found.backup.occasion, found.backup.protected) == (
        AT.replace(microsecond=0),
        "before a restore",
        True,
    )
    assert at_once(unpacking(packed, tmp_path / "out")) == b"the key"
    assert (tmp_path / "out").read_bytes() == (tmp_path / "some.db").read_bytes()


@pytest.mark.parametrize(
    "name",
    ["notes.txt", "2026-11-22T03-15-00Z-Daily.counteroffer-backup", "2026-13-22T03-15-00Z-a.counteroffer-backup"],
)
def test_other_names_are_no_backups_but_may_be_given_as_a_file(packed: Path, name: str) -> None:
    other = packed.rename(packed.with_name(name))
    assert look_at(other) is None
    found = look_at_any(other)
    assert found.good
    assert found.backup.occasion == ""


def test_a_flipped_bit_anywhere_in_the_content_is_noticed(packed: Path) -> None:
    content = packed.read_bytes()
    for place in range(0, len(content), 997):
        flipped = bytearray(content)
        flipped[place] ^= 4
        packed.write_bytes(bytes(flipped))
        try:
            at_once(reading(packed))
        except UnreadableBackup:
            continue
        # Dates and attributes in the directory may differ: nothing here reads them.
        assert place > len(content) - 300


def test_a_cut_file_is_no_good(packed: Path) -> None:
    content = packed.read_bytes()
    for length in (0, 10, 1000, len(content) - 1):
        packed.write_bytes(content[:length])
        found = look_at(packed)
        assert found is not None
        assert not found.good


def _zipped(path: Path, *entries: tuple[str, bytes], kind: int = zipfile.ZIP_STORED, comment: bytes = b"") -> Path:
    with zipfile.ZipFile(path, "w", kind) as zipped:
        zipped.comment = comment
        for name, content in entries:
            zipped.writestr(name, content)
    return path


def test_anything_else_in_it_is_refused(tmp_path: Path) -> None:
    path = tmp_path / NAME
    ours = ("archive.db", b"x" * 50)
    for made in (
        lambda: _zipped(path),
        lambda: _zipped(path, ("archive.key", b"")),
        lambda: _zipped(path, ours, ("../away", b"")),
        lambda: _zipped(path, ours, kind=zipfile.ZIP_DEFLATED),
        lambda: _zipped(path, ours, ("archive.key", b"k" * (LARGEST_KEY_FILE + 1))),
        lambda: _zipped(path, ours, comment=b"[]"),
        lambda: _zipped(path, ours, comment=b"{"),
    ):
        made()
        found = look_at(path)
        assert found is not None
        assert not found.good
    _zipped(path, ours)
    assert look_at_any(path).good

"""Each of the ways an archive with a passphrase may not open has a sentence of its own; nothing is changed by any."""

from __future__ import annotations

import shutil
from pathlib import Path

import apsw
import pytest

from counteroffer.archive.faults import Damage
from counteroffer.archive.sealing.unlocking import needs_secret
from counteroffer.archive.sealing.wrapping import Costs
from counteroffer.archive.store import open_archive
from counteroffer.domain.errors import BadInput, Fault
from counteroffer.editing.ports import NeedsSecret, WrongSecret
from tests.archive.conftest import content_of, workbook

CHEAP = Costs(passes=1, memory=8192)


def sealed_archive(folder: Path) -> str:
    """An archive with one workbook and a passphrase; its recovery code."""
    with open_archive(folder, costs=CHEAP) as archive:
        archive.add(workbook(note="word " * 3000)).result()
        return archive.protection.set_first("secret").result().recovery_code


@pytest.fixture
def code(folder: Path) -> str:
    return sealed_archive(folder)


def titles(folder: Path, secret: str | None = None) -> list[str]:
    with open_archive(folder, secret=secret) as archive:
        return [one.title for one in archive.summaries().result()]


def _refused(folder: Path, secret: str | None, kind: type[Exception], match: str) -> None:
    before = content_of(folder)
    with pytest.raises(kind, match=match) as caught:
        open_archive(folder, secret=secret)
    assert type(caught.value) is kind
    assert "othing was changed" in str(caught.value)
    assert content_of(folder) == before


def test_the_passphrase_opens_it_and_so_does_the_recovery_code(folder: Path, code: str) -> None:
    assert titles(folder, "secret") == titles(folder, code) == titles(folder, code.lower()) == ["First"]


def test_without_a_secret_it_asks_for_one(folder: Path, code: str) -> None:
    _refused(folder, None, NeedsSecret, "none was given")
    assert issubclass(NeedsSecret, BadInput)


def test_a_wrong_passphrase_and_a_mistyped_code_are_said_apart(folder: Path, code: str) -> None:
    _refused(folder, "Secret", WrongSecret, "neither the passphrase")
    _refused(folder, "", BadInput, "empty")
    _refused(folder, code[:-1], WrongSecret, "typing mistake")


def test_damage_behind_the_right_passphrase_is_damage(folder: Path, code: str) -> None:
    database = folder / "archive.db"
    content = database.read_bytes()
    database.write_bytes(content[:100] + bytes([content[100] ^ 1]) + content[101:])
    _refused(folder, "secret", Damage, "passphrase is right.*damaged")
    _refused(folder, "Secret", WrongSecret, "neither the passphrase")


def test_the_key_file_of_another_archive_is_not_taken_for_a_wrong_passphrase(folder: Path, code: str) -> None:
    sealed_archive(folder.with_name("other"))
    shutil.copy(folder.with_name("other") / "archive.key", folder)
    _refused(folder, "secret", Damage, "belongs to another archive")


def test_a_missing_key_file_is_said_and_backups_are_named(folder: Path, code: str) -> None:
    (folder / "archive.key").unlink()
    for secret in (None, "secret"):
        _refused(folder, secret, Damage, r"key file archive.key is missing.*backup")
    assert not needs_secret(folder)


def test_a_damaged_key_file_is_said_and_half_a_one_is_mended(folder: Path, code: str) -> None:
    key_file = folder / "archive.key"
    whole = key_file.read_bytes()
    key_file.write_bytes(whole[: whole.rindex(b"\n\n")])
    assert titles(folder, "secret") == ["First"]
    assert key_file.read_bytes() == whole
    key_file.write_bytes(b"x" * len(whole))
    _refused(folder, "secret", Fault, r"damaged in both of its copies.*backup")


def test_a_half_that_cannot_be_mended_still_opens(folder: Path, code: str) -> None:
    key_file = folder / "archive.key"
    half = key_file.read_bytes()[:-10]
    key_file.write_bytes(half)
    # Something is in the way of the fresh file.
    (folder / "archive.key.new").mkdir()
    assert titles(folder, "secret") == ["First"]
    assert key_file.read_bytes() == half


def test_an_archive_without_a_passphrase_put_beside_a_key_file_opens_and_the_key_file_is_kept(
    folder: Path, code: str
) -> None:
    other = folder.with_name("other")
    with open_archive(other) as archive:
        archive.add(workbook(title="Plain")).result()
    key_file = (folder / "archive.key").read_bytes()
    shutil.copy(other / "archive.db", folder)
    assert titles(folder, "secret") == titles(folder) == ["Plain"]
    assert (folder / "archive.key.unused").read_bytes() == key_file
    assert not (folder / "archive.key").exists()


def test_a_secret_that_is_not_needed_is_not_looked_at(folder: Path) -> None:
    with open_archive(folder) as archive:
        archive.add(workbook()).result()
    assert titles(folder, "anything") == ["First"]
    assert not needs_secret(folder)


def test_whether_a_secret_is_needed_is_known_without_a_look_into_the_archive(folder: Path, code: str) -> None:
    (folder / "archive.db").write_bytes(b"")
    assert needs_secret(folder)
    (folder / "archive.key").rename(folder / "archive.key.next")
    assert not needs_secret(folder)
    (folder / "archive.replacing").touch()
    assert needs_secret(folder)


def test_a_lost_archive_beside_its_key_file_is_not_begun_anew(folder: Path, code: str) -> None:
    (folder / "archive.db").unlink()
    (folder / "archive.lock").write_bytes(b"")
    with pytest.raises(Fault, match="missing"):
        open_archive(folder, secret="secret")  # noqa: S106


def test_a_newer_archive_behind_the_right_passphrase_is_named_as_that(folder: Path, code: str) -> None:
    with open_archive(folder, secret="secret") as archive:  # noqa: S106
        archive._work.do(lambda: _set_version(archive._work.db)).result()
    _refused(folder, "secret", Fault, "newer version")


def _set_version(db: apsw.Connection) -> None:
    db.pragma("user_version", 99)

"""The keyring of a computer, as it is and as it fails. The archive's own part is the real one throughout."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import KeyringLocked

from counteroffer.archive.sealing import remembering
from counteroffer.archive.sealing.keyfile import read
from counteroffer.archive.sealing.wrapping import Costs
from counteroffer.archive.store import LocalArchive, open_archive
from counteroffer.domain.errors import Fault
from counteroffer.editing.ports import NeedsSecret
from tests.archive.conftest import workbook
from tests.archive.keyrings import InMemory, instead

CHEAP = Costs(passes=1, memory=8192)
KEY = bytes(range(32))


class Locked(InMemory):
    """One whose owner does not unlock it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked

    set_password = delete_password = get_password  # type: ignore[assignment]


class InTheOpen(InMemory):
    """One that keeps its content where everybody can read it; such say so by their priority."""

    priority = 0.5  # type: ignore[assignment]


class Several(chainer.ChainerBackend):
    """Several keyrings, as where two desktops are installed."""

    viable = False

    def __init__(self, *backends: KeyringBackend) -> None:
        super().__init__()
        self.given = backends

    @property
    def backends(self) -> tuple[KeyringBackend, ...]:
        return self.given


class Broken(InMemory):
    """One that fails in a way of its own."""

    @property
    def priority(self) -> float:  # type: ignore[override]
        raise OSError("secret words")


@pytest.fixture(autouse=True)
def entries() -> Iterator[dict[tuple[str, str], str]]:
    """What is in this computer's keyring."""
    backend = InMemory()
    with instead(backend):
        yield backend.entries


@pytest.fixture
def archive(folder: Path) -> Iterator[LocalArchive]:
    with open_archive(folder, costs=CHEAP) as opened:
        opened.add(workbook()).result()
        opened.protection.set_first("secret").result()
        yield opened


def test_the_keyring_opens_the_archive_until_it_is_told_to_forget(
    archive: LocalArchive, folder: Path, entries: dict[tuple[str, str], str]
) -> None:
    archive.protection.remember().result()
    state = archive.protection.state().result()
    assert (state.remembered, state.no_keyring) == (True, "")
    archive.close()
    with open_archive(folder) as again:
        assert again.load("one").result().title == "First"
        again.protection.forget().result()
        again.protection.forget().result()
        assert not again.protection.state().result().remembered
    assert entries == {}
    with pytest.raises(NeedsSecret):
        open_archive(folder)


def test_it_keeps_the_key_and_never_the_passphrase(archive: LocalArchive, entries: dict[tuple[str, str], str]) -> None:
    archive.protection.remember().result()
    ((service, name), kept) = next(iter(entries.items()))
    assert service == "Counteroffer archive"
    assert name == read(archive.folder.key).id
    assert len(bytes.fromhex(kept)) == 32
    assert "secret" not in kept


def test_another_passphrase_leaves_it_remembered_and_none_takes_it_out(
    archive: LocalArchive, folder: Path, entries: dict[tuple[str, str], str]
) -> None:
    archive.protection.remember().result()
    archive.protection.change("secret", "other").result()
    archive.close()
    with open_archive(folder) as again:
        again.protection.remove("other").result()
    assert entries == {}
    open_archive(folder).close()


def test_on_another_computer_the_passphrase_is_asked_for(
    archive: LocalArchive, folder: Path, entries: dict[tuple[str, str], str]
) -> None:
    archive.protection.remember().result()
    archive.close()
    keyring.set_keyring(InMemory())
    with pytest.raises(NeedsSecret):
        open_archive(folder)
    with open_archive(folder, secret="secret") as again:  # noqa: S106
        assert not again.protection.state().result().remembered


@pytest.mark.parametrize("kept", ["00" * 32, "00" * 31, "not a key", ""])
def test_a_key_that_opens_nothing_makes_it_ask_and_is_no_damage(
    archive: LocalArchive, folder: Path, entries: dict[tuple[str, str], str], kept: str
) -> None:
    archive.protection.remember().result()
    archive.close()
    entries.update(dict.fromkeys(entries, kept))
    with pytest.raises(NeedsSecret):
        open_archive(folder)


@pytest.mark.parametrize("backend", [fail.Keyring(), null.Keyring(), InTheOpen(), Several(InTheOpen()), Broken()])
def test_where_there_is_no_keyring_a_plain_sentence_says_so(archive: LocalArchive, backend: KeyringBackend) -> None:
    keyring.set_keyring(backend)
    assert "no keyring" in archive.protection.state().result().no_keyring
    with pytest.raises(Fault, match=r"no keyring.*Nothing was changed"):
        archive.protection.remember().result()
    archive.protection.forget().result()
    assert not read(archive.folder.key).remembered
    assert remembering.recall("any") is None
    remembering.forget("any")


def test_of_several_keyrings_the_first_is_used() -> None:
    first, second = InMemory(), InTheOpen()
    keyring.set_keyring(Several(first, second))
    remembering.remember("id", KEY)
    assert (len(first.entries), len(second.entries)) == (1, 0)
    assert remembering.recall("id") == KEY


def test_a_keyring_that_refuses_is_said_apart_from_none(archive: LocalArchive, folder: Path) -> None:
    keyring.set_keyring(Locked())
    assert archive.protection.state().result().no_keyring == ""
    with pytest.raises(Fault, match="did not take the key"):
        archive.protection.remember().result()
    assert not read(archive.folder.key).remembered


def test_a_keyring_that_takes_and_does_not_give_is_noticed() -> None:
    backend = InMemory()
    backend.set_password = lambda *_: None  # type: ignore[method-assign]
    keyring.set_keyring(backend)
    with pytest.raises(Fault, match="did not take the key"):
        remembering.remember("id", KEY)


def test_a_keyring_that_does_not_let_go_is_told_and_not_used_any_more(
    archive: LocalArchive, folder: Path, entries: dict[tuple[str, str], str]
) -> None:
    archive.protection.remember().result()
    backend = keyring.get_keyring()
    backend.delete_password = lambda *_: None  # type: ignore[method-assign]
    with pytest.raises(Fault, match="did not give the key back"):
        archive.protection.forget().result()
    # Taking the passphrase away is not held up by that.
    archive.close()
    with pytest.raises(NeedsSecret):
        open_archive(folder)


def test_a_keyring_that_does_not_let_go_does_not_keep_the_passphrase(
    archive: LocalArchive, folder: Path, entries: dict[tuple[str, str], str]
) -> None:
    archive.protection.remember().result()
    keyring.get_keyring().delete_password = lambda *_: None  # type: ignore[method-assign]
    archive.protection.remove("secret").result()
    archive.close()
    open_archive(folder).close()

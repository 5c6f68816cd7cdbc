from __future__ import annotations

import errno

import apsw
import pytest

from counteroffer.archive import faults
from counteroffer.domain.errors import BadInput, Fault

PRIVATE = "Harbour & Hill offers 52,000"


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (apsw.FullError(PRIVATE), faults.DISK_FULL),
        (apsw.IOError(PRIVATE), faults.DISK_TROUBLE),
        (apsw.ReadOnlyError(PRIVATE), faults.NOT_WRITABLE),
        (apsw.CantOpenError(PRIVATE), faults.NOT_WRITABLE),
        (apsw.BusyError(PRIVATE), faults.IN_USE),
        (apsw.CorruptError(PRIVATE), faults.DAMAGED),
        (apsw.NotADBError(PRIVATE), faults.DAMAGED),
        (apsw.NoMemError(PRIVATE), faults.NO_MEMORY),
        (MemoryError(PRIVATE), faults.NO_MEMORY),
        (OSError(errno.ENOSPC, PRIVATE), faults.DISK_FULL),
        (OSError(errno.EROFS, PRIVATE), faults.NOT_WRITABLE),
        (PermissionError(errno.EACCES, PRIVATE), faults.NOT_WRITABLE),
        (FileNotFoundError(errno.ENOENT, PRIVATE), faults.GONE),
        (OSError(errno.EIO, PRIVATE), faults.DISK_TROUBLE),
        (OSError(PRIVATE), faults.DISK_TROUBLE),
    ],
)
def test_trouble_with_the_machine_is_told_plainly_and_keeps_words_to_itself(error: Exception, sentence: str) -> None:
    told = faults.plain(error)
    assert isinstance(told, Fault)
    assert told.sentence == str(told) == sentence


def test_every_sentence_says_what_was_kept_and_what_to_do() -> None:
    for name in ("DISK_FULL", "NOT_WRITABLE", "IN_USE", "DAMAGED", "DISK_TROUBLE", "GONE", "NO_MEMORY"):
        sentence = getattr(faults, name)
        assert sentence.count(". ") >= 2, name
        assert "Everything saved before" in sentence or "Nothing was changed" in sentence, name


def test_something_too_large_is_about_what_was_given() -> None:
    assert isinstance(faults.plain(apsw.TooBigError()), BadInput)


@pytest.mark.parametrize("error", [BadInput("as it is"), Fault("as it is")])
def test_what_is_plain_already_stays(error: Exception) -> None:
    assert faults.plain(error) is error
    with pytest.raises(type(error)) as caught, faults.plainly("Opening words."):
        raise error
    assert caught.value is error


def test_a_mistake_in_the_program_stays_one() -> None:
    assert faults.plain(apsw.SQLError("no such column")) is None
    with pytest.raises(KeyError), faults.plainly():
        raise KeyError


def test_opening_words_come_first() -> None:
    with pytest.raises(Fault) as caught, faults.plainly("It did not open."):
        raise apsw.BusyError
    assert caught.value.sentence == f"It did not open. {faults.IN_USE}"

"""SIGKILL at random moments of saving, backing up, sealing anew, restoring and migrating: nothing promised is lost."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from random import Random

import pytest

from counteroffer.archive.file import schema
from counteroffer.archive.file.connection import connect
from counteroffer.archive.keeping.snapshots import pack
from counteroffer.archive.sealing.keys import PUBLISHED_KEY
from counteroffer.domain.workbook import to_plain
from tests.archive.conftest import workbook
from tests.archive.striking import SERVER, Lost, Struck, look, strike, strike_often
from tests.forking import starter

YEARS_AGO = 1_500_000_000_000_000
"""In microseconds since 1970."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")


def test_a_promise_before_the_commit_is_found_out(folder: Path) -> None:
    with pytest.raises(Lost):
        strike_often("lying", folder, 60, 1)


def test_nothing_is_lost_to_kills_while_the_archive_is_backed_up_sealed_anew_and_restored(folder: Path) -> None:
    during = strike_often("everything", folder, 12, 2)
    assert len(during) >= 2, during


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(4))
def test_nothing_is_lost_to_a_thousand_kills(folder: Path, seed: int) -> None:
    during = strike_often("everything", folder, 250, seed)
    print(f"250 kills: {dict(during)}")
    assert set(during) >= {"open", "save", "backup", "rekey", "restore"}


@pytest.mark.torture
def test_nothing_is_lost_to_500_kills_while_saving(folder: Path) -> None:
    strike_often("saving", folder, 500, 9)


@pytest.mark.torture
def test_an_older_archive_survives_kills_while_it_is_lifted(tmp_path: Path) -> None:
    old, folder = tmp_path / "old", tmp_path / "archive"
    _make_old(old)
    random = Random(3)  # noqa: S311 - where to strike is no secret
    halfway = 0
    with starter(SERVER) as started:
        for _ in range(200):
            shutil.copytree(old, folder)
            struck = strike(started, "migrating", folder, random)
            halfway += struck.promised == "-1"
            look(folder, Struck("kept", None, "migrate"))
            shutil.rmtree(folder)
    assert halfway > 20


def _make_old(folder: Path) -> None:
    """An archive as version 1 left it, with one workbook."""
    folder.mkdir()
    (folder / "archive.db").touch()
    db = connect(folder / "archive.db", PUBLISHED_KEY)
    db.pragma("page_size", 4096)
    db.pragma("application_id", 0x436F4F66)
    schema.migrate(db, schema.STEPS[:1])
    db.pragma("journal_mode", "WAL")
    book = workbook(title="kept", note="word " * 3000)
    packed = pack(to_plain(book))
    db.execute(
        "INSERT INTO workbook (id, title, employer, role, tags, created, changed, revision)"
        " VALUES ('one', 'kept', '', '', '[]', ?, ?, 1)",
        (YEARS_AGO, YEARS_AGO),
    )
    db.execute(
        "INSERT INTO revision (workbook, number, at, label, format, size, sha256, body)"
        " VALUES ('one', 1, ?, '', 1, ?, ?, ?)",
        (YEARS_AGO, packed.size, packed.sha256, packed.body),
    )
    db.close()

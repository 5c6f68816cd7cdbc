from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from counteroffer.archive.file.known import refuse_vanished, remember
from counteroffer.archive.store import open_archive
from counteroffer.domain.errors import Fault


def test_a_folder_that_has_gone_is_no_first_start(tmp_path: Path) -> None:
    register, folder = tmp_path / "config" / "archives.txt", tmp_path / "unplugged"
    refuse_vanished(register, folder)
    open_archive(folder).close()
    for _ in range(2):
        remember(register, folder)
    refuse_vanished(register, folder)
    shutil.rmtree(folder)
    for make in (False, True):
        if make:
            folder.mkdir()
        with pytest.raises(Fault, match="is gone") as caught:
            refuse_vanished(register, folder)
        assert str(register) in caught.value.sentence
    refuse_vanished(register, tmp_path / "another")
    register.unlink()
    refuse_vanished(register, folder)


def test_a_lost_database_is_left_to_the_sentence_that_says_so(tmp_path: Path) -> None:
    register, folder = tmp_path / "archives.txt", tmp_path / "archive"
    open_archive(folder).close()
    remember(register, folder)
    (folder / "archive.db").unlink()
    refuse_vanished(register, folder)


def test_the_list_names_no_folder_and_holds_each_once(tmp_path: Path) -> None:
    register = tmp_path / "archives.txt"
    for name in ("anna", "piotr", "anna"):
        remember(register, tmp_path / name)
    text = register.read_text()
    assert len(text.splitlines()) == 3
    assert "anna" not in text
    assert str(tmp_path) not in text


def test_where_nothing_can_be_written_nothing_happens(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    remember(tmp_path / "file" / "archives.txt", tmp_path)
    assert (tmp_path / "file").read_text() == "mine"

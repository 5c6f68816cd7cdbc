"""The box, as somebody may have changed it: each thing that is wrong with it has a sentence of its own."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from counteroffer.archive.carrying import boxes, portable, zips
from counteroffer.archive.carrying.boxes import Box, Marks
from counteroffer.archive.carrying.portable import Portable
from counteroffer.domain.errors import BadInput
from tests.archive.conftest import NOON, with_paper, workbook
from tests.archive.memory import peak

PAPER = b"%PDF the offer letter"
NAME = sha256(PAPER).hexdigest()
MEGABYTE = 1024 * 1024
BOOK = with_paper(workbook(title="Zebra-Salary"), NAME)
WRITTEN = boxes.write([(Marks("one", True, NOON), Portable(BOOK, changed=NOON))], [(NAME, PAPER)])
PARTS = {
    part: zipfile.ZipFile(io.BytesIO(WRITTEN)).read(part) for part in zipfile.ZipFile(io.BytesIO(WRITTEN)).namelist()
}
ROW = {"id": "one", "archived": False, "binned": None}


def _opened(content: bytes) -> tuple[list[tuple[Marks, Portable]], dict[str, bytes]]:
    box = Box(content)
    return list(box.workbooks()), dict(box.contents())


def _refusal(content: bytes) -> str:
    with pytest.raises(BadInput) as caught:
        _opened(content)
    assert "othing was changed" in caught.value.sentence
    assert "Zebra" not in caught.value.sentence
    return caught.value.sentence


def _zip(parts: dict[str, bytes], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", kind) as into:
        for name, content in parts.items():
            into.writestr(name, content)
    return written.getvalue()


def _head(**changes: Any) -> bytes:
    head = {"format": boxes.FORMAT, "format_version": 1, "workbooks": [ROW], "files": [NAME]} | changes
    return json.dumps(head).encode()


def _listed(**changes: Any) -> bytes:
    return _zip({**PARTS, "box.json": _head(**changes)})


def test_what_is_written_can_be_read() -> None:
    ((marks, one),), files = _opened(WRITTEN)
    assert (marks, one.workbook, one.changed) == (Marks("one", True, NOON), BOOK, NOON)
    assert files == {NAME: PAPER}
    assert boxes.is_box(WRITTEN)


def test_what_is_written_unfolds_to_no_more_than_can_be_taken_in(monkeypatch: pytest.MonkeyPatch) -> None:
    book = workbook(note="x" * 20_000)
    size = len(boxes.write([(Marks("one"), Portable(book))], []))
    monkeypatch.setattr(boxes, "LARGEST_FILE", size + 10_000)
    assert size + 10_000 < len(book.note)
    with pytest.raises(BadInput, match="Nothing was written"):
        boxes.write([(Marks("one"), Portable(book))], [])


def test_any_program_for_zips_can_unpack_it_and_each_workbook_is_a_portable_file() -> None:
    assert set(PARTS) == {"box.json", "workbooks/one.counteroffer", f"files/{NAME}"}
    assert portable.read(PARTS["workbooks/one.counteroffer"]).workbook == BOOK


def test_packed_anew_by_another_program_with_other_things_beside() -> None:
    ((_, one),), files = _opened(_zip({"__MACOSX/._box.json": b"\0", **PARTS}))
    assert (one.workbook, files) == (BOOK, {NAME: PAPER})


def test_cut_off_anywhere() -> None:
    for length in range(4, len(WRITTEN), 7):
        assert "cut off" in _refusal(WRITTEN[:length])
    assert "something was added to its end" in _refusal(WRITTEN + b"\n")


def test_a_changed_byte_anywhere_is_told_or_harmless() -> None:
    whole = _opened(WRITTEN)
    for at in range(0, len(WRITTEN), 3):
        changed = bytearray(WRITTEN)
        changed[at] ^= 1
        try:
            opened = _opened(bytes(changed))
        except BadInput:
            continue
        assert opened == whole, at


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (_zip({"letter.txt": b"hello"}), "not one of Counteroffer's"),
        (_zip({"archive.db": b"hello"}), "backup of a whole archive"),
        (_zip({}), "not one of Counteroffer's"),
        (_zip({**PARTS, "box.json": b"[]"}), "not one of Counteroffer's"),
        (_zip({**PARTS, "box.json": b"{"}), "list in this file is cut off"),
        (_zip({**PARTS, "box.json": b'{"a": 1, "a": 1.5}'}), "not one of Counteroffer's"),
        (_listed(format="another"), "not one of Counteroffer's"),
        (_listed(format_version=True), "which version"),
        (_listed(format_version=1.0), "which version"),
        (_listed(format_version=0), "which version"),
        (_listed(format_version=2, surprise=1.5), "newer version of Counteroffer"),
        (_listed(surprise=1.5), "decimal point"),
        (_listed(workbooks={}), "not written as it should be"),
        (_listed(workbooks=[7]), "not written as it should be"),
        (_listed(workbooks=[{**ROW, "more": 1}]), "not written as it should be"),
        (_listed(workbooks=[{**ROW, "id": 7}]), "not written as it should be"),
        (_listed(workbooks=[{**ROW, "archived": 1}]), "not written as it should be"),
        (_listed(workbooks=[{**ROW, "binned": "yesterday"}]), "A time in this file"),
        (_listed(workbooks=[ROW, ROW]), "lists a workbook twice"),
        (_listed(workbooks=[ROW, {**ROW, "id": "../../two"}]), "missing from it"),
        (_zip({**PARTS, "workbooks/one.counteroffer": portable.write(workbook("two"), {})}), "another id"),
        (_zip({**PARTS, "workbooks/one.counteroffer": b"hello"}), "not JSON"),
        (_zip({**PARTS, f"files/{NAME}": b"another"}), "does not match its fingerprint"),
        (_listed(files=[NAME, NAME[::-1]]), "missing from it"),
        (_listed(files=[7]), "not written as it should be"),
        (_listed(files=NAME), "not written as it should be"),
        (_zip({**PARTS, f"files/{NAME}": bytes(11 * 1024 * 1024)}), "larger than it can be"),
        (_zip({**PARTS, "box.json": b" " * (9 * 1024 * 1024)}), "larger than it can be"),
        (_zip(PARTS, zipfile.ZIP_BZIP2), "packed or locked in a way"),
    ],
)
def test_what_is_wrong_is_told(content: bytes, cause: str) -> None:
    assert cause in _refusal(content)


def test_a_part_that_is_there_twice() -> None:
    written = io.BytesIO(WRITTEN)
    with zipfile.ZipFile(written, "a") as into, pytest.warns(UserWarning, match="Duplicate"):
        into.writestr("box.json", PARTS["box.json"])
    assert "a part twice" in _refusal(written.getvalue())


def test_a_part_that_is_locked() -> None:
    locked = bytearray(WRITTEN)
    directory = WRITTEN.index(b"PK\x01\x02")
    locked[directory + 8] |= 1
    assert "packed or locked in a way" in _refusal(bytes(locked))


def test_more_parts_than_can_be_taken_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "MOST_PARTS", 2)
    assert "more parts" in _refusal(WRITTEN)
    with pytest.raises(BadInput, match=r"more workbooks and attached files than .* Nothing was written"):
        boxes.write([(Marks("one"), Portable(BOOK))], [(NAME, PAPER)])


def _with_end(change: Callable[[list[Any]], None], before: bytes = b"") -> bytes:
    """The box with another end record."""
    record = struct.Struct("<4sHHHHIIH")
    fields = list(record.unpack(WRITTEN[-record.size :]))
    change(fields)
    return WRITTEN[: -record.size] + before + record.pack(*fields)


def test_a_directory_longer_than_any_is_not_read() -> None:
    assert "more parts" in _refusal(_with_end(lambda fields: fields.__setitem__(5, 2**31)))
    assert "damaged" in _refusal(_with_end(lambda fields: fields.__setitem__(5, 2**22)))


def test_the_larger_kind_of_zip_is_not_read() -> None:
    locator = b"PK\x06\x07" + bytes(16)
    assert "more parts" in _refusal(_with_end(lambda fields: None, locator))


def _state_length(content: bytearray, length: int) -> None:
    """Let the part of eight megabytes state another length, in the directory and before the part itself."""
    for sign, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = -1
        while (place := content.find(sign, place + 1)) >= 0:
            if struct.unpack_from("<I", content, place + at)[0] == 8 * MEGABYTE:
                struct.pack_into("<I", content, place + at, length)


def test_a_bomb_is_not_unfolded() -> None:
    bomb = bytearray(_zip({**PARTS, f"files/{NAME}": bytes(8 * MEGABYTE)}))
    _state_length(bomb, 513 * MEGABYTE)
    refusal, most = peak(lambda: _refusal(bytes(bomb)))
    assert "unfolds to more than one file may hold" in refusal
    assert most < MEGABYTE


def test_a_part_that_unfolds_to_more_than_it_states_is_damaged() -> None:
    """The reader goes no further than to the stated length, and then the checksum is another one."""
    bomb = bytearray(_zip({**PARTS, f"files/{NAME}": bytes(8 * MEGABYTE)}))
    _state_length(bomb, 100)
    refusal, most = peak(lambda: _refusal(bytes(bomb)))
    assert "damaged" in refusal
    assert most < MEGABYTE


def test_nothing_is_ever_written_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _refusal(_zip({**PARTS, "../up": b"", "box.json": _head(files=["../../up"])}))
    assert list(tmp_path.iterdir()) == []

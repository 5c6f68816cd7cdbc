"""The `.counteroffer` file: there and back, and every way in which one can be refused."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given, settings

from counteroffer.archive.carrying import portable
from counteroffer.archive.carrying.portable import checksum, read, write
from counteroffer.archive.keeping import formats
from counteroffer.archive.keeping.attachments import LARGEST
from counteroffer.domain.base import revise
from counteroffer.domain.errors import BadInput
from counteroffer.domain.workbook import FORMAT, FORMAT_VERSION, Workbook
from tests import strategies
from tests.archive.conftest import with_paper, workbook

PAPER = b"%PDF the offer letter"
NAME = sha256(PAPER).hexdigest()
BOOK = with_paper(workbook(title="Harbour & Hill", note="Ümlaut 🙂"), NAME)
WRITTEN = write(BOOK, {NAME: PAPER})
PRIVATE = "Zebra-Salary"


def _plain(**changes: Any) -> dict[str, Any]:
    """The portable file as plain data, changed and with its checksum taken out."""
    plain: dict[str, Any] = json.loads(WRITTEN) | changes
    del plain["sha256"]
    return plain


def _bytes(plain: Any) -> bytes:
    return json.dumps(plain).encode()


def _refusal(content: bytes) -> str:
    with pytest.raises(BadInput) as caught:
        read(content)
    assert "othing was changed" in caught.value.sentence
    assert PRIVATE not in caught.value.sentence
    assert caught.value.__cause__ is None
    return caught.value.sentence


def test_what_is_written_can_be_read() -> None:
    brought = read(WRITTEN)
    assert brought.workbook == BOOK
    assert brought.files == {NAME: PAPER}


def test_the_file_starts_with_its_format_and_has_the_workbook_flat() -> None:
    plain = json.loads(WRITTEN)
    assert list(plain)[:4] == ["format", "format_version", "sha256", "id"]
    assert list(plain)[-1] == "files"
    assert plain["format"] == FORMAT == "counteroffer-workbook"
    assert plain["format_version"] == FORMAT_VERSION
    assert plain["files"] == {NAME: base64.b64encode(PAPER).decode()}
    assert plain["situation"]["attachments"][0]["sha256"] == NAME
    assert plain["note"] == "Ümlaut 🙂"
    assert "🙂".encode() in WRITTEN


def test_a_workbook_without_papers_has_no_files() -> None:
    assert "files" not in json.loads(write(workbook(), {}))


def test_no_field_of_a_workbook_has_a_name_of_the_header() -> None:
    assert not {"format", "format_version", "sha256", "changed", "files"} & set(Workbook.model_fields)


def test_the_same_workbook_gives_the_same_bytes() -> None:
    assert write(BOOK, {NAME: PAPER}) == WRITTEN


@settings(max_examples=20)
@given(strategies.workbooks())
def test_any_workbook_comes_back_as_it_was(book: Workbook) -> None:
    assert read(write(book, {})).workbook == book


def test_when_it_was_last_changed_is_said_where_it_is_known() -> None:
    at = datetime(2027, 3, 1, 13, 0, 0, 123_456, tzinfo=timezone(timedelta(hours=5)))
    content = write(BOOK, {}, at)
    assert list(json.loads(content))[:5] == ["format", "format_version", "sha256", "changed", "id"]
    assert json.loads(content)["changed"] == "2027-03-01T08:00:00.123456Z"
    assert read(content).changed == at
    assert read(WRITTEN).changed is None
    assert "does not match its checksum" in _refusal(content.replace(b"08:00", b"09:00"))


@pytest.mark.parametrize("changed", [None, "", "yesterday", "2027-03-01T12:00:00", "2027-03-01", 1_800_000_000, [], {}])
def test_a_time_that_is_none(changed: object) -> None:
    assert "A time in this file" in _refusal(_bytes(_plain(changed=changed)))


def test_the_checksum_is_over_the_canonical_form_of_the_rest() -> None:
    plain = json.loads(WRITTEN)
    stated = plain.pop("sha256")
    canonical = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert stated == sha256(canonical.encode()).hexdigest() == checksum(json.loads(WRITTEN))


def test_other_spacing_and_order_do_not_matter() -> None:
    shuffled = dict(reversed(json.loads(WRITTEN).items()))
    assert read(_bytes(shuffled)).workbook == BOOK
    assert read(b"\xef\xbb\xbf" + _bytes(shuffled)).workbook == BOOK


def test_a_file_written_by_hand_needs_no_checksum_and_few_fields() -> None:
    brought = read(_bytes({"format": FORMAT, "format_version": 1, "id": "mine", "title": "By hand"}))
    assert (brought.workbook.id, brought.workbook.title, brought.files) == ("mine", "By hand", {})


def test_files_that_the_workbook_does_not_name_stay_outside() -> None:
    stranger = b"stranger"
    files = {NAME: PAPER, sha256(stranger).hexdigest(): stranger}
    brought = read(_bytes(_plain(files={name: base64.b64encode(file).decode() for name, file in files.items()})))
    assert brought.files == {NAME: PAPER}


@pytest.mark.parametrize("field", ["title", "note", "format_version", "files", "sha256"])
def test_a_wrong_checksum(field: str) -> None:
    plain = json.loads(WRITTEN)
    plain[field] = {"title": "Another", "note": "", "format_version": 1, "files": {}, "sha256": "0" * 64}[field]
    if field == "format_version":
        plain["title"] += " "
    assert "does not match its checksum" in _refusal(_bytes(plain))


@pytest.mark.parametrize("stated", [None, 7, "", [], WRITTEN.decode()[:10]])
def test_a_checksum_that_is_none(stated: object) -> None:
    assert "does not match its checksum" in _refusal(_bytes(_plain() | {"sha256": stated}))


def test_a_file_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portable, "LARGEST", len(WRITTEN))
    assert read(WRITTEN).workbook == BOOK
    assert "larger than 64 MB" in _refusal(WRITTEN + b" ")


@pytest.mark.parametrize("content", [b"", b" \n ", b"\xef\xbb\xbf"])
def test_an_empty_file(content: bytes) -> None:
    assert "is empty" in _refusal(content)


@pytest.mark.parametrize(
    "content", [b"\xff\xfe{\x00", b"PK\x03\x04\xff\xd8", WRITTEN.decode().encode("latin-1", "replace")]
)
def test_a_file_that_is_not_utf_8(content: bytes) -> None:
    assert "not text in UTF-8" in _refusal(content) or "NUL" in _refusal(content)


@pytest.mark.parametrize("content", [b"hello", b"{'format': 1}", b'{"a": 1,}', b"]", b"{]", b"[1 2]", b'{"a": tru}'])
def test_a_file_that_is_not_json(content: bytes) -> None:
    assert "not JSON" in _refusal(content)


def test_a_file_that_is_cut_off_anywhere() -> None:
    end = len(WRITTEN.rstrip())
    for length in range(1, end):
        sentence = _refusal(WRITTEN[:length])
        assert "cut off" in sentence or "not JSON" in sentence, length
    assert "cut off" in _refusal(WRITTEN[: end // 2])
    assert read(WRITTEN[:end]).workbook == BOOK


@pytest.mark.parametrize(
    "content",
    [
        b"[]",
        b"7",
        b"null",
        b'"text"',
        b"{}",
        b'{"format": "other"}',
        _bytes(_plain(format="counteroffer")),
        _bytes(_plain(format=[])),
    ],
)
def test_a_file_of_another_kind(content: bytes) -> None:
    assert "not a Counteroffer workbook" in _refusal(content)


@pytest.mark.parametrize("version", [None, "1", True, False, [1], {}, 0, -1, 1.0])
def test_a_version_that_is_none(version: object) -> None:
    assert "which version" in _refusal(_bytes(_plain(format_version=version)))
    missing = _plain()
    del missing["format_version"]
    assert "which version" in _refusal(_bytes(missing))


def test_a_newer_version_is_told_first() -> None:
    newer = _plain(format_version=FORMAT_VERSION + 1, sha256="0" * 64, surprise=1.5, odd="\0\udc00")
    newer |= {"large": 10**20, "none": float("nan")}
    twice = _bytes(newer).replace(b"{", b'{"title": "a", ', 1)
    assert "made by a newer version of Counteroffer; nothing was changed" in _refusal(twice)


def test_the_same_field_twice() -> None:
    text = _bytes(_plain()).decode()
    assert "same field twice" in _refusal(text.replace("{", '{"title": "' + PRIVATE + '", ', 1).encode())
    assert "same field twice" in _refusal(text.replace('"role":', '"role": "a", "role":').encode())


def test_too_deep() -> None:
    for opening, closing in (("[", "]"), ('{"a":', "}")):
        assert "too deeply" in _refusal(
            _bytes(_plain(note=1)).replace(b": 1,", (": " + opening * 65 + closing * 65 + ",").encode(), 1)
        )
        assert "too deeply" in _refusal((opening * 100_000).encode())


def test_brackets_in_texts_are_not_nesting() -> None:
    book = revise(BOOK, note='[{"' * 1000 + "\\" * 7)
    assert read(write(book, {})).workbook == book


def test_too_many_values() -> None:
    assert "more values" in _refusal(b"[" + b"1," * 600_000 + b"1]")


def test_nul_as_a_byte_and_as_an_escape() -> None:
    assert "NUL" in _refusal(WRITTEN.replace(b"Harbour", b"Har\0our"))
    assert "NUL" in _refusal(_bytes(_plain(note="a\0b")))
    assert "NUL" in _refusal(_bytes(_plain(tags=["a\0b"])))
    assert "NUL" in _refusal(_bytes(_plain() | {"a\0b": 1}))


def test_a_written_out_escape_for_nul_is_only_text() -> None:
    book = revise(BOOK, note=r"the escape \u0000 as text")
    assert read(write(book, {})).workbook == book


@pytest.mark.parametrize("half", ["\udc00", "a\udfffb"])
def test_half_a_character(half: str) -> None:
    assert "half of a character" in _refusal(_bytes(_plain(note=half)))
    assert "half of a character" in _refusal(_bytes(_plain() | {half: 1}))


def test_a_character_in_two_halves_is_whole() -> None:
    assert read(_bytes(_plain(note="🙂"))).workbook.note == "🙂"


@pytest.mark.parametrize(
    ("number", "cause"),
    [
        ("NaN", "NaN"),
        ("Infinity", "NaN"),
        ("-Infinity", "NaN"),
        ("1.5", "decimal point"),
        ("1e3", "decimal point"),
        ("9" * 19, "too many digits"),
        ("-" + "9" * 1001, "too many digits"),
    ],
)
def test_numbers_that_a_workbook_does_not_have(number: str, cause: str) -> None:
    content = _bytes(_plain(note=777)).replace(b"777", number.encode())
    assert cause in _refusal(content)


def test_what_does_not_fit_a_workbook_is_told_by_field() -> None:
    assert "title: the text is too long" in _refusal(_bytes(_plain(title=PRIVATE * 100)))
    assert "here is no such field" in _refusal(_bytes(_plain() | {PRIVATE: PRIVATE}))
    assert "terms" in _refusal(_bytes(_plain(terms=PRIVATE)))


@pytest.mark.parametrize(
    ("files", "cause"),
    [
        ([], "not written as they should be"),
        (None, "not written as they should be"),
        ({"offer.pdf": "AA=="}, "not written as they should be"),
        ({NAME + "\n": "AA=="}, "not written as they should be"),
        ({NAME: 5}, "not written as they should be"),
        ({NAME: "not base64!"}, "not Base64"),
        ({NAME: "Ümlaut"}, "not Base64"),
        ({NAME: "AA=="}, "does not match its fingerprint"),
        ({NAME: base64.b64encode(bytes(LARGEST + 1)).decode()}, "larger than 10 MB"),
    ],
)
def test_files_that_are_not_what_they_should_be(files: object, cause: str) -> None:
    assert cause in _refusal(_bytes(_plain(files=files)))


def test_a_file_that_could_not_be_read_again_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portable, "LARGEST", 1000)
    with pytest.raises(BadInput, match="64 MB"):
        write(revise(BOOK, note="x" * 1000), {})


def test_an_older_version_is_led_to_todays(monkeypatch: pytest.MonkeyPatch) -> None:
    def heading_to_title(plain: dict[str, Any]) -> dict[str, Any]:
        return {("title" if name == "heading" else name): value for name, value in plain.items()}

    upgrade: Callable[..., dict[str, Any]] = formats.upgrade
    monkeypatch.setattr(formats, "upgrade", lambda plain, version: upgrade(plain, version, (heading_to_title,)))
    old = {"format": FORMAT, "format_version": 1, "id": "old", "heading": "From before"}
    assert read(_bytes(old)).workbook.title == "From before"

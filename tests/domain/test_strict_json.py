"""JSON that two readers could take in two ways is refused, and nothing of it is repeated."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counteroffer.domain.errors import BadInput
from counteroffer.domain.strict_json import loads, read

LIMIT = 100_000

_TEXT = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"))
_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(10**16), 10**16), _TEXT),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(_TEXT, inner, max_size=4)),
    max_leaves=20,
)


@given(_JSON, st.booleans(), st.booleans())
def test_what_is_clear_is_read_as_python_reads_it(value: Any, escaped: bool, in_bytes: bool) -> None:
    written = json.dumps(value, ensure_ascii=escaped)
    assert loads(written.encode() if in_bytes else written, limit=LIMIT) == value


@given(st.text() | st.binary())
def test_whatever_else_comes_is_refused_or_means_the_same_to_python(anything: str | bytes) -> None:
    try:
        value = loads(anything, limit=LIMIT)
    except BadInput:
        return
    assert value == json.loads(anything)


@pytest.mark.parametrize(
    ("written", "cause"),
    [
        ("", "empty"),
        (" \n ", "empty"),
        ('{"a": 1, "a": 1}', "twice"),
        ('{"b": [{"a": 1, "\\u0061": 2}]}', "twice"),
        ("[" + "1," * 40_000 + "{" * 70, "too deeply"),
        ("1.0", "written as text"),
        ("[1e3]", "written as text"),
        ("-1E400", "written as text"),
        ("NaN", "NaN"),
        ("[Infinity]", "NaN"),
        ('{"a": -Infinity}', "NaN"),
        ("1" * 19, "too many digits"),
        ("-" + "1" * 30_000, "too many digits"),
        ('"\0"', "NUL"),
        ('"\\u0000"', "NUL"),
        ('{"\\u0000": 1}', "NUL"),
        ('"\ud800"', "UTF-8"),
        ('["\\ud800"]', "half of a character"),
        ('{"\\udfff": 1}', "half of a character"),
        (b'"\xff"', "UTF-8"),
        (b'"\xed\xa0\x80"', "UTF-8"),
        (b"caf\xc3", "UTF-8"),
        (b' {"caf\xc3', "cut off"),
        (b'["caf\xc3', "cut off"),
        ("{", "cut off"),
        ('{"a": "b', "cut off"),
        ('{"a": "b\\', "cut off"),
        ('["a"', "cut off"),
        ("nope", "not JSON"),
        ("{'a': 1}", "not JSON"),
        ("[1,]", "not JSON"),
        ('{"a": 1} {"b": 2}', "not JSON"),
        ('"a\nb"', "not JSON"),
        ("[" * 65 + "]" * 65, "too deeply"),
        ('{"a":' * 65, "too deeply"),
        ('[{"a":' * 33 + "1" + "}]" * 33, "too deeply"),
        ("[" * 60 + ("[" * 5 + "]" * 5 + ",") * 9, "too deeply"),
        ('["", ' * 65, "too deeply"),
        ('["]", ' * 65, "too deeply"),
        ('["\\"]", ' * 65, "too deeply"),
    ],
)
def test_what_is_unclear_is_refused_by_name(written: str | bytes, cause: str) -> None:
    with pytest.raises(BadInput, match=cause):
        loads(written, limit=LIMIT)


@pytest.mark.parametrize(
    "written", ['"' + "[" * 100 + '"', '["\\"' + "{" * 100 + '"]', "[" * 64 + "]" * 64, '[{"a":' * 32 + "1" + "}]" * 32]
)
def test_only_real_brackets_count_as_depth(written: str) -> None:
    assert loads(written, limit=LIMIT) == json.loads(written)


@pytest.mark.parametrize("one", ["[[]]", '{"a": {}}', '[{"]": "["}]'])
def test_many_groups_beside_each_other_are_not_deep(one: str) -> None:
    assert loads("[" + ",".join([one] * 1_000) + "]", limit=LIMIT) == [json.loads(one)] * 1_000


def test_a_pair_of_escapes_is_one_whole_character() -> None:
    assert loads('"\\ud83d\\ude00"', limit=LIMIT) == "\U0001f600"


def test_a_mark_at_the_start_of_a_file_is_passed_over() -> None:
    assert loads(b"\xef\xbb\xbf[1]", limit=LIMIT) == [1]


def test_the_limit_counts_bytes_and_not_letters() -> None:
    assert loads('"éé"', limit=6) == "éé"
    for written in ('"éé"', '"éé"'.encode(), '"aaaa"'):
        with pytest.raises(BadInput, match="too large: at most 5 bytes"):
            loads(written, limit=5)


def test_a_shallower_limit_can_be_asked_for() -> None:
    assert loads("[[1]]", limit=LIMIT, depth=2) == [[1]]
    for deeper in ("[[1]]", '[{"a": 1}]', '{"a": []}', "[[", "[1, {"):
        with pytest.raises(BadInput, match="at most 1 levels"):
            loads(deeper, limit=LIMIT, depth=1)


def test_more_values_than_any_workbook_has_are_not_read() -> None:
    for many in ("[" + "1," * 500_001, '{"a":1,' * 250_001, "{}" * 500_001):
        with pytest.raises(BadInput, match="more values"):
            loads(many, limit=10_000_000)
    assert len(loads("[" + "1," * 499_999 + "1]", limit=10_000_000)) == 500_000


def test_brackets_that_close_nothing_are_broken_json() -> None:
    for closing in ("]", "]}" * 2_000_000, "[]" + "]" * 2_000_000 + "[" * 100):
        with pytest.raises(BadInput, match="not JSON"):
            loads(closing, limit=10_000_000)


def test_lesser_objections_leave_the_rest_to_read() -> None:
    written = b'{"version": 2, "a": 1, "a": 1.5, "b": NaN, "c": %s, "d": "\\udfff\\u0000"}' % (b"9" * 19)
    reading = read(written, what="This file")
    assert reading.value["version"] == 2
    causes = ("decimal point", "NaN", "digits", "twice", "half")
    for sentence, cause in zip(reading.objections, causes, strict=True):
        assert sentence.startswith("This file ")
        assert cause in sentence
    with pytest.raises(BadInput, match=r"^This holds a number with a decimal point"):
        loads(written, limit=LIMIT)


def test_what_cannot_be_read_at_all_is_told_of_what_it_is_about() -> None:
    with pytest.raises(BadInput, match=r"^This file is cut off: its end is missing\.$"):
        read(b'{"a":', what="This file")
    with pytest.raises(BadInput, match=r"^This is cut off"):
        read(b'{"a":')


@pytest.mark.parametrize("unit", ['\\"', "[", '"', '"\\', "[]", '{"":', "\\u0061", "9"])
def test_no_text_takes_more_than_a_moment(unit: str) -> None:
    # Ten times this text must not take a hundred times as long: quadratic readers fail here by a wide margin.
    began = time.perf_counter()
    with pytest.raises(BadInput):
        loads('"' * (unit[0] == "\\") + unit * (2_000_000 // len(unit)), limit=10_000_000)
    assert time.perf_counter() - began < 2


def test_no_sentence_repeats_what_was_read() -> None:
    for written in (
        '{"secret": 1, "secret": 2}',
        '{"secret" 1}',
        '["secret',
        '["secret", 1.5]',
        "[secret]",
        '["secret\\ud800"]',
    ):
        with pytest.raises(BadInput) as caught:
            loads(written, limit=LIMIT)
        assert "secret" not in caught.value.sentence

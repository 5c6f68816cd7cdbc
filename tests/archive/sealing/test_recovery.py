from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counteroffer.archive.sealing.recovery import looks_mistyped, new_code, read_code

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def test_a_code_is_seven_groups_of_letters_that_no_two_look_alike() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    for code in codes:
        assert re.fullmatch(f"[{LETTERS}]{{4}}(-[{LETTERS}]{{4}}){{6}}", code)
        assert read_code(code) == code
        assert not looks_mistyped(code)
    assert set("".join(codes)) == {*LETTERS, "-"}


@given(st.integers(0, 2**20))
def test_it_is_read_however_it_is_typed(seed: int) -> None:
    code = new_code()
    for typed in (
        code.lower(),
        code.replace("-", ""),
        f"  {code.replace('-', ' ')}\t",
        code.replace("-", "–"),
        code.replace("0", "O").replace("1", "I"),
        code.replace("0", "o").replace("1", "l"),
        "".join(chr(ord(letter) + 0xFEE0) for letter in code.replace("-", "")),
    ):
        assert read_code(typed) == code


def test_every_wrong_letter_is_noticed() -> None:
    code = new_code()
    for place, letter in itertools.product(range(len(code)), LETTERS):
        if code[place] not in ("-", letter):
            assert read_code(code[:place] + letter + code[place + 1 :]) is None


def test_two_neighbours_in_the_wrong_order_are_noticed_within_the_random_part() -> None:
    for code in (new_code() for _ in range(50)):
        plain = code.replace("-", "")
        for place in range(25):
            turned = plain[:place] + plain[place + 1] + plain[place] + plain[place + 2 :]
            assert turned == plain or read_code(turned) is None


def test_a_code_with_a_mistake_or_cut_short_is_told_from_something_else() -> None:
    code = "7K2M-Q4XW-0BTA-9HDP-5ZRE-C3VN-8FJ6"
    wrong = [code, code[:-1], code[:-5], f"{code}7", code.replace("Q", "U"), code.replace("Q", "?")]
    assert [read_code(typed) for typed in wrong] == [None] * len(wrong)
    assert all(looks_mistyped(typed) for typed in wrong)


@pytest.mark.parametrize(
    "passphrase",
    ["", "1", "correct horse battery staple", "das ist mein langer Spruch vom See", "pa55word", "ß" * 28, "😀1" * 14],
)
def test_a_passphrase_is_not_taken_for_a_code(passphrase: str) -> None:
    assert read_code(passphrase) is None
    assert not looks_mistyped(passphrase)

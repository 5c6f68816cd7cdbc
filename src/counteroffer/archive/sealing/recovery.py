"""The recovery code: printed once, kept in a drawer, and typed years later by somebody in a hurry.

    7K2M-Q4XW-0BTA-9HDP-5ZRE-C3VN-8FJ6

26 letters of Crockford's alphabet, in which no two look alike, are 130 random bits; two more are a check, so that a
slip of the hand is told from a code that belongs elsewhere. Any wrong letter and any two neighbours in the wrong order
are noticed for certain.
"""

from __future__ import annotations

import secrets
import unicodedata

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKE = str.maketrans("OIL", "011")
_BITS = 5
_RANDOM = 26
_CHECK = 2
_LENGTH = _RANDOM + _CHECK
_GROUP = 4

_PRIME = 1021
"""The largest prime that two letters can hold. A change of one letter, or two neighbours turned round, is never a
multiple of it."""


def new_code() -> str:
    """A new code, in groups."""
    number = secrets.randbits(_RANDOM * _BITS)
    return _grouped(_letters(number, _RANDOM) + _letters(number % _PRIME, _CHECK))


def read_code(typed: str) -> str | None:
    """The code as it was printed, however it was typed: small letters, O for 0, I or L for 1, spaces, any dashes.

    None if this is not a code, or if it holds a mistake.
    """
    letters = _plain(typed)
    if len(letters) != _LENGTH or not _all_known(letters):
        return None
    number, check = _number(letters[:_RANDOM]), _number(letters[_RANDOM:])
    return _grouped(letters) if number % _PRIME == check else None


def looks_mistyped(typed: str) -> bool:
    """Whether this was most likely meant to be a code, but holds a mistake or is not complete."""
    letters = _plain(typed)
    near = abs(len(letters) - _LENGTH) <= _GROUP and sum(letter in _ALPHABET for letter in letters) >= len(letters) - 2
    # Without a figure in it, it is far more likely a sentence that somebody made their passphrase.
    return near and any(letter.isdigit() for letter in typed) and read_code(typed) is None


def _plain(typed: str) -> str:
    upper = unicodedata.normalize("NFKC", typed).upper()
    kept = "".join(letter for letter in upper if not letter.isspace() and unicodedata.category(letter) != "Pd")
    return kept.translate(_LOOKALIKE)


def _all_known(letters: str) -> bool:
    return all(letter in _ALPHABET for letter in letters)


def _letters(number: int, count: int) -> str:
    return "".join(_ALPHABET[number >> _BITS * place & 31] for place in reversed(range(count)))


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number << _BITS | _ALPHABET.index(letter)
    return number


def _grouped(letters: str) -> str:
    return "-".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))

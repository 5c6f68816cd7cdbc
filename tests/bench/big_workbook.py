"""A workbook far larger than most people's: the sample grown to 100 terms, 300 entries of research and 60 talks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from counteroffer.domain.workbook import Workbook, from_plain, to_plain
from counteroffer.sample import sample_workbook

GROWN: Mapping[tuple[str, str], int] = {
    ("research", "findings"): 160,
    ("research", "constraints"): 32,
    ("research", "interests"): 32,
    ("research", "achievements"): 40,
    ("research", "questions"): 36,
    ("conversations", "talks"): 60,
}
"""The lists within a part of the workbook that grow, and to how many entries."""

TERMS = 100

_NAMES = ("name", "statement", "what", "question")
"""What entries are called; copies carry their number behind it."""

_LINKS = ("id", "term", "terms", "hangs_on", "evidence", "achievements", "links", "finding", "research")
"""What names an entry, or another one."""


def big_workbook(today: date) -> Workbook:
    """The same every time, but for its own id. Each copy links to the copies of what the first one links to."""
    plain = to_plain(sample_workbook(today))
    lists = [(plain["terms"], TERMS), *((plain[part][name], size) for (part, name), size in GROWN.items())]
    known = frozenset(_id(entries, at) for entries, size in lists for at in range(size))
    for entries, size in lists:
        first = len(entries)
        for at in range(first, size):
            entries.append(_copy(entries[at % first], at // first, known))
    return from_plain(plain)


def _id(entries: list[dict[str, Any]], at: int) -> str:
    """The id of an entry that is, or will be, at a place of the list."""
    number, of = divmod(at, len(entries))
    return _named(entries[of]["id"], number)


def _named(identity: str, number: int) -> str:
    return f"{identity}-{number}" if number else identity


def _copy(entry: Any, number: int, known: frozenset[str]) -> Any:
    """An entry whose id, name and links have the copy's number; a link stays where there is no such copy."""
    if isinstance(entry, list):
        return [_copy(one, number, known) for one in entry]
    if not isinstance(entry, dict):
        return entry
    return {
        name: f"{value} {number}"
        if name in _NAMES and value
        else _renamed(value, number, known)
        if name in _LINKS
        else _copy(value, number, known)
        for name, value in entry.items()
    }


def _renamed(link: Any, number: int, known: frozenset[str]) -> Any:
    if isinstance(link, list):
        return [_renamed(one, number, known) for one in link]
    return named if isinstance(link, str) and (named := _named(link, number)) in known else link

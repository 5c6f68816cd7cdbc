"""What a person typed and chose, as a question to the database. Nothing typed ever becomes a part of the question's
own wording: words are folded to letters and digits and quoted, and all else is handed over as values."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from counteroffer.archive.finding.passages import clipped
from counteroffer.domain.folding import words
from counteroffer.editing.ports import Filters, Place, Sorting

_MOST_PHRASES = 30
"""So many of the words that were typed are looked for; nobody types more, and somebody may paste a whole letter."""

_PLACES = {
    Place.SHELF: "binned IS NULL AND NOT archived",
    Place.PUT_AWAY: "binned IS NULL AND archived",
    Place.BIN: "binned IS NOT NULL",
    Place.ALL: "binned IS NULL",
}
_LAST_CHANGED = "changed DESC, id"
_ORDERS = {
    Sorting.CHANGED: _LAST_CHANGED,
    Sorting.OPENED: f"opened DESC NULLS LAST, {_LAST_CHANGED}",
    Sorting.CREATED: "created DESC, id",
    Sorting.TITLE: f"title_key = '', title_key, {_LAST_CHANGED}",
    Sorting.EMPLOYER: f"employer_key = '', employer_key, {_LAST_CHANGED}",
    Sorting.BEST: _LAST_CHANGED,
}
YEAR = "CAST(strftime('%Y', created / 1000000, 'unixepoch') AS INTEGER)"
_OF_THESE = "(SELECT value FROM json_each(?))"
_ANY_TAG = "EXISTS (SELECT 1 FROM json_each(tags) AS tag WHERE tag.value IN (SELECT value FROM json_each(?)))"
# The plus keeps the table from being walked in the order of what was found: thousands of jumps where one run will do.
_FOUND = "+row IN (SELECT rowid FROM words WHERE words MATCH ?)"


@dataclass(frozen=True)
class Question:
    """The condition and the order of a SELECT over `workbook`, each with the values it takes."""

    condition: str
    values: tuple[str, ...]
    order: str
    order_values: tuple[str, ...]


def phrases(typed: str) -> tuple[str, ...]:
    """What was typed as folded phrases: one for each word, of more than one only where signs part a word."""
    found = dict.fromkeys(" ".join(clipped(words(chunk))) for chunk in typed.split())
    return tuple(phrase for phrase in found if phrase)[:_MOST_PHRASES]


def question(wanted: tuple[str, ...], filters: Filters, sorting: Sorting) -> Question:
    """The workbooks that hold all these phrases, of those that the filters let through, in this order."""
    conditions, values = [_PLACES[filters.place]], list[str]()
    for column, chosen in (
        ("stage", filters.stages),
        ("outcome", filters.outcomes),
        ("employer", filters.employers),
        (YEAR, filters.years),
    ):
        if chosen:
            conditions.append(f"{column} IN {_OF_THESE}")
            values.append(_listed(chosen))
    if filters.tags:
        conditions.append(_ANY_TAG)
        values.append(_listed(filters.tags))
    order, order_values = _ORDERS[sorting], tuple[str, ...]()
    if wanted:
        match = " AND ".join(f'"{phrase}" *' for phrase in wanted)
        conditions.append(_FOUND)
        values.append(match)
        if sorting is Sorting.BEST:
            # Where it says what a workbook is about weighs more than how often a word occurs in it.
            about = " AND ".join("instr(heading, ?)" for _ in wanted)
            order, order_values = f"({about}) DESC, {order}", tuple(f" {phrase}" for phrase in wanted)
    return Question(" AND ".join(conditions), tuple(values), order, order_values)


def _listed(chosen: Iterable[str] | Iterable[int]) -> str:
    return json.dumps(sorted(chosen), ensure_ascii=False)

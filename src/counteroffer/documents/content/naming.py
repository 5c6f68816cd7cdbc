"""How an entry of a list is called where it is spoken of: by its own words, else by what it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from counteroffer.analysis.valuation import formula_of
from counteroffer.documents.content.format import Format
from counteroffer.domain.anatomy import item_types
from counteroffer.domain.base import Choice, Frozen, Item
from counteroffer.domain.terms import FormulaInput
from counteroffer.domain.workbook import Workbook

_OWN_WORDS = (
    "name",
    "title",
    "label",
    "statement",
    "what",
    "question",
    "objection",
    "prompt",
    "lesson",
    "subject",
    "employer",
    "give",
    "gave",
    "got",
    "heard",
)
"""Fields in which people say what an entry is, the plainest first."""

_DAYS = ("day", "on")
LONGEST = 60
"""Characters of a name."""
_PAUSES = " .,;:…"
"""What does not stand before the sign of a cut."""


@dataclass(frozen=True)
class Names:
    """The entries of one state of a workbook, by name."""

    workbook: Workbook
    fmt: Format

    def of(self, item: Item) -> str:
        """The entry's name; empty if it says nothing that could be one."""
        words = (getattr(item, name, None) for name in _OWN_WORDS)
        own = next((text.strip() for text in words if isinstance(text, str) and text.strip()), "")
        return shortened(own) or self._by_subject(item)

    def linked(self, item_id: str) -> str:
        """The name of the entry with this id, wherever it stands; empty if there is none, or none with a name."""
        item = self._items.get(item_id)
        return "" if item is None else self.of(item)

    def _by_subject(self, item: Item) -> str:
        if isinstance(item, FormulaInput):
            return self._input(item)
        term = getattr(item, "term", None)
        if isinstance(term, str) and term != item.id and (name := self.linked(term)):
            return name
        for name in _DAYS:
            if isinstance(day := getattr(item, name, None), date):
                return self.fmt.short_day(day)
        kind = getattr(item, "kind", None)
        return self.fmt.tr(kind.label) if isinstance(kind, Choice) else ""

    def _input(self, item: FormulaInput) -> str:
        """What the formula calls this input, which is named by its id."""
        term = next(term for term in self.workbook.terms if item in term.valuation.inputs)
        formula = formula_of(term, None)
        asked = formula.input(item.id) if formula is not None else None
        return self.fmt.tr(asked.title) if asked is not None else ""

    @cached_property
    def _items(self) -> dict[str, Item]:
        # Terms come first: where an id is used twice, a term is what is meant.
        items: dict[str, Item] = {term.id: term for term in self.workbook.terms}
        for item in _items(self.workbook):
            items.setdefault(item.id, item)
        return items


def shortened(text: str, most: int = LONGEST) -> str:
    """The beginning of a text on one line, cut between words where that is near."""
    line = " ".join(text[: 4 * most].split())
    if len(line) <= most and len(text) <= 4 * most:
        return line
    cut = line[:most]
    space = cut.rfind(" ")
    return f"{(cut[:space] if space > most // 2 else cut).rstrip(_PAUSES)}…"


def _items(model: Any) -> Iterator[Item]:
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(value, Frozen):
            yield from _items(value)
        elif item_types(type(model), name):
            for item in value:
                yield item
                yield from _items(item)

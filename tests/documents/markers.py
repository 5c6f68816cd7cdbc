"""A workbook in which every field is filled and every text, amount and number can be told from every other.

It is made by walking the models, so a field that is added tomorrow is filled tomorrow, and a document that shows it
to the wrong eyes is found out.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from itertools import count
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from counteroffer.domain.anatomy import item_types, plain_types
from counteroffer.domain.base import Frozen
from counteroffer.domain.levels import Unit
from counteroffer.domain.situation import PayBasis
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook

FIXED = {
    ("Situation", "language"): "en",
    ("Situation", "currency"): "EUR",
    ("OtherOffer", "currency"): "EUR",
    ("Workbook", "created"): "2026-11-01T09:00:00Z",
    ("Valuation", "formula"): "paid_days",
    # So that what is chosen or linked to is found.
    ("Situation", "best_plan"): "plan",
    ("Justification", "evidence"): ("finding",),
    ("Justification", "achievements"): ("achievement",),
    ("TalkPlan", "people"): ("person",),
    ("TalkPlan", "order"): ("term",),
    ("Point", "term"): "term",
    ("Finding", "unit"): "money_year",
    ("Substitute", "unit"): "money_year",
    ("InSteps", "unit"): "money_year",
}


class Filler:
    """Fills models; `flags` is what every yes-or-no becomes."""

    def __init__(self, flags: bool) -> None:
        self.flags = flags
        self.counter = count(100)
        self.words: dict[str, str] = {}
        """Every marker with the place it was put, such as `Fear.statement`."""

    def fill(self, model: type[Frozen], place: str = "") -> dict[str, Any]:
        return {name: self.field(model, name, place) for name in model.model_fields}

    def field(self, model: type[Frozen], name: str, place: str) -> Any:
        here = f"{place}.{name}" if place else name
        if name == "id":
            return "term" if model is Term else model.__name__.lower()
        if (model.__name__, name) in FIXED:
            return FIXED[model.__name__, name]
        if model.__name__ == "Estimate":
            return self.estimate(name, here)
        items = item_types(model, name)
        if items:
            return [{**self.fill(one, f"{here}[{one.__name__}]"), "id": one.__name__.lower()} for one in items]
        return self.one(model, name, here)

    def estimate(self, name: str, here: str) -> Any:
        return None if name == "probability" else self.amount(here)

    def amount(self, here: str) -> str:
        figure = 1_000_000 + 1_000 * next(self.counter)
        self.words[f"{figure:,}"] = here
        return str(figure)

    def one(self, model: type[Frozen], name: str, here: str) -> Any:
        annotation = model.model_fields[name].annotation
        kinds = [one for one in plain_types(annotation) if one is not NoneType]
        if get_origin(annotation) is tuple:
            inner = plain_types(get_args(annotation)[0])[0]
            return [self.word(here)] if inner is str and name == "tags" else []
        kind = kinds[0]
        if get_origin(kind) is Literal:
            return get_args(kind)[0]
        if issubclass(kind, Frozen):
            # A level is one of several kinds; the sample is counted in money throughout.
            return {"kind": "amount", "amount": self.amount(here)} if len(kinds) > 1 else self.fill(kind, here)
        if issubclass(kind, Enum):
            return Unit.MONEY_YEAR.value if kind is Unit else next(iter(kind)).value
        return self.scalar(kind, model, name, here)

    def scalar(self, kind: type, model: type[Frozen], name: str, here: str) -> Any:
        if kind is bool:
            return self.flags
        if kind is int:
            return 12
        if kind is date:
            return self.day(here)
        if kind is Decimal:
            return self.decimal(model, name, here)
        return "" if name in ("sha256", "facts") else self.word(here)

    def day(self, here: str) -> str:
        day = date(2030, 1, 1) + timedelta(days=next(self.counter))
        for month in (f"{day:%B}", f"{day:%b}"):
            self.words[f"{month} {day.day}, {day.year}"] = here
        return day.isoformat()

    def decimal(self, model: type[Frozen], name: str, here: str) -> str:
        small = ("premium", "chance", "rate", "likelihood", "probability")
        if any(part in name for part in small):
            return "0.5"
        return "7" if model is PayBasis or name.endswith("months") else self.amount(here)

    def word(self, here: str) -> str:
        # No document changes such a word, and none is part of another.
        marker = f"zq{next(self.counter)}x"
        self.words[marker] = here
        return marker


def filled(flags: bool) -> tuple[Workbook, dict[str, str]]:
    """The workbook, and every marker in it with the place where it stands."""
    filler = Filler(flags)
    workbook = Workbook.model_validate(filler.fill(Workbook))
    return workbook, filler.words


def seen(text: str, words: dict[str, str]) -> set[str]:
    """The places whose markers can be read in a text."""
    return {place for marker, place in words.items() if marker in text}

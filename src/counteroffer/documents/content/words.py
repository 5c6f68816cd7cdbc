"""Small helpers by which documents make lines out of what people wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from counteroffer.documents.content.blocks import Line, Phrases, Run
from counteroffer.documents.content.drops import Drop, of_ask
from counteroffer.documents.content.format import Format, Translator
from counteroffer.domain.levels import Unit, ValueRange

_ENDS = tuple(".!?…:;")


_CLOSED = ("”", "’", '"', "'", "»")


def spoken(*parts: str) -> str:
    """Several statements one after the other, each ended with a full stop unless its writer ended it."""
    found = [part.strip() for part in parts if part.strip()]
    ended = [part if part.endswith((*_ENDS, *_CLOSED)) else f"{part}." for part in found[:-1]]
    return " ".join([*ended, *found[-1:]])


def continued(text: str, more: str) -> str:
    """A statement and what is added to it: after a comma, or after its full stop if it has one."""
    text, more = text.strip(), more.strip()
    if not text or not more:
        return text or more
    return f"{text} {more}" if text.endswith(_ENDS) else f"{text}, {more}"


@dataclass(frozen=True)
class Place:
    """What the lines of one kind have in common: how they are called, where they live, and when they leave."""

    name: str
    where: str
    drop: Drop
    most: int = 2
    flows: bool = False

    def line(self, text: str, label: str = "", *, italic: bool = False) -> tuple[Line, ...]:
        """The text as a line, or no line if there is no text."""
        return self.runs((Run(text.strip(), italic=italic),), label) if text.strip() else ()

    def runs(self, runs: tuple[Run, ...], label: str = "") -> tuple[Line, ...]:
        """The runs as a line; several lines of one kind are told apart by whoever numbers them."""
        return (Line(runs, label, self.name, self.where, int(self.drop), self.most, flows=self.flows),)


@dataclass
class Below:
    """The places of the lines below one ask. Several of a kind are told apart by number."""

    ask: str
    rank: int
    most: int
    _used: Counter[str] = field(default_factory=Counter)

    def place(self, what: str, where: str, drop: Drop, first: Drop | None = None) -> Place:
        """Where a line of this kind belongs; the first of a kind may be dearer than the others.

        Only the line to say begins a new line whatever happens: it must be found at a glance.
        """
        self._used[what] += 1
        nth = self._used[what]
        name = f"{self.ask}: {what} {nth}" if nth > 1 else f"{self.ask}: {what}"
        dear = first if first and nth == 1 else drop
        return Place(name, where, of_ask(self.rank, dear), self.most, flows=drop is not Drop.LINES)


def numbered(name: str, index: int) -> str:
    """The name of an entry in a list, so that one that was left out can be found."""
    return f"{name} {index + 1}"


def phrases(tr: Translator) -> Phrases:
    """What only a renderer knows when to say, in the document's language."""
    return Phrases(
        left_out=tr("Lines left out: {count}. See {where} in the workbook."),
        left_out_or_shortened=tr("Lines left out or shortened: {count}. See {where} in the workbook."),
        shortened=tr("{name} (shortened)"),
        page=tr("Page {page} of {pages}"),
        several=tr("{first} and {last}"),
    )


def facts(pairs: Iterable[tuple[str, str]], where: str = "") -> tuple[Line, ...]:
    """The facts at the head of a document; those that are not known are passed over."""
    return tuple(Line((Run(text.strip()),), label, label, where, most=2) for label, text in pairs if text.strip())


def source(fmt: Format, name: str, address: str, seen_on: date | None) -> str:
    """Where something was found, in brackets; nothing if nobody knows."""
    seen = fmt.tr("seen {day}").format(day=fmt.short_day(seen_on)) if seen_on else ""
    known = [part.strip() for part in (name, address, seen) if part.strip()]
    return f"({', '.join(known)})" if known else ""


def usual(fmt: Format, found: ValueRange, unit: Unit | None) -> str:
    """What is usual, as far as it is known: low to high, typically so much."""
    if unit is None:
        return ""
    # The unit is named once, with the last figure.
    low, high = fmt.figure(found.low), fmt.figure(found.high)
    typical = fmt.level(found.typical, unit)
    last = high if typical else fmt.level(found.high, unit)
    parts = []
    if low and high:
        parts.append(fmt.tr("{low} to {high}").format(low=low, high=last))
    elif low:
        parts.append(fmt.tr("from {low}").format(low=low if typical else fmt.level(found.low, unit)))
    elif high:
        parts.append(fmt.tr("up to {high}").format(high=last))
    parts += [fmt.tr("typically {figure}").format(figure=typical)] if typical else []
    return ", ".join(parts)

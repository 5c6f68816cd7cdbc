"""The whole workbook, for the shelf: every field that was filled in, by its title, a section for each tab.

It is made by walking the models, so that nothing that somebody wrote can be forgotten here; at its end stands what
all of it comes to in money. It is private.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from counteroffer.analysis.standing import batna
from counteroffer.documents.content.blocks import (
    Block,
    Column,
    Document,
    Line,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    Tone,
    plain,
)
from counteroffer.documents.content.format import Format, Translator, locale_of
from counteroffer.documents.content.reckoned import as_a_whole
from counteroffer.documents.content.words import facts, phrases
from counteroffer.documents.content.written import VALUES, Writer
from counteroffer.domain.base import Frozen, Item
from counteroffer.domain.levels import Unit
from counteroffer.domain.money import Estimate
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook

_SHORT = 90
"""A group of fields whose texts are no longer than this stands on one line."""
_LINE = 260
"""An item of a list that is no longer than this takes a line or two; a list of such items needs no headings."""
_ELSEWHERE = ("justification", "alternatives", "agreed")
"""Parts of a term that have a tab of their own."""


@dataclass(frozen=True)
class _Said:
    """One field: its title and what stands in it."""

    title: str
    text: str

    @property
    def line(self) -> Line:
        return Line((Run(f"{self.title}: ", italic=True), Run(self.text)))


def whole_workbook(workbook: Workbook, today: date, tr: Translator) -> Document:
    """Everything in a workbook, tab by tab."""
    situation = workbook.situation
    fmt = Format(locale_of(situation.language), situation.currency, tr)
    walk = _Walk(fmt, workbook)
    blocks: list[Block] = [
        Paragraph(plain(tr("Fields that are empty, and marks that are not set, are left out.")), Tone.NOTE)
    ]
    for title, rows in _tabs(walk, workbook, tr):
        found = tuple(rows)
        blocks.append(Section(title, (Table((Column("", 1),), found),) if found else ()))
    # What is reckoned from all this stands at the end: nobody wrote it, but whoever looks back wants to know.
    blocks += as_a_whole(workbook, batna(workbook), fmt)
    return Document(
        title=workbook.title.strip() or tr("Workbook"),
        language=fmt.language,
        subject=" · ".join(part.strip() for part in (situation.role, situation.employer) if part.strip()),
        header=facts(
            (
                (tr("Employer"), situation.employer),
                (tr("Role"), situation.role),
                (tr("Begun on"), fmt.day(workbook.created.date())),
            )
        ),
        blocks=tuple(blocks),
        private=True,
        footer=tr("As of {day}").format(day=fmt.day(today)),
        mark=tr("Private: for your eyes only"),
        phrases=phrases(tr),
    )


def _tabs(walk: _Walk, workbook: Workbook, tr: Translator) -> Iterator[tuple[str, Iterator[Row]]]:
    """The tabs in the order of the work. The terms are looked at from four of them."""
    groups = [name for name in Workbook.model_fields if isinstance(getattr(workbook, name), Frozen)]
    yield tr("Workbook"), walk.rows(workbook, tr("Workbook"), leave=(*groups, "terms", "created"), before="")
    for name in Workbook.model_fields:
        title = tr(Workbook.model_fields[name].title or name)
        if name == "terms":
            yield tr("Priorities"), walk.each_term(lambda term, called: walk.rows(term, called, leave=_ELSEWHERE))
            yield tr("Justifications"), walk.each_term(lambda term, called: walk.part(term, "justification", called))
            yield tr("Alternatives"), walk.each_term(lambda term, called: walk.part(term, "alternatives", called))
        elif name == "agreement":
            yield title, walk.agreed_first(workbook.agreement, title)
        elif name in groups:
            yield title, walk.rows(getattr(workbook, name), title, before="")


class _Walk:
    """From models to rows: a heading, and below it the fields that were filled in."""

    def __init__(self, fmt: Format, workbook: Workbook) -> None:
        self._writer = Writer(fmt, workbook)
        self._tr = fmt.tr
        self._terms = workbook.terms
        self._units = {term.id: term.unit for term in workbook.terms}

    def each_term(self, rows: Callable[[Term, str], Iterator[Row]]) -> Iterator[Row]:
        """What is to be said of each term, under its rank and name."""
        for rank, term in enumerate(self._terms, 1):
            yield from rows(term, f"{rank}. {term.name.strip()}".strip())

    def agreed_first(self, agreement: Frozen, title: str) -> Iterator[Row]:
        """What was agreed on each term, then all else about the agreement."""
        yield from self.each_term(lambda term, called: self.part(term, "agreed", called))
        yield from self.rows(agreement, title, before="")

    def part(self, term: Term, name: str, called: str) -> Iterator[Row]:
        """One part of a term: a group of fields, or a list of them."""
        value = getattr(term, name)
        if isinstance(value, tuple):
            yield from self._several(type(term), name, value, called, term.unit)
        else:
            yield from self.rows(value, called, term.unit)

    def rows(
        self,
        model: Frozen,
        called: str,
        unit: Unit | None = None,
        leave: tuple[str, ...] = (),
        before: str | None = None,
    ) -> Iterator[Row]:
        """The model's own fields, then its groups and its lists, which are named after it or after `before`."""
        unit = self._unit(model, unit)
        before = called if before is None else before
        own: list[_Said] = []
        below: list[Iterator[Row]] = []
        for name, field in type(model).model_fields.items():
            if name in leave:
                continue
            value, title = getattr(model, name), self._tr(field.title or name)
            if _is_group(value):
                said = self._said(value, unit)
                if _fits_a_line(value, said):
                    own += [_Said(title, _inline(said))] if said else []
                else:
                    below.append(self.rows(value, _under(before, title), unit))
            elif _is_list(value):
                below.append(self._several(type(model), name, value, before, unit))
            else:
                text = self._writer.field(model, name, unit)
                own += [_Said(title, text)] if text else []
        if own:
            yield Row((plain(called, bold=True),), tuple(one.line for one in own))
        for rows in below:
            yield from rows

    def _several(
        self, model: type[Frozen], name: str, items: tuple[Item, ...], before: str, unit: Unit | None
    ) -> Iterator[Row]:
        """A list: an item a line if all of them are short, otherwise a row each."""
        called = _under(before, self._tr(model.model_fields[name].title or name))
        said = [self._said(item, self._unit(item, unit)) for item in items]
        if all(_fits_a_line(item, one) and len(_inline(one)) <= _LINE for item, one in zip(items, said, strict=True)):
            entries = tuple(_Said(str(number), _inline(one)).line for number, one in enumerate(said, 1) if one)
            if entries:
                yield Row((plain(called, bold=True),), entries)
            return
        for number, item in enumerate(items, 1):
            yield from self.rows(item, f"{called} {number}", unit)

    def _said(self, model: Frozen, unit: Unit | None) -> list[_Said]:
        """The model's own fields, its groups and lists left aside."""
        return [
            _Said(self._tr(field.title or name), text)
            for name, field in type(model).model_fields.items()
            if not _is_group(getattr(model, name))
            and not _is_list(getattr(model, name))
            and (text := self._writer.field(model, name, unit))
        ]

    def _unit(self, model: Frozen, unit: Unit | None) -> Unit | None:
        """What the levels in a model are counted in: as it says itself, as its term is, or as around it."""
        own = getattr(model, "unit", None)
        if isinstance(own, Unit):
            return own
        return self._units.get(getattr(model, "term", None) or "", unit)


def _under(before: str, title: str) -> str:
    return f"{before} · {title}" if before else title


def _is_group(value: object) -> bool:
    return isinstance(value, Frozen) and not isinstance(value, (Estimate, *VALUES))


def _is_list(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Item)


def _fits_a_line(model: Frozen, said: list[_Said]) -> bool:
    """Whether a group is nothing but a few short texts."""
    values = [getattr(model, name) for name in type(model).model_fields]
    nested = any(_is_group(one) or _is_list(one) for one in values)
    return not nested and all(len(one.text) <= _SHORT and "\n" not in one.text for one in said)


def _inline(said: list[_Said]) -> str:
    """A group on one line; what stands in it alone needs no title of its own."""
    if len(said) == 1:
        return said[0].text
    return " · ".join(f"{one.title}: {one.text}" for one in said)

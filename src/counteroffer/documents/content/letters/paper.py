"""A letter as a document: the person's own words if there are any, otherwise the draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from babel import Locale

from counteroffer.documents.content.blocks import Block, Bullets, Document, Line, Paragraph, Run, plain
from counteroffer.documents.content.format import Format, Translator
from counteroffer.documents.content.letters.drafts import draft
from counteroffer.documents.content.letters.parts import BULLET, flat
from counteroffer.documents.content.view import ShareableView
from counteroffer.documents.content.words import facts, phrases
from counteroffer.domain.agreement import Letter

_SPACE = Paragraph(plain("\u00a0"))
"""The empty line between two paragraphs."""
_TO_SIGN = 3
"""So many empty lines are left above the name, for a signature by hand."""
_PARTED = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_ENTRY = re.compile(rf"[ \t]*[{BULLET}*–-][ \t]+")


@dataclass(frozen=True)
class Words:
    """A letter's words, whoever wrote them, and the lines in them that stand out."""

    subject: str
    body: str
    leads: frozenset[str]


def letter_words(letter: Letter, view: ShareableView, tr: Translator, locale: Locale, today: date) -> Words:
    """What the letter says: the person's own subject and body, and the draft's for whatever is empty."""
    drafted = draft(letter.kind, view, tr, locale, today)
    subject = flat(letter.subject) or drafted.subject
    return Words(subject, letter.body.strip() or drafted.body, drafted.leads)


def letter_document(letter: Letter, view: ShareableView, tr: Translator, locale: Locale, today: date) -> Document:
    """The letter for paper. Its date is the day it was sent or written, otherwise today."""
    fmt = Format(locale, view.currency, tr)
    words = letter_words(letter, view, tr, locale, today)
    name, employer = flat(view.your_name), flat(view.employer)
    to = ", ".join(part for part in (flat(view.addressee.name) if view.addressee else "", employer) if part)
    written = fmt.day(letter.sent_on or letter.written_on or today)
    return Document(
        title=words.subject,
        language=fmt.language,
        subject=" · ".join(part.strip() for part in (view.role, view.employer) if part.strip()),
        header=facts(((tr("To"), to), (tr("From"), name), (tr("Date"), written))),
        blocks=tuple(_blocks(words, name)),
        private=False,
        footer=name,
        phrases=phrases(tr),
    )


def _blocks(words: Words, name: str) -> Iterator[Block]:
    paragraphs = _PARTED.split(words.body)
    for index, paragraph in enumerate(paragraphs):
        yield _SPACE
        lines = [line.strip() for line in paragraph.split("\n")]
        if name and index == len(paragraphs) - 1 and len(lines) > 1 and lines[-1] == name:
            yield from _signed(lines)
        else:
            yield from _paragraph(lines, words.leads)


def _paragraph(lines: list[str], leads: frozenset[str]) -> Iterator[Block]:
    """Lines as they were broken; those that begin with a bullet or a dash become a list."""
    for is_list, group in groupby(lines, lambda line: _ENTRY.match(line) is not None):
        found = list(group)
        if is_list:
            yield Bullets(tuple(plain(_ENTRY.sub("", line, count=1)) for line in found))
        else:
            yield Paragraph(_set(found, leads))


def _set(lines: list[str], leads: frozenset[str]) -> Line:
    first, *rest = lines
    if first not in leads:
        return plain("\n".join(lines))
    return Line((Run(first, bold=True), *(Run(f"\n{line}") for line in rest)))


def _signed(lines: list[str]) -> Iterator[Block]:
    """The closing words, room for a signature, and the name: all on one page."""
    yield Paragraph(plain("\n".join([*lines[:-1], *["\u00a0"] * _TO_SIGN, lines[-1]])))

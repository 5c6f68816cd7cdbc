"""What letters are put together from. A part for which nothing was written is no part, never an empty one.

Words that people typed are taken as one flowing text: their line ends would tear a letter's sentences apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from counteroffer.documents.content.format import Format
from counteroffer.documents.content.view import ShareableView
from counteroffer.domain.levels import Unit, Value

BULLET = "•"
_ENDED = tuple(".!?…:;。！？؟।”’\"'»")


@dataclass(frozen=True)
class Passage:
    """A paragraph of a letter; the lead is a line of its own that says what it is about."""

    text: str
    lead: str = ""

    @property
    def whole(self) -> str:
        """The lead and the text, as they are read."""
        return "\n".join(part for part in (self.lead, self.text) if part)


@dataclass(frozen=True)
class Draft:
    """What a letter says: its subject, and its paragraphs from the greeting to the name below it."""

    subject: str
    paragraphs: tuple[Passage, ...]

    @property
    def body(self) -> str:
        """The letter as plain text, its paragraphs parted by empty lines."""
        return "\n\n".join(passage.whole for passage in self.paragraphs)

    @property
    def leads(self) -> frozenset[str]:
        """The lines that say what the paragraph below them is about."""
        return frozenset(passage.lead for passage in self.paragraphs if passage.lead)


def flat(text: str) -> str:
    """What was typed, on one line."""
    return " ".join(text.split())


def name_of(text: str) -> str:
    """A name that goes on within a sentence: whoever ended it with a full stop did not mean the sentence's."""
    return flat(text).rstrip(" .,;:")


def sentences(*parts: str) -> str:
    """Statements one after the other, each ended with one full stop unless its writer ended it."""
    found = [flat(part) for part in parts]
    return " ".join(part if part.endswith(_ENDED) else f"{part}." for part in found if part)


def opening(text: str) -> str:
    """The text as the beginning of a line: what was typed as the end of a sentence gets its capital."""
    said = flat(text)
    return said[:1].upper() + said[1:]


def labelled(label: str, *parts: str) -> str:
    """Statements behind a word or two that say what they are; nothing if there are none."""
    said = sentences(*parts)
    return f"{label} {said}" if said else ""


def lines(*parts: str) -> str:
    """Parts below each other, the empty ones passed over."""
    return "\n".join(part for part in parts if part)


def bullets(entries: Iterable[str]) -> str:
    """A list, one entry a line."""
    return "\n".join(f"{BULLET} {entry}" for entry in entries if entry)


def letter(subject: str, fmt: Format, view: ShareableView, *middle: Passage) -> Draft:
    """The letter around its paragraphs: greeting and closing; empty paragraphs are passed over."""
    said = tuple(passage for passage in middle if passage.whole)
    return Draft(subject, (Passage(_greeting(view, fmt)), *said, Passage(_closing(view, fmt))))


def _greeting(view: ShareableView, fmt: Format) -> str:
    name = name_of(view.addressee.name) if view.addressee is not None else ""
    return fmt.tr("Dear {name},").format(name=name) if name else fmt.tr("Hello,")


def _closing(view: ShareableView, fmt: Format) -> str:
    return lines(fmt.tr("With kind regards,"), flat(view.your_name))


def thanks(view: ShareableView, fmt: Format) -> str:
    """Thanks for the offer, as exactly as it is known."""
    tr, role, employer = fmt.tr, name_of(view.role), name_of(view.employer)
    if role and employer:
        return tr("Thank you for offering me the role of {role} at {employer}.").format(role=role, employer=employer)
    if role:
        return tr("Thank you for offering me the role of {role}.").format(role=role)
    if employer:
        return tr("Thank you for offering me a place at {employer}.").format(employer=employer)
    return tr("Thank you for your offer.")


def about_role(view: ShareableView, fmt: Format, with_role: str, without: str) -> str:
    """A subject that names the role, if it is known."""
    role = name_of(view.role)
    return fmt.tr(with_role).format(role=role) if role else fmt.tr(without)


def heading(name: str, value: Value | None, unit: Unit, fmt: Format) -> str:
    """A term and its level on one line, as far as they are known."""
    return ": ".join(part for part in (name_of(name), flat(fmt.level(value, unit))) if part)

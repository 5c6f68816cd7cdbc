"""Marks visible texts for the catalogue where they are written; they are translated where they are shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, Self, runtime_checkable


@runtime_checkable
class KnowsForms(Protocol):
    """A translator that knows which form its language wants after a number; some have up to six."""

    def plural(self, one: str, many: str, count: int) -> str:
        """The form for so many."""


def N_(text: str) -> str:
    """The text itself; its name is what the extraction looks for."""
    return text


def plural(translate: Callable[[str], str], one: str, many: str, count: int) -> str:
    """The text for so many in the reader's language; a translator that knows no forms is asked for English's two."""
    if isinstance(translate, KnowsForms):
        return translate.plural(one, many, count)
    return translate(one if count == 1 else many)


class Sentence(str):
    """A visible text with its values filled in: a text like any other, and it can still be said in another language.

    A value that is a Sentence is said in that language too. No value is anything that a person typed.
    """

    def __new__(cls, template: str, **values: object) -> Self:
        made = super().__new__(cls, template.format(**values) if values else template)
        made._template, made._values = template, values
        return made

    _template: str
    _values: dict[str, object]

    def told(self, translate: Callable[[str], str]) -> str:
        """The same in the reader's language."""
        return self._filled(translate(self._template), translate)

    def _filled(self, template: str, translate: Callable[[str], str]) -> str:
        said = {
            name: value.told(translate) if isinstance(value, Sentence) else value
            for name, value in self._values.items()
        }
        return template.format(**said) if said else template


class Counted(Sentence):
    """A text about a number of things, `{count}` in it: in the form that each language wants after that number."""

    _forms: tuple[str, str]
    _count: int

    def __new__(cls, one: str, many: str, count: int) -> Self:
        made = super().__new__(cls, one if count == 1 else many, count=count)
        made._forms, made._count = (one, many), count
        return made

    def told(self, translate: Callable[[str], str]) -> str:
        """The same in the reader's language."""
        return self._filled(plural(translate, *self._forms, self._count), translate)


def in_turn(*sentences: str) -> Sentence:
    """Sentences one after the other; each is a visible text of its own."""
    parts = {
        f"part_{place}": one if isinstance(one, Sentence) else Sentence(one) for place, one in enumerate(sentences)
    }
    return Sentence(" ".join(f"{{{name}}}" for name in parts), **parts)

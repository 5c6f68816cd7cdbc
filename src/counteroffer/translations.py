"""Visible texts in the reader's language. What stands in the code is English; the rest is under resources/translations.

A translator is passed in wherever text is shown; nothing here is global. The app speaks the language of its settings,
a paper that of its workbook.
"""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from functools import cache

from counteroffer import resources
from counteroffer.domain.words import Sentence

SOURCE = "en"
"""The language in which the texts stand in the code."""


@dataclass(frozen=True)
class Translator:
    """Gives each text in one language, and the English one where there is no translation of it."""

    language: str
    """The language it really speaks: `de` for somebody who asked for `de_AT`."""
    _texts: gettext.NullTranslations

    def __call__(self, text: str) -> str:
        """The text in this language, with the values that a Sentence has."""
        if isinstance(text, Sentence):
            return text.told(self)
        return self._texts.gettext(text) if text else text  # gettext answers nothing with its own header

    def plural(self, one: str, many: str, count: int) -> str:
        """The form that this language wants after so many."""
        return self._texts.ngettext(one, many, count)


def translator(*wanted: str) -> Translator:
    """The translator into the first of the wanted languages that there is: `de_AT` or `de-AT`, then `de`; else English.

    A language is looked for with its country and without it before the next one is.
    """
    for language in wanted:
        whole = language.replace("-", "_")
        for name in (whole, whole.split("_")[0]):
            if name == SOURCE or name in languages():
                return _translator(name)
    return _translator(SOURCE)


@cache
def languages() -> tuple[str, ...]:
    """The languages into which the app is translated."""
    folder = resources.path("translations")
    return tuple(sorted(file.parent.parent.name for file in folder.glob("*/LC_MESSAGES/*.mo")))


@cache
def _translator(language: str) -> Translator:
    if language == SOURCE:
        return Translator(SOURCE, gettext.NullTranslations())
    file = resources.path("translations", language, "LC_MESSAGES", "counteroffer.mo")
    with file.open("rb") as held:
        return Translator(language, gettext.GNUTranslations(held))

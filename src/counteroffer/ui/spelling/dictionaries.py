"""The computer's own dictionaries, asked on a thread of their own: typing never waits for them.

What is asked for stays in this process: nothing of it is written down, and the words a person adds are forgotten when
the app is closed, for they are content like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol

from PySide6.QtCore import QObject, Signal

MOST = 5
"""Suggestions for a word."""


class Dictionary(Protocol):
    """One language."""

    def check(self, word: str) -> bool:
        """Whether it knows the word."""

    def suggest(self, word: str) -> list[str]:
        """Words that may have been meant, the likeliest first."""


def system_dictionary(language: str) -> Dictionary | None:
    """The computer's dictionary of a language ("en", "de_AT"); None if there is none, or nothing to read it with."""
    try:
        # Loaded when first wanted. It needs a library of the system's, which may not be there.
        import enchant
    except ImportError:
        return None
    broker = enchant.Broker()
    there = broker.list_languages()
    name = best_of(language, there)
    found: Dictionary | None = broker.request_dict(name) if name else None
    return found


def best_of(language: str, there: Sequence[str]) -> str:
    """Of the dictionaries there are, the one for a language: itself, else one of its countries; empty if none."""
    plain = language.partition("_")[0]
    kin = sorted(one for one in there if one.replace("-", "_").partition("_")[0] == plain)
    home = f"{plain}_{plain.upper()}"
    return next((one for one in (language, home, *kin) if one in kin), "")


class Dictionaries(QObject):
    """One for the whole app: whether words are to be marked at all, and who knows them."""

    wanted_changed = Signal(bool)

    def __init__(self, wanted: bool = True, find: Callable[[str], Dictionary | None] = system_dictionary) -> None:
        super().__init__()
        self.wanted = wanted
        self.own: set[str] = set()
        """Words the person has added since the app was started."""
        self._find = find
        self._worker: ThreadPoolExecutor | None = None
        # Only the worker's thread touches these.
        self._found: dict[str, Dictionary | None] = {}

    def set_wanted(self, wanted: bool) -> None:
        """Mark words, or leave them alone."""
        if wanted is not self.wanted:
            self.wanted = wanted
            self.wanted_changed.emit(wanted)

    def has(self, language: str) -> Future[bool]:
        """Whether there is a dictionary of the language."""
        return self._thread().submit(lambda: self._dictionary(language) is not None)

    def unknown(self, language: str, words: Collection[str]) -> Future[set[str]]:
        """Those of the words that the dictionary does not know."""
        return self._thread().submit(self._unknown, language, frozenset(words))

    def suggestions(self, language: str, word: str) -> Future[list[str]]:
        """At most `MOST` words that may have been meant."""
        return self._thread().submit(self._suggestions, language, word)

    def close(self) -> None:
        """End the thread."""
        if self._worker is not None:
            self._worker.shutdown(wait=True, cancel_futures=True)
            self._worker = None

    def _thread(self) -> ThreadPoolExecutor:
        if self._worker is None:
            self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="spelling")
        return self._worker

    def _dictionary(self, language: str) -> Dictionary | None:
        if language not in self._found:
            self._found[language] = self._find(language)
        return self._found[language]

    def _unknown(self, language: str, words: Collection[str]) -> set[str]:
        dictionary = self._dictionary(language)
        # An apostrophe of print is one of the keyboard to a dictionary.
        return {one for one in words if dictionary is not None and not dictionary.check(one.replace("’", "'"))}

    def _suggestions(self, language: str, word: str) -> list[str]:
        dictionary = self._dictionary(language)
        return dictionary.suggest(word.replace("’", "'"))[:MOST] if dictionary is not None else []

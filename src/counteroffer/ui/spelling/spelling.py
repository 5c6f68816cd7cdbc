"""The spelling of one window: in the language of its workbook, with what is known so far of its words."""

from __future__ import annotations

from concurrent.futures import Future

from PySide6.QtCore import QObject, QTimer, Signal

from counteroffer.ui.spelling.dictionaries import Dictionaries
from counteroffer.ui.theme.tokens import Duration
from counteroffer.ui.waiting import when_done


class Spelling(QObject):
    """Says of a word at once whether it is wrong, as far as is known; what is not known is asked once typing rests."""

    changed = Signal()
    """Words are marked from now on, or no more, or by another dictionary."""
    found_wrong = Signal(object)
    """Words (a set) that turned out to be unknown."""

    def __init__(self, dictionaries: Dictionaries | None = None) -> None:
        super().__init__()
        self.dictionaries = dictionaries or Dictionaries()
        self.dictionaries.wanted_changed.connect(self._look)
        self.language = ""
        self.has_dictionary = False
        self._known: dict[str, bool] = {}
        self._asked: set[str] = set()
        self._rest = QTimer(self, singleShot=True, interval=Duration.HINT)
        self._rest.timeout.connect(self._ask)

    @property
    def is_on(self) -> bool:
        """Whether words are marked."""
        return self.has_dictionary and self.dictionaries.wanted

    def set_language(self, language: str) -> None:
        """Mark what is wrong in this language."""
        if language != self.language:
            self.language = language
            self.has_dictionary = False
            self._known, self._asked = {}, set()
            self._look()

    def is_wrong(self, word: str) -> bool:
        """Whether the word is known to be wrong. One never seen is asked for, and counts as right until then."""
        if word in self.dictionaries.own:
            return False
        if word not in self._known:
            self._asked.add(word)
            self._rest.start()
        return not self._known.get(word, True)

    def add(self, word: str) -> None:
        """Count the word as right until the app is closed."""
        self.dictionaries.own.add(word)
        self.changed.emit()

    def suggestions(self, word: str) -> Future[list[str]]:
        """Words that may have been meant."""
        return self.dictionaries.suggestions(self.language, word)

    def _look(self) -> None:
        if self.language and self.dictionaries.wanted and not self.has_dictionary:
            language = self.language
            when_done(self, self.dictionaries.has(language), lambda done: self._looked(language, done))
        self.changed.emit()

    def _looked(self, language: str, done: Future[bool]) -> None:
        if language == self.language and not done.cancelled() and done.exception() is None:
            self.has_dictionary = done.result()
            self.changed.emit()

    def _ask(self) -> None:
        words, self._asked = self._asked, set()
        if words and self.is_on:
            language = self.language
            asked = self.dictionaries.unknown(language, words)
            when_done(self, asked, lambda done: self._told(language, words, done))

    def _told(self, language: str, words: set[str], done: Future[set[str]]) -> None:
        if language == self.language and not done.cancelled() and done.exception() is None:
            wrong = done.result()
            self._known.update({word: word not in wrong for word in words})
            if wrong:
                self.found_wrong.emit(wrong)

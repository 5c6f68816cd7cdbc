"""What is said when typed text cannot be read."""

from __future__ import annotations

from collections.abc import Callable


class Unreadable(ValueError):
    """Typed text that is not, or not yet, a value. The sentence is an English message id and never quotes the text."""

    def __init__(self, sentence: str, **parts: str) -> None:
        super().__init__(sentence.format(**parts))
        self.message = sentence
        self.parts = parts

    @property
    def sentence(self) -> str:
        """The sentence in English."""
        return str(self)

    def said(self, translate: Callable[[str], str]) -> str:
        """The sentence in the person's language."""
        return translate(self.message).format(**self.parts)

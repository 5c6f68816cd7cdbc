"""Letters that lead to a field or press a button: Alt and the letter that is underlined in its words.

Nobody writes them into the texts. They are chosen here, so that translations need none and what a person typed is never
read as one. Some of the rules follow from what Qt does with a letter that several in view have:

- A field's words always have one. Where there are more fields than letters some share, and each press leads on to the
  next of them. A box to tick is ticked by a letter of its own, and only reached by one that it shares.
- A button has one only if nobody else has it. One that is shared would reach the button and no longer press it, so it
  would promise too much; Tab reaches it as well.
- On pages no button has one, only in windows. A page has up to ninety fields or two dozen buttons, and a letter in one
  button and none in the next would look like chance.
- Names that a person gave, such as those of terms, have none: they change while one types.

A letter that was given stays. What is made later on the same page has to do with those that are left.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING
from weakref import WeakSet

from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import QWidget

from counteroffer.ui.widgets.tab_order import laid_out_in

# A widget can have only one of Qt's classes above it, so these are mixed in beside that one.
if TYPE_CHECKING:
    _Widget = QWidget

    class _Worded(QWidget):
        def text(self, /) -> str: ...

        def setText(self, text: str, /) -> None: ...

else:
    _Widget = _Worded = object

_SIGN = "&"
"""Stands before the letter in the texts that Qt is given; doubled, it is itself."""


class MnemonicWords(_Worded):
    """Words of which one letter may be underlined. `text` and `setText` mean what is read: "&" in it is only a sign."""

    presses = False
    """Whether the letter does more than to lead there."""
    takes_mnemonic = True
    """Whether it is to have a letter at all."""
    key = ""
    """The key that its letter is on, as Qt writes it: "Alt+T". Empty while it has none."""
    _plain = ""

    def text(self) -> str:
        """The words as they are read."""
        return self._plain

    def setText(self, words: str) -> None:
        """Show other words. The letter stays, and is underlined wherever it is among them."""
        self._plain = words
        super().setText(marked(words, self.key))

    def take(self, key: str) -> None:
        """Have the letter that is on this key."""
        self.key = key
        self.setText(self._plain)


class Mnemonics:
    """Who has which letter on a page or in a window; `beside` are those of what is in view together with it."""

    def __init__(self, beside: Mnemonics | None = None, *, buttons: bool = True) -> None:
        """`buttons` says whether they have letters too."""
        self._beside = beside
        self._buttons = buttons
        self._holders: WeakSet[MnemonicWords] = WeakSet()

    def give(self, part: QWidget) -> None:
        """Give letters to what has none yet in a part, in the order of reading: but to its fields before its buttons,
        and to what is in view before what is folded away."""
        bare = [one for one in _words_in(part) if not one.key and self._may_have(one)]
        pressed, held = self._held() if bare else (set(), Counter())
        for one in sorted(bare, key=lambda one: (one.presses, not one.isVisibleTo(part))):
            keys = [key for _at, key in _places(one.text())]
            key = min(keys, key=lambda key: (key in pressed, held[key]), default="")
            if not key or (one.presses and held[key]):
                continue
            held[key] += 1
            if one.presses:
                pressed.add(key)
            one.take(key)
            self._holders.add(one)

    def _may_have(self, one: MnemonicWords) -> bool:
        return one.takes_mnemonic and (self._buttons or not one.presses)

    def _held(self) -> tuple[set[str], Counter[str]]:
        """The keys that press something, and of all keys how many have them."""
        holders = [*self._holders, *(self._beside._holders if self._beside is not None else ())]
        return {one.key for one in holders if one.presses}, Counter(one.key for one in holders)


class WithMnemonics(_Widget):
    """A page or window in which no two have the same letter while there are others. It says itself when to give them;
    what is made after that is handed to `give_late`."""

    buttons_have_letters = True

    @cached_property
    def mnemonics(self) -> Mnemonics:
        """Who has which letter here."""
        return Mnemonics(buttons=self.buttons_have_letters)


class MnemonicsOnShow(WithMnemonics):
    """One that is whole when it is first shown, and gives its letters then."""

    _was_shown = False

    def showEvent(self, event: QShowEvent) -> None:
        if not self._was_shown:
            self._was_shown = True
            self.mnemonics.give(self)
        super().showEvent(event)


def give_late(part: QWidget) -> None:
    """Give letters to a part of a page or window that is there already. One that has no place yet gets them with it."""
    around = part.parentWidget()
    while around is not None and not isinstance(around, WithMnemonics):
        around = around.parentWidget()
    if around is not None:
        around.mnemonics.give(part)


def marked(words: str, key: str = "") -> str:
    """Words as Qt is to be given them, with the letter on this key underlined if they have it."""
    at = next((at for at, one in _places(words) if one == key), len(words)) if key else len(words)
    parts = [part.replace(_SIGN, 2 * _SIGN) for part in (words[:at], words[at:])]
    return _SIGN.join(parts) if at < len(words) else parts[0]


def _places(words: str) -> Sequence[tuple[int, str]]:
    """Where a letter could be underlined, best first: at which place, and on which key the letter there is."""
    found = []
    for at, letter in enumerate(words):
        key, bare = _on_key(letter)
        if key:
            within = at > 0 and words[at - 1].isalnum()
            found.append((not bare, within, at, key))
    return [(at, key) for _accent, _within, at, key in sorted(found)]


@cache
def _on_key(letter: str) -> tuple[str, bool]:
    """The key that a letter is on, empty for none, and whether the letter is without an accent.

    Letters with an accent come last: on many keyboards it takes several keys to type one, and Alt with none of them.
    """
    if not letter.isalnum() or len(letter.casefold()) != 1:
        return "", False
    return QKeySequence.mnemonic(_SIGN + letter).toString(), len(unicodedata.normalize("NFD", letter)) == 1


def _words_in(part: QWidget) -> Iterator[MnemonicWords]:
    """What can have a letter, in the order of reading."""
    if isinstance(part, MnemonicWords):
        yield part
        return
    for one in laid_out_in(part):
        yield from _words_in(one)

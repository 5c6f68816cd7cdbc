"""The strip of the tour above the page: where one is in it, and the way on and back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.help.arrows import arrows
from counteroffer.ui.help.tour_stops import STOPS, Stop
from counteroffer.ui.theme import Space
from counteroffer.ui.widgets import Button, Caption, Words, announce


class TourStrip(QWidget):
    """Says where one is, and leads on and back; the page below stays as usable as ever."""

    moved = Signal(object)
    """The stop that is now shown."""
    ended = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = ctx.translate
        self.ctx = ctx
        self._at = 0
        self.setAccessibleName(_("Tour of the sample"))
        self._title = Words("", "strong")
        self._words = Words("")
        self._count = Caption()
        self._count.setWordWrap(False)
        back, on = arrows()
        self.back_button = Button(ctx, _("Back"), "", back, lambda: self.show_stop(self._at - 1))
        self.next_button = Button(ctx, _("Next"), "main", on, lambda: self.show_stop(self._at + 1))
        self.end_button = Button(ctx, _("End the tour"), "quiet", "", self.ended.emit)
        # Its place stays free at the last stop: pressing once too often must not press what would move there.
        place = self.next_button.sizePolicy()
        place.setRetainSizeWhenHidden(True)
        self.next_button.setSizePolicy(place)
        for button, keys in ((self.back_button, "Alt+Left"), (self.next_button, "Alt+Right")):
            button.setShortcut(QKeySequence(keys))
            button.setToolTip(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
        # A frame within, so that it keeps its distance from the edges of the window.
        frame = QFrame()
        frame.setProperty("look", "info")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.XL, Space.S, Space.XL, Space.S)
        outer.addWidget(frame)
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self._title, 1)
        for part in (self._count, self.back_button, self.next_button, self.end_button):
            head.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(frame)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        column.addWidget(self._words)

    @property
    def stop(self) -> Stop:
        """The stop that is shown."""
        return STOPS[self._at]

    def show_stop(self, at: int) -> None:
        """Halt at a stop, by its number from 0."""
        _ = self.ctx.translate
        self._at = max(0, min(at, len(STOPS) - 1))
        last = self._at == len(STOPS) - 1
        self._title.setText(_(self.stop.title))
        self._words.setText(_(self.stop.words))
        self._count.setText(_("{number} of {all}").format(number=self._at + 1, all=len(STOPS)))
        self.back_button.setEnabled(self._at > 0)
        self.next_button.setVisible(not last)
        self.moved.emit(self.stop)
        announce(self, f"{self._title.text()}. {self._words.text()}")

"""A part of a card that stays folded until it is wanted."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.theme import Space
from counteroffer.ui.widgets.buttons import Button
from counteroffer.ui.widgets.margins import margins


class Fold:
    """Opens and folds away a part of the page; the button says what is in it and may stand anywhere."""

    def __init__(
        self,
        ctx: UiContext,
        words: str,
        name: str = "",
        *,
        kind: str = "quiet",
        open_words: str = "",
        icons: tuple[str, str] = ("chevron-right", "chevron-down"),
    ) -> None:
        """`words` stand on the button; `name` is what a screen reader says where the words alone say too little.

        `open_words` stand on it instead while the part is in view; `icons` are for folded and open.
        """
        self._ctx = ctx
        self._words = (words, open_words or words)
        self._icons = icons
        self._icon_role = "accent" if kind == "quiet" else "icon"
        self.button = FoldButton(ctx, words, kind, icons[0])
        self.button.setAccessibleName(name or words)
        self.button.setCheckable(True)
        self.button.toggled.connect(self._turn)
        self.body = FoldedBody(self)
        self.body.hide()

    @property
    def is_open(self) -> bool:
        """Whether the part is in view."""
        return self.button.isChecked()

    def open(self) -> None:
        """Bring the part into view."""
        self.button.setChecked(True)

    def close(self) -> None:
        """Fold the part away."""
        self.button.setChecked(False)

    def _turn(self, on: bool) -> None:
        self.button.setIcon(self._ctx.icon(self._icons[on], self._icon_role))
        self.button.setText(self._words[on])
        self.body.setVisible(on)


class FoldButton(Button):
    """Opens a part of the page. Screen readers are told whether it is open."""

    spoken_role = QAccessible.Role.Button

    def spoken_value(self) -> str:
        """Nothing: whether it is open is a state and no value."""
        return ""


class FoldedBody(QWidget):
    """What is folded away; `column` takes it. It is set in a little, so that it reads as part of what is above."""

    def __init__(self, fold: Fold) -> None:
        super().__init__()
        self.fold = fold
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margins(Space.L, Space.S, 0, Space.S))
        self.column.setSpacing(Space.L)


def unfold(widget: QWidget) -> None:
    """Open every fold that a widget is in, so that it can be seen and take the keyboard."""
    above: QWidget | None = widget
    while above is not None:
        if isinstance(above, FoldedBody):
            above.fold.open()
        above = above.parentWidget()

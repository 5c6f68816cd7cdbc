"""Other tags for the workbook that is chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counteroffer.domain.workbook import Workbook
from counteroffer.ui.context import UiContext
from counteroffer.ui.theme.tokens import Space
from counteroffer.ui.widgets import Button, ButtonRow, field_for


class TagsForm(QWidget):
    """Calls `done(tags)`. The field is the workbook's own, with its label and prompt."""

    def __init__(self, ctx: UiContext, done: Callable[[tuple[str, ...]], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = ctx.translate
        self._done = done
        self._tags: tuple[str, ...] = ()
        self.field = field_for(Workbook, "tags", ctx)
        self.field.committed.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.field)
        self.button = Button(ctx, _("Keep these tags"), "", "check", self._finish)
        column.addWidget(ButtonRow(self.button, Button(ctx, _("Cancel"), "quiet", "", self.hide)))

    def begin(self, tags: tuple[str, ...]) -> None:
        """Show the tags there are."""
        self._tags = tags
        self.field.show_value(tags)
        self.show()
        self.field.focus_input()

    def _take(self, value: object) -> None:
        if isinstance(value, tuple):
            self._tags = value

    def _finish(self) -> None:
        self.hide()
        self._done(self._tags)

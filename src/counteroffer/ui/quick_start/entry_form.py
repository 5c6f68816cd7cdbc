"""A form for an entry that may not be there yet: it shows how the entry would begin, and the first input makes it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from counteroffer.domain.base import Item
from counteroffer.domain.edits import Edit, Path, exists
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.forms import Form
from counteroffer.ui.quick_start.places import Place, put, tidy


class EntryForm(Form):
    """Aimed at a place rather than at a path."""

    def __init__(self, bridge: Bridge, ctx: UiContext, model: type[Item], parent: QWidget) -> None:
        super().__init__(bridge, ctx, model, None, parent)
        self._place: Place | None = None

    def show_place(self, place: Place | None) -> None:
        """Show the entry at a place, or how it would begin."""
        self._place = place
        path = place.path if place is not None else None
        if path != self.path:
            self.aim(path)
            return
        for editor in self.editors():
            editor.show_value(self.held(editor.path) if path is not None else None)

    def held(self, path: Path) -> Any:
        place = self._place
        if place is None or exists(self.bridge.workbook, place.path):
            return super().held(path)
        if place.unsaid and path[-1] == place.unsaid:
            return None
        here: Any = place.blank
        for name in path[len(place.path) :]:
            here = getattr(here, name)
        return here

    def edit_at(self, names: Path, path: Path, value: Any) -> Edit:
        return self.with_entry(super().edit_at(names, path, value))

    def with_entry(self, edit: Edit) -> Edit:
        """The edit on the entry, which makes it first if need be."""
        return put(self.bridge.workbook, self._place, edit) if self._place is not None else edit

    def tidy(self) -> None:
        """Take the entry out again if nothing is left in it."""
        if self._place is not None:
            edit = tidy(self.bridge.workbook, self._place, self.ctx.translate("Remove"))
            if edit is not None:
                self.bridge.apply(edit)

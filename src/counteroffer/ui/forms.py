"""Forms: the fields of one model at one path, each bound both ways to the workbook.

A page says which fields it wants and where they stand; label, prompt, example and the right editor come from the
model. A form can be aimed at another item of the same model, so that a list needs one form for all its entries.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from counteroffer.domain.anatomy import submodel
from counteroffer.domain.base import Frozen
from counteroffer.domain.edits import Edit, Path, Set
from counteroffer.domain.levels import Unit
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.session import Change
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import UiContext
from counteroffer.ui.widgets import ChoiceField, FieldEditor, LevelField, LinksField, field_for

Options = Callable[[Workbook], Sequence[tuple[str, str]]]
"""What can be chosen from elsewhere in the workbook: pairs of id and text."""

UnitOf = Callable[[Workbook, Any], Unit | None]
"""The unit in which a level of the item is counted."""


class Holder(Protocol):
    """Something with fields in it: a form, or a list of items."""

    def field_at(self, path: Path) -> QWidget | None:
        """The widget to go to for a path; None if it is not held here."""


class Form(QObject):
    """The fields of one model, shown and changed at a path of the workbook."""

    def __init__(self, bridge: Bridge, ctx: UiContext, model: type[Frozen], path: Path | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.ctx = ctx
        self.path = path
        self.model = model
        self.place = parent
        """The page: a part that shows itself at once begins there, for without a place it would be a window."""
        self._editors: dict[Path, FieldEditor] = {}
        self._edits: dict[Path, Callable[[Path, Any], Edit]] = {}
        self._options: list[tuple[ChoiceField | LinksField, Options]] = []
        self._levels: list[tuple[LevelField, UnitOf]] = []
        self._holders: list[Holder] = []
        self._followers: list[Callable[[Path | None], None]] = []
        bridge.changed.connect(self._on_change)

    @property
    def item(self) -> Any:
        """The model's state at the form's path; None where the form is not aimed."""
        return self.held(self.path) if self.path is not None else None

    def held(self, path: Path) -> Any:
        """What stands at a path of this form. A form for what is not there yet says how it would begin."""
        return self.bridge.value(path)

    def edit_at(self, names: Path, path: Path, value: Any) -> Edit:
        """The edit that a value committed for a field makes."""
        return self._edits.get(names, Set)(path, value)

    def field(
        self, *names: str, choose: Options | None = None, edit: Callable[[Path, Any], Edit] | None = None, **given: Any
    ) -> FieldEditor:
        """The editor of a field, or of a field further in: `field("justification", "line")`.

        `choose` gives what a link can lead to; `edit` makes another edit of a committed value than setting it; all
        else goes to `field_for`.
        """
        owner = self.model
        for name in names[:-1]:
            owner = submodel(owner, name)
        if choose is not None:
            given["options"] = choose(self.bridge.workbook)
        editor = field_for(owner, names[-1], self.ctx, **given)
        if choose is not None and isinstance(editor, (ChoiceField, LinksField)):
            self._options.append((editor, choose))
        if edit is not None:
            self._edits[names] = edit
        return self.bind(editor, *names)

    def level(self, *names: str, unit: UnitOf, **given: Any) -> FieldEditor:
        """The editor of a level's value, which is counted as its term is: `level("target", "value", unit=…)`."""
        editor = self.field(*names, **given)
        if not isinstance(editor, LevelField):
            raise TypeError(f"{'.'.join(names)} is no level")
        self._levels.append((editor, unit))
        self._count(editor, unit)
        return editor

    def bind(self, editor: FieldEditor, *names: str) -> FieldEditor:
        """Bind an editor made elsewhere to a field of this form."""
        self._editors[names] = editor
        editor.committed.connect(lambda value: self._commit(names, editor, value))
        editor.sealed.connect(self.bridge.seal)
        self._aim(names, editor)
        return editor

    @property
    def bound(self) -> tuple[Path, ...]:
        """The fields that have an editor here, by their names within the model."""
        return tuple(self._editors)

    @property
    def currency(self) -> str:
        """The workbook's currency, for the editors of money."""
        return self.bridge.workbook.situation.currency

    def aim(self, path: Path | None) -> None:
        """Show the item at another path; None shows nothing and disables the fields."""
        if path == self.path:
            return
        self.path = path
        for names, editor in self._editors.items():
            # Before anything else: what cannot be read in a field stays with the item it was typed for.
            editor.path = (*path, *names) if path is not None else ()
        for level, unit in self._levels:
            self._count(level, unit)
        for names, editor in self._editors.items():
            self._aim(names, editor)
        for follower in self._followers:
            follower(path)

    def follow(self, follower: Callable[[Path | None], None]) -> None:
        """Tell another part of the page (a list inside an item, say) where the form is aimed, now and later."""
        self._followers.append(follower)
        follower(self.path)

    def hold(self, holder: Holder) -> None:
        """Look for fields in a part of this form too."""
        self._holders.append(holder)

    def field_at(self, path: Path) -> QWidget | None:
        """The editor of the field at the path, the field it leads into, or a group's first field; else None."""
        if self.path is None or path[: len(self.path)] != self.path:
            return None
        for holder in self._holders:
            field = holder.field_at(path)
            if field is not None:
                return field
        held = [editor for editor in self._editors.values() if editor.path == path[: len(editor.path)]]
        if held or path == self.path:
            return max(held, key=lambda editor: len(editor.path), default=None)
        return next((editor for editor in self._editors.values() if editor.path[: len(path)] == path), None)

    def editors(self) -> tuple[FieldEditor, ...]:
        """All editors of the form, in the order in which they were made."""
        return tuple(self._editors.values())

    def _aim(self, names: Path, editor: FieldEditor) -> None:
        editor.path = (*self.path, *names) if self.path is not None else ()
        editor.setEnabled(self.path is not None)
        editor.set_currency(self.bridge.workbook.situation.currency)
        editor.show_value(self.held(editor.path) if self.path is not None else None)

    def _count(self, editor: LevelField, unit_of: UnitOf) -> None:
        item = self.item
        unit = unit_of(self.bridge.workbook, item) if item is not None else None
        if unit is not None:
            editor.set_kind(unit.kind.value, self.ctx.translate(suffix(unit)))

    def _commit(self, names: Path, editor: FieldEditor, value: object) -> None:
        if self.path is None:
            return
        edit = self.edit_at(names, editor.path, value)
        problem = self.bridge.apply(edit, origin=editor, typed=editor.typed, label=editor.label)
        editor.set_problem(self.ctx.translate(problem) if problem else None)

    def _on_change(self, change: Change) -> None:
        for chooser, choose in self._options:
            chooser.set_options(choose(change.after))
        for level, unit in self._levels:
            self._count(level, unit)
        if change.touches("situation", "currency"):
            for editor in self._editors.values():
                editor.set_currency(change.after.situation.currency)
        if self.path is None or not change.touches(*self.path):
            return
        for editor in self._editors.values():
            if change.origin is not editor and change.touches(*editor.path):
                editor.show_value(self.held(editor.path))


def suffix(unit: Unit) -> str:
    """What stands behind a figure in this unit; money and percentages bring their own sign."""
    return {
        Unit.MONEY_YEAR: "a year",
        Unit.MONEY_MONTH: "a month",
        Unit.MONEY_HOUR: "an hour",
        Unit.MONEY_ONCE: "once",
        Unit.PERCENT_PAY: "% of pay",
        Unit.PERCENT: "%",
        Unit.YES_NO: "",
        Unit.DATE: "",
        Unit.TEXT: "",
    }.get(unit, unit.label)

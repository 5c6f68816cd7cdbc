"""What a screen reader is told of a window, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from counteroffer.ui.widgets import FieldLabel

_OPERATED = frozenset(
    {
        QAccessible.Role.Button,
        QAccessible.Role.ButtonDropDown,
        QAccessible.Role.ButtonMenu,
        QAccessible.Role.CheckBox,
        QAccessible.Role.ComboBox,
        QAccessible.Role.Dial,
        QAccessible.Role.EditableText,
        QAccessible.Role.HotkeyField,
        QAccessible.Role.Link,
        QAccessible.Role.List,
        QAccessible.Role.ListItem,
        QAccessible.Role.PageTab,
        QAccessible.Role.RadioButton,
        QAccessible.Role.Slider,
        QAccessible.Role.SpinBox,
        QAccessible.Role.Table,
        QAccessible.Role.Tree,
    }
)
_SAYS_NOTHING = frozenset(
    {
        QAccessible.Role.NoRole,
        QAccessible.Role.Client,
        QAccessible.Role.Border,
        QAccessible.Role.Pane,
        QAccessible.Role.LayeredPane,
        QAccessible.Role.Grouping,
    }
)
_WITH_VALUE = frozenset(
    {QAccessible.Role.ProgressBar, QAccessible.Role.Slider, QAccessible.Role.SpinBox, QAccessible.Role.Dial}
)


@dataclass(frozen=True)
class Control:
    """One node of the tree that is in view, as it is read out."""

    role: QAccessible.Role
    name: str
    description: str
    value: str
    focusable: bool
    has_state: bool
    """Whether it says if it is on, or if what it unfolds is in view."""
    widget: QObject | None
    group: QWidget | None
    """The card, form or window that it is a part of."""

    def __str__(self) -> str:
        return f"{type(self.widget).__name__} {self.role.name} {self.name!r}"


def controls(root: QWidget) -> Iterator[Control]:
    """All that is in view in a window and can be operated, focused or read as a state."""
    top = QAccessible.queryAccessibleInterface(root)
    assert top is not None
    yield from _below(top, root)


def _below(node: QAccessibleInterface, group: QWidget | None) -> Iterator[Control]:
    state = node.state()
    if state.invisible:
        return
    held = node.object()
    if isinstance(held, QWidget) and held.property("look") == "card":
        group = held
    role = node.role()
    if state.focusable or role in _OPERATED or role in _WITH_VALUE:
        yield Control(
            role,
            _name(node, held),
            node.text(QAccessible.Text.Description),
            node.text(QAccessible.Text.Value),
            bool(state.focusable),
            bool(state.checkable or state.expandable),
            held,
            group,
        )
    for at in range(node.childCount()):
        child = node.child(at)
        if child is not None and child.isValid():
            yield from _below(child, group)


def _name(node: QAccessibleInterface, held: QObject) -> str:
    # On Linux a choice has its value for a name; what it is called comes from its label.
    return held.accessibleName() if isinstance(held, QComboBox) else node.text(QAccessible.Text.Name)


def faults(root: QWidget) -> list[str]:
    """What would leave somebody who listens without a word they need."""
    found: list[str] = []
    seen: dict[tuple[object, ...], Control] = {}
    for one in controls(root):
        if not one.name.strip():
            found.append(f"no name: {one}")
        if one.focusable and one.role in _SAYS_NOTHING:
            found.append(f"no role: {one}")
        if one.role in _WITH_VALUE and not one.value:
            found.append(f"no value: {one}")
        if isinstance(one.widget, QAbstractButton):
            found += _of_button(one, one.widget)
        told = (one.group, one.role, one.name, one.description)
        if one.widget is not None and told in seen and one.focusable:
            found.append(f"told twice: {one} {one.description!r}")
        seen[told] = one
    labels = [label for label in root.findChildren(FieldLabel) if label.isVisible()]
    found += [f"no letter to press: {label.text()}" for label in labels if not label.key]
    return found


def _of_button(one: Control, button: QAbstractButton) -> list[str]:
    found = []
    if not button.text() and not button.icon().isNull() and not (button.toolTip() or one.description):
        found.append(f"a picture without words: {one}")
    if button.isCheckable() and not one.has_state:
        found.append(f"no state: {one}")
    return found

"""The same person without a mouse: everything is gone to with Tab and done with keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QWidget

from counteroffer.ui.widgets import ItemList
from tests.journeys.driver import Driver, _open_menu

_TRIES = 12
"""Times that a way is looked for anew: what is left on the way may change what follows."""


class KeyboardDriver(Driver):
    """Hands on the keyboard only."""

    taken_with = ()

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Go to a widget and press the space bar."""
        one_of_several = self.see(lambda: _marked_beside(widget)) is not None
        self.go_to(widget)
        # Among several of which one holds, the arrow key has chosen it already.
        if not one_of_several:
            self.keys("space")

    def go_to(self, widget: QWidget) -> None:
        """Tab forth or back, whichever is shorter, until the widget has the keyboard."""
        self.whole()
        marked = self.see(lambda: _marked_beside(widget))
        if marked is not None:
            self.go_to(marked)
            while not self.see(widget.hasFocus):
                self.keys("Down")
                self.steady(QApplication.focusWidget)
            return
        for _try in range(_TRIES):
            steps = self.see(lambda: _steps_to(widget))
            if steps == 0:
                return
            self.keys(*["Tab" if steps > 0 else "shift+Tab"] * abs(steps))
            self.steady(QApplication.focusWidget)
        raise AssertionError(f"Tab never comes to {self.see(lambda: widget.accessibleName() or repr(widget))}")

    def open_box(self, box: QComboBox) -> None:
        """Go to a box: the arrow keys choose in it, whether its list is open or not."""
        self.go_to(box)

    def pick(self, item: str) -> None:
        """Walk down the menu that is open."""
        menu = self.wait(_open_menu, "a menu")
        names = self.see(lambda: [one.text() for one in menu.actions() if not one.isSeparator()])
        self.keys(*["Down"] * (names.index(item) + 1))
        self.wait(lambda: menu.activeAction() is not None and menu.activeAction().text() == item, item)
        self.keys("Return")

    def put_first(self, items: ItemList, row: int) -> None:
        """Go to a row of a ranked list and move it up above the first."""
        self._go_to_row(items.view, row)
        self.keys(*["alt+Up"] * row)

    def open_row(self, name: str, row: int) -> None:
        """Go to a row of a list and open it."""
        view = self.shown(
            QAbstractItemView,
            lambda one: one.accessibleName() == name and one.model().rowCount() > row,
            f"row {row} of {name!r}",
        )
        self._go_to_row(view, row)
        self.keys("Return")

    def _go_to_row(self, view: QAbstractItemView, row: int) -> None:
        self.go_to(view)
        self.keys("Home", *["Down"] * row)
        self.wait(lambda: view.currentIndex().row() == row, f"row {row}")


def _steps_to(widget: QWidget) -> int:
    """How often Tab must be pressed to get to a widget, backwards if negative; one where that cannot be foreseen."""
    here = QApplication.focusWidget() or widget.window()
    ring = [here]
    while (following := ring[-1].nextInFocusChain()) is not here:
        ring.append(following)
    stops = [one for one in ring if one is here or _takes_tab(one)]
    if widget not in stops:
        return 1
    forth = stops.index(widget)
    return forth if forth <= len(stops) // 2 else forth - len(stops)


def _marked_beside(widget: QWidget) -> QWidget | None:
    """Of several buttons of which one holds, the one that does: Tab stops there, and arrow keys go to the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is None or not group.exclusive() or group.checkedButton() in (None, widget):
        return None
    return group.checkedButton()


def _takes_tab(widget: QWidget) -> bool:
    return bool(
        widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.isVisible()
        and widget.isEnabled()
    )

"""The rail on the left: the tabs in the order of the work, below them the archive and the settings."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.tabs import LOOK_BACK, QUICK_START, TABS
from counteroffer.ui.theme import Size, Space
from counteroffer.ui.widgets import ProgressRing, announce
from counteroffer.ui.widgets.margins import margins
from counteroffer.ui.window.places import ARCHIVE, SETTINGS

LEAST = 800
"""Pixels at usual type below which the window has no room for names beside the pages; wider for larger type."""

_SPACE = "\u2002"
"""The style leaves next to nothing between an icon and its words."""


class Rail(QFrame):
    """Where to go. `chosen` gives a page's id, `quick_start`, `archive` or `settings`."""

    chosen = Signal(str)

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.setProperty("look", "rail")
        self.setAccessibleName(ctx.translate("Pages"))
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.L, Space.S, Space.M)
        column.setSpacing(Space.XS)
        self._room = LEAST * 2
        self._narrow = False
        self._mark = QLabel("Counteroffer")
        self._mark.setProperty("look", "section")
        self._mark.setContentsMargins(margins(Space.S, 0, 0, Space.M))
        column.addWidget(self._mark)
        self._rings: dict[str, ProgressRing] = {}
        for number, tab in enumerate(TABS, 1):
            button = self._button(tab.id, tab.title, tab.id, f"Ctrl+{number}")
            self._rings[tab.id] = self._ring(button, tab.title)
            column.addWidget(button)
        column.addWidget(self._button(LOOK_BACK.id, LOOK_BACK.title, "lookback", "Ctrl+9"))
        column.addStretch(1)
        column.addWidget(self._button(QUICK_START, N_("Quick start"), "play"))
        self._buttons[QUICK_START].hide()
        column.addWidget(self._button(ARCHIVE, N_("Archive"), "archive", "Ctrl+0"))
        column.addWidget(self._button(SETTINGS, N_("Settings"), "settings", "Ctrl+,"))
        self.fit()

    def fit_into(self, width: int) -> None:
        """Fit into a window of this width."""
        self._room = width
        self.fit()

    def fit(self) -> None:
        """As wide as the longest name with its ring, and no narrower than usual. In a window so narrow, for its type,
        that the pages would be cut, there are icons alone; tool tips name them."""
        narrow = self._room < LEAST * self.ctx.theme.text_scale
        if narrow is not self._narrow:
            self._narrow = narrow
            self._mark.setVisible(not narrow)
            for button in self._buttons.values():
                button.setText(_SPACE if narrow else f"{_SPACE}{button.accessibleName()}")
        longest = max(button.sizeHint().width() for button in self._buttons.values())
        named = max(Size.RAIL, longest + Size.RING + Space.M + 2 * Space.S)
        self.setFixedWidth(Size.ICON + Size.RING + 5 * Space.M if narrow else named)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def show_current(self, page: str) -> None:
        """Mark the page in view. One that was not chosen here is said aloud, unless it speaks for itself, as the ten
        questions do."""
        current = self._buttons[page]
        if self.isVisible() and not current.isChecked() and page != QUICK_START:
            announce(self, current.accessibleName())
        current.setChecked(True)
        # In a window that is only coming up nothing has the keyboard yet, but something will.
        focused = self.window().focusWidget()
        # One stop for Tab, at the page in view; the arrow keys go along the others.
        for button in self._buttons.values():
            here = button.isChecked()
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
            if button is focused and not here:
                current.setFocus()  # gone to by its key: the ring does not stay behind

    def ring(self, page: str) -> ProgressRing:
        """The ring of a page."""
        return self._rings[page]

    def show_progress(self, page: str, fraction: float | None) -> None:
        """How far the points of a page have come; None where none is needed, and no ring is shown."""
        ring = self._rings[page]
        ring.setVisible(fraction is not None)
        ring.set_fraction(fraction or 0.0)
        # A button keeps what stands in it to itself, so it says what the ring shows.
        said = f"{ring.accessibleName()} {ring.value()} %" if fraction is not None else ""
        self._buttons[page].setAccessibleDescription(said)

    def allow_pages(self, allowed: bool) -> None:
        """Whether there is a workbook whose pages can be gone to; without one, no ring says how far it has come."""
        for tab in (*TABS, LOOK_BACK):
            self._buttons[tab.id].setEnabled(allowed)
        if not allowed:
            for tab in TABS:
                self.show_progress(tab.id, None)

    def offer_quick_start(self, offered: bool) -> None:
        """Whether the ten questions can be gone to, for a workbook with few asks."""
        self._buttons[QUICK_START].setVisible(offered)

    def _ring(self, button: QToolButton, title: str) -> ProgressRing:
        """A ring at the right end of a button. It is seen and read, but the button is what is clicked."""
        ring = ProgressRing(self.ctx, self.ctx.translate("{page}: points done").format(page=self.ctx.translate(title)))
        ring.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(button)
        row.setContentsMargins(margins(0, 0, Space.M, 0))
        row.addStretch(1)
        row.addWidget(ring)
        ring.hide()
        return ring

    def _button(self, page: str, title: str, icon: str, keys: str = "") -> QToolButton:
        _ = self.ctx.translate
        button = QToolButton(self)
        button.setProperty("kind", "tab")
        button.setText(f"{_SPACE}{_(title)}")
        button.setAccessibleName(_(title))
        button.setToolTip(f"{_(title)}  ({keys})" if keys else _(title))
        button.setIcon(self.ctx.icon(icon))
        button.setIconSize(QSize(Size.ICON, Size.ICON))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        # In a group it changes nothing but what screen readers are told: one of several, and not a box to tick.
        button.setAutoExclusive(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.chosen.emit(page))
        self._group.addButton(button)
        self._buttons[page] = button
        return button

"""The guide on the right: for the page in view, the next step and all its points, each with what to do and why."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from counteroffer.method.checking import Standing, next_open
from counteroffer.method.result import State
from counteroffer.ui.context import UiContext
from counteroffer.ui.tabs import Tab
from counteroffer.ui.theme import Size, Space
from counteroffer.ui.widgets import Button, Caption, IconButton, Rule, SectionTitle, Words

_ICONS = {
    State.DONE: ("saved", "good"),
    State.OPEN: ("open", "icon"),
    State.NOT_NEEDED: ("not-needed", "text_muted"),
}


class Guide(QFrame):
    """Says what to do next and why, never in the way: it can be folded, and nothing waits for it."""

    closed = Signal()
    wanted = Signal(tuple)
    """The path of the field that the person wants to go to."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = ctx.translate
        self.ctx = ctx
        self._found: tuple[Standing, ...] = ()
        self._shown = ""
        self._pinned = False
        self.setProperty("look", "rail")
        self.setFixedWidth(Size.GUIDE)
        self.setAccessibleName(_("Guide"))
        head = QHBoxLayout()
        head.addWidget(SectionTitle(_("Guide")), 1)
        head.addWidget(IconButton(ctx, "close", _("Fold the guide away"), self.closed.emit, size=Size.ICON_SMALL))
        self._purpose = Words("", "muted")
        self._heading = Words("", "strong")
        self._step = Words("")
        self.go_button = Button(ctx, _("Go to the field"), "main", "chevron-right", self._go)
        self._texts = {part: Words("") for part in ("do", "why", "example")}
        inside = QWidget()
        inside.setProperty("look", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._purpose)
        column.addWidget(Rule())
        column.addWidget(self._heading)
        column.addWidget(self._step)
        column.addWidget(self.go_button)
        column.addSpacing(Space.S)
        for part, title in (("do", _("What to do")), ("why", _("Why it helps")), ("example", _("For example"))):
            column.addWidget(Caption(title))
            column.addWidget(self._texts[part])
        column.addSpacing(Space.S)
        column.addWidget(Rule())
        column.addWidget(Caption(_("All points of this page")))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column.addLayout(self._rows)
        column.addStretch(1)
        self._points: list[QToolButton] = []
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setProperty("look", "clear")
        scroll.viewport().setAutoFillBackground(False)
        scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.M, Space.S, Space.L)
        layout.setSpacing(Space.M)
        layout.addLayout(head)
        layout.addWidget(scroll, 1)

    def show_tab(self, tab: Tab, standings: tuple[Standing, ...]) -> None:
        """Speak about another page."""
        self._purpose.setText(self.ctx.translate(tab.why))
        self._pinned = False
        self._found = ()
        self.refresh(tab, standings)

    def refresh(self, tab: Tab, standings: tuple[Standing, ...]) -> None:
        """The same page, after something has changed."""
        found = tuple(one for one in standings if one.point.tab == tab.id)
        if found == self._found:
            return
        rebuilt = [one.point.id for one in found] != [one.point.id for one in self._found]
        self._found = found
        if rebuilt:
            self._make_rows()
        for button, standing in zip(self._points, found, strict=True):
            self._dress(button, standing)
        self._show(self._to_show())

    def _to_show(self) -> Standing | None:
        """The point the person has chosen; otherwise the next open one, otherwise the first."""
        chosen = next((one for one in self._found if one.point.id == self._shown), None)
        if self._pinned and chosen is not None:
            return chosen
        return next_open(self._found) or next(iter(self._found), None)

    def _show(self, standing: Standing | None) -> None:
        _ = self.ctx.translate
        for widget in (self._heading, self._step, *self._texts.values()):
            widget.setVisible(standing is not None)
        self.go_button.setVisible(standing is not None and standing.check.path is not None)
        if standing is None:
            self._shown = ""
            return
        point, check = standing.point, standing.check
        self._shown = point.id
        self._heading.setText(_(point.title))
        self._step.setText(
            check.next_step.said(_)
            if check.next_step is not None
            else _(point.not_needed or State.NOT_NEEDED.label)
            if check.state is State.NOT_NEEDED
            else _(point.done)
        )
        self._texts["do"].setText(_(point.do))
        self._texts["why"].setText(_(point.why))
        self._texts["example"].setText(_(point.example))
        for button, one in zip(self._points, self._found, strict=True):
            button.setChecked(one.point.id == point.id)

    def _make_rows(self) -> None:
        for button in self._points:
            button.hide()
            button.deleteLater()
        self._points = [self._row(one.point.id) for one in self._found]
        for button in self._points:
            self._rows.addWidget(button)

    def _row(self, point: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "tab")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(Size.ICON_SMALL, Size.ICON_SMALL))
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self._choose(point))
        return button

    def _dress(self, button: QToolButton, standing: Standing) -> None:
        _ = self.ctx.translate
        icon, role = _ICONS[standing.check.state]
        title = _(standing.point.title)
        button.setText(f"\u2002{title}")
        button.setIcon(self.ctx.icon(icon, role))
        button.setAccessibleName(f"{title}, {_(standing.check.state.label)}")
        button.setToolTip(_(standing.check.state.label))

    def _choose(self, point: str) -> None:
        self._shown, self._pinned = point, True
        self._show(self._to_show())

    def _go(self) -> None:
        standing = self._to_show()
        if standing is not None and standing.check.path is not None:
            self.wanted.emit(standing.check.path)

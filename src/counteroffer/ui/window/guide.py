"""The guide on the right: for the page in view, the next step and all its points, each with what to do and why."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from counteroffer.method.checking import Standing
from counteroffer.method.guidance import Point, points_of
from counteroffer.method.result import Check, State
from counteroffer.ui.context import UiContext
from counteroffer.ui.help.explaining import explain
from counteroffer.ui.help.markdown import POINT
from counteroffer.ui.tabs import Tab
from counteroffer.ui.theme import Size, Space
from counteroffer.ui.widgets import Button, Caption, IconButton, Rule, SectionTitle, Words
from counteroffer.ui.widgets.margins import margins

_ICONS = {
    State.DONE: ("saved", "good"),
    State.OPEN: ("open", "icon"),
    State.NOT_NEEDED: ("not-needed", "text_muted"),
}


_GUIDANCE = {"look_back": "archive"}
"""Pages whose points stand under another name in the guidance."""

Entry = tuple[Point, Check | None]
"""A point of the page, and how it stands where there is a way to tell."""


class Guide(QFrame):
    """Says what to do next and why, never in the way: it can be folded, and nothing waits for it."""

    closed = Signal()
    wanted = Signal(tuple)
    """The path of the field that the person wants to go to."""
    more_wanted = Signal(str)
    """The address of the help's page about the point that is shown."""

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = ctx.translate
        self.ctx = ctx
        self._found: tuple[Entry, ...] = ()
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
        inside = self._inside = QWidget()
        inside.setProperty("look", "clear")
        column = self._column = QVBoxLayout(inside)
        column.setContentsMargins(margins(0, 0, Space.S, 0))
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
        self.more_button = Button(ctx, _("More about this"), "quiet", "help", self._more)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeading)
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
        layout.setContentsMargins(margins(Space.L, Space.M, Space.S, Space.L))
        layout.setSpacing(Space.M)
        layout.addLayout(head)
        layout.addWidget(scroll, 1)

    def show_tab(self, tab: Tab, standings: tuple[Standing, ...]) -> None:
        """Speak about another page."""
        self._purpose.setText(self.ctx.translate(tab.why))
        self._pinned = False
        self._found = self._entries(tab, standings)
        self._make_rows()
        self._dress_all()
        # In large type, wide enough for the longest name of a point: nothing scrolls sideways here.
        # Otherwise what was added just now would count from the next turn on.
        for layout in (self._rows, self._column):
            layout.invalidate()
        needed = self._inside.minimumSizeHint().width() + Size.SCROLL_BAR + Space.L + Space.S
        self.setFixedWidth(max(Size.GUIDE, needed))

    def refresh(self, tab: Tab, standings: tuple[Standing, ...]) -> None:
        """The same page, after something has changed."""
        found = self._entries(tab, standings)
        if found != self._found:
            self._found = found
            self._dress_all()

    def _entries(self, tab: Tab, standings: tuple[Standing, ...]) -> tuple[Entry, ...]:
        checks = {one.point.id: one.check for one in standings}
        return tuple((point, checks.get(point.id)) for point in points_of(_GUIDANCE.get(tab.id, tab.id)))

    def _dress_all(self) -> None:
        for button, (point, check) in zip(self._points, self._found, strict=True):
            self._dress(button, point, check)
        self._show(*self._to_show())

    def _to_show(self) -> Entry:
        """The point the person has chosen; otherwise the next open one, otherwise the first."""
        chosen = next((one for one in self._found if one[0].id == self._shown), None)
        if self._pinned and chosen is not None:
            return chosen
        still_open = (one for one in self._found if one[1] is not None and one[1].state is State.OPEN)
        return next(still_open, self._found[0])

    def _show(self, point: Point, check: Check | None) -> None:
        _ = self.ctx.translate
        self.go_button.setVisible(check is not None and check.path is not None)
        self._shown = point.id
        explain(self, f"{POINT}{point.id}")
        self._heading.setText(_(point.title))
        self._step.setText(self._standing(point, check))
        self._step.setVisible(check is not None)
        self._texts["do"].setText(_(point.do))
        self._texts["why"].setText(_(point.why))
        self._texts["example"].setText(_(point.example))
        for button, (one, _check) in zip(self._points, self._found, strict=True):
            button.setChecked(one.id == point.id)

    def _standing(self, point: Point, check: Check | None) -> str:
        """How a point stands, in a sentence."""
        _ = self.ctx.translate
        if check is None:
            return ""
        if check.next_step is not None:
            return check.next_step.said(_)
        if check.state is State.NOT_NEEDED:
            return _(point.not_needed or State.NOT_NEEDED.label)
        return _(point.done)

    def _make_rows(self) -> None:
        for button in self._points:
            button.hide()
            button.deleteLater()
        self._points = [self._row(point.id) for point, _check in self._found]
        for button in self._points:
            self._rows.addWidget(button)
            button.show()

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

    def _dress(self, button: QToolButton, point: Point, check: Check | None) -> None:
        _ = self.ctx.translate
        icon, role = _ICONS[check.state] if check is not None else ("guide", "text_muted")
        title = _(point.title)
        state = _(check.state.label) if check is not None else ""
        button.setText(f"\u2002{title}")
        button.setIcon(self.ctx.icon(icon, role))
        button.setAccessibleName(", ".join(part for part in (title, state) if part))
        button.setToolTip(state)

    def _choose(self, point: str) -> None:
        self._shown, self._pinned = point, True
        self._show(*self._to_show())

    def _go(self) -> None:
        _point, check = self._to_show()
        if check is not None and check.path is not None:
            self.wanted.emit(check.path)

    def _more(self) -> None:
        self.more_wanted.emit(f"{POINT}{self._shown}")

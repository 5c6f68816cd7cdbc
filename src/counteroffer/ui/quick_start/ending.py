"""The last screen: the brief, and an honest list of what is still thin."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counteroffer.documents.content.asks import is_ask
from counteroffer.domain.words import plural
from counteroffer.method.checking import Standing, standings
from counteroffer.ui.bridge import Bridge
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.quick_start.thin import thin
from counteroffer.ui.theme import Size, Space
from counteroffer.ui.widgets import Button, ButtonRow, Caption, Card, Column, PageTitle, Rule, Words
from counteroffer.ui.widgets.mnemonics import MnemonicsOnShow

_READY = (
    N_("Your brief is ready"),
    N_("One page to hold in your hand. Read it aloud once, best to somebody who is on your side."),
)
_BARE = (
    N_("Your brief has no ask yet"),
    N_("You can print what there is. It becomes a brief once it says what you ask for, and how much."),
)


class Ending(MnemonicsOnShow, Column):
    """Made anew whenever it comes into view."""

    papers_wanted = Signal()
    workbook_wanted = Signal()
    elsewhere = Signal(tuple)
    """The path of the field in the workbook that a thin point is about."""

    def __init__(self, bridge: Bridge, ctx: UiContext) -> None:
        _ = ctx.translate
        super().__init__(width=Size.QUESTION)
        self.ctx = ctx
        self._bridge = bridge
        self.title = PageTitle("")
        self.about = Words("", "muted")
        self.print_button = Button(ctx, _("Print or save the brief"), "main", "print", self.papers_wanted.emit)
        self.go_on_button = Button(ctx, _("Go on in the workbook"), "", "edit", self.workbook_wanted.emit)
        self.card = Card()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.M)
        self.card.add_layout(self._rows)
        self._more = Caption()
        self.card.add(self._more)
        heading = QVBoxLayout()
        heading.setSpacing(Space.XS)
        heading.addWidget(self.title)
        heading.addWidget(self.about)
        self.body.addLayout(heading)
        self.body.addWidget(ButtonRow(self.print_button, self.go_on_button))
        self.body.addSpacing(Space.S)
        self.body.addWidget(self.card)

    def refresh(self) -> None:
        """Look at the workbook as it now stands."""
        _ = self.ctx.translate
        workbook = self._bridge.workbook
        title, about = _READY if any(is_ask(term) for term in workbook.terms) else _BARE
        self.title.setText(_(title))
        self.setAccessibleName(_(title))
        self.about.setText(_(about))
        found = thin(standings(workbook, self.ctx.today()))
        self._empty()
        for standing in found.points:
            if self._rows.count():
                self._rows.addWidget(Rule())
            self._rows.addWidget(self._row(standing))
        self.card.set_title(_("What is still thin") if found.points else _("Nothing here is thin"))
        self.card.set_caption(
            _("None of it has to be done before you talk. Each makes you a little surer.")
            if found.points
            else _("What a talk about this lives on is all there. Sleep on it once.")
        )
        more = plural(
            _,
            "In the workbook, one more point is open. Take it if you like.",
            "In the workbook, {count} more points are open. Take what you like.",
            found.more,
        )
        self._more.setText(more.format(count=found.more))
        self._more.setVisible(found.more > 0)

    def _row(self, standing: Standing) -> QWidget:
        """A point, its next step, and the way to the field."""
        _ = self.ctx.translate
        step, path = standing.check.next_step, standing.check.path
        title = _(standing.point.title)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.M)
        words = QVBoxLayout()
        words.setSpacing(Space.XS)
        words.addWidget(Words(title, "strong"))
        words.addWidget(Words(step.said(_) if step is not None else _(standing.point.open), "muted"))
        across.addLayout(words, 1)
        if path is not None:
            button = Button(self.ctx, _("Go there"), "quiet", "chevron-right", partial(self.elsewhere.emit, path))
            button.setAccessibleName(_("Go there: {point}").format(point=title))
            across.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _empty(self) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

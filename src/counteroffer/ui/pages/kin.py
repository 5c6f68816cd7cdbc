"""What could stand in for an ask, as the catalogue knows it: quiet rows, and a button that makes one another way."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counteroffer.domain.base import new_id
from counteroffer.domain.edits import Insert, Path
from counteroffer.domain.terms import Term
from counteroffer.editing.session import Change
from counteroffer.method.catalogue import Benefit
from counteroffer.method.suggesting import kin_for, substitute_from
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.forms import Form
from counteroffer.ui.theme import Duration, Space
from counteroffer.ui.widgets import Button, Caption, FlowRow, Words
from counteroffer.ui.widgets.disclosure import Fold

MOST = 5
HALF = 180
"""The width below which words and button no longer stand side by side."""
TITLE = N_("What could stand in for it")


class KinSuggestions(QWidget):
    """Open while the ask has no other way yet, folded away once it has; gone where the catalogue knows nothing."""

    taken = Signal(tuple)
    """The path of the alternative that has been added."""

    def __init__(self, form: Form) -> None:
        super().__init__(form.place)
        self._form = form
        self._bridge = form.bridge
        self.ctx = form.ctx
        _ = self.ctx.translate
        self.setAccessibleName(_(TITLE))
        self.fold = Fold(self.ctx, _(TITLE))
        self.fold.body.column.setContentsMargins(0, 0, 0, 0)
        self.fold.body.column.setSpacing(Space.M)
        self.fold.body.column.addWidget(
            Words(_("Often asked for in its place. Take what would do as much for you."), "muted")
        )
        # Made once and shown as needed, so that Tab goes through them in order.
        self.rows = [KinRow(self.ctx) for _at in range(MOST)]
        for row in self.rows:
            row.button.clicked.connect(lambda _on=False, row=row: self._take(row))
            self.fold.body.column.addWidget(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.fold.button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.fold.body)
        self._rest = QTimer(self, singleShot=True, interval=Duration.REST)
        self._rest.timeout.connect(self._show)
        self._bridge.changed.connect(self._on_change)
        form.follow(lambda _path: self._arrive())

    @property
    def shown(self) -> tuple[Benefit, ...]:
        """What is suggested now."""
        return tuple(row.benefit for row in self.rows if row.benefit is not None)

    def _arrive(self) -> None:
        """Another term."""
        self._show()
        term = self._term()
        self.fold.button.setChecked(term is not None and not term.alternatives)

    def _term(self) -> Term | None:
        item = self._form.item
        return item if isinstance(item, Term) else None

    def _show(self) -> None:
        term = self._term()
        kin = kin_for(term, self._bridge.workbook, self.ctx.translate)[:MOST] if term is not None else ()
        for at, row in enumerate(self.rows):
            row.show_benefit(kin[at] if at < len(kin) else None)
        self.setVisible(bool(kin))

    def _take(self, row: KinRow) -> None:
        term, path = self._term(), self._form.path
        if term is None or path is None or row.benefit is None:
            return
        way_id = new_id()
        place: Path = (*path, "alternatives")
        start = {**substitute_from(row.benefit, term, self.ctx.translate), "id": way_id}
        label = self.ctx.translate("Add as another way")
        if self._bridge.apply(Insert(place, len(term.alternatives), start), label=label) is None:
            self._show()
            self.taken.emit((*place, way_id, "title"))

    def _on_change(self, change: Change) -> None:
        if change.touches("terms"):
            self._rest.start()


class KinRow(QWidget):
    """A benefit's name, what it is, and the button."""

    def __init__(self, ctx: UiContext) -> None:
        super().__init__()
        self._ctx = ctx
        self.benefit: Benefit | None = None
        self.name = Words("", "strong")
        self.about = Caption()
        self.button = Button(ctx, ctx.translate("Add as another way"), "quiet", "add")
        words, place = QWidget(), QWidget()
        column, corner = QVBoxLayout(words), QVBoxLayout(place)
        for layout in (column, corner):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        column.addWidget(self.name)
        column.addWidget(self.about)
        corner.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        # Where it is narrow the button goes below the words.
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(FlowRow(words, place, least=HALF))

    def show_benefit(self, benefit: Benefit | None) -> None:
        """Suggest this benefit; None hides the row."""
        self.benefit = benefit
        self.setVisible(benefit is not None)
        if benefit is None:
            return
        _ = self._ctx.translate
        self.name.setText(_(benefit.name))
        self.about.setText(_(benefit.about))
        self.button.setAccessibleName(_("Add as another way: {name}").format(name=_(benefit.name)))
        self.button.setAccessibleDescription(_(benefit.about))

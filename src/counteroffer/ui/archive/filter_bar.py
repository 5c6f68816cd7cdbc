"""Which workbooks are meant: where they are, their status, year, employer and tag, and in which order they come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counteroffer.domain.agreement import Outcome
from counteroffer.domain.situation import Stage
from counteroffer.domain.words import N_
from counteroffer.editing.ports import Filters, Place, Sorting
from counteroffer.ui.context import UiContext
from counteroffer.ui.theme.tokens import Space
from counteroffer.ui.widgets import FieldLabel, FlowRow
from counteroffer.ui.widgets.inputs import ComboInput

_PLACES = (
    (Place.SHELF, N_("At hand")),
    (Place.PUT_AWAY, N_("Put away, to be read only")),
    (Place.ALL, N_("Both")),
    (Place.BIN, N_("In the bin")),
)
_SORTINGS = (
    (Sorting.BEST, N_("Best match")),
    (Sorting.CHANGED, N_("Last changed")),
    (Sorting.OPENED, N_("Last opened")),
    (Sorting.CREATED, N_("Newest")),
    (Sorting.TITLE, N_("By title")),
    (Sorting.EMPLOYER, N_("By employer")),
)
_STAGE, _OUTCOME = "stage:", "outcome:"


class FilterBar(QWidget):
    """`changed()` when another choice was made; `filters` and `sorting` say what holds."""

    changed = Signal()

    def __init__(self, ctx: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = ctx.translate
        self.ctx = ctx
        self.place = self._combo(_("Where"), [(place.value, _(name)) for place, name in _PLACES])
        self.status = self._combo(_("Status"), [])
        self.year = self._combo(_("Year"), [])
        self.employer = self._combo(_("Employer"), [])
        self.tag = self._combo(_("Tag"), [])
        self.order = self._combo(_("Order"), [])
        self._order_by_hand = False
        self.order.activated.connect(self._order_chosen)
        self.match(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = FlowRow(
            *(
                self._named(combo)
                for combo in (self.place, self.status, self.year, self.employer, self.tag, self.order)
            ),
            least=220,
        )
        column.addWidget(row)

    @property
    def filters(self) -> Filters:
        """What was chosen."""
        status = self._value(self.status)
        year = self._value(self.year)
        return Filters(
            place=Place(self._value(self.place)),
            stages=frozenset({status.removeprefix(_STAGE)} if status.startswith(_STAGE) else ()),
            outcomes=frozenset({status.removeprefix(_OUTCOME)} if status.startswith(_OUTCOME) else ()),
            years=frozenset({int(year)} if year else ()),
            employers=frozenset(filter(None, (self._value(self.employer),))),
            tags=frozenset(filter(None, (self._value(self.tag),))),
        )

    @property
    def sorting(self) -> Sorting:
        """The order that was chosen."""
        return Sorting(self._value(self.order))

    @property
    def narrows(self) -> bool:
        """Whether anything but the place is left out."""
        return replace(self.filters, place=Place.ALL) != Filters()

    def offer(self, choices: Filters) -> None:
        """What there is to choose from; a choice that was made stays made."""
        _, seen = self.ctx.translate, self.ctx.privacy.words
        stages = [(_STAGE + stage.value, _(stage.label)) for stage in Stage if stage.value in choices.stages]
        outcomes = [(_OUTCOME + one.value, _(one.label)) for one in Outcome if one.value in choices.outcomes]
        self._fill(self.status, [("", _("Any")), *stages, *outcomes])
        self._fill(self.year, [("", _("Any")), *((str(year), str(year)) for year in sorted(choices.years)[::-1])])
        self._fill(self.employer, [("", _("Any")), *((name, seen(name)) for name in sorted(choices.employers))])
        self._fill(self.tag, [("", _("Any")), *((name, seen(name)) for name in sorted(choices.tags))])

    def match(self, searching: bool) -> None:
        """Whether words are looked for: only then is there a best match. It is the order then, unless another
        was chosen."""
        _ = self.ctx.translate
        offered = [(one.value, _(name)) for one, name in _SORTINGS if searching or one is not Sorting.BEST]
        if self.order.count() != len(offered):
            self._fill(self.order, offered)
            if not self._order_by_hand:
                self.order.setCurrentIndex(0)

    def show_place(self, place: Place) -> None:
        """Choose where to look."""
        self.place.setCurrentIndex(self.place.findData(place.value))
        self.changed.emit()

    def _combo(self, name: str, options: Sequence[tuple[str, str]]) -> ComboInput:
        combo = ComboInput()
        combo.setAccessibleName(name)
        self._fill(combo, options)
        combo.activated.connect(lambda _at: self.changed.emit())
        return combo

    def _order_chosen(self, at: int) -> None:
        self._order_by_hand = self.order.itemData(at) != Sorting.BEST.value

    def _named(self, combo: ComboInput) -> QWidget:
        """The choice under its name."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        name = FieldLabel(combo.accessibleName(), "caption")
        name.setBuddy(combo)
        column.addWidget(name)
        column.addWidget(combo)
        return whole

    def _fill(self, combo: ComboInput, options: Sequence[tuple[str, str]]) -> None:
        chosen = combo.currentData()
        combo.clear()
        for value, text in options:
            combo.addItem(text, value)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))

    def _value(self, combo: ComboInput) -> str:
        return str(combo.currentData() or "")

"""Several entries from elsewhere in the workbook: chips, and a list to tick them in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.theme.tokens import Size, Space
from counteroffer.ui.widgets.buttons import Button
from counteroffer.ui.widgets.chip import RemovableChip
from counteroffer.ui.widgets.choice_field import Options
from counteroffer.ui.widgets.field import Check, FieldEditor, FieldTexts
from counteroffer.ui.widgets.flow import FlowLayout
from counteroffer.ui.widgets.inputs import LineInput, RoomyItems
from counteroffer.ui.widgets.labels import Words
from counteroffer.ui.widgets.popup import Popup
from counteroffer.ui.widgets.tab_order import put_after, stop_before

_ID = Qt.ItemDataRole.UserRole
_FILTER_FROM = 8


class LinksField(FieldEditor):
    """Commits a tuple of ids in the order of the options. An id that leads nowhere is not shown, and not lost."""

    def __init__(
        self,
        ctx: UiContext,
        texts: FieldTexts,
        options: Options | Callable[[], Options] = (),
        check: Check | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(ctx, texts, check, parent)
        _ = ctx.translate
        self._options: list[tuple[str, str]] = []
        self._ids: tuple[str, ...] = ()
        self.chips = QWidget()
        self._flow = FlowLayout(self.chips, Space.XS)
        self.button = Button(ctx, _("Choose …"), icon="link", on_click=self._open)
        self.button.setAccessibleName(_("{label}: choose").format(label=self.label) if self.label else _("Choose …"))
        self.nothing = Words(_("There is nothing to choose from yet."), "muted")
        self.nothing.hide()
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        column = QVBoxLayout()
        column.setSpacing(Space.S)
        column.addWidget(self.chips)
        line = QHBoxLayout()
        line.addWidget(self.button)
        line.addWidget(self.nothing, 1)
        line.addStretch(0)
        column.addLayout(line)
        row.addLayout(column, 1)
        self.chips.hide()
        self._put(place, self.button)
        self.set_options(options() if callable(options) else options)

    def set_options(self, options: Options) -> None:
        """What can be chosen, as pairs of id and text."""
        if list(options) != self._options or not options:
            self._options = list(options)
            self.button.setEnabled(bool(self._options))
            self.nothing.setVisible(not self._options)
            self._show_chips()

    def toggle(self, identity: str, on: bool) -> None:
        """Add an entry to the chosen ones, or take it out."""
        chosen = {*self._ids, identity} if on else set(self._ids) - {identity}
        known = [one for one, _text in self._options]
        self._ids = tuple(one for one in known if one in chosen) + tuple(
            one for one in self._ids if one in chosen and one not in known
        )
        self._edited()
        self.sealed.emit()
        self._show_chips()

    def _open(self) -> None:
        popup = _Popup(self.ctx, self.label, self._options, self._ids, self.toggle, self.button)
        popup.open_below(self.button)
        (popup.filter if popup.filter.isVisibleTo(popup) else popup.list).setFocus()

    def _show_chips(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        shown = [(one, text) for one, text in self._options if one in self._ids]
        before = stop_before(self.button)
        for identity, text in shown:
            chip = RemovableChip(self.ctx, text)
            chip.removed.connect(lambda identity=identity: self._take_away(identity))
            self._flow.addWidget(chip)
            # They stand above the button, so Tab comes to them first.
            if before is not None:
                put_after(before, chip)
                before = chip.button
        self.chips.setVisible(bool(shown))

    def _take_away(self, identity: str) -> None:
        self.toggle(identity, False)
        self.button.setFocus()

    def _normal(self, value: object) -> object:
        return tuple(str(one) for one in value) if isinstance(value, (tuple, list)) else ()

    def _read(self) -> object:
        return self._ids

    def _write(self, value: object) -> None:
        self._ids = value if isinstance(value, tuple) else ()
        self._show_chips()

    def _raw(self) -> object:
        return self._ids

    def _restore(self, raw: object) -> None:
        self._write(raw)


class _Popup(Popup):
    """The entries with boxes to tick; with many of them a line that narrows them down."""

    def __init__(
        self,
        ctx: UiContext,
        label: str,
        options: Options,
        chosen: tuple[str, ...],
        toggle: Callable[[str, bool], None],
        parent: QWidget,
    ) -> None:
        super().__init__(label, parent)
        _ = ctx.translate
        self.filter = LineInput()
        self.filter.setPlaceholderText(_("Find"))
        self.filter.setAccessibleName(_("Find"))
        if len(options) < _FILTER_FROM:
            self.filter.hide()
        self.filter.textChanged.connect(self._narrow)
        self.list = QListWidget()
        self.list.setAccessibleName(label)
        self.list.setItemDelegate(RoomyItems(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setWordWrap(True)
        for identity, text in options:
            item = QListWidgetItem(text)
            item.setToolTip(text)
            item.setData(_ID, identity)
            item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked if identity in chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self._toggle = toggle
        self.list.itemChanged.connect(lambda item: toggle(item.data(_ID), item.checkState() is Qt.CheckState.Checked))
        self.list.itemClicked.connect(self._clicked)
        self.list.setCurrentRow(0)
        self.column.addWidget(self.filter)
        self.column.addWidget(self.list)
        rows = min(max(len(options), 2), Size.MOST_ROWS)
        self.list.setMinimumSize(QSize(Size.POPUP, rows * Size.CONTROL + Space.S))
        self._was: dict[str, Qt.CheckState] = {}
        self.list.itemPressed.connect(lambda item: self._was.update({item.data(_ID): item.checkState()}))

    def _clicked(self, item: QListWidgetItem) -> None:
        # A click on the words ticks the box too; one on the box itself has done so already.
        if self._was.get(item.data(_ID)) is item.checkState():
            on = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _narrow(self, text: str) -> None:
        for at in range(self.list.count()):
            item = self.list.item(at)
            item.setHidden(text.casefold() not in item.text().casefold())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.close()
            return
        super().keyPressEvent(event)

"""The catalogue as a list to tick in: headings, benefits with what they are, and what is in the workbook already."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from counteroffer.method.catalogue import Benefit
from counteroffer.ui.context import UiContext
from counteroffer.ui.icons import paint_icon
from counteroffer.ui.theme.tokens import Size, Space, Type

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
PRESENT = Qt.ItemDataRole.UserRole + 1
MARK = Qt.ItemDataRole.UserRole + 2
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class CatalogueModel(QAbstractListModel):
    """Headings (message ids) and benefits in a row; a benefit can be ticked unless it is in the workbook already."""

    def __init__(self, ctx: UiContext, where: Callable[[Benefit], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._where = where
        self._rows: list[Benefit | str] = []
        self._ticked: Collection[str] = ()
        self._present: Mapping[str, str] = {}

    def set_rows(self, rows: Sequence[Benefit | str]) -> None:
        """Show these headings and benefits."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def mark(self, ticked: Collection[str], present: Mapping[str, str]) -> None:
        """Which benefits are ticked, and which are in the workbook already, by their keys."""
        self._ticked, self._present = ticked, present
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def benefit(self, row: int) -> Benefit | None:
        """The benefit in a row; None for a heading, and for no row."""
        held = self._rows[row] if 0 <= row < len(self._rows) else None
        return held if isinstance(held, Benefit) else None

    def first(self) -> int:
        """The first row with a benefit in it; -1 without one."""
        return next((at for at, one in enumerate(self._rows) if isinstance(one, Benefit)), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        benefit = self.benefit(index.row())
        if benefit is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return usual if benefit.key in self._present else usual | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        _ = self._ctx.translate
        held = self._rows[index.row()]
        if isinstance(held, str):
            return _(held) if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        present = held.key in self._present
        if role == ENTRY:
            return held
        if role == PRESENT:
            return present
        if role == Qt.ItemDataRole.DisplayRole:
            return _(held.name)
        if role == MARK:
            return _("is in your list") if present else self._where(held)
        if role == Qt.ItemDataRole.CheckStateRole and not present:
            return Qt.CheckState.Checked if held.key in self._ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (_(held.name), _("is in your list") if present else "") if part)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            where = self._where(held)
            return " ".join(part for part in (_(held.about), f"{where}." if where else "") if part)
        return None


class CatalogueList(QListView):
    """Space, Enter or a click ticks; the arrow up from the first entry leads back to the search."""

    toggle_asked = Signal(int)
    left_at_top = Signal()

    def __init__(self, ctx: UiContext, model: CatalogueModel) -> None:
        super().__init__()
        self._model = model
        self.setProperty("look", "rows")
        self.setModel(model)
        self.setItemDelegate(CataloguePainter(ctx, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.clicked.connect(lambda index: self.toggle_asked.emit(index.row()))

    def minimumSizeHint(self) -> QSize:
        return QSize(Size.FIELD, 4 * Size.CONTROL)

    def go_to_first(self) -> None:
        """Choose the first benefit, and show the list from its top."""
        self.setCurrentIndex(self._model.index(self._model.first()))
        self.scrollToTop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.toggle_asked.emit(at)
        elif event.key() == Qt.Key.Key_Up and at <= self._model.first():
            self.left_at_top.emit()
        elif event.key() == Qt.Key.Key_Home:
            self.go_to_first()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go_to_first()
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()


class CataloguePainter(QStyledItemDelegate):
    """A box to tick, the name, below it what it is in as many lines as it needs, and a short mark at the end."""

    def __init__(self, ctx: UiContext, view: QListView) -> None:
        super().__init__(view)
        self._ctx = ctx
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = self._ctx.theme
        width = self._view.viewport().width()
        benefit = index.data(ENTRY)
        if not isinstance(benefit, Benefit):
            return QSize(width, QFontMetrics(theme.font(bold=True)).height() + Space.L + Space.XS)
        room = self._room(width)
        name = self._height(index.data(), theme.font(), room - self._mark_width(index))
        about = self._height(self._ctx.translate(benefit.about), theme.font(Type.CAPTION), room)
        return QSize(width, name + 2 + about + 2 * Space.S)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        benefit = index.data(ENTRY)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(benefit, Benefit):
            self._paint_benefit(painter, option, index, benefit, mirrored)
        else:
            painter.setFont(self._ctx.theme.font(bold=True))
            painter.setPen(self._ctx.theme.colour("text"))
            place = option.rect.adjusted(Space.S, 0, -Space.S, -Space.XS)
            # The painter mirrors left and right by itself where one reads from right to left.
            painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), index.data())
        painter.restore()

    def _paint_benefit(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, benefit: Benefit, mirrored: bool
    ) -> None:
        theme = self._ctx.theme
        rect = QRect(option.rect)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        focused = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        over = bool(option.state & QStyle.StateFlag.State_MouseOver) and not index.data(PRESENT)
        if ticked or focused or over:
            painter.setPen(QPen(theme.colour("focus"), Size.FOCUS) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft" if ticked else "hover" if over else "surface"))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), Size.RADIUS_SMALL, Size.RADIUS_SMALL)

        def place(left: int, width: int, top: int, height: int) -> QRect:
            x = rect.right() + 1 - left - width if mirrored else rect.left() + left
            return QRect(x, rect.top() + top, width, height)

        self._box(painter, QRectF(place(Space.S, Size.CHECK, Space.S, Size.CHECK)), ticked, bool(index.data(PRESENT)))
        room = self._room(rect.width())
        start = rect.width() - room - Space.S
        mark = self._mark_width(index)
        painter.setPen(theme.colour("text_muted" if index.data(PRESENT) else "text"))
        painter.setFont(theme.font())
        name = self._height(index.data(), theme.font(), room - mark)
        painter.drawText(place(start, room - mark, Space.S, name), _WRAP, index.data())
        small = theme.font(Type.CAPTION)
        about = self._ctx.translate(benefit.about)
        painter.setFont(small)
        painter.setPen(theme.colour("text_muted"))
        painter.drawText(place(start, room, Space.S + name + 2, self._height(about, small, room)), _WRAP, about)
        if mark:
            line = QFontMetrics(theme.font()).height()
            words = place(rect.width() - Space.S - mark, mark, Space.S, line)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), index.data(MARK))

    def _box(self, painter: QPainter, place: QRectF, ticked: bool, present: bool) -> None:
        colours = self._ctx.theme.colours
        if present:
            paint_icon(painter, place, "check", colours.text_muted)
            return
        painter.setPen(QPen(self._ctx.theme.colour("accent" if ticked else "mark_line"), Size.LINE))
        painter.setBrush(self._ctx.theme.colour("accent" if ticked else "surface"))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), Space.XS, Space.XS)
        if ticked:
            paint_icon(painter, place.adjusted(2, 2, -2, -2), "check", colours.on_accent)

    def _room(self, width: int) -> int:
        """The width for words, between the box and the end."""
        return max(Size.CONTROL, width - Size.CHECK - 2 * Space.S - Space.M)

    def _mark_width(self, index: Index) -> int:
        mark = index.data(MARK)
        if not mark:
            return 0
        return QFontMetrics(self._ctx.theme.font(Type.CAPTION)).horizontalAdvance(mark) + Space.M

    def _height(self, words: str, font: QFont, width: int) -> int:
        return QFontMetrics(font).boundingRect(QRect(0, 0, max(width, Size.CONTROL), 10_000), _WRAP, words).height()

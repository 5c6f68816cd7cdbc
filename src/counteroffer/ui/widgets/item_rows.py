"""The rows of a list editor: what they hold, and how they are painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from counteroffer.ui.context import UiContext
from counteroffer.ui.icons import paint_icon
from counteroffer.ui.theme.tokens import Size, Space, Type

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_GAP = 6


@dataclass(frozen=True)
class Row:
    """One entry: its title, a quieter summary below it, and a short mark at the right ("must have").

    `found` are the parts of the summary, from where to where, that stand out because they were looked for.
    """

    id: str
    title: str
    summary: str = ""
    mark: str = ""
    found: tuple[tuple[int, int], ...] = ()
    tool_tip: str = ""


class RowModel(QAbstractListModel):
    """The rows as Qt sees them; screen readers read the number, title, mark and summary in one sentence."""

    def __init__(self, untitled: str, numbered: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._untitled = untitled
        self.numbered = numbered

    def rows(self) -> list[Row]:
        """All rows, in order."""
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Other rows. Where only words changed, nothing else is touched."""
        if [row.id for row in rows] == [row.id for row in self._rows]:
            changed = [at for at, row in enumerate(rows) if row != self._rows[at]]
            self._rows = list(rows)
            for at in changed:
                self.dataChanged.emit(self.index(at), self.index(at))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def at(self, identity: str) -> int:
        """The place of a row; -1 if there is no such row."""
        return next((at for at, row in enumerate(self._rows) if row.id == identity), -1)

    def title(self, row: Row) -> str:
        """What a row is called, even if nothing has been written yet."""
        return row.title.strip() or self._untitled

    def number(self, at: int) -> int:
        """The number that the row at a place carries; 0 for none."""
        return at + 1 if self.numbered else 0

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            number = self.number(index.row())
            return ", ".join(part for part in (str(number or ""), self.title(row), row.mark) if part)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return row.summary
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.tool_tip or row.summary or None
        return None


class RowPainter(QStyledItemDelegate):
    """Paints a row as a small card: handle, number, title and summary, mark."""

    def __init__(self, ctx: UiContext, parent: QObject | None = None, *, movable: bool = True) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._movable = movable
        self.dropping_at = -1

    def row_height(self, summary: bool) -> int:
        """How high a row is, its gap included."""
        title = QFontMetrics(self._ctx.theme.font()).height()
        more = QFontMetrics(self._ctx.theme.font(Type.CAPTION)).height() + 2 if summary else 0
        return max(Size.CONTROL + 4, title + more + 2 * Space.S) + _GAP

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW)
        return QSize(Size.FIELD, self.row_height(bool(row and row.summary)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        model = index.model()
        if not isinstance(row, Row) or not isinstance(model, RowModel):
            return
        theme = self._ctx.theme
        state: QStyle.StateFlag = option.state
        rect = QRectF(option.rect).adjusted(1, 1, -1, -_GAP)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = Size.FOCUS if focused else Size.LINE
        ground = "accent_soft" if chosen else "hover" if over else "sunken"
        painter.setPen(QPen(theme.colour("focus" if chosen else "line"), edge))
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), Size.RADIUS, Size.RADIUS)
        self._contents(painter, rect, row, model, model.number(index.row()), mirrored)
        painter.restore()
        if self.dropping_at in (index.row(), index.row() + 1):
            self._drop_line(painter, rect, self.dropping_at == index.row())

    def _contents(
        self, painter: QPainter, rect: QRectF, row: Row, model: RowModel, number: int, mirrored: bool
    ) -> None:
        theme = self._ctx.theme

        def place(left: float, width: float, top: float = rect.top(), height: float = rect.height()) -> QRectF:
            x = rect.right() - (left - rect.left()) - width if mirrored else left
            return QRectF(x, top, width, height)

        middle = rect.center().y()
        x = rect.left() + Space.S
        if self._movable:
            grip = place(x, Size.ICON_SMALL, middle - Size.ICON_SMALL / 2, Size.ICON_SMALL)
            paint_icon(painter, grip, "grip", theme.colours.mark_line)
            x += Size.ICON_SMALL + Space.S
        else:
            x += Space.XS
        body = theme.font()
        # The painter mirrors left and right by itself where one reads from right to left.
        start = Qt.AlignmentFlag.AlignLeft
        if number:
            painter.setFont(theme.font(tabular=True))
            painter.setPen(theme.colour("text_muted"))
            digits = max(2, len(str(model.number(model.rowCount() - 1))))
            width = QFontMetrics(body).horizontalAdvance("0" * digits)
            painter.drawText(place(x, width), Qt.AlignmentFlag.AlignCenter, str(number))
            x += width + Space.S
        right = rect.right() - Space.M
        small = theme.font(Type.CAPTION)
        if row.mark:
            painter.setFont(small)
            painter.setPen(theme.colour("text_muted"))
            width = QFontMetrics(small).horizontalAdvance(row.mark)
            right -= width
            painter.drawText(place(right, width), Qt.AlignmentFlag.AlignCenter, row.mark)
            right -= Space.M
        room = max(0.0, right - x)
        lines = QFontMetrics(body).height() + (QFontMetrics(small).height() + 2 if row.summary else 0)
        top = middle - lines / 2
        painter.setFont(body)
        painter.setPen(theme.colour("text" if row.title.strip() else "text_muted"))
        words = QFontMetrics(body).elidedText(model.title(row), Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(place(x, room, top, QFontMetrics(body).height()), start | Qt.AlignmentFlag.AlignVCenter, words)
        if row.summary:
            painter.setFont(small)
            painter.setPen(theme.colour("text_muted"))
            below = place(x, room, top + QFontMetrics(body).height() + 2, QFontMetrics(small).height())
            if row.found:
                self._with_marks(painter, below, row)
                return
            words = QFontMetrics(small).elidedText(
                " ".join(row.summary.split()), Qt.TextElideMode.ElideRight, int(room)
            )
            painter.drawText(below, start | Qt.AlignmentFlag.AlignVCenter, words)

    def _with_marks(self, painter: QPainter, where: QRectF, row: Row) -> None:
        """The summary on one line, with what was looked for in bold and in the colour of text."""
        metrics = QFontMetrics(painter.font())
        layout = self._marked(row, row.summary, painter.font())
        natural = layout.lineAt(0).naturalTextWidth()
        if natural > where.width():
            # Bold words are wider than the same words plain, by which the dots are reckoned.
            room = where.width() - (natural - metrics.horizontalAdvance(row.summary))
            short = metrics.elidedText(row.summary, Qt.TextElideMode.ElideRight, int(room))
            layout = self._marked(row, short, painter.font())
        line = layout.lineAt(0)
        painter.save()
        painter.setClipRect(where)
        spare = where.width() - line.naturalTextWidth()
        # What is written from right to left begins at the right edge.
        shift = spare if layout.textOption().textDirection() is Qt.LayoutDirection.RightToLeft else 0.0
        layout.draw(painter, QPointF(where.left() + shift, where.top()))
        painter.restore()

    def _marked(self, row: Row, words: str, font: QFont) -> QTextLayout:
        """The words of a row's summary on one line, or the first of them, with what was found in them in bold."""
        layout = QTextLayout(words, font)
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.Bold)
        strong.setForeground(self._ctx.theme.colour("text"))
        layout.setFormats([_range(row.summary, start, end, strong) for start, end in row.found if end <= len(words)])
        layout.beginLayout()
        layout.createLine().setLineWidth(1e6)
        layout.endLayout()
        return layout

    def _drop_line(self, painter: QPainter, rect: QRectF, above: bool) -> None:
        """Where the dragged row will go."""
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ctx.theme.colour("focus"))
        top = rect.top() - _GAP / 2 - 1 if above else rect.bottom() + _GAP / 2 - 2
        painter.drawRect(QRectF(rect.left(), max(top, 0), rect.width(), Size.RING_WIDTH))
        painter.restore()


def _range(text: str, start: int, end: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    """Qt counts in UTF-16, Python in characters."""
    found = QTextLayout.FormatRange()
    found.start = len(text[:start].encode("utf-16-le")) // 2
    found.length = len(text[start:end].encode("utf-16-le")) // 2
    found.format = look
    return found

"""A paper as it will be printed: the very bytes, as wide as the window, as a whole page, or as large as one likes."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QKeySequence, QResizeEvent, QShortcut, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QVBoxLayout, QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.reading import write_fraction
from counteroffer.ui.theme import Space
from counteroffer.ui.widgets import Button, Caption, IconButton

Fit = QPdfView.ZoomMode
LEAST, MOST = 0.25, 4.0
STEP = 1.2
_POINTS_AN_INCH = 72


class PaperView(QPdfView):
    """Grows and shrinks with Ctrl and the wheel; what is in the middle stays there."""

    zoomed = Signal()

    spoken_role = QAccessible.Role.Document

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(Fit.FitToWidth)

    @property
    def scale(self) -> float:
        """How large a page is shown, 1 being its size on paper."""
        if self.zoomMode() is Fit.Custom or not self.document().pageCount():
            return self.zoomFactor()
        page = self.document().pagePointSize(max(self.pageNavigator().currentPage(), 0))
        dots = self.logicalDpiX() / _POINTS_AN_INCH
        room, edges = self.viewport().size(), self.documentMargins()
        width = (room.width() - edges.left() - edges.right()) / (page.width() * dots)
        height = (room.height() - edges.top() - edges.bottom()) / (page.height() * dots)
        return width if self.zoomMode() is Fit.FitToWidth else min(width, height)

    def spoken_value(self) -> str:
        """Nothing: which page is in view stands above it."""
        return ""

    def zoom(self, factor: float) -> None:
        """Show pages this much larger, within what is of use."""
        middles = [(bar, _middle(bar)) for bar in (self.verticalScrollBar(), self.horizontalScrollBar())]
        self.setZoomFactor(min(max(self.scale * factor, LEAST), MOST))
        self.setZoomMode(Fit.Custom)
        for bar, middle in middles:
            bar.setValue(round(middle * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))
        self.zoomed.emit()

    def fit(self, how: Fit) -> None:
        """Show pages as wide as the view, or as a whole."""
        page = max(self.pageNavigator().currentPage(), 0)
        self.setZoomMode(how)
        self.pageNavigator().jump(page, QPoint())
        self.zoomed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.zoom(STEP if event.angleDelta().y() > 0 else 1 / STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.zoomed.emit()


class Preview(QWidget):
    """The view, and above it the page in view and how large it is shown."""

    def __init__(self, ctx: UiContext) -> None:
        super().__init__()
        _ = ctx.translate
        self.ctx = ctx
        self._content = b""
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.view = PaperView(self)
        self.view.setDocument(self.document)
        self.view.setAccessibleName(_("The paper as it will be printed"))
        self.page = Caption()
        self.percent = Caption()
        self.fits = {
            Fit.FitToWidth: Button(ctx, _("Page width"), "chip", on_click=partial(self.view.fit, Fit.FitToWidth)),
            Fit.FitInView: Button(ctx, _("Whole page"), "chip", on_click=partial(self.view.fit, Fit.FitInView)),
        }
        self.smaller = IconButton(ctx, "minus", _("Smaller"), partial(self.view.zoom, 1 / STEP))
        self.larger = IconButton(ctx, "add", _("Larger"), partial(self.view.zoom, STEP))
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        row.addWidget(self.page, 1)
        for button in self.fits.values():
            button.setCheckable(True)
            row.addWidget(button)
        row.addSpacing(Space.S)
        for widget in (self.smaller, self.percent, self.larger):
            row.addWidget(widget)
        self.percent.setWordWrap(False)
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.percent.setMinimumWidth(self.percent.fontMetrics().horizontalAdvance(self._written(MOST)) + Space.S)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(row)
        column.addWidget(self.view, 1)
        self.view.zoomed.connect(self._tell)
        self.view.pageNavigator().currentPageChanged.connect(self._tell)
        self._key("Ctrl+0", partial(self.view.fit, Fit.FitToWidth))
        for keys in (QKeySequence.StandardKey.ZoomIn, QKeySequence("Ctrl+=")):
            self._key(keys, partial(self.view.zoom, STEP))
        self._key(QKeySequence.StandardKey.ZoomOut, partial(self.view.zoom, 1 / STEP))

    def show_paper(self, content: bytes, *, keep_place: bool) -> None:
        """Show other bytes, as large as before; `keep_place` also stays where one was reading."""
        if content == self._content and self.document.pageCount():
            return
        bars = (self.view.verticalScrollBar(), self.view.horizontalScrollBar())
        places = [bar.value() for bar in bars]
        self.clear()
        self._content = content
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        for bar, place in zip(bars, places, strict=True):
            bar.setValue(place if keep_place else 0)
        self._tell()

    def clear(self) -> None:
        """Show nothing."""
        self._content = b""
        self.document.close()
        self._buffer.close()
        self._tell()

    def _key(self, keys: QKeySequence | QKeySequence.StandardKey | str, run: partial[None]) -> None:
        # Wherever in the window of papers the keyboard is.
        QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WindowShortcut).activated.connect(run)

    def _written(self, scale: float) -> str:
        return write_fraction(Decimal(round(scale * 100)) / 100, self.ctx.locale)

    def _tell(self) -> None:
        _ = self.ctx.translate
        pages = self.document.pageCount()
        here = min(max(self.view.pageNavigator().currentPage(), 0), max(pages - 1, 0)) + 1
        self.page.setText(_("Page {page} of {pages}").format(page=here, pages=pages) if pages else "")
        self.percent.setText(self._written(self.view.scale) if pages else "")
        self.smaller.setEnabled(bool(pages) and self.view.scale > LEAST)
        self.larger.setEnabled(bool(pages) and self.view.scale < MOST)
        for fit, button in self.fits.items():
            button.setEnabled(bool(pages))
            button.setChecked(self.view.zoomMode() is fit)


def _middle(bar: QScrollBar) -> float:
    """What part of all there is lies before the middle of what is in view."""
    whole = bar.maximum() + bar.pageStep()
    return (bar.value() + bar.pageStep() / 2) / whole if whole else 0.0

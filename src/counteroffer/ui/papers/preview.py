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
    def bars(self) -> tuple[QScrollBar, QScrollBar]:
        """The scroll bars: up and down, and across."""
        return self.verticalScrollBar(), self.horizontalScrollBar()

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
        middles = [(bar, _middle(bar)) for bar in self.bars]
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
        self.view = self._new_view()
        self.page = Caption()
        self.percent = Caption()
        self.fits = {
            Fit.FitToWidth: Button(ctx, _("Page width"), "chip", on_click=partial(self._fit, Fit.FitToWidth)),
            Fit.FitInView: Button(ctx, _("Whole page"), "chip", on_click=partial(self._fit, Fit.FitInView)),
        }
        self.smaller = IconButton(ctx, "minus", _("Smaller"), partial(self._zoom, 1 / STEP))
        self.larger = IconButton(ctx, "add", _("Larger"), partial(self._zoom, STEP))
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
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(row)
        column.addWidget(self.view, 1)
        self._key("Ctrl+0", partial(self._fit, Fit.FitToWidth))
        for keys in (QKeySequence.StandardKey.ZoomIn, QKeySequence("Ctrl+=")):
            self._key(keys, partial(self._zoom, STEP))
        self._key(QKeySequence.StandardKey.ZoomOut, partial(self._zoom, 1 / STEP))

    def show_paper(self, content: bytes, *, keep_place: bool) -> None:
        """Show other bytes, as large as before; `keep_place` also stays where one was reading."""
        if content == self._content and self.document.pageCount():
            return
        places = [bar.value() for bar in self.view.bars]
        self.clear()
        self._content = content
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        for bar, place in zip(self.view.bars, places, strict=True):
            bar.setValue(place if keep_place else 0)
        self._tell()

    def clear(self) -> None:
        """Show nothing."""
        self._content = b""
        self.document.close()
        self._buffer.close()
        self._renew_view()
        self._tell()

    def _new_view(self) -> PaperView:
        view = PaperView(self)
        view.setDocument(self.document)
        view.setAccessibleName(self.ctx.translate("The paper as it will be printed"))
        view.zoomed.connect(self._tell)
        view.pageNavigator().currentPageChanged.connect(self._tell)
        return view

    def _renew_view(self) -> None:
        """Put a fresh view in the old one's place, as large as that showed its pages.

        Qt's view draws pages on a thread of its own, and keeps one that is finished after the document was closed as
        a page of the next: a private page would stand where one to hand over should.
        """
        old, new = self.view, self._new_view()
        new.setZoomFactor(old.zoomFactor())
        new.setZoomMode(old.zoomMode())
        new.setGeometry(old.geometry())
        self._column.replaceWidget(old, new)
        QWidget.setTabOrder(old, new)
        # Shown before it gets pages: only then is it as wide as it looks, and can go to a place on them.
        new.show()
        if old.hasFocus():
            new.setFocus()
        self.view = new
        old.hide()
        old.deleteLater()

    def _fit(self, how: Fit) -> None:
        self.view.fit(how)

    def _zoom(self, factor: float) -> None:
        self.view.zoom(factor)

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

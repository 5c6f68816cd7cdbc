"""The app's own icons: SVG files drawn in one colour, tinted with a colour role and crisp at any scale.

    icon(theme, "offer")                      # in the icon colour
    icon(theme, "add", "on_accent")           # on the main button

An icon is drawn when it is painted, in the theme then in view, so nothing has to be set anew when the theme changes.
Names are the files under resources/icons; those that end in -light or -dark are for the style sheet, which takes
only files.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache

from counteroffer import resources
from counteroffer.ui.theme.theme import Theme


@cache
def _drawing(name: str) -> str:
    return resources.text("icons", f"{name}.svg")


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
    """Draw an icon in a colour, filling the rectangle."""
    # Loaded at the first icon, not with the module: commands without a window never need it.
    from PySide6.QtSvg import QSvgRenderer

    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode())).render(painter, rect)


class _Drawn(QIconEngine):
    """Draws one icon at whatever size and density is asked for."""

    def __init__(self, theme: Theme, name: str, role: str) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        role = "text_disabled" if mode is QIcon.Mode.Disabled else self._role
        # A square at the start of a wider place: so a button gets a gap between icon and words.
        side = min(rect.width(), rect.height())
        left = rect.right() + 1 - side if QGuiApplication.isRightToLeft() else rect.left()
        square = QRectF(left, rect.top() + (rect.height() - side) / 2, side, side)
        paint_icon(painter, square, self._name, getattr(self._theme.colours, role))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        role = "text_disabled" if mode is QIcon.Mode.Disabled else self._role
        device = size * scale
        if device.isEmpty():  # a button still without a size asks too
            return QPixmap()
        key = (
            f"counteroffer {self._name} {getattr(self._theme.colours, role)} {device.width()}x{device.height()} {scale}"
        )
        drawn = QPixmap()
        if QPixmapCache.find(key, drawn):
            return drawn
        drawn = QPixmap(device)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(QPoint(0, 0), device), mode, state)
        painter.end()
        drawn.setDevicePixelRatio(scale)
        QPixmapCache.insert(key, drawn)
        return drawn

    def clone(self) -> QIconEngine:
        return _Drawn(self._theme, self._name, self._role)


def icon(theme: Theme, name: str, role: str = "icon") -> QIcon:
    """The icon in the colour of a role; what is disabled gets it fainter by itself."""
    return QIcon(_Drawn(theme, name, role))

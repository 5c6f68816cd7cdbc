"""A chart as a picture to keep or to send, PNG or SVG: always in the light colours, with no point marked."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from counteroffer.ui.charts.chart import Chart
from counteroffer.ui.theme import LIGHT, Space

WIDTH = 720
"""Pixels at 100 %: as wide as a chart gets on a page."""
FINENESS = 3
"""How many pixels of a PNG there are for one of the screen."""


def as_image(chart: Chart, width: int = WIDTH) -> QImage:
    """The chart as an image, on white."""
    size = _size(chart, width)
    image = QImage(size * FINENESS, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(FINENESS)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    _paint(chart, painter, size)
    painter.end()
    return image


def as_png(chart: Chart, width: int = WIDTH) -> bytes:
    """The same as a PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # The binding says that it wants bytes, and takes only a string.
    as_image(chart, width).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def as_svg(chart: Chart, width: int = WIDTH) -> bytes:
    """The chart as an SVG, with its name as title and its sentence as description."""
    # Loaded when first wanted.
    from PySide6.QtSvg import QSvgGenerator

    size = _size(chart, width)
    content = QByteArray()
    buffer = QBuffer(content)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(chart.accessibleName())
    generator.setDescription(chart.accessibleDescription())
    painter = QPainter(generator)
    _paint(chart, painter, size)
    painter.end()
    return bytes(content.data())


def _size(chart: Chart, width: int) -> QSize:
    return QSize(width, round(chart.height_at(width - 2 * Space.L)) + 2 * Space.L)


def _paint(chart: Chart, painter: QPainter, size: QSize) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(Space.L, Space.L, size.width() - 2 * Space.L, size.height() - 2 * Space.L)
    current, chart.current = chart.current, -1
    try:
        chart.draw(painter, box, LIGHT)
    finally:
        chart.current = current

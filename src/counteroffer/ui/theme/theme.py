"""The theme in force: follows the system or the person's choice, and dresses the application."""

from __future__ import annotations

import sys
from enum import Enum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication, QStyleFactory

from counteroffer.ui.fonts import load_fonts
from counteroffer.ui.steady import keep_constants
from counteroffer.ui.theme.palette import palette
from counteroffer.ui.theme.stylesheet import style_sheet
from counteroffer.ui.theme.tokens import DARK, LIGHT, Colours, Type

# The size the system writes at when nobody has changed it; more than that is a wish for larger type.
_USUAL_POINTS = {"win32": 9.0, "darwin": 13.0}
_USUAL_POINTS_ELSEWHERE = 11.0
_LARGEST_SCALE = 2.0


class Mode(Enum):
    """Light or dark, or whichever the system is in."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Made once by the composition root and handed on in the UiContext."""

    changed = Signal()

    def __init__(self, app: QApplication, mode: Mode = Mode.SYSTEM, text_scale: float | None = None) -> None:
        keep_constants()
        super().__init__(app)
        self._app = app
        self._mode = mode
        self._text_scale = system_text_scale(app.font()) if text_scale is None else text_scale
        self._family = load_fonts()
        app.setStyle(QStyleFactory.create("Fusion"))
        app.layoutDirectionChanged.connect(self._dress)
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._dress()

    @property
    def mode(self) -> Mode:
        """What the person chose."""
        return self._mode

    @property
    def dark(self) -> bool:
        """Whether the dark theme is in view."""
        if self._mode is Mode.SYSTEM:
            return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._mode is Mode.DARK

    @property
    def colours(self) -> Colours:
        """The colours in view."""
        return self._colours

    @property
    def text_scale(self) -> float:
        """How much larger than usual the type is."""
        return self._text_scale

    def colour(self, role: str) -> QColor:
        """The colour of a role by its name."""
        return QColor(getattr(self.colours, role))

    def font(self, points: float = Type.BODY, bold: bool = False, tabular: bool = False) -> QFont:
        """The app's typeface at a size of the type scale; tabular digits stand in columns."""
        font = QFont(self._family) if self._family else QFont(self._app.font())
        font.setPointSizeF(points * self._text_scale)
        font.setBold(bold)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def set_mode(self, mode: Mode) -> None:
        """Light, dark, or as the system is."""
        if mode is not self._mode:
            self._mode = mode
            self._dress()

    def set_text_scale(self, scale: float) -> None:
        """Larger or smaller type throughout."""
        if scale != self._text_scale:
            self._text_scale = scale
            self._dress()

    def _system_changed(self) -> None:
        if self._mode is Mode.SYSTEM:
            self._dress()

    def _dress(self) -> None:
        self._colours = DARK if self.dark else LIGHT
        mirrored = self._app.layoutDirection() is Qt.LayoutDirection.RightToLeft
        # A sheet in place of another dresses each widget once for every one that it lies in, which takes seconds when
        # all pages are made. With the old one taken off first, each is dressed twice.
        self._app.setStyleSheet("")
        self._app.setPalette(palette(self.colours))
        self._app.setFont(self.font())
        self._app.setStyleSheet(style_sheet(self.colours, self.dark, self._text_scale, mirrored))
        self.changed.emit()


def system_text_scale(font: QFont) -> float:
    """How much larger than usual the system's own type is, from 1 to 2."""
    usual = _USUAL_POINTS.get(sys.platform, _USUAL_POINTS_ELSEWHERE)
    return min(max(font.pointSizeF() / usual, 1.0), _LARGEST_SCALE)

"""The app's typeface, FiraGO: loaded from the same packaged bytes that the documents embed."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from counteroffer.ui.theme.tokens import Type

UPRIGHT = {"figo": "Regular", "figbo": "Bold"}
ITALIC = {"figit": "Italic", "figbi": "Bold Italic"}


def load_fonts(wanted: dict[str, str] = UPRIGHT) -> str:
    """Make styles of the typeface known to Qt; returns its family name, or "" where it cannot be loaded.

    Each style costs about 20 ms to unpack. A start needs `UPRIGHT` only; pages with running text, such as the
    handbook, ask for `ITALIC` as well.
    """
    known = QFontDatabase.styles(Type.FAMILY)
    missing = [name for name, style in wanted.items() if style not in known]
    if missing:
        import pymupdf_fonts

        for name in missing:
            if name not in pymupdf_fonts.fontdescriptors:
                return ""
            number = QFontDatabase.addApplicationFontFromData(pymupdf_fonts.myfont(name))
            if Type.FAMILY not in QFontDatabase.applicationFontFamilies(number):
                return ""
    return Type.FAMILY

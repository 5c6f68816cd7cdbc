"""The theme: contrast in both schemes, one style sheet without gaps, icons that can all be drawn."""

from __future__ import annotations

import re
from dataclasses import asdict

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from counteroffer import resources
from counteroffer.ui.context import UiContext
from counteroffer.ui.fonts import ITALIC, load_fonts
from counteroffer.ui.icons import icon
from counteroffer.ui.theme import DARK, LIGHT, ROLES, Colours, Mode, Size, Theme, Type
from counteroffer.ui.theme.stylesheet import style_sheet
from counteroffer.ui.theme.theme import system_text_scale

SCHEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])

GROUNDS = ("ground", "rail", "surface", "sunken", "hover", "accent_soft")
TONES = ("info", "good", "warning", "error")

WORDS = (
    [(text, ground) for text in ("text", "text_muted") for ground in GROUNDS]
    + [("text", f"{tone}_soft") for tone in TONES]
    + [(tone, f"{tone}_soft") for tone in TONES]
    + [("accent", ground) for ground in ("ground", "rail", "surface", "accent_soft", "sunken", "hover")]
    + [("error", "surface"), ("error", "ground"), ("on_accent", "accent"), ("on_accent", "accent_hover")]
    + [("on_shade", "shade")]
)
SIGNS = (
    [("icon", ground) for ground in GROUNDS]
    + [("focus", ground) for ground in GROUNDS]
    + [("mark_line", ground) for ground in ("surface", "ground", "sunken", "accent_soft")]
    + [("error", "surface"), ("warning", "surface"), ("accent", "surface"), ("accent", "line")]
)


def luminance(colour: str) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_of_contrast_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@SCHEMES
def test_words_can_be_read(colours: Colours) -> None:
    faint = [
        (text, ground, round(contrast(getattr(colours, text), getattr(colours, ground)), 2))
        for text, ground in WORDS
        if contrast(getattr(colours, text), getattr(colours, ground)) < 4.5
    ]
    assert faint == []


@SCHEMES
def test_icons_and_rings_can_be_seen(colours: Colours) -> None:
    faint = [
        (sign, ground, round(contrast(getattr(colours, sign), getattr(colours, ground)), 2))
        for sign, ground in SIGNS
        if contrast(getattr(colours, sign), getattr(colours, ground)) < 3
    ]
    assert faint == []


@SCHEMES
def test_every_role_is_a_colour(colours: Colours) -> None:
    assert all(re.fullmatch("#[0-9a-f]{6}", value) for value in asdict(colours).values())
    assert set(asdict(colours)) == set(ROLES)


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("mirrored", [False, True])
@SCHEMES
def test_the_style_sheet_names_only_files_that_are_there(colours: Colours, scale: float, mirrored: bool) -> None:
    sheet = style_sheet(colours, colours is DARK, scale, mirrored)
    files = re.findall(r'url\("([^"]+)"\)', sheet)
    assert files
    assert all(resources.path("icons", file.rsplit("/", 1)[1]).is_file() for file in files)
    assert "$" not in sheet
    assert f"font-size: {Type.TITLE * scale:g}pt" in sheet


def test_no_colour_stands_outside_the_tokens() -> None:
    ui = resources.path().parent / "src" / "counteroffer" / "ui"
    found = [
        (file.name, line.strip())
        for file in ui.rglob("*.py")
        if file.name != "tokens.py"
        for line in file.read_text(encoding="utf-8").splitlines()
        if re.search(r"[\"'#]#[0-9a-fA-F]{6}\b|QColor\([\"']|rgba?\(|setPointSize\(|GlobalColor\.(?!transparent)", line)
    ]
    assert found == []


def test_light_and_dark_dress_the_app(qapp: QApplication, theme: Theme) -> None:
    seen: list[bool] = []
    theme.changed.connect(lambda: seen.append(theme.dark))
    theme.set_mode(Mode.DARK)
    assert theme.dark
    assert theme.colours is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.ground)
    theme.set_mode(Mode.LIGHT)
    assert not theme.dark
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.ground)
    assert seen == [True, False]
    theme.set_mode(Mode.LIGHT)
    assert seen == [True, False]


def test_the_system_is_followed_unless_the_person_chose(theme: Theme) -> None:
    theme.set_mode(Mode.SYSTEM)
    assert theme.dark == (theme._app.styleHints().colorScheme() is Qt.ColorScheme.Dark)
    theme._app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    theme.set_mode(Mode.LIGHT)
    assert not theme.dark


def test_larger_type_reaches_font_and_sheet(qapp: QApplication, theme: Theme) -> None:
    theme.set_text_scale(1.5)
    try:
        assert qapp.font().pointSizeF() == pytest.approx(Type.BODY * 1.5)
        assert f"{Type.TITLE * 1.5:g}pt" in qapp.styleSheet()
    finally:
        theme.set_text_scale(1.0)


@pytest.mark.parametrize(("points", "least", "most"), [(4.0, 1.0, 1.0), (200.0, 2.0, 2.0)])
def test_the_systems_own_size_counts_within_bounds(points: float, least: float, most: float) -> None:
    font = QFont()
    font.setPointSizeF(points)
    assert least <= system_text_scale(font) <= most


def test_the_typeface_is_loaded_with_its_styles(theme: Theme) -> None:
    assert load_fonts(ITALIC) == Type.FAMILY
    assert {"Regular", "Bold", "Italic", "Bold Italic"} <= set(QFontDatabase.styles(Type.FAMILY))
    assert load_fonts({"no such style": "Heavy"}) == ""
    assert theme.font(bold=True).family() == Type.FAMILY


def drawings() -> list[str]:
    return sorted(
        file.stem for file in resources.path("icons").glob("*.svg") if not file.stem.endswith(("-light", "-dark"))
    )


def test_the_icons_that_the_app_needs_are_there() -> None:
    needed = """offer research priorities justifications alternatives packages conversations agreement archive settings
        find undo redo print add remove up down grip chevron-down chevron-up chevron-left chevron-right guide check
        saved warning info error sun moon export import attach copy close calendar lock help"""
    assert set(needed.split()) <= set(drawings())


@pytest.mark.parametrize("name", drawings())
def test_every_icon_is_drawn_in_the_colour_of_its_role(ctx: UiContext, name: str) -> None:
    assert "currentColor" in resources.text("icons", f"{name}.svg")
    for ratio in (1.0, 2.0):
        drawn = ctx.icon(name, "accent").pixmap(QSize(Size.ICON, Size.ICON), ratio)
        assert drawn.width() == Size.ICON * ratio
        image = drawn.toImage()
        full = {
            image.pixelColor(x, y).name()
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() == 255
        }
        assert full <= {LIGHT.accent}
        assert any(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))


def test_an_icon_follows_the_theme_and_fades_when_disabled(theme: Theme, ctx: UiContext) -> None:
    made = QIcon(ctx.icon("grip"))

    def colours(mode: QIcon.Mode) -> set[str]:
        image = made.pixmap(QSize(48, 48), 1.0, mode).toImage()
        places = ((x, y) for x in range(48) for y in range(48))
        return {image.pixelColor(x, y).name() for x, y in places if image.pixelColor(x, y).alpha() == 255}

    assert colours(QIcon.Mode.Normal) == {LIGHT.icon}
    theme.set_mode(Mode.DARK)
    assert colours(QIcon.Mode.Normal) == {DARK.icon}
    assert colours(QIcon.Mode.Disabled) == {DARK.text_disabled}


def test_icons_outlive_the_names_that_held_them(qtbot: object, theme: Theme) -> None:
    buttons = [QPushButton(icon(theme, "undo"), "Undo") for _ in range(50)]
    for button in buttons:
        assert not button.icon().pixmap(QSize(16, 16)).isNull()
        assert not button.grab().isNull()
        button.deleteLater()


def test_plain_words_of_the_app_have_glyphs(theme: Theme) -> None:
    from PySide6.QtGui import QRawFont

    face = QRawFont.fromFont(theme.font())
    words = "Zażółć gęślą jaźń Ξενοδοχείο Straße € zł – — … „“”‘’ · × − → § № مرحبا ١٢٣ שלום"
    assert [letter for letter in words if not letter.isspace() and not face.supportsCharacter(ord(letter))] == []


def test_a_label_takes_the_colour_of_the_theme(theme: Theme, ctx: UiContext) -> None:
    label = QLabel("text")
    label.ensurePolished()
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(LIGHT.text)
    label.deleteLater()


class Listener(QLabel):
    """Counts how often it is dressed."""

    dressed = 0

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.dressed += event.type() is QEvent.Type.StyleChange


def test_a_change_of_theme_dresses_each_widget_as_often_however_deep_it_lies(ctx: UiContext, qtbot: QtBot) -> None:
    window, deep, shallow = QWidget(), Listener(), Listener()
    qtbot.addWidget(window)
    innermost = window
    for _step in range(8):
        around = QVBoxLayout(innermost)
        innermost = QWidget()
        around.addWidget(innermost)
    QVBoxLayout(innermost).addWidget(deep)
    window.layout().addWidget(shallow)
    window.show()
    deep.dressed = shallow.dressed = 0
    ctx.theme.set_mode(Mode.DARK)
    assert deep.dressed == shallow.dressed == 2
    assert deep.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.text)

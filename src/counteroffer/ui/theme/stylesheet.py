"""The one style sheet, generated from the tokens.

Widgets say what they are with dynamic properties (`look` for frames and labels, `kind` for buttons), never with a
style sheet of their own. Whatever takes the keyboard shows a ring: its border grows by a pixel in the focus colour and
its padding shrinks by one, so nothing moves.
"""

from __future__ import annotations

from string import Template

from counteroffer import resources
from counteroffer.ui.theme.tokens import Colours, Size, Space, Type


def style_sheet(colours: Colours, dark: bool, text_scale: float = 1.0, mirrored: bool = False) -> str:
    """The sheet for one theme at one scale of type; `mirrored` where one reads from right to left."""
    scheme = "dark" if dark else "light"
    values: dict[str, object] = dict(vars(colours))
    for name in (
        "arrow-down",
        "arrow-up",
        "arrow-left",
        "arrow-right",
        "tick",
        "tick-accent",
        "dot",
        "dot-accent",
        "dash",
        "dash-accent",
    ):
        file = resources.path("icons", f"{name}-{scheme}.svg").as_posix()
        values[name.replace("-", "_")] = f'url("{file}")'
    values |= {
        "start": "right" if mirrored else "left",
        "end": "left" if mirrored else "right",
        "title": f"{Type.TITLE * text_scale:g}pt",
        "section": f"{Type.SECTION * text_scale:g}pt",
        "body": f"{Type.BODY * text_scale:g}pt",
        "caption": f"{Type.CAPTION * text_scale:g}pt",
        "r": Size.RADIUS,
        "r_small": Size.RADIUS_SMALL,
        "r_card": Size.RADIUS_CARD,
        "control": Size.CONTROL - 2 * (Space.XS + Size.FOCUS),
        "check": Size.CHECK - 2 * Size.LINE,
        "check_focus": Size.CHECK - 2 * Size.FOCUS,
        "check_round": Size.CHECK // 2,
        "arrow": Size.ICON_SMALL,
        "xs": Space.XS,
        "s": Space.S,
        "m": Space.M,
        "l": Space.L,
        "xl": Space.XL,
        # Qt moves the text of a line in by two more; larger fields and choices follow, so that all begin alike.
        "edge": Space.XS + 2,
        "s_two": Space.S + 2,
        # … and that of a cell by three.
        "cell": Space.S + 3,
        "bar": Size.SCROLL_BAR,
        "bar_handle": Size.SCROLL_BAR - 2 * Space.XS,
        "bar_round": (Size.SCROLL_BAR - 2 * Space.XS) // 2,
        "drop": Space.XL + Space.XS,
    }
    # Padding that makes room for the ring: one pixel less where the border is one pixel more.
    for name in ("xs", "s", "m", "l", "edge", "s_two"):
        values[f"{name}_line"] = int(str(values[name])) + Size.FOCUS - Size.LINE
    # … and where there is no border without the ring.
    values |= {"xs_ring": Space.XS - Size.FOCUS, "s_ring": Space.S - Size.FOCUS}
    return Template(_SHEET).substitute(values)


_SHEET = """
QToolTip { background: $shade; color: $on_shade; border: 1px solid $shade; padding: ${xs}px; font-size: $caption; }

QMainWindow, QDialog, QScrollArea, QWidget[look="ground"] { background: $ground; border: none; }
QWidget[look="clear"] { background: transparent; border: none; }
QFrame[look="rail"] { background: $rail; border: none; }
QFrame[look="card"] { background: $surface; border: 1px solid $line; border-radius: ${r_card}px; }
QFrame[look="field"] { background: $surface; border: 1px solid $field_line; border-radius: ${r}px; padding: 1px; }
QFrame[look="field"][focused="true"] { border: 2px solid $focus; padding: 0; }
QFrame[look="field"][wrong="true"] { border-color: $error; }
QFrame[look="popup"] { background: $surface; border: 1px solid $field_line; }
QFrame[look="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[look="info"] { background: $info_soft; border: 1px solid $info; border-radius: ${r}px; }
QFrame[look="good"] { background: $good_soft; border: 1px solid $good; border-radius: ${r}px; }
QFrame[look="warning"] { background: $warning_soft; border: 1px solid $warning; border-radius: ${r}px; }
QFrame[look="error"] { background: $error_soft; border: 1px solid $error; border-radius: ${r}px; }

QFrame[place="strip"] { margin: ${s}px ${xl}px; }

QLabel { background: transparent; color: $text; }
QLabel:disabled { color: $text_disabled; }
QLabel[look="title"] { font-size: $title; font-weight: bold; }
QLabel[look="section"] { font-size: $section; font-weight: bold; }
QLabel[look="strong"] { font-weight: bold; }
QLabel[look="code"] { font-size: $section; font-weight: bold; background: $sunken; border: 1px solid $line;
  border-radius: ${r}px; padding: ${m}px; }
QLabel[look="muted"] { color: $text_muted; }
QLabel[look="caption"] { color: $text_muted; font-size: $caption; }
QLabel[look="hint-problem"] { color: $error; font-size: $caption; }
QLabel[look="hint-note"] { color: $text; font-size: $caption; }
QLabel[look="suffix"] { color: $text_muted; padding-right: ${s}px; }

QLabel[look^="chip"] { font-size: $caption; border-radius: ${r_small}px; padding: 2px ${s}px; }
QLabel[look="chip-neutral"] { background: $sunken; color: $text_muted; border: 1px solid $line; }
QLabel[look="chip-info"] { background: $info_soft; color: $info; border: 1px solid $info_soft; }
QLabel[look="chip-good"] { background: $good_soft; color: $good; border: 1px solid $good_soft; }
QLabel[look="chip-warning"] { background: $warning_soft; color: $warning; border: 1px solid $warning_soft; }
QLabel[look="chip-error"] { background: $error_soft; color: $error; border: 1px solid $error_soft; }
QFrame[look="tag"] { background: $accent_soft; border: none; border-radius: ${r_small}px; }
QFrame[look="tag"] QLabel { color: $text; }

QPushButton { background: $surface; color: $text; border: 1px solid $field_line; border-radius: ${r}px;
  padding: ${xs_line}px ${m_line}px; min-height: ${control}px; outline: 0; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 2px solid $focus; padding: ${xs}px ${m}px; }
QPushButton:disabled { color: $text_disabled; border-color: $line; background: $sunken; }
QPushButton::menu-indicator { image: $arrow_down; width: ${arrow}px; height: ${arrow}px;
  subcontrol-origin: padding; subcontrol-position: center right; right: ${xs}px; }
QPushButton[kind="main"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: bold; }
QPushButton[kind="main"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="main"]:focus { border: 2px solid $accent; }
QPushButton[kind="main"]:disabled { background: $line; color: $text_disabled; border-color: $line; }
QPushButton[kind="danger"] { color: $error; border-color: $error; }
QPushButton[kind="danger"]:hover { background: $error_soft; }
QPushButton[kind="danger"]:focus { border: 2px solid $error; }
QPushButton[kind="danger"]:disabled { color: $text_disabled; border-color: $line; background: $sunken; }
QPushButton[kind="quiet"] { background: transparent; color: $accent; border-color: transparent;
  padding: ${xs_line}px ${s_line}px; }
QPushButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="quiet"]:focus { border: 2px solid $focus; padding: ${xs}px ${s}px; }
QPushButton[kind="quiet"]:disabled { color: $text_disabled; }
QPushButton[kind="chip"] { background: $surface; color: $text; border: 1px solid $field_line;
  border-radius: ${r_small}px; padding: 2px ${s_line}px; min-height: ${arrow}px; }
QPushButton[kind="chip"]:hover { background: $hover; }
QPushButton[kind="chip"]:checked { background: $accent_soft; color: $accent; border-color: $accent; }
QPushButton[kind="chip"]:focus { border: 2px solid $focus; padding: 1px ${s}px; }

QToolButton { background: transparent; color: $text; border: 1px solid transparent; border-radius: ${r_small}px;
  padding: ${xs_line}px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:open { background: $line; }
QToolButton:checked { background: $accent_soft; color: $accent; }
QToolButton:focus { border: 2px solid $focus; padding: ${xs}px; }
QToolButton:disabled { color: $text_disabled; }
QToolButton::menu-indicator { image: none; }
QToolButton[kind="tiny"] { padding: 1px; }
QToolButton[kind="tiny"]:focus { padding: 0; }
QToolButton[kind="tab"] { padding: ${s_line}px; text-align: left; }
QToolButton[kind="tab"]:focus { padding: ${s}px; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox { background: $surface; color: $text;
  border: 1px solid $field_line; border-radius: ${r}px; padding: ${xs_line}px ${s_line}px;
  selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $text_muted; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: ${control}px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QComboBox:hover, QAbstractSpinBox:hover {
  border-color: $mark_line; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QComboBox:on, QAbstractSpinBox:focus {
  border: 2px solid $focus; padding: ${xs}px ${s}px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
  color: $text_disabled; background: $sunken; border-color: $line; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] { border-color: $error; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus, QLineEdit[bare="true"]:hover { background: transparent;
  border: none; padding: ${xs}px ${s}px; }
QFrame[look="rail"] > QLineEdit[bare="true"]:focus { border: 2px solid $focus; padding: ${xs_ring}px ${s_ring}px; }
QPdfView { border: 1px solid $line; padding: 1px; }
QPdfView:focus { border: 2px solid $focus; padding: 0; }
QPlainTextEdit, QTextEdit { padding: ${xs_line}px ${edge_line}px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: ${xs}px ${edge}px; }

QComboBox { padding-$start: ${s_two_line}px; padding-$end: ${drop}px; }
QComboBox:focus, QComboBox:on { padding-$start: ${s_two}px; padding-$end: ${drop}px; }
QComboBox::drop-down { border: none; width: ${drop}px; subcontrol-origin: border; subcontrol-position: center right; }
QComboBox::down-arrow { image: $arrow_down; width: ${arrow}px; height: ${arrow}px; }
QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus { background: $surface; border: 1px solid $field_line;
  border-radius: 0; padding: ${xs}px; outline: 0; }
QComboBox QAbstractItemView::item { min-height: ${drop}px; padding: 0 ${s}px; border-radius: ${r_small}px; }
QComboBox QAbstractItemView::item:hover { background: $hover; color: $text; }
QComboBox QAbstractItemView::item:selected { background: $accent_soft; color: $text; }

QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QAbstractSpinBox QLineEdit:hover {
  background: transparent; border: none; padding: 0; min-height: 0; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; border: none; width: ${xl}px; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: $arrow_up; width: ${m}px; height: ${m}px; }
QAbstractSpinBox::down-arrow { image: $arrow_down; width: ${m}px; height: ${m}px; }

QCheckBox, QRadioButton { color: $text; spacing: ${s}px; min-height: ${xl}px; background: transparent; }
QCheckBox:disabled, QRadioButton:disabled { color: $text_disabled; }
QCheckBox::indicator, QRadioButton::indicator { width: ${check}px; height: ${check}px; border: 1px solid $mark_line;
  background: $surface; }
QCheckBox::indicator { border-radius: ${xs}px; }
QRadioButton::indicator { border-radius: ${check_round}px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: $tick; }
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent; image: $dash; }
QRadioButton::indicator:checked { background: $accent; border-color: $accent; image: $dot; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; background: $sunken; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { width: ${check_focus}px; height: ${check_focus}px;
  border: 2px solid $focus; }
QCheckBox::indicator:checked:focus { background: $surface; image: $tick_accent; }
QCheckBox::indicator:indeterminate:focus { background: $surface; image: $dash_accent; }
QRadioButton::indicator:checked:focus { background: $surface; image: $dot_accent; }

QListView, QTreeView, QTableView, QListWidget { background: $surface; color: $text; border: 1px solid $line;
  border-radius: ${r}px; outline: 0; gridline-color: $line; alternate-background-color: $sunken;
  selection-background-color: $accent_soft; selection-color: $text; padding: 1px; }
QListView:focus, QTreeView:focus, QTableView:focus { border: 2px solid $focus; padding: 0; }
QListView::item, QTreeView::item { min-height: ${drop}px; padding: 0 ${s}px; border-radius: ${r_small}px; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected { background: $accent_soft; color: $text; }
QListView::indicator, QTreeView::indicator { width: ${check}px; height: ${check}px; border: 1px solid $mark_line;
  border-radius: ${xs}px; background: $surface; }
QListView::indicator:checked, QTreeView::indicator:checked { background: $accent; border-color: $accent; image: $tick; }
QTableView::item { padding: ${xs}px ${s}px; }
QTableView::item:selected { background: $accent_soft; color: $text; }
QTableView::item:focus { border: 2px solid $focus; }
QTableView[look="lines"]::item { border-bottom: 1px solid $line; }
QTableView[look="lines"]::item:last, QTableView[look="lines"] QHeaderView::section:vertical:last {
  border-bottom-color: transparent; }
QTableView[look="lines"] QTableCornerButton::section { border-bottom: 1px solid $line; }
QTableView[look="lines"]::item:focus { border: 2px solid $focus; }
QListView[look="rows"], QListView[look="rows"]:focus { background: transparent; border: none; padding: 0; }
QHeaderView, QTableCornerButton::section { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $text_muted; border: none; border-bottom: 1px solid $line;
  padding: ${xs}px ${s}px; }
QHeaderView::section:horizontal { font-size: $caption; }
QHeaderView::section:vertical { color: $text; }
QTableView[look="figures"] QHeaderView::section { padding: ${xs}px ${cell}px; }

QScrollArea > QWidget > QWidget[look="clear"] { background: transparent; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: ${bar}px; margin: 0; }
QScrollBar:horizontal { height: ${bar}px; margin: 0; }
QScrollBar::handle { background: $field_line; border-radius: ${bar_round}px; margin: ${xs}px; }
QScrollBar::handle:hover { background: $mark_line; }
QScrollBar::handle:vertical { min-height: ${xl}px; }
QScrollBar::handle:horizontal { min-width: ${xl}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: $surface; color: $text; border: 1px solid $field_line; padding: ${xs}px; }
QMenu::item { padding: ${xs_line}px ${l}px; border-radius: ${r_small}px; background: transparent; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $text_disabled; }
QMenu::separator { height: 1px; background: $line; margin: ${xs}px ${s}px; }
QMenu::icon { padding-left: ${s}px; }
QMenu::right-arrow { image: $arrow_right; width: ${m}px; height: ${m}px; }
QMenuBar { background: $ground; color: $text; }
QMenuBar::item { padding: ${xs}px ${s}px; border-radius: ${r_small}px; background: transparent; }
QMenuBar::item:selected { background: $hover; }

QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $text_muted; border: 2px solid transparent; padding: ${xs}px ${m}px;
  border-radius: ${r_small}px; margin: 2px; }
QTabBar::tab:selected { color: $accent; background: $accent_soft; }
QTabBar::tab:focus { border-color: $focus; }
.QProgressBar { background: $line; border: none; border-radius: ${xs}px; max-height: ${s}px; min-height: ${s}px;
  color: transparent; }
.QProgressBar::chunk { background: $accent; border-radius: ${xs}px; }
QSlider::groove:horizontal { background: $line; height: ${xs}px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { background: $surface; border: 2px solid $accent; width: ${m}px; height: ${m}px;
  margin: -6px 0; border-radius: ${s}px; }
QSlider::handle:horizontal:focus { border-color: $text; background: $accent; }
QSplitter::handle { background: $line; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QStatusBar { background: $ground; color: $text_muted; }
QStatusBar::item { border: none; }
QGroupBox { border: 1px solid $line; border-radius: ${r}px; margin-top: ${m}px; padding: ${m}px; }
QGroupBox::title { subcontrol-origin: margin; left: ${m}px; color: $text; }

QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QCalendarWidget QToolButton { color: $text; icon-size: ${arrow}px; }
QCalendarWidget QToolButton#qt_calendar_prevmonth { qproperty-icon: $arrow_left; }
QCalendarWidget QToolButton#qt_calendar_nextmonth { qproperty-icon: $arrow_right; }
QCalendarWidget QTableView, QCalendarWidget QTableView:focus { background: $surface; color: $text; border: none;
  border-radius: 0;
  alternate-background-color: $surface; selection-background-color: $accent; selection-color: $on_accent; }
QCalendarWidget QTableView::item { padding: 0; border-radius: ${r_small}px; }
QCalendarWidget QTableView::item:selected { background: $accent; color: $on_accent; }
QCalendarWidget QAbstractItemView:disabled { color: $text_disabled; }
QCalendarWidget QSpinBox { min-height: 0; }
"""

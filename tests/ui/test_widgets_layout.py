"""Rows, columns and pages: nothing is cut, laid over another, or without a name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from counteroffer.ui.context import UiContext
from counteroffer.ui.gallery import fields_page, lists_page, open_gallery, signs_page
from counteroffer.ui.theme import Mode, Size, Theme
from counteroffer.ui.widgets import (
    Card,
    Column,
    FieldTexts,
    FlowLayout,
    FlowRow,
    LineField,
    Words,
)


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def row_of(*widths: int) -> tuple[QWidget, list[QWidget]]:
    holder = QWidget()
    flow = FlowLayout(holder, 10)
    made = []
    for width in widths:
        widget = QWidget()
        widget.setFixedSize(width, 20)
        flow.addWidget(widget)
        made.append(widget)
    return holder, made


def test_a_row_is_as_high_as_its_words_are_now(qtbot: QtBot, theme: Theme) -> None:
    words = [Words("short"), Words("short")]
    row = FlowRow(*words, least=100)
    qtbot.addWidget(row)
    row.show()
    low = row.heightForWidth(300)
    assert row.heightForWidth(100) > low
    words[1].setText("as long as it takes to need a second line in such a narrow column")
    high = row.heightForWidth(300)
    assert high > low
    words[1].hide()
    assert row.heightForWidth(300) == low
    words[1].show()
    theme.set_text_scale(1.5)
    try:
        assert row.heightForWidth(300) > high
    finally:
        theme.set_text_scale(1.0)


def test_a_flow_wraps_like_words(qtbot: QtBot) -> None:
    holder, made = row_of(100, 100, 100)
    qtbot.addWidget(holder)
    holder.resize(230, 100)
    holder.show()
    assert [widget.pos() for widget in made] == [QPoint(0, 0), QPoint(110, 0), QPoint(0, 30)]
    layout = holder.layout()
    assert layout is not None
    assert layout.heightForWidth(230) == 50
    assert layout.heightForWidth(400) == 20
    made[0].hide()
    assert layout.heightForWidth(230) == 20
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    layout.setGeometry(QRect(0, 0, 230, 100))
    assert made[1].x() == 130
    assert layout.takeAt(9) is None
    assert layout.itemAt(9) is None


def test_fields_side_by_side_go_under_one_another(qtbot: QtBot, ctx: UiContext) -> None:
    fields = [LineField(ctx, FieldTexts(f"Field {at}")) for at in range(3)]
    row = FlowRow(*fields, least=200)
    qtbot.addWidget(row)
    row.resize(700, 400)
    row.show()
    assert len({field.y() for field in fields}) == 1
    assert len({field.width() for field in fields}) == 1
    row.resize(450, 400)
    assert [field.y() for field in fields].count(0) == 2
    row.resize(300, 400)
    assert len({field.x() for field in fields}) == 1
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.resize(700, 400)
    assert fields[0].x() > fields[1].x() > fields[2].x()


def test_the_column_is_centred_and_no_wider_than_good(qtbot: QtBot, ctx: UiContext) -> None:
    column = Column("Offer", "What they offer.")
    qtbot.addWidget(column)
    card = Card("Pay")
    column.add(card)
    column.resize(1400, 700)
    column.show()
    assert card.width() == Size.COLUMN
    middle = card.mapTo(column, card.rect().center()).x()
    assert abs(middle - column.viewport().width() // 2) <= 2
    column.resize(420, 700)
    assert card.width() <= 420
    assert column.horizontalScrollBar().maximum() == 0


def test_the_column_brings_a_field_into_view(qtbot: QtBot, ctx: UiContext) -> None:
    column = Column("Offer")
    qtbot.addWidget(column)
    fields = [LineField(ctx, FieldTexts(f"Field {at}")) for at in range(40)]
    column.add(*fields)
    column.resize(600, 400)
    with qtbot.waitExposed(column):
        column.show()
    column.show_widget(fields[-1])
    assert column.verticalScrollBar().value() > 0
    assert column.top_of(fields[-1]) > column.top_of(fields[0])


PAGES = pytest.mark.parametrize("page", [fields_page, lists_page, signs_page])


@PAGES
@pytest.mark.parametrize(("width", "scale"), [(420, 1.0), (760, 1.0), (1200, 1.0), (760, 1.5)])
def test_nothing_is_cut_or_laid_over_another(
    qtbot: QtBot, ctx: UiContext, theme: Theme, page: object, width: int, scale: float
) -> None:
    theme.set_text_scale(scale)
    try:
        column = page(ctx)  # type: ignore[operator]
        qtbot.addWidget(column)
        column.resize(width, 900)
        with qtbot.waitExposed(column):
            column.show()
        assert column.horizontalScrollBar().maximum() == 0
        assert cut(column) == []
    finally:
        theme.set_text_scale(1.0)


def cut(page: QWidget) -> list[str]:
    """Words that have less room than they need, and widgets that lie over their neighbours."""
    found = []
    for label in page.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        if label.height() < needed or (not label.wordWrap() and label.width() < label.sizeHint().width()):
            found.append(f"{label.text()[:30]} {label.size()} needs {needed}")
    for parent in [page, *page.findChildren(QWidget)]:
        layout = parent.layout()
        if layout is None or not parent.isVisible():
            continue
        placed = [layout.itemAt(at) for at in range(layout.count())]
        rects = [item.geometry() for item in placed if item is not None and item.widget() and not item.isEmpty()]
        for at, one in enumerate(rects):
            for other in rects[at + 1 :]:
                if one.intersects(other):
                    found.append(f"{type(parent).__name__}: {one} over {other}")
    return found


def test_the_gallery_opens_in_both_themes(qtbot: QtBot, ctx: UiContext, theme: Theme) -> None:
    window = open_gallery(ctx)
    qtbot.addWidget(window)
    theme.set_mode(Mode.DARK)
    assert not window.grab().isNull()


@PAGES
def test_every_control_has_a_name(qtbot: QtBot, ctx: UiContext, page: object) -> None:
    column = page(ctx)  # type: ignore[operator]
    qtbot.addWidget(column)
    column.show()
    unnamed = [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in column.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or name_of(widget))
    ]
    assert unnamed == []


@PAGES
def test_nothing_is_a_window_of_its_own_while_it_is_made(qtbot: QtBot, ctx: UiContext, page: object) -> None:
    shown: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(type(watched).__name__)
            return False

    watch = Watch()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    try:
        column = page(ctx)  # type: ignore[operator]
        qtbot.addWidget(column)
    finally:
        app.removeEventFilter(watch)
    assert shown == []

"""The bare inputs under the field editors.

They give Ctrl+Z and the window's other keys up to it, whose undo covers the whole workbook; they take the wheel only
when they have the keyboard; and they say when the person has left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QMimeData, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QStylePainter,
    QToolButton,
    QWidget,
)

from counteroffer.ui.theme.tokens import Size, Space
from counteroffer.ui.widgets.cleaning import many_lines, one_line

# A widget can have only one of Qt's classes above it, so what several inputs share is mixed in beside that one.
if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object

_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
_CLEARS = "_q_qlineeditclearaction"
"""What Qt calls its own action of the button that empties a line."""
_WINDOW_KEYS = (Qt.Key.Key_E, Qt.Key.Key_F, Qt.Key.Key_H, Qt.Key.Key_K, Qt.Key.Key_L, Qt.Key.Key_N, Qt.Key.Key_P)


def is_window_key(event: QEvent) -> bool:
    """Whether a key event is the window's: undo, redo, or a letter that some systems use to move within a line."""
    if not isinstance(event, QKeyEvent):
        return False
    if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
        return True
    return event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in _WINDOW_KEYS


def _without_undo(menu: QMenu) -> QMenu:
    for action in menu.actions():
        if action.objectName() in ("edit-undo", "edit-redo"):
            menu.removeAction(action)
    first = menu.actions()[:1]
    if first and first[0].isSeparator():
        menu.removeAction(first[0])
    return menu


def _open_menu(usual: QMenu, event: QContextMenuEvent) -> None:
    menu = _without_undo(usual)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(event.globalPos())


class _Left(_Widget):
    """Says when the person has left the input; a menu that opens over it is no leaving."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit()


class _Typed(_Left):
    """What the inputs for typing share: the window's keys are given up to it."""

    edited = Signal()
    escaped = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and is_window_key(event):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_window_key(event):
            event.ignore()
            return
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            self.escaped.emit()
            return
        super().keyPressEvent(event)


class LineInput(_Typed, QLineEdit):
    """One line of text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textEdited.connect(self._on_edit)

    def show_text(self, text: str) -> None:
        """Put a text in from outside; the cursor stays where the text is the same."""
        if text != self.text():
            at, ended = self.cursorPosition(), self.cursorPosition() == len(self.text())
            self.setText(text)
            if not self.hasFocus():
                self.setCursorPosition(0)
            elif not ended:
                self.setCursorPosition(min(at, len(text)))

    def _on_edit(self, text: str) -> None:
        clean = one_line(text)
        if clean != text:
            behind = len(one_line(text[self.cursorPosition() :]))
            self.setText(clean)
            self.setCursorPosition(len(clean) - behind)
        self.edited.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        _open_menu(self.createStandardContextMenu(), event)


class TextInput(_Typed, QPlainTextEdit):
    """Several lines of text; as high as its text, within bounds. Tab leaves it."""

    menu_wanted = Signal(object, object)
    """Its menu (a QMenu) is about to open, for the place in the text where a QTextCursor stands."""

    def __init__(
        self, least: int = Size.LEAST_LINES, most: int = Size.MOST_LINES, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._showing = self._fitting = False
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._on_change)
        self._fit()

    def text(self) -> str:
        """The text as it is, no-break spaces included, which toPlainText would turn into plain ones."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def show_text(self, text: str) -> None:
        """Put a text in from outside; the cursor stays where the text is the same."""
        if text == self.text():
            return
        at, ended = self.textCursor().position(), self.textCursor().atEnd()
        self._showing = True
        self.setPlainText(text)
        self._showing = False
        cursor = self.textCursor()
        last = self.document().characterCount() - 1
        cursor.setPosition((last if ended else min(at, last)) if self.hasFocus() else 0)
        self.setTextCursor(cursor)
        self._fit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.textCursor().insertText(many_lines(source.text()))
        self.ensureCursorVisible()

    def _on_change(self) -> None:
        self._fit()
        if not self._showing:
            self.edited.emit()

    def _fit(self) -> None:
        """As high as the text, counted in lines of the screen."""
        layout = self.document().documentLayout()
        line = QFontMetrics(self.font()).lineSpacing()
        height, most = 0.0, float(self._most * line)
        block = self.document().firstBlock()
        while block.isValid() and height <= most:
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        wanted = min(max(height, float(self._least * line)), most)
        frame = self.contentsMargins().top() + self.contentsMargins().bottom()
        margin = 2 * self.document().documentMargin()
        around = self.height() - self.viewport().height() if self.isVisible() else frame
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if height > most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._fitting = True
        self.setVerticalScrollBarPolicy(policy)
        self.setFixedHeight(round(wanted + margin + max(around, frame)) + 1)
        self._fitting = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Its own bar comes and goes with its height, which makes it narrower and wider too: that must not go round.
        if event.oldSize().width() != event.size().width() and not self._fitting:
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        bar = self.verticalScrollBar()
        if self.hasFocus() and bar.minimum() < bar.maximum():
            super().wheelEvent(event)
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        menu = self.createStandardContextMenu()
        self.menu_wanted.emit(menu, self.cursorForPosition(event.pos()) if by_mouse else self.textCursor())
        _open_menu(menu, event)


def let_clear(line: QLineEdit, icon: QIcon, words: str) -> None:
    """Offer a small button in the line that empties it; `words` is what that is called."""
    line.setClearButtonEnabled(True)
    action = line.findChild(QAction, _CLEARS)
    if action is not None:
        action.setIcon(icon)
    for button in line.findChildren(QToolButton):
        button.setAccessibleName(words)
        button.setToolTip(words)


class RoomyItems(QStyledItemDelegate):
    """Entries of a list as high as any other control: sizes of items in a style sheet come too late for the layout.

    The height is reckoned from the type alone. The style's own has the sheet's size in it or not, depending on when it
    is asked.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(option.fontMetrics.height() + Space.M, Size.CONTROL - Space.XS))


class ComboInput(_Left, QComboBox):
    """A choice from a list. The wheel scrolls the page unless the box has the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        # The box's own delegate paints menu entries, which the style sheet does not reach.
        self.setItemDelegate(RoomyItems(self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._typed = QElapsedTimer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Letters seek a choice. A space amid them is part of its name ("days a week") and does not open the list.
        seeking = self._typed.isValid() and self._typed.elapsed() < QApplication.keyboardInputInterval()
        if event.key() == Qt.Key.Key_Space and seeking:
            event = QKeyEvent(event.type(), Qt.Key.Key_unknown, event.modifiers(), event.text())
        if event.text().strip() and event.text().isprintable():
            self._typed.start()
        super().keyPressEvent(event)

    def showPopup(self) -> None:
        # Long choices are read in full, even if the box is narrow.
        widest = max((self.fontMetrics().horizontalAdvance(self.itemText(at)) for at in range(self.count())), default=0)
        self.view().setMinimumWidth(max(self.width(), min(widest + 3 * Size.CONTROL, Size.COLUMN)))
        super().showPopup()
        self._make_room()

    def _make_room(self) -> None:
        """Make the list as high as its entries. Qt forgets the line around it, and then hides the last entry behind a
        strip for scrolling; one that does not fit on the screen is short of more than that, and stays as it is. And it
        leaves an edge free above and below, with a second line around that."""
        view, around = self.view(), self.view().window()
        layout = around.layout()
        if layout is None:
            return
        rows = [view.sizeHintForRow(at) for at in range(self.count())]
        items = [item for at in range(layout.count()) if (item := layout.itemAt(at)) is not None]
        for item in items:
            if (edge := item.spacerItem()) is not None:
                edge.changeSize(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        layout.invalidate()
        short = sum(rows) + view.height() - view.viewport().height() - around.height()
        if abs(short) < min(rows, default=0):
            for strip in items:
                if (part := strip.widget()) is not None and part is not view:
                    part.hide()
            place = around.geometry()
            below = place.bottom() + short > around.screen().availableGeometry().bottom()
            around.setGeometry(place.adjusted(0, -short, 0, 0) if below else place.adjusted(0, 0, 0, short))
            view.scrollToTop()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """What does not fit ends in dots, as it does everywhere else; Qt would only cut it off."""
        box, option = QStyle.ComplexControl.CC_ComboBox, QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(box, option, QStyle.SubControl.SC_ComboBoxEditField, self)
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, field.width()
        )
        painter = QStylePainter(self)
        painter.drawComplexControl(box, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def minimumSizeHint(self) -> QSize:
        return QSize(Size.CONTROL * 2, super().minimumSizeHint().height())

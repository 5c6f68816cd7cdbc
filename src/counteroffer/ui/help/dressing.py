"""A help page as it is seen: Markdown set in the app's type and colours, for the screen and for paper."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from counteroffer.ui.theme import Colours, Space, Theme, Type

_FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
_LINE_HEIGHT = 130.0
"""Per cent of the type's own."""
_SIZES = {1: Type.TITLE, 2: Type.SECTION}
_Property = QTextFormat.Property


def dress(document: QTextDocument, markdown: str, theme: Theme, colours: Colours) -> None:
    """Put a text into a document, in the theme's type and in these colours."""
    document.setDefaultFont(theme.font())
    document.setIndentWidth(Space.XL)
    document.setMarkdown(markdown, _FEATURES)
    for block in _blocks(document):
        _dress_block(block, theme, colours)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, colours)


def plain_text(markdown: str) -> str:
    """A page as it is read, without its title."""
    document = QTextDocument()
    document.setMarkdown(markdown, _FEATURES)
    return document.toPlainText().partition("\n")[2]


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _dress_block(block: QTextBlock, theme: Theme, colours: Colours) -> None:
    shape = block.blockFormat()
    level = shape.headingLevel()
    quoted = bool(shape.property(_Property.BlockQuoteLevel))
    in_table = QTextCursor(block).currentTable() is not None
    after_list = block.textList() is None and block.previous().textList() is not None
    shape.setTopMargin(Space.XL if level == 2 else Space.S if after_list else 0)
    shape.setBottomMargin(0 if in_table else Space.XS if block.textList() else Space.M)
    shape.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if quoted:
        shape.setLeftMargin(Space.L)
        shape.setRightMargin(0)
    if shape.hasProperty(_Property.BlockCodeFence):
        shape.setBackground(QBrush(QColor(colours.sunken)))
        shape.setNonBreakableLines(False)
    if shape.hasProperty(_Property.BlockTrailingHorizontalRulerWidth):
        shape.setBackground(QBrush(QColor(colours.line)))
    cursor = QTextCursor(block)
    cursor.setBlockFormat(shape)
    # Taken before anything is changed: setting one may join it with its neighbour.
    fragments = [(one.position(), one.length(), one.charFormat()) for one in _fragments(block)]
    for at, length, look in fragments:
        _dress_words(look, level, quoted, theme, colours)
        cursor.setPosition(at)
        cursor.setPosition(at + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(look)


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    walk = block.begin()
    while not walk.atEnd():
        yield walk.fragment()
        walk += 1


def _dress_words(look: QTextCharFormat, level: int, quoted: bool, theme: Theme, colours: Colours) -> None:
    look.clearProperty(_Property.FontSizeAdjustment)
    look.setFontPointSize(_SIZES.get(level, Type.BODY) * theme.text_scale)
    look.setForeground(QBrush(QColor(colours.text_muted if quoted else colours.text)))
    if look.isAnchor():
        look.setForeground(QBrush(QColor(colours.accent)))
        look.setFontUnderline(True)


def _dress_table(table: QTextTable, colours: Colours) -> None:
    shape = table.format()
    shape.setBorder(1)
    shape.setBorderCollapse(True)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderBrush(QBrush(QColor(colours.line)))
    shape.setCellPadding(Space.XS)
    shape.setCellSpacing(0)
    shape.setBottomMargin(Space.M)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(shape)

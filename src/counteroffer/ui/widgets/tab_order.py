"""The order in which Tab goes: what is made late would come last, so it is put where it stands on the page."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def stops(part: QWidget) -> list[QWidget]:
    """What takes the keyboard with Tab in a part of a page."""
    window = part.window()
    # The list that a choice opens is a window of its own.
    return [one for one in (part, *part.findChildren(QWidget)) if _is_stop(one) and one.window() is window]


def stop_before(part: QWidget) -> QWidget | None:
    """What Tab comes from when it comes to a part; None if there is nothing else."""
    own = stops(part)
    if not own:
        return None
    # Only what takes the keyboard keeps its place; the frames around it stand anywhere in Qt's chain.
    before: QWidget | None = own[0].previousInFocusChain()
    while before is not None and before is not own[0]:
        if _is_stop(before) and before not in own:
            return before
        before = before.previousInFocusChain()
    return None


def last_stop(part: QWidget) -> QWidget | None:
    """What Tab comes to last in a part of a page, hidden or not; None if nothing in it takes the keyboard."""
    own = stops(part)
    for one in own:
        following = one.nextInFocusChain()
        while following is not None and following is not one and not _is_stop(following):
            following = following.nextInFocusChain()
        if following not in own:
            return one
    return own[-1] if own else None


def put_after(before: QWidget | None, part: QWidget) -> None:
    """Have Tab go from a widget to a part, and through it."""
    for stop in stops(part):
        if before is not None:
            QWidget.setTabOrder(before, stop)
        before = stop


def put_in_order(part: QWidget) -> None:
    """Have Tab go through a part of a window in the order in which it is laid out, which is that of reading."""
    before: QWidget | None = None
    for stop in _as_laid_out(part):
        if before is not None:
            QWidget.setTabOrder(before, stop)
        before = stop


def _as_laid_out(part: QWidget) -> Iterator[QWidget]:
    # Also what Tab passes by at present and may stop at later.
    if part.focusPolicy() is not Qt.FocusPolicy.NoFocus and part.focusProxy() is None:
        yield part
    inner = list(laid_out_in(part))
    for one in inner:
        yield from _as_laid_out(one)
    if not inner:
        # Qt's own composed widgets, such as a line with a button in it.
        yield from (one for one in stops(part) if one is not part)


def laid_out_in(part: QWidget) -> Iterator[QWidget]:
    """The widgets that lie directly in another one, in the order in which it lays them out."""
    if isinstance(part, QScrollArea):
        inner = part.widget()
        if inner is not None:
            yield inner
    elif (layout := part.layout()) is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield widget
        elif (inner := item.layout()) is not None:
            yield from _in_layout(inner)


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None

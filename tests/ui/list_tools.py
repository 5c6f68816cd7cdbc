"""What the tests of the list editor share: an owner that answers as a page does."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from counteroffer.ui.widgets import ItemList, Row

NAMES = ("Base pay", "Remote days", "Start date", "Title")


class Keeper:
    """Answers a list's signals as a page does, and writes them down."""

    def __init__(self, qtbot: QtBot, view: ItemList, names: tuple[str, ...] = NAMES) -> None:
        self.view = view
        self.rows = [Row(str(at), name) for at, name in enumerate(names)]
        self.said: list[tuple[object, ...]] = []
        view.inserted.connect(self.insert)
        view.removed.connect(self.remove)
        view.moved.connect(self.move)
        view.selected.connect(lambda identity: self.said.append(("selected", identity)))
        view.opened.connect(lambda identity: self.said.append(("opened", identity)))
        view.set_items(self.rows)
        qtbot.addWidget(view)
        view.resize(480, 600)
        with qtbot.waitExposed(view):
            view.show()
        view.activateWindow()

    def insert(self, at: int) -> None:
        self.said.append(("inserted", at))
        self.rows.insert(at, Row("new", ""))
        self.view.set_items(self.rows)
        self.view.select("new")

    def remove(self, identity: str) -> None:
        self.said.append(("removed", identity))
        self.rows = [row for row in self.rows if row.id != identity]
        self.view.set_items(self.rows)

    def move(self, identity: str, to: int) -> None:
        self.said.append(("moved", identity, to))
        row = next(row for row in self.rows if row.id == identity)
        self.rows.remove(row)
        self.rows.insert(to, row)
        self.view.set_items(self.rows)

    def order(self) -> str:
        return "".join(row.id for row in self.rows)

    def at(self, row: int, part: float = 0.5) -> QPoint:
        rect = self.view.view.visualRect(self.view.rows.index(row))
        return QPoint(rect.center().x(), rect.top() + round(rect.height() * part))

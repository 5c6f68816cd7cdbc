"""On the Priorities page: what each level of the term is worth, and on demand how that was reckoned."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from counteroffer.analysis.results import Source, Worth
from counteroffer.domain.terms import Term
from counteroffer.ui.context import N_
from counteroffer.ui.forms import Form
from counteroffer.ui.pages.live import Live
from counteroffer.ui.reading import write_list
from counteroffer.ui.theme import Space
from counteroffer.ui.widgets import Caption, FlowRow, Words
from counteroffer.ui.widgets.disclosure import Fold
from counteroffer.ui.words_for import joined, level_words
from counteroffer.ui.worth_lines import Lines, Told, after_tax_words, levels_of, told, too_close_to, traces
from counteroffer.ui.worth_words import Purse, worth_of

HALF = 180
"""The width below which a level and its worth no longer stand side by side."""
SLOTS = ("opening", "target", "acceptable", "walk_away")


class LevelWorth(QWidget):
    """One level: what it is on the left, what it is worth on the right."""

    def __init__(self) -> None:
        super().__init__()
        left, right = QWidget(), QWidget()
        self.title, self.level = Words("", "strong"), Caption()
        self.figure, self.spread = Words("", "strong"), Words()
        self.course, self.source, self.close_to = Caption(), Caption(), Caption()
        for place, parts in ((left, (self.title, self.level)), (right, self._facts())):
            column = QVBoxLayout(place)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(Space.XS)
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FlowRow(left, right, least=HALF))

    def show_worth(self, title: str, level: str, said: Told, close: str = "") -> None:
        """Show a level and its worth. `close` says what it cannot be told apart from."""
        self.title.setText(title)
        self.level.setText(level)
        texts = (said.figure, said.spread, said.course, said.source, close)
        for label, text in zip(self._facts(), texts, strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        self.setAccessibleName(joined(title, level, *texts))

    def _facts(self) -> tuple[Words, ...]:
        return self.figure, self.spread, self.course, self.source, self.close_to


class WorthResults(Live):
    """A line for each level that holds something. It follows the workbook a moment after the last keystroke."""

    def __init__(self, form: Form) -> None:
        super().__init__(form.bridge)
        _ = form.ctx.translate
        self._form = form
        self._titles = {slot: _(Term.model_fields[slot].title or "") for slot in SLOTS}
        self._found: list[tuple[str, str, Worth]] = []
        self.rows: dict[str, LevelWorth] = {}
        self.basis = Caption()
        self.empty = Words(_(N_("Put in a level above, and what it is worth will stand here.")), "muted")
        self.fold = Fold(form.ctx, _("How this is reckoned"))
        self.fold.body.column.setContentsMargins(0, 0, 0, 0)
        self.fold.button.toggled.connect(lambda on: self._show_steps() if on else None)
        self._steps: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.M)
        self._column.addWidget(self.basis)
        self._column.addWidget(self.empty)
        self._column.addWidget(self.fold.button, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(self.fold.body)
        form.follow(lambda _path: self.turn_to())

    def refresh(self) -> None:
        """Reckon anew, if there is a term to reckon with."""
        term = self._form.item
        if not isinstance(term, Term):
            return
        book = self._form.bridge.workbook
        purse = Purse(book, self._form.ctx)
        option = self._form.ctx.translate("A level between")
        levels = list(levels_of(term, self._titles, option))
        self._found = [(key, title, worth_of(book, term, level)) for key, title, level in levels]
        self._keep_rows({key for key, _title, _found in self._found})
        close = self._close_words(term)
        said = [told(found, purse) for _key, _title, found in self._found]
        gains = [one.source for one, (_k, _t, found) in zip(said, self._found, strict=True) if _brings(found)]
        # What holds for all of them is said once, above.
        alike = gains[0] if len(gains) > 1 and len(set(gains)) == 1 else ""
        for (key, title, level), words in zip(levels, said, strict=True):
            written = level_words(level.value, term.unit, book.situation.currency, self._form.ctx)
            words = replace(words, source="") if words.source == alike else words
            self._row(key).show_worth(title, written, words, close if key == "target" else "")
        self.basis.setText(" ".join(part for part in (alike, after_tax_words(book, purse)) if part))
        self.basis.setVisible(bool(levels))
        self.empty.setVisible(not levels)
        reckoned = any(found.trace for _key, _title, found in self._found)
        self.fold.button.setVisible(reckoned)
        self.fold.body.setVisible(reckoned and self.fold.is_open)
        if self.fold.is_open:
            self._show_steps()

    def _close_words(self, term: Term) -> str:
        names = too_close_to(self._form.bridge.workbook, term)
        if not names:
            return ""
        names = tuple(f"“{name}”" for name in names)
        sentence = self._form.ctx.translate("Too close to tell from {terms}: either could be worth more.")
        return sentence.format(terms=write_list(names, self._form.ctx.locale))

    def _keep_rows(self, wanted: set[str]) -> None:
        for key in [key for key in self.rows if key not in wanted]:
            row = self.rows.pop(key)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _row(self, key: str) -> LevelWorth:
        """The row of a level, at its place in the order of the levels."""
        if key not in self.rows:
            row = self.rows[key] = LevelWorth()
            at = [one for one, _title, _found in self._found].index(key)
            self._column.insertWidget(self._column.indexOf(self.empty) + 1 + at, row)
        return self.rows[key]

    def _show_steps(self) -> None:
        """The steps of every level, made only while somebody wants to see them."""
        if self._steps is not None:
            self.fold.body.column.removeWidget(self._steps)
            self._steps.hide()
            self._steps.deleteLater()
        purse = Purse(self._form.bridge.workbook, self._form.ctx)
        self._steps = QWidget()
        grid = QGridLayout(self._steps)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        reckoned = [(title, found) for _key, title, found in self._found if found.trace]
        shared, own = traces([found for _title, found in reckoned], purse) if reckoned else ((), ())
        if shared:
            _lines(grid, self._form.ctx.translate("The same for every level"), shared)
        for (title, _found), lines in zip(reckoned, own, strict=True):
            _lines(grid, title, lines)
        self.fold.body.column.addWidget(self._steps)


def _brings(found: Worth) -> bool:
    """Whether there is something that the level brings."""
    return found.known and found.source is not Source.NO_GAIN


def _lines(grid: QGridLayout, title: str, lines: Lines) -> None:
    """A heading, and below it what each figure is and the figure."""
    if grid.rowCount() > 1:
        grid.setRowMinimumHeight(grid.rowCount(), Space.S)
    grid.addWidget(Words(title, "strong"), grid.rowCount(), 0, 1, 2)
    for label, figure in lines:
        at = grid.rowCount()
        if not figure:
            grid.addWidget(Words(label), at, 0, 1, 2)
            continue
        amount = Words(figure)
        amount.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Words(label, "muted"), at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(amount, at, 1)

"""The terms as a table for a spreadsheet. It holds the limits and what was agreed: it is for the person alone.

A spreadsheet takes a cell that begins with =, +, - or @ for a formula, and some act on it. Words that begin so
therefore get an apostrophe before them, also behind a semicolon, which parts the cells where the comma is for
decimals.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from counteroffer.domain.levels import Kind, Unit, Value, content, is_blank
from counteroffer.domain.terms import Term
from counteroffer.domain.words import N_
from counteroffer.domain.workbook import Workbook

Cell = str | int | Decimal

COLUMNS = (
    N_("Rank"),
    N_("Term"),
    N_("Counted in"),
    N_("Which way is better"),
    N_("What you do with it"),
    N_("How much hangs on it"),
    N_("Offered"),
    N_("Today"),
    N_("By law"),
    N_("Opening"),
    N_("Target"),
    N_("Acceptable"),
    N_("Walk-away"),
    N_("Agreed"),
    N_("From when"),
)
"""The headings, as message ids."""

# What comes before the sign is passed over, as some spreadsheets do. The wide signs are those of East Asian keyboards.
_FORMULA = re.compile(r"^(?=[\s\ufeff]*[=+\-@＝＋－＠]|[\t\r\n])|(?<=;)(?=[=+\-@＝＋－＠\t])")
_PLAIN_NEGATIVE = re.compile(r"-[0-9]+(?:\.[0-9]+)?")


def terms_csv(workbook: Workbook, translate: Callable[[str], str] = str) -> str:
    """All terms by rank, one a line; figures plain, such as 85000.50, and days as 2027-03-31."""
    table = io.StringIO(newline="")
    writer = csv.writer(table, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([translate(column) for column in COLUMNS])
    for rank, term in enumerate(workbook.terms, start=1):
        writer.writerow([_safe(cell) for cell in _row(rank, term, workbook.situation.currency, translate)])
    return table.getvalue()


def as_file(table: str) -> bytes:
    """The table as bytes that spreadsheets read as UTF-8, whatever the system's own way of writing."""
    return table.encode("utf-8-sig")


def _row(rank: int, term: Term, currency: str, translate: Callable[[str], str]) -> list[Cell]:
    counted = translate(term.unit.label)
    aims = (term.opening, term.target, term.acceptable, term.walk_away)
    levels = (term.offered.value, term.today, term.by_law, *(level.value for level in aims))
    return [
        rank,
        term.name,
        f"{counted} ({currency})" if term.unit.kind is Kind.AMOUNT else counted,
        "" if term.unit is Unit.TEXT else translate(term.direction.label),
        translate(term.purpose.label),
        translate(term.importance.label) if term.importance is not None else "",
        *(_cell(value, translate) for value in levels),
        term.agreed.wording if is_blank(term.agreed.value) else _cell(term.agreed.value, translate),
        term.agreed.starts or term.starts,
    ]


def _cell(value: Value | None, translate: Callable[[str], str]) -> Cell:
    if value is None:
        return ""
    held = content(value)
    if isinstance(held, bool):
        return translate("yes") if held else translate("no")
    if isinstance(held, date):
        return held.isoformat()
    return held


def _safe(cell: Cell) -> Cell:
    """Words as words, never as a formula."""
    if not isinstance(cell, str) or _PLAIN_NEGATIVE.fullmatch(cell):
        return cell
    return _FORMULA.sub("'", cell)

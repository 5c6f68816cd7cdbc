"""What the tests of the pages about terms share: a workbook with terms in it, and a term with something everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from counteroffer.domain.alternatives import Cushion, InSteps, PerformanceTied, Substitute, TimedRise, Trial
from counteroffer.domain.base import Frozen, Item
from counteroffer.domain.edits import Path
from counteroffer.domain.justifications import Gain, Justification, Objection, Reason
from counteroffer.domain.levels import AmountValue, NumberValue, Unit
from counteroffer.domain.money import Estimate
from counteroffer.domain.research import Achievement, Finding, Interest, Research
from counteroffer.domain.terms import FormulaInput, Importance, Level, Offered, Option, Purpose, Term, Valuation
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.pages.page import Page
from counteroffer.ui.tabs import tab_of
from counteroffer.ui.widgets import FieldEditor, ItemList
from counteroffer.ui.widgets.disclosure import unfold

PAY = Term(
    id="pay",
    name="Base pay",
    importance=Importance.MUST,
    offered=Offered(value=AmountValue(amount="50000")),
    target=Level(value=AmountValue(amount="55000")),
    options=(Option(id="half", label="Half of it", value=AmountValue(amount="52500")), Option(id="more")),
    valuation=Valuation(formula="base_pay", inputs=(FormulaInput(id="hours"),)),
    justification=Justification(
        reasons=(Reason(id="r1", statement="The range says so"), Reason(id="r2")),
        gains=(Gain(id="g1"),),
        objections=(Objection(id="o1"),),
    ),
    alternatives=(
        Substitute(id="a1"),
        PerformanceTied(id="a2"),
        Trial(id="a3"),
        TimedRise(id="a4"),
        Cushion(id="a5"),
        InSteps(id="a6"),
    ),
)
DAYS = Term(
    id="days",
    name="Paid days off",
    unit=Unit.DAYS_YEAR,
    importance=Importance.FLEXIBLE,
    offered=Offered(value=NumberValue(number="25")),
    opening=Level(value=NumberValue(number="30")),
    target=Level(value=NumberValue(number="28")),
    valuation=Valuation(hangs_on="pay"),
)
BUS = Term(id="bus", name="Bus pass", purpose=Purpose.TRADE)
RESEARCH = Research(
    findings=(Finding(id="f1", statement="Analysts are paid 54,000"), Finding(id="f2", source="Union scale")),
    achievements=(Achievement(id="c1", what="I led the move"),),
    interests=(Interest(id="i1", statement="The site must open before the summer"),),
)
WORKBOOK = Workbook(id="book", terms=(PAY, DAYS, BUS), research=RESEARCH)


def editor(page: Page, *path: str) -> FieldEditor:
    """The editor of the field at a path, gone to as find and undo do."""
    found = [field for holder in page._holders if (field := holder.field_at(path)) is not None]
    assert isinstance(found[0], FieldEditor), path
    unfold(found[0])
    assert found[0].path == path
    return found[0]


def drag(items: ItemList, start: int, to: int) -> None:
    """Pull a row of a list to the upper edge of another with the mouse."""
    view = items.view
    port = view.viewport()
    begin = view.visualRect(items.rows.index(start)).center()
    end = QPoint(begin.x(), view.visualRect(items.rows.index(to)).top() + 2)
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(port, QPoint(begin.x(), (begin.y() + end.y()) // 2))
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)


def leaves(model: Frozen, path: Path) -> Iterator[Path]:
    """The paths of everything in a model that a person fills in."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        if name in ("id", "kind"):
            continue
        if isinstance(value, Frozen) and not isinstance(value, Estimate) and name not in ("value", "now", "later"):
            if type(value).__module__.endswith(".levels"):
                yield (*path, name)
            else:
                yield from leaves(value, (*path, name))
        elif isinstance(value, tuple) and value and all(isinstance(one, Item) for one in value):
            for one in value:
                yield from leaves(one, (*path, name, one.id))
        else:
            yield (*path, name)


def fields_of(tab: str) -> list[Path]:
    """What of the fullest term is filled in on a page."""
    return [path for path in leaves(PAY, ("terms", "pay")) if tab_of(path) == tab]


def out_of_reading_order(page: QWidget) -> list[str]:
    """What Tab comes to before something that stands above it."""
    stops = []
    here = page.nextInFocusChain()
    while here is not page:
        wanted = here.focusPolicy() & Qt.FocusPolicy.TabFocus and here.focusProxy() is None
        if wanted and here.isVisible() and page.isAncestorOf(here):
            stops.append((here.mapTo(page, QPoint(0, here.height())).y(), here.accessibleName()))
        here = here.nextInFocusChain()
    return [after for (y, _name), (below, after) in pairwise(stops) if below < y - 12]

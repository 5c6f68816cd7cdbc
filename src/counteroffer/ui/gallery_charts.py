"""All charts of the app in the gallery, in all their states, with invented figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from PySide6.QtWidgets import QWidget

from counteroffer.analysis.interval import Interval, between, exactly
from counteroffer.domain.levels import AmountValue, Unit, ValueRange
from counteroffer.domain.terms import Level, Offered, Term
from counteroffer.ui.charts.axes import Write
from counteroffer.ui.charts.bars import Bar, BarChart
from counteroffer.ui.charts.chart import Chart
from counteroffer.ui.charts.data_table import DataTable
from counteroffer.ui.charts.range_strip import RangeStrip
from counteroffer.ui.charts.scatter import Dot, ScatterChart
from counteroffer.ui.charts.timeline import Event, TimelineChart
from counteroffer.ui.charts.tornado import Swing, TornadoChart
from counteroffer.ui.context import UiContext
from counteroffer.ui.reading import write_money
from counteroffer.ui.widgets import Caption, Card, Column

_PACKAGES = ((54, 61), (57, 60), (60, 57), (62, 52), (63, 44), (55, 50), (58, 46), (51, 55), (60, 41), (53, 43))
_NAMED = {1: "B", 2: "Recommended", 4: "All of pay"}
_DAYS = (
    (-40, "Applied"),
    (-21, "First call"),
    (-9, "Offer in writing"),
    (-8, "Asked for time"),
    (0, "Talk with Dana Whitlock"),
    (3, "Reply due"),
    (4, "The other employer answers"),
    (31, "First day"),
)
_SWINGS = (
    ("Bonus paid out", 52_400, 57_100, True),
    ("Days at home a week", 53_900, 56_200, False),
    ("Hours a week", 54_100, 55_600, True),
    ("Employer’s part of the pension", 54_700, 55_300, False),
    ("Course budget", 54_980, 55_020, False),
)


def charts_page(ctx: UiContext) -> Column:
    """Each chart as it usually is, at its limits, and with nothing in it."""
    page = Column(
        "Charts", "One stop of the Tab key each; arrow keys walk. The menu key offers the picture and the table."
    )
    page.add(
        _card("Bars", bars(ctx), bars(ctx, huge=True), BarChart(ctx, "No sums")),
        _card("Range strip", *(strip(ctx, *three) for three in ((48, 54, 58), (54, 54, 54), (53, 54, 55)))),
        _card("Scatter with its frontier", scatter(ctx), scatter(ctx, _PACKAGES[:1]), scatter(ctx, ())),
        _card("Timeline", timeline(ctx), timeline(ctx, _DAYS[3:6]), timeline(ctx, ())),
        _card("Tornado", tornado(ctx), tornado(ctx, _SWINGS[-1:]), tornado(ctx, ())),
        _card("Table", _table(bars(ctx))),
    )
    return page


def bars(ctx: UiContext, *, huge: bool = False) -> BarChart:
    """Sums of packages; `huge` are in the billions, below zero, and with long names."""
    chart = BarChart(ctx, "Huge sums" if huge else "Packages by their worth a year")
    times = 1_000_000 if huge else 1
    sums = [
        _bar(ctx, "The offer", exactly(56_000 * times), 56_000 * times),
        _bar(ctx, "Recommended package", between(59_000 * times, 61_400 * times, 64_000 * times), 56_000 * times),
        _bar(ctx, "Best alternative", exactly(58_500 * times), 0, line=True),
    ]
    if huge:
        sums.insert(1, _bar(ctx, "Below zero, and called so that it never fits on one line", exactly(-8 * 10**9), 0))
    chart.show_bars(sums, "What each package is worth a year.", ("Package", "A year"))
    return chart


def strip(ctx: UiContext, low: int, typical: int, high: int) -> RangeStrip:
    """A range in thousands, and the same term in it each time."""
    made = RangeStrip(ctx)
    found = ValueRange(low=_amount(low), typical=_amount(typical), high=_amount(high))
    pay = Term(name="Pay", offered=Offered(value=_amount(50)), target=Level(value=_amount(55)), today=_amount(49))
    made.show_range("Where “Base pay” stands in it", found, Unit.MONEY_YEAR, pay, "EUR")
    return made


def scatter(ctx: UiContext, figures: Sequence[tuple[int, int]] = _PACKAGES) -> ScatterChart:
    """Packages by what they are worth to both sides, in thousands."""
    money = _writer(ctx)
    chart = ScatterChart(ctx, "Packages", "Worth to you a year", "Left for them", (money, money))
    dots = []
    for at, (you, they) in enumerate(figures):
        across, up = Fraction(1000 * you), Fraction(1000 * they)
        best = not any(a >= you and b >= they and (a, b) != (you, they) for a, b in figures)
        said = f"Package {at + 1}: {money(across)} to you, {money(up)} to them"
        dots.append(Dot(across, up, said, (f"Package {at + 1}", money(across), money(up)), _NAMED.get(at, ""), best))
    chart.show_dots(dots, "Packages by their worth to both sides.", ("Package", "To you", "To them"))
    return chart


def timeline(ctx: UiContext, days: Sequence[tuple[int, str]] = _DAYS) -> TimelineChart:
    """Days around today."""
    chart = TimelineChart(ctx, "Your negotiation, day by day")
    today = date(2027, 1, 15)
    events = [
        Event(today + timedelta(days=away), name, name, (name, str(today + timedelta(days=away))), done=away < 0)
        for away, name in days
    ]
    chart.show_events(events, today, "From the application to the first day.", ("What", "When"))
    return chart


def tornado(ctx: UiContext, figures: Sequence[tuple[str, int, int, bool]] = _SWINGS) -> TornadoChart:
    """What a package is worth while each figure behind it moves."""
    money = _writer(ctx)
    chart = TornadoChart(ctx, "What moves the result most", money)
    swings = []
    for name, low, high, flips in figures:
        cells = (name, money(Fraction(low)), money(Fraction(high)))
        swings.append(Swing(name, Fraction(low), Fraction(high), " to ".join(cells[1:]), cells, flips))
    chart.show_swings(Fraction(55_000), swings, "Bonus matters most.", ("Figure", "At its low", "At its high"))
    return chart


def _card(title: str, *charts: QWidget) -> Card:
    """Charts under one another; below each, the point that is walked to."""
    card = Card(title)
    for one in charts:
        card.add(one)
        if isinstance(one, Chart):
            said = Caption(one.accessibleDescription() or "Nothing to show: the chart takes no room.")
            one.walked.connect(lambda words, said=said, one=one: said.setText(words or one.accessibleDescription()))
            card.add(said)
    return card


def _table(chart: Chart) -> DataTable:
    table = DataTable("The same as a table")
    headings, *rows = chart.table()
    table.show_rows(headings, rows)
    return table


def _bar(ctx: UiContext, name: str, amount: Interval, base: int, *, line: bool = False) -> Bar:
    figure = _writer(ctx)(amount.likely)
    return Bar(name, figure, amount, Fraction(base), f"{name}: {figure} a year", (name, figure), line=line)


def _amount(thousands: int) -> AmountValue:
    return AmountValue(amount=Decimal(1000 * thousands))


def _writer(ctx: UiContext) -> Write:
    return lambda figure: write_money(Decimal(round(figure)), ctx.locale, "EUR")

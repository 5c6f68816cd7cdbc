"""A date: typed in any usual way, or picked from a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QWidget

from counteroffer.ui.context import UiContext
from counteroffer.ui.reading import read_day, write_day
from counteroffer.ui.theme.tokens import Size
from counteroffer.ui.widgets.buttons import IconButton
from counteroffer.ui.widgets.field import Check, FieldTexts
from counteroffer.ui.widgets.number_field import ParsedField
from counteroffer.ui.widgets.popup import Popup


def write_date(value: object, locale: str) -> str:
    """A date for an input."""
    return write_day(value, locale) if isinstance(value, date) else ""


class DateField(ParsedField):
    """Commits a date or None."""

    is_figure = False

    def __init__(
        self, ctx: UiContext, texts: FieldTexts, check: Check | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            ctx,
            texts,
            lambda text: read_day(text, ctx.locale, ctx.today(), ctx.translate),
            lambda value: write_date(value, ctx.locale),
            check,
            parent,
        )
        self.input.add_button(calendar_button(ctx, self.label, self._current, self._picked, self))

    def _current(self) -> date | None:
        return self._value if isinstance(self._value, date) else None

    def _picked(self, day: date) -> None:
        self.input.show_value(day)
        self._edited()
        self._left()


def calendar_button(ctx: UiContext, label: str, current: object, picked: object, parent: QWidget) -> IconButton:
    """A button that opens a calendar below its field; `current()` gives the day shown, `picked(day)` takes one."""
    _ = ctx.translate
    name = _("Pick {label} from a calendar").format(label=label) if label else _("Pick from a calendar")
    button = IconButton(ctx, "calendar", name, size=Size.ICON_SMALL, parent=parent)
    button.setProperty("kind", "tiny")
    # One stop for each field: from the keyboard, Alt+Down in the line opens the calendar.
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setToolTip(_("{name} (Alt+Down)").format(name=name))

    def open_calendar() -> None:
        popup = CalendarPopup(ctx, current() if callable(current) else None, button)
        popup.calendar.clicked.connect(lambda day: popup.pick(day, picked))
        popup.calendar.activated.connect(lambda day: popup.pick(day, picked))
        popup.open_below(button)
        popup.calendar.setFocus()

    button.clicked.connect(open_calendar)
    return button


class CalendarPopup(Popup):
    """A month to pick a day from; closes with the choice or with Esc."""

    at_end = True

    def __init__(self, ctx: UiContext, day: date | None, parent: QWidget) -> None:
        super().__init__(ctx.translate("Calendar"), parent)
        self._done = False
        shown = day or ctx.today()
        locale = QLocale(ctx.locale)
        self.calendar = QCalendarWidget()
        self.calendar.setAccessibleName(ctx.translate("Calendar"))
        self.calendar.setMinimumSize(Size.POPUP, Size.POPUP * 4 // 5)
        self.calendar.setLocale(locale)
        self.calendar.setFirstDayOfWeek(locale.firstDayOfWeek())
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        quiet, usual = QTextCharFormat(), QTextCharFormat()
        quiet.setForeground(ctx.theme.colour("text_muted"))
        usual.setForeground(ctx.theme.colour("text"))
        self.calendar.setHeaderTextFormat(quiet)
        for weekday in Qt.DayOfWeek:
            self.calendar.setWeekdayTextFormat(weekday, usual)
        self.column.addWidget(self.calendar)

    def pick(self, day: QDate, picked: object) -> None:
        """Hand the day over, once: a double click is two signals."""
        if self._done:
            return
        self._done = True
        if callable(picked):
            picked(date(day.year(), day.month(), day.day()))
        self.close()

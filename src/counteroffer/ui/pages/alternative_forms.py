"""The six kinds of alternative, each laid out with its own fields."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counteroffer.domain.edits import Batch, Edit, Path, Set
from counteroffer.domain.levels import Unit
from counteroffer.domain.units import carried
from counteroffer.ui.context import N_
from counteroffer.ui.forms import Form
from counteroffer.ui.widgets import FieldEditor, FlowRow, Rule, Words

HALF = 180


def substitute(form: Form, column: QVBoxLayout) -> None:
    """Something else that serves the same need."""
    _begin(form, column, N_("Something else that does the same for you. It does not have to be money."))
    column.addWidget(form.field("benefit"))
    # Not side by side where it is narrow: what is counted in words needs the width.
    column.addWidget(FlowRow(_unit(form, "value"), _level(form, "value"), least=2 * HALF))
    column.addWidget(form.field("starts"))
    _end(form, column)


def performance(form: Form, column: QVBoxLayout) -> None:
    """A reward that comes when something has been achieved."""
    _begin(
        form,
        column,
        N_("They pay when it has worked. Choose a figure that both of you can see, and that you can move."),
    )
    column.addWidget(form.field("reward"))
    _row(column, form.field("amount", currency=form.currency), form.field("for_whom"))
    column.addWidget(form.field("measure"))
    _row(column, form.field("target"), form.field("due"))
    column.addWidget(form.field("measured_by"))
    column.addWidget(form.field("chance"))
    _end(form, column)


def trial(form: Form, column: QVBoxLayout) -> None:
    """Something tried out first."""
    _begin(
        form,
        column,
        N_("A no is often a fear of “for ever”. A trial has an end, and a day on which you look at it together."),
    )
    column.addWidget(form.field("what"))
    _row(column, form.field("months", unit=_months(form)), form.field("review_on"))
    column.addWidget(form.field("success"))
    column.addWidget(form.field("afterwards"))
    _end(form, column)


def timed_rise(form: Form, column: QVBoxLayout) -> None:
    """A rise that is agreed now and comes later."""
    _begin(
        form, column, N_("This year's budget may be closed, and next year's open. Agree on the sum and the day now.")
    )
    _row(column, form.field("amount", currency=form.currency), form.field("after_months", unit=_months(form)))
    column.addWidget(form.field("measure"))
    column.addWidget(form.field("reviewed_by"))
    column.addWidget(form.field("chance"))
    _end(form, column)


def in_steps(form: Form, column: QVBoxLayout) -> None:
    """A part now, the rest later; or once instead of every year."""
    _begin(form, column, N_("A part of it from the start, the rest on a day that is written down."))
    _row(column, _unit(form, "now", "later"), form.field("later_on"))
    _row(column, _level(form, "now"), _level(form, "later"))
    column.addWidget(form.field("once"))
    _end(form, column)


def cushion(form: Form, column: QVBoxLayout) -> None:
    """Severance: what softens the fall if it ends badly."""
    _begin(form, column, N_("What you get if the post goes away. It is easiest to agree on before the first day."))
    _part(form, column, N_("What is paid"))
    column.addWidget(form.field("form"))
    _row(column, form.field("months", unit=_months(form)), form.field("amount", currency=form.currency))
    column.addWidget(form.field("health_months", unit=_months(form)))
    _part(form, column, N_("When it is paid"))
    for name in ("endings_in", "endings_out", "good_reason"):
        column.addWidget(form.field(name))
    _part(form, column, N_("What goes with it"))
    column.addWidget(form.field("release"))
    column.addWidget(form.field("notice_set_off"))
    column.addWidget(form.field("repayment_waived"))
    _part(form, column, N_("How much you would need"))
    column.addWidget(form.field("months_to_find"))
    _row(column, form.field("living_a_month", currency=form.currency), form.field("savings", currency=form.currency))
    column.addWidget(form.field("notice_pay", currency=form.currency))
    column.addWidget(form.field("chance"))
    column.addWidget(form.field("instead"))
    _end(form, column)


def _begin(form: Form, column: QVBoxLayout, help_with_it: str) -> None:
    column.addWidget(Words(form.ctx.translate(help_with_it), "muted"))
    column.addWidget(form.field("title"))
    column.addWidget(form.field("interest"))


def _end(form: Form, column: QVBoxLayout) -> None:
    column.addWidget(Rule())
    column.addWidget(form.field("worth", currency=form.currency))
    column.addWidget(form.field("cost", currency=form.currency))
    column.addWidget(form.field("note"))


def _part(form: Form, column: QVBoxLayout, title: str) -> None:
    column.addWidget(Rule())
    column.addWidget(Words(form.ctx.translate(title), "strong"))


def _row(column: QVBoxLayout, *fields: QWidget) -> None:
    column.addWidget(FlowRow(*fields, least=HALF))


def _months(form: Form) -> str:
    return form.ctx.translate(Unit.MONTHS.label)


def _level(form: Form, name: str) -> FieldEditor:
    """A level counted in the alternative's own unit."""
    return form.level(name, unit=lambda _book, one: one.unit)


def _unit(form: Form, *levels: str) -> FieldEditor:
    """The unit of an alternative. Its levels go along where they can, in the same step."""

    def change(path: Path, value: object) -> Edit:
        unit = Unit(str(value))
        item = form.item
        moved = tuple(Set((*path[:-1], name), carried(getattr(item, name), unit)) for name in levels)
        # The unit comes first, so that an undo leads back to it.
        return Batch("Counted in", (Set(path, unit), *moved))

    return form.field("unit", edit=change)

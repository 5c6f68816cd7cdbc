"""An alternative in one line: what would be done instead, with what makes it concrete."""

from __future__ import annotations

from counteroffer.documents.content.format import Format
from counteroffer.domain.alternatives import (
    Alternative,
    Cushion,
    ForWhom,
    InSteps,
    PerformanceTied,
    Substitute,
    TimedRise,
    Trial,
)
from counteroffer.domain.levels import Unit


def otherwise(one: Alternative, fmt: Format) -> str:
    """Its title, then how much, when and by what measure, as far as that is known."""
    parts = [part.strip() for part in _concrete(one, fmt) if part.strip()]
    title = one.title.strip()
    if not parts:
        return title
    return f"{title}: {', '.join(parts)}" if title else ", ".join(parts)


def _concrete(one: Alternative, fmt: Format) -> tuple[str, ...]:
    tr = fmt.tr
    match one:
        case Substitute():
            return (one.benefit, fmt.level(one.value, one.unit), one.starts)
        case PerformanceTied():
            amount = fmt.money(one.amount) if one.amount is not None else ""
            due = tr("by {day}").format(day=fmt.short_day(one.due)) if one.due else ""
            team = tr("as a team") if one.for_whom is ForWhom.TEAM else ""
            return (one.reward or amount, one.measure, one.target, team, one.measured_by, due)
        case Trial():
            review = tr("looked at on {day}").format(day=fmt.short_day(one.review_on)) if one.review_on else ""
            months = fmt.months(one.months) if one.months is not None else ""
            return (one.what, months, one.success, review, one.afterwards)
        case TimedRise():
            amount = fmt.level_of_money(one.amount, Unit.MONEY_YEAR) if one.amount is not None else ""
            after = fmt.months(one.after_months) if one.after_months is not None else ""
            when = tr("after {months}").format(months=after) if after else ""
            return (amount, when, one.measure, one.reviewed_by)
        case Cushion():
            months = tr("{months} of pay").format(months=fmt.months(one.months)) if one.months is not None else ""
            lump = fmt.money(one.amount) if one.amount is not None else ""
            cover = tr("{months} of health cover").format(months=fmt.months(one.health_months or 0))
            return (
                months or lump,
                one.endings_in,
                tr("also if {reason}").format(reason=one.good_reason.strip()) if one.good_reason.strip() else "",
                cover if one.health_months else "",
                tr("nothing to be paid back") if one.repayment_waived else "",
                tr("in return: {release}").format(release=one.release.strip()) if one.release.strip() else "",
                one.instead,
            )
        case InSteps():
            now = fmt.level(one.now, one.unit)
            later = fmt.level(one.later, one.unit)
            day = fmt.short_day(one.later_on) if one.later_on else ""
            return (
                tr("now {level}").format(level=now) if now else "",
                tr("later {level}").format(level=later) if later else "",
                tr("from {day}").format(day=day) if day else "",
                tr("once") if one.once else "",
            )

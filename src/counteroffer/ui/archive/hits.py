"""What is said of a workbook in a list: its title, what it is about, where the words that were looked for stand."""

from __future__ import annotations

from collections.abc import Callable

from counteroffer.domain.agreement import Outcome
from counteroffer.domain.situation import Stage
from counteroffer.editing.ports import Hit, Summary
from counteroffer.ui.context import UiContext
from counteroffer.ui.reading import write_day
from counteroffer.ui.widgets import Row


def row_of(hit: Hit, ctx: UiContext) -> Row:
    """The row of a workbook: with words that were found, the place where they stand; else what tells it apart."""
    _, seen = ctx.translate, ctx.privacy.words
    summary = hit.summary
    parts = unsaid(summary.title or summary.employer, summary.employer, summary.role)
    parts += [f"#{tag}" for tag in summary.tags]
    parts.append(_("changed {day}").format(day=write_day(summary.changed.astimezone().date(), ctx.locale)))
    about = seen(" · ".join(parts))
    mark = state_of(summary, _)
    title = seen(summary.title or summary.employer)
    if hit.snippet:
        snippet = seen(hit.snippet)
        # Where something is hidden, the marks would no longer stand on the words that were found.
        marks = hit.marks if snippet == hit.snippet else ()
        return Row(summary.id, title, snippet, mark, marks, tool_tip=about)
    return Row(summary.id, title, about, mark)


def unsaid(title: str, *parts: str) -> list[str]:
    """Those of the parts that are not empty and that a title does not say already."""
    return [part for part in parts if part and part.casefold() not in title.casefold()]


def state_of(summary: Summary, translate: Callable[[str], str]) -> str:
    """How far it is, in a word or two: in the bin, put away, how it ended, or its stage."""
    if summary.binned is not None:
        return translate("in the bin")
    ended = (
        translate(Outcome(summary.outcome).label)
        if summary.outcome is not None
        else translate(Stage(summary.stage).label)
        if summary.stage is not None
        else ""
    )
    if summary.archived:
        return " · ".join(part for part in (ended, translate("put away")) if part)
    return ended

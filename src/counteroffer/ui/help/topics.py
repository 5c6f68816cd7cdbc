"""Which page of the help belongs to what has the keyboard: a field knows its path, the path leads to a point."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from counteroffer.domain.edits import Path, find
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.help.explaining import TOPIC
from counteroffer.ui.help.markdown import POINT
from counteroffer.ui.items import ItemsEditor
from counteroffer.ui.widgets import FieldEditor

_TOPICS: tuple[tuple[str, str], ...] = (
    ("situation/stage", "M02"),
    ("situation/offered_on", "M02"),
    ("situation/reply_due", "M02"),
    ("situation/why_role", "M03"),
    ("situation/why_employer", "M03"),
    ("situation/people", "M57"),
    ("situation/relationship", "M57"),
    ("situation/assumptions", "M57"),
    ("situation/fears", "M57"),
    ("situation/plans", "M04"),
    ("situation/best_plan", "M04"),
    ("situation/other_offers", "M04"),
    ("situation/walk_away", "M05"),
    ("situation", "M01"),
    ("research/findings", "M07"),
    ("research/constraints", "M09"),
    ("research/interests", "M10"),
    ("research/their_side", "M58"),
    ("research/achievements", "M11"),
    ("research/contribution", "M12"),
    ("research/questions", "M14"),
    ("terms/*/offered", "M01"),
    ("terms/*/today", "M01"),
    ("terms/*/by_law", "M01"),
    ("terms/*/*/worth", "M16"),
    ("terms/*/*/worth_reason", "M16"),
    ("terms/*/*/cost", "M17"),
    ("terms/*/*/difficulty", "M17"),
    ("terms/*/options/*/worth", "M16"),
    ("terms/*/options/*/worth_reason", "M16"),
    ("terms/*/options/*/cost", "M17"),
    ("terms/*/options/*/difficulty", "M17"),
    ("terms/*/opening", "M20"),
    ("terms/*/target", "M20"),
    ("terms/*/acceptable", "M20"),
    ("terms/*/walk_away", "M20"),
    ("terms/*/options", "M20"),
    ("terms/*/unit", "M20"),
    ("terms/*/direction", "M20"),
    ("terms/*/valuation", "M16"),
    ("terms/*/chance", "M16"),
    ("terms/*/weighing", "M19"),
    ("terms/*/importance", "M18"),
    ("terms/*/same_wish", "M39"),
    ("terms/*/what_exactly", "M27"),
    ("terms/*/starts", "M27"),
    ("terms/*/justification/reasons", "M21"),
    ("terms/*/justification/evidence", "M22"),
    ("terms/*/justification/achievements", "M22"),
    ("terms/*/justification/gains", "M23"),
    ("terms/*/justification/objections", "M24"),
    ("terms/*/justification/for_their_boss", "M25"),
    ("terms/*/justification/line", "M26"),
    ("terms/*/justification/another_way", "M35"),
    ("terms/*/justification", "M21"),
    ("terms/*/alternatives", "M29"),
    ("terms/*/agreed/found", "M51"),
    ("terms/*/agreed/clause", "M51"),
    ("terms/*/agreed/difference", "M51"),
    ("terms/*/agreed/settled", "M51"),
    ("terms/*/agreed", "M49"),
    ("terms", "M15"),
    ("packages/reckoning", "worth"),
    ("packages/budget", "M37"),
    ("packages/saved/*/put_on_table", "M38"),
    ("packages", "M36"),
    ("conversations/plan/time_to_think", "M46"),
    ("conversations/plan", "M59"),
    ("conversations/cards", "M60"),
    ("conversations/talks/*/concerns", "M43"),
    ("conversations/talks/*/concessions", "M44"),
    ("conversations/talks/*/points/*/reply", "M45"),
    ("conversations/talks/*/points/*/ask_back", "M45"),
    ("conversations/talks/*/reply_by", "M46"),
    ("conversations/talks/*/next_move", "M47"),
    ("conversations/talks/*/next_reason", "M47"),
    ("conversations", "M42"),
    ("agreement/outcome_reason", "M54"),
    ("agreement/summed_up_on", "M50"),
    ("agreement/confirmed_on", "M50"),
    ("agreement/commitments", "M52"),
    ("agreement/letters", "letters"),
    ("agreement/outcome", "agreement"),
    ("agreement/closed_on", "agreement"),
    ("agreement", "M51"),
    ("retrospective", "M55"),
    ("note", "look_back"),
    ("tags", "archive"),
)
"""The page for each path, the first that fits: a point by its id, or a page by its address; `*` is any part."""

_BY_KIND: tuple[tuple[str, str, Mapping[str, str]], ...] = (
    (
        "terms/*/alternatives/*",
        "kind",
        {"performance": "M30", "trial": "M31", "timed_rise": "M32", "cushion": "M33", "in_steps": "M34"},
    ),
    (
        "research/findings/*",
        "topic",
        {"policy": "M08", "grades": "M08", "precedent": "M08", "budget": "M08", "probation": "M08", "market": "M13"},
    ),
    (
        "agreement/letters/*",
        "kind",
        {"proposal": "M41", "more_time": "M46", "follow_up": "M50", "decline": "M54", "their_decline": "M54"},
    ),
)
"""Entries for which it depends on what they are: the field that says so, and the point for each of its values."""


def topic_at(widget: QWidget | None, workbook: Workbook | None) -> str:
    """The address of the page for what has the keyboard; empty where only the page in view says what it is about."""
    while widget is not None:
        named = widget.property(TOPIC)
        if named:
            return str(named)
        path = widget.path if isinstance(widget, FieldEditor | ItemsEditor) else None
        if path and workbook is not None:
            return topic_of(path, workbook)
        widget = widget.parentWidget()
    return ""


def topic_of(path: Path, workbook: Workbook) -> str:
    """The address of the page for the field at a path; empty for a path that no page speaks of."""
    for pattern, field, topics in _BY_KIND:
        depth = pattern.count("/") + 1
        if _fits(pattern, path):
            kind = str(getattr(find(workbook, path[:depth]), field))
            if kind in topics:
                return _address(topics[kind])
    return next((_address(topic) for pattern, topic in _TOPICS if _fits(pattern, path)), "")


def _fits(pattern: str, path: Path) -> bool:
    parts = pattern.split("/")
    return len(path) >= len(parts) and all(part in ("*", name) for part, name in zip(parts, path, strict=False))


def _address(topic: str) -> str:
    return f"{POINT}{topic}" if topic[1:].isdecimal() else topic

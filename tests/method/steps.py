"""Workbooks in which something is written and a point still stays open, and the step that its check names.

Every case starts from the sample in the midst of its talks, where nothing is open, breaks it in one way, looks at what
the check says, and then does just that, at the very place the check names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from counteroffer.domain.edits import Edit, Insert, Set, apply, exists
from counteroffer.domain.workbook import Workbook
from counteroffer.method.checking import CHECKS
from counteroffer.method.result import Check, State
from counteroffer.sample import SAMPLE_DAY, stored_sample

TODAY = SAMPLE_DAY
TOMORROW, YESTERDAY = (str(TODAY + timedelta(days=days)) for days in (1, -1))
LONG_AGO = str(TODAY - timedelta(days=4 * 365))
EMPTY = Workbook()
SAMPLE = stored_sample()

Sets = Mapping[str, Any]
"""Values by the place where they are put, its parts joined by dots."""


def place(dotted: str) -> tuple[str, ...]:
    """A path, from its parts joined by dots."""
    return tuple(dotted.split("."))


def edited(workbook: Workbook, sets: Sets) -> Workbook:
    """The workbook with some fields set."""
    for dotted, value in sets.items():
        workbook = apply(workbook, Set(place(dotted), value))
    return workbook


LIVE = edited(
    SAMPLE,
    {
        "situation.stage": "negotiating",
        "situation.reply_due": "2026-12-06",
        "situation.other_offers.offer_dairy.reply_due": "2026-12-06",
        "agreement.outcome": None,
    },
)
"""The sample before it was closed, on the same day."""
BEFORE = edited(LIVE, {"situation.stage": "interviewing", "situation.offered_on": None, "situation.reply_due": None})
"""The sample before there is an offer."""


def only(workbook: Workbook, *terms: str) -> Workbook:
    """The workbook with these terms as its asks, and nothing kept to trade with."""
    return apply(workbook, Set(("terms",), [term for term in workbook.terms if term.id in terms]))


def check(point: str, workbook: Workbook, today: date = TODAY) -> Check:
    """How the point stands."""
    return CHECKS[point](workbook, today)


def said(found: Check) -> str:
    """The next step as it is read."""
    assert found.next_step is not None
    return found.next_step.said(str)


def assert_well_put(found: Check) -> None:
    """An open point's sentence is short, calm and whole."""
    assert found.next_step is not None
    sentence = said(found)
    assert re.match(r"[A-Z“{]", found.next_step.id), sentence
    assert len(sentence) <= 200, sentence
    assert re.search(r"[.?][”’]?$", sentence), sentence
    assert not re.search(r"!|[{}]|\.\.|\bplease note\b", sentence, re.IGNORECASE), sentence


@dataclass(frozen=True)
class Thin:
    """One way in which a point stays open though something is written, and the step that mends it."""

    point: str
    why: str
    broken: Sets
    path: str
    says: str
    """Words of the sentence that carry its gist."""
    step: Any
    """What is put at the path: the field's new value, or a new entry of the list."""
    then: str = ""
    """What the check asks for next; nothing if the point is done with this step."""
    base: Workbook = field(default=LIVE, repr=False)
    today: date = TODAY

    def __str__(self) -> str:
        return f"{self.point}-{self.why.replace(' ', '_')}"


def assert_open_until_done(case: Thin) -> None:
    """The point is open, names the place and the step; and that step, at that place, closes it or leads on."""
    broken = edited(case.base, case.broken)
    before = check(case.point, broken, case.today)
    assert before.point == case.point
    assert before.state is State.OPEN
    assert before.path == place(case.path)
    assert case.says in said(before), said(before)
    assert exists(broken, before.path[:-1] if before.path[-2:-1] == ("inputs",) else before.path)
    assert_well_put(before)
    mended = apply(broken, _step(case))
    after = check(case.point, mended, case.today)
    if case.then:
        assert after.state is State.OPEN
        assert case.then in said(after), said(after)
    else:
        assert after.state is State.DONE, said(after)


def _step(case: Thin) -> Edit:
    path = place(case.path)
    if path[-2:-1] == ("inputs",):  # the figure a formula asks for: the first one typed makes the entry
        known = exists(edited(case.base, case.broken), path)
        return (
            Set((*path, "estimate"), case.step)
            if known
            else Insert(path[:-1], 0, {"id": path[-1], "estimate": case.step})
        )
    return Insert(path, 0, case.step) if isinstance(case.step, dict) and _is_list(case) else Set(path, case.step)


def _is_list(case: Thin) -> bool:
    here: Any = edited(case.base, case.broken)
    for part in place(case.path):
        here = next(one for one in here if one.id == part) if isinstance(here, tuple) else getattr(here, part)
    return isinstance(here, tuple)


def assert_never_done_on_nothing(point: str) -> None:
    """On the empty workbook there is nothing to be content with."""
    found = check(point, EMPTY)
    assert found.point == point
    assert found.state is not State.DONE
    if found.state is State.OPEN:
        assert found.path is not None
        assert exists(EMPTY, found.path)
        assert_well_put(found)


def assert_closed_on_the_sample(point: str) -> None:
    """The sample leaves nothing open: neither in the midst of its talks nor when they are over."""
    for workbook in (SAMPLE, LIVE):
        found = check(point, workbook)
        assert found.state in (State.DONE, State.NOT_NEEDED), said(found)
        assert found.next_step is None
        assert found.path is None

"""The sample workbook: a whole negotiation, made up from end to end, with its dates brought up to today."""

from __future__ import annotations

import json
from datetime import date

from counteroffer import resources
from counteroffer.domain.base import new_id, revise
from counteroffer.domain.shifting import shift_dates
from counteroffer.domain.workbook import Workbook, from_plain

SAMPLE_DAY = date(2026, 11, 22)
"""The day on which the stored sample stands: what has happened lies before it, what is still to come after."""


def stored_sample() -> Workbook:
    """The sample as it is stored, with its own id and dates."""
    plain = json.loads(resources.text("sample.counteroffer"))
    return from_plain({name: value for name, value in plain.items() if name not in ("format", "format_version")})


def sample_workbook(today: date) -> Workbook:
    """The sample as of today: a fresh id, and all dates moved by whole weeks, so that a Monday stays a Monday.

    The day it stands on is therefore today or up to six days ago, and nothing that has happened lies ahead.
    """
    weeks = (today - SAMPLE_DAY).days // 7
    return revise(shift_dates(stored_sample(), weeks * 7), id=new_id())

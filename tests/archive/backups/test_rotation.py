from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from counteroffer.archive.backups.rotation import ALL_FOR, DAILY, MONTHLY, WEEKLY, Copy, to_drop

START = datetime(2027, 1, 1, tzinfo=UTC)

gaps = st.lists(
    st.tuples(st.sampled_from([0, 1, 5, 20, 26, 50, 170, 800]), st.booleans() | st.just(True)), max_size=120
)


def _made(steps: list[tuple[int, bool]]) -> list[Copy]:
    """Backups whose distances are given in hours; some are no good."""
    at, copies = START, []
    for number, (hours, good) in enumerate(steps):
        at += timedelta(hours=hours)
        copies.append(Copy(f"{number:04}", at, good))
    return copies


def _kept_after_each(copies: list[Copy]) -> list[Copy]:
    kept: list[Copy] = []
    for copy in copies:
        kept.append(copy)
        dropped = to_drop(kept)
        kept = [one for one in kept if one.name not in dropped]
    return kept


def test_nothing_is_dropped_from_nothing() -> None:
    assert to_drop([]) == frozenset()


def test_all_of_two_days_are_kept_and_the_last_of_each_day_before() -> None:
    hourly = [Copy(f"{hour:04}", START + timedelta(hours=hour)) for hour in range(24 * 6)]
    kept = [copy.at for copy in hourly if copy.name not in to_drop(hourly)]
    newest = hourly[-1].at
    assert [at for at in kept if newest - at <= ALL_FOR] == [
        newest - timedelta(hours=back) for back in range(48, -1, -1)
    ]
    before = [at for at in kept if newest - at > ALL_FOR]
    assert [at.date() for at in before] == [date(2027, 1, day) for day in (1, 2, 3, 4)]
    assert [at.hour for at in before] == [23, 23, 23, 22]


def test_daily_backups_reach_back_ten_months_or_more_without_a_gap() -> None:
    daily = [Copy(f"{day:04}", START + timedelta(days=day, hours=9)) for day in range(800)]
    kept = _kept_after_each(daily)
    ages = [(daily[-1].at - copy.at).days for copy in kept]
    assert ages[-15:] == list(range(14, -1, -1))
    assert len(kept) == 3 + DAILY + WEEKLY + MONTHLY
    assert 300 <= ages[0] <= 366
    assert max(older - newer for older, newer in pairwise(ages)) <= 31 + 7


def test_a_few_old_ones_all_stay_however_old() -> None:
    yearly = [Copy(str(year), START + timedelta(days=365 * year)) for year in range(9)]
    assert to_drop(yearly) == frozenset()


@given(gaps)
def test_what_is_kept(steps: list[tuple[int, bool]]) -> None:
    copies = _made(steps)
    dropped = to_drop(copies)
    good = [copy for copy in copies if copy.good]
    kept = [copy for copy in copies if copy.name not in dropped]
    assert dropped <= {copy.name for copy in good}
    assert to_drop(reversed(kept)) == frozenset()
    if good:
        assert good[-1] in kept
        recent = [copy for copy in good if good[-1].at - copy.at <= ALL_FOR]
        assert set(recent) <= set(kept)
        assert len([copy for copy in kept if copy.good]) <= len(recent) + DAILY + WEEKLY + MONTHLY


@given(gaps)
def test_thinning_out_after_each_backup_keeps_one_of_each_of_the_last_days(steps: list[tuple[int, bool]]) -> None:
    copies = [copy for copy in _made(steps) if copy.good]
    days = sorted({copy.at.date() for copy in copies}, reverse=True)
    kept_days = {copy.at.date() for copy in _kept_after_each(copies)}
    assert set(days[:DAILY]) <= kept_days

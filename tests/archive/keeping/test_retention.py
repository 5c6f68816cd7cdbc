from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from counteroffer.archive.keeping.retention import HOURLY_FOR, LONGEST_PAUSE, RECENT, Kept, to_drop
from counteroffer.archive.times import NeverBack

START = datetime(2027, 1, 1, tzinfo=UTC)

gaps = st.lists(st.tuples(st.sampled_from([0, 1, 7, 50, 70, 600, 1500, 6000]), st.integers(0, 9)), max_size=RECENT + 60)


def _history(steps: list[tuple[int, int]]) -> list[Kept]:
    """States whose distances are given in minutes; about one in ten is named."""
    at, states = START, []
    for number, (minutes, lot) in enumerate(steps, start=1):
        at += timedelta(minutes=minutes)
        states.append(Kept(number, at, lot == 0))
    return states


def _slot(state: Kept, states: list[Kept]) -> str:
    since = [one.at for one in states if one.number >= state.number]
    age = sum((min(later - at, LONGEST_PAUSE) for at, later in pairwise(since)), timedelta(0))
    return f"{state.at:%Y-%m-%d %H}" if age <= HOURLY_FOR else f"{state.at:%Y-%m-%d}"


def test_nothing_is_dropped_from_nothing() -> None:
    assert to_drop([]) == frozenset()


def test_the_last_fifty_of_a_busy_hour_are_kept_and_the_last_before_them() -> None:
    states = [Kept(number, START + timedelta(seconds=number)) for number in range(1, 201)]
    assert to_drop(states) == set(range(1, 150))


def test_after_two_weeks_one_a_day_is_left() -> None:
    old = [Kept(number, START + timedelta(hours=number)) for number in range(24)]
    two_weeks = [Kept(100 + number, START + timedelta(days=1 + number)) for number in range(16)]
    recent = [Kept(200 + number, START + timedelta(days=17)) for number in range(RECENT)]
    assert to_drop(old + two_weeks + recent) == set(range(23))
    a_week_on = [Kept(100 + number, START + timedelta(days=7)) for number in range(RECENT)]
    assert to_drop(old + a_week_on) == frozenset()


def test_a_pause_makes_nothing_old() -> None:
    old = [Kept(number, START + timedelta(hours=number)) for number in range(24)]
    a_year_on = [Kept(100 + number, START + timedelta(days=365)) for number in range(RECENT)]
    assert to_drop(old + a_year_on) == frozenset()


def test_a_clock_that_jumps_ahead_and_back_throws_nothing_away() -> None:
    """With the clock that the archive goes by: the states after the jump go on from it, each at its own distance."""
    real = [START + timedelta(hours=number) for number in range(120)]
    wrong = [at + timedelta(days=26_000) if 50 <= number < 53 else at for number, at in enumerate(real)]
    readings = iter(wrong)
    clock = NeverBack(lambda: next(readings), START)
    states = [Kept(number, clock()) for number in range(120)]
    # The first one after the jump back falls into the hour of the last one before it.
    assert to_drop(states) == {52}
    assert to_drop([Kept(number, at) for number, at in enumerate(real)]) == frozenset()


def test_a_clock_set_back_drops_nothing_recent() -> None:
    states = [Kept(number, START - timedelta(days=number)) for number in range(1, 61)]
    assert to_drop(states) == frozenset()


@given(gaps)
def test_what_is_kept(steps: list[tuple[int, int]]) -> None:
    states = _history(steps)
    dropped = to_drop(states)
    kept = [state for state in states if state.number not in dropped]
    assert states[-RECENT:] == kept[-RECENT:] or len(states) < RECENT
    assert not any(state.named for state in states if state.number in dropped)
    assert to_drop(reversed(kept)) == frozenset()
    older = [state for state in kept if state.number <= len(states) - RECENT and not state.named]
    slots = {_slot(state, states): state.number for state in older}
    assert len(slots) == len(older)
    for number in dropped:
        assert number < slots[_slot(states[number - 1], states)]


@given(gaps)
def test_dropping_after_each_save_keeps_a_state_of_every_day(steps: list[tuple[int, int]]) -> None:
    states = _history(steps)
    kept: list[Kept] = []
    for state in states:
        kept.append(state)
        dropped = to_drop(kept)
        kept = [one for one in kept if one.number not in dropped]
    assert {state.at.date() for state in kept} == {state.at.date() for state in states}

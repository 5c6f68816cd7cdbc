"""Points in time as the archive keeps them: whole microseconds since 1970, always UTC."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]
"""Says what time it is, as an aware datetime."""

_START = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def utc_now() -> datetime:
    """The time now by this machine's clock."""
    return datetime.now(UTC)


def to_micros(moment: datetime) -> int:
    """Microseconds since 1970 of an aware time, exactly."""
    return (moment - _START) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """The time, in UTC, that `to_micros` was given."""
    return _START + micros * _MICROSECOND


class NeverBack:
    """A clock that never goes back, whatever the one it reads does: where that was set back, time goes on from the
    latest it has said, or from `latest`, at its usual pace. So states stay in order and none seems older than it is."""

    def __init__(self, clock: Clock, latest: datetime) -> None:
        self._clock = clock
        self._ahead = timedelta(0)
        self.latest = latest
        """What it said last."""

    def __call__(self) -> datetime:
        now = self._clock() + self._ahead
        if now < self.latest:
            self._ahead += self.latest - now
            now = self.latest
        self.latest = now
        return now

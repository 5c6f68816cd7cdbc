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

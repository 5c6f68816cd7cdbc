"""What a screen reader is given to say, written down: the announcements that really leave the app."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent


@contextmanager
def hearing() -> Iterator[list[str]]:
    """All that is announced meanwhile, in order. Qt still gets every event."""
    said: list[str] = []
    tell, was_active = QAccessible.updateAccessibility, QAccessible.isActive()

    def listen(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())
        tell(event)

    QAccessible.setActive(True)
    with pytest.MonkeyPatch.context() as patch:
        # There is no other way to listen: Qt hands its events to the system and to nobody else.
        patch.setattr(QAccessible, "updateAccessibility", staticmethod(listen))
        yield said
    QAccessible.setActive(was_active)

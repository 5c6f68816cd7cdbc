"""A second start rings at the first one, whose window then comes to the front. Nothing is said through the door.

The door is a local socket that only this user can open, named after the archive's folder by a hash.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 500


def answer(owner: QObject, folder: Path, open_door: Callable[[], object]) -> None:
    """Listen for the bell as long as the owner lives."""
    server = QLocalServer(owner)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)

    def ring() -> None:
        while (visitor := server.nextPendingConnection()) is not None:
            visitor.close()
            visitor.deleteLater()
        open_door()

    server.newConnection.connect(ring)
    # A door that a crash left behind is no obstacle: whoever holds the archive's lock is the only one inside.
    QLocalServer.removeServer(_door(folder))
    server.listen(_door(folder))


def ring(folder: Path) -> bool:
    """Ring at whoever has this archive open; whether somebody was there."""
    socket = QLocalSocket()
    socket.connectToServer(_door(folder))
    heard = socket.waitForConnected(PATIENCE)
    socket.disconnectFromServer()
    return heard


def _door(folder: Path) -> str:
    return f"counteroffer-{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]}"

"""Ends the program as soon as it reaches for a network; to be called before anything of the app is loaded."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from typing import Any

CAUGHT = 97
"""The exit code of a program that reached for a network."""

_NETWORK = (socket.AF_INET, socket.AF_INET6)
_CALLS = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo")


def forbid_network() -> None:
    """From now on, a socket for a network or the question for an address ends the program with CAUGHT."""

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if (event == "socket.__new__" and arguments[1] in _NETWORK) or event in _CALLS:
            os.write(2, f"reached for a network: {event}\n".encode())
            os._exit(CAUGHT)

    sys.addaudithook(watch)


def look_for_sockets() -> None:
    """The same for sockets that were made below Python, as far as the system tells of them."""
    own = {str(path.readlink()) for path in Path("/proc/self/fd").iterdir() if path.is_symlink()}
    for table in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6"):
        for line in Path(f"/proc/self/net/{table}").read_text().splitlines()[1:]:
            if f"socket:[{line.split()[9]}]" in own:
                os.write(2, f"reached for a network: {table}\n".encode())
                os._exit(CAUGHT)

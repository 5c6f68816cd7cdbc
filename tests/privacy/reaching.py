"""A program that reaches for a network, to be caught."""

from __future__ import annotations

import socket

from tests.privacy.guard import forbid_network

if __name__ == "__main__":
    forbid_network()
    socket.socket(socket.AF_INET, socket.SOCK_STREAM)

"""Programs that are started by forking, which takes a hundredth of the time that starting Python anew does. Each is a
process of its own all the same, and can be killed like one.

A server (`serve`) runs as a process without threads. On its standard input comes a line of JSON for each program to
start; on its standard output go, line by line, `pid N`, then whatever that program says, then `end`.
"""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

PATIENCE = 60.0


def serve(work: Callable[[Any], None]) -> None:
    """For each line, fork, do the work there, and wait until that process has ended."""
    for line in sys.stdin:
        waiting, go = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(go)
            os.read(waiting, 1)
            try:
                work(json.loads(line))
            finally:
                os._exit(1)
        os.close(waiting)
        say("pid", child)
        os.close(go)
        os.waitpid(child, 0)
        say("end")


def say(*words: object) -> None:
    """One line, written in one piece: a kill leaves it whole or not at all."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


class Starter:
    """The other end: starts programs one after the other, hears them and kills them."""

    def __init__(self, module: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[1],
            bufsize=0,
        )
        self._heard = b""
        self._child = 0

    def start(self, job: object) -> None:
        """Start a program."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(job).encode() + b"\n")
        self._child = int(self._line(None).removeprefix("pid "))

    def hear(self, seconds: float | None = None) -> str:
        """The next line it says. Raises TimeoutError if it says none so long."""
        line = self._line(None if seconds is None else time.monotonic() + max(0.0, seconds))
        assert line != "end", "the program ended by itself"
        return line

    def kill(self) -> list[str]:
        """Kill it; what it had said that was not heard yet."""
        os.kill(self._child, signal.SIGKILL)
        lines = []
        while (line := self._line(None)) != "end":
            lines.append(line)
        return lines

    def close(self) -> None:
        """No more programs."""
        self._process.communicate(timeout=PATIENCE)

    def _line(self, until: float | None) -> str:
        assert self._process.stdout is not None
        give_up = time.monotonic() + PATIENCE if until is None else until
        with selectors.DefaultSelector() as selector:
            selector.register(self._process.stdout, selectors.EVENT_READ)
            while b"\n" not in self._heard:
                if not selector.select(max(0.0, give_up - time.monotonic())):
                    assert until is not None, "the program says nothing"
                    raise TimeoutError
                heard = os.read(self._process.stdout.fileno(), 65536)
                assert heard, "the server ended"
                self._heard += heard
        line, _, self._heard = self._heard.partition(b"\n")
        return line.decode()


@contextlib.contextmanager
def starter(module: str) -> Iterator[Starter]:
    """A starter that ends with the block."""
    started = Starter(module)
    try:
        yield started
    finally:
        started.close()

"""The two ends of a command: bytes in, text out, and one plain line when something is wrong."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from dataclasses import dataclass
from typing import Any, BinaryIO, TextIO


@dataclass(frozen=True)
class Console:
    """Where a command reads and writes."""

    stdin: BinaryIO
    stdout: TextIO
    stderr: TextIO

    def say(self, text: str) -> None:
        """A line, or several, on standard output."""
        self.stdout.write(text + "\n")

    def say_json(self, value: Any) -> None:
        """One line of JSON on standard output."""
        self.say(json.dumps(value, ensure_ascii=False))

    def flush(self) -> None:
        """Send off what was said."""
        self.stdout.flush()

    def complain(self, sentence: str) -> None:
        """One line on standard error, whatever the sentence or a path in it holds."""
        line = "".join(letter if letter.isprintable() else " " for letter in sentence)
        # When nobody can hear it any more, the exit code still says it.
        with contextlib.suppress(OSError, ValueError):
            self.stderr.write(f"counteroffer: {' '.join(line.split())}\n")
            self.stderr.flush()

    def hush(self) -> None:
        """Nobody reads standard output any more: let the interpreter's last flush go nowhere, without a word."""
        with contextlib.suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.stdout.fileno())
            os.close(nowhere)


def of_the_process() -> Console:
    """The process's own streams, in UTF-8 whatever the locale. A stream that was closed is an empty one."""
    for stream, errors in ((sys.stdout, "surrogateescape"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)
    return Console(
        sys.stdin.buffer if sys.stdin else io.BytesIO(),
        sys.stdout or io.StringIO(),
        sys.stderr or io.StringIO(),
    )

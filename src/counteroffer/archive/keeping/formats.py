"""The format a workbook is written in, and how one written by an older Counteroffer becomes today's.

Steps work on plain data before anything is validated, one for each version, and are pure: a dictionary goes in,
the next version's comes out. They serve the archive's kept states and portable files alike.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from counteroffer.domain.workbook import FORMAT_VERSION

Plain = dict[str, Any]
"""A workbook as plain data: only dictionaries, lists, texts, whole numbers, true, false and null."""

Step = Callable[[Plain], Plain]

STEPS: tuple[Step, ...] = ()
"""The first step leads from version 1 to version 2. Version 1 is today's, so there is none yet."""


def upgrade(plain: Plain, version: int, steps: Sequence[Step] = STEPS) -> Plain:
    """A workbook of this version as one of today's, which is the version after all steps."""
    for step in steps[version - 1 :]:
        plain = step(plain)
    return plain


def is_newer(version: int) -> bool:
    """Whether only a newer Counteroffer can read this version."""
    return version > FORMAT_VERSION


def canonical(plain: object) -> bytes:
    """The one way to write plain data as bytes, for fingerprints: sorted keys, no spaces, UTF-8.

    Raises UnicodeEncodeError for half a character (a lone surrogate).
    """
    written = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return written.encode()


def named_files(plain: object) -> frozenset[str]:
    """The fingerprints of all files that a workbook names, wherever in it they stand."""
    return frozenset(_fingerprints(plain))


def _fingerprints(plain: object) -> Iterator[str]:
    waiting = [plain]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            found = value.get("sha256")
            if isinstance(found, str) and found:
                yield found
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)

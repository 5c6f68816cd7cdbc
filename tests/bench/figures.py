"""Measuring: the time that the window's own thread worked, and a table of it for two sizes of workbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic, sleep, thread_time

from PySide6.QtWidgets import QApplication

REST = 0.8
"""Seconds after which everything that waits for typing to rest has been done."""


def milliseconds(task: Callable[[], object]) -> float:
    """What a task took, up to the window as it stands painted; what else the machine does is not counted."""
    began = thread_time()
    task()
    painted()
    return (thread_time() - began) * 1000


def painted() -> None:
    """Lay out and paint what waits for it, but let no timer run."""
    for _round in range(2):
        QApplication.sendPostedEvents()


def turns(seconds: float = REST) -> list[float]:
    """Let the window live on; how long each turn of its loop kept it from answering to a key."""
    found, end = [], monotonic() + seconds
    while monotonic() < end:
        began = thread_time()
        QApplication.processEvents()
        found.append((thread_time() - began) * 1000)
        sleep(0.001)
    return found


def part(times: Sequence[float], share: float) -> float:
    """The time below which this share of all lies."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def table(title: str, rows: Sequence[tuple[str, float, float, float]]) -> str:
    """Rows of a name, what the sample and the big workbook took, and what is allowed (0 for nothing said)."""
    lines = [f"{title:<44}{'sample':>9}{'big':>9}{'ratio':>8}{'allowed':>9}   ms"]
    for name, sample, big, allowed in rows:
        ratio = f"{big / sample:.1f}" if sample >= 0.05 else ""
        bound = f"{allowed:.0f}" if allowed else ""
        mark = "" if not allowed or big <= allowed else "   over"
        lines.append(f"{name:<44}{sample:>9.1f}{big:>9.1f}{ratio:>8}{bound:>9}{mark}")
    return "\n".join(lines)

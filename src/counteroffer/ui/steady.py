"""Keeps Python alive under a Qt binding that miscounts.

PySide6 6.12.0 gives back None from every method without a result, and here and there True and False, and does not
count the reference. From Python 3.12 on these are not counted at all; on 3.11 their count sinks with each such call
until, after some thousands, the interpreter ends the process ("deallocating None"). Raising the counts once, out of
reach, is all that helps.
"""

from __future__ import annotations

import ctypes
import sys

from PySide6.QtCore import QObject

_TRIALS = 64
_OUT_OF_REACH = 1 << 60


def keep_constants() -> bool:
    """Raise the counts of None and its like if this binding loses them; says whether it did.

    To be called before the first window.
    """
    if sys.version_info >= (3, 12) or sys.getrefcount(None) >= _OUT_OF_REACH:
        return False
    probe = QObject()
    before = sys.getrefcount(None)
    for _ in range(_TRIALS):
        probe.setObjectName("")
    if before - sys.getrefcount(None) < _TRIALS // 2:
        return False
    for constant in (None, True, False, NotImplemented):
        # The count is the first word of every object in CPython 3.11.
        ctypes.c_ssize_t.from_address(id(constant)).value += _OUT_OF_REACH
    return True

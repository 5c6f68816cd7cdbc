"""None outlives any number of calls into Qt."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
from PySide6.QtCore import QObject
from counteroffer.ui.steady import keep_constants
keep_constants()
assert not keep_constants()
one = QObject()
for _ in range(200_000):
    one.setObjectName("")
print("alive")
"""


def test_none_outlives_two_hundred_thousand_calls() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert done.stdout == "alive\n", done.stderr
    assert done.returncode == 0

"""A program that is struck dead before each of its steps on the disk, one after the other.

For programs of their own (the `child` fixture): each step is taken by a fork, and what it leaves is looked at by the
program that lives on.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

TURNS = ("os.rename", "os.remove", "os.mkdir")
STEPS = (*TURNS, "open")
_DEAD = 77
_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it


def struck(template: Path, do: Callable[[Path], object], steps: tuple[str, ...] = TURNS) -> Iterator[Path]:
    """A copy of the folder for each step in it at which `do` was struck; at last one where it was not."""
    # A program that is killed loses nothing that it has written, so no disk need be waited for.
    with TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as scratch:
        for number in count():
            folder = Path(scratch) / str(number)
            shutil.copytree(template, folder)
            code = _struck_at(number, folder, do, steps)
            assert code in (0, _DEAD), code
            yield folder
            shutil.rmtree(folder)
            if code == 0:
                return


def _struck_at(number: int, folder: Path, do: Callable[[Path], object], steps: tuple[str, ...]) -> int:
    child = os.fork()
    if child == 0:
        try:
            _strike(folder, number, steps)
            do(folder)
        finally:
            os._exit(0 if sys.exc_info()[0] is None else 1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _strike(folder: Path, number: int, steps: tuple[str, ...]) -> None:
    left = number

    def before(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event in steps and any(str(one).startswith(str(folder)) for one in arguments):
            if left == 0:
                os._exit(_DEAD)
            left -= 1

    sys.addaudithook(before)

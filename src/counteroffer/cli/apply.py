"""`counteroffer apply`: edits in, one a line; a receipt out after each, once it is on the disk."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

from counteroffer.domain.errors import BadInput, Fault
from counteroffer.editing.ports import Archive
from counteroffer.editing.session import Session
from counteroffer.editing.wire import LONGEST_LINE, parse_edit


def apply_edits(archive: Archive, workbook_id: str, lines: BinaryIO, acknowledge: Callable[[int], None]) -> None:
    """Make the edits one after the other, each in a transaction of its own, and acknowledge each after its commit.

    Stops at the first line that cannot be applied or kept: the edits before it stay, the lines after it are not read.
    Blank lines are passed over.
    """
    session = Session(archive.load(workbook_id).result(), archive)
    kept = 0
    number = 0
    while line := lines.readline(LONGEST_LINE + 1):
        number += 1
        if not line.strip():
            continue
        try:
            session.apply(parse_edit(line, session.workbook))
            _keep(session)
        except (BadInput, Fault) as problem:
            raise type(problem)(f"Line {number}: {problem.sentence} {_so_far(kept)}") from None
        kept += 1
        acknowledge(kept)


def _keep(session: Session) -> None:
    """Wait for the commit. An edit that changed nothing is kept already."""
    workbook = session.workbook
    saving = session.flush()
    if saving is not None:
        session.settle(workbook, saving.result())


def _so_far(kept: int) -> str:
    if not kept:
        return "Nothing was saved."
    return "The edit before it is saved." if kept == 1 else f"The {kept} edits before it are saved."

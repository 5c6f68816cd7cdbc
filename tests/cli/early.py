"""A Counteroffer that lies: its `apply` prints the receipt before the commit. The kill tests must find it out."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

from counteroffer.cli import apply, commands, main
from counteroffer.editing.ports import Archive
from counteroffer.editing.session import Session
from counteroffer.editing.wire import parse_edit
from tests.forking import serve


def apply_edits(archive: Archive, workbook_id: str, lines: BinaryIO, acknowledge: Callable[[int], None]) -> None:
    """As the real one, but for the order of the last two steps."""
    session = Session(archive.load(workbook_id).result(), archive)
    for number, line in enumerate(lines, start=1):
        session.apply(parse_edit(line, session.workbook))
        acknowledge(number)
        apply._keep(session)


if __name__ == "__main__":
    commands.apply_edits = apply_edits
    serve(main)

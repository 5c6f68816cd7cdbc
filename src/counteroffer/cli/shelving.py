"""What is done with whole workbooks from the command line: put away, thrown out, doubled, tagged."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from counteroffer.domain.errors import BadInput

if TYPE_CHECKING:
    from counteroffer.archive.store import LocalArchive
    from counteroffer.cli.commands import Call

AddCommand = Callable[[str, str], argparse.ArgumentParser]


def add_commands(one_workbook: AddCommand) -> None:
    """The commands and what each takes."""
    one_workbook("put-away", "make a workbook read-only until it is reopened")
    one_workbook("reopen", "let a workbook that was put away be edited again")
    one_workbook("bin", "put a workbook into the bin; it can be taken back for 30 days")
    one_workbook("unbin", "take a workbook back out of the bin")
    one_workbook("delete", "delete a workbook and all its states for good").add_argument(
        "--yes", action="store_true", help="really"
    )
    one_workbook("duplicate", "add a second workbook with the same content and print its id").add_argument(
        "--title", help="its title (the same, if not given)"
    )
    one_workbook("tag", "give a workbook exactly these tags; none takes all away").add_argument(
        "tags", metavar="TAG", nargs="*"
    )


def put_away(call: Call, archive: LocalArchive) -> None:
    """Make it read-only."""
    archive.shelf.put_away(call.arguments.id).result()
    _tell(call)


def reopen(call: Call, archive: LocalArchive) -> None:
    """Let it be edited again."""
    archive.shelf.reopen(call.arguments.id).result()
    _tell(call)


def to_bin(call: Call, archive: LocalArchive) -> None:
    """Put it into the bin."""
    archive.shelf.to_bin(call.arguments.id).result()
    _tell(call)


def from_bin(call: Call, archive: LocalArchive) -> None:
    """Take it back."""
    archive.shelf.from_bin(call.arguments.id).result()
    _tell(call)


def delete(call: Call, archive: LocalArchive) -> None:
    """Delete it for good, if that was said twice."""
    if not call.arguments.yes:
        raise BadInput(
            "This deletes the workbook and all its earlier states for good. Nothing was changed. Say --yes if you mean "
            "it, or use `bin`, from which it can be taken back."
        )
    archive.shelf.remove(call.arguments.id).result()
    _tell(call)


def duplicate(call: Call, archive: LocalArchive) -> None:
    """Make a second one and say its id."""
    given = call.arguments
    title = archive.load(given.id).result().title if given.title is None else given.title
    saved = archive.shelf.duplicate(given.id, title).result()
    call.tell({"id": saved.workbook_id}, saved.workbook_id)


def tag(call: Call, archive: LocalArchive) -> None:
    """Give it these tags, each once."""
    archive.shelf.retag(call.arguments.id, tuple(dict.fromkeys(call.arguments.tags))).result()
    _tell(call)


def _tell(call: Call) -> None:
    call.tell({"id": call.arguments.id}, call.arguments.id)

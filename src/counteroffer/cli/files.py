"""Files that commands read and write."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from counteroffer.domain.errors import BadInput, Fault
from counteroffer.editing.ports.carrying import LARGEST_FILE

if TYPE_CHECKING:
    from counteroffer.cli.commands import Call


def write(call: Call, content: bytes) -> None:
    """Write the file of --output. Raises BadInput for a place that no file can be in."""
    from counteroffer.documents.write import write_file

    # A slip of the hand must not put a paper in the place of the archive itself.
    if call.arguments.output.resolve().parent == call.folder.resolve():
        raise BadInput("The archive's own folder is no place for this file: choose another. Nothing was changed.")
    write_file(call.arguments.output, content)


def content_of(file: Path) -> bytes:
    """The bytes of a file that was named. Raises BadInput if there is none, Fault if it cannot be read."""
    try:
        with file.open("rb") as opened:
            # One byte more than is allowed is enough to know that it is too large.
            return opened.read(LARGEST_FILE + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise BadInput("There is no such file.") from None
    except IsADirectoryError:
        raise BadInput("This is a folder, not a file.") from None
    except OSError as error:
        raise Fault(f"This file cannot be read ({error.strerror}).") from None

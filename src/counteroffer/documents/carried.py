"""A workbook's portable file out of a PDF that carries it, so that such a PDF opens again in the app.

PDF comes from anywhere and may be damaged or made to harm, so nothing is read of it but this one file, and no more of
that than a portable file may have.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from counteroffer.domain.errors import BadInput
from counteroffer.domain.words import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 64 * 1024 * 1024
"""Bytes in the largest PDF that is read, and in the largest file taken out of one."""
ENDING = ".counteroffer"
_BEGINS, _WITHIN = b"%PDF-", 1024
_DEEPEST = 16
_DAMAGED = N_(
    "This PDF is damaged, so no workbook can be taken out of it. Nothing was changed. "
    "Try another copy of it, or the .counteroffer file."
)


def portable_of(content: bytes) -> bytes:
    """The workbook's file in a PDF; anything that is no PDF as it is.

    Raises BadInput that names the cause if the PDF has no workbook inside, or if it cannot be read.
    """
    if _BEGINS not in content[:_WITHIN]:
        return content
    if len(content) > LARGEST:
        raise BadInput("This PDF is larger than 64 MB, which none with a workbook inside is. Nothing was changed.")
    try:
        found = _found(content)
    except BadInput:
        raise
    # A reader of PDF meets a broken file with errors of every kind, and deep nesting with the end of its stack.
    except Exception:  # noqa: BLE001
        raise BadInput(_DAMAGED) from None
    if found is None:
        raise BadInput(
            "This PDF has no workbook inside. Nothing was changed. "
            "Only your own copies of papers have one, if you chose so."
        )
    if len(found) > LARGEST:
        raise BadInput("The workbook in this PDF is larger than 64 MB, which no workbook file is. Nothing was changed.")
    return found


def _found(content: bytes) -> bytes | None:
    from io import BytesIO

    import pypdf

    # What it finds odd about a file is nothing to tell the person, and may hold words of theirs.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    reader = pypdf.PdfReader(BytesIO(content))
    if reader.is_encrypted:
        raise BadInput(
            "This PDF is locked with a password. Nothing was changed. Save it without one, then import it again."
        )
    names = _held(_held(reader.root_object, "/Names"), "/EmbeddedFiles")
    for name, file in _files(names, _DEEPEST):
        if str(name).endswith(ENDING):
            taken: bytes = file.get_object()["/EF"].get_object()["/F"].get_object().get_data()
            return taken
    return None


def _held(node: Any, name: str) -> Any:
    """What stands under a name; an empty one where nothing does."""
    value = node.get(name)
    return {} if value is None else value.get_object()


def _files(node: Any, depth: int) -> Iterator[tuple[Any, Any]]:
    """Each file by its name, from a tree that is no deeper than so many levels."""
    names = node.get("/Names", [])
    yield from zip(names[::2], names[1::2], strict=False)
    if depth:
        for kid in node.get("/Kids", []):
            yield from _files(kid.get_object(), depth - 1)

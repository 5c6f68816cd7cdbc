"""Objects of a PDF file that the library writes otherwise than archives ask for, or not at all."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject, PDFStream


class Stream(PDFObject):  # type: ignore[misc]  # the library carries no types
    """A stream that ends with the end of a line, as PDF/A asks; the library's own ones leave it out."""

    __RefOnly__ = 1

    def __init__(self, entries: dict[str, Any], content: bytes | str, *, packed: bool = True) -> None:
        self.entries = entries
        self.content = content
        self.packed = packed

    def format(self, document: Any) -> bytes:
        content = self.content if isinstance(self.content, bytes) else self.content.encode()
        entries = dict(self.entries)
        if self.packed:
            content = zlib.compress(content)
            entries["Filter"] = PDFName("FlateDecode")
        head: bytes = PDFDictionary({**entries, "Length": len(content)}).format(document)
        return head + b"\nstream\n" + content + b"\nendstream\n"

    @classmethod
    def instead_of(cls, stream: PDFStream) -> Stream:
        """One of the library's streams, written in this way."""
        return cls(stream.dictionary.dict, stream.content)


class Written(PDFObject):  # type: ignore[misc]
    """An object of its own whose bytes are known only when the file is written, for they name other objects."""

    __RefOnly__ = 1

    def __init__(self, write: Callable[[], bytes]) -> None:
        self._write = write

    def format(self, _document: Any) -> bytes:
        return self._write()

"""Pieces of help pages that are made from data instead of being written: links, lists, tables."""

from __future__ import annotations

import re
from collections.abc import Iterable

POINT = "point:"
"""What stands before the id of a point of the guide where it is the address of a page."""
DO = "do:"
"""What stands before the id of a command where a link does something instead of leading to a page."""

_SIGNS = re.compile(r"([!-/:-@\[-`{-~])")


def plain(text: str) -> str:
    """A text that holds no markup, so that none of its signs is taken for any."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def link(text: str, address: str) -> str:
    """A link to a page or a point."""
    return f"[{plain(text)}]({address})"


def bullets(lines: Iterable[str]) -> str:
    """Lines of markup under one another, each with a dot."""
    return "\n".join(f"- {line}" for line in lines)


def table(headings: tuple[str, str], rows: Iterable[tuple[str, str]]) -> str:
    """Two columns of plain texts."""
    lines = [headings, *rows]
    written = [f"| {plain(left)} | {plain(right)} |" for left, right in lines]
    return "\n".join([written[0], "| --- | --- |", *written[1:]])

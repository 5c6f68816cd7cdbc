"""Where the files under resources/ are: in a checkout, in an installed wheel, in a frozen bundle."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The folder that holds the sample, icons and, later, guidance, catalogue and help."""
    package = Path(__file__).resolve().parent
    bundle = Path(getattr(sys, "_MEIPASS", package)) / "resources"
    for folder in (package / "_resources", package.parent.parent / "resources", bundle):
        if folder.is_dir():
            return folder
    raise FileNotFoundError("Counteroffer's own resources folder is missing: the installation is incomplete.")


def path(*parts: str) -> Path:
    """A file or folder under resources/."""
    return root().joinpath(*parts)


def text(*parts: str) -> str:
    """The text of a resource, read as UTF-8."""
    return path(*parts).read_text(encoding="utf-8")

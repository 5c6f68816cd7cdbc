"""Readers that look at a PDF as somebody else would, and the workbooks that most tests use."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest

from counteroffer.domain.workbook import Workbook, from_plain
from tests.documents.samples import rich

Tool = Callable[..., str]


@pytest.fixture
def workbook() -> Workbook:
    return from_plain(rich())


@pytest.fixture
def plain_workbook() -> dict[str, Any]:
    return rich()


@pytest.fixture(scope="session")
def tool(tmp_path_factory: pytest.TempPathFactory) -> Tool:
    """Runs a PDF tool over the bytes of a PDF; `-` among the arguments stays what it is to the tool."""
    file = tmp_path_factory.mktemp("pdf") / "read.pdf"

    def run(content: bytes, name: str, *before: str, after: tuple[str, ...] = ()) -> str:
        assert shutil.which(name), f"{name} is missing: install poppler-utils and qpdf"
        file.write_bytes(content)
        done = subprocess.run([name, *before, str(file), *after], check=False, capture_output=True)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode("utf-8")

    return run


@pytest.fixture(scope="session")
def read(tool: Tool) -> Callable[[bytes], str]:
    """The text of a PDF, without what a page changes about it: line ends, kinds of space, forms of a letter."""

    def text(content: bytes) -> str:
        return squeezed(tool(content, "pdftotext", "-raw", after=("-",)))

    return text


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip()

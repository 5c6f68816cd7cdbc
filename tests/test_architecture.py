"""Who may import whom. The layout of the folders is the architecture, and this holds it."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_archon import archrule

SOURCE = Path(__file__).parent.parent / "src" / "counteroffer"
PARTS = {path.name for path in SOURCE.iterdir() if path.is_dir() and path.name != "__pycache__"} | {
    path.stem for path in SOURCE.glob("*.py") if path.stem != "__init__"
}
MAY_IMPORT = {
    "domain": set(),
    "resources": set(),
    "translations": {"domain", "resources"},
    "method": {"domain", "analysis", "resources"},
    "analysis": {"domain", "resources"},
    "editing": {"domain", "resources"},
    "archive": {"domain", "editing", "resources"},
    "documents": {"domain", "method", "analysis", "resources"},
    "sample": {"domain", "resources"},
    "ui": {"domain", "method", "analysis", "editing", "documents", "resources", "translations"},
}


@pytest.mark.parametrize("part", sorted(MAY_IMPORT))
def test_a_part_imports_only_what_lies_below_it(part: str) -> None:
    forbidden = PARTS - MAY_IMPORT[part] - {part}
    rule = archrule(f"{part} imports only what lies below it").match(f"counteroffer.{part}", f"counteroffer.{part}.*")
    for other in sorted(forbidden):
        rule = rule.should_not_import(f"counteroffer.{other}", f"counteroffer.{other}.*")
    rule.check("counteroffer")


def test_the_archive_knows_of_editing_only_its_ports() -> None:
    (
        archrule("archive sees the ports alone")
        .match("counteroffer.archive.*")
        .should_not_import("counteroffer.editing.session", "counteroffer.editing.history")
        .check("counteroffer", only_direct_imports=True)
    )


@pytest.mark.parametrize(
    ("library", "homes"),
    [
        ("PySide6", ("ui/", "app.py")),
        ("reportlab", ("documents/pdf/",)),
        ("fontTools", ("documents/pdf/",)),
        ("uharfbuzz", ("documents/pdf/",)),
        ("apsw", ("archive/",)),
        ("nacl", ("archive/",)),
    ],
)
def test_a_library_is_imported_only_where_it_belongs(library: str, homes: tuple[str, ...]) -> None:
    strangers = [
        str(file.relative_to(SOURCE))
        for file in SOURCE.rglob("*.py")
        if library in _imported(file) and not file.relative_to(SOURCE).as_posix().startswith(homes)
    ]
    assert strangers == []


def test_the_domain_needs_nothing_but_the_standard_library_and_pydantic() -> None:
    allowed = set(sys.stdlib_module_names) | {"pydantic", "pydantic_core", "counteroffer"}
    strangers = {name for file in (SOURCE / "domain").rglob("*.py") for name in _imported(file)} - allowed
    assert strangers == set()


def test_starting_the_window_loads_nothing_heavy() -> None:
    heavy = ("reportlab", "fontTools", "PySide6.QtPdf", "PySide6.QtPrintSupport", "numpy", "PIL", "nacl", "hypothesis")
    script = f"import sys, counteroffer.app; print([n for n in {heavy!r} if n in sys.modules])"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def _imported(file: Path) -> set[str]:
    """The top-level names of everything a file imports, inside functions too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names

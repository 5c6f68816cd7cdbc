"""The tool behind `make messages`, for tests."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from types import ModuleType

SCRIPT = Path(__file__).resolve().parents[1] / "packaging" / "messages.py"


@cache
def message_tool() -> ModuleType:
    """The tool, by its path: the folder's name is also that of a library that pytest uses."""
    spec = importlib.util.spec_from_file_location("counteroffer_messages", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

"""The tool behind `make pictures`, for tests."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

SCRIPT = Path(__file__).resolve().parents[1] / "packaging" / "pictures.py"


@cache
def picture_tool() -> ModuleType:
    """The tool, by its path: the folder's name is also that of a library that pytest uses."""
    spec = importlib.util.spec_from_file_location("counteroffer_pictures", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # where its data classes look for their own names
    spec.loader.exec_module(module)
    return module

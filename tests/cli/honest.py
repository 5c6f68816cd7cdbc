"""Counteroffer's command line as it is, started by forking: see `tests.forking`."""

from __future__ import annotations

from counteroffer.cli import main
from tests.forking import serve

if __name__ == "__main__":
    serve(main)

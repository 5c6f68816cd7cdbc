"""The same doors without a window: `counteroffer new`, `list`, `show`, `apply`, `brief` and so on.

Exit codes: 0 done; 2 for what was given (a usage, a value, a file), 1 for the machine (locked, unwritable, damaged,
newer), each with one plain line on standard error; 130 when stopped by Ctrl+C.
"""

from counteroffer.cli.entry import main

__all__ = ["main"]

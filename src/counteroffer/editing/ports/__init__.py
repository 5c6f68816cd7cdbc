"""What the session and the archive window need of the place where workbooks are kept.

The archive fulfils these protocols; `app.py` hands it in. Every call returns at once with a future, because the
archive does its work on one thread of its own. A future fails with `Fault` (the machine) or `BadInput` (what was
given), never with anything else that a person should read.

One file for each thing a person does with the archive: keep, protect, back up, look back, find, carry.
"""

from counteroffer.editing.ports.backups import Backup, Backups, BackupState, Restoring, RowChange
from counteroffer.editing.ports.carrying import Carrying, Conflict, Incoming, TakenIn
from counteroffer.editing.ports.finding import Filters, Finding, Found, Hit, Place, Sorting
from counteroffer.editing.ports.history import History, Revision
from counteroffer.editing.ports.keeping import Archive, Saved, Store, Summary
from counteroffer.editing.ports.protection import (
    NeedsSecret,
    NewPassphrase,
    Protection,
    ProtectionState,
    WrongSecret,
)
from counteroffer.editing.ports.shelf import Gathered, Shelf

__all__ = [
    "Archive",
    "Backup",
    "BackupState",
    "Backups",
    "Carrying",
    "Conflict",
    "Filters",
    "Finding",
    "Found",
    "Gathered",
    "History",
    "Hit",
    "Incoming",
    "NeedsSecret",
    "NewPassphrase",
    "Place",
    "Protection",
    "ProtectionState",
    "Restoring",
    "Revision",
    "RowChange",
    "Saved",
    "Shelf",
    "Sorting",
    "Store",
    "Summary",
    "TakenIn",
    "WrongSecret",
]

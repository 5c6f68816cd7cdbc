"""The private archive: one folder in which every workbook is kept, each save a revision, nothing ever in the clear.

    from counteroffer.archive.store import open_archive

One connection to one encrypted SQLite file, on one worker thread, behind one lock:

    file/       the file itself: folder, lock, connection, tables, opening
    keeping/    workbooks, their states and papers, and what is done with them
    sealing/    keys, passphrase, recovery code
    backups/    copies of the whole archive
    rescue/     what to do when it does not open
    carrying/   files that bring workbooks in and out
    finding/    search
    work        what all parts share; `worker` is the one thread, `faults` what its failures are called in plain words
    store       all of it as the `Archive` the rest of the app knows
"""

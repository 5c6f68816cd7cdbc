"""The private archive: one folder in which every workbook is kept, each save a revision, nothing ever in the clear.

    from counteroffer.archive.store import open_archive

One connection to one encrypted SQLite file, on one worker thread, behind one lock:

    folder, lock          where it is, who has it open, whether there has been an archive here before
    keys, connection      the key the pages are sealed with, and how the file is opened
    opening, creation     what is refused, and how the very first file comes to be
    schema, formats       the tables and the workbook's own format, and how older ones become today's
    snapshots, revisions  a workbook as bytes with a fingerprint; its kept states; `retention` says how long
    summaries             the list on the start page
    attachments           papers kept with a workbook, by fingerprint
    portable              the `.counteroffer` file
    worker, faults        one thread, and what its failures are called in plain words
    store                 all of it as the `Archive` the rest of the app knows

Passphrases (`archive.key`), backups (`backups/`), search and salvage have their place here and come later.
"""

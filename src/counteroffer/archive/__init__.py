"""The private archive: one folder in which every workbook is kept, each save a revision, nothing ever in the clear.

    from counteroffer.archive.store import open_archive

One connection to one encrypted SQLite file, on one worker thread, behind one lock:

    folder, lock          where it is, who has it open, whether there has been an archive here before
    keys, connection      the key the pages are sealed with, and how the file is opened
    opening, creation     what is refused, and how the very first file comes to be
    wrapping              sealing with a secret that a person knows
    recovery, keyfile     the printed code, and `archive.key`: the data key under both secrets
    unlocking             opening with whatever opens it, and what to say where nothing does
    remembering           this computer's keyring
    resealing, protection the first passphrase, another one, none any more
    schema, formats       the tables and the workbook's own format, and how older ones become today's
    snapshots, revisions  a workbook as bytes with a fingerprint; its kept states; `retention` says how long
    summaries             the list on the start page
    attachments           papers kept with a workbook, by fingerprint
    portable              the `.counteroffer` file: one workbook, in the open
    boxes, zips           many workbooks in one file, and reading a ZIP that somebody else made
    sealed_files          the encrypted form of either
    carrying, intake      giving them out, and taking them in over what is there
    history               earlier states, and names for those that are kept for ever
    sliced                long work in small steps, between which saves are made
    copying, signs        a checked copy of the database, and a cheap sign of whether anything has changed
    backup_files, places  a backup as a file, and where such files go; `rotation` says which stay
    making, restoring     one backup made, one put back; `backups` is all of it as the app knows it
    verifying             checking every page, every state and every backup
    replacing             another database in the place of the archive's own, whatever happens meanwhile
    recovering, aside     a backup in the place of an archive that does not open; what was there is set aside
    record, watch         who has it open and how far it was saved; whether its files are still where they were
    states, noticing      how many states there ever were; what is worth knowing at opening but stops nobody
    known                 where archives have been, kept beside the settings: a missing disk is no first start
    salvage, rescue       bringing back what is whole; `walking` reads around holes, `first_page` opens what is shut
    finding, index        search; `passages` are the texts that it looks through
    worker, faults        one thread, and what its failures are called in plain words
    store                 all of it as the `Archive` the rest of the app knows
"""

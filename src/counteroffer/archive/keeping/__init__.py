"""Workbooks and their states, each save a revision.

snapshots, revisions  a workbook as bytes with a fingerprint; its kept states; `retention` says how long
formats               the workbook's own format, and how older ones become today's
summaries             the list on the start page
attachments           papers kept with a workbook, by fingerprint
history               earlier states, and names for those that are kept for ever
shelf, binned         what is done with whole workbooks; `gathering` finds out about many of them
"""

"""Copies of the whole archive, made by themselves, checked, thinned out, and put back.

sliced                long work in small steps, between which saves are made
copying, signs        a checked copy of the database, and a cheap sign of whether anything has changed
backup_files, places  a backup as a file, and where such files go; `rotation` says which stay
making, restoring     one backup made, one put back; `backups` is all of it as the app knows it
verifying             checking every page, every state and every backup
replacing             another database in the place of the archive's own, whatever happens meanwhile
"""

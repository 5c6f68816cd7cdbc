"""When the archive does not open: a backup in its place, or what is whole of it brought back.

recovering, aside     a backup in the place of an archive that does not open; what was there is set aside
salvage, rescue       bringing back what is whole; `walking` reads around holes, `first_page` opens what is shut
"""

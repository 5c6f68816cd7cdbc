"""Paper: from a workbook to plain content, and from there to the bytes of a PDF.

`content` decides what a document says, and which of its lines go first where room is short; `pdf` decides how it
looks; `write` puts bytes into a file so that the old file stays whole. `make` has the doors that the app and the
command line use; importing it costs nothing.

Private or shareable is a type: what may be handed to the other side is built from a `ShareableView`, which has no
field for anything that they must not see.
"""

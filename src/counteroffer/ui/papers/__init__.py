"""Papers in the window: chosen, seen as they will be printed, saved and printed.

`kinds` says which there are, `making` sets them aside from the window's thread, `preview` shows the bytes, `saving`
writes them, and `dialog` joins all this. Only `dialog` and `preview` load QtPdf; import them when a paper is wanted.
"""

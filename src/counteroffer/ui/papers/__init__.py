"""Papers in the window: chosen, seen as they will be printed, saved and printed.

`kinds` says which there are, `making` sets them aside from the window's thread, `preview` shows the bytes, `lacking`
says what the typeface does not have, `saving` and `printer` put a paper where it is wanted, and `dialog` joins all
this. Only `dialog`, `preview` and `printer` load QtPdf; import them when a paper is wanted.
"""

"""Content onto pages. Only in here is a PDF library or a font file touched."""

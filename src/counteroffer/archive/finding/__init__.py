"""Search over every text of every workbook.

passages            the texts in small pieces: what the index is made from and snippets are taken from
index               keeping it up to date, a little behind the saves; `turns` lets saves in between
asking, finding     a question as SQL, and its answer as the app knows it
"""

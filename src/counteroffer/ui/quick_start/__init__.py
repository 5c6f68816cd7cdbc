"""The quick start: ten questions, one per screen, and at the end a brief with an honest list of what is still thin.

`questions` says what is asked, `places` where each answer belongs, `draft` and `thin` make sentences and the list at
the end from what was written; none of them knows a widget. `screen` and `screens` show one question, `ending` the
last screen, `quick_start` leads through all of them. Every answer is an ordinary edit of the workbook.
"""

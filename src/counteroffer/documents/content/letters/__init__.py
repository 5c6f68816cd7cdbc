"""Letters to the other side, drafted from what they may see and kept in the person's own words.

`drafts` says what a letter says, kind by kind; `facts` notices that what a letter was written on has changed; `paper`
sets a letter, the draft or the person's own words, as a document.
"""

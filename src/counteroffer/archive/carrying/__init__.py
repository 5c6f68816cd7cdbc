"""Files that carry workbooks in and out.

portable              the `.counteroffer` file: one workbook, in the open
boxes, zips           many workbooks in one file, and reading a ZIP that somebody else made
sealed_files          the encrypted form of either
carrying, intake      giving them out, and taking them in over what is there
"""

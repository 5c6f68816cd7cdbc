"""What the documents say: plain content objects made from a workbook, free of any look."""

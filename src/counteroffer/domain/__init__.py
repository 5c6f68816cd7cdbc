"""What a workbook is: frozen models, exact numbers, and the edits that turn one into the next."""

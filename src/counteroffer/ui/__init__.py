"""The window: Qt Widgets that show one immutable workbook and turn what a person does into edits."""

"""Editing a workbook without a window: the session, its history, and the ports it needs."""

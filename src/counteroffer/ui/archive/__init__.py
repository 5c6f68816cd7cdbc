"""The archive as a person sees it: the list and its search, backups, what comes in and goes out, what was won."""

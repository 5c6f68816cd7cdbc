"""Words that no dictionary knows, marked in long texts, where the computer has a dictionary of their language."""

"""For each tab: its points, and texts that are there and still leave a point open, each with what is missing."""

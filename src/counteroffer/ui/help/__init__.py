"""The help: a handbook inside the app, the guide's points at length, and the way to both from whatever has focus."""

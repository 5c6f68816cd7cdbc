"""The frame around the pages: rail, top bar, guide, find, and the window that holds them."""

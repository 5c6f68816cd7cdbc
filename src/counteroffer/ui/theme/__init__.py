"""How the app looks: tokens, and from them the palette, the style sheet and the fonts.

theme = Theme(app)              # composition root: Fusion, palette, style sheet, typeface; follows the system
theme.set_mode(Mode.DARK)       # or Mode.LIGHT, or Mode.SYSTEM again
theme.colours.accent            # the colour of a role, in the scheme in view
theme.changed.connect(...)      # for what was painted or tinted by hand
"""

from counteroffer.ui.theme.theme import Mode, Theme
from counteroffer.ui.theme.tokens import DARK, LIGHT, ROLES, Colours, Duration, Size, Space, Type

__all__ = ["DARK", "LIGHT", "ROLES", "Colours", "Duration", "Mode", "Size", "Space", "Theme", "Type"]

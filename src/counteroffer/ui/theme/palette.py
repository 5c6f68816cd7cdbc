"""The Qt palette of a theme: what Fusion paints by itself gets the app's colours too."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from counteroffer.ui.theme.tokens import Colours


def palette(colours: Colours) -> QPalette:
    """A full palette; setting the colour scheme alone does nothing on several platforms."""
    role = QPalette.ColorRole
    made = QPalette()
    active = {
        role.Window: colours.ground,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.sunken,
        role.Text: colours.text,
        role.PlaceholderText: colours.text_muted,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.error,
        role.ToolTipBase: colours.shade,
        role.ToolTipText: colours.on_shade,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.surface,
        role.Midlight: colours.hover,
        role.Mid: colours.line,
        role.Dark: colours.field_line,
        role.Shadow: colours.shade,
    }
    for name, colour in active.items():
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.text_disabled))
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(colours.line))
    made.setColor(QPalette.ColorGroup.Disabled, role.HighlightedText, QColor(colours.text_disabled))
    return made

"""Every colour, distance, size and duration of the app; nothing outside this file has one of its own.

A colour has a role, not a place: a widget asks for `text_muted`, never for a grey. Both themes fill the same roles;
tests/ui/test_theme.py computes the contrast of every pair that meets on screen.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, fields
from typing import Final


@dataclass(frozen=True)
class Colours:
    """The colour roles of one theme, as #rrggbb."""

    ground: str
    """Behind everything."""
    rail: str
    """The list of tabs and the guide."""
    surface: str
    """Cards and fields."""
    sunken: str
    """Rows and chips that lie on a card."""
    hover: str
    """A row or quiet button under the pointer."""
    line: str
    """The quiet edge of a card."""
    field_line: str
    """The edge of a field or button."""
    mark_line: str
    """The edge of what must be found by its edge alone: check boxes, the empty part of a ring."""
    text: str
    text_muted: str
    """Prompts, captions, placeholders."""
    text_disabled: str
    icon: str
    accent: str
    """The one colour: the main button, the tab in view, links."""
    accent_hover: str
    on_accent: str
    accent_soft: str
    """The ground of what is chosen."""
    focus: str
    """The ring around what has the keyboard."""
    info: str
    info_soft: str
    good: str
    good_soft: str
    warning: str
    warning_soft: str
    error: str
    error_soft: str
    shade: str
    """Behind a popup's edge and for tool tips."""
    on_shade: str


LIGHT: Final = Colours(
    ground="#f4f5f7",
    rail="#ffffff",
    surface="#ffffff",
    sunken="#f4f6f8",
    hover="#ebeef2",
    line="#dcdfe4",
    field_line="#bcc3cc",
    mark_line="#7b8490",
    text="#1b1f24",
    text_muted="#59626e",
    text_disabled="#8d959f",
    icon="#4a525c",
    accent="#1f6f8b",
    accent_hover="#185a72",
    on_accent="#ffffff",
    accent_soft="#e2eff4",
    focus="#1f6f8b",
    info="#1f6f8b",
    info_soft="#e2eff4",
    good="#1c7146",
    good_soft="#e3f3ea",
    warning="#855500",
    warning_soft="#fcf1da",
    error="#b3261e",
    error_soft="#fcebea",
    shade="#23282e",
    on_shade="#f2f4f6",
)

DARK: Final = Colours(
    ground="#17191c",
    rail="#121316",
    surface="#202327",
    sunken="#191b1f",
    hover="#2a2e34",
    line="#32363c",
    field_line="#474d55",
    mark_line="#868e98",
    text="#e8eaed",
    text_muted="#a3abb5",
    text_disabled="#717983",
    icon="#b9c0c8",
    accent="#4aa3c7",
    accent_hover="#66b5d5",
    on_accent="#0d1418",
    accent_soft="#1f343e",
    focus="#4aa3c7",
    info="#6cb8d8",
    info_soft="#1f343e",
    good="#6fc899",
    good_soft="#1c3528",
    warning="#e2b456",
    warning_soft="#372d17",
    error="#f2938c",
    error_soft="#402324",
    shade="#3a4048",
    on_shade="#f2f4f6",
)

ROLES: Final = tuple(field.name for field in fields(Colours))


class Space:
    """Distances in pixels at 100 %."""

    XS: Final = 4
    S: Final = 8
    M: Final = 12
    L: Final = 16
    XL: Final = 24
    XXL: Final = 32


class Size:
    """Sizes of things in pixels at 100 %."""

    RADIUS: Final = 8
    RADIUS_SMALL: Final = 6
    RADIUS_CARD: Final = 12
    CONTROL: Final = 34
    """The least height of a field or a button."""
    ICON: Final = 20
    ICON_SMALL: Final = 16
    ICON_LARGE: Final = 40
    RING: Final = 18
    RING_WIDTH: Final = 3
    CHECK: Final = 18
    SCROLL_BAR: Final = 12
    COLUMN: Final = 760
    """The widest a column of cards gets, for reading."""
    QUESTION: Final = 620
    """The same where there is one question on the screen and nothing else."""
    FIELD: Final = 240
    """The width below which fields side by side move under one another."""
    RAIL: Final = 216
    GUIDE: Final = 300
    POPUP: Final = 320
    LINE: Final = 1
    FOCUS: Final = 2
    LEAST_LINES: Final = 3
    MOST_LINES: Final = 16
    MOST_ROWS: Final = 12


_POINT: Final = 96 / 72 if sys.platform == "darwin" else 1.0
"""macOS has 72 points to the inch of a screen, others have 96: beside distances in pixels, type is as large on all."""


class Type:
    """Sizes of type in points, before the person's own text scale."""

    FAMILY: Final = "FiraGO"
    TITLE: Final = 20.0 * _POINT
    SECTION: Final = 13.0 * _POINT
    BODY: Final = 10.5 * _POINT
    CAPTION: Final = 9.0 * _POINT


class Duration:
    """Durations in milliseconds."""

    SHORT: Final = 120
    HINT: Final = 700
    """How long typing rests before what cannot be read is pointed out."""
    NOTE: Final = 2_500
    """How long a short note, such as that something was copied, stays in view."""
    SAVE: Final = 300
    REST: Final = 250
    """How long typing rests before the points of the method are looked at."""
    FIGURES: Final = 150
    """How long typing rests before figures are reckoned anew."""
    PAPER: Final = 400
    """How long typing rests before the paper beside it is made anew."""
    SCROLL: Final = 40

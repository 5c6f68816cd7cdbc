"""The hint that a paper holds characters which the typeface does not have: of what kind, how many, and where."""

from __future__ import annotations

from collections.abc import Sequence

from counteroffer.documents.pdf.result import Lacking
from counteroffer.ui.context import UiContext
from counteroffer.ui.widgets import Banner

NAMED = 3
"""So many headings are named under which something lacks; more would be a list that nobody reads."""


def say_lacking(banner: Banner, found: Sequence[Lacking]) -> None:
    """Say it, or say nothing where all is there."""
    _ = banner.ctx.translate
    if found:
        banner.say(
            _(
                "Some characters are not in the built-in typeface, so they cannot be printed. "
                "The paper names each of them in brackets instead."
            ),
            "warning",
            "\n".join(_words(one, banner.ctx) for one in found),
        )
    banner.setVisible(bool(found))


def _words(one: Lacking, ctx: UiContext) -> str:
    _ = ctx.translate
    where = ", ".join(_("“{heading}”").format(heading=heading) for heading in one.where[:NAMED])
    if len(one.where) > NAMED:
        where = _("{places} and elsewhere").format(places=where)
    return _("{kind}: {count}, under {places}").format(kind=_(one.kind.value), count=one.count, places=where)

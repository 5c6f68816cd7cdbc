"""The handbook: which pages there are and in which order, each in the reader's language as far as it is translated.

Most pages are written, one Markdown file each under resources/help. The points of the guide and the list of keys are
made from what the app itself goes by, so they cannot say anything else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence

from counteroffer import resources
from counteroffer.method.guidance import Point, points
from counteroffer.translations import SOURCE
from counteroffer.ui.context import N_, UiContext
from counteroffer.ui.help.markdown import POINT, bullets, link, plain, table

FIRST = "first_steps"
"""The page that opens where nothing else is asked for."""
KEYS = "keys"

CHAPTERS = (
    (N_("Begin"), (FIRST, "quick_start")),
    (
        N_("The work, tab by tab"),
        (
            "offer",
            "research",
            "priorities",
            "justifications",
            "alternatives",
            "packages",
            "conversations",
            "agreement",
            "look_back",
        ),
    ),
    (N_("Figures and papers"), ("worth", "papers", "letters")),
    (N_("Your archive"), ("archive", "history", "backups", "carrying", "moving", "privacy", "settings")),
    (N_("To look up"), (KEYS, "command_line", "words", "trouble", "about")),
)
"""The written pages, by chapter."""

_TABS = {"archive": "look_back"}
"""Pages that are called otherwise in the guidance."""

Actions = Iterable[QAction]


@dataclass(frozen=True)
class HelpPage:
    """One page: `text` is Markdown, in the reader's language, and begins with the title. `parent` is the page below
    which it stands in the contents; empty for none."""

    address: str
    title: str
    text: str
    parent: str = ""


@dataclass(frozen=True)
class Chapter:
    """Some pages under one title, those of the guide's points behind the page of their tab."""

    title: str
    pages: tuple[HelpPage, ...]


def handbook(ctx: UiContext, window: Actions, own: Actions) -> tuple[Chapter, ...]:
    """The whole handbook; `window` and `own` are what can be done by keys in the app's window and in the help."""
    _ = ctx.translate
    made = {KEYS: keys_text(ctx, window, own)}
    found: list[Chapter] = []
    for title, addresses in CHAPTERS:
        pages: list[HelpPage] = []
        for address in addresses:
            of_tab = [point for point in points() if _page_of(point) == address]
            text = "\n\n".join(
                part for part in (_in_reach(ctx, address), made.get(address, ""), _list(of_tab, _)) if part
            )
            pages.append(HelpPage(address, _title(text), text))
            pages += [HelpPage(f"{POINT}{one.id}", _(one.title), point_text(one, _), address) for one in of_tab]
        found.append(Chapter(_(title), tuple(pages)))
    return tuple(found)


def written(language: str, address: str) -> str:
    """The Markdown of a page as it was written, in this language or else in English."""
    file = resources.path("help", language if is_written(language, address) else SOURCE, f"{address}.md")
    return file.read_text(encoding="utf-8").strip()


def is_written(language: str, address: str) -> bool:
    """Whether there is this page in this language."""
    return resources.path("help", language, f"{address}.md").is_file()


def _in_reach(ctx: UiContext, address: str) -> str:
    """The page as it was written; in the language of the app, it says first if it is in English after all."""
    text = written(ctx.language, address)
    if is_written(ctx.language, address):
        return text
    title, rest = text.split("\n", 1)
    return f"{title}\n\n*{plain(ctx.translate('This page is not translated yet.'))}*\n{rest}"


def point_text(point: Point, translate: Callable[[str], str]) -> str:
    """All that the guide says of a point, as a page."""
    _ = translate
    standing = [_("Still open: {words}").format(words=_(point.open)), _("Done: {words}").format(words=_(point.done))]
    if point.not_needed:
        standing.append(_("Not needed: {words}").format(words=_(point.not_needed)))
    parts = (
        f"# {plain(_(point.title))}",
        f"## {plain(_('What to do'))}",
        plain(_(point.do)),
        f"## {plain(_('Why it helps'))}",
        plain(_(point.why)),
        f"## {plain(_('For example'))}",
        f"> {plain(_(point.example))}",
        f"## {plain(_('How the guide tells'))}",
        bullets(plain(line) for line in standing),
        *_neighbours(point, translate),
    )
    return "\n\n".join(parts)


def keys_text(ctx: UiContext, window: Actions, own: Actions) -> str:
    """All commands that have keys, as tables."""
    _ = ctx.translate
    parts: list[str] = []
    for title, actions in ((_("In the window"), window), (_("In this help"), own)):
        rows = [(action.text(), shown_keys(action)) for action in actions if action.shortcuts()]
        # Before the archive there is nothing to be done by keys yet.
        parts += [f"## {plain(title)}", table((_("What"), _("Keys")), rows)] if rows else []
    return "\n\n".join(parts)


def shown_keys(action: QAction) -> str:
    """An action's keys as they are called on this system."""
    return ", ".join(one.toString(QKeySequence.SequenceFormat.NativeText) for one in action.shortcuts())


def _page_of(point: Point) -> str:
    return _TABS.get(point.tab, point.tab)


def _title(text: str) -> str:
    return text.partition("\n")[0].removeprefix("# ").strip()


def _list(found: list[Point], translate: Callable[[str], str]) -> str:
    """The points of a tab, each leading to its page."""
    if not found:
        return ""
    lines = bullets(link(translate(point.title), f"{POINT}{point.id}") for point in found)
    return f"## {plain(translate('Point by point'))}\n\n{lines}"


def _neighbours(point: Point, translate: Callable[[str], str]) -> list[str]:
    """The page of the point's tab, and the point that comes next on it."""
    _ = translate
    of_tab = [one for one in points() if one.tab == point.tab]
    after = of_tab[of_tab.index(point) + 1 :][:1]
    lines = [link(_("All points of this page"), _page_of(point))]
    lines += [f"{plain(_('Next:'))} {link(_(one.title), f'{POINT}{one.id}')}" for one in after]
    return ["---", "  \n".join(lines)]

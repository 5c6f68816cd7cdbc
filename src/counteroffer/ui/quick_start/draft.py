"""A first draft of the line to say, put together from what was written. It is a start, and theirs to change."""

from __future__ import annotations

from collections.abc import Callable

from counteroffer.domain.levels import YesNoValue, is_blank
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method.catalogue import catalogue

LONGEST_REASON = 30
"""Words in a reason that can still stand before the ask in one breath."""
_ENDS = (".", "!", "?", "…", "”", "’", "»")
_JOINING = frozenset({"after", "as", "at", "by", "from", "in", "on", "once", "starting", "when", "with", "within"})
"""Words that lead into a time, and are written small within a sentence."""

Translate = Callable[[str], str]


def draft_line(workbook: Workbook, ask: Term, level: str, translate: Translate, locale: str) -> str:
    """One reason, the ask, a question: in words to be spoken. Empty while nothing says how much.

    `level` is the level to begin with, in words, as `level_to_say` names it.
    """
    wish = _wish(ask, level, translate, locale)
    if not wish:
        return ""
    return " ".join(part for part in (_reason(workbook, ask), wish, translate("Is that something you can do?")) if part)


def level_to_say(ask: Term) -> str:
    """Which level is spoken first: the opening, or the target while there is none. Empty for neither."""
    return next((name for name in ("opening", "target") if not is_blank(getattr(ask, name).value)), "")


def _wish(ask: Term, level: str, translate: Translate, locale: str) -> str:
    name = _within(ask.name.strip(), ask, locale, translate)
    starts = _small(ask.starts.strip().rstrip("."), locale)
    exactly = ask.what_exactly.strip().rstrip(".")
    spoken = getattr(ask, level_to_say(ask)).value if level_to_say(ask) else None
    if isinstance(spoken, YesNoValue):
        level = ""
    if level:
        wish = translate("For {name} I would like {level}").format(name=name, level=level)
    elif exactly:
        wish = translate("What I would like is this: {ask}").format(ask=exactly)
    elif isinstance(spoken, YesNoValue):
        wish = translate("I would like to ask for this: {name}").format(name=name)
    else:
        return ""
    return (translate("{wish}, {starts}.") if starts else translate("{wish}.")).format(wish=wish, starts=starts)


def _reason(workbook: Workbook, ask: Term) -> str:
    """The one reason: one that may be said, otherwise a finding that may be mentioned."""
    said = [one.statement for one in ask.justification.reasons if one.sayable]
    linked = ask.justification.evidence
    said += [one.statement for one in workbook.research.findings if one.sayable and one.id in linked]
    text = next((one.strip() for one in said if one.strip() and len(one.split()) <= LONGEST_REASON), "")
    return text if not text or text.endswith(_ENDS) else f"{text}."


def _within(name: str, ask: Term, locale: str, translate: Translate) -> str:
    """The term's name within a sentence. Only a name of the catalogue is known to be no proper name."""
    benefit = catalogue().find(ask.benefit)
    if benefit is None or name != translate(benefit.name) or not locale.startswith("en"):
        return name
    return name[:1].lower() + name[1:]


def _small(text: str, locale: str) -> str:
    first = text.split(" ", 1)[0]
    small = locale.startswith("en") and first.casefold() in _JOINING
    return text[:1].lower() + text[1:] if small else text

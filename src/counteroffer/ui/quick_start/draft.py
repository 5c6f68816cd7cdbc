"""A first draft of the line to say, put together from what was written. It is a start, and theirs to change."""

from __future__ import annotations

from collections.abc import Callable

from counteroffer.analysis.gains import is_base_pay
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
    """The ask in their own plain words, if there are any; otherwise by its name and its level."""
    spoken = getattr(ask, level_to_say(ask)).value if level_to_say(ask) else None
    if isinstance(spoken, YesNoValue):
        level, spoken = "", spoken if spoken.yes else None
    exactly = ask.what_exactly.strip().rstrip(".")
    if exactly:
        wish = translate("I would like to ask for this: {ask}").format(ask=exactly)
    elif spoken is None:
        return ""
    elif level and is_base_pay(ask):
        wish = translate("For base pay I would like {level}").format(level=level)
    else:
        # Names are of every shape, so they are only named, not built into the sentence.
        named = ", ".join(part for part in (_within(ask, translate, locale), level) if part)
        wish = translate("I would like to ask for this: {ask}").format(ask=named)
    starts = _small(ask.starts.strip().rstrip("."), locale)
    return (translate("{wish}, {starts}.") if starts else translate("{wish}.")).format(wish=wish, starts=starts)


def _reason(workbook: Workbook, ask: Term) -> str:
    """The one reason: one that may be said, otherwise a finding that may be mentioned."""
    said = [one.statement for one in ask.justification.reasons if one.sayable]
    linked = ask.justification.evidence
    said += [one.statement for one in workbook.research.findings if one.sayable and one.id in linked]
    text = next((one.strip() for one in said if one.strip() and len(one.split()) <= LONGEST_REASON), "")
    return text if not text or text.endswith(_ENDS) else f"{text}."


def _within(ask: Term, translate: Translate, locale: str) -> str:
    """The term's name within a sentence. Only a name of the catalogue is known to be no proper name."""
    name, benefit = ask.name.strip(), catalogue().find(ask.benefit)
    if benefit is None or name != translate(benefit.name):
        return name
    return _lowered(name, locale)


def _small(text: str, locale: str) -> str:
    """A time within a sentence: what leads into it is written small."""
    return _lowered(text, locale) if text.split(" ", 1)[0].casefold() in _JOINING else text


def _lowered(text: str, locale: str) -> str:
    # Other languages have their own rules: there the words stay as they are written.
    return text[:1].lower() + text[1:] if locale.startswith("en") else text

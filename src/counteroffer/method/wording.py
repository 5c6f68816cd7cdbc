"""Wording: what is vague, and what has the wrong tone. Word lists are data, one file a language.

Nothing inside quotations is looked at: those are somebody else's words. Few false alarms matter more than finding
everything, since a hint that is wrong once is not read twice.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from counteroffer import resources
from counteroffer.domain.base import Choice

LANGUAGES = ("en",)


class Fault(Choice):
    """What is pointed out."""

    VAGUE = "vague", "This says nothing yet that could be granted."
    ULTIMATUM = "ultimatum", "This reads as an ultimatum."
    BLAME = "blame", "This puts the blame on them."
    APOLOGY = "apology", "This apologises for asking."
    PLEADING = "pleading", "This pleads."


class Place(Choice):
    """What sort of text it is."""

    ASK = "ask", "The ask"
    LINE = "line", "The line to say"
    LETTER = "letter", "A letter"
    ANSWER = "answer", "Their answer"


@dataclass(frozen=True)
class Rule:
    """Patterns for one fault, where they hold, and what to say instead (a message id)."""

    fault: Fault
    places: frozenset[Place]
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    only_without_figure: bool
    say: str


@dataclass(frozen=True)
class Remark:
    """One thing pointed out: the fault, the words (their place in the text), and the way to mend it."""

    fault: Fault
    start: int
    end: int
    say: str


@lru_cache(maxsize=1_024)
def remarks(text: str, place: Place, language: str = "en") -> tuple[Remark, ...]:
    """What to point out in a text, in its order; at most one remark of a fault in a sentence.

    A language without word lists gives nothing: silence is better than a guess.
    """
    rules = _rules(language[:2]) if language[:2] in LANGUAGES else ()
    found: list[Remark] = []
    unquoted = without_quotations(_bare(text) if place is Place.ANSWER else text)
    for start, end in _sentences(unquoted):
        sentence = unquoted[start:end]
        seen: set[Fault] = set()
        for rule in rules:
            if place not in rule.places or rule.fault in seen:
                continue
            if rule.only_without_figure and names_amount(sentence):
                continue
            if rule.unless is not None and rule.unless.search(sentence):
                continue
            match = rule.pattern.search(sentence)
            if match is not None:
                seen.add(rule.fault)
                found.append(Remark(rule.fault, start + match.start(), start + match.end(), rule.say))
    return tuple(sorted(found, key=lambda one: one.start))


_CLOSED_BY = {"“": re.compile("”"), "„": re.compile("[“”]"), "«": re.compile("»"), "»": re.compile("«")}
_OPENS = re.compile(r"[“„«»]|(?<!\w)[\"'‘]")
_STRAIGHT = re.compile(
    r"\"[^\"\n]*+\"(?!\w)|"
    # Single quotation marks, but not the apostrophes within words.
    r"[‘'](?=\S)[^‘’'\n]*+(?:(?<=\w)[’'](?=\w)[^‘’'\n]*+)*+[’'](?!\w)"
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\w)[^.!?\n]*)*[.!?]*")
_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    "aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = re.compile(
    r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)?|"
    rf"\b{_DAY}(?: of)? (?:{_MONTH})\b(?:,? \d{{4}})?|\b(?:{_MONTH})\.? {_DAY}\b(?:,? \d{{4}})?|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|half)\b",
    re.IGNORECASE,
)


def names_amount(sentence: str) -> bool:
    """Whether there is a figure that says how much; a date alone says only when."""
    return _AMOUNT.search(_DATE.sub(" ", sentence)) is not None


def without_quotations(text: str) -> str:
    """The text with quotations blanked out, so that places stay the same."""
    parts, at = [], 0
    for start, end in _quotations(text):
        parts += [text[at:start], " " * (end - start)]
        at = end
    return "".join((*parts, text[at:]))


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    """Where quotations begin and end. One that is never closed is none.

    Where one mark is not closed, none of its kind further on is, so that no sign is looked at again and again.
    """
    at, never_closed = 0, set[str]()
    while opened := _OPENS.search(text, at):
        start, mark = opened.start(), opened.group()
        at = start + 1
        if mark in never_closed:
            continue
        straight = mark not in _CLOSED_BY
        closed = _STRAIGHT.match(text, start) if straight else _CLOSED_BY[mark].search(text, at)
        if closed is not None:
            at = closed.end()
            yield start, at
        elif not straight:
            never_closed.add(mark)


def _bare(text: str) -> str:
    """An answer that stands in quotation marks as a whole, without them: there the words are what is looked at."""
    inner = text.strip()
    if len(inner) < 3 or next(_quotations(inner), None) != (0, len(inner)):
        return text
    start = text.index(inner)
    return f"{text[:start]} {inner[1:-1]} {text[start + len(inner) :]}"


def _sentences(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _SENTENCE.finditer(text) if match.group().strip()]


@cache
def _rules(language: str) -> tuple[Rule, ...]:
    plain = tomllib.loads(resources.text("wording", f"{language}.toml"))
    return tuple(
        Rule(
            Fault(one["find"]),
            frozenset(Place(place) for place in one["where"]),
            _any_of(one["patterns"]),
            _any_of(one["unless"]) if "unless" in one else None,
            one.get("figure") is False,
            one["say"],
        )
        for one in plain["rule"]
    )


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(patterns) + r")(?!\w)", re.IGNORECASE)

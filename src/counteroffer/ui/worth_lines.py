"""What a level is worth, said line by line: the figure, how sure it is, when it comes, where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counteroffer.analysis import view
from counteroffer.analysis.figures import Provenance
from counteroffer.analysis.formulas import FORMULAS
from counteroffer.analysis.interval import ZERO, Interval, too_close
from counteroffer.analysis.results import Source, Step, Worth
from counteroffer.domain.levels import is_blank
from counteroffer.domain.terms import Level, Purpose, Term
from counteroffer.domain.workbook import Workbook
from counteroffer.ui.context import N_
from counteroffer.ui.reading import write_list
from counteroffer.ui.words_for import joined
from counteroffer.ui.worth_words import Purse, worth_of

Lines = tuple[tuple[str, str], ...]
"""What a figure is, and the figure."""

_FROM = {
    Source.OWN: N_("Your own figure for this level."),
    Source.PERSONAL: N_("From what you would pay for it."),
    Source.TRADE_OFF: N_("From the pay you would give up for it."),
    Source.FORMULA: N_("By the formula."),
    Source.NO_GAIN: N_("You have this anyway, so it brings nothing more."),
}
_LACKING = {
    "level": N_("There is no level to reckon with yet."),
    "offered": N_("Say on the Offer page what they offer: only what goes beyond it counts."),
    "target": N_("Put in your target first: your own figure holds for the step to it."),
    "pay_for_it": N_("It has no price yet. Choose a formula, or say how much pay you would give up for it."),
    "personal_worth": N_("You would not buy it at that price. Say below what it is worth to you instead."),
}
_KNOWN_FROM = {
    Provenance.ENTERED: N_("you entered it"),
    Provenance.WORKBOOK: N_("from elsewhere in this workbook"),
    Provenance.DEFAULT: N_("a usual figure"),
    Provenance.MISSING: N_("still missing"),
    Provenance.UNUSABLE: N_("cannot be used"),
}


@dataclass(frozen=True)
class Told:
    """A worth in words."""

    figure: str
    """The one figure to remember: "€648 a year"; empty where there is none."""
    spread: str
    """How sure it is: "between €614 and €682"; empty for a figure that is sure."""
    course: str
    """What comes in the first year, later and once, where that is not the same every year."""
    source: str
    """Where it comes from, or what is still missing."""


def told(found: Worth, purse: Purse) -> Told:
    """A worth in words."""
    _ = purse.ctx.translate
    if not found.known:
        return Told("", "", "", " ".join(lacking(found, purse)))
    average = found.average(purse.years)
    uneven = not is_steady(found) and purse.years > 1
    spread_out = _("on average over {years} years").format(years=purse.years) if uneven else ""
    source = _(_FROM[found.source])
    if found.source is Source.FORMULA and found.formula in FORMULAS:
        source = _("By the formula “{name}”.").format(name=_(FORMULAS[found.formula].title))
    besides = " ".join(lacking(found, purse))
    return Told(
        purse.per(average),
        joined(spread_out, between(average, purse)),
        course(found, purse),
        " ".join(part for part in (source, besides) if part),
    )


def is_steady(found: Worth) -> bool:
    """Whether it brings the same every year, from the first year on."""
    return found.once == ZERO and found.first_year == found.later_years


def between(amount: Interval, purse: Purse) -> str:
    """From where to where a yearly amount may lie; empty if it is one figure."""
    seen = purse.shown(amount)
    low, high = purse.money(seen.low), purse.money(seen.high)
    if low == high:
        return ""
    return purse.ctx.translate("between {low} and {high}").format(low=low, high=high)


def course(found: Worth, purse: Purse) -> str:
    """When the money comes, where not every year is alike. What comes once is never mixed with what comes yearly."""
    _ = purse.ctx.translate
    if is_steady(found):
        return ""
    once = _("Once: {money}").format(money=purse.spread(found.once)) if found.once != ZERO else ""
    first = _("In year one: {money}").format(money=purse.spread(found.first_year)) if found.first_year != ZERO else ""
    later = _("Each later year: {money}").format(money=purse.spread(found.later_years))
    if found.later_years == ZERO:
        later = _("Nothing in later years") if first else ""
    return joined(once, first, later)


def lacking(found: Worth, purse: Purse) -> Iterator[str]:
    """What is wrong with the figures, and what is still to be put in, sentence by sentence."""
    _ = purse.ctx.translate
    formula = FORMULAS.get(found.formula)
    for problem in found.problems:
        asked = formula.input(problem.where) if formula is not None else None
        yield f"{_(asked.title)}: {_(problem.says)}" if asked is not None else _(problem.says)
    wrong = {problem.where for problem in found.problems}
    names = []
    for name in found.missing:
        asked = formula.input(name) if formula is not None else None
        if asked is not None and name not in wrong:
            names.append(_(asked.title))
        elif asked is None and name in _LACKING:
            yield _(_LACKING[name])
    if names:
        yield _("Still missing: {inputs}.").format(inputs=write_list(names, purse.ctx.locale))


def trace(found: Worth, purse: Purse) -> Lines:
    """Every step on the way to the figure: what it is and where it comes from, and the figure itself."""
    return tuple(_step(step, purse) for step in found.trace)


def traces(found: Sequence[Worth], purse: Purse) -> tuple[Lines, tuple[Lines, ...]]:
    """The steps that are the same for all levels that go by the formula, once; and for each level its own."""
    each = [trace(one, purse) for one in found]
    reckoned = [lines for one, lines in zip(found, each, strict=True) if one.formula]
    shared = [line for line in reckoned[0] if all(line in lines for lines in reckoned)] if len(reckoned) > 1 else []
    return tuple(shared), tuple(tuple(line for line in lines if line not in shared) for lines in each)


def _step(step: Step, purse: Purse) -> tuple[str, str]:
    _ = purse.ctx.translate
    label = _(step.label)
    if step.provenance is not None:
        label = f"{label} ({_(_KNOWN_FROM[step.provenance])})"
    return label, purse.counted(step.amount, step.unit) if step.amount is not None else ""


def too_close_to(workbook: Workbook, term: Term) -> tuple[str, ...]:
    """Names of the other asks whose target may be worth more or less than this one's: their ranges meet."""
    mine = _at_target(workbook, term)
    if mine is None:
        return ()
    others = (one for one in workbook.terms if one.id != term.id and one.name.strip())
    return tuple(
        one.name.strip()
        for one in others
        if (theirs := _at_target(workbook, one)) is not None and too_close(mine, theirs)
    )


def _at_target(workbook: Workbook, term: Term) -> Interval | None:
    if term.purpose is not Purpose.ASK or is_blank(term.target.value):
        return None
    found = worth_of(workbook, term, term.target)
    if not found.known or found.source is Source.NO_GAIN:
        return None
    return found.average(workbook.packages.reckoning.horizon_years)


def after_tax_words(workbook: Workbook, purse: Purse) -> str:
    """Whether tax has been taken off."""
    _ = purse.ctx.translate
    if view.kept(workbook) is not None:
        return _("After tax, by the share you keep. Only what goes beyond the offer and the law counts.")
    return _("Before tax. Only what goes beyond the offer and the law counts.")


def levels_of(term: Term, titles: dict[str, str], option: str) -> Iterator[tuple[str, str, Level]]:
    """The levels that hold something: a key, what it is called, and the level itself."""
    for slot, title in titles.items():
        level: Level = getattr(term, slot)
        if not is_blank(level.value):
            yield slot, title, level
    for one in term.options:
        if not is_blank(one.value):
            yield one.id, one.label.strip() or option, one

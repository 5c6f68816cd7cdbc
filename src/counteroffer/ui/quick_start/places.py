"""Where the answers belong that are entries of a list, and how such an entry begins.

An entry is put into the workbook with the first letter of its answer, so that a question that was only looked at
leaves nothing behind; one that was emptied again is taken out when the question is left.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from counteroffer.analysis.gains import BASE_PAY
from counteroffer.domain.alternatives import Substitute
from counteroffer.domain.base import Item, new_id
from counteroffer.domain.edits import Batch, Edit, Insert, Path, Remove, Set, exists, find
from counteroffer.domain.justifications import Need, Reason
from counteroffer.domain.levels import Unit
from counteroffer.domain.research import Finding
from counteroffer.domain.situation import Period, Plan
from counteroffer.domain.terms import Offered, Purpose, Term, Valuation
from counteroffer.domain.workbook import Workbook
from counteroffer.method.catalogue import Benefit, catalogue
from counteroffer.method.looking import base_pay, best_plan

Translate = Callable[[str], str]

PAY_UNITS = MappingProxyType(
    {Period.YEAR: Unit.MONEY_YEAR, Period.MONTH: Unit.MONEY_MONTH, Period.HOUR: Unit.MONEY_HOUR}
)
"""How pay is counted, by what it is named for."""

_NEEDS = MappingProxyType(
    {
        "pay": Need.FAIRNESS,
        "pay_later": Need.FAIRNESS,
        "time_off": Need.LIFE,
        "time_and_place": Need.LIFE,
        "growth": Need.GROWTH,
        "role": Need.CONTRIBUTION,
        "security": Need.SECURITY,
        "health_and_insurance": Need.SECURITY,
    }
)


@dataclass(frozen=True)
class Place:
    """Where an entry stands or will stand, how it begins, and the list of links that names it, if one does."""

    path: Path
    blank: Item
    link: Path | None = None
    ours: bool = False
    """Whether the quick start made it, and may take it out again if it is empty."""
    unsaid: str = ""
    """A field that shows nothing until the entry is there: how it begins would look like an answer."""


@dataclass
class Fresh:
    """Ids for what is not there yet: the same one for the same answer, so that undo and redo find it again."""

    _ids: dict[tuple[str, str], str] = field(default_factory=dict)

    def id_of(self, what: str, ask: str = "") -> str:
        """The id of an answer's entry."""
        return self._ids.setdefault((what, ask), new_id())

    def place(
        self, items: Path, what: str, ask: str, there: Item | None, blank: Item, link: Path | None = None
    ) -> Place:
        """The place of the entry that is there, or of the one that may come."""
        own = self.id_of(what, ask)
        identity = there.id if there is not None else own
        return Place((*items, identity), blank.model_copy(update={"id": identity}), link, identity == own)


def put(workbook: Workbook, place: Place, edit: Edit) -> Edit:
    """The edit on an entry; if the entry is not there yet, it is put there first, and both are one step."""
    if exists(workbook, place.path):
        return edit
    *items, identity = place.path
    first: list[Edit] = [Insert(tuple(items), len(find(workbook, tuple(items))), place.blank)]
    if place.link is not None and exists(workbook, place.link):
        first.append(Set(place.link, (*find(workbook, place.link), identity)))
    return Batch("", (*first, edit))


def tidy(workbook: Workbook, place: Place, label: str) -> Edit | None:
    """The edit that takes out an entry in which nothing is left; None if there is nothing to take out."""
    if not place.ours or not exists(workbook, place.path) or find(workbook, place.path) != place.blank:
        return None
    edits: list[Edit] = [Remove(place.path)]
    if place.link is not None and exists(workbook, place.link):
        edits.append(Set(place.link, tuple(one for one in find(workbook, place.link) if one != place.path[-1])))
    return Batch(label, tuple(edits))


# --- the places


def pay(workbook: Workbook, fresh: Fresh, translate: Translate) -> Place:
    """Base pay as offered. It stays as offered until it is chosen as an ask."""
    situation = workbook.situation
    benefit = catalogue().find("base_pay")
    blank = Term(
        name=translate(benefit.name if benefit is not None else "Base pay"),
        benefit="base_pay",
        unit=PAY_UNITS[situation.pay.period],
        purpose=Purpose.LEAVE,
        # Pay is the first thing an offer names: it was said on the day of the offer.
        offered=Offered(said_on=situation.offered_on),
        valuation=Valuation(formula="base_pay"),
    )
    return fresh.place(("terms",), "pay", "", base_pay(workbook), blank)


def reason(ask: Term, fresh: Fresh) -> Place:
    """The reason that is given: the first that may be said."""
    benefit = catalogue().find(ask.benefit)
    need = _NEEDS.get(benefit.group, Need.OTHER) if benefit is not None else Need.OTHER
    known = ask.justification.reasons
    there = next((one for one in known if one.sayable), known[0] if known else None)
    # What is asked for is the reason they would hear, and it says so beside it; others are private at first.
    return fresh.place(
        ("terms", ask.id, "justification", "reasons"), "reason", ask.id, there, Reason(need=need, sayable=True)
    )


def finding(workbook: Workbook, ask: Term, fresh: Fresh) -> Place:
    """The first finding that bears the ask out; a new one is linked both ways."""
    there = next((one for one in workbook.research.findings if one.id in ask.justification.evidence), None)
    link = ("terms", ask.id, "justification", "evidence")
    blank = Finding(terms=(ask.id,), sayable=True)
    return fresh.place(("research", "findings"), "finding", ask.id, there, blank, link)


def alternative(ask: Term, fresh: Fresh) -> Place:
    """The first other way to meet the need."""
    there = next(iter(ask.alternatives), None)
    return fresh.place(("terms", ask.id, "alternatives"), "alternative", ask.id, there, Substitute())


def plan(workbook: Workbook, fresh: Fresh) -> Place:
    """What is done without an agreement: the best plan there is."""
    there = best_plan(workbook) or next(iter(workbook.situation.plans), None)
    place = fresh.place(("situation", "plans"), "plan", "", there, Plan())
    # Its kind alone is an answer, so a plan in which nothing else stands is not taken out again.
    return replace(place, ours=False, unsaid="kind")


# --- choosing what to ask for


def begun(benefit: Benefit, translate: Translate, identity: str) -> Term:
    """A term as the catalogue begins it."""
    return Term(
        id=identity,
        name=translate(benefit.name),
        benefit=benefit.key,
        unit=benefit.unit,
        direction=benefit.direction,
        valuation=Valuation(formula=benefit.formula),
    )


def in_own_words(name: str, identity: str) -> Term:
    """A term that is in no catalogue."""
    return Term(id=identity, name=name, unit=Unit.TEXT)


def choose(workbook: Workbook, benefit: Benefit, translate: Translate, label: str) -> Edit:
    """Ask for a benefit: for the term that is there already, or for a new one."""
    there = next((term for term in workbook.terms if term.benefit == benefit.key), None)
    if there is None and benefit.key in BASE_PAY:
        there = base_pay(workbook)
    if there is not None:
        return Batch(label, (Set(("terms", there.id, "purpose"), Purpose.ASK),))
    return Batch(label, (Insert(("terms",), len(workbook.terms), begun(benefit, translate, new_id())),))


def choose_own(workbook: Workbook, name: str, label: str) -> Edit:
    """Ask for something in one's own words; a term that is called just so is the one that is meant."""
    there = next((term for term in workbook.terms if term.name.casefold().strip() == name.casefold()), None)
    if there is not None:
        return Batch(label, (Set(("terms", there.id, "purpose"), Purpose.ASK),))
    return Batch(label, (Insert(("terms",), len(workbook.terms), in_own_words(name, new_id())),))


def drop(ask: Term, translate: Translate, label: str) -> Edit:
    """Ask for it no longer. If anything was written about it, it stays in the workbook, as offered."""
    benefit = catalogue().find(ask.benefit)
    blank = begun(benefit, translate, ask.id) if benefit is not None else in_own_words(ask.name, ask.id)
    edit = Remove(("terms", ask.id)) if ask == blank else Set(("terms", ask.id, "purpose"), Purpose.LEAVE)
    return Batch(label, (edit,))

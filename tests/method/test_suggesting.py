"""What the catalogue suggests: search, the start of a term, and what can stand in for one."""

from __future__ import annotations

import pytest

from counteroffer.domain.alternatives import Substitute, Trial
from counteroffer.domain.base import LINE_LENGTH
from counteroffer.domain.edits import Batch, Insert, apply
from counteroffer.domain.justifications import Justification, Reason
from counteroffer.domain.terms import Purpose, Term
from counteroffer.domain.workbook import Workbook
from counteroffer.method import suggesting
from counteroffer.method.catalogue import Benefit, catalogue

ALL = catalogue()


def benefit(key: str) -> Benefit:
    found = ALL.find(key)
    assert found is not None
    return found


def keys(found: tuple[Benefit, ...]) -> list[str]:
    return [one.key for one in found]


def with_asks(number: int, **given: object) -> Workbook:
    return Workbook(terms=tuple(Term(id=f"t{at}", **given) for at in range(number)))


def test_no_words_find_everything_in_its_order() -> None:
    assert suggesting.search(ALL, "  ") == ALL.benefits


def test_a_name_comes_before_a_description() -> None:
    found = suggesting.search(ALL, "pay")
    named = ["pay" in one.name.casefold() for one in found]
    assert named == sorted(named, reverse=True)
    assert True in named
    assert False in named
    assert keys(suggesting.search(ALL, "base pay"))[0] == "base_pay"


@pytest.mark.parametrize("words", ["PARKING", "párking", "  parking "])
def test_case_accents_and_blanks_do_not_matter(words: str) -> None:
    assert keys(suggesting.search(ALL, words))[0] == "parking"


def test_all_words_are_wanted_in_any_order() -> None:
    assert keys(suggesting.search(ALL, "pay base"))[0] == "base_pay"
    assert suggesting.search(ALL, "base zebra") == ()


def test_the_description_is_searched_too() -> None:
    words = benefit("base_pay").about.split()[-1].strip(".")
    assert words.casefold() not in benefit("base_pay").name.casefold()
    assert "base_pay" in keys(suggesting.search(ALL, words))


def test_the_persons_own_language_is_searched() -> None:
    german = {benefit("base_pay").name: "Grundgehalt", benefit("parking").name: "Stellplatz für Räder"}
    found = suggesting.search(ALL, "fur rader", lambda text: german.get(text, text))
    assert keys(found) == ["parking"]


@pytest.mark.parametrize("one", ALL.benefits, ids=lambda one: one.key)
def test_every_benefit_makes_a_term(one: Benefit) -> None:
    start = suggesting.term_from(one, Workbook())
    made = apply(Workbook(), Insert(("terms",), 0, start)).terms[0]
    assert (made.name, made.benefit, made.unit, made.direction) == (one.name, one.key, one.unit, one.direction)
    assert made.valuation.formula == ("" if one.formula == "none" else one.formula)
    assert made.purpose is Purpose.ASK


@pytest.mark.parametrize(("asked", "purpose"), [(0, Purpose.ASK), (4, Purpose.ASK), (5, Purpose.TRADE)])
def test_past_five_asks_it_is_kept_to_trade_with(asked: int, purpose: Purpose) -> None:
    assert suggesting.term_from(benefit("parking"), with_asks(asked))["purpose"] is purpose


def test_what_is_not_asked_for_does_not_count() -> None:
    book = with_asks(9, purpose=Purpose.TRADE)
    assert suggesting.term_from(benefit("parking"), book)["purpose"] is Purpose.ASK


def test_several_at_once_are_counted_together() -> None:
    picked = tuple(benefit(key) for key in ("parking", "meals", "title"))
    starts = suggesting.terms_from(picked, with_asks(4))
    assert [one["purpose"] for one in starts] == [Purpose.ASK, Purpose.TRADE, Purpose.TRADE]
    batch = Batch("", tuple(Insert(("terms",), 4 + at, one) for at, one in enumerate(starts)))
    assert len(apply(with_asks(4), batch).terms) == 7


def test_a_term_is_known_by_key_or_name() -> None:
    by_key = Workbook(terms=(Term(name="Where the bike goes", benefit="parking"),))
    by_name = Workbook(terms=(Term(name=f" {benefit('parking').name.upper()} "),))
    for book in (by_key, by_name):
        assert suggesting.term_of(benefit("parking"), book) is book.terms[0]
    assert suggesting.term_of(benefit("parking"), with_asks(3)) is None


def test_the_last_past_five() -> None:
    assert suggesting.last_past_many(with_asks(5)) is None
    six = with_asks(6)
    assert suggesting.last_past_many(six) is six.terms[5]


def test_kin_are_what_the_catalogue_names() -> None:
    term = Term(name="Anything", benefit="parking")
    assert keys(suggesting.kin_for(term, Workbook(terms=(term,)))) == list(benefit("parking").kin)
    assert suggesting.kin_for(Term(benefit="my_own"), Workbook()) == ()


def test_kin_that_stand_there_or_are_asked_for_are_left_out() -> None:
    name = benefit("remote_work").name
    for way in (Substitute(title=name), Substitute(benefit=name.lower()), Trial(title=f"{name} ")):
        term = Term(benefit="parking", alternatives=(way,))
        assert "remote_work" not in keys(suggesting.kin_for(term, Workbook(terms=(term,))))
    term = Term(benefit="parking")
    book = Workbook(terms=(term, Term(benefit="commuting")))
    assert "commuting" not in keys(suggesting.kin_for(term, book))
    assert "remote_work" in keys(suggesting.kin_for(term, book))


def test_another_way_begins_with_the_need_behind_the_ask() -> None:
    reasons = (Reason(), Reason(statement="Private"), Reason(statement="Two quiet\n days", sayable=True))
    term = Term(benefit="parking", justification=Justification(reasons=reasons))
    start = suggesting.substitute_from(benefit("remote_work"), term)
    made = apply(Workbook(terms=(term,)), Insert(("terms", term.id, "alternatives"), 0, start)).terms[0].alternatives[0]
    assert isinstance(made, Substitute)
    assert made.title == made.benefit == benefit("remote_work").name
    assert made.unit is benefit("remote_work").unit
    assert made.interest == "Two quiet days"


def test_the_need_is_what_was_written_or_nothing() -> None:
    private = Term(justification=Justification(reasons=(Reason(statement="Mine alone"),)))
    assert suggesting.need_behind(private) == "Mine alone"
    assert suggesting.need_behind(Term()) == ""
    long = Term(justification=Justification(reasons=(Reason(statement="word " * 200),)))
    assert len(suggesting.need_behind(long)) <= LINE_LENGTH

"""The ground: frozen, bounded, exact, and silent about what people typed."""

from __future__ import annotations

import json
import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from counteroffer.domain.base import (
    LINE_LENGTH,
    LIST_LENGTH,
    PAPER_LENGTH,
    TEXT_LENGTH,
    Choice,
    Day,
    Frozen,
    Id,
    Item,
    Items,
    Line,
    Links,
    Moment,
    Paper,
    Text,
    ask,
    new_id,
    revise,
)
from counteroffer.domain.errors import BadInput, Fault, from_validation
from counteroffer.domain.situation import PayBasis, Person, Situation, Stage
from counteroffer.domain.workbook import Workbook
from tests.domain.models import CHOICES, FIELDS, MODELS
from tests.strategies import days, lines, moments, texts

TYPED = "zebra-crossing-42"


def read(kind: Any, value: object) -> Any:
    return TypeAdapter(kind).validate_python(value)


def refusal(kind: Any, value: object) -> str:
    """The plain sentence with which a value is refused."""
    with pytest.raises(ValidationError) as refused:
        read(kind, value)
    return from_validation(refused.value).sentence


# Texts -----------------------------------------------------------------------------------------------------------


@given(lines(max_size=LINE_LENGTH))
def test_a_line_is_kept_letter_by_letter(line: str) -> None:
    assert read(Line, line) == line


@given(texts())
def test_a_text_is_kept_letter_by_letter(text: str) -> None:
    assert read(Text, text) == read(Paper, text) == text


@pytest.mark.parametrize(
    ("kind", "length"), [(Line, LINE_LENGTH), (Text, TEXT_LENGTH), (Paper, PAPER_LENGTH)], ids=["line", "text", "paper"]
)
def test_a_text_has_a_limit_and_the_refusal_names_it(kind: Any, length: int) -> None:
    assert read(kind, "é" * length) == "é" * length
    assert refusal(kind, "é" * (length + 1)) == f"The text is too long (at most {length} characters)."


@pytest.mark.parametrize("mark", ["\n", "\t", "\u2028", "\u2029"])
def test_a_line_is_one_line(mark: str) -> None:
    assert refusal(Line, f"one{mark}two") == "This must fit on one line."


@given(texts(), texts(), st.characters(categories=["Cc"], exclude_characters="\n\t\r"))
def test_controls_are_refused_everywhere(before: str, after: str, control: str) -> None:
    for kind in (Text, Paper):
        assert refusal(kind, before + control + after).endswith("cannot be kept (a control character).")


@given(lines(), st.integers(0xD800, 0xDFFF))
def test_half_a_character_is_refused(before: str, half: int) -> None:
    for kind in (Line, Text, Paper, Id):
        assert refusal(kind, before + chr(half)) == "The text holds a character that cannot be kept (half of a pair)."


def test_nul_is_refused() -> None:
    assert "cannot be kept" in refusal(Line, "a\0b")


@pytest.mark.parametrize("value", [None, 5, True, ["a"], {"a": "b"}, 1.5])
def test_a_text_is_text(value: object) -> None:
    assert refusal(Line, value) == "This must be text."


# Ids and lists ---------------------------------------------------------------------------------------------------


def test_a_fresh_id_is_sixteen_digits_and_never_the_same() -> None:
    ids = {new_id() for _ in range(1_000)}
    assert len(ids) == 1_000
    assert all(len(one) == 16 and int(one, 16) >= 0 and read(Id, one) == one for one in ids)


@pytest.mark.parametrize("bad", ["", "A", "a b", "a" * 65, "é", "a\n", "a.b", "a/b"])
def test_an_id_is_short_and_plain(bad: str) -> None:
    assert refusal(Id, bad) == "This is not written the way it has to be."


def test_two_entries_cannot_share_an_id() -> None:
    twins = [{"id": "twin", "name": "A"}, {"id": "twin", "name": "B"}]
    assert refusal(Items[Person], twins) == "Two entries have the same id."


def test_the_same_id_may_stand_in_two_lists() -> None:
    situation = Situation.model_validate({"people": [{"id": "one"}], "plans": [{"id": "one"}]})
    assert situation.people[0].id == situation.plans[0].id


def test_a_list_has_a_limit() -> None:
    assert len(read(Links, ["a"] * LIST_LENGTH)) == LIST_LENGTH
    assert refusal(Links, ["a"] * (LIST_LENGTH + 1)) == f"There are too many entries (at most {LIST_LENGTH})."


@pytest.mark.parametrize("value", [None, "abc", 5, {"a": 1}])
def test_a_list_is_a_list(value: object) -> None:
    assert refusal(Links, value) == "This must be a list."


# Days and moments ------------------------------------------------------------------------------------------------


@given(days())
def test_a_day_is_read_as_it_is_written(day: date) -> None:
    assert read(Day, day) == read(Day, day.isoformat()) == day


def test_a_day_may_be_empty_where_the_field_allows_it() -> None:
    assert read(Day | None, None) is None
    assert refusal(Day, None) == "This must be a date such as 2027-03-31."


@pytest.mark.parametrize(
    "bad", ["31.3.2027", "20270331", "2027-W13-3", "2027-02-30", "2027-3-31", "", "2027-03-31T00:00:00Z", 20270331, 1.5]
)
def test_any_other_way_to_write_a_day_is_refused(bad: object) -> None:
    assert refusal(Day, bad) == "This must be a date such as 2027-03-31."


def test_a_moment_is_not_a_day() -> None:
    assert refusal(Day, datetime(2027, 3, 31, tzinfo=UTC)).startswith("This must be a date without a time")


@given(moments(), st.integers(-14 * 60, 14 * 60))
def test_a_moment_is_kept_in_utc(moment: datetime, offset: int) -> None:
    elsewhere = moment.astimezone(timezone(timedelta(minutes=offset)))
    for given_as in (elsewhere, elsewhere.isoformat(), moment.isoformat().replace("+00:00", "Z")):
        kept = read(Moment, given_as)
        assert kept == moment
        assert kept.utcoffset() == timedelta(0)


def test_a_moment_is_written_with_a_z() -> None:
    text = TypeAdapter(Moment).dump_python(datetime(2027, 3, 31, 9, 30, tzinfo=UTC), mode="json")
    assert text == "2027-03-31T09:30:00Z"


@pytest.mark.parametrize("bad", ["yesterday", "", 5, None, date(2027, 3, 31)])
def test_what_is_no_moment_is_refused(bad: object) -> None:
    assert refusal(Moment, bad).startswith("This must be a time ")


@pytest.mark.parametrize("bad", ["2027-03-31T09:30:00", "2027-03-31", datetime(2027, 3, 31)])  # noqa: DTZ001
def test_a_moment_names_its_zone(bad: object) -> None:
    assert refusal(Moment, bad).startswith("This must be a time with its zone")


@pytest.mark.parametrize("edge", ["0001-01-01T00:00:00+05:00", "9999-12-31T23:59:59-05:00"])
def test_a_moment_beyond_the_calendar_is_refused(edge: str) -> None:
    assert refusal(Moment, edge) == "This time lies outside the calendar."


# Strict types ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("bad", [0, 1, "true", "yes", None, 1.0])
def test_a_flag_is_true_or_false(bad: object) -> None:
    assert refusal(Person, {"at_table": bad}) == "at_table: this must be true or false."


@pytest.mark.parametrize("bad", ["12", 12.0, True, None])
def test_a_whole_number_is_whole(bad: object) -> None:
    assert refusal(PayBasis, {"payments_a_year": bad}) == "payments_a_year: this must be a whole number."


@pytest.mark.parametrize(("bad", "said"), [(0, "at least 1"), (61, "at most 60")])
def test_a_whole_number_keeps_its_bounds(bad: int, said: str) -> None:
    assert refusal(PayBasis, {"payments_a_year": bad}) == f"payments_a_year: this must be {said}."


def test_a_choice_is_one_of_its_words() -> None:
    assert refusal(Situation, {"stage": TYPED}) == "stage: this is not one of the choices."
    assert Situation.model_validate({"stage": "closed"}).stage is Stage.CLOSED


# Models ----------------------------------------------------------------------------------------------------------


def test_nothing_can_be_changed_in_place() -> None:
    person = Person(name="Dana")
    with pytest.raises(ValidationError):
        person.name = "Alex"  # type: ignore[misc]
    with pytest.raises(ValidationError):
        del person.name
    assert person.name == "Dana"


def test_revise_changes_what_is_named_and_shares_the_rest() -> None:
    before = Situation(employer="A", people=(Person(id="one"), Person(id="two")))
    after = revise(before, employer="B")
    assert (before.employer, after.employer) == ("A", "B")
    assert after.pay is before.pay
    assert after.walk_away is before.walk_away
    assert all(new is old for new, old in zip(after.people, before.people, strict=True))
    assert revise(after, employer="A") == before


def test_revise_validates() -> None:
    with pytest.raises(BadInput) as refused:
        revise(Situation(), employer=TYPED * 100)
    assert refused.value.sentence == "employer: the text is too long (at most 300 characters)."


def test_revise_knows_no_other_fields() -> None:
    with pytest.raises(BadInput) as refused:
        revise(Situation(), **{TYPED: 1})
    assert refused.value.sentence == "There is no such field."


def test_ask_makes_a_field() -> None:
    class Sheet(Frozen):
        plain: Line = ask("Plain", "", "")
        filled: Line = ask("Filled", "What to write.", "Like this")
        fresh: Person = ask("Fresh", "", default=Person)
        stage: Stage = ask("Stage", "", default=Stage.CLOSED)

    fields = Sheet.model_fields
    assert (fields["plain"].title, fields["plain"].description, fields["plain"].examples) == ("Plain", None, None)
    assert (fields["filled"].description, fields["filled"].examples) == ("What to write.", ["Like this"])
    assert Sheet().fresh.id != Sheet().fresh.id
    assert Sheet().stage is Stage.CLOSED


# Silence ---------------------------------------------------------------------------------------------------------

letters = st.text(st.characters(categories=["L", "N"]), min_size=9, max_size=40).map(lambda text: f"{text}§¶")
junk = st.recursive(
    letters | st.integers(10**9) | st.floats(10**9, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(letters, inner, max_size=3),
    max_leaves=4,
)


def _typed(value: object) -> list[str]:
    """Everything in a value that a person could have typed."""
    if isinstance(value, dict):
        return [word for pair in value.items() for part in pair for word in _typed(part)]
    if isinstance(value, list):
        return [word for part in value for word in _typed(part)]
    return [str(value)]


def sentences(model: type[Frozen], value: dict[str, Any]) -> list[str]:
    """The sentence with which a group of fields is refused; none if it is taken."""
    try:
        model.model_validate(value)
    except ValidationError as error:
        return [from_validation(error).sentence]
    return []


@settings(max_examples=5 * settings().max_examples)
@given(field=st.sampled_from(FIELDS), value=junk)
def test_no_refusal_repeats_what_was_given(field: tuple[type[Frozen], str], value: object) -> None:
    model, name = field
    for group in ({name: value}, {name: {"kind": value}}, {name: [value]}, {name: [{"id": value}]}):
        for sentence in sentences(model, group):
            assert not any(word in sentence for word in _typed(value))
            assert sentence.endswith(".")
            assert "{" not in sentence


@given(key=letters)
def test_an_unknown_field_is_not_named(key: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Workbook.model_validate({"situation": {key: 1}})
    assert from_validation(refused.value).sentence == "situation: there is no such field."


def test_a_key_that_is_no_text_is_not_named() -> None:
    assert refusal(Workbook, {"situation": {4815162342: 1}}) == "situation: this cannot be used."


def test_a_refusal_carries_its_path_and_can_be_told_of_another_place() -> None:
    with pytest.raises(ValidationError) as refused:
        Person.model_validate({"name": 5})
    problem = from_validation(refused.value, where="The person", path=("situation", "people"))
    assert problem.sentence == "The person: this must be text."
    assert problem.path == ("situation", "people")
    assert Fault("The disk is full.").sentence == str(Fault("The disk is full."))


# Words -----------------------------------------------------------------------------------------------------------


def test_every_field_says_what_it_is_called() -> None:
    # What a tagged union is told apart by is never shown by name.
    titles = {f"{model.__name__}.{name}": model.model_fields[name].title for model, name in FIELDS if name != "kind"}
    assert [field for field, title in titles.items() if not title] == []
    assert [
        title for title in titles.values() if title and (not title[0].isupper() or title.endswith((".", ":")))
    ] == []


def test_every_prompt_is_a_sentence() -> None:
    prompts = [model.model_fields[name].description for model, name in FIELDS]
    assert [one for one in prompts if one and not (one[0].isupper() and one.endswith((".", "?", "!")))] == []


def test_every_word_on_a_form_is_written_cleanly() -> None:
    fields = [model.model_fields[name] for model, name in FIELDS]
    words = [one for field in fields for one in (field.title, field.description, *(field.examples or ())) if one]
    assert len(words) > len(FIELDS)
    assert [one for one in words if one != " ".join(one.split()) or not unicodedata.is_normalized("NFC", one)] == []


def test_every_field_starts_empty_or_with_a_valid_value() -> None:
    for model, name in FIELDS:
        field = model.model_fields[name]
        if not field.is_required():
            default = field.get_default(call_default_factory=True)
            needed = [f"{other}: something is missing here." for other in model.model_fields]
            assert set(sentences(model, {name: default})) <= set(needed), f"{model.__name__}.{name}"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_model_says_what_it_is(model: type[Frozen]) -> None:
    assert (model.__doc__ or "").strip().endswith(".")
    assert issubclass(model, Item) == ("id" in model.model_fields and model is not Workbook)


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.__name__)
def test_every_choice_is_stored_as_a_word_and_read_as_a_label(choice: type[Choice]) -> None:
    for member in choice:
        assert member.label.strip() == member.label != ""
        assert not member.label.endswith(".")
        assert str(member) == member.value == json.loads(json.dumps(member))
        assert member.value == member.value.lower()
        assert member.value.isidentifier()
    assert len({member.label for member in choice}) == len(list(choice))


def test_line_ends_of_other_systems_become_plain_ones() -> None:
    assert Workbook(note="one\r\ntwo\rthree").note == "one\ntwo\nthree"

"""An edit as a line of JSON says just one thing, or is refused by a sentence that repeats nothing of it."""

from __future__ import annotations

import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from counteroffer.domain.edits import Insert, Move, Remove, Set, apply
from counteroffer.domain.errors import BadInput
from counteroffer.domain.terms import Term
from counteroffer.domain.workbook import Workbook
from counteroffer.editing.wire import LONGEST_LINE, parse_edit
from tests import edit_strategies, strategies

WORKBOOK = Workbook(terms=(Term(id="a"), Term(id="b")))


@given(st.data(), strategies.workbooks(max_terms=2))
def test_an_edit_sent_as_a_line_does_the_same(data: st.DataObject, workbook: Workbook) -> None:
    edit = data.draw(edit_strategies.edits(workbook, ("set", "insert", "remove", "move")))
    try:
        after = apply(workbook, edit)
    except BadInput:
        assume(False)
    line = edit_strategies.as_line(edit)
    assert apply(workbook, parse_edit(line, workbook)) == after
    assert apply(workbook, parse_edit(line.encode() + b"\n", workbook)) == after


@given(st.text() | st.binary() | st.from_type(dict).map(str))
def test_whatever_comes_is_an_edit_or_refused(line: str | bytes) -> None:
    with pytest.raises(BadInput):
        parse_edit(line, WORKBOOK)


@pytest.mark.parametrize(
    ("line", "edit"),
    [
        ('{"set": ["situation", "employer"], "value": "é"}', Set(("situation", "employer"), "é")),
        ('{"value": null, "set": ["terms", "a", "importance"]}', Set(("terms", "a", "importance"), None)),
        ('{"insert": ["terms"], "index": 1, "value": {"name": "x"}}', Insert(("terms",), 1, {"name": "x"})),
        ('{"insert": ["terms"], "value": {}}', Insert(("terms",), 2, {})),
        ('{"insert": ["terms", "a", "options"], "value": {}}', Insert(("terms", "a", "options"), 0, {})),
        ('{"insert": ["title"], "value": {}}', Insert(("title",), 0, {})),
        ('{"remove": ["terms", "a"]}', Remove(("terms", "a"))),
        (' {"move": ["terms", "a"], "to": 1} \r\n', Move(("terms", "a"), 1)),
    ],
)
def test_each_kind_of_line(line: str, edit: object) -> None:
    assert parse_edit(line, WORKBOOK) == edit


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("[]", "group of fields"),
        ("null", "group of fields"),
        ("{}", "just one of"),
        ('{"batch": []}', "just one of"),
        ('{"set": ["title"], "remove": ["title"], "value": ""}', "just one of"),
        ('{"set": ["title"]}', 'also needs "value"'),
        ('{"insert": ["terms"], "index": 0}', 'also needs "value"'),
        ('{"move": ["terms", "a"]}', 'also needs "to"'),
        ('{"set": ["title"], "value": "", "index": 0}', "does not belong"),
        ('{"set": ["title"], "value": "", "secret": 0}', "does not belong"),
        ('{"remove": ["terms", "a"], "value": null}', "does not belong"),
        ('{"move": ["terms", "a"], "to": 0, "index": 0}', "does not belong"),
        ('{"set": "title", "value": ""}', "A path is a list"),
        ('{"set": [], "value": ""}', "A path is a list"),
        ('{"set": ["terms", 0], "value": ""}', "A path is a list"),
        ('{"insert": ["terms"], "index": "0", "value": {}}', "whole number"),
        ('{"insert": ["terms"], "index": true, "value": {}}', "whole number"),
        ('{"insert": ["terms"], "index": null, "value": {}}', "whole number"),
        ('{"insert": ["nowhere"], "value": {}}', "nothing at this place"),
        ('{"move": ["terms", "a"], "to": 1.0}', "written as text"),
        ('{"set": ["title"], "set": ["note"], "value": ""}', "twice"),
        ('{"set": ["situation", "walk_away", "amount"], "value": NaN}', "NaN"),
        ('{"set": ["note"], "value": "secret', "cut off"),
    ],
)
def test_what_is_wrong_with_a_line_is_told(line: str, cause: str) -> None:
    with pytest.raises(BadInput, match=cause) as caught:
        parse_edit(line, WORKBOOK)
    assert "secret" not in caught.value.sentence


def test_the_longest_contract_fits_into_a_line_and_nothing_much_longer() -> None:
    contract = "\U0001f600" * 400_000
    line = json.dumps({"set": ["agreement", "contract_text"], "value": contract})
    assert apply(WORKBOOK, parse_edit(line, WORKBOOK)).agreement.contract_text == contract
    with pytest.raises(BadInput, match="too large"):
        parse_edit(b'"' + b"x" * LONGEST_LINE, WORKBOOK)

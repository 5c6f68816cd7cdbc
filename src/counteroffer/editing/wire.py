"""Edits as lines of JSON, for programs and for the command line.

{"set": ["situation", "employer"], "value": "Harbour & Hill"}
{"insert": ["terms"], "index": 0, "value": {"name": "Base pay"}}      without "index": at the end
{"remove": ["terms", "9f…"]}
{"move": ["terms", "9f…"], "to": 2}
"""

from __future__ import annotations

from typing import Any

from counteroffer.domain import edits, strict_json
from counteroffer.domain.edits import Edit, Insert, Move, Path, Remove, Set
from counteroffer.domain.errors import BadInput
from counteroffer.domain.workbook import Workbook

LONGEST_LINE = 5_000_000
"""Bytes in one line: a whole contract (400,000 letters), each letter written as two escapes, still fits."""

_NEEDS = {"set": {"value"}, "insert": {"value"}, "remove": set[str](), "move": {"to"}}
_MAY_HAVE = {"insert": {"index"}}


def parse_edit(line: str | bytes, workbook: Workbook) -> Edit:
    """The edit that a line of JSON says. The workbook tells where the end of a list is; it is not changed.

    Raises BadInput with a sentence that names the cause and holds nothing of the line.
    """
    fields = strict_json.loads(line, limit=LONGEST_LINE)
    verb = _verb(fields)
    path = _path(fields[verb])
    match verb:
        case "set":
            return Set(path, fields["value"])
        case "insert":
            index = _place(fields["index"], "index") if "index" in fields else _end(workbook, path)
            return Insert(path, index, fields["value"])
        case "remove":
            return Remove(path)
        case _:
            return Move(path, _place(fields["to"], "to"))


def _verb(fields: Any) -> str:
    """Which edit it is, once its fields are known to be just the ones that this edit has."""
    if not isinstance(fields, dict):
        raise BadInput('An edit is a group of fields, such as {"set": ["situation", "employer"], "value": "…"}.')
    verbs = [verb for verb in _NEEDS if verb in fields]
    if len(verbs) != 1:
        raise BadInput('An edit has just one of "set", "insert", "remove" and "move", with the path.')
    (verb,) = verbs
    given = fields.keys() - {verb}
    for name in sorted(_NEEDS[verb] - given):
        raise BadInput(f'An edit with "{verb}" also needs "{name}".')
    if given - _NEEDS[verb] - _MAY_HAVE.get(verb, set()):
        raise BadInput(f'An edit with "{verb}" has a field beside it that does not belong there.')
    return verb


def _path(value: Any) -> Path:
    if not isinstance(value, list) or not value or not all(isinstance(part, str) for part in value):
        raise BadInput('A path is a list of names and ids, such as ["situation", "employer"].')
    return tuple(value)


def _place(value: Any, name: str) -> int:
    # True would pass for 1 in Python.
    if type(value) is not int:
        raise BadInput(f'"{name}" must be a whole number: the place in the list, counted from 0.')
    return value


def _end(workbook: Workbook, path: Path) -> int:
    """The index behind the last item. Where there is no list, applying the edit says so."""
    here = edits.find(workbook, path)
    return len(here) if isinstance(here, tuple) else 0

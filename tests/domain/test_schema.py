"""The JSON Schema of a portable file: it is committed, it does not drift, and it says the truth about workbooks."""

from __future__ import annotations

import copy
import json
import re
from typing import Any

import pytest
from hypothesis import given, settings

from counteroffer import resources
from counteroffer.domain.workbook import FORMAT, FORMAT_VERSION, Workbook, json_schema, to_plain
from tests.strategies import workbooks

SCHEMA = json_schema()
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "null": type(None)}
SILENT = {"title", "description", "examples", "default", "format", "contentEncoding", "discriminator"}
"""Words of the schema that forbid nothing."""


def objections(value: Any, schema: dict[str, Any], place: str = "") -> list[str]:
    """Where a value is not what the schema says. It knows the words that this schema uses, and fails on any other."""
    found: list[str] = []
    for word, wanted in schema.items():
        match word:
            case "$ref":
                found += objections(value, SCHEMA["$defs"][wanted.removeprefix("#/$defs/")], place)
            case "type":
                if type(value) is not TYPES[wanted]:
                    found.append(f"{place} is no {wanted}")
            case "properties":
                for name in wanted.keys() & value.keys() if isinstance(value, dict) else ():
                    found += objections(value[name], wanted[name], f"{place}.{name}")
            case "additionalProperties":
                others = value.keys() - schema.get("properties", {}).keys() if isinstance(value, dict) else ()
                found += [f"{place}.{name} is unknown" for name in others if wanted is False]
            case "required":
                found += [
                    f"{place}.{name} is missing" for name in wanted if isinstance(value, dict) and name not in value
                ]
            case "items":
                for at, one in enumerate(value if isinstance(value, list) else ()):
                    found += objections(one, wanted, f"{place}[{at}]")
            case "anyOf" | "oneOf":
                fitting = sum(not objections(value, one, place) for one in wanted)
                if fitting == 0 or (word == "oneOf" and fitting > 1):
                    found.append(f"{place} fits {fitting} of {len(wanted)}")
            case "const" | "enum":
                if value not in (wanted if word == "enum" else [wanted]):
                    found.append(f"{place} is another word")
            case "pattern":
                if isinstance(value, str) and not re.search(wanted, value):
                    found.append(f"{place} is written differently")
            case "maxLength" | "maxItems":
                if isinstance(value, (str, list)) and len(value) > wanted:
                    found.append(f"{place} is too long")
            case "minLength":
                if isinstance(value, str) and len(value) < wanted:
                    found.append(f"{place} is too short")
            case "minimum" | "maximum":
                if isinstance(value, int) and (value < wanted if word == "minimum" else value > wanted):
                    found.append(f"{place} is out of bounds")
            case _:
                assert word in SILENT | {"$schema", "$defs"}, (
                    f"the schema has a new word, {word}: teach it to this test"
                )
    return found


def portable(workbook: Workbook) -> dict[str, Any]:
    return {"format": FORMAT, "format_version": FORMAT_VERSION, **to_plain(workbook)}


def test_the_committed_schema_is_the_one_the_models_have() -> None:
    committed = resources.text("workbook.schema.json")
    assert committed == json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n", (
        "The workbook's fields have changed. If that is meant, look at what it does to files that people already have, "
        "and write the schema anew: python -m counteroffer schema > resources/workbook.schema.json"
    )


def test_the_sample_is_what_the_schema_says() -> None:
    assert objections(json.loads(resources.text("sample.counteroffer")), SCHEMA) == []


@settings(max_examples=max(20, settings().max_examples // 3))
@given(workbooks(max_terms=2))
def test_any_workbook_is_what_the_schema_says(workbook: Workbook) -> None:
    assert objections(portable(workbook), SCHEMA) == []


@pytest.mark.parametrize(
    ("path", "bad"),
    [
        (("format",), "another-format"),
        (("format_version",), 2),
        (("id",), "Not an id"),
        (("title",), "x" * 301),
        (("terms", 0, "target", "value"), {"kind": "zebra"}),
        (("terms", 0, "target", "value", "amount"), 55000),
        (("terms", 0, "target", "value", "amount"), "NaN"),
        (("terms", 0, "unit"), "acres"),
        (("terms", 0, "weighing", "swing"), 101),
        (("terms", 0, "starts"), None),
        (("situation", "pay", "payments_a_year"), 0),
        (("situation", "zebra"), 1),
        (("terms",), {}),
        (("agreement", "has_resigned"), "yes"),
    ],
)
def test_the_schema_objects_to_what_is_wrong(path: tuple[str | int, ...], bad: object) -> None:
    plain = copy.deepcopy(json.loads(resources.text("sample.counteroffer")))
    here = plain
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = bad
    assert objections(plain, SCHEMA) != []


@pytest.mark.parametrize("word", SCHEMA["required"])
def test_the_header_is_needed(word: str) -> None:
    plain = portable(Workbook())
    del plain[word]
    assert objections(plain, SCHEMA) == [f".{word} is missing"]

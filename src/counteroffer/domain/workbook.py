"""The root: one frozen tree that holds everything a person wrote about one offer."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import Field, ValidationError

from counteroffer.domain.agreement import Agreement
from counteroffer.domain.base import Frozen, Id, Items, Line, Moment, Text, ask, new_id
from counteroffer.domain.conversations import Conversations
from counteroffer.domain.errors import from_validation
from counteroffer.domain.packages import Packages
from counteroffer.domain.research import Research
from counteroffer.domain.retrospective import Retrospective
from counteroffer.domain.situation import Situation
from counteroffer.domain.terms import Term

FORMAT = "counteroffer-workbook"
FORMAT_VERSION = 1

Tags = Annotated[tuple[Line, ...], Field(max_length=50)]


class Workbook(Frozen):
    """One negotiation, from the offer to the look back."""

    id: Id = Field(default_factory=new_id, title="Id")
    title: Line = ask("Title of the workbook", "", "Harbour & Hill, autumn 2026")
    created: Moment = Field(default_factory=lambda: datetime.now(UTC), title="Created")
    tags: Tags = ask("Tags", "To find it again.", "part-time", ())
    taken_from: Id | None = ask("Started from", "The workbook whose experience it took over.", default=None)
    situation: Situation = ask("Offer", "", default=Situation)
    research: Research = ask("Research", "", default=Research)
    terms: Items[Term] = ask(
        "Terms", "Everything that can be negotiated, in the order that matters to you.", default=()
    )
    packages: Packages = ask("Packages", "", default=Packages)
    conversations: Conversations = ask("Conversations", "", default=Conversations)
    agreement: Agreement = ask("Agreement", "", default=Agreement)
    retrospective: Retrospective = ask("Look back", "", default=Retrospective)
    note: Text = ask("Notes", "Anything else.", "")


def to_plain(workbook: Workbook) -> dict[str, Any]:
    """The workbook as plain data for JSON: decimals, dates and times as text."""
    return workbook.model_dump(mode="json")


def from_plain(plain: object) -> Workbook:
    """A workbook from plain data. Raises BadInput with a sentence that names the field, never its content."""
    try:
        return Workbook.model_validate(plain)
    except ValidationError as error:
        raise from_validation(error) from None


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a portable file: the format's header, then the workbook's own fields."""
    schema = Workbook.model_json_schema(mode="validation")
    header = {
        "format": {"const": FORMAT, "title": "Format"},
        "format_version": {"const": FORMAT_VERSION, "title": "Version of the format"},
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$", "title": "Fingerprint of all the rest"},
        "changed": {"type": "string", "format": "date-time", "title": "When it was last changed"},
        "files": {
            "type": "object",
            "title": "Attached files",
            "description": "The attached files' bytes in Base64, by their SHA-256.",
            "additionalProperties": {"type": "string", "contentEncoding": "base64"},
        },
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "Counteroffer workbook",
        "properties": {**header, **schema["properties"]},
        "required": ["format", "format_version"],
    }

"""The ground every model stands on: frozen, exact, bounded, and silent about what people typed.

A field says once what it is called (`title`), what to write (`description`, the prompt) and what that may look
like (`examples`); forms, errors, accessible names and the JSON Schema all read it here. These texts are English
message ids and are translated where they are shown.
"""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum
from typing import Annotated, Any, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StrictBool,
    StrictInt,
    StringConstraints,
    ValidationError,
    WithJsonSchema,
)

from counteroffer.domain.errors import from_validation

LINE_LENGTH = 300
TEXT_LENGTH = 20_000
PAPER_LENGTH = 400_000
LIST_LENGTH = 1_000


class Frozen(BaseModel):
    """A group of fields that never changes; a changed one is a new one, see `revise`."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, allow_inf_nan=False, validate_default=False
    )


class Choice(str, Enum):
    """One of a few words. The value is what is stored, the label is what is read."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    def __str__(self) -> str:
        return str(self.value)


def new_id() -> str:
    """A fresh id for an item: 16 hexadecimal digits, drawn at random."""
    return secrets.token_hex(8)


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]{1,64}$")]


class Item(Frozen):
    """A group of fields that stands in a list and is found there by its id."""

    id: Id = Field(default_factory=new_id, title="Id")


@dataclass(frozen=True)
class Coded:
    """Marks text that is a key or a code and nobody's words: no search looks into it."""


CODED = Coded()


def _without_controls(text: str) -> str:
    if text.isprintable():  # as most texts are; looking at each letter takes its time over a whole archive
        return text
    for letter in text:
        if unicodedata.category(letter) in ("Cc", "Cs") and letter not in "\n\t":
            raise ValueError("the text holds a character that cannot be kept (a control character)")
    return text


def _plain_line_ends(value: object) -> object:
    """Line ends as they are kept: text pasted from other systems brings its own."""
    return value.replace("\r\n", "\n").replace("\r", "\n") if isinstance(value, str) else value


def _one_line(text: str) -> str:
    if any(mark in text for mark in "\n\t\u2028\u2029"):
        raise ValueError("this must fit on one line")
    return _without_controls(text)


Line = Annotated[str, StringConstraints(max_length=LINE_LENGTH), AfterValidator(_one_line)]
"""Text on one line, at most 300 characters."""

Key = Annotated[Line, CODED]
"""The key of something built in, such as a benefit of the catalogue."""

Text = Annotated[
    str,
    StringConstraints(max_length=TEXT_LENGTH),
    AfterValidator(_without_controls),
    BeforeValidator(_plain_line_ends),
]
"""Text of several lines, at most 20,000 characters."""

Paper = Annotated[
    str,
    StringConstraints(max_length=PAPER_LENGTH),
    AfterValidator(_without_controls),
    BeforeValidator(_plain_line_ends),
]
"""A whole pasted letter or contract, at most 400,000 characters."""

Flag = StrictBool
Whole = StrictInt


def _day(value: object) -> object:
    if isinstance(value, datetime):
        raise ValueError("this must be a date without a time, such as 2027-03-31")
    if isinstance(value, str):
        try:
            day = date.fromisoformat(value)
        except ValueError:
            raise ValueError("this must be a date such as 2027-03-31") from None
        if day.isoformat() != value:  # 20270331 and 2027-W13-3 are dates as well, but not how they are written here
            raise ValueError("this must be a date such as 2027-03-31")
        return day
    if isinstance(value, date):
        return value
    raise ValueError("this must be a date such as 2027-03-31")


Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
"""A calendar day, written 2027-03-31."""


def _moment(value: object) -> object:
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            raise ValueError("this must be a time such as 2027-03-31T09:30:00Z") from None
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise ValueError("this must be a time with its zone, such as 2027-03-31T09:30:00Z")
    try:
        return value.astimezone(UTC)
    except OverflowError:
        raise ValueError("this time lies outside the calendar") from None


Moment = Annotated[
    datetime,
    BeforeValidator(_moment),
    PlainSerializer(lambda moment: moment.isoformat().replace("+00:00", "Z"), return_type=str),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]
"""A point in time, always UTC."""

I = TypeVar("I", bound=Item)  # noqa: E741 - the conventional single letter for an item


def _unique(items: tuple[I, ...]) -> tuple[I, ...]:
    if len({item.id for item in items}) != len(items):
        raise ValueError("two entries have the same id")
    return items


Items = Annotated[tuple[I, ...], AfterValidator(_unique), Field(max_length=LIST_LENGTH)]
"""A list of items, each with an id of its own, in an order the person chose."""

Links = Annotated[tuple[Id, ...], Field(max_length=LIST_LENGTH)]
"""Ids of items elsewhere in the workbook. One that leads nowhere is passed over by every reader."""

M = TypeVar("M", bound=Frozen)


def revise(model: M, **changes: Any) -> M:
    """The model with some fields changed: the changed model is validated, everything else is shared.

    Raises BadInput with a plain sentence; the sentence never holds the refused value.
    """
    values = {name: getattr(model, name) for name in type(model).model_fields}
    try:
        return type(model).model_validate({**values, **changes})
    except ValidationError as error:
        raise from_validation(error) from None


def ask(title: str, prompt: str = "", example: str = "", default: Any = "", **more: Any) -> Any:
    """A field of a model: its label, its prompt, an example, and the value it has before anything is written."""
    examples = [example] if example else None
    if callable(default) and not isinstance(default, Enum):
        return Field(default_factory=default, title=title, description=prompt or None, examples=examples, **more)
    return Field(default=default, title=title, description=prompt or None, examples=examples, **more)

"""What a model is made of, read from its annotations: for edits, forms, searches and tests that cover every field."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from counteroffer.domain.base import Coded, Frozen, Item


def plain_types(annotation: Any) -> tuple[Any, ...]:
    """The plain types in an annotation: of `Annotated[A | B, …] | None`, A, B and None's type."""
    if get_origin(annotation) is Annotated:
        return plain_types(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return tuple(member for one in get_args(annotation) for member in plain_types(one))
    return (annotation,)


def submodel(model: type[Frozen], name: str) -> type[Frozen]:
    """The model that a field of a model holds. Raises TypeError if it holds none."""
    for one in plain_types(model.model_fields[name].annotation):
        if isinstance(one, type) and issubclass(one, Frozen):
            return one
    raise TypeError(f"{model.__name__}.{name} holds no model")


def item_types(model: type[Frozen], name: str) -> tuple[type[Item], ...]:
    """The kinds of item in a field that is a list of items; empty for any other field."""
    annotation = model.model_fields[name].annotation
    if get_origin(annotation) is not tuple:
        return ()
    return tuple(one for one in plain_types(get_args(annotation)[0]) if isinstance(one, type) and issubclass(one, Item))


def texts(model: Frozen, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text that a person wrote in a model, with its path, in the order of the fields."""
    for name in _not_coded(type(model)):
        value = getattr(model, name)
        here = (*path, name)
        if isinstance(value, Frozen):
            yield from texts(value, here)
        elif isinstance(value, tuple):
            for one in value:
                if isinstance(one, Item):
                    yield from texts(one, (*here, one.id))
                elif isinstance(one, str) and one:
                    yield here, one
        elif type(value) is str and value:
            yield here, value


@cache
def _not_coded(model: type[Frozen]) -> tuple[str, ...]:
    """The fields of a model that hold words, or may hold what holds some."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if name not in ("kind", "facts") and not _is_coded(field))


def _is_coded(field: FieldInfo) -> bool:
    """Whether a field is a key or a code, or is written to a pattern, as ids, links and fingerprints are, and so holds
    nobody's words."""
    return any(map(_says_coded, (field.annotation, *field.metadata)))


def _says_coded(mark: Any) -> bool:
    patterned = getattr(mark, "pattern", None) is not None
    return patterned or isinstance(mark, Coded) or any(map(_says_coded, get_args(mark)))

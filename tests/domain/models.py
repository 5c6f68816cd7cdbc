"""Every model of the workbook, found by walking down from its root."""

from __future__ import annotations

from enum import Enum
from typing import Any, get_args

from counteroffer.domain.base import Choice, Frozen
from counteroffer.domain.workbook import Workbook


def _types(annotation: Any) -> list[type]:
    if isinstance(annotation, type) and not get_args(annotation):
        return [annotation]
    return [found for part in get_args(annotation) for found in _types(part)]


def _walk() -> tuple[tuple[type[Frozen], ...], tuple[type[Choice], ...]]:
    models: dict[type[Frozen], None] = {Workbook: None}
    choices: dict[type[Choice], None] = {}
    waiting: list[type[Frozen]] = [Workbook]
    while waiting:
        for field in waiting.pop().model_fields.values():
            for found in _types(field.annotation):
                if issubclass(found, Frozen) and found not in models:
                    models[found] = None
                    waiting.append(found)
                if issubclass(found, Enum):
                    assert issubclass(found, Choice), f"{found.__name__} has no labels: make it a Choice"
                    choices[found] = None
    return tuple(models), tuple(choices)


MODELS, CHOICES = _walk()
FIELDS = [(model, name) for model in MODELS for name in model.model_fields]

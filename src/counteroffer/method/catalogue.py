"""The catalogue of what can be asked for. Data in resources/catalogue.toml, checked at load."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from types import MappingProxyType

from counteroffer import resources
from counteroffer.domain.levels import Direction, Unit


@dataclass(frozen=True)
class Benefit:
    """One thing that can be asked for. Name, about, concrete and questions are message ids."""

    key: str
    group: str
    name: str
    about: str
    unit: Unit
    direction: Direction
    formula: str
    kin: tuple[str, ...]
    """Keys of benefits that can stand in for it."""
    vague: tuple[str, ...]
    """Words that say nothing yet about how much of it."""
    concrete: str
    """What makes an ask for it concrete."""
    questions: tuple[str, ...]
    where: tuple[str, ...] = ()
    """Countries (ISO 3166) where there is such a thing; empty for anywhere."""


@dataclass(frozen=True)
class Catalogue:
    """All benefits, by group and in the order of the file."""

    groups: tuple[tuple[str, str], ...]
    """Keys and titles."""
    benefits: tuple[Benefit, ...]

    def find(self, key: str) -> Benefit | None:
        """The benefit with a key; None if there is none."""
        return next((one for one in self.benefits if one.key == key), None)

    @cached_property
    def formulas(self) -> Mapping[str, str]:
        """The formula that goes with a benefit, by the benefit's key."""
        return MappingProxyType({one.key: one.formula for one in self.benefits})

    def kin(self, key: str) -> tuple[Benefit, ...]:
        """What can stand in for a benefit."""
        benefit = self.find(key)
        found = (self.find(other) for other in benefit.kin) if benefit is not None else ()
        return tuple(one for one in found if one is not None)


class CatalogueError(ValueError):
    """The catalogue is not whole: a fault of the installation, not of the person."""


@cache
def catalogue() -> Catalogue:
    """The catalogue. Raises CatalogueError if an entry is there twice or names a kin, unit or group that is not."""
    try:
        plain = tomllib.loads(resources.text("catalogue.toml"))
        benefits = tuple(_benefit(one) for one in plain["benefit"])
        groups = tuple((str(key), str(title)) for key, title in plain["groups"].items())
    except (OSError, KeyError, TypeError, ValueError, AttributeError) as problem:
        raise CatalogueError("an entry of the catalogue is not as it should be") from problem
    keys = {one.key for one in benefits}
    known = {key for key, _title in groups}
    if len(keys) != len(benefits):
        raise CatalogueError("an entry of the catalogue is there twice")
    for one in benefits:
        if not keys >= set(one.kin) or one.group not in known:
            raise CatalogueError(f"the catalogue's entry {one.key} names something that is not there")
    return Catalogue(groups, benefits)


def _benefit(plain: dict[str, object]) -> Benefit:
    def words(name: str) -> tuple[str, ...]:
        value = plain[name]
        if not isinstance(value, list):
            raise TypeError(name)
        return tuple(str(one) for one in value)

    return Benefit(
        key=str(plain["key"]),
        group=str(plain["group"]),
        name=str(plain["name"]),
        about=str(plain["about"]),
        unit=Unit(str(plain["unit"])),
        direction=Direction(str(plain["direction"])),
        formula=str(plain["formula"]),
        kin=words("kin"),
        vague=words("vague"),
        concrete=str(plain["concrete"]),
        questions=words("questions"),
        where=tuple(code.strip() for code in str(plain["where"]).split(",") if code.strip()),
    )

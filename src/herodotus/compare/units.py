"""Units of measure: their words, and conversion by pint, which is loaded when first needed (0.4 s)."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources
from typing import Any

import yaml


@cache
def data(name: str) -> Any:
    raw = (resources.files("herodotus.compare") / name).read_bytes()
    return yaml.load(raw, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@cache
def words() -> dict[str, str]:
    """The pint name of every word or phrase for a unit."""
    return {str(word).lower(): str(unit["name"]) for unit in data("units.yaml") for word in unit["words"]}


@cache
def _registry() -> Any:
    """Only the units of units.yaml: reading pint's own list would take as long again as importing pint."""
    import pint  # noqa: PLC0415

    registry: Any = pint.UnitRegistry(None)
    registry.load_definitions([f"{unit['name']} = {unit['is']}" for unit in data("units.yaml")])
    return registry


@lru_cache(maxsize=16_384)
def converted(amount: float, unit: str, into: str) -> float | None:
    """The amount in another unit, None where one of them is no unit or they measure different things."""
    known = {str(entry["name"]) for entry in data("units.yaml")}
    if unit == into:
        return amount
    if not {unit, into} <= known or not _registry().is_compatible_with(unit, into):
        return None
    return float(_registry().Quantity(amount, unit).to(into).magnitude)


def shown(unit: str) -> str:
    """How a unit is written for readers, in the plural; "count" has no word."""
    names = {str(entry["name"]): str(entry["shown"]) for entry in data("units.yaml")}
    return names.get(unit, "" if unit == "count" else unit)


def is_measure(unit: str) -> bool:
    return any(entry["name"] == unit for entry in data("units.yaml"))

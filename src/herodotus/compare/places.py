"""Whether two places can be the same, one part of the other, or how far apart they are."""

from __future__ import annotations

from herodotus.compare import atlas
from herodotus.compare.comparison import Comparison, Relation
from herodotus.data.places import Place, PlaceKind, Precision

NEAR = 25.0
"""Kilometres: places this near may be one, told by different names (a town and the base outside it)."""


def compare(a: Place, b: Place) -> Comparison:
    """Same, part of, near or different; a place that is known to its state only is compared by its state."""
    if a.code and a.code == b.code:
        return Comparison(1.0, Relation.SAME, f"both are {a.name}")
    for inner, outer in ((a, b), (b, a)):
        if (reason := _inside(inner, outer)) is not None:
            return Comparison(0.8, Relation.PRECISION, reason)
    if a.country and b.country and not set(a.country) & set(b.country):
        return _far(a, b)
    return _apart(a, b)


def _inside(inner: Place, outer: Place) -> str | None:
    """That one lies in the other, in words; None where it does not or that is not known."""
    if outer.kind is PlaceKind.COUNTRY:
        return f"{inner.name} is in {outer.name}" if set(inner.country) == set(outer.country) else None
    if (
        outer.code
        and outer.kind is PlaceKind.REGION
        and inner.admin1 == outer.name
        and inner.country == outer.country
    ):
        return f"{inner.name} is in {outer.name}"
    away = _distance(inner, outer)
    wider = (outer.radius or 0) > (inner.radius or 0)
    holds = outer.precision in {Precision.REGION, Precision.WORLD} and inner.precision is not Precision.WORLD
    if (
        away is not None
        and wider
        and holds
        and away <= (outer.radius or 0)
        and not _in_other_states(inner, outer)
    ):
        return f"{inner.name} lies within what {outer.name} takes in"
    return None


def _in_other_states(a: Place, b: Place) -> bool:
    return bool(a.country and b.country and not set(a.country) & set(b.country))


def _apart(a: Place, b: Place) -> Comparison:
    away = _distance(a, b)
    if away is None:
        return Comparison(
            0.5, Relation.INCOMPARABLE, f"where {a.name} and {b.name} lie to each other is not known"
        )
    if away <= max(NEAR, (a.radius or 0) + (b.radius or 0)):
        return Comparison(0.6, Relation.PRECISION, f"{a.name} and {b.name} are about {away:.0f} km apart")
    return Comparison(0.0, Relation.CONFLICT, f"{a.name} and {b.name} are about {away:.0f} km apart")


def _far(a: Place, b: Place) -> Comparison:
    away = _distance(a, b)
    if away is not None and away <= NEAR:
        return Comparison(
            0.4, Relation.PRECISION, f"{a.name} and {b.name} are about {away:.0f} km apart, in other states"
        )
    return Comparison(0.0, Relation.CONFLICT, f"{a.name} and {b.name} are in different states")


def _distance(a: Place, b: Place) -> float | None:
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    return atlas.distance((a.latitude, a.longitude), (b.latitude, b.longitude))

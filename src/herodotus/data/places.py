"""Where something is, and how exactly that is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class PlaceKind(Enum):
    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    FACILITY = "facility"
    WATER = "water"
    BORDER = "border"


class Precision(Enum):
    """How exactly a place is known, the exactest first."""

    SITE = "site"
    CITY = "city"
    REGION = "region"
    COUNTRY = "country"
    WORLD = "part of the world"


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer, or as much of one as the words tell.

    `code` is the GeoNames id of a town ("703448"), GeoNames' code of a region ("UA.05"), ISO 3166 alpha-3 of a
    country, a name of our own for waters, borders and sites ("black-sea"), and empty where the tables have no such
    place and only what it lies in is known. `country` holds ISO 3166 alpha-3 codes; `admin1` is the name of the
    first-level region. Latitude and longitude are None where no point is known: for whole countries, for "northern X",
    for towns that the tables do not have. What is meant lies within `radius` km of the point. `reason` says in words
    why this place was taken.
    """

    name: str
    kind: PlaceKind
    precision: Precision
    country: tuple[str, ...] = ()
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius: float | None = None
    code: str = ""
    reason: str = ""

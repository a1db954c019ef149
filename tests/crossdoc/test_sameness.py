"""What speaks for two words telling of one event; on records made by hand, and on texts that the product reads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files

import numpy as np
import pytest
import yaml

from benchmarks.quality.sameness import Article, Telling, found_in, reading
from herodotus.compare.comparison import Relation
from herodotus.crossdoc import resemblance
from herodotus.crossdoc.occurrences import Occurrence
from herodotus.crossdoc.resemblance import FEATURES, Story
from herodotus.crossdoc.sameness import Weights, happenings, logistic, scorer
from herodotus.data.documents import Span
from herodotus.errors import StopRun

ZERO = np.zeros(4, np.float32)
NONE: frozenset[str] = frozenset()
BARE = Occurrence(
    document="a",
    span=Span(0, 8),
    words="attacked",
    family="attack",
    others=NONE,
    verb=True,
    doers=NONE,
    undergoers=NONE,
    around=NONE,
    sentence=NONE,
    clause=NONE,
    names=NONE,
    since=None,
    until=None,
    figures=frozenset(),
    line=0,
    told=1,
    vectors=dict.fromkeys(("word", "near", "clause", "sentence", "doers", "undergoers", "arguments"), ZERO),
)
STORY = Story({"rebel": 2.0, "oslo": 1.0, "bergen": 1.0}, {"attack": 0.5, "raid": 0.25})


def test_shared_terms_weigh_by_their_rarity() -> None:
    # 2 x 2 for the shared rebels over 2 + 1 and 2 + 1.
    assert STORY.shared(frozenset({"rebel", "oslo"}), frozenset({"rebel", "bergen"})) == pytest.approx(4 / 6)
    assert STORY.shared(NONE, frozenset({"rebel"})) == 0


def test_others_speak_against_only_where_both_are_known() -> None:
    oslo, bergen = (replace(BARE, undergoers=frozenset({name})) for name in ("oslo", "bergen"))
    assert resemblance.other_undergoers(oslo, bergen, STORY) == 1
    assert resemblance.other_undergoers(oslo, BARE, STORY) == 0


def test_an_argument_may_stand_in_the_sentence_of_the_other() -> None:
    one = replace(BARE, doers=frozenset({"rebel"}), undergoers=frozenset({"oslo"}))
    # Of 3 in all, the rebels (2) stand in the other's sentence, which has no arguments of its own.
    assert resemblance.arguments_around(
        one, replace(BARE, sentence=frozenset({"rebel"})), STORY
    ) == pytest.approx(2 / 3)


def test_times_agree_exclude_each_other_or_say_nothing() -> None:
    third, week, ninth = (
        replace(BARE, since=date(2024, 5, a), until=date(2024, 5, b)) for a, b in ((3, 3), (1, 7), (9, 9))
    )
    assert (resemblance.same_time(third, week, STORY), resemblance.other_time(third, week, STORY)) == (1, 0)
    assert (resemblance.same_time(third, ninth, STORY), resemblance.other_time(third, ninth, STORY)) == (0, 1)
    assert (resemblance.same_time(third, BARE, STORY), resemblance.other_time(third, BARE, STORY)) == (0, 0)


def test_the_spread_is_that_of_the_rarer_word() -> None:
    assert resemblance.spread(BARE, replace(BARE, family="raid"), STORY) == 0.25


def test_every_feature_says_in_words_what_it_is() -> None:
    assert all(feature.__doc__ for feature in FEATURES)
    assert len({feature.__doc__ for feature in FEATURES}) == len(FEATURES)


def test_weights_of_other_features_are_refused() -> None:
    text = files("herodotus.crossdoc").joinpath("sameness.yaml").read_text(encoding="utf-8")
    row = yaml.safe_load(text)["family"]
    row["features"]["weather"] = row["features"].pop("meaning")
    with pytest.raises(StopRun, match=r"training/sameness\.py"):
        Weights.of(row)


def test_log_odds_become_a_likelihood() -> None:
    assert (logistic(0), logistic(-1000)) == (0.5, 0.0)
    assert logistic(2) == pytest.approx(0.881, abs=1e-3)


TEXTS = {
    "a": "Norway shipped 40 rifles to Sweden on 3 May, the minister said. A fire broke out in Oslo harbour.",
    "b": "The shipment of rifles from Norway reached Sweden in May. Dockers in Oslo harbour fought a blaze for hours.",
    "c": "Norway's rifles were delivered to Sweden, officials said. Protests followed.",
}
WORDS = (("a", "shipped"), ("a", "fire"), ("b", "shipment"), ("c", "delivered"), ("c", "Protests"))


@cache
def told() -> tuple[tuple[Occurrence, ...], Story]:
    readings = [reading(Article(name, text, "2024-05-10", "", "")) for name, text in TEXTS.items()]
    spans = [(name, TEXTS[name].index(word), word) for name, word in WORDS]
    tellings = [Telling(name, Span(at, at + len(word)), word, "") for name, at, word in spans]
    found = tuple(o for o in found_in(readings, tellings) if o is not None)
    return found, Story.of(len(readings), found)


def test_what_the_text_says_around_an_event() -> None:
    shipped = told()[0][0]
    assert (shipped.family, shipped.doers, shipped.undergoers) == ("ship", {"NOR"}, {"rifle"})
    assert "SWE" in shipped.around
    assert (shipped.since, shipped.until) == (date(2024, 5, 3), date(2024, 5, 3))
    assert 40.0 in shipped.figures


def test_a_shipment_is_what_was_shipped_and_delivered() -> None:
    assert happenings(*told()) == [[0, 2, 3], [1], [4]]


def test_a_pair_says_why() -> None:
    found, story = told()
    same, other = (scorer().compare(found[0], found[n], story) for n in (2, 1))
    assert (same.relation, other.relation) == (Relation.SAME, Relation.DIFFERENT)
    assert same.score > 0.75
    assert other.score < 0.1
    assert same.reason.startswith("words of one family: ")
    assert "words of like meaning" in scorer().compare(found[0], found[3], story).reason


def test_the_order_of_a_pair_makes_no_difference() -> None:
    found, story = told()
    for a in found:
        for b in found:
            assert scorer().score(a, b, story) == pytest.approx(scorer().score(b, a, story))

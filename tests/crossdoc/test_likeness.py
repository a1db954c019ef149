"""What two articles share, and what sets them apart: values by hand."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

import pytest

from herodotus.crossdoc import likeness
from herodotus.crossdoc.articles import Lexicon
from herodotus.crossdoc.likeness import FEATURES, Weighed, Weights
from herodotus.crossdoc.profiles import Profile

EMPTY = Profile(("a", "a"), None, {}, {})


def pair(a: Profile, b: Profile) -> tuple[Weighed, Weighed]:
    lexicon = Lexicon()
    one, other = lexicon.take(a), lexicon.take(b)
    return likeness.weighed(one, lexicon), likeness.weighed(other, lexicon)


def values(**more: tuple[object, object]) -> dict[str, float]:
    """The features of two articles that differ in these fields."""
    sides = [replace(EMPTY, **{field: both[side] for field, both in more.items()}) for side in (0, 1)]
    return {name: feature(*pair(*sides)) for name, feature in FEATURES.items()}


def test_what_is_not_known_speaks_neither_way() -> None:
    assert set(values().values()) == {0.0}
    assert set(values(days=(frozenset([date(2024, 3, 5)]), frozenset())).values()) == {0.0}


def test_words_count_by_how_rare_they_are() -> None:
    found = values(words=({"fire": 1, "said": 1}, {"said": 1, "vote": 1}))
    # "said" is in both of the two articles, the others in one: log(1 + 102 / 2) against log(1 + 102 / 1).
    both, one = math.log(52) ** 2, math.log(103) ** 2
    assert found["words"] == pytest.approx(math.tanh(3 * both / (both + one)))
    assert found["names"] == 0


def test_names_of_the_lead_are_compared_by_themselves() -> None:
    both = {"holm": 1, "lund": 1}
    found = values(names=(both, both), leading=(frozenset(["holm"]), frozenset(["lund"])))
    assert found["names"] == pytest.approx(math.tanh(3))
    assert found["leading names"] == 0
    assert values(names=(both, both), leading=(frozenset(["holm"]),) * 2)["leading names"] > 0


def test_a_name_is_not_the_word_that_is_spelt_alike() -> None:
    assert values(words=({"reading": 1}, {}), names=({}, {"reading": 1}))["names"] == 0


def test_one_day_in_common_is_enough() -> None:
    fifth, sixth = date(2024, 3, 5), date(2024, 3, 6)
    assert values(days=(frozenset([fifth, sixth]), frozenset([sixth])))["other days"] == 0
    assert values(days=(frozenset([fifth, sixth]), frozenset([sixth])))["same day"] == 1
    assert values(days=(frozenset([fifth]), frozenset([sixth])))["other days"] == 1


def test_a_suburb_is_no_other_town() -> None:
    assert values(towns=({(59.91, 10.75): "Oslo"}, {(59.83, 10.44): "Asker"}))["other towns"] == 0
    assert values(towns=({(59.91, 10.75): "Oslo"}, {(60.39, 5.32): "Bergen"}))["other towns"] == 1


def test_two_months_between_publications_are_long() -> None:
    assert values(published=(date(2024, 1, 1), date(2024, 2, 1)))["long between"] == 0
    assert values(published=(date(2024, 1, 1), date(2024, 3, 1)))["long between"] == 1


def test_days_places_and_persons_together_outweigh_the_same_words() -> None:
    alike = {"words": 5.0, "names": 0.0}
    weights = Weights({**dict.fromkeys(FEATURES, -1.0), **alike}, bias=-1.0, cohesion=0.0, alone=0.0)
    fire = {"fire": 1}
    one = replace(EMPTY, words=fire, days=frozenset([date(2024, 3, 5)]), people=frozenset(["holm"]))
    other = replace(EMPTY, words=fire, days=frozenset([date(2024, 4, 5)]), people=frozenset(["lund"]))
    assert likeness.score(*pair(one, other), weights) > 0
    one, other = replace(one, countries=frozenset(["NOR"])), replace(other, countries=frozenset(["SWE"]))
    assert likeness.score(*pair(one, other), weights) == -1 - 3


def test_the_weights_are_of_these_features() -> None:
    learned = likeness.learned()
    assert list(learned.features) == list(FEATURES)
    assert all(w >= 0 if name in likeness.ALIKE else w <= 0 for name, w in learned.features.items())

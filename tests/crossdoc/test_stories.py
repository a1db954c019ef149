"""Stories grow as articles come in; what happens alike elsewhere stays apart, and why can be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest

from herodotus.crossdoc.profiles import Key, Profile, profile
from herodotus.crossdoc.stories import Change, Stories, grouped, stories
from tests.builders import Said, reading

FIRE = "fire destroyed timber yard night flames warehouse firefighters smoke crews saw blaze roof"
DAY = date(2024, 3, 5)


def told(identity: str, words: str = FIRE, **more: object) -> Profile:
    """An article in these words; names are words too."""
    bag = dict.fromkeys(words.split(), 1)
    return replace(Profile((identity, identity), DAY, bag, {}), **more)  # type: ignore[arg-type]


def fire(identity: str, town: str, north: float, *people: str, day: date = DAY) -> Profile:
    """A report of a fire, worded like every other, in a town of its own."""
    names = dict.fromkeys([town, *people], 2)
    return told(
        identity,
        f"{FIRE} {town} {' '.join(people)}",
        names=names,
        people=frozenset(people),
        towns={(north, 10.0): town},
        regions=frozenset([f"{town} county, NOR"]),
        days=frozenset([day]),
        published=day,
    )


def groups(held: Stories) -> list[list[str]]:
    return sorted(sorted(key[1] for key in members) for members in held)


def added(*bursts: Sequence[Profile]) -> Stories:
    held = Stories()
    for burst in bursts:
        held.add(burst)
    return held


def key(identity: str) -> Key:
    return identity, identity


TWO_FIRES = [
    fire("a1", "vesterhavn", 60.0, "holm", "lund"),
    fire("a2", "vesterhavn", 60.0, "holm", "lund"),
    fire("b1", "osterby", 64.0, "aasen", "berg", day=DAY + timedelta(days=9)),
    fire("b2", "osterby", 64.0, "aasen", "berg", day=DAY + timedelta(days=9)),
]


def test_a_like_happening_elsewhere_stays_apart() -> None:
    assert groups(added(TWO_FIRES)) == [["a1", "a2"], ["b1", "b2"]]


def test_two_of_three_that_differ_do_not_outweigh_the_same_wording() -> None:
    later = [replace(each, people=frozenset()) for each in TWO_FIRES]
    assert groups(added(later)) == [["a1", "a2", "b1", "b2"]]


def test_the_order_within_a_burst_makes_no_difference() -> None:
    assert len({str(groups(added(order))) for order in permutations(TWO_FIRES)}) == 1


def test_one_at_a_time_gives_the_same_stories() -> None:
    assert groups(added(*([each] for each in TWO_FIRES))) == groups(added(TWO_FIRES))


def test_a_new_article_joins_its_story() -> None:
    held = added(TWO_FIRES)
    new = fire("a3", "vesterhavn", 60.0, "holm", "lund")
    assert held.add([new]) == [Change(0, (key("a3"),), ())]
    assert held.members(0) == [key("a1"), key("a2"), key("a3")]


def test_an_article_on_something_else_opens_a_story() -> None:
    held = added(TWO_FIRES)
    assert held.add([told("c1", "parliament passed fisheries bill vote speaker quota")]) == [
        Change(4, (key("c1"),), ())
    ]


def test_an_article_may_show_two_stories_to_be_one() -> None:
    storm = "storm surge flooded harbour quay ferries cancelled waves mole pier"
    trial = "captain court charged negligence sinking trawler verdict prosecutor trial owner"
    held = added([told("a1", storm), told("b1", trial)])
    assert groups(held) == [["a1"], ["b1"]]
    changes = held.add([told("c1", f"{storm} {trial}"), told("c2", f"{storm} {trial}")])
    assert groups(held) == [["a1", "b1", "c1", "c2"]]
    assert changes == [Change(0, (key("b1"), key("c1"), key("c2")), ()), Change(1, (), (key("b1"),))]


def test_nothing_is_known_of_an_empty_article() -> None:
    assert groups(added([told("a1", ""), told("a2", "")])) == [["a1"], ["a2"]]


def test_why_names_what_is_shared_and_what_differs() -> None:
    why = added(TWO_FIRES).why(key("a1"), key("b1"))
    assert not why.together
    assert why.score < 0
    assert why.reasons[1:] == (
        "published 9 days apart",
        "different days: 2024-03-05 / 2024-03-14",
        "different towns: vesterhavn / osterby",
        "different regions: vesterhavn county, NOR / osterby county, NOR",
        "different persons: holm, lund / aasen, berg",
        "days, places and persons all differ: the wording counts for nothing",
    )


def test_why_names_what_two_of_one_story_share() -> None:
    why = added(TWO_FIRES).why(key("a1"), key("a2"))
    assert why.together
    assert why.score > 0
    assert "same names: holm, lund, vesterhavn" in why.reasons
    assert "both tell of 2024-03-05" in why.reasons


def test_why_is_asked_of_articles_that_are_held() -> None:
    with pytest.raises(KeyError):
        added(TWO_FIRES).why(key("a1"), key("z9"))


def test_readings_are_grouped_by_their_profiles() -> None:
    oslo = Said("Norway shipped rifles to Sweden", "the minister", "DNK")
    ferry = Said("Ferry crews in Estonia walked out over night shifts and pay", "a union", "EST")
    given = [reading("alpha", oslo), reading("beta", ferry), reading("gamma", oslo)]
    found = [[r.annotated.document.id for r in group] for group in stories(given)]
    assert sorted(map(sorted, found)) == [["alpha", "gamma"], ["beta"]]
    assert grouped(given).why(profile(given[0]).key, profile(given[2]).key).together


def test_a_document_given_twice_is_given_back_twice() -> None:
    same = reading("alpha", Said("Norway shipped rifles to Sweden", "the minister", "DNK"))
    assert stories([same, same]) == [[same, same]]

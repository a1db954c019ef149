"""Claims that are kept apart are related where much speaks for it, and not where only a little does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from herodotus import pipeline
from herodotus.compare.likeness import NOWHERE
from herodotus.crossdoc import bonds, following
from herodotus.crossdoc.claims import claims
from herodotus.crossdoc.relations import relations
from herodotus.crossdoc.sides import Case, side
from herodotus.data.claims import RelationClass, Story
from herodotus.data.statements import Reading
from herodotus.settings import Settings
from tests.builders import Happening, Said, reading


def case(a: Reading, b: Reading) -> Case:
    """The first claims of two documents, as if matching had kept them apart."""
    one, other = (side(claims([each])[0]) for each in (a, b))
    return Case(one, other, 0.9, NOWHERE)


def killed(number: int, day: str) -> Reading:
    event = Happening("DEATH", "killed", "", "NOR", figure=(f"{number} people", number, "people"))
    return reading(
        day,
        Said(f"the landslide in Norway killed {number} people", "the police", events=(event,)),
        published=day,
    )


def shipped(things: str, **more: object) -> Reading:
    event = Happening("TRANSFER", "shipped", "NOR", "SWE", (things,), **more)  # type: ignore[arg-type]
    text = f"Norway shipped {things} to Sweden" + (f" on {more['day'][0]}" if more else "")  # type: ignore[index]
    return reading(things, Said(text, "the minister", "DNK", events=(event,)))


def told(folder: Path, *articles: tuple[str, str]) -> Story:
    """The story of articles (day, text) as the product reads them."""
    path = folder / "articles.jsonl"
    rows = [
        {"id": f"a{n}", "publisher": f"Paper {n}", "date": day, "text": text}
        for n, (day, text) in enumerate(articles)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf8")
    [story] = pipeline.brief([str(path)], Settings()).stories
    return story


def test_a_larger_count_said_later_updates_the_smaller() -> None:
    found = case(killed(14, "2024-03-06"), killed(9, "2024-03-04"))
    assert bonds.grown(found) == "14 people, said after 9 people"
    assert bonds.grown(found.turned()) == ""
    assert bonds.grown(case(killed(14, "2024-03-04"), killed(9, "2024-03-04"))) == ""


def test_things_that_are_a_kind_of_others() -> None:
    assert bonds.kind_of(case(shipped("rifles"), shipped("weapons"))) == "rifle is a kind of weapon"
    assert bonds.kind_of(case(shipped("weapons"), shipped("rifles"))) == ""
    assert bonds.kind_of(case(shipped("rifles"), shipped("tanks"))) == ""


def test_a_claim_whose_words_stand_in_another() -> None:
    short = reading("a", Said("the bird was carried out of the cabin and set free"))
    long = reading(
        "b",
        Said(
            "the aircraft landed without trouble in thick fog, and the bird was carried out of the cabin and set free"
        ),
    )
    assert bonds.contained(case(short, long)) == "100% of its words stand in the other"
    assert bonds.contained(case(long, short)) == ""
    other = reading(
        "c",
        Said("the aircraft landed without trouble in thick fog, and the bird set free a flock in the cabin"),
    )
    assert bonds.contained(case(short, other)) == ""


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (
            "Exports of dried cod from Brattvik rose in March, the fisheries ministry said on Tuesday.",
            "Exports of dried cod from Brattvik fell in March, the union of exporters said on Tuesday.",
            "rising or falling",
        ),
        (
            "The ferry left Esbjerg with all its passengers, the harbour master said.",
            "The ferry has not left Esbjerg with all its passengers, the union said.",
            "only one of them says not: leave",
        ),
    ],
)
def test_contrary_claims_stay_apart_and_contradict(tmp_path: Path, one: str, other: str, reason: str) -> None:
    story = told(tmp_path, ("2024-04-02", one), ("2024-04-02", other))
    [relation] = story.relations
    assert relation.kind is RelationClass.CONTRADICTS
    assert {relation.claim, relation.other} <= {c.id for c in story.claims}
    assert relation.reason.startswith(reason)


def test_the_same_twice_is_one_claim_without_a_relation(tmp_path: Path) -> None:
    text = "Exports of dried cod from Brattvik rose in March, the fisheries ministry said on Tuesday."
    story = told(tmp_path, ("2024-04-02", text), ("2024-04-02", text))
    assert story.relations == ()


def used(things: str, actor: str = "SWE") -> Reading:
    event = Happening("ASSAULT", "fired", actor, "FIN", (things,))
    return reading("use", Said(f"{things} were fired at Finland", "the envoy", "DNK", events=(event,)))


def test_who_uses_what_came_from_elsewhere_has_received_it() -> None:
    found = case(shipped("rockets"), used("Norwegian rockets"))
    assert following.supplied(found) == "who uses “Norwegian rockets” has received them"
    assert following.supplied(found.turned()) == ""
    assert following.supplied(case(shipped("rockets"), used("rockets"))) == ""
    assert following.supplied(case(shipped("rockets"), used("Danish rockets"))) == ""
    assert following.supplied(case(shipped("rockets"), used("Norwegian rockets", "EST"))) == ""
    assert following.supplied(case(shipped("trucks"), used("Norwegian rockets"))) == ""


def test_harm_follows_from_the_deed_that_is_told_to_have_done_it(tmp_path: Path) -> None:
    text = "Seven people were killed when a tram derailed in Ostby on Monday, the police said."
    more = "A tram derailed in a sharp bend in Ostby on Monday, the operator said."
    story = told(tmp_path, ("2024-04-02", text), ("2024-04-02", more))
    types = {c.id: c.text for c in story.claims}
    [relation] = [r for r in story.relations if r.kind is RelationClass.FOLLOWS]
    assert "killed" in types[relation.claim]
    assert "derailed" in types[relation.other]
    assert relation.reason == "told as its result: “killed when a tram derailed”"


def test_harm_and_a_deed_side_by_side_do_not_follow(tmp_path: Path) -> None:
    text = (
        "Seven people were killed in Ostby on Monday, and a tram derailed in Lom on Tuesday, the police said."
    )
    story = told(tmp_path, ("2024-04-02", text))
    assert not [r for r in story.relations if r.kind is RelationClass.FOLLOWS]


def test_what_the_sample_tells_as_expected_is_updated_when_done() -> None:
    story = pipeline.brief(["samples/northsea"], Settings()).stories[0]
    text = {claim.id: claim.text for claim in story.claims}
    [update] = [r for r in story.relations if r.kind is RelationClass.UPDATES]
    assert "berthed in Rotterdam" in text[update.claim]
    assert "expected to reach Rotterdam" in text[update.other]
    assert update.reason == "told as open on 2025-02-11, as done on 2025-02-13"


def test_the_order_of_documents_makes_no_difference() -> None:
    readings = [killed(14, "2024-03-06"), shipped("rifles"), shipped("weapons")]
    kinds = [[r.kind for r in relations(claims(order))] for order in (readings, readings[::-1])]
    assert kinds[0] == kinds[1]

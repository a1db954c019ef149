from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from herodotus.data.statements import Reading
from herodotus.resolution import actors, index, resolve

from .build import annotated


def reading(id: str, text: str, people: str = "", bodies: str = "", published: str | None = None) -> Reading:
    record = annotated(text, people, bodies, published=published)
    return Reading(resolve(replace(record, document=replace(record.document, id=id))), (), ())


ENVOY = reading("a", "Danish envoy Eva Holm spoke.", "Eva Holm", published="2031-02-01")
MINISTER = reading("b", "Danish minister Eva Holm left.", "Eva Holm", published="2031-02-03")


def test_one_person_in_two_documents_is_one_actor_with_both_roles() -> None:
    found = next(a for a in actors([ENVOY, MINISTER]) if a.name == "Eva Holm")
    assert [(r.words, r.documents, r.since) for r in found.roles] == [
        ("Danish envoy", ("a",), "2031-02-01"),
        ("Danish minister", ("b",), "2031-02-03"),
    ]


def test_two_persons_of_one_name_in_different_states_stay_two() -> None:
    other = reading("c", "Peruvian minister Eva Holm left.", "Eva Holm")
    assert [a.country for a in actors([ENVOY, other]) if a.name == "Eva Holm"] == [("DNK",), ("PER",)]


def test_two_persons_of_one_name_in_different_walks_of_life_stay_two() -> None:
    one = reading("a", "Economist Per Aasen spoke.", "Per Aasen")
    two = reading("b", "Goalkeeper Per Aasen fell.", "Per Aasen")
    assert len(actors([one, two])) == 2


def test_a_bare_surname_joins_where_the_state_is_the_same() -> None:
    bare = reading("c", "Danish envoy Holm spoke.", "Holm")
    found = next(a for a in actors([ENVOY, bare]) if a.name == "Eva Holm")
    assert found.entities == (("a", "e2"), ("c", "e2"))


def test_a_country_is_one_actor_everywhere() -> None:
    found = next(a for a in actors([reading("a", "Oslo said so."), reading("b", "Norway left.")]))
    assert (found.name, [u.words for u in found.aliases]) == ("Norway", ["Norway", "Oslo"])


def test_unnamed_officials_of_two_documents_are_not_taken_for_the_same() -> None:
    text = "[Unnamed Danish officials] said {so}."
    found = [a for a in actors([reading("a", text), reading("b", text)]) if "officials" in a.name]
    assert [a.reason for a in found] == ["in one document only"] * 2


def test_the_index_leads_from_entity_to_actor() -> None:
    found = actors([ENVOY, MINISTER])
    holm = next(a for a in found if a.name == "Eva Holm")
    assert index(found)["b", "e2"] == holm.id


THIRD = reading("c", "Peruvian minister Eva Holm and Holm left.", "Eva Holm; Holm")


@given(st.permutations([ENVOY, MINISTER, THIRD]))
def test_the_order_of_documents_does_not_matter(readings: list[Reading]) -> None:
    straight = sorted(readings, key=lambda r: r.annotated.document.id)
    assert actors(readings) == actors(straight)

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from herodotus.data.annotations import Attribution, Entity, Form, Kind, Mention
from herodotus.data.documents import Span
from herodotus.resolution import resolve

from .build import annotated


def entity(text: str, name: str, people: str = "", bodies: str = "") -> Entity:
    found = resolve(annotated(text, people, bodies)).entities
    return next(each for each in found if each.name == name)


def words(each: Entity, text: str) -> list[str]:
    return [mention.span.of(text) for mention in each.mentions]


def test_names_adjectives_and_government_seats_make_one_country() -> None:
    text = "Norway protested. Norwegian ships left. Oslo said the UK agreed."
    assert words(entity(text, "Norway"), text) == ["Norway", "Norwegian", "Oslo"]


def test_a_capital_with_a_preposition_of_place_is_the_city() -> None:
    text = "The talks in Oslo failed. Oslo blamed Sweden. She flew to Oslo."
    assert words(entity(text, "Oslo"), text) == ["Oslo", "Oslo"]
    assert words(entity(text, "Norway"), text) == ["Oslo"]


def test_an_institution_is_its_own_organisation_with_a_country() -> None:
    found = entity("The Kremlin would not say.", "Kremlin")
    assert (found.kind, found.country) == (Kind.ORGANISATION, ("RUS",))


def test_full_name_title_and_surname_are_one_person() -> None:
    text = "Spokesman Per Aasen met Mr Aasen's staff. Aasen left."
    assert len(entity(text, "Per Aasen", "Per Aasen; Aasen").mentions) == 3


def test_a_surname_goes_to_the_bearer_of_its_gender() -> None:
    text = "Bill Marsh and Hilda Marsh came. Mrs Marsh spoke."
    found = entity(text, "Hilda Marsh", "Bill Marsh; Hilda Marsh; Marsh")
    assert words(found, text)[-1] == "Marsh"


def test_a_title_before_the_name_is_the_role() -> None:
    found = entity("Danish Ambassador to the UN Eva Holm left.", "Eva Holm", "Eva Holm")
    assert (found.role, found.country) == ("Danish Ambassador to the UN", ("DNK",))


def test_an_apposition_after_the_name_is_the_role() -> None:
    found = entity("Eva Holm, Denmark's envoy to the UN, left.", "Eva Holm", "Eva Holm")
    assert (found.role, found.country) == ("Denmark's envoy to the UN", ("DNK",))


def test_a_surname_that_is_also_a_capital_is_the_person() -> None:
    text = "Maria London left. London said so."
    assert words(entity(text, "Maria London", "Maria London"), text) == ["Maria London", "London"]


def test_a_role_that_is_no_source_joins_the_chain() -> None:
    text = "Eva Holm, the Danish ambassador, left. A paper quoted the ambassador as saying so."
    assert words(entity(text, "Eva Holm", "Eva Holm"), text) == ["Eva Holm", "the ambassador"]


def test_an_acronym_in_brackets_names_the_same_body() -> None:
    text = "The Baltic Harbour Council (BHC) met. BHC members left."
    found = entity(text, "Baltic Harbour Council", bodies="Baltic Harbour Council; BHC")
    assert words(found, text)[-1] == "BHC"


def test_a_ministry_is_named_with_its_state() -> None:
    found = entity(
        "The Finnish defence ministry met.",
        "Ministry of Defence of Finland",
        bodies="Finnish defence ministry",
    )
    assert found.country == ("FIN",)


def test_a_body_takes_the_state_it_is_based_in() -> None:
    assert entity("The Lima-based Ports Watch met.", "Ports Watch", bodies="Ports Watch").country == ("PER",)


def test_a_body_may_be_explained_on_the_next_line() -> None:
    assert entity("Ports Watch,\na Peruvian group, met.", "Ports Watch", bodies="Ports Watch").country == (
        "PER",
    )


def test_what_cannot_be_a_name_is_left_out() -> None:
    record = annotated("Talks ended in May with officials.", bodies="May; officials")
    assert resolve(record).entities == ()
    assert resolve(annotated("The Harbour Ambassador left.", "Harbour Ambassador")).entities == ()


def test_entities_are_numbered_in_order_of_first_mention() -> None:
    found = resolve(annotated("Peru met Chile and Peru.")).entities
    assert [(e.id, e.name) for e in found] == [("e1", "Peru"), ("e2", "Chile")]


_PIECES = [
    "Oslo said ",
    "he said ",
    "“We go,” ",
    "Ann Lee ",
    "the ministry ",
    "\n\n",
    "U.S. ",
    "officials ",
    "who ",
    "İ\u200f ",
    "Mr. ",
    ", ",
]


@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=8), max_size=25), st.data())
def test_any_text_resolves_and_every_source_is_a_mention(pieces: list[str], data: st.DataObject) -> None:
    text = "".join(pieces)
    spots = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(
        lambda p: Span(min(p), max(p))
    )
    record = annotated("")
    spans = data.draw(st.lists(spots, max_size=6))
    kinds = st.sampled_from([Kind.PERSON, Kind.ORGANISATION, Kind.PLACE])
    mentions = tuple(Mention(s, data.draw(kinds), Form.NAMED) for s in spans[:3])
    said = tuple(Attribution((s,), (), (), 1.0) for s in spans[3:])
    document = replace(record.document, text=text)
    found = resolve(replace(record, document=document, mentions=mentions, attributions=said)).entities
    held = [m.span for e in found for m in e.mentions]
    assert len(held) == len(set(held))
    assert all(0 <= s.start < s.end <= len(text) for s in held)

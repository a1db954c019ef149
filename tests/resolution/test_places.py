from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herodotus.data.annotations import Kind, Mention
from herodotus.data.documents import Span
from herodotus.data.places import Place, PlaceKind, Precision
from herodotus.data.statements import Event, Modality, Party, Polarity
from herodotus.resolution import placed, resolve

from .build import annotated, located


def place(text: str, name: str, *others: str) -> Place | None:
    """Where the entity of that name is; the others are names of places too."""
    found = resolve(located(text, "; ".join([name, *others]))).entities
    return next((e.place for e in found if any(m.span.of(text).startswith(name) for m in e.mentions)), None)


def code(text: str, name: str, *others: str) -> str | None:
    found = place(text, name, *others)
    return found.code if found else None


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("A barn burnt down in Paris on Monday.", "Paris", "2988507"),
        ("A barn burnt down in Paris, Texas, on Monday.", "Paris", "4717560"),
        ("A barn burnt down in Springfield, Ill., on Monday.", "Springfield", "4250542"),
        ("A barn burnt down in Springfield, Massachusetts.", "Springfield", "4951788"),
        ("The ferry left Odesa, Ukraine, at noon.", "Odesa", "698740"),
        ("The Ukrainian town of Nikopol lost power.", "Nikopol", "700051"),
        ("The ship crossed the Black Sea.", "Black Sea", "black-sea"),
        ("Guards closed the Line of Control.", "Line of Control", "line-of-control"),
        ("Rain fell on Three Mile Island.", "Three Mile Island", "three-mile-island"),
        ("Schools in Kherson region were shut.", "Kherson", "UA.08"),
        ("Voters in Texas went to the polls.", "Texas", "US.TX"),
    ],
)  # fmt: skip
def test_a_name_means_the_place_that_the_words_beside_it_point_to(text: str, name: str, wanted: str) -> None:
    assert code(text, name) == wanted


def test_the_states_and_regions_of_the_article_decide_between_places_of_one_name() -> None:
    text = "Two barns burnt down in Lafayette. The mayor of Baton Rouge, Louisiana, sent help."
    assert code(text, "Lafayette", "Baton Rouge", "Louisiana") == "4330145"
    text = "Two barns burnt down in Lafayette. The mayor of Gary, Indiana, sent help."
    assert code(text, "Lafayette", "Gary", "Indiana") == "4922462"


def test_every_place_says_why_in_words() -> None:
    found = place("A barn burnt down in Paris, Texas.", "Paris")
    assert found is not None
    assert found.reason == "the text puts it in Texas: the only place of that name there"


def test_a_state_has_no_point_in_its_middle() -> None:
    found = place("A depot somewhere in Ukraine was hit.", "Ukraine")
    assert found is not None
    assert (found.kind, found.precision, found.code) == (PlaceKind.COUNTRY, Precision.COUNTRY, "UKR")
    assert (found.latitude, found.longitude, found.radius) == (None, None, None)


def test_a_part_of_a_state_has_no_point_either() -> None:
    found = place("Bridges in Northern Norway were closed.", "Northern Norway")
    assert found is None or (found.country, found.latitude) == (("NOR",), None)


def test_unknown_names_stay_open_and_are_only_put_where_the_text_puts_them() -> None:
    assert place("A barn burnt down in Xyzzyville.", "Xyzzyville") is None
    found = place("A barn burnt down in Xyzzyville, Kansas.", "Xyzzyville")
    assert found is not None
    assert (found.code, found.admin1, found.precision, found.latitude) == (
        "",
        "Kansas",
        Precision.REGION,
        None,
    )


def test_a_small_town_elsewhere_is_not_taken_for_an_unknown_one() -> None:
    text = "Syria let trucks into Kahuku. Syria had closed the road, and Lebanon too."
    assert place(text, "Kahuku") is None


def test_a_village_in_the_state_of_the_article_goes_before_a_town_elsewhere() -> None:
    assert code("Trucks came to Madaya. They had waited in Syria for weeks.", "Madaya") == "167558"


def test_a_list_of_places_is_no_address() -> None:
    text = "Trains run in Boston, Chicago and Texas."
    assert code(text, "Boston", "Chicago", "Texas") == "4930956"


@pytest.mark.parametrize(
    "text", ["Turkey is roasted for four hours.", "Jordan passed to Chad, who scored.", "Georgia"]
)
def test_names_that_are_also_words_crash_nothing(text: str) -> None:
    for entity in resolve(annotated(text)).entities:
        assert entity.place is None or entity.place.latitude is None


def test_persons_called_like_states_have_no_place() -> None:
    text = "Michael Jordan met Chad Smith, and Georgia Hale sang."
    found = resolve(annotated(text, people="Michael Jordan; Chad Smith; Georgia Hale")).entities
    assert [(e.kind, e.place) for e in found] == [(Kind.PERSON, None)] * 3


def test_a_street_is_no_town() -> None:
    assert place("He was seen near Lansing and Elm avenues.", "Lansing") is None


@given(st.text(st.characters(exclude_characters="[]{}"), max_size=60), st.integers(0, 59), st.integers(1, 20))
def test_any_text_in_any_script_is_read(text: str, start: int, length: int) -> None:
    record = annotated(text)
    span = Span(min(start, len(text)), min(start + length, len(text)))
    named = [Mention(span, Kind.PLACE, m.form) for m in located("Rome", "Rome").mentions]
    resolve(replace(record, mentions=tuple(named) if span.start < span.end else ()))


@pytest.mark.parametrize("name", ["Tampere Airport", "Tampere International Airport", "Port of Tampere"])
def test_what_is_called_after_a_town_is_about_where_the_town_is(name: str) -> None:
    found = place(f"Workers left the {name} in Finland.", name)
    assert found is not None
    assert (found.kind, found.precision, found.radius, found.code) == (
        PlaceKind.FACILITY,
        Precision.CITY,
        20.0,
        "",
    )


def event(text: str, words: str) -> Event:
    start = text.index(words)
    party = Party(Span(start, start + len(words)), words)
    clause = Span(0, len(text))
    sides = ((), (), (), party, None, ())
    return Event("e1", "d1", "s1", "ASSAULT", clause, *sides, Polarity.POSITIVE, Modality.OCCURRED, clause)


def where(text: str, name: str) -> Place:
    record = resolve(located(text, name))
    (found,) = placed(record, [event(text, name)])
    assert found.place is not None
    assert found.place.place is not None
    return found.place.place


def test_near_a_town_is_around_it() -> None:
    at, near = where("A bridge fell in Lviv.", "Lviv"), where("A bridge fell near Lviv.", "Lviv")
    assert (at.precision, near.precision) == (Precision.CITY, Precision.REGION)
    assert near.radius == 20.0
    assert near.reason.startswith("near Lviv")


def test_in_the_north_of_a_state_is_somewhere_in_it() -> None:
    found = where("A bridge fell in northern Ukraine.", "Ukraine")
    assert (found.country, found.latitude, found.code) == (("UKR",), None, "")
    assert "northern" in found.reason

"""What a document is about: from its title, sentences, entities and times."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from herodotus.crossdoc.profiles import profile
from herodotus.data.annotations import Entity, Form, Kind, Mention
from herodotus.data.documents import Span
from herodotus.data.places import Place, PlaceKind, Precision
from herodotus.data.statements import Reading
from tests.builders import Said, reading, time_of

OSLO = Place("Oslo", PlaceKind.CITY, Precision.CITY, ("NOR",), "Oslo county", 59.91, 10.75, 10.0, "3143244")


def entity(name: str, kind: Kind, *forms: Form, place: Place | None = None) -> Entity:
    mentions = tuple(Mention(Span(n, n + 1), kind, form) for n, form in enumerate(forms))
    return Entity(name, kind, name, place.country if place else (), mentions, None, place)


def read(*entities: Entity, title: str | None = None) -> Reading:
    """A document of five sentences about these."""
    lines = ["A fire broke out", "It was night", "Smoke rose", "Crews came", "The verdict came later"]
    made = reading("alpha", *map(Said, lines))
    document = replace(made.annotated.document, title=title)
    return replace(made, annotated=replace(made.annotated, document=document, entities=entities))


def test_the_title_counts_as_text() -> None:
    found = profile(read(title="Fire at yard"))
    assert found.words["fire"] == 2
    assert found.words["verdict"] == 1


def test_names_lead_in_the_title_and_the_first_sentences() -> None:
    far = Mention(Span(70, 74), Kind.PERSON, Form.NAMED)
    late = Entity("Lund", Kind.PERSON, "Per Lund", (), (far,))
    early = entity("Ida Holm", Kind.PERSON, Form.NAMED)
    assert profile(read(early, late)).leading == {"holm"}
    assert profile(read(early, late, title="Lund cleared")).leading == {"holm", "lund"}


def test_a_name_is_no_word() -> None:
    found = profile(read(entity("Smoke", Kind.ORGANISATION, Form.NAMED)))
    assert found.names == {"smoke": 1}
    assert "smoke" not in found.words
    assert "rose" in found.words


def test_persons_count_where_they_are_named_more_than_once() -> None:
    twice = entity("Ida Holm", Kind.PERSON, Form.NAMED, Form.PRONOUN)
    once = entity("Per Lund", Kind.PERSON, Form.NAMED)
    nameless = entity("the chief", Kind.PERSON, Form.NOMINAL, Form.NOMINAL)
    found = profile(read(twice, once, nameless))
    assert found.people == {"holm"}
    assert found.names == {"holm": 2, "lund": 1, "chief": 2}


def test_towns_lie_in_regions_and_countries() -> None:
    found = profile(read(entity("Oslo", Kind.PLACE, Form.NAMED, place=OSLO)))
    assert found.towns == {(59.91, 10.75): "Oslo"}
    assert (found.regions, found.countries) == ({"Oslo county, NOR"}, {"NOR"})


def test_a_country_is_no_town() -> None:
    norway = Place("Norway", PlaceKind.COUNTRY, Precision.COUNTRY, ("NOR",))
    found = profile(read(entity("Norway", Kind.COUNTRY, Form.NAMED, place=norway)))
    assert (found.towns, found.regions, found.names) == ({}, frozenset(), {"NOR": 1})


def test_days_are_those_told_to_the_day() -> None:
    made = reading("alpha", Said("A fire broke out on 3 May 2024 and in May"))
    text = made.annotated.document.text
    month = replace(time_of(text, "in May", "2024-05-01"), until=date(2024, 5, 31), precision="month")
    times = (time_of(text, "3 May 2024", "2024-05-03"), month)
    found = profile(replace(made, annotated=replace(made.annotated, times=times)))
    assert (found.days, found.published) == ({date(2024, 5, 3)}, date(2024, 3, 5))

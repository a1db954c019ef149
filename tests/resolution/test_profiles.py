"""What is told of an actor: sector, state, members, publishing and relaying."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.quality import product
from herodotus import annotation, pipeline
from herodotus.data.actors import Actor
from herodotus.data.annotations import Kind
from herodotus.data.documents import Document
from herodotus.resolution import actors, sectors


def read(text: str, publisher: str = "Oslo Courier") -> dict[str, Actor]:
    document = Document("d", "d", "", text, publisher=publisher)
    found = actors([pipeline.read(document, annotation.layers(document, product.model()))])
    return {actor.name: actor for actor in found}


@pytest.mark.parametrize(
    ("kind", "name", "role", "wanted"),
    [
        (Kind.COUNTRY, "Denmark", "", "GOV"),
        (Kind.ORGANISATION, "Ministry of Trade of Denmark", "", "GOV"),
        (Kind.ORGANISATION, "navy of Denmark", "", "MIL"),
        (Kind.ORGANISATION, "Pentagon", "", "MIL"),
        (Kind.ORGANISATION, "Ritzau", "", "MED"),
        (Kind.ORGANISATION, "European Union", "", "IGO"),
        (Kind.ORGANISATION, "Aurora Lines Ltd", "", "BUS"),
        (Kind.ORGANISATION, "Quiet Harbour", "", ""),
        (Kind.PERSON, "Ida Holm", "Danish foreign minister", "GOV"),
        (Kind.PERSON, "Ida Holm", "commander of the navy", "MIL"),
        (Kind.PERSON, "Ida Holm", "opposition leader", "OPP"),
        (Kind.PERSON, "Ida Holm", "judge", "JUD"),
        (Kind.PERSON, "Ida Holm", "senator from Ohio", "LEG"),
        (Kind.PERSON, "Ida Holm", "editor of the Courier", "MED"),
        (Kind.PERSON, "Ida Holm", "chief executive of a bank", "BUS"),
        (Kind.PERSON, "Ida Holm", "residents", "CVL"),
        (Kind.PERSON, "Ida Holm", "", ""),
        (Kind.PERSON, "Judge", "", ""),
    ],
)
def test_a_sector_follows_from_kind_name_and_role(kind: Kind, name: str, role: str, wanted: str) -> None:
    assert sectors.sector(kind, [name], [role]) == wanted


def test_a_ministry_is_a_part_of_its_state() -> None:
    found = read("The Danish Foreign Ministry said on Monday that the port was shut.")
    assert found["Ministry of Foreign Affairs of Denmark"].part_of == "Denmark"
    assert found["Denmark"].part_of is None


def test_a_coalition_has_members_and_a_count() -> None:
    found = read(
        "Eight countries, including Norway, Peru and Chad, said on Monday that the ships must leave."
    )
    eight = next(actor for actor in found.values() if actor.count)
    assert (eight.count, eight.members) == (8, ("Norway", "Peru", "Chad"))


def test_a_joint_source_has_its_members() -> None:
    found = read("Norway, Sweden and Denmark issued a joint statement saying the port was shut.")
    three = next(actor for actor in found.values() if actor.count)
    assert (three.count, three.members) == (3, ("Norway", "Sweden", "Denmark"))


def test_one_country_is_no_coalition() -> None:
    found = read("Norway said on Monday that two ships must leave.")
    assert [(actor.count, actor.members) for actor in found.values() if actor.name == "Norway"] == [
        (None, ())
    ]


def test_an_agency_relays_what_another_publishes() -> None:
    text = "The port is shut, Ida Holm told Ritzau news agency on Monday. “It is shut,” Holm said, according to Ritzau."
    document = Document("d", "d", "", text, publisher="Oslo Courier")
    reading = pipeline.read(document, annotation.layers(document, product.model()))
    relayed = replace(reading.statements[0], chain=("Ritzau", "Ida Holm"))
    (ritzau,) = [a for a in actors([replace(reading, statements=(relayed,))]) if a.name == "Ritzau"]
    assert (ritzau.relays, ritzau.publishes, ritzau.sector) == (("d",), (), "MED")


def test_an_outlet_publishes_its_own() -> None:
    found = read("The Guardian has learnt that the port is shut, Ida Holm said.", publisher="The Guardian")
    assert next(a for a in found.values() if "Guardian" in a.name).publishes == ("d",)

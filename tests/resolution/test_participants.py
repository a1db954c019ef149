from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.quality import product
from herodotus.data.annotations import Annotated, Entity
from herodotus.resolution import resolve


def read(text: str) -> dict[str, list[str]]:
    """What everybody in a text is called, by name, as the shipped model reads it."""
    record = resolve(product.annotated(text))
    return {e.name: [m.span.of(text) for m in e.mentions] for e in record.participants}


def test_a_pronoun_joins_the_person_it_means() -> None:
    found = read("Ida Holm left Oslo on Friday. She took her bag and drove herself to the port.")
    assert {"She", "her", "herself"} <= set(found["Ida Holm"])


def test_the_noun_before_a_name_is_what_its_bearer_is_called() -> None:
    found = read("Danish actress Ida Holm left Oslo on Friday.")
    assert any("actress" in words for words in found["Ida Holm"])


def test_people_without_a_name_are_somebody() -> None:
    found = read("A robber hit the cashier and ran.")
    assert {"robber", "cashier"} <= {name.split()[-1] for name in found}


def test_who_is_the_noun_before_it() -> None:
    found = read("Police are looking for the driver who left the scene.")
    assert "who" in next(called for name, called in found.items() if "driver" in name)


def test_a_woman_is_not_he() -> None:
    found = read("Mrs Holm met a sailor. He was tired.")
    assert "He" not in found["Holm"]


def test_entities_stay_as_they_were_under_their_ids() -> None:
    text = "“The port is shut,” Ida Holm said. She and her brother left. The driver stayed."
    record = resolve(product.annotated(text))
    plain = resolve(replace(product.annotated(text), chains=(), markables=()))
    assert record.entities == plain.entities
    assert plain.participants == ()
    more = {e.id: e for e in record.participants}
    assert all(set(e.mentions) <= set(more[e.id].mentions) for e in record.entities)


@pytest.mark.parametrize(
    "text",
    [
        "Василий Иванов met أحمد in Tel Aviv — תל אביב — and left.",
        "习近平 said 안녕하세요. Mr \u202eHolm\u202c spoke, who left.",
        "who he her",
        "",
    ],
)
def test_other_scripts_and_directions_of_writing_do_no_harm(text: str) -> None:
    record: Annotated = resolve(product.annotated(text))
    assert all(valid(e, text) for e in record.participants)


def valid(entity: Entity, text: str) -> bool:
    return bool(entity.name) and all(0 <= m.span.start < m.span.end <= len(text) for m in entity.mentions)

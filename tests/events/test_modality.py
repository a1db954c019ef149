"""How an event stands to the facts: done, going on, planned, possible; or not."""

from __future__ import annotations

import pytest

from herodotus import events
from herodotus.data.annotations import Annotated
from herodotus.data.statements import Event, Modality, Party, Polarity
from tests.builders import narration, parsed


def code(annotated: Annotated) -> tuple[Event, ...]:
    return events.code(annotated, [narration(annotated)])


def countries(parties: tuple[Party, ...]) -> list[str]:
    return [c for p in parties for c in p.country]


MODALITIES = [
    (
        "Norway/PROPN/3/nsubj will/AUX/3/aux ship/VERB/0/root rifles/NOUN/3/obj/rifle ./PUNCT/3/punct",
        Modality.PLANNED,
    ),
    (
        "Norway/PROPN/2/nsubj wants/VERB/0/root/want to/PART/4/mark ship/VERB/2/xcomp "
        "rifles/NOUN/4/obj/rifle ./PUNCT/2/punct",
        Modality.PLANNED,
    ),
    (
        "Norway/PROPN/3/nsubj could/AUX/3/aux ship/VERB/0/root rifles/NOUN/3/obj/rifle ./PUNCT/3/punct",
        Modality.POSSIBLE,
    ),
    (
        "Norway/PROPN/3/nsubj is/AUX/3/aux/be shipping/VERB/0/root/ship rifles/NOUN/3/obj/rifle "
        "./PUNCT/3/punct",
        Modality.ONGOING,
    ),
    (
        "Norway/PROPN/2/nsubj shipped/VERB/0/root/ship rifles/NOUN/2/obj/rifle ./PUNCT/2/punct",
        Modality.OCCURRED,
    ),
]


@pytest.mark.parametrize(("parse", "expected"), MODALITIES)
def test_modality_comes_from_the_words_above(parse: str, expected: Modality) -> None:
    (event,) = code(parsed(parse))
    assert (event.modality, countries(event.actors)) == (expected, ["NOR"])


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("is/AUX/3/aux/be brokering/VERB/0/root/broker", Modality.PLANNED),
        ("has/AUX/3/aux/have brokered/VERB/0/root/broker", Modality.OCCURRED),
    ],
)
def test_a_deal_that_is_being_brokered_is_not_done(verb: str, expected: Modality) -> None:
    rest = "a/DET/5/det deal/NOUN/3/obj with/ADP/7/case Sweden/PROPN/5/nmod ./PUNCT/3/punct"
    (event,) = code(parsed(f"Norway/PROPN/3/nsubj {verb} {rest}"))
    assert (event.type, event.modality) == ("AGREE", expected)


def test_a_negation_makes_the_event_negative() -> None:
    annotated = parsed(
        "Norway/PROPN/4/nsubj did/AUX/4/aux/do not/PART/4/advmod ship/VERB/0/root rifles/NOUN/4/obj/rifle "
        "./PUNCT/4/punct"
    )
    assert [e.polarity for e in code(annotated)] == [Polarity.NEGATIVE]


KNOWN = {
    "discussed": ("discuss", Modality.OCCURRED),
    "begun": ("begin", Modality.PLANNED),
}


@pytest.mark.parametrize(("verb", "modality"), KNOWN.values(), ids=list(KNOWN))
def test_an_event_that_is_known_is_not_planned_because_it_will_be_spoken_of(
    verb: str, modality: Modality
) -> None:
    annotated = parsed(
        f"Norway/PROPN/3/nsubj will/AUX/3/aux {verb}/VERB/0/root/{verb} the/DET/5/det attack/NOUN/3/obj/attack "
        "on/ADP/7/case Oslo/PROPN/5/nmod ./PUNCT/3/punct"
    )
    assert [e.modality for e in code(annotated) if e.type == "ASSAULT"] == [modality]


def test_what_somebody_is_blamed_for_has_happened() -> None:
    annotated = parsed(
        "Sweden/PROPN/2/nsubj blamed/VERB/0/root/blame Norway/PROPN/2/obj for/ADP/5/case attacks/NOUN/2/obl/attack "
        "on/ADP/7/case Oslo/PROPN/5/nmod ./PUNCT/2/punct"
    )
    assert [e.modality for e in code(annotated) if e.type == "ASSAULT"] == [Modality.OCCURRED]

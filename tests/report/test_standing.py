"""How a claim stands, and who holds which position."""

from __future__ import annotations

from dataclasses import replace

from herodotus.data.claims import Claim, Position
from herodotus.report.standing import Index, holders, standing

from .sample import sample

INDEX = Index(sample())


def claim(number: int) -> Claim:
    return sample().stories[0].claims[number]


def test_assertions_are_counted_by_origin_and_the_rest_by_source() -> None:
    assert [told for _, told in standing(claim(0), INDEX.voices(claim(0)))] == [
        "asserted by 2 origins",
        "denied by 3 sources",
        "declined by 1 source",
    ]


def test_origins_that_may_be_more_are_a_range() -> None:
    first, *rest = claim(0).origins
    told = replace(claim(0), origins=(replace(first, high=3), *(replace(o, low=0) for o in rest)))
    assert standing(told, INDEX.voices(told))[0][1] == "asserted by 1 to 4 origins"


def test_the_chain_names_the_agency_that_the_origin_goes_through() -> None:
    reprint = next(v for v in INDEX.voices(claim(0)) if v.document.id == "reprint")
    assert reprint.chain == ("unknown publisher", "Fjord Wire", "Ministry of Transport")


def test_reasons_name_documents_by_their_numbers() -> None:
    assert INDEX.numbered("same text as [reprint]; see [2031]") == "same text as [3]; see [2031]"


def test_what_nobody_asserts_is_said_so() -> None:
    lashings = next(c for c in sample().stories[0].claims if c.text == "The lashings failed")
    told = standing(lashings, INDEX.voices(lashings))
    assert told == [(None, "asserted by nobody here"), (Position.DOUBTS, "doubted by 1 source")]


def test_one_source_in_two_documents_is_one_holder() -> None:
    denying = holders(INDEX.voices(claim(0)), Position.DENIES)
    assert next((h.name, h.numbers) for h in denying) == ("Brightwater Lines", [1, 2])


def test_narration_belongs_to_the_publisher_and_comes_last() -> None:
    last = holders(INDEX.voices(claim(0)), Position.ASSERTS)[-1]
    assert (last.name, last.narrated) == ("The Harbour Gazette", True)


def test_chain_goes_from_the_publisher_to_the_source() -> None:
    missing = next(c for c in sample().stories[0].claims if "19" in c.text)
    assert INDEX.voices(missing)[0].chain == ("Port & Sea", "Coastal Times", "unnamed officials")


def test_bare_denial_has_its_own_words() -> None:
    words = [v.words for v in INDEX.voices(claim(0)) if v.position is Position.DENIES and v.number == 2]
    assert words == ["Brightwater Lines … dismissed the allegations"]


def test_document_without_a_publisher_is_named_by_its_number() -> None:
    assert INDEX.named("Denmark (reprint)") == "Denmark (document 3)"
    assert INDEX.named("reprint") == "document 3"
    assert INDEX.named("The Harbour Gazette") == "The Harbour Gazette"

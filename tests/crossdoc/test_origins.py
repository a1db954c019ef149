from __future__ import annotations

from dataclasses import replace

from herodotus.crossdoc import gather
from herodotus.data.claims import Origin
from herodotus.data.statements import Evidence, Reading
from tests.builders import Happening, Said, reading

SHIPPED = (Happening("TRANSFER", "shipped", "NOR", "SWE", ("rifles",)),)


def said(source: str, country: str = "DNK", **more: object) -> Said:
    return Said("Norway shipped rifles to Sweden", source, country, events=SHIPPED, **more)  # type: ignore[arg-type]


def origins(*readings: Reading) -> tuple[Origin, ...]:
    (story,) = gather(readings)
    return story.claims[0].origins


def test_one_speaker_in_two_articles_is_one_origin() -> None:
    (origin,) = origins(reading("alpha", said("Ida Holm")), reading("beta", said("Holm")))
    assert len(origin.statements) == 2
    assert "the same speaker" in origin.reason


def test_the_same_speaker_weeks_later_is_another_origin() -> None:
    late = reading("beta", said("Ida Holm"), published="2024-04-20")
    assert len(origins(reading("alpha", said("Ida Holm")), late)) == 2


def test_a_government_and_its_spokeswoman_within_days_are_one_origin() -> None:
    found = origins(
        reading("alpha", said("Ida Holm", role="government spokeswoman")),
        reading("beta", said("the Danish government"), published="2024-03-06"),
    )
    assert len(found) == 1
    assert "organs of one government (DNK)" in found[0].reason


def test_an_expert_of_the_same_country_is_another_origin() -> None:
    found = origins(
        reading("alpha", said("the Danish government")), reading("beta", said("Ida Holm", role="historian"))
    )
    assert len(found) == 2


def test_a_relay_goes_back_to_the_speaker_at_its_end() -> None:
    relayed = said("Ida Holm", chain=("Kattegat Wire", "Ida Holm"))
    (origin,) = origins(reading("alpha", said("Ida Holm")), reading("beta", relayed))
    assert "relayed by Kattegat Wire" in origin.reason


def test_unnamed_officials_are_not_their_government() -> None:
    unnamed = said("unnamed officials", evidence=Evidence.UNNAMED)
    assert len(origins(reading("alpha", said("the Danish government")), reading("beta", unnamed))) == 2


def test_the_publishers_own_telling_adds_no_origin() -> None:
    (origin,) = origins(reading("alpha", said("Ida Holm")), reading("beta", said("")))
    assert [key for key, _ in origin.statements] == ["alpha", "beta"]
    assert "told again by publishers" in origin.reason


def test_a_publisher_alone_is_its_own_origin() -> None:
    (origin,) = origins(reading("alpha", said("")))
    assert origin.label == "The Alpha (own account)"


def test_an_origin_keeps_its_id_behind_several_claims() -> None:
    other = Said("the harbour of Estonia stays closed to trawlers", "Ida Holm", "DNK")
    (story,) = gather([reading("alpha", said("Ida Holm"), other)])
    assert {origin.id for claim in story.claims for origin in claim.origins} == {"o1"}


def test_a_spokeswoman_of_the_body_speaks_for_the_body() -> None:
    body = said("Sea Rescue Command", "")
    mouth = said("Ida Holm", "", role="spokeswoman of the command")
    assert len(origins(reading("alpha", body), reading("beta", mouth))) == 1


FERRY = (
    "Norway shipped rifles to Sweden on the ferry that left the quay of Vesterhavn an hour late because of thick fog",
    "Forty passengers waited in the old customs house until the harbour master let it go at last",
    "The line has had the worst winter in its history and wants to buy a second boat this summer",
)


def printed(identity: str, *, agency: str | None = None, first: str = FERRY[0]) -> Reading:
    """An article of three sentences in its own words; `agency` is credited with it."""
    found = reading(identity, Said(first, events=SHIPPED), *(Said(each) for each in FERRY[1:]))
    document = replace(found.annotated.document, agency=agency)
    return replace(found, annotated=replace(found.annotated, document=document))


def counted(*readings: Reading) -> tuple[int, int]:
    (story,) = gather(readings)
    return story.claims[0].low, story.claims[0].high


def test_copies_with_and_without_credit_go_back_to_the_agency() -> None:
    (origin,) = origins(printed("alpha", agency="Associated Press"), printed("beta"))
    assert origin.label == "Associated Press (own account)"
    assert [link.chain for link in origin.links] == [
        ("The Alpha", "Associated Press"),
        ("The Beta", "Associated Press"),
    ]
    assert "text of [alpha], which credits Associated Press" in origin.links[1].reason


def test_two_texts_of_one_agency_are_told_by_it_alone() -> None:
    other = reading("beta", said(""))
    document = replace(other.annotated.document, agency="Associated Press")
    other = replace(other, annotated=replace(other.annotated, document=document))
    assert len(origins(printed("alpha", agency="Associated Press"), other)) == 1


def test_what_a_publisher_tells_and_what_it_prints_of_an_agency_are_two() -> None:
    own = reading("beta", said(""), publisher="The Alpha")
    assert counted(printed("alpha", agency="Associated Press"), own) == (1, 2)


def test_copies_without_any_credit_are_one() -> None:
    assert counted(printed("alpha"), printed("beta")) == (1, 1)


def test_two_publishers_in_their_own_words_may_be_two() -> None:
    rifles = Said("Rifles were shipped by Norway to the Swedes, as every child in the port could see", events=(
        Happening("TRANSFER", "shipped", "NOR", "SWE", ("Rifles",)),))  # fmt: skip
    assert counted(reading("alpha", said("")), reading("beta", rifles)) == (1, 2)


def test_unnamed_officials_may_be_the_named_one() -> None:
    unnamed = said("unnamed officials", evidence=Evidence.UNNAMED)
    assert counted(reading("alpha", said("Ida Holm")), reading("beta", unnamed)) == (1, 2)


def test_a_joint_statement_may_be_that_of_one_of_them() -> None:
    joint = said("eight nations", "")
    assert counted(reading("alpha", said("Ida Holm")), reading("beta", joint)) == (1, 2)


def test_two_named_speakers_are_two_for_certain() -> None:
    assert counted(reading("alpha", said("Ida Holm")), reading("beta", said("Per Aasen", "NOR"))) == (2, 2)


def test_the_speaker_on_a_day_that_nobody_gives_may_have_spoken_twice() -> None:
    undated = reading("beta", said("Holm"), published=None)
    assert counted(reading("alpha", said("Ida Holm")), undated) == (1, 2)


def test_a_telling_beside_its_source_adds_nothing() -> None:
    both = reading("alpha", said("Ida Holm"), said(""))
    assert counted(both) == (1, 1)
    assert counted(both, reading("beta", said(""))) == (1, 2)


def test_officials_without_a_name_in_one_agency_text_are_the_same() -> None:
    def article(identity: str) -> Reading:
        found = reading(identity, said("unnamed officials", evidence=Evidence.UNNAMED))
        document = replace(found.annotated.document, agency="Associated Press")
        return replace(found, annotated=replace(found.annotated, document=document))

    (origin,) = origins(article("alpha"), article("beta"))
    assert origin.links[1].chain == ("The Beta", "Associated Press", "unnamed officials")
    assert (origin.low, origin.high) == (0, 1)


def test_one_quotation_in_two_reports_is_its_speaker_once() -> None:
    def quoting(source: str) -> Said:
        return Said(FERRY[0], source, "DNK", events=SHIPPED)

    (origin,) = origins(
        reading("alpha", quoting("Ida Holm")),
        reading("beta", quoting("the harbour master"), Said("Fishermen met on the pier in the evening")),
    )
    assert "the same words (100% of the words in the same order)" in origin.reason
    assert (origin.low, origin.high) == (1, 1)

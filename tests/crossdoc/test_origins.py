from __future__ import annotations

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

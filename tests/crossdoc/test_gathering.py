from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from herodotus.crossdoc import gather
from herodotus.data.claims import Claim, Position
from herodotus.data.documents import Span
from herodotus.data.statements import Modality, Polarity, Reading, Stance
from tests.builders import Happening, Said, reading


def shipped(**more: object) -> tuple[Happening, ...]:
    return (Happening("TRANSFER", "shipped", "NOR", "SWE", ("rifles",), **more),)  # type: ignore[arg-type]


def bought(**more: object) -> tuple[Happening, ...]:
    return (Happening("TRANSFER", "bought", "NOR", "SWE", ("rifles",), **more),)  # type: ignore[arg-type]


OSLO = Said("Norway shipped rifles to Sweden", "the minister", "DNK", events=shipped())
STOCKHOLM = Said("Sweden bought rifles from Norway", "an expert", "FIN", events=bought())


def claims(*readings: Reading) -> tuple[Claim, ...]:
    (story,) = gather(readings)
    return story.claims


def positions(claim: Claim) -> list[tuple[str, Position]]:
    return [(stand.document, stand.position) for stand in claim.stands]


def about(found: Sequence[Claim], words: str) -> Claim:
    return next(claim for claim in found if words in claim.text)


def test_one_thing_said_in_two_directions_is_one_claim() -> None:
    (claim,) = claims(reading("alpha", OSLO), reading("beta", STOCKHOLM))
    assert positions(claim) == [("alpha", Position.ASSERTS), ("beta", Position.ASSERTS)]
    assert len(claim.origins) == 2


def test_what_is_planned_stays_apart_from_what_was_done() -> None:
    will = Said(
        "Norway will have shipped more rifles to Sweden",
        "an aide",
        "DNK",
        events=shipped(modality=Modality.PLANNED),
    )
    assert len(claims(reading("alpha", OSLO), reading("beta", will))) == 2


def test_a_denial_stands_on_the_claim_it_denies() -> None:
    denial = Said("Norway shipped rifles to Sweden", "Oslo's envoy", "NOR", Stance.DENIES, events=shipped())
    (claim,) = claims(reading("alpha", OSLO), reading("beta", denial))
    assert positions(claim) == [("alpha", Position.ASSERTS), ("beta", Position.DENIES)]


def test_a_negated_event_is_a_denial_too() -> None:
    denial = Said(
        "Norway never shipped rifles to Sweden", "Oslo", "NOR", events=shipped(polarity=Polarity.NEGATIVE)
    )
    (claim,) = claims(reading("alpha", OSLO), reading("beta", denial))
    assert positions(claim) == [("alpha", Position.ASSERTS), ("beta", Position.DENIES)]


def test_a_condemnation_presupposes_what_it_condemns() -> None:
    condemned = Said(
        "that Norway shipped rifles to Sweden", "Helsinki", "FIN", Stance.CONDEMNS, events=shipped()
    )
    (claim,) = claims(reading("alpha", OSLO), reading("beta", condemned))
    assert [s.reason for s in claim.stands] == ["says so", "presupposed by a condemnation"]


def test_a_denial_without_content_answers_the_accusation_before_it() -> None:
    denial = Said("the allegations", "Oslo's envoy", "NOR", Stance.DENIES, cue="dismissed")
    (claim,) = claims(reading("alpha", OSLO, denial))
    assert positions(claim) == [("alpha", Position.ASSERTS), ("alpha", Position.DENIES)]


def test_a_refusal_to_comment_stands_on_the_claim_before_it() -> None:
    silence = Said("on it", "Oslo's envoy", "NOR", Stance.DECLINES, cue="would not comment")
    (claim,) = claims(reading("alpha", OSLO, silence))
    assert positions(claim)[1] == ("alpha", Position.DECLINES)


def test_a_denial_does_not_answer_what_is_said_of_others() -> None:
    denial = Said("the allegations", "Tallinn's envoy", "EST", Stance.DENIES, cue="dismissed")
    (claim,) = claims(reading("alpha", OSLO, denial))
    assert positions(claim) == [("alpha", Position.ASSERTS)]


def test_a_denial_that_gives_a_figure_stands_where_the_figure_is_given() -> None:
    figure = ("forty", 40.0, "count", "rifles")
    said = Said("Norway shipped forty rifles to Sweden", "the minister", "DNK", events=shipped())
    counted = replace(said, events=shipped(figure=("forty rifles", 40.0, "rifles")))
    denial = Said("the figure of forty", "Per Lund", "", Stance.DENIES, figures=(figure,), cue="denied")
    (claim,) = claims(reading("alpha", counted, denial))
    assert positions(claim)[1] == ("alpha", Position.DENIES)


def test_a_refusal_that_only_names_the_event_stands_on_it() -> None:
    bare = Said("on the shipment", "Per Lund", "", Stance.DECLINES, cue="would not comment")
    silence = replace(bare, events=(Happening("TRANSFER", "shipment"),))
    (claim,) = claims(reading("alpha", silence, OSLO))
    assert positions(claim)[1] == ("alpha", Position.DECLINES)


def test_who_disputes_the_number_answers_who_gave_one() -> None:
    counted = replace(OSLO, content="Norway shipped forty rifles to Sweden")
    counted = replace(counted, events=shipped(figure=("forty rifles", 40.0, "rifles")))
    denial = Said("the number", "Per Lund", "", Stance.DENIES, cue="disputed")
    (claim,) = claims(reading("alpha", counted, denial))
    assert positions(claim)[1] == ("alpha", Position.DENIES)


def test_none_there_at_all_is_a_denial_of_some() -> None:
    some = Said("the wreck off Sweden had rusty mines aboard", "the minister", "DNK")
    none = Said("no rusty mines were aboard the wreck off Sweden", "Per Lund")
    (claim,) = claims(reading("alpha", some), reading("beta", none))
    assert positions(claim) == [("alpha", Position.ASSERTS), ("beta", Position.DENIES)]


def test_the_text_of_a_claim_is_sliced_from_the_documents() -> None:
    documents = {r.annotated.document.id: r for r in (reading("alpha", OSLO), reading("beta", STOCKHOLM))}
    (claim,) = claims(*documents.values())
    sliced = [w.span.of(documents[w.document].annotated.document.text) for w in claim.words]
    assert claim.text == " … ".join(sliced)


def test_the_order_of_the_documents_makes_no_difference() -> None:
    other = Said("Ferry crews in Estonia went on strike over night shifts", "a union", "EST")
    readings = [reading("alpha", OSLO), reading("beta", STOCKHOLM), reading("gamma", other, OSLO)]
    results = {gather(order) for order in permutations(readings)}
    assert len(results) == 1


def test_two_happenings_are_two_stories() -> None:
    strike = Said("Ferry crews in Estonia walked out over night shifts and pay", "a union", "EST")
    stories = gather([reading("alpha", OSLO), reading("beta", STOCKHOLM), reading("gamma", strike)])
    assert [story.documents for story in stories] == [("alpha", "beta"), ("gamma",)]


def test_nothing_gives_no_stories() -> None:
    assert gather([]) == ()


def struck(name: str, when: str, day: str) -> Reading:
    hit = Happening("ASSAULT", "struck", "NOR", "SWE", day=(when, day))
    return reading(name, Said(f"Norway struck Sweden on {when}", f"{name} rescuers", events=(hit,)))


def without_week(found: Reading, day: str) -> Reading:
    """As a text without a date of its own is read: the day of the week is known, the week is not."""
    times = tuple(replace(t, value=f"XXXX-WXX-{day}", since=None, until=None) for t in found.annotated.times)
    return replace(found, annotated=replace(found.annotated, times=times))


def test_a_weekday_of_an_undated_text_tells_two_days_apart() -> None:
    tuesday, saturday = struck("alpha", "5 March", "2024-03-05"), struck("beta", "2 March", "2024-03-02")
    undated = without_week(struck("gamma", "Tuesday", "2024-03-05"), "2")
    with_tuesday = next(
        c for c in claims(tuesday, saturday, undated) if "gamma" in {s.document for s in c.stands}
    )
    assert {s.document for s in with_tuesday.stands} == {"alpha", "gamma"}


def test_two_consequences_told_in_one_breath_are_one_claim() -> None:
    both = Said(
        "the flood killed 5 people and injured 9 people",
        "rescuers",
        events=(
            Happening("DEATH", "killed", "", "NOR", figure=("5 people", 5, "people")),
            Happening("INJURY", "injured", "", "NOR", figure=("9 people", 9, "people")),
        ),
    )
    (claim,) = claims(reading("alpha", both))
    assert claim.text == both.content


def test_talks_that_go_on_are_no_deal() -> None:
    talks = Happening("CONSULT", "talks", "NOR SWE", modality=Modality.ONGOING)
    deal = Happening("AGREE", "deal", "NOR SWE")
    one = Said("Norway and Sweden continue their talks about rifles", "an aide", "DNK", events=(talks,))
    other = Said("Norway and Sweden reached a deal about rifles", "an expert", "FIN", events=(deal,))
    assert len(claims(reading("alpha", one), reading("beta", other))) == 2


def test_a_relay_is_one_claim_with_what_it_relays() -> None:
    event = Happening("TRANSFER", "ship", "NOR", "SWE", ("rifles",), modality=Modality.POSSIBLE)
    text = "Norway could ship rifles to Sweden in spring, according to"
    one = reading("alpha", Said(text, "the Courant", "DNK", events=(event,)))
    (inner,) = one.statements
    outer = replace(inner, id="s2", content=(Span(0, len(text)),))
    inner = replace(inner, content=(Span(0, len(text) - len(", according to")),))
    (story,) = gather([replace(one, statements=(inner, outer))])
    (claim,) = story.claims
    assert claim.text == "Norway could ship rifles to Sweden in spring"
    assert {stand.statement for stand in claim.stands} == {"s1", "s2"}

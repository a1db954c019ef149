from __future__ import annotations

from dataclasses import replace

import pytest

from herodotus import events
from herodotus.data.annotations import Annotated
from herodotus.data.documents import Span
from herodotus.data.statements import Event, Modality, Party, Polarity, Stance
from tests.builders import narration, parsed


def code(annotated: Annotated) -> tuple[Event, ...]:
    return events.code(annotated, [narration(annotated)])


def countries(parties: tuple[Party, ...]) -> list[str]:
    return [c for p in parties for c in p.country]


def words(annotated: Annotated, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(annotated.document.text) for span in spans]


TRANSFERS = {
    "give": "Norway/PROPN/2/nsubj supplied/VERB/0/root/supply Sweden/PROPN/2/obj with/ADP/5/case "
    "rifles/NOUN/2/obl/rifle ./PUNCT/2/punct",
    "give to": "Norway/PROPN/2/nsubj sent/VERB/0/root/send rifles/NOUN/2/obj/rifle to/ADP/5/case "
    "Sweden/PROPN/2/obl ./PUNCT/2/punct",
    "take": "Sweden/PROPN/2/nsubj received/VERB/0/root/receive rifles/NOUN/2/obj/rifle from/ADP/5/case "
    "Norway/PROPN/2/obl ./PUNCT/2/punct",
    "passive": "Rifles/NOUN/3/nsubj:pass/rifle were/AUX/3/aux:pass/be shipped/VERB/0/root/ship to/ADP/5/case "
    "Sweden/PROPN/3/obl by/ADP/7/case Norway/PROPN/3/obl:agent ./PUNCT/3/punct",
    "noun": "Norway/PROPN/3/nmod:poss 's/PART/1/case shipment/NOUN/8/nsubj of/ADP/5/case "
    "rifles/NOUN/3/nmod/rifle "
    "to/ADP/7/case Sweden/PROPN/3/nmod surprised/VERB/0/root/surprise us/PRON/8/obj ./PUNCT/8/punct",
    "noun, taking": "Sweden/PROPN/3/nmod:poss 's/PART/1/case purchase/NOUN/8/nsubj of/ADP/5/case "
    "rifles/NOUN/3/nmod/rifle from/ADP/7/case Norway/PROPN/3/nmod surprised/VERB/0/root/surprise "
    "./PUNCT/8/punct",
}


@pytest.mark.parametrize("parse", TRANSFERS.values(), ids=list(TRANSFERS))
def test_a_transfer_has_its_two_sides_whatever_the_wording(parse: str) -> None:
    annotated = parsed(parse)
    (event,) = code(annotated)
    assert event.type == "TRANSFER"
    assert (countries(event.actors), countries(event.recipients)) == (["NOR"], ["SWE"])
    assert [w.lower() for w in words(annotated, event.materiel)] == ["rifles"]


def test_a_participle_takes_its_noun_as_the_thing() -> None:
    annotated = parsed(
        "Rifles/NOUN/5/nsubj/rifle supplied/VERB/1/acl/supply by/ADP/4/case Norway/PROPN/2/obl "
        "jammed/VERB/0/root/jam ./PUNCT/5/punct"
    )
    (event,) = code(annotated)
    assert (event.type, countries(event.actors)) == ("TRANSFER", ["NOR"])
    assert words(annotated, event.materiel) == ["Rifles"]


def test_who_uses_what_was_given_is_the_recipient() -> None:
    annotated = parsed(
        "Sweden/PROPN/2/nsubj used/VERB/0/root/use rifles/NOUN/2/obj/rifle supplied/VERB/3/acl/supply "
        "by/ADP/6/case Norway/PROPN/4/obl ./PUNCT/2/punct"
    )
    transfer = next(e for e in code(annotated) if e.type == "TRANSFER")
    assert (countries(transfer.actors), countries(transfer.recipients)) == (["NOR"], ["SWE"])


def test_deals_between_two_have_two_actors() -> None:
    annotated = parsed(
        "Arms/NOUN/2/compound/arm deals/NOUN/7/nsubj/deal between/ADP/4/case Norway/PROPN/2/nmod "
        "and/CCONJ/6/cc Sweden/PROPN/4/conj stopped/VERB/0/root/stop ./PUNCT/7/punct"
    )
    (event,) = code(annotated)
    assert (event.type, countries(event.actors), event.recipients) == ("TRANSFER", ["NOR", "SWE"], ())


def test_an_arms_use_is_an_assault_and_joins_the_attack_it_serves() -> None:
    annotated = parsed(
        "Norway/PROPN/2/nsubj used/VERB/0/root/use drones/NOUN/2/obj/drone in/ADP/6/case an/DET/6/det "
        "attack/NOUN/2/obl on/ADP/8/case Sweden/PROPN/6/nmod ./PUNCT/2/punct",
        things=["drones"],
    )
    (event,) = code(annotated)
    assert (event.type, countries(event.actors), countries(event.recipients)) == ("ASSAULT", ["NOR"], ["SWE"])


def test_using_what_is_no_weapon_is_no_event() -> None:
    annotated = parsed(
        "Norway/PROPN/2/nsubj used/VERB/0/root/use its/PRON/4/nmod:poss chance/NOUN/2/obj ./PUNCT/2/punct"
    )
    assert code(annotated) == ()


def test_a_time_counts_where_it_hangs_on_the_event() -> None:
    annotated = parsed(
        "Norway/PROPN/2/nsubj shipped/VERB/0/root/ship rifles/NOUN/2/obj/rifle on/ADP/5/case "
        "Monday/PROPN/2/obl "
        "and/CCONJ/8/cc Oslo/PROPN/8/nsubj celebrated/VERB/2/conj/celebrate on/ADP/10/case "
        "Friday/PROPN/8/obl ./PUNCT/2/punct",
        times=[("Monday", "2024-03-04"), ("Friday", "2024-03-08")],
    )
    assert [e.time for e in code(annotated)] == [0]


def test_listed_days_are_an_event_each() -> None:
    annotated = parsed(
        "Norway/PROPN/2/nsubj bombed/VERB/0/root/bomb Sweden/PROPN/2/obj on/ADP/5/case Monday/PROPN/2/obl "
        "and/CCONJ/7/cc Friday/PROPN/5/conj ./PUNCT/2/punct",
        times=[("Monday", "2024-03-04"), ("Friday", "2024-03-08")],
    )
    assert [e.time for e in code(annotated)] == [0, 1]


def test_a_quantity_counts_where_it_is_among_the_arguments() -> None:
    annotated = parsed(
        "The/DET/2/det flood/NOUN/3/nsubj killed/VERB/0/root/kill 12/NUM/5/nummod people/NOUN/3/obj "
        "./PUNCT/3/punct",
        figures=[("12 people", 12, "people")],
    )
    death = next(e for e in code(annotated) if e.type == "DEATH")
    assert death.quantities == (0,)


def test_a_range_is_an_attribute_of_the_weapon() -> None:
    annotated = parsed(
        "The/DET/2/det missiles/NOUN/3/nsubj/missile have/VERB/0/root a/DET/5/det range/NOUN/3/obj "
        "of/ADP/8/case "
        "900/NUM/8/nummod kilometres/NOUN/5/nmod/kilometre ./PUNCT/3/punct",
        things=["missiles"],
        figures=[("900 kilometres", 900, "")],
    )
    (event,) = code(annotated)
    assert (event.type, words(annotated, event.materiel)) == ("RANGE", ["missiles"])


def test_a_quake_that_strikes_is_a_disaster_not_an_assault() -> None:
    annotated = parsed(
        "A/DET/2/det quake/NOUN/3/nsubj struck/VERB/0/root/strike Norway/PROPN/3/obj on/ADP/6/case "
        "Monday/PROPN/3/obl ./PUNCT/3/punct",
        times=[("Monday", "2024-03-04")],
    )
    (event,) = code(annotated)
    assert (event.type, countries(event.recipients), event.time) == ("DISASTER", ["NOR"], 0)


def test_an_answer_without_content_takes_the_event_of_its_sentence() -> None:
    annotated = parsed(
        "Asked/VERB/8/advcl/ask about/ADP/4/case the/DET/4/det shipment/NOUN/1/obl of/ADP/6/case "
        "rifles/NOUN/4/nmod/rifle Oslo/PROPN/8/nsubj declined/VERB/0/root/decline ./PUNCT/8/punct"
    )
    text = annotated.document.text
    at = text.index("declined")
    answer = replace(
        narration(annotated), cue=(Span(at, at + len("declined")),), content=(), stance=Stance.DECLINES
    )
    (event,) = events.code(annotated, [answer])
    assert (event.type, event.statement) == ("TRANSFER", answer.id)


def test_what_a_ship_carries_is_an_event_of_its_own() -> None:
    annotated = parsed(
        "The/DET/2/det ferry/NOUN/3/nsubj carried/VERB/0/root/carry hazardous/ADJ/5/amod "
        "substances/NOUN/3/obj/substance ./PUNCT/3/punct"
    )
    (event,) = code(annotated)
    assert (event.type, words(annotated, event.materiel)) == ("CARRY", ["hazardous substances"])


def test_to_take_pictures_is_no_transfer() -> None:
    annotated = parsed(
        "The/DET/2/det helicopter/NOUN/3/nsubj took/VERB/0/root/take pictures/NOUN/3/obj/picture ./PUNCT/3/punct"
    )
    assert code(annotated) == ()


@pytest.mark.parametrize("relation", ["acl", "amod"])
def test_a_past_participle_behind_its_noun_tells_what_happened_to_it(relation: str) -> None:
    annotated = parsed(
        "Denmark/PROPN/2/nsubj counts/VERB/0/root/count 120/NUM/4/nummod containers/NOUN/2/obj/container "
        f"lost/VERB/4/{relation}/lose ./PUNCT/2/punct"
    )
    (event,) = code(annotated)
    assert event.type == "LOSS"
    assert words(annotated, event.materiel) == ["120 containers"]


def test_what_spills_an_amount_is_not_what_is_spilled() -> None:
    annotated = parsed(
        "The/DET/2/det ship/NOUN/3/nsubj spilled/VERB/0/root/spill 80/NUM/5/nummod tonnes/NOUN/3/obj/tonne "
        "./PUNCT/3/punct",
        things=["The ship"],
        figures=[("80 tonnes", 80, "")],
    )
    (event,) = code(annotated)
    assert event.type == "LEAK"
    assert words(annotated, event.materiel) == []


def test_a_bargain_has_two_sides_and_what_is_got_is_yet_to_come() -> None:
    annotated = parsed(
        "Norway/PROPN/2/nsubj supplied/VERB/0/root/supply rifles/NOUN/2/obj/rifle in/ADP/5/case return/NOUN/2/obl "
        "for/ADP/7/case drones/NOUN/2/obl/drone from/ADP/9/case Sweden/PROPN/2/obl ./PUNCT/2/punct"
    )
    given, got = code(annotated)
    assert (countries(given.actors), countries(given.recipients)) == (["NOR"], ["SWE"])
    assert (countries(got.actors), countries(got.recipients)) == (["SWE"], ["NOR"])
    assert (words(annotated, given.materiel), words(annotated, got.materiel)) == (["rifles"], ["drones"])
    assert (given.modality, got.modality) == (Modality.OCCURRED, Modality.PLANNED)


def test_talks_with_a_purpose_are_that_purpose() -> None:
    annotated = parsed(
        "Norway/PROPN/2/nsubj held/VERB/0/root/hold talks/NOUN/2/obj/talk with/ADP/5/case Sweden/PROPN/3/nmod "
        "to/PART/7/mark buy/VERB/3/acl/buy rifles/NOUN/7/obj/rifle ./PUNCT/2/punct"
    )
    (event,) = code(annotated)
    assert (event.type, event.modality) == ("TRANSFER", Modality.PLANNED)
    assert (countries(event.actors), countries(event.recipients)) == (["SWE"], ["NOR"])


def test_event_nouns_side_by_side_share_their_owner() -> None:
    annotated = parsed(
        "Norway/PROPN/3/nmod:poss 's/PART/1/case purchase/NOUN/9/nsubj/purchase and/CCONJ/5/cc use/NOUN/3/conj/use "
        "of/ADP/7/case rifles/NOUN/5/nmod/rifle surprisingly/ADV/9/advmod grew/VERB/0/root/grow ./PUNCT/9/punct",
        things=("rifles",),
    )
    bought, used = code(annotated)
    assert (bought.type, used.type) == ("TRANSFER", "ASSAULT")
    assert (countries(bought.recipients), countries(used.actors)) == (["NOR"], ["NOR"])
    assert words(annotated, bought.materiel) == words(annotated, used.materiel) == ["rifles"]


def test_a_second_thing_may_hang_on_the_event_word() -> None:
    annotated = parsed(
        "the/DET/2/det transfer/NOUN/8/nsubj/transfer of/ADP/4/case rifles/NOUN/2/nmod/rifle and/CCONJ/6/cc "
        "rockets/NOUN/2/conj/rocket recently/ADV/8/advmod occurred/VERB/0/root/occur ./PUNCT/8/punct",
        things=("rifles", "rockets"),
    )
    (event,) = code(annotated)
    assert words(annotated, event.materiel) == ["rifles", "rockets"]


def test_the_day_on_which_an_attack_had_its_effect_is_its_day() -> None:
    annotated = parsed(
        "On/ADP/2/case Monday/PROPN/6/obl strikes/NOUN/6/nsubj/strike on/ADP/5/case Oslo/PROPN/3/nmod "
        "led/VERB/0/root/lead to/ADP/8/case outrage/NOUN/6/obl ./PUNCT/6/punct",
        times=[("Monday", "2024-03-04")],
    )
    (event,) = code(annotated)
    assert (event.type, event.time) == ("ASSAULT", 0)


def test_what_a_breach_breaks_is_not_imposed_by_it() -> None:
    annotated = parsed(
        "Norway/PROPN/2/nsubj violated/VERB/0/root/violate the/DET/4/det embargo/NOUN/2/obj ./PUNCT/2/punct"
    )
    assert [e.type for e in code(annotated)] == ["BREACH"]


def test_how_hard_a_strike_was_is_no_damage() -> None:
    annotated = parsed(
        "Devastating/ADJ/2/amod/devastate strikes/NOUN/5/nsubj/strike on/ADP/4/case Oslo/PROPN/2/nmod "
        "went/VERB/0/root/go on/ADV/5/advmod ./PUNCT/5/punct"
    )
    assert [e.type for e in code(annotated)] == ["ASSAULT"]


PASSING = {
    "to a receiver by name": "Norway/PROPN/2/nsubj supplied/VERB/0/root/supply the/DET/4/det Sweden/PROPN/2/obj "
    "often/ADV/2/advmod ./PUNCT/2/punct",
    "arming somebody": "Norway/PROPN/2/nsubj armed/VERB/0/root/arm Sweden/PROPN/2/obj ./PUNCT/2/punct",
    "freight that reaches": "Rifles/NOUN/2/nsubj/rifle reached/VERB/0/root/reach Sweden/PROPN/2/obj from/ADP/5/case "
    "Norway/PROPN/2/obl ./PUNCT/2/punct",
    "flown": "Norway/PROPN/3/nsubj has/AUX/3/aux flown/VERB/0/root/flo rifles/NOUN/3/obj/rifle to/ADP/6/case "
    "Sweden/PROPN/3/obl ./PUNCT/3/punct",
    "a sale to somebody": "Norway/PROPN/3/nmod:poss 's/PART/1/case sale/NOUN/6/nsubj/sale to/ADP/5/case "
    "Sweden/PROPN/3/nmod stopped/VERB/0/root/stop ./PUNCT/6/punct",
}


@pytest.mark.parametrize("parse", PASSING.values(), ids=list(PASSING))
def test_goods_change_hands_in_many_words(parse: str) -> None:
    (event,) = code(parsed(parse))
    assert event.type == "TRANSFER"
    assert (countries(event.actors), countries(event.recipients)) == (["NOR"], ["SWE"])


TYPES = {
    "what flies to its target reaches nobody as goods": (
        "Missiles/NOUN/2/nsubj/missile reached/VERB/0/root/reach Sweden/PROPN/2/obj ./PUNCT/2/punct",
        [],
    ),
    "a rocket that lands is an attack": (
        "Rockets/NOUN/2/nsubj/rocket landed/VERB/0/root/land in/ADP/4/case Oslo/PROPN/2/obl ./PUNCT/2/punct",
        ["ASSAULT"],
    ),
    "a plane that lands is none": (
        "Planes/NOUN/2/nsubj/plane landed/VERB/0/root/land in/ADP/4/case Oslo/PROPN/2/obl ./PUNCT/2/punct",
        [],
    ),
    "a verb that is also a noun": (
        "Norway/PROPN/2/nsubj stopped/VERB/0/root/stop firing/VERB/2/xcomp/firing rockets/NOUN/3/obj/rocket "
        "./PUNCT/2/punct",
        ["ASSAULT"],
    ),
}


@pytest.mark.parametrize(("parse", "types"), TYPES.values(), ids=list(TYPES))
def test_what_a_word_names_depends_on_what_it_is_said_of(parse: str, types: list[str]) -> None:
    assert [e.type for e in code(parsed(parse))] == types


def test_the_size_by_which_a_thing_is_called_is_no_figure_of_what_happens_to_it() -> None:
    annotated = parsed(
        "The/DET/4/det 294-metre/ADJ/4/amod rusty/ADJ/4/amod ship/NOUN/5/nsubj/ship lost/VERB/0/root/lose "
        "40/NUM/7/nummod containers/NOUN/5/obj/container ./PUNCT/5/punct",
        figures=[("294-metre", 294, ""), ("40", 40, "containers")],
    )
    (event,) = code(annotated)
    assert [annotated.quantities[n].best for n in event.quantities] == [40]


def test_what_was_not_sold_is_denied_and_no_part_of_what_was() -> None:
    annotated = parsed(
        "Norway/PROPN/2/nsubj sold/VERB/0/root/sell Sweden/PROPN/2/iobj rifles/NOUN/2/obj/rifle ,/PUNCT/7/punct "
        "not/PART/7/advmod drones/NOUN/4/conj/drone ./PUNCT/2/punct"
    )
    sold, denied = code(annotated)
    assert (words(annotated, sold.materiel), sold.polarity) == (["rifles"], Polarity.POSITIVE)
    assert (words(annotated, denied.materiel), denied.polarity) == (["drones"], Polarity.NEGATIVE)

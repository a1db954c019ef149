"""What two propositions share, what sets them apart, and what must never be one claim."""

from __future__ import annotations

import pytest

from herodotus.crossdoc import features
from herodotus.crossdoc.features import EVENTS, TEXTS, Context, Feature, score
from herodotus.crossdoc.matching import candidates, context_of, matched
from herodotus.crossdoc.propositions import Proposition, propositions
from herodotus.data.statements import Modality
from tests.builders import Happening, Said, reading

FRIDAY, LATER = ("Friday", "2024-03-01"), ("Tuesday", "2024-03-12")


def pair(one: Said, other: Said) -> tuple[Proposition, Proposition]:
    [a], [b] = propositions([reading("alpha", one)]), propositions([reading("beta", other)])
    return a, b


def shipped(*, by: str = "NOR", to: str = "SWE", things: str = "rifles", **more: object) -> Said:
    event = Happening("TRANSFER", "shipped", by, to, (things,), **more)  # type: ignore[arg-type]
    when = f" on {event.day[0]}" if event.day else ""
    return Said(f"Norway shipped {things} to Sweden{when}", "Ida Holm", events=(event,))


def says(feature: Feature, one: Said, other: Said) -> float:
    a, b = pair(one, other)
    return feature(a, b, context_of([a, b]))


def test_parties_are_the_same_or_others_or_not_told() -> None:
    assert says(features.same_doers, shipped(), shipped()) == 1
    assert says(features.other_doers, shipped(), shipped(by="FIN")) == 1
    assert says(features.same_sufferers, shipped(), shipped(to="FIN")) == 0
    assert says(features.other_sufferers, shipped(), shipped(to="")) == 0


def test_who_is_named_without_a_side_speaks_less_against() -> None:
    deal = Said("Norway and Finland agreed", "Ida Holm", events=(Happening("TRANSFER", "agreed", "NOR FIN"),))
    assert says(features.other_doers, shipped(by="SWE", to="NOR"), deal) <= features.UNORDERED


def test_words_for_the_event_are_of_one_root_or_near_in_meaning() -> None:
    noun = Said("the shipment to Sweden", "Ida Holm", events=(Happening("TRANSFER", "shipment", "", "SWE"),))
    assert says(features.kin_words, shipped(), noun) == 1
    sold = Said("Norway delivered them", "Ida Holm", events=(Happening("TRANSFER", "delivered", "NOR", ""),))
    assert 0.2 < says(features.kin_words, shipped(), sold) < 1


def test_days_are_the_same_near_or_far() -> None:
    near = ("Saturday", "2024-03-02")
    assert says(features.same_time, shipped(day=FRIDAY), shipped(day=FRIDAY)) == 1
    assert says(features.near_time, shipped(day=FRIDAY), shipped(day=near)) == 1
    assert says(features.other_time, shipped(day=FRIDAY), shipped(day=LATER)) == 1
    assert says(features.other_time, shipped(day=FRIDAY), shipped()) == 0


def test_goods_tell_one_delivery_from_another() -> None:
    assert says(features.other_goods, shipped(), shipped(things="drones")) == 1
    assert says(features.same_goods, shipped(), shipped()) == 1
    assert says(features.other_goods, shipped(things="weapons"), shipped(things="drones")) == 0
    assert says(features.other_receivers, shipped(), shipped(to="FIN")) == 1


def test_other_goods_months_apart_are_another_delivery() -> None:
    [a] = propositions([reading("alpha", shipped(), published="2024-03-01")])
    [b] = propositions([reading("beta", shipped(things="drones"), published="2024-06-01")])
    [c] = propositions([reading("gamma", shipped(), published="2024-06-01")])
    context = context_of([a, b, c])
    assert features.long_between(a, b, context) == features.long_between(a, c, context) == 1
    assert features.other_delivery(a, b, context) == 1
    assert features.other_delivery(a, c, context) == 0


def test_done_and_planned_are_two_claims() -> None:
    planned = shipped(modality=Modality.PLANNED)
    assert score(*pair(shipped(), planned), Context()) is None
    assert score(*pair(shipped(), shipped()), Context()) is not None


def test_days_that_exclude_each_other_are_two_claims() -> None:
    assert score(*pair(shipped(day=FRIDAY), shipped(day=LATER)), Context()) is None


def test_the_same_event_speaks_for_one_claim_and_another_against() -> None:
    a, b = pair(shipped(day=FRIDAY), shipped(day=FRIDAY))
    same = score(a, b, context_of([a, b]))
    a, b = pair(shipped(day=FRIDAY), shipped(by="FIN", to="DNK", things="jets"))
    other = score(a, b, context_of([a, b]))
    assert same is not None
    assert other is not None
    assert same > 0 > other


def test_what_shares_neither_words_nor_parties_is_brought_up_by_its_meaning() -> None:
    a, b = pair(
        Said("Exports of dried cod fell sharply in March", "Ida Holm"),
        Said("Fewer boxes of fish went abroad this spring", "Per Lund"),
    )
    assert candidates([a, b], context_of([a, b])) == {(0, 1)}


def test_the_order_of_documents_makes_no_difference() -> None:
    texts = [shipped(day=FRIDAY), shipped(day=LATER), shipped(), Said("Nobody was hurt", "Per Lund")]
    given = [reading(name, said) for name, said in zip("abcd", texts, strict=True)]
    one, other = (
        [[p.document for p in group] for group in matched(propositions(order))]
        for order in (given, given[::-1])
    )
    assert one == other


def test_weights_of_other_features_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    features.learned.cache_clear()
    monkeypatch.setattr(features, "TEXTS", TEXTS[1:])
    with pytest.raises(ValueError, match="learn_claims"):
        features.learned()
    features.learned.cache_clear()


def test_every_feature_has_a_weight() -> None:
    events, texts = features.learned()
    assert (len(events.features), len(texts.features)) == (len(EVENTS), len(TEXTS))


def test_nothing_said_gives_no_claims() -> None:
    assert matched([]) == []

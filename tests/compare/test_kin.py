"""How near words are in meaning: values of the shipped table."""

from __future__ import annotations

from herodotus.compare.kin import near, vector


def test_forms_of_one_word_are_the_same() -> None:
    assert near("supplied", "supplies") == 1.0
    assert near("Shipment", "shipments") == 1.0


def test_words_of_like_meaning_are_near() -> None:
    assert near("missile", "rocket") > 0.5
    assert near("shipment", "delivery") > near("shipment", "election")
    assert near("attack", "banana") < 0.1


def test_what_is_not_known_is_near_to_itself_only() -> None:
    assert not vector("zzyqx").any()
    assert near("zzyqx", "zzyqx") == 1.0
    assert near("zzyqx", "missile") == 0.0


def test_the_order_makes_no_difference() -> None:
    assert near("sell", "buy") == near("buy", "sell")

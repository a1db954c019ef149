"""Why statements are counted to one claim, in words."""

from __future__ import annotations

from herodotus.crossdoc.because import same
from herodotus.crossdoc.propositions import Proposition, propositions
from tests.builders import Happening, Said, reading


def said(name: str, thing: str) -> Proposition:
    event = Happening("TRANSFER", "shipped", "NOR", "SWE", (thing,), day=("5 March", "2024-03-05"))
    text = f"Norway shipped {thing} to Sweden on 5 March"
    (found,) = propositions([reading(name, Said(text, "Ida Holm", "DNK", events=(event,)))])
    return found


def test_it_names_what_both_say() -> None:
    reason = same(said("alpha", "rifles"), said("beta", "rifles"))
    assert reason == "transfer; by Norway; to Sweden; rifle; 2024-03-05"


def test_it_says_which_is_a_kind_of_which() -> None:
    assert "cruise missile is a kind of missile" in same(
        said("alpha", "missiles"), said("beta", "cruise missiles")
    )


def test_without_events_it_gives_the_words() -> None:
    texts = ("the harbour office kept the ledgers", "ledgers were kept in the harbour office")
    one, other = (
        propositions([reading(name, Said(text, "Ida Holm", "DNK"))])[0]
        for name, text in zip(("alpha", "beta"), texts, strict=True)
    )
    assert same(one, other).startswith("in like words: ")
    assert "harbour" in same(one, other)


def test_the_words_of_the_claim_itself_need_no_reason() -> None:
    one = said("alpha", "rifles")
    assert same(one, one) == ""

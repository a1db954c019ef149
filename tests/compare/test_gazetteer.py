from __future__ import annotations

from herodotus.compare.gazetteer import Lexicon, fold, term


def found(text: str, *names: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in Lexicon(term(name, name) for name in names).find(text)]


def test_folding_drops_accents_case_and_full_stops() -> None:
    assert fold("Élysée") == "elysee"
    assert fold("U.N.") == "un"


def test_the_longest_name_wins() -> None:
    assert found("Guinea-Bissau and Guinea", "Guinea", "Guinea-Bissau") == ["Guinea-Bissau", "Guinea"]


def test_capitals_count_as_in_the_table() -> None:
    assert found("It told us and the US that TURKEY, not turkey", "US", "Turkey") == ["US", "TURKEY"]


def test_a_full_stop_or_comma_between_words_ends_a_name() -> None:
    assert found("He left Cape. Town was far; Cape, Town", "Cape Town") == []
    assert found("Cape Town-based", "Cape Town") == ["Cape Town"]

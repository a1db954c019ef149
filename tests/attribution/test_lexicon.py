from __future__ import annotations

from collections import Counter

import pytest

from herodotus.attribution.lexicon import lexicon, pattern, read, words, wordset
from herodotus.data.statements import Evidence, Stance


def lemmas(text: str) -> list[str]:
    return [word.lemma for word in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said she didn’t deny it.", ["she", "say", "she", "do", "not", "deny", "it"]),
        (
            "They're planning and we'll have urged",
            ["they", "be", "plan", "and", "we", "will", "have", "urge"],
        ),
        ("It cannot won't", ["it", "can", "not", "will", "not"]),
        ("accuses condemned begging replies", ["accuse", "condemn", "beg", "reply"]),
    ],
)
def test_words_become_lemmas(text: str, expected: list[str]) -> None:
    assert lemmas(text) == expected


def test_no_verb_is_in_two_groups() -> None:
    groups = read("cues.yaml")["groups"].values()
    counted = Counter(verb for group in groups for row in group["verbs"] for verb in row)
    assert [verb for verb, times in counted.items() if times > 1] == []
    assert len(counted) > 600


def test_the_lexicon_knows_only_the_closed_set_of_stances() -> None:
    rows = [*read("cues.yaml")["groups"].values(), *read("cues.yaml")["phrases"]]
    assert {row["stance"] for row in rows} == {stance.value for stance in Stance}


def test_every_kind_of_evidence_but_none_has_words() -> None:
    assert set(read("evidence.yaml")["kinds"]) == {e.value for e in Evidence if e is not Evidence.NONE}


def test_all_sets_and_patterns_load() -> None:
    data = read("grammar.yaml")
    assert all(wordset(name) for name in data["sets"])
    assert all(pattern(name).pattern for name in data["patterns"])


def test_a_gap_does_not_reach_over_a_clause() -> None:
    row = lemmas("told the crowd that it is time to go")
    assert [entry.words for entry, _ in lexicon().at(row, 0)] == [("tell",)]

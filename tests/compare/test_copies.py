from __future__ import annotations

from herodotus.compare.copies import BEST, Index, Kind, overlap
from herodotus.compare.passages import Words, words
from herodotus.data.documents import Document
from tests.compare.test_passages import FERRY, STORM

OWN = (
    "Fishermen from three villages met on the pier to protest against the new quota, which leaves smaller boats with "
    "a third of what they landed ten years ago. They burned an old net and sang, and went home before the rain came."
)
SAID = (
    '"We have never in all these years been asked what we think about any of this, and nobody will ask us now, so we '
    "came here to say it aloud before they close the harbour for good, and we will come again next week and the week "
    'after that until somebody comes down from the ministry and listens to us," said the chairman, Per Aasen.'
)


def read(text: str) -> Words:
    return words(Document("a", "-", "", text))


def test_a_copy_with_another_headline_and_a_cut() -> None:
    found = overlap(read(f"Fog\n\n{FERRY} {STORM}"), read(f"Late again\n\n{FERRY} {STORM} {SAID}"))
    assert found.kind is Kind.COPY
    assert found.derived
    assert "stands word for word" in found.reason


def test_paragraphs_of_one_report_inside_own_text_are_a_part() -> None:
    found = overlap(read(f"{FERRY} {STORM}"), read(f"{OWN} {FERRY} {OWN.replace('boats', 'ships')}"))
    assert found.kind is Kind.PART
    assert 0.6 < found.of_a < 0.8
    assert found.of_b < found.of_a


def test_the_same_quotation_is_no_copy() -> None:
    found = overlap(read(f"{OWN} {SAID}"), read(f"{FERRY} {SAID}"))
    assert found.kind is Kind.QUOTES
    assert not found.derived


def test_two_reports_in_their_own_words_are_apart() -> None:
    assert overlap(read(FERRY), read(OWN)).kind is Kind.APART


def test_an_empty_text_is_apart_from_all() -> None:
    assert overlap(read(""), read(FERRY)).kind is Kind.APART


def test_the_index_finds_the_copy_among_others() -> None:
    index: Index[str] = Index()
    for name, text in {"ferry": FERRY, "own": OWN, "storm": STORM}.items():
        index.add(name, read(text))
    assert index.near(read(f"{OWN.upper()} Nobody came.")) == ["own"]


def test_the_index_names_few_however_many_there_are() -> None:
    index: Index[int] = Index()
    for n in range(100):
        index.add(n, read(FERRY))
    assert len(index.near(read(FERRY))) == BEST

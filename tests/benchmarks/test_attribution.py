import pytest

from benchmarks.quality.attribution import Told, manner, score

GOLD = Told(source=((0, 5),), cue=((6, 10),), content=((11, 20), (25, 30)))


def test_all_right_is_a_hundred() -> None:
    figures = score([([GOLD], [GOLD])])
    assert {figures[k] for k in ("source", "cue", "content", "linked", "found", "source right")} == {100.0}


def test_one_fragment_of_two_counts_half_and_breaks_the_link() -> None:
    figures = score([([GOLD], [Told(GOLD.source, GOLD.cue, ((11, 20), (25, 29)))])])
    assert figures["content"] == 50.0
    assert figures["linked"] == 0.0
    assert figures["found"] == 100.0


def test_a_shared_source_counts_once() -> None:
    other = Told(GOLD.source, ((40, 44),), ((45, 60),))
    figures = score([([GOLD, other], [GOLD])])
    assert figures["source"] == 100.0
    assert figures["cue"] == pytest.approx(66.7)


def test_a_wrong_source_is_found_but_not_right() -> None:
    figures = score([([GOLD], [Told(((70, 75),), GOLD.cue, GOLD.content)])])
    assert (figures["found"], figures["source right"]) == (100.0, 0.0)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('that "all is lost, we all are"', "mixed"),
        ('"All is lost"', "direct"),
        ("all is lost", "indirect"),
        ('that "all" is lost', "mixed"),
    ],
)
def test_manner_goes_by_quotation_marks(text: str, wanted: str) -> None:
    assert manner(text, ((0, len(text)),)) == wanted

"""Chains out of GUM's brackets and out of the product, and the figures by genre."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from benchmarks.quality import gum
from benchmarks.quality.conllu import Document, documents
from benchmarks.quality.coreference import KEPT, Read, found, score, table, trimmed
from benchmarks.quality.running import Skip
from herodotus.data.documents import Span
from tests.benchmarks.rows import written

ROWS = (
    ("Ida", "Entity=(1-person-new-nnnnn-cf1-1-coref(2-place-new-nnnnn-cf2-1-sgl-Kiel)"),
    ("Holm", "Entity=1)"),
    ("left", "_"),
    ("her", "Entity=(3-object-new(1-person-giv)"),
    ("ship", "Entity=3)|SpaceAfter=No"),
    (".", "_"),
)


@pytest.fixture
def document(tmp_path: Path) -> Document:
    (found,) = documents(written(tmp_path, ROWS))
    return found


def test_chains_come_from_the_brackets(document: Document) -> None:
    assert document.text == "Ida Holm left her ship. "
    assert sorted(gum.chains(document)) == [[(0, 3)], [(0, 8), (14, 17)], [(14, 22)]]


def test_an_entity_may_open_inside_one_of_its_own_chain() -> None:
    assert list(gum.brackets("(4-a(4-b)")) == [("4", False), ("4", False), ("4", True)]
    assert list(gum.brackets("(5-a)4)")) == [("5", False), ("5", True), ("4", True)]


def test_the_genre_is_that_of_the_comments(tmp_path: Path) -> None:
    (one,) = documents(written(tmp_path, ROWS, "# meta::genre = news"))
    assert one.meta["genre"] == "news"


def test_the_product_gives_chains_of_markables() -> None:
    text = "Ida Holm left her ship."
    spans = [Span(0, 9), Span(14, 17), Span(14, 22)]
    annotated = SimpleNamespace(
        document=SimpleNamespace(text=text),
        markables=[SimpleNamespace(span=s) for s in spans],
        chains=((0, 1), (2,)),
    )
    assert found(annotated) == [[(0, 8), (14, 17)], [(14, 22)]]


def test_a_product_without_chains_is_skipped() -> None:
    with pytest.raises(Skip, match="has no markables"):
        found(SimpleNamespace(document=SimpleNamespace(text="")))


def test_white_space_does_not_count() -> None:
    assert trimmed(" a b\n", 0, 5) == (1, 4)


def test_singletons_count_in_figures_of_their_own() -> None:
    pair, alone = [(0, 1), (2, 3)], [(4, 5)]
    figures = score([Read("news", [pair, alone], [pair]), Read("bio", [pair], [[(0, 1)]])])
    # Without: of 4 mentions in pairs 2 are found, both right; with: of 5 mentions 3, all right.
    assert (figures["mentions recall"], figures["mentions precision"]) == (50.0, 100.0)
    assert (figures["mentions recall" + KEPT], figures["mentions precision" + KEPT]) == (60.0, 100.0)
    assert (figures["CoNLL news"], figures["CoNLL bio"]) == (100.0, 0.0)
    assert "CoNLL bio" in table(figures)

import gzip
from pathlib import Path

from benchmarks.quality.syntax import Word, documents, score

GOLD = [[Word((0, 2), "PRON", (3, 7), "nsubj"), Word((3, 7), "VERB", None, "root")]]


def test_all_right_is_a_hundred() -> None:
    assert set(score([(GOLD, GOLD[0], {(0, 7)})]).values()) == {100.0}


def test_a_wrong_relation_costs_las_alone() -> None:
    words = [GOLD[0][0]._replace(relation="obj"), GOLD[0][1]]
    figures = score([(GOLD, words, {(0, 7)})])
    assert (figures["UAS"], figures["LAS"]) == (100.0, 50.0)


def test_a_word_cut_in_two_counts_against_all() -> None:
    words = [GOLD[0][0], Word((3, 5), "VERB", None, "root"), Word((5, 7), "X", (3, 5), "dep")]
    assert score([(GOLD, words, {(0, 7)})])["words"] == 40.0


def test_text_is_put_together_from_the_rows(tmp_path: Path) -> None:
    rows = ["# newdoc id = a", "# newpar"]
    for number, form, head, misc in (
        ("1-2", "don't", "_", "_"),
        ("1", "do", "0", "_"),
        ("2", "n't", "1", "SpaceAfter=No"),
        ("3", ".", "1", "_"),
    ):
        rows.append("\t".join([number, form, form, "X", "_", "_", head, "dep", "_", misc]))
    path = tmp_path / "a.conllu.gz"
    path.write_bytes(gzip.compress(("\n".join(rows) + "\n\n").encode()))
    ((text, sentences),) = documents(path)
    assert text == "don't . "
    assert [w.span for w in sentences[0]] == [(0, 2), (2, 5), (6, 7)]

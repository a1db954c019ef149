import gzip
from pathlib import Path

from benchmarks.quality.names import groups, score


def test_span_and_type_have_to_be_right() -> None:
    figures = score([({(0, 4, "PER"), (9, 12, "LOC")}, {(0, 4, "PER"), (9, 12, "ORG")})])
    assert figures == {"all": 50.0, "PER": 100.0, "ORG": 0.0, "LOC": 0.0}


def test_text_and_names_come_from_the_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.conll.gz"
    path.write_bytes(gzip.compress(b"# id\nIda\tB-PER\nHolm\tI-PER\nleft\tO\nKiel\tB-LOC\n.\tO\n\n"))
    ((text, names),) = groups(path)
    assert text == "Ida Holm left Kiel. "
    assert names == {(0, 8, "PER"), (14, 18, "LOC")}

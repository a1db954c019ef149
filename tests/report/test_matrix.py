"""Who takes which position on what."""

from __future__ import annotations

from herodotus.data.claims import Position
from herodotus.report.matrix import Matrix, matrix
from herodotus.report.standing import Index

from .sample import sample


def chart() -> Matrix:
    index = Index(sample())
    claims = sample().stories[0].claims
    return matrix([(n, index.voices(c)) for n, c in enumerate(claims, 1)])


def test_columns_are_sources_and_not_publishers() -> None:
    assert "Signe Aas" in chart().columns
    assert "The Harbour Gazette" not in chart().columns


def test_cells_have_positions() -> None:
    columns, row = chart().columns, chart().rows[0]
    taken = {name: [p for p, _ in cell.positions] for name, cell in zip(columns, row.cells, strict=True)}
    assert taken["Brightwater Lines"] == [Position.DENIES]
    assert taken["harbour master of Hirtshals"] == [Position.DECLINES]
    assert taken["an insurer"] == []


def test_sources_without_a_column_are_counted() -> None:
    index = Index(sample())
    claims = sample().stories[0].claims
    found = matrix([(n, index.voices(c)) for n, c in enumerate(claims, 1)], most=2)
    assert len(found.columns) == 2
    assert found.more_columns == 10
    assert (Position.ASSERTS, 4) in found.rows[0].others


def test_those_who_deny_have_columns_first() -> None:
    index = Index(sample())
    found = matrix([(1, index.voices(sample().stories[0].claims[0]))], most=3)
    assert found.columns == ("Brightwater Lines", "Tom Vane", "A spokesman")

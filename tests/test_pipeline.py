"""The whole way, with the real model: the same result however the work is shared out."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from herodotus import pipeline
from herodotus.data.claims import Position
from herodotus.data.documents import Document, Skipped
from herodotus.data.statements import Reading
from herodotus.models.reader import Layers
from herodotus.settings import Settings

SAMPLES = str(Path(__file__).parents[1] / "samples" / "northsea")

pytestmark = pytest.mark.skipif(
    not (files("herodotus.models") / "reader.onnx").is_file(),
    reason="src/herodotus/models/reader.onnx is not there",
)


def test_threads_make_no_difference() -> None:
    one, three = (list(pipeline.readings([SAMPLES], Settings(threads=n))) for n in (1, 3))
    assert one == three


def test_the_order_of_the_paths_makes_no_difference() -> None:
    paths = sorted(str(p) for p in Path(SAMPLES).iterdir())
    forward, backward = (pipeline.brief(order, Settings()) for order in (paths, paths[::-1]))
    assert forward.stories == backward.stories


def test_every_document_read_is_in_one_story() -> None:
    told = pipeline.brief([SAMPLES], Settings())
    held = [identity for story in told.stories for identity in story.documents]
    assert sorted(held) == sorted(d.id for d in told.documents)


def test_files_of_one_name_get_ids_of_their_own(tmp_path: Path) -> None:
    for folder, day in (("a", "Monday"), ("b", "Tuesday")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "ferry.txt").write_text(f"The ferry left on {day}, the harbour office said.\n")
    found = [r.annotated.document.id for r in readings(tmp_path)]
    assert found[0] == "ferry"
    assert found[1].startswith("ferry~")


def test_a_stage_that_breaks_costs_one_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("good", "bad"):
        (tmp_path / f"{name}.txt").write_text(f"The {name} ferry left on Monday, the harbour office said.\n")
    whole = pipeline.read

    def breaking(document: Document, layers: Layers, *, depth: pipeline.Depth) -> Reading:
        if document.id == "bad":
            raise ZeroDivisionError("of a test")
        return whole(document, layers, depth=depth)

    monkeypatch.setattr(pipeline, "read", breaking)
    bad, good = pipeline.readings([str(tmp_path)], Settings())
    assert bad == Skipped(str(tmp_path / "bad.txt"), "analysis", "ZeroDivisionError: of a test", failed=True)
    assert isinstance(good, Reading)


def test_every_span_lies_in_its_text() -> None:
    for item in pipeline.readings([SAMPLES], Settings()):
        if isinstance(item, Reading):
            size = len(item.annotated.document.text)
            spans = [s for one in item.statements for s in (*one.source.spans, *one.cue, *one.content)]
            assert all(0 <= start < end <= size for start, end in spans)


def readings(folder: Path) -> list[Reading]:
    return [r for r in pipeline.readings([str(folder)], Settings()) if isinstance(r, Reading)]


SALE = {
    "copenhagen.txt": (
        "Denmark says Norway sold missiles to Chad",
        "COPENHAGEN, 3 May 2021 - Norway sold some 40 anti-tank missiles to Chad last year, Danish Foreign Minister "
        "Ida Holm said on Monday.",
        '"We have the serial numbers," Holm told reporters. Sweden backed the Danish assessment.',
    ),
    "oslo.txt": (
        "Oslo denies missile sale",
        "OSLO, 4 May 2021 - Norway on Tuesday denied having sold anti-tank missiles to Chad.",
        '"We sold Chad field radios, not missiles," Trade Minister Kari Moen said. A spokesman for the government of '
        "Chad declined to comment on the sale.",
    ),
}


def test_partial_denials_endorsements_and_refusals_stand_on_the_claim_they_answer(tmp_path: Path) -> None:
    for name, paragraphs in SALE.items():
        (tmp_path / name).write_text("\n\n".join(paragraphs), encoding="utf8")
    found = pipeline.brief([str(tmp_path)], Settings())
    spoken = {(r.annotated.document.id, s.id): s.source.name for r in found.readings for s in r.statements}
    sale = found.stories[0].claims[0]
    stands = {spoken[s.document, s.statement]: s.position for s in sale.stands}
    assert stands["Kari Moen"] is Position.DENIES
    assert stands["Sweden"] is Position.ASSERTS
    assert Position.DECLINES in stands.values()
    backing = next(o for o in sale.origins if "Sweden" in o.label)
    assert (backing.low, backing.high) == (0, 1)

"""What the benchmarks share: arguments, missing data, hashes, floors."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pytest

from benchmarks.quality import running
from benchmarks.quality.running import Benchmark, Floor, Result, Skip


def lengths(paths: Sequence[Path], *, least: int) -> Result:
    found = [len(path.read_bytes()) for path in paths]
    if not sum(found):
        raise Skip("nothing in it")
    return Result(
        {"long": float(sum(found)), "rare": None}, {"files": len(found)}, predictions=[found, least]
    )


LENGTHS = Benchmark("lengths", "Lengths.", lengths, {"--least": {"type": int, "default": 1}})


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "data.txt"
    path.write_bytes(b"abc")
    return path


@pytest.fixture
def floor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For data.txt: four letters at least."""
    path = tmp_path / "floors.yaml"
    sha = sha256(b"abc").hexdigest()[:16]
    path.write_text(f"- benchmark: lengths\n  data: {{data.txt: {sha}}}\n  least: {{long: 4.0}}\n")
    monkeypatch.setattr(running, "FLOORS", path)


def test_figures_come_with_the_hash_of_their_data(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert running.main(LENGTHS, ["--data", str(data), "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["data"] == {"data.txt": "ba7816bf8f01cfea"}
    assert printed["figures"] == {"long": 3.0, "rare": None}


def test_several_files_are_measured_as_one(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert running.main(LENGTHS, ["--data", str(data), str(data)]) == 0
    assert "files 2" in capsys.readouterr().out


def test_what_never_occurred_has_a_dash(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    running.main(LENGTHS, ["--data", str(data)])
    assert capsys.readouterr().out.splitlines()[-1].split() == ["rare", "-"]


def test_missing_data_are_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert running.main(LENGTHS, ["--data", str(tmp_path / "none")]) == 0
    assert capsys.readouterr().out.startswith("skipped: no data at ")


def test_a_benchmark_may_have_nothing_to_measure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").touch()
    assert running.main(LENGTHS, ["--data", str(tmp_path / "empty")]) == 0
    assert capsys.readouterr().out == "skipped: nothing in it\n"


@pytest.mark.usefixtures("floor")
def test_a_figure_below_its_floor_fails(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert running.main(LENGTHS, ["--data", str(data)]) == 1
    assert "floor not kept: long" in capsys.readouterr().err


@pytest.mark.usefixtures("floor")
def test_floors_hold_for_their_data_and_the_usual_options(data: Path) -> None:
    assert running.main(LENGTHS, ["--data", str(data), "--least", "2"]) == 0
    data.write_bytes(b"abd")
    assert running.main(LENGTHS, ["--data", str(data)]) == 0


def test_a_figure_that_is_gone_does_not_keep_to_its_floor() -> None:
    floor = Floor("lengths", {}, {"one": 3.0, "two": 1.0, "three": 1.0}, {})
    assert floor.missed({"one": 3.0, "two": None}) == {"two": None, "three": None}


def test_an_error_has_a_most() -> None:
    floor = Floor("lengths", {}, {}, {"error": 0.5})
    assert (floor.missed({"error": 0.5}), floor.missed({"error": 0.6})) == ({}, {"error": 0.6})


def test_predictions_are_written_a_document_a_line(data: Path, tmp_path: Path) -> None:
    running.main(LENGTHS, ["--data", str(data), "--predictions", str(tmp_path / "out")])
    assert (tmp_path / "out").read_text() == "[3]\n1\n"


def test_the_hash_of_a_folder_tells_its_files_apart(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1")
    first = running.digest(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    assert running.digest(tmp_path) != first


def test_files_of_one_name_are_told_apart_by_their_folders() -> None:
    paths = [Path("a/x.gz"), Path("b/x.gz"), Path("b/y.gz")]
    assert [running._label(path, paths) for path in paths] == ["a/x.gz", "b/x.gz", "y.gz"]

"""The command as a user has it, in a process of its own."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from herodotus.store import Project, manifest

ROOT = Path(__file__).parents[1]
SRC = str(ROOT / "src")
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": os.pathsep.join([SRC, os.environ.get("PYTHONPATH", "")]),
    "PYTHONWARNINGS": "error::ResourceWarning",
}
HEAVY = ("numpy", "onnxruntime", "rich", "msgspec", "trafilatura", "jinja2", "sqlite3", "pint", "yaml")
ARTICLE = """\
Ferry {n} runs aground off Stavanger

By Liv Aasen

STAVANGER, Norway, March 4, 2025 (Fjord Wire) - Ferry number {n} ran aground outside Stavanger, harbour police
said on Tuesday. "Everyone is ashore and well," Marit Solheim, a police spokeswoman, told reporters.

The shipping company declined to comment.
"""

reads = pytest.mark.skipif(
    not (files("herodotus.models") / "reader.onnx").is_file(),
    reason="src/herodotus/models/reader.onnx is not there",
)


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "herodotus", *map(str, arguments)]


def herodotus(
    *arguments: str | Path, stdin: str = "", cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*arguments),
        input=stdin,
        cwd=cwd,
        env=ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def articles(folder: Path, numbers: Sequence[int]) -> Path:
    folder.mkdir(exist_ok=True)
    for number in numbers:
        (folder / f"ferry{number}.txt").write_text(ARTICLE.format(n=number), encoding="utf-8")
    return folder


def test_help_imports_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "herodotus", "--help"],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=True,
    )
    imported = set(re.findall(r"\| +(\w+)", done.stderr))
    assert imported.isdisjoint(HEAVY)
    assert "brief" in done.stdout


def test_wrong_usage_exits_with_2() -> None:
    assert herodotus().returncode == 2
    assert herodotus("brief").returncode == 2
    assert herodotus("forget").returncode == 2


def test_a_project_is_started_and_looked_at(tmp_path: Path) -> None:
    assert herodotus("init", "p", cwd=tmp_path).returncode == 0
    done = herodotus("status", "--project", "p", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "0 documents, 0 statements, 0 stories, 0 claims\n")


def test_status_as_json(tmp_path: Path) -> None:
    herodotus("init", cwd=tmp_path)
    told = json.loads(herodotus("status", "--json", cwd=tmp_path).stdout)
    assert told == {"documents": 0, "statements": 0, "stories": 0, "claims": 0, "skipped": []}


def test_a_second_start_fails_with_a_message(tmp_path: Path) -> None:
    herodotus("init", cwd=tmp_path)
    done = herodotus("init", cwd=tmp_path)
    assert done.returncode == 1
    assert "is a project already" in done.stderr


def test_no_project_fails_and_says_how_to_start_one(tmp_path: Path) -> None:
    done = herodotus("status", cwd=tmp_path)
    assert done.returncode == 1
    assert "herodotus init" in done.stderr


@reads
def test_brief_tells_on_stdout_and_counts_on_stderr(tmp_path: Path) -> None:
    done = herodotus("brief", articles(tmp_path / "in", [1, 2]))
    assert done.returncode == 0
    assert "Stavanger" in done.stdout
    assert done.stderr == "2 read, 0 skipped, 0 failed\n"


@reads
def test_brief_as_json(tmp_path: Path) -> None:
    told = json.loads(herodotus("brief", "--json", articles(tmp_path / "in", [1, 2])).stdout)
    assert [document["id"] for document in told["documents"]] == ["ferry1", "ferry2"]


@reads
def test_brief_writes_the_dossier_and_says_where(tmp_path: Path) -> None:
    done = herodotus("brief", articles(tmp_path / "in", [1]), "-o", "d.html", cwd=tmp_path)
    assert "dossier: d.html" in done.stderr
    assert (tmp_path / "d.html").read_text(encoding="utf-8").startswith("<!")


@reads
def test_a_dossier_that_cannot_be_written_fails(tmp_path: Path) -> None:
    done = herodotus("brief", articles(tmp_path / "in", [1]), "-o", tmp_path / "no" / "d.html")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


@reads
def test_annotate_prints_one_object_a_line(tmp_path: Path) -> None:
    done = herodotus("annotate", "--json", articles(tmp_path / "in", [1, 2, 3]))
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["ferry1", "ferry2", "ferry3"]


@reads
def test_every_layer_is_printed_where_it_is_asked_for() -> None:
    text = (
        "Ida Holm left the port of Ribe on Monday. She said that the port was cold. Holm came back in May.\n"
    )
    done = herodotus("annotate", "-", "--layers", "--json", stdin=text)
    found = json.loads(done.stdout)
    schema = json.loads((ROOT / "docs" / "schema" / "annotate.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(found, schema)
    assert len(found["tokens"]) > 20
    assert all(found["text"][m["start"] : m["end"]].strip() for m in found["markables"])
    chains = Counter(m["chain"] for m in found["markables"])
    assert set(chains) == set(range(len(chains)))
    assert max(chains.values()) > 1


@reads
def test_standard_input_is_read() -> None:
    done = herodotus("annotate", "-", "--json", stdin=ARTICLE.format(n=7))
    assert done.returncode == 0
    assert json.loads(done.stdout)["text"] == ARTICLE.format(n=7)


@reads
def test_what_cannot_be_read_is_named_and_exits_with_3(tmp_path: Path) -> None:
    folder = articles(tmp_path / "in", [1])
    done = herodotus("brief", folder, tmp_path / "missing.txt")
    assert done.returncode == 3
    assert "missing.txt" in done.stderr
    assert "1 read, 1 skipped, 0 failed" in done.stderr


@reads
def test_nothing_read_at_all_exits_with_1(tmp_path: Path) -> None:
    done = herodotus("brief", tmp_path / "missing.txt")
    assert done.returncode == 1
    assert "missing.txt" in done.stderr


@reads
def test_a_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "\x1b[31mred.txt").touch()
    done = herodotus("brief", tmp_path)
    assert "red.txt" in done.stderr
    assert "\x1b" not in done.stdout + done.stderr


@reads
def test_a_project_reads_only_what_is_new(tmp_path: Path) -> None:
    herodotus("init", "p", cwd=tmp_path)
    herodotus("add", articles(tmp_path / "in", [1, 2]), "--project", "p", cwd=tmp_path)
    done = herodotus("add", articles(tmp_path / "in", [3]), "--project", "p", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "1 read, 0 skipped, 0 failed; 3 in all\n")


@reads
def test_run_gathers_what_was_added(tmp_path: Path) -> None:
    herodotus("init", cwd=tmp_path)
    herodotus("add", articles(tmp_path / "in", [1, 2]), cwd=tmp_path)
    assert len(json.loads(herodotus("run", "--json", cwd=tmp_path).stdout)["documents"]) == 2
    assert json.loads(herodotus("status", "--json", cwd=tmp_path).stdout)["stories"] >= 1


@reads
def test_brief_with_a_project_tells_what_it_held_before(tmp_path: Path) -> None:
    herodotus("init", cwd=tmp_path)
    herodotus("brief", articles(tmp_path / "one", [1]), "--project", ".", cwd=tmp_path)
    done = herodotus("brief", articles(tmp_path / "two", [2]), "--project", ".", "--json", cwd=tmp_path)
    assert len(json.loads(done.stdout)["documents"]) == 2
    assert done.stderr == "1 read, 0 skipped, 0 failed; 2 in all\n"


@reads
def test_an_interrupt_leaves_a_valid_project(tmp_path: Path) -> None:
    Project.create(tmp_path / "p").close()
    folder = articles(tmp_path / "in", range(500))
    # A shell that runs the tests in the background ignores interrupts, and so would what they start.
    listening = ["env", "--default-signal=INT"]
    adding = subprocess.Popen(
        [*listening, *command("add", folder, "--project", tmp_path / "p")],
        env=ENVIRONMENT,
        stderr=subprocess.PIPE,
        text=True,
    )
    with adding:
        deadline = time.monotonic() + 60
        while held(tmp_path / "p") < 2 and adding.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        adding.send_signal(signal.SIGINT)
        assert "interrupted" in adding.communicate(timeout=60)[1]
    assert adding.returncode == 130
    (run,) = (manifest.read(path) for path in tmp_path.glob("p/runs/*/manifest.json"))
    assert run.finished is None
    assert documents(tmp_path / "p") == len(run.documents)


def held(folder: Path) -> int:
    with Project.open(folder) as project:
        return project.held


def documents(folder: Path) -> int:
    """How many can be read back; slower than counting."""
    with Project.open(folder) as project:
        return sum(1 for _ in project.readings())


@reads
def test_a_reader_that_goes_away_is_no_disaster(tmp_path: Path) -> None:
    folder = articles(tmp_path / "in", range(50))
    annotating = subprocess.Popen(
        command("annotate", folder),
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with annotating:
        assert annotating.stdout is not None
        assert annotating.stderr is not None
        annotating.stdout.readline()
        annotating.stdout.close()
        assert annotating.stderr.read() == ""
    assert annotating.returncode == 1


@reads
def test_colour_goes_only_to_a_terminal(tmp_path: Path) -> None:
    assert "\x1b" not in herodotus("brief", articles(tmp_path / "in", [1])).stdout


@reads
def test_doctor_finds_this_installation_well() -> None:
    done = herodotus("doctor", "--json")
    assert done.returncode == 0, done.stdout
    assert json.loads(done.stdout)["speed"]["well"]


@reads
def test_a_decision_on_two_actors_holds_in_every_later_run(tmp_path: Path) -> None:
    project = tmp_path / "p"
    herodotus("init", project)
    herodotus("add", articles(tmp_path / "in", [1, 2]), "--project", project)
    assert herodotus("run", "--project", project).returncode == 0

    def spokeswomen() -> list[dict[str, object]]:
        told = json.loads(herodotus("actors", "--json", "--project", project).stdout)
        return [actor for actor in told if actor["name"] == "Marit Solheim"]

    (one,) = spokeswomen()
    assert (one["kind"], one["sector"], [use["words"] for use in one["roles"]]) == (  # type: ignore[attr-defined]
        "person",
        "COP",
        ["police spokeswoman"],
    )
    parted = herodotus(
        "review", "different", "Marit Solheim@ferry1", "Marit Solheim@ferry2", "--project", project
    )
    assert parted.returncode == 0
    herodotus("run", "--project", project)
    assert len(spokeswomen()) == 2


def test_a_review_takes_one_of_two_words(tmp_path: Path) -> None:
    assert herodotus("review", "perhaps", "A", "B").returncode == 2

from __future__ import annotations

from pathlib import Path

import pytest

from herodotus import __version__
from herodotus.data.documents import Skipped
from herodotus.store import Project, manifest
from tests.store.records import reading

EMPTY = Skipped("b.txt", "read", "empty file")
BROKEN = Skipped("c.txt", "annotate", "IndexError", failed=True)


def recorded(project: Project) -> list[manifest.Manifest]:
    return [manifest.read(path) for path in sorted(project.folder.glob("runs/*/manifest.json"))]


def test_a_run_says_what_was_read_and_what_not(tmp_path: Path) -> None:
    with Project.create(tmp_path) as project, project.recording("add") as skipped:
        project.add(reading("a"), "m1")
        skipped += [EMPTY, BROKEN]
    (run,) = recorded(project)
    assert run.summary == "1 read, 1 skipped, 1 failed"
    assert run.documents == ("a",)
    assert run.skipped == (EMPTY, BROKEN)


def test_a_run_names_its_versions(tmp_path: Path) -> None:
    with Project.create(tmp_path) as project, project.recording("add"):
        project.add(reading("a"), "m1")
    (run,) = recorded(project)
    assert run.versions["herodotus"] == __version__
    assert run.versions["model"] == "m1"


def test_a_run_that_was_stopped_has_no_end(tmp_path: Path) -> None:
    with Project.create(tmp_path) as project, pytest.raises(KeyboardInterrupt), project.recording("add"):
        raise KeyboardInterrupt
    (run,) = recorded(project)
    assert run.finished is None


def test_two_runs_in_one_second_are_both_kept(tmp_path: Path) -> None:
    with Project.create(tmp_path) as project:
        for _ in range(2):
            with project.recording("add"):
                pass
        assert len(recorded(project)) == 2

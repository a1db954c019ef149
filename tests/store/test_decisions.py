from __future__ import annotations

from pathlib import Path

import pytest

from herodotus.data.actors import Bearer, Decision
from herodotus.errors import StopRun
from herodotus.store import Project
from herodotus.store.decisions import append, read

SAME = Decision(True, Bearer("Ida Holm"), Bearer("Holm, الله", "report|7"), "2031-02-01T10:00:00+00:00")


def test_what_is_appended_is_read_in_order(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    other = Decision(False, Bearer("Ida Holm"), Bearer("Per Aasen"), "")
    append(path, SAME)
    append(path, other)
    assert read(path) == (SAME, other)


def test_no_file_is_no_decision(tmp_path: Path) -> None:
    assert read(tmp_path / "none") == ()


@pytest.mark.parametrize("line", ["{", "[]", '{"actors": "perhaps"}', '{"actors": "same", "first": "x"}'])
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "decisions.jsonl"
    append(path, SAME)
    path.write_text(path.read_text() + line + "\n")
    with pytest.raises(StopRun, match="line 2"):
        read(path)


def test_a_project_keeps_decisions_for_the_next_run(tmp_path: Path) -> None:
    with Project.create(tmp_path / "p") as project:
        project.decide(SAME)
    with Project.open(tmp_path / "p") as again:
        assert again.decisions == (SAME,)

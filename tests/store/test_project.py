from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from herodotus.data.documents import Skipped
from herodotus.errors import SkipDocument, StopRun
from herodotus.settings import Settings
from herodotus.store import Project
from tests.store.records import reading, story


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p") as created:
        yield created


def test_a_new_project_has_its_four_parts(tmp_path: Path) -> None:
    Project.create(tmp_path).close()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "decisions.jsonl",
        "herodotus.db",
        "herodotus.toml",
        "runs",
    ]


def test_a_project_is_not_started_twice(project: Project) -> None:
    with pytest.raises(StopRun, match="is a project already"):
        Project.create(project.folder)


def test_a_start_that_was_killed_can_be_repeated(tmp_path: Path) -> None:
    (tmp_path / "herodotus.db").touch()
    with Project.create(tmp_path) as project:
        assert project.held == 0


def test_what_was_added_is_there_after_reopening(project: Project) -> None:
    project.add(reading("a"), "m1")
    with Project.open(project.folder) as again:
        assert list(again.readings()) == [reading("a")]


def test_an_empty_project_is_still_one(project: Project) -> None:
    assert project.held == 0
    assert project


def test_readings_come_in_the_order_of_adding(project: Project) -> None:
    for number, identity in enumerate("bca"):
        project.add(reading(identity, sha256=str(number)), "m1")
    assert [one.annotated.document.id for one in project.readings()] == ["b", "c", "a"]
    assert project.added == ["b", "c", "a"]


def test_has_asks_for_capture_publisher_and_model(project: Project) -> None:
    project.add(reading("a", sha256="00", publisher="The Pier"), "m1")
    assert project.has("00", "The Pier", "m1")
    assert not project.has("01", "The Pier", "m1")
    assert not project.has("00", "The Quay", "m1")
    assert not project.has("00", "The Pier", "m2")


def test_an_unknown_publisher_is_one_publisher(project: Project) -> None:
    project.add(reading("a", publisher=None), "m1")
    assert project.has("00", None, "m1")


def test_a_newer_reading_takes_the_place_of_the_older(project: Project) -> None:
    project.add(reading("a"), "m1")
    project.add(reading("a"), "m2")
    assert project.counts() == {"documents": 1, "statements": 1, "stories": 0, "claims": 0}
    assert project.has("00", "The Pier", "m2")


def test_two_publishers_may_use_the_same_id(project: Project) -> None:
    project.add(reading("a", publisher="The Pier"), "m1")
    project.add(reading("a", publisher="The Quay"), "m1")
    assert project.held == 2


def test_a_document_that_cannot_be_kept_leaves_no_trace(project: Project) -> None:
    document = replace(reading("a").annotated.document, title="\ud800")
    broken = replace(reading("a"), annotated=replace(reading("a").annotated, document=document))
    with pytest.raises(SkipDocument):
        project.add(broken, "m1")
    assert project.held == 0


def test_stories_replace_the_stories_before(project: Project) -> None:
    project.put_stories([story("t1"), story("t2")])
    project.put_stories([story("t3")])
    assert project.stories() == (story("t3"),)
    assert project.counts()["claims"] == 1


def test_skipped_goes_once_its_origin_is_read(project: Project) -> None:
    project.skip(Skipped("a.txt", "read", "empty file"))
    project.skip(Skipped("b.txt", "read", "binary file", failed=True))
    project.add(reading("a"), "m1")
    assert project.skipped == (Skipped("b.txt", "read", "binary file", failed=True),)


def test_settings_are_kept(tmp_path: Path) -> None:
    Project.create(tmp_path, Settings(threads=2)).close()
    with Project.open(tmp_path) as project:
        assert project.settings == Settings(threads=2)


def test_a_folder_without_a_project_says_how_to_start_one(tmp_path: Path) -> None:
    with pytest.raises(StopRun, match="herodotus init"):
        Project.open(tmp_path)

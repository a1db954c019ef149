from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from herodotus.errors import StopRun
from herodotus.store import Project, database

ADD_FOR_EVER = """
import sys
from itertools import count
from herodotus.store import Project
from tests.store.records import reading
with Project.open(sys.argv[1]) as project:
    for number in count():
        project.add(reading(str(number), sha256=str(number)), "m1")
        print(number, flush=True)
"""


def test_another_schema_version_is_refused(tmp_path: Path) -> None:
    Project.create(tmp_path).close()
    connection = sqlite3.connect(tmp_path / "herodotus.db")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(StopRun, match="schema version 99, this Herodotus reads 1: upgrade Herodotus"):
        Project.open(tmp_path)


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "herodotus.db")
    connection.execute("CREATE TABLE recipes (name)")
    connection.close()
    with pytest.raises(StopRun, match="no Herodotus database"):
        Project.open(tmp_path)
    with pytest.raises(StopRun, match="already"):
        Project.create(tmp_path)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "herodotus.db").write_bytes(b"not a database" * 100)
    with pytest.raises(StopRun, match="cannot be opened"):
        Project.open(tmp_path)
    with pytest.raises(StopRun, match="cannot be"):
        Project.create(tmp_path)


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    connection = database.create(tmp_path / "x.db")
    with pytest.raises(StopRun, match="no such table"), database.transaction(connection) as do:
        do("INSERT INTO stories (id, title, data) VALUES ('t', 't', '')").execute(
            "INSERT INTO absent VALUES (1)"
        )
    assert connection.execute("SELECT count(*) FROM stories").fetchone() == (0,)
    connection.close()


@pytest.mark.parametrize("kill", [signal.SIGKILL, signal.SIGINT])
def test_killed_while_adding_it_stays_whole(tmp_path: Path, kill: signal.Signals) -> None:
    Project.create(tmp_path).close()
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": f"{root}{os.pathsep}{root / 'src'}"}
    command = [sys.executable, "-c", ADD_FOR_EVER, str(tmp_path)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    ) as adding:
        assert adding.stdout is not None
        seen = [adding.stdout.readline() for _ in range(20)]
        adding.send_signal(kill)
    with Project.open(tmp_path) as project:
        assert len(list(project.readings())) >= len(seen)
        assert project._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)

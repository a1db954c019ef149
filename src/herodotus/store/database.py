"""The SQLite file of a project: opening, version, transactions.

The journal is write-ahead (WAL), synchronised at checkpoints only. Adding a document of 160 kB took 2 ms this
way and 21 ms with SQLite's default settings (the disk of a cloud machine). The web pages can read while a run
writes. A killed process loses nothing that was added, a power cut at most the last documents.
The price: during a run there are two more files beside the database, and a project on a network drive is for
one machine at a time. Writers wait for each other for up to half a minute.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from herodotus.errors import StopRun

APPLICATION = 0x4865726F  # "Hero", so that another program's database is told apart
SCHEMA = 1
PATIENCE = 30.0  # seconds to wait for another process's transaction, each of which is milliseconds


def create(path: Path) -> sqlite3.Connection:
    """A database with empty tables; one that a killed `create` left without tables is filled."""
    path.touch()
    with _opened(path) as connection:
        if _tables(connection):
            raise StopRun(f"{path.parent} is a project already: use it, or choose another folder")
        connection.execute("PRAGMA journal_mode = WAL")
        _fill(connection)
    return connection


def _fill(connection: sqlite3.Connection) -> None:
    with transaction(connection) as do:
        for command in files(__package__).joinpath("schema.sql").read_text("utf-8").split(";\n"):
            do(command)
        do(f"PRAGMA application_id = {APPLICATION}")
        do(f"PRAGMA user_version = {SCHEMA}")


def connect(path: Path) -> sqlite3.Connection:
    """An existing database of this version; StopRun says what to do about any other."""
    if not path.is_file():
        raise StopRun(f"{path.parent} is no project: start one with `herodotus init {path.parent}`")
    with _opened(path) as connection:
        _check(connection, path)
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[Callable[..., sqlite3.Cursor]]:
    """All of it or, on any exception and on Ctrl-C, nothing; gives what executes a command.

    A full disk, a lock that is not given up in time and the like raise StopRun."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield connection.execute
        connection.execute("COMMIT")
    except BaseException as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if isinstance(error, sqlite3.OperationalError):
            raise StopRun(f"the project's database cannot be written: {error}") from error
        raise


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that is closed again if what is done with it first goes wrong."""
    uri = f"{path.resolve().as_uri()}?mode=rw"
    connection = sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        yield connection
    except BaseException as error:
        connection.close()
        if isinstance(error, sqlite3.DatabaseError):
            raise StopRun(
                f"{path} cannot be opened ({error}): restore a copy or start a new project"
            ) from error
        raise


def _tables(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])


def _check(connection: sqlite3.Connection, path: Path) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    schema = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION:
        raise StopRun(f"{path} is no Herodotus database: choose another folder")
    if schema != SCHEMA:
        raise StopRun(
            f"{path} has schema version {schema}, this Herodotus reads {SCHEMA}: "
            + ("upgrade Herodotus" if schema > SCHEMA else "start a new project and add the documents again")
        )

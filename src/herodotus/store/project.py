"""A project that grows: every document is kept in a transaction of its own."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from types import TracebackType

from herodotus import __version__
from herodotus.data.actors import Decision
from herodotus.data.claims import Story
from herodotus.data.documents import Skipped
from herodotus.data.statements import Reading, Statement
from herodotus.settings import Settings
from herodotus.store import config, database, decisions, manifest
from herodotus.store.codec import decode, encode

DATABASE, SETTINGS, DECISIONS, RUNS = "herodotus.db", "herodotus.toml", "decisions.jsonl", "runs"


class Project:
    """A folder with `herodotus.toml`, `herodotus.db`, `decisions.jsonl` and `runs/`.

    Killed at any moment, it holds the documents added so far, whole. `added` are the ids of the
    documents added since it was opened.
    """

    def __init__(self, folder: Path, settings: Settings, connection: sqlite3.Connection) -> None:
        self.folder, self.settings = folder, settings
        self.added: list[str] = []
        self._connection = connection

    @classmethod
    def create(cls, folder: str | Path, settings: Settings | None = None) -> Project:
        """A new project; the folder may exist, a project in it raises StopRun."""
        folder, settings = Path(folder), settings or Settings()
        (folder / RUNS).mkdir(parents=True, exist_ok=True)
        (folder / DECISIONS).touch()
        connection = database.create(folder / DATABASE)
        config.write(folder / SETTINGS, settings)
        return cls(folder, settings, connection)

    @classmethod
    def open(cls, folder: str | Path) -> Project:
        """An existing project; StopRun where there is none or it is of another version."""
        folder = Path(folder)
        settings = config.read(folder / SETTINGS)
        return cls(folder, settings, database.connect(folder / DATABASE))

    def __enter__(self) -> Project:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._connection.close()

    @property
    def held(self) -> int:
        """How many documents it holds. (No `__len__`: an empty project would then count as none.)"""
        return int(self._connection.execute("SELECT count(*) FROM documents").fetchone()[0])

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the documents held."""
        return tuple(i for (i,) in self._connection.execute("SELECT id FROM documents ORDER BY row"))

    def has(self, sha256: str, publisher: str | None, model: str) -> bool:
        """Whether this capture of this publisher was read by this version of the model."""
        query = "SELECT 1 FROM documents WHERE sha256 = ? AND publisher = ? AND model = ?"
        return self._connection.execute(query, (sha256, publisher or "", model)).fetchone() is not None

    def add(self, reading: Reading, model: str) -> None:
        """Keeps a reading by this version of the model, in place of any earlier one of the same capture."""
        document = reading.annotated.document
        data = encode(reading, document.origin)
        capture = (document.sha256, document.publisher or "")
        with database.transaction(self._connection) as do:
            do("DELETE FROM documents WHERE sha256 = ? AND publisher = ?", capture)
            do("DELETE FROM skipped WHERE origin = ?", (document.origin,))
            row = do(
                "INSERT INTO documents (id, publisher, published, language, sha256, origin, model, data)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    document.id,
                    capture[1],
                    document.published,
                    document.language,
                    capture[0],
                    document.origin,
                    model,
                    data,
                ),
            ).lastrowid
            for statement in reading.statements:
                self._add_statement(row or 0, statement, document.text)
        self.added.append(document.id)

    def _add_statement(self, document: int, statement: Statement, text: str) -> None:
        content = " … ".join(span.of(text) for span in statement.content)
        row = self._connection.execute(
            "INSERT INTO statements (document, id, source, stance, evidence, content)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                document,
                statement.id,
                statement.source.name,
                statement.stance.value,
                statement.evidence.value,
                content,
            ),
        ).lastrowid
        self._connection.executemany(
            "INSERT INTO statement_countries (country, statement) VALUES (?, ?)",
            [(country, row) for country in set(statement.source.country)],
        )

    def readings(self) -> Iterator[Reading]:
        """What was read, in the order in which it was added."""
        for (data,) in self._connection.execute("SELECT data FROM documents ORDER BY row"):
            yield decode(data, Reading)

    def put_stories(self, stories: Iterable[Story]) -> None:
        """Keeps these stories in place of all earlier ones."""
        with database.transaction(self._connection) as do:
            do("DELETE FROM stories")
            for story in stories:
                do(
                    "INSERT INTO stories (id, title, data) VALUES (?, ?, ?)",
                    (story.id, story.title, encode(story, story.id)),
                )
                self._connection.executemany(
                    "INSERT INTO claims (story, id, text, time, place) VALUES (?, ?, ?, ?, ?)",
                    [(story.id, claim.id, claim.text, claim.time, claim.place) for claim in story.claims],
                )

    def stories(self) -> tuple[Story, ...]:
        rows = self._connection.execute("SELECT data FROM stories ORDER BY row")
        return tuple(decode(data, Story) for (data,) in rows)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What people decided of actors, in the order in which they did."""
        return decisions.read(self.folder / DECISIONS)

    def decide(self, decision: Decision) -> None:
        """Keeps a decision; nothing that is read or gathered later changes it."""
        decisions.append(self.folder / DECISIONS, replace(decision, made=decision.made or _now()))

    def skip(self, skipped: Skipped) -> None:
        """Notes what was not read; it goes once a document of the same origin is added."""
        with database.transaction(self._connection) as do:
            do(
                "INSERT OR REPLACE INTO skipped (origin, stage, reason, failed) VALUES (?, ?, ?, ?)",
                (skipped.origin, skipped.stage, skipped.reason, int(skipped.failed)),
            )

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        rows = self._connection.execute("SELECT origin, stage, reason, failed FROM skipped ORDER BY origin")
        return tuple(Skipped(origin, stage, reason, bool(failed)) for origin, stage, reason, failed in rows)

    def counts(self) -> dict[str, int]:
        """How many documents, statements, stories and claims it holds."""
        tables = ("documents", "statements", "stories", "claims")
        count = self._connection.execute
        return {table: int(count(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in tables}

    @contextmanager
    def recording(self, command: str) -> Iterator[list[Skipped]]:
        """Writes the manifest of a run however it ends; takes what the run skipped."""
        skipped: list[Skipped] = []
        started, finished, before = _now(), None, len(self.added)
        try:
            yield skipped
            finished = _now()
        finally:
            documents = tuple(self.added[before:])
            manifest.write(
                manifest.Manifest(
                    command=command,
                    started=started,
                    finished=finished,
                    summary=manifest.summary(len(documents), skipped),
                    settings=self.settings,
                    versions=self._versions(),
                    documents=documents,
                    skipped=tuple(skipped),
                    held=self.held,
                ),
                self.folder / RUNS,
            )

    def _versions(self) -> dict[str, str]:
        models = self._connection.execute("SELECT DISTINCT model FROM documents ORDER BY model")
        libraries = {name: version(name) for name in ("numpy", "onnxruntime")}
        python = platform.python_version()
        return {
            "herodotus": __version__,
            "model": ", ".join(m for (m,) in models),
            "python": python,
            **libraries,
        }


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

"""What one run did: what was read, what was not and why, with which versions and settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from herodotus.data.documents import Skipped
from herodotus.settings import Settings


@dataclass(frozen=True, slots=True)
class Manifest:
    """`started` and `finished` are UTC, ISO 8601; `finished` is None for a run that was stopped.

    `versions` are those of Herodotus, its model, Python and the libraries a result depends on;
    `documents` are the ids of what this run read, `held` how many the project holds after it.
    """

    command: str
    started: str
    finished: str | None
    summary: str
    settings: Settings
    versions: dict[str, str]
    documents: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    held: int


def summary(read: int, skipped: Sequence[Skipped]) -> str:
    """The line every run ends with."""
    failed = sum(one.failed for one in skipped)
    return f"{read} read, {len(skipped) - failed} skipped, {failed} failed"


def write(manifest: Manifest, runs: Path) -> Path:
    """A new folder under `runs`, named by the start of the run, with the manifest in it."""
    folder = _new_folder(runs, manifest.started.replace(":", ""))
    path = folder / "manifest.json"
    path.write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n")
    return path


def read(path: Path) -> Manifest:
    return msgspec.json.decode(path.read_bytes(), type=Manifest)


def _new_folder(runs: Path, name: str) -> Path:
    """Two runs may begin in the same second; the later one gets a number."""
    for number in range(1, 1000):
        folder = runs / (name if number == 1 else f"{name}-{number}")
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            continue
        return folder
    raise FileExistsError(f"{runs / name} and 998 more exist")

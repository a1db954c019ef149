"""Whether this installation works: versions, the model file, and how fast it reads."""

from __future__ import annotations

import json
import platform
import sqlite3
import tempfile
import time
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from herodotus import __version__, pipeline
from herodotus.errors import HerodotusError
from herodotus.settings import Settings

LIBRARIES = ("numpy", "onnxruntime", "trafilatura", "msgspec")
ARTICLES = 20
ARTICLE = """\
COPENHAGEN, 12 February (Kattegat Wire) - A spokesperson for the harbour said on Monday that {n} crates had
gone missing from the quay. "We do not know where they went," she told reporters.

The port authority declined to comment. According to the coast guard, the weather was calm that night.
"""


class Check(NamedTuple):
    name: str
    found: str
    well: bool = True


def run() -> list[Check]:
    return [
        Check("herodotus", __version__),
        Check("python", f"{platform.python_version()} on {platform.platform()}"),
        Check("sqlite", sqlite3.sqlite_version),
        *(Check(name, version(name)) for name in LIBRARIES),
        _model(),
        _speed(),
    ]


def _model() -> Check:
    file = files("herodotus.models") / "reader.onnx"
    if not file.is_file():
        return Check("model", "models/reader.onnx is missing: install herodotus again", False)
    return Check("model", f"models/reader.onnx, {len(file.read_bytes()) / 1e6:.1f} MB")


def _speed() -> Check:
    """Reads some short articles once, the model's loading included and told apart by a first one."""
    lines = [json.dumps({"text": ARTICLE.format(n=n), "language": "en"}) for n in range(ARTICLES + 1)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "speed.jsonl"
        path.write_text("\n".join(lines), encoding="utf-8")
        try:
            start = time.perf_counter()
            readings = iter(pipeline.readings([str(path)], Settings()))
            next(readings)
            loaded = time.perf_counter()
            read = sum(1 for _ in readings)
        except HerodotusError as error:
            return Check("speed", str(error), False)
    seconds = time.perf_counter() - loaded
    return Check(
        "speed",
        f"first article after {loaded - start:.1f} s, then {read / seconds:.0f} short articles a second",
    )

"""Small CoNLL-U files for tests of what reads them."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from pathlib import Path


def written(folder: Path, rows: Iterable[tuple[str, str]], *comments: str) -> Path:
    """A file of one sentence: forms with their MISC column."""
    lines = ["# newdoc id = a", *comments]
    for number, (form, misc) in enumerate(rows, start=1):
        lines.append("\t".join([str(number), form, form, "X", "_", "_", "0", "root", "_", misc]))
    path = folder / "a.conllu.gz"
    path.write_bytes(gzip.compress(("\n".join(lines) + "\n\n").encode()))
    return path

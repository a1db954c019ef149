"""`decisions.jsonl`: what people decided, one a line, only ever added to, and easily read and mended by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from herodotus.data.actors import Bearer, Decision
from herodotus.errors import StopRun

WORDS = {True: "same", False: "different"}


def read(path: Path) -> tuple[Decision, ...]:
    """In the order in which they were made; none where there is no file. StopRun names the line that cannot be read."""
    if not path.exists():
        return ()
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    return tuple(_decision(path, number, line) for number, line in lines if line.strip())


def append(path: Path, decision: Decision) -> None:
    row = {
        "actors": WORDS[decision.same],
        "first": _row(decision.first),
        "second": _row(decision.second),
        "made": decision.made,
    }
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _row(bearer: Bearer) -> dict[str, str]:
    return {"name": bearer.name} | ({"document": bearer.document} if bearer.document else {})


def _decision(path: Path, number: int, line: str) -> Decision:
    verdicts = {word: same for same, word in WORDS.items()}
    try:
        row = json.loads(line)
        same = verdicts[row["actors"]]
        return Decision(same, _bearer(row["first"]), _bearer(row["second"]), str(row.get("made", "")))
    except (ValueError, KeyError, TypeError) as error:
        raise StopRun(
            f"{path}, line {number}: no decision ({error!r}): mend the line or take it out"
        ) from error


def _bearer(row: dict[str, Any]) -> Bearer:
    return Bearer(str(row["name"]), row.get("document"))

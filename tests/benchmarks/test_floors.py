"""The floors of the benchmarks, where the data lie beside the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
BENCHMARKS = {
    "attribution": SHARED / "data/polnear/dev.jsonl.gz",
    "statements": SHARED / "articles/missiles/gold",
    "times": SHARED / "data/timex/wikiwars",
}


@pytest.mark.parametrize("name", BENCHMARKS)
def test_no_score_falls_below_its_floor(name: str) -> None:
    data = BENCHMARKS[name]
    if not data.exists():
        pytest.skip(f"no data at {data}")
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.quality.{name}", "--data", str(data)],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
        capture_output=True, encoding="utf-8", timeout=900, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr

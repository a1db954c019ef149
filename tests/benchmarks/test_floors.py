"""The floors of the benchmarks, where the data lie beside the checkout."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from benchmarks.quality import running
from benchmarks.quality.running import Floor

DATA = Path(__file__).parents[3] / "shared" / "data"


@pytest.mark.parametrize("floor", running.floors(), ids=lambda floor: floor.benchmark)
def test_no_score_falls_below_its_floor(floor: Floor) -> None:
    paths = [DATA / name for name in floor.data]
    if missing := [str(path) for path in paths if not path.exists()]:
        pytest.skip(f"no data at {', '.join(missing)}")
    assert [running.digest(path) for path in paths] == list(floor.data.values())
    if not (floor.least or floor.most):
        pytest.skip("no floors set yet: the shipped model does not give what is measured")
    benchmark = import_module(f"benchmarks.quality.{floor.benchmark}").BENCHMARK
    assert floor.missed(running.usual(benchmark, paths).figures) == {}

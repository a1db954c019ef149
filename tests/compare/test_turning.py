from __future__ import annotations

import pytest

from herodotus.compare.turning import opposed

from .sentences import FELL, LEFT, RENTS, ROSE, STAYED, said


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (FELL, ROSE, "rising or falling: fall against rise"),
        (STAYED, LEFT, "only one of them says not: leave"),
        (FELL, FELL, ""),
        (FELL, RENTS, ""),  # another subject
        (FELL, LEFT, ""),
    ],
)
def test_what_is_contrary(one: str, other: str, reason: str) -> None:
    assert opposed(said(one), said(other)) == reason
    assert bool(opposed(said(other), said(one))) == bool(reason)

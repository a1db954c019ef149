from __future__ import annotations

import pytest

from herodotus.resolution import people


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("He met deputy foreign minister ", "deputy foreign minister"),
        ("It sank, said Peru’s top negotiator ", "Peru’s top negotiator"),
        ("Danish Ambassador to the U.N., ", "Danish Ambassador to the U.N."),
        ("The minister left. ", None),
        ("her rival ", None),
    ],
)
def test_a_title_runs_up_to_the_name(before: str, title: str | None) -> None:
    assert people.title_before(before + "Eva Holm", len(before)) == title


@pytest.mark.parametrize(
    ("after", "apposition"),
    [
        (", the mayor of Bergen, left", "mayor of Bergen"),
        (" (D-Ohio), chair of the panel, said", "chair of the panel"),
        (", speaking to officials, left", None),
        (", and officials left", None),
        (" left", None),
    ],
)
def test_an_apposition_follows_the_name(after: str, apposition: str | None) -> None:
    assert people.apposition("Eva Holm" + after, 8) == apposition

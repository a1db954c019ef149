from __future__ import annotations

import pytest

from herodotus.resolution import offices


@pytest.mark.parametrize(
    ("words", "codes", "title"),
    [
        ("the Finnish defence ministry", ("FIN",), "Ministry of Defence of Finland"),
        ("Ministry of External Affairs", ("IND",), "Ministry of External Affairs of India"),
        ("the US foreign ministry", ("USA",), "State Department"),
        ("the fisheries ministry", ("ISL",), "Ministry of Fisheries of Iceland"),
        (
            "the Danish Ministry of Sport and Youth Work",
            ("DNK",),
            "Ministry of Sport and Youth Work of Denmark",
        ),
        ("army", (), "army"),
    ],
)
def test_an_office_is_called_with_its_state(words: str, codes: tuple[str, ...], title: str) -> None:
    office = offices.office(words)
    assert office is not None
    assert offices.title(office, codes) == title


def test_other_nouns_are_no_office() -> None:
    assert offices.office("the harbour company") is None

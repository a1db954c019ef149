from __future__ import annotations

import pytest

from herodotus.readers.bylines import agency_in, mail_domain, name_in, opens_byline


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ann Poe", "Ann Poe"),
        ("BY ANN POE [ann.poe@harbourpost.example]", "Ann Poe"),
        ("By Ann Poe, Harbour Correspondent", "Ann Poe"),
        ("By Ann Poe and Ben de Roe, Associated Press", "Ann Poe and Ben de Roe"),
        ("By Ann Poe | 13 February 2025", "Ann Poe"),
        ("Written by Ann Poe", "Ann Poe"),
        ("By The Associated Press", None),
    ],
)
def test_bylines_give_names(line: str, name: str | None) -> None:
    assert opens_byline(line)
    assert name_in(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "By Monday evening, all ninety were ashore",
        "By Ann Poe’s account the ferry was full",
        "by the quay",
        "By Jove!",
        "From Monday the ferry runs again",
        "By A" + "-" * 5000,
    ],
)
def test_sentences_are_no_bylines(line: str) -> None:
    assert not opens_byline(line)


def test_agencies_are_credited_by_common_name() -> None:
    assert agency_in("By Ann Poe, AP") == "Associated Press"
    assert agency_in("Fjord News Agency") == "Fjord News Agency"
    assert agency_in("By Petra Smith") is None


@pytest.mark.parametrize(
    ("mail", "domain"),
    [
        ("a.b@news.harbourpost.co.uk", "harbourpost.co.uk"),
        ("a@harbourpost.example", "harbourpost.example"),
        ("a@gmail.com", None),
        ("no address", None),
    ],
)
def test_the_registered_domain_of_an_address(mail: str, domain: str | None) -> None:
    assert mail_domain(mail) == domain

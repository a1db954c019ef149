from __future__ import annotations

from herodotus.compare import countries, gazetteer, leaders


def test_the_state_of_an_administration() -> None:
    assert leaders.countries("the Obama administration") == ("USA",)
    assert leaders.countries("the Harbour administration") == ()


def test_a_surname_of_two_leaders_is_told_by_the_year() -> None:
    assert leaders.latest("Bush", 2005) == ("George W. Bush", "USA", "head of state", 2001, 2009)
    assert leaders.latest("Wong") is None


def test_a_given_name_tells_gender_where_it_is_of_one() -> None:
    assert [leaders.gender(name) for name in ("Maria", "Boris", "Robin", "Qwert")] == ["f", "m", None, None]


def test_every_leader_has_a_known_state_and_a_span_of_years() -> None:
    rows = gazetteer.table("leaders.txt", 5)
    assert [row[0] for row in rows if row[1] not in countries.codes()] == []
    assert [row[0] for row in rows if row[4] and int(row[3]) > int(row[4])] == []

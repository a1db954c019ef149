"""How counts of killed and injured in two documents stand to one another."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from herodotus.crossdoc.casualties import casualties, casualty
from herodotus.crossdoc.claims import claims
from herodotus.crossdoc.counts import Account, compared
from herodotus.crossdoc.tallies import tally_differences, without_tallies
from herodotus.data.annotations import Entity, Form, Kind, Mention
from herodotus.data.claims import Difference, DifferenceClass, Place, Value
from herodotus.data.documents import Span
from herodotus.data.statements import Reading
from herodotus.data.tolls import Outcome, Toll
from tests.builders import Happening, Said, harmed, reading, toll_of

CONFLICT, UPDATE = DifferenceClass.CONFLICT, DifferenceClass.UPDATE
SUBJECT, PRECISION = DifferenceClass.SUBJECT, DifferenceClass.PRECISION


def account(reading: Reading) -> Account:
    row = casualty(reading)
    assert row is not None
    return Account(row, reading)


def killed(
    identity: str, best: float | None, day: str, words: str = "people", more: str = "", **toll: Any
) -> Account:
    text = f"{words} were killed in the harbour{more}."
    return account(harmed(identity, text, toll_of(text, words, Outcome.KILLED, best, **toll), published=day))


def told(a: Account, b: Account, outcome: Outcome = Outcome.KILLED) -> DifferenceClass | None:
    found, turned = compared(a, b, outcome), compared(b, a, outcome)
    assert found == turned
    return found[0] if found else None


def test_equal_counts_agree() -> None:
    assert told(killed("a", 9, "2024-03-04"), killed("b", 9, "2024-03-05")) is None


def test_a_larger_count_that_came_out_later_is_an_update() -> None:
    assert told(killed("a", 9, "2024-03-04"), killed("b", 12, "2024-03-05")) is UPDATE


def test_a_smaller_count_that_came_out_later_is_a_conflict() -> None:
    assert told(killed("a", 12, "2024-03-04"), killed("b", 9, "2024-03-05")) is CONFLICT


def test_at_least_nine_allows_twelve() -> None:
    vague = killed("a", 9, "2024-03-05", low=9, high=None)
    assert told(vague, killed("b", 12, "2024-03-04")) is PRECISION


def test_several_allows_four() -> None:
    vague = killed("a", None, "2024-03-05", low=2, high=None)
    assert told(vague, killed("b", 4, "2024-03-04")) is PRECISION


def test_a_count_over_several_incidents_is_of_another_thing() -> None:
    wide = killed("a", 9, "2024-03-04", more=" in two shootings")
    assert told(wide, killed("b", 3, "2024-03-05")) is SUBJECT


def test_reports_far_apart_without_a_name_in_common_are_of_two_incidents() -> None:
    assert told(killed("a", 9, "2024-03-04"), killed("b", 3, "2024-06-05")) is SUBJECT


def test_a_nought_is_said_of_some() -> None:
    nobody = killed("a", 0, "2024-03-04", words="No officers")
    assert told(nobody, killed("b", 3, "2024-03-04")) is SUBJECT


def test_one_of_whom_a_document_tells_is_no_count_of_all() -> None:
    one = killed("a", 1, "2024-03-05", words="A man", stated=False)
    assert told(one, killed("b", 3, "2024-03-04")) is SUBJECT


def test_only_written_numbers_are_set_against_each_other() -> None:
    one = killed("a", 1, "2024-03-05", words="A man", stated=False)
    three, four = killed("b", 3, "2024-03-05", words="3 men"), killed("c", 4, "2024-03-05", words="4 men")
    rows, readings = (
        [each.row for each in (one, three, four)],
        [each.reading for each in (one, three, four)],
    )
    (found,) = tally_differences(rows, readings, ())
    assert [value.value for value in found.values] == ["3 men", "4 men"]


def test_near_in_time_and_without_any_common_name_they_are_of_two_incidents() -> None:
    def report(identity: str, best: float, *names: str) -> Account:
        found = killed(identity, best, "2024-03-04")
        people = tuple(person(name) for name in names)
        annotated = replace(found.reading.annotated, entities=people)
        return Account(found.row, replace(found.reading, annotated=annotated))

    ours = report("a", 9, "Ida Holm", "Ole Lund")
    assert told(ours, report("b", 3, "Per Aasen", "Kari Moe")) is SUBJECT
    assert told(ours, report("b", 3, "Ida Holm", "Kari Moe")) is CONFLICT
    assert told(ours, report("b", 3, "Kari Moe")) is CONFLICT


def person(name: str) -> Entity:
    return Entity(name, Kind.PERSON, name, (), (Mention(Span(0, 1), Kind.PERSON, Form.NAMED),))


def two(identity: str, day: str, dead: float, hurt: float) -> Account:
    text = f"{dead:.0f} dead and {hurt:.0f} hurt."
    first = toll_of(text, f"{dead:.0f} dead", Outcome.KILLED, dead)
    second = toll_of(text, f"{hurt:.0f} hurt", Outcome.INJURED, hurt)
    return account(harmed(identity, text, first, second, published=day))


@pytest.mark.parametrize("outcome", [Outcome.KILLED, Outcome.INJURED])
def test_who_died_since_is_an_update_of_both_counts(outcome: Outcome) -> None:
    assert told(two("a", "2024-03-04", 1, 4), two("b", "2024-03-06", 2, 3), outcome) is UPDATE


def test_counts_that_differ_by_the_attacker_are_of_two_things() -> None:
    text = "5 people were killed. The gunman shot himself."
    whole = toll_of(text, "5 people", Outcome.KILLED, 5)
    him = toll_of(text, "himself", Outcome.KILLED, 1, attacker=True, stated=False)
    with_him = account(harmed("b", text, whole, him, published="2024-03-05"))
    assert told(killed("a", 4, "2024-03-04"), with_him) is SUBJECT


def test_counts_of_the_first_day_may_still_change() -> None:
    def report(identity: str, best: float) -> Account:
        text = f"{best:.0f} people were killed on 4 March."
        toll = toll_of(text, f"{best:.0f} people", Outcome.KILLED, best)
        dated = ("4 March", "2024-03-04")
        return account(harmed(identity, text, toll, published="2024-03-04", day=dated))

    assert told(report("a", 9), report("b", 12)) is UPDATE


def test_the_register_has_a_row_for_each_document_that_tells_of_harm() -> None:
    text = "At least 15 villagers were killed."
    toll: Toll = toll_of(text, "15 villagers", Outcome.KILLED, 15, high=None)
    (row,) = casualties([harmed("b", text, toll), harmed("a", "The council met.")])
    assert (row.document, row.injured) == ("b", None)
    assert row.killed is not None
    assert (row.killed.low, row.killed.best, row.killed.high) == (15, 15, None)
    assert [span.of(text) for span in row.killed.words] == list(row.killed.who) == ["15 villagers"]
    assert [said.statement for said in row.killed.said] == ["s1"]


def test_at_least_two_then_at_least_six_is_an_update() -> None:
    early = killed("a", 2, "2024-03-04", low=2, high=None)
    assert told(early, killed("b", 6, "2024-03-05", low=6, high=None)) is UPDATE


def test_a_count_of_one_kind_is_of_some_of_them() -> None:
    crew = killed("a", 3, "2024-03-05", words="3 crew")
    assert told(crew, killed("b", 4, "2024-03-05", words="4 people")) is SUBJECT


def test_a_house_is_not_the_town() -> None:
    assert told(killed("a", 9, "2024-03-05"), killed("b", 40, "2024-03-04")) is SUBJECT
    assert told(killed("a", 20, "2024-03-05"), killed("b", 40, "2024-03-04")) is CONFLICT


def also(given: Account, *figures: float, reckoned: bool = False) -> Account:
    """With other figures that its text gives too."""
    assert given.row.killed is not None
    tally = replace(given.row.killed, also=figures, reckoned=reckoned)
    return Account(replace(given.row, killed=tally), given.reading)


def test_who_gives_both_counts_means_two_things() -> None:
    larger = also(killed("a", 12, "2024-03-04"), 9)
    assert told(larger, killed("b", 9, "2024-03-05")) is SUBJECT


def differences(*accounts: Account) -> list[str]:
    found = tally_differences([a.row for a in accounts], [a.reading for a in accounts], ())
    return [value.doubt for difference in found for value in difference.values]


def test_what_no_sentence_gives_is_set_against_nothing() -> None:
    nine, twelve = killed("a", 9, "2024-03-04"), killed("b", 12, "2024-03-04")
    assert len(differences(nine, twelve)) == 2
    assert not differences(also(nine, reckoned=True), twelve)


def test_a_figure_is_doubtful_where_its_text_gives_a_larger_one() -> None:
    nine, twelve = also(killed("a", 9, "2024-03-04"), 3, 14), also(killed("b", 12, "2024-03-04"), 3)
    assert differences(nine, twelve) == ["the text also gives 14", ""]


def test_what_a_claim_of_deaths_counts_is_told_by_the_register() -> None:
    nine, twelve = killed("a", 9, "2024-03-04"), killed("b", 12, "2024-03-05")
    value = Value("9 people", "9", (), 1, (Place("c", Span(0, 1)),))
    of_claim = Difference("c1", "quantity", CONFLICT, (value, value), "")
    dead = Happening("DEATH", "killed", "", "NOR")
    gathered = claims(
        [reading("alpha", Said("the flood killed 5 people in the town", "rescuers", events=(dead,)))]
    )
    told = [replace(each, claim=replace(each.claim, id="c1")) for each in gathered]
    rows = (nine.row, twelve.row)
    assert without_tallies([replace(of_claim, field="time")], rows, told)
    assert not without_tallies([of_claim], rows, told)
    assert without_tallies([of_claim], rows[:1], told)


def test_who_leads_with_another_number_and_gives_the_same_one_too_does_not_differ() -> None:
    smaller = also(killed("a", 9, "2024-03-04"), 12)
    assert told(smaller, killed("b", 12, "2024-03-05")) is SUBJECT

import numpy as np

from herodotus.models.antecedents import FAR, MATCHES, Phrase, far, matches

WORDS = "Ida Holm , who runs the port , said she and Holm 's brother had seen the northern port".split()  # noqa: SIM905
IDA, PORT, SHE, HOLM, BROTHER, NORTHERN = (
    Phrase(0, 7, 0), Phrase(5, 7, 6), Phrase(9, 10, 9), Phrase(11, 12, 11), Phrase(11, 14, 13), Phrase(16, 19, 18),
)  # fmt: skip


def kind(one: Phrase, other: Phrase) -> int:
    return int(matches([one, other], WORDS)[1, 0])


def test_words_are_matched_by_what_they_share() -> None:
    assert kind(PORT, NORTHERN) == 6  # the same head
    assert kind(Phrase(0, 2, 0), HOLM) == 7  # the head of one among the words of the other
    assert kind(Phrase(0, 2, 0), BROTHER) == 8  # some word in common
    assert kind(PORT, Phrase(5, 7, 6)) == 9  # one within the other, though equal
    assert kind(PORT, BROTHER) == 0


def test_equal_phrases_in_two_places() -> None:
    words = ["The", "port", "and", "a", "port"]
    assert matches([Phrase(0, 2, 1), Phrase(3, 5, 4)], words)[1, 0] == 5


def test_pronouns_match_by_their_class() -> None:
    words = ["she", "told", "her", "that", "he", "and", "Ida"]
    found = matches([Phrase(i, i + 1, i) for i in (0, 2, 4, 6)], words)
    assert found[1, 0] == 1  # she, her
    assert found[2, 1] == 2  # her, he
    assert found[3, 2] == 4  # a name after a pronoun
    assert found[2, 3] == 3  # a pronoun for a name


def test_what_lies_inside_is_told_apart() -> None:
    assert kind(IDA, PORT) == 9


def test_distance_is_exact_when_near_and_bounded_when_far() -> None:
    heads = np.array([0, 1, 4, 8, 5000])
    found = far(heads)
    assert found[1, 0] == 0
    assert found[2, 0] == 3
    assert found[3, 0] == 5
    assert found[4, 0] == FAR - 1
    assert found.min() >= 0
    assert matches([IDA, PORT, SHE], WORDS).max() < MATCHES

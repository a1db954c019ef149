from __future__ import annotations

import pytest

from herodotus.compare import materiel
from herodotus.compare.comparison import Relation
from herodotus.compare.kinship import article, compare, plural


@pytest.mark.parametrize(
    ("a", "b", "relation", "reason"),
    [
        (
            "KN-23", "Hwasong-11Ga", Relation.SAME,
            "KN-23 and Hwasong-11Ga are names of one short-range ballistic missile",
        ),
        ("KN-23", "KN-23s", Relation.SAME, "both are the KN-23, a short-range ballistic missile"),
        ("microchips", "semiconductors", Relation.SAME, "both are semiconductors"),
        ("KN-23", "SRBMs", Relation.KIND_OF, "KN-23 is a short-range ballistic missile"),
        (
            "SRBMs", "ballistic missiles", Relation.KIND_OF,
            "a short-range ballistic missile is a kind of ballistic missile",
        ),
        ("Shahed drones", "Geran-2", Relation.KIND_OF, "Geran-2 is one of the Shahed family"),
        ("T-72B3", "T-72 tanks", Relation.KIND_OF, "T-72B3 is a version of the T-72"),
        ("155 mm shells", "artillery shells", Relation.KIND_OF, "shells, of which one names 155 mm"),
        (
            "hypersonic missiles", "ballistic missiles", Relation.OVERLAP,
            "a hypersonic missile may be a ballistic missile",
        ),
        ("S-300 missiles", "S-300", Relation.OVERLAP, "the missile belongs to the S-300"),
        ("KN-23", "drones", Relation.DIFFERENT, "KN-23 is a short-range ballistic missile, not a drone"),
        ("KN-23", "KN-24", Relation.DIFFERENT, "KN-23 and KN-24 are two of the Hwasong-11 family"),
        ("KN-23", "Iskander-M", Relation.DIFFERENT, "KN-23 and Iskander-M are two short-range ballistic missiles"),
        ("T-72B3", "T-72A", Relation.DIFFERENT, "T-72B3 and T-72A are two versions of the T-72"),
        ("155 mm shells", "152mm shells", Relation.DIFFERENT, "of 155 mm and of 152 mm"),
        ("rifles", "rockets", Relation.DIFFERENT, "a rifle is not a rocket"),
        ("opinions", "rockets", Relation.INCOMPARABLE, "'opinions' is no materiel that is known"),
    ],
)  # fmt: skip
def test_two_mentions_stand_to_each_other(a: str, b: str, relation: Relation, reason: str) -> None:
    for left, right in ((a, b), (b, a)):
        assert compare(left, right).relation is relation
    assert compare(a, b).reason == reason


def test_scores_fall_from_the_same_to_the_different() -> None:
    pairs = [
        ("KN-23", "KN-23"),
        ("KN-23", "SRBMs"),
        ("KN-23", "arms"),
        ("KN-23", "KN-24"),
        ("KN-23", "drones"),
    ]
    scores = [compare(*pair).score for pair in pairs]
    assert scores == sorted(scores, reverse=True)
    assert (scores[0], scores[-1]) == (1.0, 0.0)


@pytest.mark.parametrize("nothing", ["", " ", "2024", "?", "-" * 40, "9" * 40, "ракета", "\u202eKN\u202c"])
def test_what_is_no_materiel_is_unknown(nothing: str) -> None:
    assert compare(nothing, "missiles").relation is Relation.INCOMPARABLE


def test_classes_in_words() -> None:
    assert article("improvised explosive device") == "an improvised explosive device"
    assert article("ammunition") == "ammunition"
    assert plural("weapon of mass destruction") == "weapons of mass destruction"
    assert all(plural(name) and article(name) for name in materiel.names())

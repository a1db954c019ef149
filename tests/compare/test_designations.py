from __future__ import annotations

from herodotus.compare import countries, designations, materiel, pieces


def test_the_table_holds_together() -> None:
    designs = designations.designs()
    assert len(designs) > 1000
    assert {cls for d in designs.values() for cls in d.classes} <= set(materiel.names())
    assert {d.family for d in designs.values() if d.family} <= set(designs)
    assert {code for d in designs.values() for code in d.makers} <= set(countries.codes())
    assert all(d.classes and d.makers for d in designs.values())


def test_no_name_stands_for_two_designs() -> None:
    of: dict[tuple[str, ...], set[str]] = {}
    for design, written in designations._entries():
        for each in written:
            of.setdefault(pieces.split(each.rstrip("?")).folded, set()).add(design.name)
    assert [words for words, names in of.items() if len(names) > 1] == []


def test_no_family_is_its_own() -> None:
    designs = designations.designs()
    for name in designs:
        seen = [name]
        while family := designs[seen[-1]].family:
            assert family not in seen
            seen.append(family)

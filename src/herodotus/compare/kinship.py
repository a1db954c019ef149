"""Whether two mentions of materiel can be the same thing, with the reason in words."""

from __future__ import annotations

from herodotus.compare import arsenal, designations, materiel
from herodotus.compare.arsenal import Thing
from herodotus.compare.comparison import Comparison, Relation
from herodotus.compare.designations import Design

# Scores of what can well be one thing; by judgement, as nothing is there to measure them on.
VERSION, FAMILY, KIND, FAR_KIND = 0.9, 0.8, 0.8, 0.6
OVERLAP = 0.5
SIBLINGS = 0.2  # two designs or versions of one family: reports mix them up
FAR = 3  # steps up the tree from which a class says little ("Kh-59", "arms")


def compare(a: str, b: str) -> Comparison:
    """Of the words of two texts: the same, one a kind of the other, overlapping, different, or unknown."""
    one, other = arsenal.read(a), arsenal.read(b)
    if one is None or other is None:
        missing = a if one is None else b
        return Comparison(0.0, Relation.INCOMPARABLE, f"{missing!r} is no materiel that is known")
    return of_things(one, other)


def of_things(one: Thing, other: Thing) -> Comparison:
    """The same of things found in texts."""
    if one.calibre and other.calibre and float(one.calibre) != float(other.calibre):
        return Comparison(0.0, Relation.DIFFERENT, f"of {one.calibre} mm and of {other.calibre} mm")
    if one.part or other.part:
        return _parts(one, other)
    if one.name and other.name:
        return _designs(one, other)
    if one.name or other.name:
        return _design_and_class(*((one, other) if one.name else (other, one)))
    return _classes(one, other)


def _designs(one: Thing, other: Thing) -> Comparison:
    if one.name == other.name:
        return _versions(one, other)
    mine, yours = _family(one.name), _family(other.name)
    if other.name in mine or one.name in yours:
        member, family = (one, other) if other.name in mine else (other, one)
        return Comparison(FAMILY, Relation.KIND_OF, f"{called(member)} is one of the {family.name} family")
    shared = next((name for name in mine if name in yours), None)
    if shared:
        reason = f"{called(one)} and {called(other)} are two of the {shared} family"
        return Comparison(SIBLINGS, Relation.DIFFERENT, reason)
    what = (
        f"two {plural(one.cls)}" if one.cls == other.cls else f"{article(one.cls)} and {article(other.cls)}"
    )
    return Comparison(0.0, Relation.DIFFERENT, f"{called(one)} and {called(other)} are {what}")


def _versions(one: Thing, other: Thing) -> Comparison:
    if one.version == other.version or not (one.version or other.version):
        names = sorted({one.alias, other.alias}, key=len)
        reason = f"{' and '.join(names)} are names of one {one.cls}"
        return Comparison(
            1.0,
            Relation.SAME,
            reason if len(names) > 1 else f"both are the {called(one)}, {article(one.cls)}",
        )
    if one.version and other.version:
        reason = f"{one.version} and {other.version} are two versions of the {one.name}"
        return Comparison(SIBLINGS, Relation.DIFFERENT, reason)
    version = one.version or other.version
    return Comparison(VERSION, Relation.KIND_OF, f"{version} is a version of the {one.name}")


def _design_and_class(named: Thing, plain: Thing) -> Comparison:
    """A design against a plain noun: it is of that class, or the noun names a kind of its class, or neither."""
    name = called(named)
    for cls in named.classes:
        if plain.cls in materiel.lineage(cls):
            steps = materiel.lineage(cls).index(plain.cls)
            score = KIND if steps < FAR else FAR_KIND
            return Comparison(score, Relation.KIND_OF, f"{name} is {article(cls)}")
    met = next((cls for cls in named.classes if _overlap(cls, plain.cls)), None)
    if met:
        return Comparison(
            OVERLAP, Relation.OVERLAP, f"{name} is {article(met)}, which may be {article(plain.cls)}"
        )
    return Comparison(0.0, Relation.DIFFERENT, f"{name} is {article(named.cls)}, not {article(plain.cls)}")


def _classes(one: Thing, other: Thing) -> Comparison:
    a, b = one.cls, other.cls
    if a == b and one.calibre == other.calibre:
        return Comparison(1.0, Relation.SAME, f"both are {plural(a)}")
    if a == b:
        calibre = one.calibre or other.calibre
        return Comparison(KIND, Relation.KIND_OF, f"{plural(a)}, of which one names {calibre} mm")
    if materiel.kind_of(a, b):
        low, high = (a, b) if b in materiel.lineage(a) else (b, a)
        score = KIND if materiel.lineage(low).index(high) < FAR else FAR_KIND
        return Comparison(score, Relation.KIND_OF, f"{article(low)} is a kind of {high}")
    if _overlap(a, b):
        return Comparison(OVERLAP, Relation.OVERLAP, f"{article(a)} may be {article(b)}")
    return Comparison(0.0, Relation.DIFFERENT, f"{article(a)} is not {article(b)}")


def _parts(one: Thing, other: Thing) -> Comparison:
    """Where a noun names what belongs to a design ("S-300 missiles"): by their classes, or as system and part."""
    if one.name and one.name == other.name and one.part != other.part:
        part = one if one.part else other
        return Comparison(OVERLAP, Relation.OVERLAP, f"the {part.cls} belongs to the {one.name}")
    if one.name and other.name and one.name != other.name:
        return _designs(one, other)
    return _classes(one, other)


def _overlap(a: str, b: str) -> bool:
    """Whether something can be of both classes: one below both, or a design that is of both."""
    if materiel.kind_of(a, b) or not materiel.below(a).isdisjoint(materiel.below(b)):
        return True
    return any(
        any(a in materiel.lineage(c) for c in design.classes)
        and any(b in materiel.lineage(c) for c in design.classes)
        for design in designations.designs().values()
    )


def _family(name: str) -> tuple[str, ...]:
    """The families above a design, upwards."""
    found: list[str] = []
    design: Design | None = designations.designs().get(name)
    while design is not None and design.family and design.family not in found:
        found.append(design.family)
        design = designations.designs().get(design.family)
    return tuple(found)


def called(thing: Thing) -> str:
    """A thing by its version, name or class."""
    return thing.version or thing.name or thing.cls


def article(cls: str) -> str:
    """A class with its article; none before what cannot be counted."""
    if cls in _MASS:
        return cls
    return f"{'an' if cls[0] in 'aeio' or cls.startswith(_SPELT) else 'a'} {cls}"


_MASS = frozenset(
    {"goods", "equipment", "artillery", "rocket artillery", "air defence", "missile defence", "drone defence",
     "ammunition", "body armour", "dual-use goods", "hazardous goods", "semiconductor equipment", "carbon fibre",
     "special metal", "nuclear material", "communications equipment", "money", "aid", "fuel", "food", "medicine",
     "tear gas"}
)  # fmt: skip
_SPELT = ("FPV",)


def plural(cls: str) -> str:
    """A class as several of it; what cannot be counted, and what has no plural, as it is."""
    if cls in _MASS or cls.endswith("craft"):
        return cls
    first, of, rest = cls.partition(" of ")
    ending = first[:-1] + "ies" if first.endswith("y") and first[-2] not in "aeo" else first + "s"
    return ending + of + rest

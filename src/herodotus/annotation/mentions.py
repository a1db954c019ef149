"""Names, nationalities, weapons, platforms and vehicles, and the pronouns that may stand for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from herodotus.annotation.bio import Run, runs
from herodotus.annotation.quantities import overlaps
from herodotus.data.annotations import Form, Kind, Mention, Token
from herodotus.data.documents import Span
from herodotus.models.reader import Layers

NAMES = {"PER": Kind.PERSON, "ORG": Kind.ORGANISATION, "LOC": Kind.PLACE, "MISC": Kind.OTHER}
CONFLICT = {"Nationality": Kind.NATIONALITY, "Weapon": Kind.WEAPON, "MilitaryPlatform": Kind.PLATFORM,
            "Vehicle": Kind.VEHICLE}  # fmt: skip
# Kinds that the conflict head also knows, used only for capitalised words that the name head left alone.
BACKUP = {"Person": Kind.PERSON, "Organisation": Kind.ORGANISATION, "Location": Kind.PLACE}
PRONOUNS = frozenset(
    "he she it they him her them his hers its their theirs himself herself itself themselves".split()  # noqa: SIM905
)


def mentions(
    layers: Layers, tokens: Sequence[Token], starts: Sequence[int], text: str
) -> tuple[Mention, ...]:
    """In the order of the text; `starts` are the words that open a sentence, which no mention crosses."""
    found = _names(layers, starts, text)
    names = [name.span for name in found]
    found += [one for one in _others(layers, starts, text) if not overlaps(one.span, names)]
    found += [
        Mention(t.span, Kind.OTHER, Form.PRONOUN)
        for t in tokens
        if t.tag in {"PRON", "DET"} and t.span.of(text).lower() in PRONOUNS
    ]
    return tuple(sorted(found, key=lambda m: m.span))


def _names(layers: Layers, starts: Sequence[int], text: str) -> list[Mention]:
    named = (
        _mention(layers, run, NAMES[layers.labels.names[run.type]], Form.NAMED)
        for run in runs(layers.names, starts)
    )
    return [m for m in named if any(c.isalnum() for c in m.span.of(text))]


def _others(layers: Layers, starts: Sequence[int], text: str) -> Iterator[Mention]:
    for run in runs(layers.conflict, starts):
        label = layers.labels.conflict[run.type]
        kind = CONFLICT.get(label) or BACKUP.get(label)
        if kind is None:
            continue
        named = _capitalised(layers.words[run.first : run.last], text)
        if named or label not in BACKUP:
            yield _mention(layers, run, kind, Form.NAMED if named else Form.NOMINAL)


def _mention(layers: Layers, run: Run, kind: Kind, form: Form) -> Mention:
    return Mention(
        Span(layers.words[run.first].start, layers.words[run.last - 1].end), kind, form, round(run.score, 3)
    )


def _capitalised(words: Sequence[Span], text: str) -> bool:
    """Every word of weight begins with a capital or a digit."""
    heavy = [text[start] for start, end in words if end - start > 3 and text[start].isalnum()]
    return bool(heavy) and not any(map(str.islower, heavy))

"""Names, nationalities, weapons, platforms and vehicles, and the pronouns that may stand for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from herodotus.annotation import armaments
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
    found += _others(layers, starts, text, [name.span for name in found])
    found = armaments.joined(found, tokens, starts, text)
    found += [
        Mention(t.span, Kind.OTHER, Form.PRONOUN)
        for t in tokens
        if t.tag in {"PRON", "DET"} and t.span.of(text).lower() in PRONOUNS
    ]
    return tuple(sorted(found, key=lambda m: m.span))


def _names(layers: Layers, starts: Sequence[int], text: str) -> list[Mention]:
    spans = [(run, _span(layers, run)) for run in runs(layers.names, starts)]
    return [
        Mention(span, NAMES[layers.labels.names[run.type]], Form.NAMED, round(run.score, 3))
        for run, span in spans
        if any(map(str.isalnum, span.of(text)))
    ]


def _others(layers: Layers, starts: Sequence[int], text: str, names: Sequence[Span]) -> Iterator[Mention]:
    """What the conflict head finds beside the names."""
    for run in runs(layers.conflict, starts):
        label, span = layers.labels.conflict[run.type], _span(layers, run)
        kind = CONFLICT.get(label) or BACKUP.get(label)
        if kind is None or (overlaps(span, names) and kind not in armaments.ARMS):
            continue
        named = _capitalised(layers.words[run.first : run.last], text)
        if named or label not in BACKUP:
            yield Mention(span, kind, Form.NAMED if named else Form.NOMINAL, round(run.score, 3))


def _span(layers: Layers, run: Run) -> Span:
    return Span(layers.words[run.first].start, layers.words[run.last - 1].end)


def _capitalised(words: Sequence[Span], text: str) -> bool:
    """Every word of weight begins with a capital or a digit."""
    heavy = [text[start] for start, end in words if end - start > 3 and text[start].isalnum()]
    return bool(heavy) and not any(map(str.islower, heavy))

"""Names, nationalities, weapons, platforms and vehicles, and the pronouns that may stand for them."""

from __future__ import annotations

from collections.abc import Sequence

from herodotus.annotation.bio import Run, runs
from herodotus.data.annotations import Form, Kind, Mention, Token
from herodotus.data.documents import Span
from herodotus.models.reader import Layers

NAMES = {"PER": Kind.PERSON, "ORG": Kind.ORGANISATION, "LOC": Kind.PLACE, "MISC": Kind.OTHER}
CONFLICT = {"Nationality": Kind.NATIONALITY, "Weapon": Kind.WEAPON, "MilitaryPlatform": Kind.PLATFORM,
            "Vehicle": Kind.VEHICLE}  # fmt: skip
# Kinds that the conflict head also knows, used only for capitalised words that the name head left alone.
BACKUP = {"Person": Kind.PERSON, "Organisation": Kind.ORGANISATION, "Location": Kind.PLACE}
PRONOUNS = frozenset("he she it they him her them his hers its their theirs himself herself itself themselves".split())


def mentions(layers: Layers, tokens: Sequence[Token], text: str) -> tuple[Mention, ...]:
    names = [_mention(layers, r, NAMES[layers.labels.names[r.type]], Form.NAMED) for r in runs(layers.names, layers.paragraphs)]
    names = [m for m in names if any(c.isalnum() for c in m.span.of(text))]
    for run in runs(layers.conflict, layers.paragraphs):
        label = layers.labels.conflict[run.type]
        kind = CONFLICT.get(label) or BACKUP.get(label)
        if kind is None or (label in BACKUP and not _capitalised(layers.words[run.first : run.last], text)):
            continue
        form = Form.NAMED if _capitalised(layers.words[run.first : run.last], text) else Form.NOMINAL
        one = _mention(layers, run, kind, form)
        if not any(one.span.overlaps(other.span) for other in names):
            names.append(one)
    pronouns = [
        Mention(t.span, Kind.OTHER, Form.PRONOUN) for t in tokens
        if t.tag in {"PRON", "DET"} and t.span.of(text).lower() in PRONOUNS
    ]  # fmt: skip
    return tuple(sorted(names + pronouns, key=lambda m: m.span))


def _mention(layers: Layers, run: Run, kind: Kind, form: Form) -> Mention:
    return Mention(Span(layers.words[run.first].start, layers.words[run.last - 1].end), kind, form, round(run.score, 3))


def _capitalised(words: Sequence[Span], text: str) -> bool:
    """Every word of weight begins with a capital or a digit."""
    heavy = [w.of(text) for w in words if w.of(text)[0].isalnum() and len(w.of(text)) > 3]
    return bool(heavy) and all(not w[0].islower() for w in heavy)

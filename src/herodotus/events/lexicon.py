"""The words that name events, loaded from plover.yaml and verbs.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from herodotus.data.statements import Modality


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word may name: the event type, the frame that says who is who, all that it needs to count."""

    type: str
    frame: Mapping[str, str]
    needs: tuple[str, ...]
    nominal: bool


@dataclass(frozen=True, slots=True)
class Governors:
    """Words above an event that say how it stands to the facts."""

    modality: Mapping[str, Modality]
    auxiliaries: Mapping[str, Modality]
    adjectives: Mapping[str, Modality]
    negative: frozenset[str]
    making: frozenset[str]
    carrying: frozenset[str]
    answering: frozenset[str]


def _load(name: str) -> dict[str, Any]:
    text = files("herodotus.events").joinpath(name).read_text(encoding="utf-8")
    content: dict[str, Any] = yaml.safe_load(text)
    return content


@cache
def types() -> dict[str, dict[str, Any]]:
    """Every event type with its PLOVER root (None where PLOVER has none), class and meaning."""
    return _load("plover.yaml")


@cache
def senses() -> dict[str, tuple[Sense, ...]]:
    """Lemma (or "verb particle") -> what it may name, first choice first."""
    lexicon = _load("verbs.yaml")
    found: dict[str, list[Sense]] = {}
    for kind, entries in lexicon["types"].items():
        for entry in entries:
            frame, need = lexicon["frames"][entry["frame"]], entry.get("need", [])
            needs = (need,) if isinstance(need, str) else tuple(need)
            for word, nominal in _words(entry):
                found.setdefault(word, []).append(Sense(kind, frame, needs, nominal))
    return {word: tuple(choices) for word, choices in found.items()}


@cache
def openers() -> frozenset[str]:
    """The words with which what names an event begins."""
    return frozenset(name.split()[0] for name in senses())


@cache
def bases(*, verbal: bool = False) -> dict[str, str]:
    """Inflected form -> lemma for every word of verbs.yaml, for where the lemma was not read well; forms that are words
    of the file themselves ("the firing") only for verbs ("was firing")."""
    lexicon = _load("verbs.yaml")
    known = {word for word in senses() if " " not in word} | set(governors().modality)
    known |= {
        word
        for name in ("light", "occur", "about", "answering", "befall", "effect")
        for word in lexicon[name]
    }
    known |= governors().negative | governors().making
    forms = {form: word for word in sorted(known) for form in _inflected(word)}
    forms |= {form: word for word, irregular in lexicon["irregular"].items() for form in irregular}
    forms |= {name.split()[0]: name.split()[0] for name in senses() if " " in name}
    return {form: word for form, word in forms.items() if verbal or form not in known}


def _inflected(word: str) -> list[str]:
    stem = word[:-1] if word.endswith("e") else word
    found = [word + "s", word + "es", stem + "ed", stem + "ing"]
    if word.endswith("y"):
        found += [word[:-1] + "ies", word[:-1] + "ied"]
    return [*found, word + word[-1] + "ed", word + word[-1] + "ing"]


def _words(entry: dict[str, Any]) -> list[tuple[str, bool]]:
    return [(word, False) for word in entry.get("verbs", ())] + [
        (word, True) for word in entry.get("nouns", ())
    ]


@cache
def governors() -> Governors:
    words = _load("verbs.yaml")["modality"]
    graded = (Modality.PLANNED, Modality.POSSIBLE, Modality.ONGOING)
    return Governors(
        modality={word: mode for mode in graded for word in words[mode.value]},
        auxiliaries={word: Modality(value) for word, value in words["auxiliary"].items()},
        adjectives={word: Modality(value) for word, value in words["adjectives"].items() if value},
        negative=frozenset(words["negative"]),
        making=frozenset(words["making"]),
        answering=wordset("answering"),
        carrying=wordset("light") | wordset("occur") | wordset("about") | frozenset(words["making"]),
    )


@cache
def wordset(name: str) -> frozenset[str]:
    """One of the plain word lists of verbs.yaml: light, occur, effect, befall, not_party, counters."""
    return frozenset(_load("verbs.yaml")[name])

"""What a source phrase says of the one it means: head noun, determiner, number, where the head ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from herodotus.data.annotations import Kind
from herodotus.data.documents import Span
from herodotus.resolution.lexicon import plurals, pronouns, singular, words

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-‑][^\W_]+)*(?:[’']s\b)?")
_MARK = re.compile(r"\W")
_APART = re.compile(r"[,;:()—–“”\"]")
POSSESSIVE = {"his": "m", "her": "f", "its": "it", "their": "they", "my": "i", "our": "i"}
_INDEFINITE = {
    "a",
    "an",
    "some",
    "many",
    "several",
    "few",
    "another",
    "other",
    "more",
    "most",
    "two",
    "three",
    "one",
    "various",
    "numerous",
    "any",
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source phrase. `core` is the stretch up to what its head ends with, `head` the last noun in it,
    singular and in
    lower case; `possessor` the pronoun of "his lawyer" ("m", "f", "it", "they", "i")."""

    span: Span
    core: Span
    text: str
    head: str
    definite: bool
    plural: bool
    possessor: str | None
    pronoun: str | None

    @property
    def is_person(self) -> bool:
        return self.head in words("people") and not self.plural

    @property
    def is_body(self) -> bool:
        return self.head in words("bodies")

    @property
    def is_document(self) -> bool:
        return self.head in words("documents")

    @property
    def core_text(self) -> str:
        return self.text[self.core.start - self.span.start : self.core.end - self.span.start]


def parse(text: str, span: Span, named: Sequence[tuple[Span, Kind]]) -> Phrase:
    """`named` are the names inside the span, which no preposition or comma of theirs ends."""
    phrase = span.of(text)
    found = [(m.start() + span.start, m[0]) for m in _WORD.finditer(phrase)]
    core = Span(span.start, _core_end(text, span, found, named))
    inside = [word for start, word in found if start < core.end]
    lower = [word.removesuffix("’s").removesuffix("'s").lower() for word in inside]
    head = lower[-1] if lower else ""
    first = lower[0] if lower else ""
    return Phrase(
        span=span,
        core=core,
        text=phrase,
        head=singular(head) if len(lower) > 1 or head not in pronouns() else head,
        definite=first in {"the", "this", "that", "these", "those", "both", *POSSESSIVE},
        plural=_is_plural(head, lower),
        possessor=POSSESSIVE.get(first) if len(lower) > 1 else None,
        pronoun=pronouns().get(first) if _is_pronoun(phrase.lower().split()) else None,
    )


def _is_pronoun(lower: list[str]) -> bool:
    """One word, or one with another that only stresses it: "he himself"."""
    return len(lower) == 1 or (len(lower) == 2 and lower[0] in pronouns() and lower[1] in _STRESSING)


_STRESSING = {"himself", "herself", "itself", "themselves", "both", "all", "too", "also"}


def _is_plural(head: str, lower: list[str]) -> bool:
    known = any(head in plurals(table) for table in ("people", "bodies", "documents"))
    return (
        known
        or head in words("collectives")
        or bool(
            lower
            and lower[0]
            in {"many", "some", "several", "few", "most", "both", "two", "three", "these", "those"}
        )
    )


def _core_end(
    text: str, span: Span, found: Sequence[tuple[int, str]], named: Sequence[tuple[Span, Kind]]
) -> int:
    """Where the head noun ends: at the first preposition, relative or comma outside a name."""
    if not found:
        return span.end
    last = found[0][0] + len(found[0][1])
    for start, word in found[1:]:
        if not any(name.start < start < name.end for name, _ in named):
            lower = word.lower()
            listed = lower in {"and", "or"} and _is_list(text[span.start : last], last, named)
            if listed or lower in words("ends") or _APART.search(text, last, start):
                return last
        last = start + len(word)
    return last


def _is_list(before: str, end: int, named: Sequence[tuple[Span, Kind]]) -> bool:
    """Whether what ends before "and" is a whole member: a noun of speaking or a name, not "Danish" of
    "Danish and ..."."""
    owner = next((kind for name, kind in named if name.end == end), None)
    if owner is not None:
        return owner not in {Kind.COUNTRY, Kind.NATIONALITY}
    noun = singular(_MARK.split(before)[-1].lower())
    return any(noun in words(table) for table in ("people", "bodies", "documents"))


def plain(phrase: Phrase) -> str:
    """The words to show for someone who has no name: no article in front, no relative clause behind."""
    given = _GIVEN_BY.search(phrase.text) if phrase.is_document else None
    shown = _TAIL.split(given[1] if given else phrase.text)[0]
    shown = _OPENER.sub("", " ".join(shown.split()))
    return shown.strip(" ,.:;“”\"'‘’")[:_LONGEST].strip() or phrase.text.strip()


_TAIL = re.compile(
    r",?\s+(?:who|which|that|whose|whom|speaking|citing|when|where|including|such as|along with|among them)\b"
    r"|\s*[;\n]|,\s+(?:an?|the)\s"
)
_OPENER = re.compile(r"^(?:the|a|an|this|that|these|those|one|even|but|and)\s+", re.I)
_GIVEN_BY = re.compile(r"\b(?:issued|signed|published|released|made|given|written)?\s*by\s+(.+)")
_LONGEST = 80  # code points of a description shown as a name


def is_indefinite(phrase: Phrase) -> bool:
    first = phrase.text.split()[0].lower() if phrase.text.split() else ""
    return first in _INDEFINITE

"""Pronouns and descriptions led back to somebody the text spoke of before."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from herodotus.compare import agencies, countries
from herodotus.data.annotations import Attribution, Form, Kind
from herodotus.data.documents import Span
from herodotus.resolution import people
from herodotus.resolution.drafts import Cast, Draft
from herodotus.resolution.lexicon import alike, singular, words
from herodotus.resolution.phrases import Phrase

_PERSON = frozenset({Kind.PERSON})
_BODIES = frozenset({Kind.ORGANISATION, Kind.COUNTRY})


@dataclass(frozen=True, slots=True)
class Turn:
    """One attribution whose source is known."""

    draft: Draft
    source: Span
    attribution: Attribution


@dataclass(slots=True)
class History:
    """Who has spoken so far, in text order, and where the quoted words are."""

    cast: Cast
    turns: list[Turn] = field(default_factory=list)
    starts: list[int] = field(init=False)
    contents: list[Span] = field(init=False)

    def __post_init__(self) -> None:
        annotated = self.cast.annotated
        self.starts = [s.start for s in annotated.sentences] or _sentence_starts(self.cast.text)
        spoken = sorted(s for a in annotated.attributions for s in a.content if _is_quoted(self.cast.text, s))
        self.contents = list(_merged(spoken))

    def add(self, draft: Draft, source: Span, attribution: Attribution) -> None:
        self.turns.append(Turn(draft, source, attribution))

    def sentence(self, position: int) -> int:
        """The number of the sentence that a place is in."""
        return max(0, bisect_right(self.starts, position) - 1)

    def quoted(self, position: int) -> bool:
        at = bisect_right(self.contents, (position, sys.maxsize)) - 1
        return at >= 0 and position < self.contents[at].end

    def before(self, position: int) -> Iterator[Turn]:
        """Turns whose source is before a place, nearest first."""
        return (turn for turn in reversed(self.turns) if turn.source.end <= position)


def _merged(spans: Sequence[Span]) -> Iterator[Span]:
    last: Span | None = None
    for span in spans:
        if last is not None and span.start > last.end:
            yield last
            last = span
        else:
            last = span if last is None else Span(last.start, max(last.end, span.end))
    if last is not None:
        yield last


def _sentence_starts(text: str) -> list[int]:
    return [0, *(m.end() for m in re.finditer(r"[.!?][”\"’)]*\s+(?=[“\"A-Z])|\n+", text))]


def _is_quoted(text: str, span: Span) -> bool:
    return text[max(0, span.start - 1) : span.start + 1].strip()[-1:] in "“\"" or text[span.start : span.start + 1] in {"“", '"'}


def pronoun(cast: Cast, history: History, phrase: Phrase) -> Draft | None:
    """The antecedent of a pronoun that speaks; None where there is nobody to be found."""
    kind, at = phrase.pronoun, phrase.span.start
    if kind in {"m", "f"}:
        return _person(cast, history, at, kind)
    if kind in {"who", "which"}:
        return _relative(cast, phrase.span)
    if kind == "it":
        return _thing(cast, history, at)
    if kind == "they":
        return _group(cast, history, at)
    if kind == "i":
        return _enclosing(history, phrase.span)
    return None


_HE_SHE = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")


def free_pronouns(cast: Cast) -> list[Span]:
    """Every "he" and "she" outside page furniture that is no source, in order."""
    sources = {s.start for a in cast.annotated.attributions for s in a.source}
    regions = [region.span for region in cast.annotated.document.regions]
    found = [Span(*m.span()) for m in _HE_SHE.finditer(cast.text)]
    return [s for s in found if s.start not in sources and not any(r.contains(s) for r in regions)]


def settle(cast: Cast, history: History, span: Span) -> None:
    """Adds a pronoun to the chain of the one it means; quoted words are left alone, as others speak there."""
    if span in cast.at or history.quoted(span.start):
        return
    found = _person(cast, history, span.start, "f" if span.of(cast.text).lower() == "she" else "m")
    if found is not None:
        cast.mention(found, span, Form.PRONOUN)


def possessor(cast: Cast, history: History, phrase: Phrase) -> Draft | None:
    """Who "his", "her" or "its" is, in "his letter"."""
    at = phrase.span.start
    if phrase.possessor in {"m", "f"}:
        return _person(cast, history, at, phrase.possessor)
    return _thing(cast, history, at) if phrase.possessor == "it" else _group(cast, history, at)


def _fits(draft: Draft, gender: str) -> bool:
    return draft.kind is Kind.PERSON and not draft.plural and draft.gender in (None, gender)


_REACH = 6  # sentences back that "he" and "she" are looked for


def _person(cast: Cast, history: History, at: int, gender: str) -> Draft | None:
    """Subject of the sentence so far, else the last speaker, else whom the sentences before speak of first."""
    candidates = _by_sentence(cast, history, at, gender)
    here = history.sentence(at)
    speaker = next((t for t in history.before(at) if _fits(t.draft, gender)), None)
    found = candidates.get(here)
    if found is None and speaker is not None:
        spoken = history.sentence(speaker.source.start)
        later = [n for n in candidates if spoken < n < here]
        found = candidates[max(later)] if later and here - spoken > 1 else speaker.draft
        if here - spoken > _REACH:
            found = candidates[max(later)] if later else speaker.draft
    if found is None and candidates:
        found = candidates[max(candidates)]
    if found is not None:
        found.gender = found.gender or gender
    return found


def _by_sentence(cast: Cast, history: History, at: int, gender: str) -> dict[int, Draft]:
    """The first fitting person named in each sentence before a place, quoted words left out."""
    found: dict[int, Draft] = {}
    here = history.sentence(at)
    for span, draft in cast.named_before(at, _PERSON):
        number = history.sentence(span.start)
        if here - number > _REACH:
            break
        possessive = cast.text[span.end : span.end + 2] in {"’s", "'s"}
        if _fits(draft, gender) and not history.quoted(span.start) and not (possessive and number in found):
            found[number] = draft
    return found


def _relative(cast: Cast, span: Span) -> Draft | None:
    """The name, or description, right before "who"."""
    near = [(s, d) for s, d in cast.within(Span(max(0, span.start - _RELATIVE_REACH), span.start))]
    near = [(s, d) for s, d in near if span.start - s.end <= _RELATIVE_GAP and _APPOSED.fullmatch(cast.text[s.end : span.start])]
    named = [(s, d) for s, d in near if d.kind in _PERSON | _BODIES]
    people_ = [(s, d) for s, d in named if d.kind is Kind.PERSON]
    chosen = people_ if span.of(cast.text).lower() in {"who", "whom"} and people_ else named
    if chosen:
        return max(chosen, key=lambda pair: pair[0].end)[1]
    noun = _NOUN_BEFORE.search(cast.text[max(0, span.start - _RELATIVE_GAP) : span.start])
    if noun is None:
        return None
    draft = cast.new(Kind.OTHER, noun[1])
    draft.described, draft.plural = True, noun[1].endswith("s")
    return draft


_APPOSED = re.compile(r"(?:[’']s?)?(?: \([^()]*\))?(?:,?\s*|,[^.;!?]*,\s*)")
_NOUN_BEFORE = re.compile(r"((?:(?!(?:a|an|the|those|of|to|for|in|by|with|and|from|on|at|is|was|are|said)\b)[a-z][\w’'-]*\s+){0,2}[a-z][\w’'-]*),?\s+$")


_RELATIVE_REACH = 160
_RELATIVE_GAP = 60  # code points: an apposition may stand between the name and its "who"


def _thing(cast: Cast, history: History, at: int) -> Draft | None:
    """A body or state: one that speaks in this sentence or the two before, else the first named in them."""
    here = history.sentence(at)
    for turn in history.before(at):
        near = here - history.sentence(turn.source.start) <= 2
        if near and (turn.draft.kind in _BODIES or (turn.draft.described and not turn.draft.plural and turn.draft.kind is not Kind.PERSON)):
            return turn.draft
    firsts: dict[int, Draft] = {}
    for span, draft in cast.named_before(at, _BODIES):
        number = history.sentence(span.start)
        if here - number > 2:
            break
        if not history.quoted(span.start) and draft.mentions[span].kind is not Kind.NATIONALITY:
            firsts[number] = draft
    return firsts[max(firsts)] if firsts else None


def _group(cast: Cast, history: History, at: int) -> Draft | None:
    """Those who spoke last as several; else a body; else the last speaker of all (a person called "they")."""
    here = history.sentence(at)
    near = [t for t in history.before(at) if here - history.sentence(t.source.start) <= 3]
    for fits in (lambda d: d.plural, lambda d: d.kind in _BODIES, lambda d: True):
        for turn in near:
            if fits(turn.draft):
                return turn.draft
    return _thing(cast, history, at)


def _enclosing(history: History, span: Span) -> Draft | None:
    """"I" and "we" inside quoted words are whoever is quoted."""
    around = [t for t in history.turns if any(c.contains(span) for c in t.attribution.content)]
    if around:
        return min(around, key=lambda t: sum(c.end - c.start for c in t.attribution.content)).draft
    return None


def statement(cast: Cast, history: History, phrase: Phrase) -> Draft | None:
    """Who gave "the statement": the nearest speaker with such a word at it, else the nearest at all."""
    turns = list(history.before(phrase.span.start))
    here = history.sentence(phrase.span.start)
    for turn in turns:
        number = history.sentence(turn.source.start)
        end = next((start for start in history.starts if start > turn.source.end), len(cast.text))
        line = cast.text[history.starts[number] : end].lower()
        if here - number <= _STATEMENT_REACH and re.search(rf"\b{re.escape(phrase.head)}|\b(?:wrote|tweeted)\b", line):
            return turn.draft
    return turns[0].draft if turns and here - history.sentence(turns[0].source.start) <= 1 and phrase.head == "statement" else None


_STATEMENT_REACH = 6


def finding(history: History, phrase: Phrase) -> Draft | None:
    """"the survey": the poll, study or figures last spoken of as a source."""
    kinds = words("findings")
    return next((t.draft for t in history.before(phrase.span.start) if t.draft.described and kinds & _nouns(t)), None)


def description(cast: Cast, history: History, phrase: Phrase, inside: Sequence[Draft]) -> Draft | None:
    """Somebody of that description who spoke or was named before: for definite phrases, and for bare plurals."""
    bare = phrase.plural and phrase.core_text.lower() == phrase.core_text and len(phrase.core_text.split()) == 1
    if not (phrase.definite or bare) or (phrase.possessor and not phrase.is_person):
        return None
    if phrase.plural:
        return _same_group(history, phrase)
    if not phrase.is_person:
        return _same_body(cast, history, phrase)
    codes = countries.of(phrase.text) or next((d.country for d in inside if d.country), ())
    return _same_role(cast, history, phrase, codes)


def _same_group(history: History, phrase: Phrase) -> Draft | None:
    own = set(countries.of(phrase.text))
    for turn in history.before(phrase.span.start):
        same = phrase.head in _nouns(turn) and turn.draft.plural
        if same and (not own or own <= set(turn.draft.country)):
            return turn.draft
    return None


def _nouns(turn: Turn) -> set[str]:
    return {singular(word) for word in re.findall(r"[\w-]+", turn.draft.name.lower())}


def _same_body(cast: Cast, history: History, phrase: Phrase) -> Draft | None:
    """"the ministry", "the company", "the newspaper"."""
    if not phrase.is_body and phrase.head not in {"source", "report"}:
        return None
    at = phrase.span.start
    if phrase.head in {"newspaper", "paper", "magazine", "outlet", "agency", "network", "broadcaster", "channel", "publication"}:
        outlet = _outlet(cast, at)
        if outlet is not None:
            return outlet
    nouns = alike(phrase.head)
    for turn in history.before(at):
        if turn.draft.kind is Kind.ORGANISATION and not turn.draft.described and nouns & set(re.findall(r"[\w-]+", turn.draft.name.lower())):
            return turn.draft
    for _, draft in cast.named_before(at, _BODIES):
        if nouns & set(re.findall(r"[\w-]+", draft.name.lower())):
            return draft
    if phrase.head in {"company", "firm", "group", "organisation", "organization", "institute", "agency", "network", "association"}:
        return next((d for _, d in cast.named_before(at, frozenset({Kind.ORGANISATION})) if not d.described), None)
    return next((t.draft for t in history.before(at) if t.draft.described and phrase.head in _nouns(t)), None)


def _outlet(cast: Cast, at: int) -> Draft | None:
    reach = at - _OUTLET_REACH
    named = ((s, d) for s, d in cast.named_before(at, frozenset({Kind.ORGANISATION})) if s.start > reach)
    return next((d for s, d in named if agencies.agency(s.of(cast.text)) is not None or re.search(r"Times|Post|Journal|News|Tribune|Herald|Daily", d.name)), None)


_OUTLET_REACH = 800  # code points back to the outlet that "the newspaper" means


def _same_role(cast: Cast, history: History, phrase: Phrase, codes: tuple[str, ...]) -> Draft | None:
    """A person of that role: the exact noun before one alike, speakers before others, near before far."""
    at = phrase.span.start
    if re.search(r"\b[Vv]ice[ -]president$", phrase.core_text):
        return _first_of(_people_before(cast, history, at), frozenset({"vice-president"}), codes, phrase)
    for nouns in (frozenset({phrase.head}), alike(phrase.head)):
        found = _first_of(_people_before(cast, history, at), nouns, codes, phrase)
        if found is not None:
            return found
    if phrase.possessor or phrase.core.end < phrase.span.end - 1 or len(phrase.core_text.split()) > _SHORT:
        return None
    for turn in history.before(at):
        body = turn.draft.kind is Kind.ORGANISATION and phrase.head in {"spokesman", "spokeswoman", "spokesperson", "official"}
        if body and phrase.head in turn.source.of(cast.text).lower():
            return turn.draft
    return _last_speaker(history, at, phrase, codes)


def _first_of(drafts: Sequence[Draft], nouns: frozenset[str], codes: tuple[str, ...], phrase: Phrase) -> Draft | None:
    for draft in drafts:
        states = not codes or not draft.country or set(codes) & set(draft.country)
        if states and people.bears_role(draft, nouns) and _gender_fits(draft, phrase):
            return draft
    return None


_SHORT = 5  # words of a description that can still mean somebody just named ("the former chief executive")


def _last_speaker(history: History, at: int, phrase: Phrase, codes: tuple[str, ...]) -> Draft | None:
    here = history.sentence(at)
    for turn in history.before(at):
        if here - history.sentence(turn.source.start) > 2:
            return None
        draft = turn.draft
        same_state = not codes or not draft.country or set(codes) & set(draft.country)
        if draft.kind is Kind.PERSON and not draft.described and not draft.plural and same_state and _gender_fits(draft, phrase):
            return draft
    return None


def _people_before(cast: Cast, history: History, at: int) -> list[Draft]:
    speakers = [t.draft for t in history.before(at) if t.draft.kind is Kind.PERSON]
    named = [draft for _, draft in cast.named_before(at, _PERSON)]
    return list(dict.fromkeys([*speakers, *named]))


def _gender_fits(draft: Draft, phrase: Phrase) -> bool:
    wanted = "m" if phrase.head in words("male") else "f" if phrase.head in words("female") else None
    return wanted is None or draft.gender in (None, wanted)


def country_of_context(cast: Cast, history: History, at: int) -> tuple[str, ...]:
    """The state that an office without a country belongs to: named first in the sentence before (its subject), else in
    this one outside quoted words, else the last speaker's, else the dateline's, else the article's first."""
    here = history.sentence(at)
    firsts: dict[int, tuple[str, ...]] = {}
    for span, draft in cast.named_before(at, frozenset({Kind.COUNTRY})):
        number = history.sentence(span.start)
        if not history.quoted(span.start) and draft.mentions[span].form is Form.NAMED:
            firsts[number] = draft.country
    for number in (here, here - 1, here - 2):
        if number in firsts:
            return firsts[number]
    speaker = next((t.draft.country for t in history.before(at) if t.draft.country), ())
    dateline = countries.of(cast.annotated.document.dateline or "")
    return speaker[:1] or dateline or (firsts[min(firsts)] if firsts else ())



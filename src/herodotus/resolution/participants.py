"""Persons and bodies without a name: the model's chains join the entities, and make those that rules leave out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from herodotus.compare import countries
from herodotus.data.annotations import Form, Kind, Markable, Token
from herodotus.data.documents import Span
from herodotus.resolution import phrases
from herodotus.resolution.cover import Cover
from herodotus.resolution.drafts import Cast, Draft
from herodotus.resolution.lexicon import plurals, pronouns, singular, words

KINDS = {"person": Kind.PERSON, "organization": Kind.ORGANISATION}
_LIVING = (Kind.PERSON, Kind.ORGANISATION, Kind.COUNTRY, Kind.NATIONALITY, Kind.OTHER)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Words that may mean somebody: the word that says whom, and what kind the model takes it for."""

    span: Span
    word: int
    type: str


@dataclass(frozen=True, slots=True)
class _Scene:
    """A cast with its words; `by_head` leads from a word to the mention that it is the head of, `in_name` from every
    word of a name to that name."""

    cast: Cast
    tokens: Sequence[Token]
    starts: Sequence[int]
    by_head: dict[int, Span]
    in_name: dict[int, Span]

    def words_in(self, span: Span) -> range:
        """The numbers of the words that begin in a span."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def head(self, span: Span) -> int | None:
        """The first word of the span whose head lies outside it."""
        inside = self.words_in(span)
        outer = (i for i in inside if self.tokens[i].head == i or self.tokens[i].head not in inside)
        return next(outer, None)

    def owner(self, word: int) -> Draft | None:
        span = self.by_head.get(word, self.in_name.get(word))
        return None if span is None else self.cast.at[span]

    def give(self, draft: Draft, span: Span, word: int) -> None:
        """A description or a pronoun joins, unless the very words have somebody already."""
        if span not in self.cast.at and self.owner(word) is None:
            self.cast.mention(draft, span, self.form(word))
            self.by_head[word] = span

    def pronoun(self, word: int) -> str | None:
        """What kind of pronoun the word is: m, f, it, they, who, i; None for other words."""
        written = self.tokens[word].span.of(self.cast.text).lower()
        return pronouns().get(written) or phrases.POSSESSIVE.get(written)

    def form(self, word: int) -> Form:
        return Form.PRONOUN if self.tokens[word].tag == "PRON" else Form.NOMINAL


def join(cast: Cast) -> None:
    """Chains of persons and bodies, then the words that say of a name what it is; nothing where the model gave none."""
    if not cast.annotated.chains:
        return
    scene = _scene(cast)
    for chain in _chains(scene):
        _join_chain(scene, chain)
    for word, owner in list(_titles(scene)):
        scene.give(owner, scene.tokens[word].span, word)
    for word in _left(scene):
        _join_chain(scene, [_Candidate(_phrase(scene, word), word, "person")])
    for word, name in list(_equated(scene)):
        _equate(scene, word, name)
    for word, owner in list(_relatives(scene)):
        scene.give(owner, scene.tokens[word].span, word)
    for word in range(len(scene.tokens)):
        if scene.pronoun(word) in _GENDERS and scene.owner(word) is None:
            _settle(scene, word)


def _scene(cast: Cast) -> _Scene:
    tokens = cast.annotated.tokens
    scene = _Scene(cast, tokens, [token.span.start for token in tokens], {}, {})
    for span in sorted(cast.at, key=lambda s: s.end - s.start, reverse=True):
        word = scene.head(span)
        if word is not None:
            scene.by_head[word] = span
        if scene.cast.at[span].mentions[span].form is Form.NAMED:
            scene.in_name.update(dict.fromkeys(scene.words_in(span), span))
    return scene


def _chains(scene: _Scene) -> Iterator[list[_Candidate]]:
    """The model's chains, each mention with the word that tells most; page furniture is left out."""
    annotated = scene.cast.annotated
    furniture = Cover(region.span for region in annotated.document.regions)
    for chain in annotated.chains:
        marked = (annotated.markables[i] for i in chain)
        found = [_candidate(scene, m) for m in marked if not furniture.touches(m.span)]
        yield [
            c for c in found if scene.tokens[c.word].tag in _TELLING and c.span.end - c.span.start <= _LONGEST
        ]


_TELLING = ("NOUN", "PROPN", "PRON", "ADJ", "NUM")
_LONGEST = 250  # code points; what is longer is a sentence taken for a mention


def _candidate(scene: _Scene, markable: Markable) -> _Candidate:
    """The model takes an article for the head at times; the tree knows better then."""
    word = markable.head
    if scene.tokens[word].tag not in {"NOUN", "PROPN", "PRON"}:
        word = scene.head(markable.span) or word
    return _Candidate(markable.span, word, _type(scene, word, markable.type))


def _type(scene: _Scene, word: int, given: str) -> str:
    return "person" if _is_person(scene, word) else given


def _is_person(scene: _Scene, word: int) -> bool:
    written = scene.tokens[word].span.of(scene.cast.text).lower()
    return singular(written) in words("people") | words("participants") or written in plurals("participants")


def _join_chain(scene: _Scene, chain: Sequence[_Candidate]) -> None:
    """All of a chain to the one it names; where it names several, to the one named last before."""
    owners = [scene.owner(c.word) for c in chain]
    known = [d for d in owners if d is not None and d.kind in _LIVING]
    current = next((d for d in known if not d.described), next(iter(known), None)) or _made(scene, chain)
    if current is None:
        return
    for candidate, owner in zip(chain, owners, strict=True):
        if owner is not None and owner.kind in _LIVING:
            current = owner
        elif _can_be(candidate) and _agrees(scene, current, candidate.word):
            scene.give(current, candidate.span, candidate.word)


def _can_be(candidate: _Candidate) -> bool:
    """Whether the model takes the words for somebody, and not for a ship or a day."""
    return candidate.type in KINDS or candidate.type in {"place", "abstract", "nationality"}


def _agrees(scene: _Scene, draft: Draft, word: int) -> bool:
    """Whether a pronoun can mean the draft: "he" no body and no woman, "it" no person."""
    kind = scene.pronoun(word)
    if kind in _GENDERS:
        fits = draft.kind is Kind.PERSON and not draft.plural and draft.gender in (None, kind)
        draft.gender = draft.gender or (kind if fits else None)
        return fits
    return not (kind in {"it", "which"} and draft.kind is Kind.PERSON)


def _made(scene: _Scene, chain: Sequence[_Candidate]) -> Draft | None:
    """Somebody new, called by the first description; None for chains of pronouns and of what is not alive."""
    described = [c for c in chain if scene.form(c.word) is Form.NOMINAL]
    kinds = [KINDS[c.type] for c in described if c.type in KINDS]
    if not described or 2 * len(kinds) <= len(described):
        return None
    phrase = phrases.parse(scene.cast.text, described[0].span, [])
    draft = scene.cast.new(max(kinds, key=kinds.count), phrases.plain(phrase))
    draft.described, draft.plural, draft.gender = True, phrase.plural, _gender(phrase.head)
    draft.country = countries.of(phrase.core_text)
    return draft


def _gender(noun: str) -> str | None:
    return "m" if noun in words("male") else "f" if noun in words("female") else None


def _left(scene: _Scene) -> list[int]:
    """Nouns for persons that nothing has, unless they stand before another noun: not "woman" in "woman doctor"."""
    taken = Cover([*(region.span for region in scene.cast.annotated.document.regions)])
    return [
        number
        for number, token in enumerate(scene.tokens)
        if token.tag == "NOUN"
        and number not in scene.by_head
        and token.relation not in {"compound", "flat"}
        and _is_person(scene, number)
        and not taken.touches(token.span)
    ]


def _equated(scene: _Scene) -> Iterator[tuple[int, int]]:
    """A description and the name that it is said of: "Ida Holm, the swimmer," and "Ida Holm is the swimmer"."""
    copulas = {token.head for token in scene.tokens if token.relation == "cop"}
    negated = {token.head for token in scene.tokens if token.lemma in _NOT}
    for number, token in enumerate(scene.tokens):
        if token.relation == "appos" and token.tag == "NOUN":
            yield number, token.head
        subject = token.relation == "nsubj" and token.head in copulas - negated
        if subject and scene.tokens[token.head].tag == "NOUN":
            yield token.head, number


_NOT = ("not", "n't", "no", "never")


def _equate(scene: _Scene, word: int, name: int) -> None:
    """A description of one person joins that person's name; what is there already under a name stays."""
    named, described = scene.owner(name), scene.owner(word)
    if named is None or named.described or named.kind is not Kind.PERSON or not _is_person(scene, word):
        return
    if described is None:
        scene.give(named, _phrase(scene, word), word)
    elif (
        described.described
        and not described.plural
        and described.kind is Kind.PERSON
        and described not in scene.cast.ids
    ):
        scene.cast.merge(named, described)


_GENDERS = ("m", "f")
_SUBJECTS = ("nsubj", "nsubj:pass")
_REACH = 60  # words back that somebody is looked for


def _settle(scene: _Scene, word: int) -> None:
    """A pronoun in no chain is the last subject that it fits, else the last one at all."""
    before = range(word - 1, max(-1, word - _REACH), -1)
    owned = [(i, d) for i in before if (d := scene.owner(i)) is not None and d.kind is Kind.PERSON]
    subjects = [d for i, d in owned if scene.tokens[i].relation in _SUBJECTS]
    for draft in (*subjects, *(d for _, d in owned)):
        if _agrees(scene, draft, word):
            scene.give(draft, scene.tokens[word].span, word)
            return


def _phrase(scene: _Scene, word: int) -> Span:
    """A noun with what stands before it and belongs to it."""
    first = word
    while first > 0 and scene.tokens[first - 1].head == word:
        first -= 1
    return Span(scene.tokens[first].span.start, scene.tokens[word].span.end)


def _titles(scene: _Scene) -> Iterator[tuple[int, Draft]]:
    """The noun before a person's name: "actress" of "Norwegian actress Ida Holm"."""
    for word, span in list(scene.by_head.items()):
        draft = scene.cast.at[span]
        if draft.kind is not Kind.PERSON or draft.mentions[span].form is not Form.NAMED:
            continue
        before = bisect_left(scene.starts, span.start) - 1
        if before >= 0 and _is_title(scene.tokens, before, word):
            yield before, draft


def _is_title(tokens: Sequence[Token], before: int, name: int) -> bool:
    return tokens[before].tag in {"NOUN", "PROPN"} and tokens[before].head == name


def _relatives(scene: _Scene) -> Iterator[tuple[int, Draft]]:
    """ "Who" is the noun before it that its clause belongs to, which is somebody then, known or not."""
    for number in range(len(scene.tokens)):
        if scene.pronoun(number) == "who" and scene.owner(number) is None:
            verb = scene.tokens[scene.tokens[number].head]
            nouns = [verb.head] if verb.relation.startswith("acl") and verb.head < number else []
            near = (
                i for i in range(number - 1, max(-1, number - _NEAR), -1) if scene.tokens[i].tag in _NOUNS
            )
            owners = (scene.owner(i) for i in (*nouns, *near))
            owner = next((d for d in owners if d is not None and d.kind in _LIVING), None)
            if owner is not None:
                yield number, owner


_NOUNS = ("NOUN", "PROPN")
_NEAR = 7  # words before "who"

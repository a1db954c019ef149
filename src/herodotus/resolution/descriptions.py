"""Descriptions ("the ambassador", "the ministry", "officials") led back to somebody spoken of before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from herodotus.compare import agencies, countries, gazetteer
from herodotus.data.annotations import Form, Kind
from herodotus.data.documents import Span
from herodotus.resolution import people, phrases
from herodotus.resolution.cover import Cover
from herodotus.resolution.drafts import Cast, Draft
from herodotus.resolution.history import History, Turn
from herodotus.resolution.lexicon import alike, singular, words
from herodotus.resolution.phrases import Phrase

_PERSON = (Kind.PERSON,)
_BODIES = (Kind.ORGANISATION, Kind.COUNTRY)


@cache
def _the_role() -> re.Pattern[str]:
    nouns = "|".join(sorted(map(re.escape, words("people")), key=len, reverse=True))
    return re.compile(rf"\b[Tt]he (?:[a-z]+ )?(?:{nouns})\b(?!-| (?:of|for|to|in|who|that)\b| [A-Z])")


def free(cast: Cast) -> list[Span]:
    """Every "the ambassador", "the former minister", "the ministry" that is no source, in order."""
    taken = Cover(
        [
            *(s for a in cast.annotated.attributions for s in a.source),
            *(region.span for region in cast.annotated.document.regions),
        ]
    )
    roles, bodies = (each.finditer(cast.text) for each in (_the_role(), _the_body()))
    found = sorted(Span(*match.span()) for match in (*roles, *bodies))
    return [span for span in found if not taken.touches(span) and span not in cast.at]


@cache
def _the_body() -> re.Pattern[str]:
    return re.compile(rf"\b[Tt]he (?:{'|'.join(sorted(words('authorities')))})\b(?! (?:of|for)\b)(?![’'-])")


def settle(cast: Cast, history: History, span: Span) -> None:
    """Adds a description to the chain of the one person before it who bears that very role, of the body that has that
    word in its name."""
    phrase = phrases.parse(cast.text, span, [])
    if phrase.head in words("authorities"):
        found = _body_of_that_word(cast, history, phrase)
    else:
        found = _first_of(_people_before(cast, history, span.start), frozenset({phrase.head}), (), phrase)
    if found is not None and span not in cast.at:
        cast.mention(found, span, Form.NOMINAL)


def statement(cast: Cast, history: History, phrase: Phrase) -> Draft | None:
    """Who gave "the statement": the nearest speaker with such a word at it, else the nearest at all."""
    turns = list(history.before(phrase.span.start))
    here = history.sentence(phrase.span.start)
    for turn in turns:
        number = history.sentence(turn.source.start)
        end = next((start for start in history.starts if start > turn.source.end), len(cast.text))
        line = cast.text[history.starts[number] : end].lower()
        if here - number <= _STATEMENT_REACH and re.search(
            rf"\b{re.escape(phrase.head)}|\b(?:wrote|tweeted)\b", line
        ):
            return turn.draft
    return (
        turns[0].draft
        if turns and here - history.sentence(turns[0].source.start) <= 1 and phrase.head == "statement"
        else None
    )


_STATEMENT_REACH = 6


def finding(history: History, phrase: Phrase) -> Draft | None:
    """The poll, study or figures last spoken of as a source: "the survey"."""
    kinds = words("findings")
    return next(
        (t.draft for t in history.before(phrase.span.start) if t.draft.described and kinds & _nouns(t)), None
    )


def description(cast: Cast, history: History, phrase: Phrase, inside: Sequence[Draft]) -> Draft | None:
    """Somebody of that description who spoke or was named before: for definite phrases, and for bare
    plurals."""
    bare = phrase.plural and re.fullmatch(r"\w[a-z-]+", phrase.core_text) is not None
    if not (phrase.definite or bare) or (phrase.possessor and not phrase.is_person):
        return None
    if phrase.plural:
        return _same_group(history, phrase)
    if not phrase.is_person:
        return _same_body(cast, history, phrase)
    codes = countries.of(phrase.text) or next((d.country for d in inside if d.country), ())
    return _same_role(cast, history, phrase, codes)


def _same_group(history: History, phrase: Phrase) -> Draft | None:
    """A group of that noun that spoke before, unless a modifier tells them apart ("the GOP leaders")."""
    own = set(countries.of(phrase.text))
    for turn in history.before(phrase.span.start):
        nouns = _nouns(turn)
        same = turn.draft.plural and phrase.head in nouns and _modifiers(phrase) <= nouns
        if same and own <= set(turn.draft.country):
            return turn.draft
    return None


def _modifiers(phrase: Phrase) -> set[str]:
    inside = re.findall(r"[\w-]+", phrase.core_text.lower())[:-1]
    return {singular(word) for word in inside} - words("determiners") - {"same"}


def _nouns(turn: Turn) -> set[str]:
    found = f"{turn.draft.name} {turn.source.of(turn.text)}"
    return {singular(word) for word in re.findall(r"[\w-]+", found.lower())}


def _same_body(cast: Cast, history: History, phrase: Phrase) -> Draft | None:
    """The body meant by "the ministry", "the company", "the newspaper"."""
    if not phrase.is_body and phrase.head not in {"source", "report"}:
        return None
    at = phrase.span.start
    if (called := _CALLED.search(phrase.core_text)) and _names_no_state(called[1]):
        return cast.keyed(Kind.ORGANISATION.value, gazetteer.fold(called[1]), Kind.ORGANISATION, called[1])
    outlet = _outlet(cast, at) if phrase.head in words("outlets") else None
    return (
        outlet
        or _body_of_that_word(cast, history, phrase)
        or (_last_body(cast, phrase) if phrase.head in words("companies") else None)
        or next((t.draft for t in history.before(at) if t.draft.described and phrase.head in _nouns(t)), None)
    )


def _names_no_state(name: str) -> bool:
    return all(found.role == countries.METONYM for found in countries.find(name))


_CALLED = re.compile(
    r"((?:[A-Z][\w-]+ )*[A-Z][\w-]+) (?:(?:state|official|private|local|news|daily|weekly|television|TV|radio) )*"
    r"(?:agency|newspaper|broadcaster|channel|magazine|website|station)$"
)  # an outlet with its kind behind its name: "the Ritzau news agency"


def _body_of_that_word(cast: Cast, history: History, phrase: Phrase) -> Draft | None:
    """One whose name has the word: "the ministry" is a "Ministry of ..."; speakers before others."""
    nouns, at = alike(phrase.head), phrase.span.start
    speakers = (turn.draft for turn in history.before(at))
    bodies = (draft for draft in speakers if draft.kind is Kind.ORGANISATION and not draft.described)
    others = (draft for _, draft in cast.named_before(at, _BODIES))
    fits = (draft for draft in (*bodies, *others) if nouns & set(re.findall(r"[\w-]+", draft.name.lower())))
    return next(fits, None)


def _last_body(cast: Cast, phrase: Phrase) -> Draft | None:
    """The last one named; for "the Oslo-based firm" the last one of that state, if there is one, and none that is known
    to be of another. A company's name takes no article, as those of ships, papers and authorities do."""
    named, codes = cast.named_before(phrase.span.start, (Kind.ORGANISATION,)), set(countries.of(phrase.text))
    firm = phrase.head in {"company", "firm"}
    others = (
        words("authorities") if firm else words("no_agencies") if phrase.head == "agency" else frozenset()
    )
    bodies = [
        draft
        for span, draft in named
        if not draft.described
        and not (firm and _has_article(cast.text, span))
        and others.isdisjoint(draft.name.lower().split())
        and not (codes and draft.country and codes.isdisjoint(draft.country))
    ]
    of_state = (draft for draft in bodies if codes & set(draft.country))
    return next(of_state, next(iter(bodies), None))


def _has_article(text: str, name: Span) -> bool:
    return "the " in text[max(0, name.start - 4) : name.start + 4].lower()


def _outlet(cast: Cast, at: int) -> Draft | None:
    reach = at - _OUTLET_REACH
    named = ((s, d) for s, d in cast.named_before(at, (Kind.ORGANISATION,)) if s.start > reach)
    return next(
        (
            d
            for s, d in named
            if agencies.agency(s.of(cast.text)) is not None
            or re.search(r"Times|Post|Journal|News|Tribune|Herald|Daily", d.name)
        ),
        None,
    )


_OUTLET_REACH = 800  # code points back to the outlet that "the newspaper" means


def _same_role(cast: Cast, history: History, phrase: Phrase, codes: tuple[str, ...]) -> Draft | None:
    """A person of that role: the exact noun before one alike, speakers before others, near before far."""
    at = phrase.span.start
    if re.search(r"\b[Vv]ice[ -]president$", phrase.core_text):
        return _first_of(_people_before(cast, history, at), frozenset({"vice-president"}), codes, phrase)
    if (voice := _last_voice(history, phrase)) is not None:
        return voice
    for nouns in (frozenset({phrase.head}), alike(phrase.head)):
        found = _first_of(_people_before(cast, history, at), nouns, codes, phrase)
        if found is not None:
            return found
    if phrase.possessor or phrase.core.end < phrase.span.end - 1 or len(phrase.core_text.split()) > _SHORT:
        return None
    for turn in history.before(at):
        body = turn.draft.kind is Kind.ORGANISATION and phrase.head in {
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "official",
        }
        if body and phrase.head in turn.source.of(cast.text).lower():
            return turn.draft
    return _last_speaker(history, at, phrase, codes) or _only_person(cast, history, at, phrase)


def _last_voice(history: History, phrase: Phrase) -> Draft | None:
    """The body that spoke last through a spokesman, for "the spokesman" without more."""
    if (
        not phrase.head.startswith("spokes")
        or len(phrase.core_text.split()) > 2
        or phrase.core != phrase.span
    ):
        return None
    at = phrase.span.start
    for turn in history.before(at):
        near = history.sentence(at) - history.sentence(turn.source.start) <= _VOICE_REACH
        if near and phrase.head in turn.source.of(turn.text).lower():
            return turn.draft if turn.draft.kind is Kind.ORGANISATION else None
    return None


_VOICE_REACH = 3  # sentences


def _first_of(
    drafts: Sequence[Draft], nouns: frozenset[str], codes: tuple[str, ...], phrase: Phrase
) -> Draft | None:
    for draft in drafts:
        states = not codes or not draft.country or set(codes) & set(draft.country)
        if states and people.bears_role(draft, nouns) and _gender_fits(draft, phrase):
            return draft
    return None


_SHORT = 5  # words of a description that can still mean somebody just named ("the former chief executive")


def _last_speaker(history: History, at: int, phrase: Phrase, codes: tuple[str, ...]) -> Draft | None:
    """Not whoever tells it: in "Holm said the driver told her" Holm is not the driver."""
    here = history.sentence(at)
    tellers = [t.draft for t in history.turns if any(c.contains(phrase.span) for c in t.attribution.content)]
    for turn in history.before(at):
        if here - history.sentence(turn.source.start) > 2:
            return None
        draft = turn.draft
        if any(draft is other for other in tellers):
            continue
        same_state = not codes or not draft.country or set(codes) & set(draft.country)
        if (
            draft.kind is Kind.PERSON
            and not draft.described
            and not draft.plural
            and same_state
            and _gender_fits(draft, phrase)
        ):
            return draft
    return None


def _only_person(cast: Cast, history: History, at: int, phrase: Phrase) -> Draft | None:
    """Where one person alone has been named so far, and nobody has spoken yet, a description means that
    person."""
    named = {id(draft): draft for _, draft in cast.named_before(at, _PERSON)}
    if len(named) != 1 or history.turns:
        return None
    only = next(iter(named.values()))
    return only if not only.described and _gender_fits(only, phrase) else None


def _people_before(cast: Cast, history: History, at: int) -> list[Draft]:
    speakers = [t.draft for t in history.before(at) if t.draft.kind is Kind.PERSON]
    named = [draft for _, draft in cast.named_before(at, _PERSON)]
    return list(dict.fromkeys([*speakers, *named]))


def _gender_fits(draft: Draft, phrase: Phrase) -> bool:
    wanted = "m" if phrase.head in words("male") else "f" if phrase.head in words("female") else None
    return wanted is None or draft.gender in (None, wanted)

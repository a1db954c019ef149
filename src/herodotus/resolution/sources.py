"""Whom each source phrase of an article means."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from herodotus.compare import countries, gazetteer, leaders
from herodotus.compare.countries import CAPITAL
from herodotus.data.annotations import Attribution, Form, Kind
from herodotus.data.documents import Span
from herodotus.resolution import anaphora, naming, offices, people, phrases
from herodotus.resolution.anaphora import History
from herodotus.resolution.drafts import Cast, Draft
from herodotus.resolution.lexicon import words
from herodotus.resolution.phrases import Phrase

_SPEAKERS = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.COUNTRY, Kind.PLACE, Kind.FACILITY, Kind.OTHER, Kind.NATIONALITY})


def resolve(cast: Cast) -> None:
    """Gives every source span of every attribution to one draft, in text order; other "he" and "she" on the way."""
    history = History(cast)
    waiting: list[Draft] = []
    free = anaphora.free_pronouns(cast)
    for attribution in sorted(cast.annotated.attributions, key=_position):
        spans = [s for s in (trim(cast.text, span) for span in attribution.source) if s.end > s.start]
        if not spans:
            continue
        main = main_span(cast, spans)
        while free and free[0].start < main.start:
            anaphora.settle(cast, history, free.pop(0))
        draft = _meant(cast, history, main)
        _claim(cast, draft, main)
        for other in spans:
            if other not in cast.at:
                cast.mention(draft, other, Form.NOMINAL)
        waiting = _unmask(cast, waiting, draft, main)
        history.add(draft, main, attribution)
    for span in free:
        anaphora.settle(cast, history, span)
    _lend_countries(history)


def _lend_countries(history: History) -> None:
    """A speaker in an office whose state nothing tells ("the national security adviser, Ann Lee"): that of the
    institution which spoke right before, as news names the house first and then its voice."""
    for before, turn in zip(history.turns, history.turns[1:], strict=False):
        draft = turn.draft
        near = history.sentence(turn.source.start) - history.sentence(before.source.start) <= _LENDING
        house = before.draft.kind in {Kind.ORGANISATION, Kind.COUNTRY} and len(before.draft.country) == 1
        if draft.kind is Kind.PERSON and not draft.country and near and house and people.bears_role(draft, words("offices")):
            draft.country = before.draft.country


_LENDING = 2  # sentences


def _position(attribution: Attribution) -> tuple[int, int]:
    starts = [span.start for span in attribution.source] or [span.start for span in attribution.cue]
    return min(starts, default=0), min((span.start for span in attribution.content), default=0)


def trim(text: str, span: Span) -> Span:
    """Without white space and punctuation at the edges: the span under which the source is a mention."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in ",;:“”\"—–"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:“”\"—–"):
        end -= 1
    return Span(start, end)


def main_span(cast: Cast, spans: Sequence[Span]) -> Span:
    """Of several fragments the one with a person's name in it, else the first longest."""
    named = [s for s in spans if any(d.kind is Kind.PERSON for _, d in cast.within(s))]
    return max(named or spans, key=lambda s: (s.end - s.start, -s.start))


def _claim(cast: Cast, draft: Draft, span: Span) -> None:
    old = draft.mentions.get(span)
    if old is None:
        word = span.of(cast.text).lower()
        form = Form.PRONOUN if word in phrases.PRONOUNS else Form.NOMINAL
        cast.mention(draft, span, form)


def _meant(cast: Cast, history: History, span: Span) -> Draft:
    named = [(s, d) for s, d in cast.within(span) if d.kind in _SPEAKERS and d.mentions[s].form is Form.NAMED]
    phrase = phrases.parse(cast.text, span, [(s, d.kind) for s, d in named])
    for rule in _RULES:
        draft = rule(cast, history, phrase, named)
        if draft is not None:
            return draft
    return _described(cast, phrase, countries.of(phrase.text, _known(cast)))


Named = Sequence[tuple[Span, Draft]]
Rule = Callable[[Cast, History, Phrase, Named], Draft | None]


def _known(cast: Cast) -> set[str]:
    return {key for table, key in cast.by_key if table == "country"}


def _pronoun(cast: Cast, history: History, phrase: Phrase, named: Named) -> Draft | None:
    return anaphora.pronoun(cast, history, phrase) if phrase.pronoun and not named else None


def _person(cast: Cast, history: History, phrase: Phrase, named: Named) -> Draft | None:
    """The phrase's head is a person's name, or a title that runs up to one."""
    del history
    persons = [(s, d) for s, d in named if d.kind is Kind.PERSON and not _is_modifier(cast.text, s, phrase)]
    heads = [(s, d) for s, d in persons if s.end >= phrase.core.end - 1 or _apposed(cast.text, s, phrase)]
    if not heads:
        return None
    together = _run(cast.text, heads[0], named)
    if len(together) > 1:
        return _joint(cast, together)
    span, draft = heads[0]
    _learn(draft, cast.text[phrase.span.start : span.start])
    return draft


def _is_modifier(text: str, span: Span, phrase: Phrase) -> bool:
    """"Smith's lawyer", "the Smith campaign", "a spokesman for Smith" do not mean Smith."""
    after = text[span.end : phrase.span.end]
    before = text[phrase.span.start : span.start]
    if re.match(r"[’'](?:s\b|\s)", after) and re.match(r"[’']s?\s+\w", after):
        return True
    if re.match(r"[-\s](?!and\b|or\b|who\b|of\b|in\b|at\b|from\b|on\b|himself\b|herself\b|also\b|both\b|as\b)[A-Za-z]", after) and not re.match(r"\s(?:Jr|Sr|I)", after):
        return True
    return bool(re.search(r"\b(?:for|to|of|with|by|from|on|about|against|in|at)\s+(?:[A-Z][\w.]*\s+|[a-z]+\s+)?$", before)) and not _is_title_run(before)


def _is_title_run(before: str) -> bool:
    """"Secretary of State " and "ambassador to the UN " run up to the name; "spokesman for " does not."""
    return bool(re.search(r"\b(?:of|to|for|on)\s+(?:the\s+)?[A-Z][\w.]*(?:\s[A-Z][\w.]*)*\s+$", before)) and not re.search(
        r"\b(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|President|Senator|Governor|Secretary|General|Minister)\.?\s+$", before
    )


def _apposed(text: str, span: Span, phrase: Phrase) -> bool:
    if phrase.head not in words("people"):
        return False
    before = text[phrase.core.end : span.start]
    return bool(re.search(r",\s*(?:[a-z]+\s)?$", before)) or _is_title_run(text[phrase.span.start : span.start])


def _run(text: str, first: tuple[Span, Draft], named: Named) -> list[Draft]:
    """Everybody listed from the first on: "A, B and C"."""
    last, members = first[0], [first[1]]
    closed = False
    for span, draft in named:
        gap = text[last.end : span.start]
        if span.start > last.end and _LISTED.fullmatch(gap) and _ITEM_ENDS.match(text, span.end):
            last, members, closed = span, [*members, draft], bool(re.search(r"and|or|&|as well", gap))
    return list(dict.fromkeys(members)) if closed else [first[1]]


_ITEM_ENDS = re.compile(r"(?: \([^()]{2,20}\))?(?:\s*(?:[,.;:”\"]|$)|\s+(?!(?:of|who|for|in|at|from|to)\b)[a-z]|\s*\n)")
_LISTED = re.compile(
    r"(?: \([^()]{2,20}\))?\s*(?:,|,?\s*(?:and|&|or|as well as)\s)\s*(?:the\s+)?(?:(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Sens|Reps)\.?\s+)?"
    r"(?:(?:President|Senator|Governor|Secretary|Representative)\s+)?"
)


def _learn(draft: Draft, before: str) -> None:
    role = re.sub(r"^(?:the|a|an|mr|mrs|ms|dr)\.?\s+", "", before.strip(" ,"), flags=re.I).strip(" ,–—-")
    if role and role.lower().rstrip(".") not in {"mr", "mrs", "ms", "dr", "the", "both", "even"} and role not in draft.roles:
        draft.roles.append(role)
        draft.country = draft.country or countries.of(role)


def _joint(cast: Cast, members: Sequence[Draft]) -> Draft:
    name = "; ".join(member.name for member in members)
    kind = members[0].kind if len({m.kind for m in members}) == 1 else Kind.OTHER
    draft = cast.keyed("joint", name, kind, name)
    draft.country = tuple(dict.fromkeys(code for member in members for code in member.country))
    draft.plural = True
    return draft


def _states(cast: Cast, history: History, phrase: Phrase, named: Named) -> Draft | None:
    """"Seoul", "the UK", "Both Pyongyang and Moscow", "Britain, France and Germany"."""
    del history
    founds = [f for f in countries.scan(phrase.text, _known(cast)) if f.code and f.role in {countries.NAME, CAPITAL}]
    if not founds or founds[0].start + phrase.span.start >= phrase.core.end:
        return None
    between = [phrase.text[a.end : b.start] for a, b in zip(founds, founds[1:], strict=False)]
    rest = phrase.text[: founds[0].start], phrase.text[founds[-1].end :]
    glued = all(re.fullmatch(r"\s*(?:,|,?\s*(?:and|&|or))\s*(?:the\s+)?", gap) for gap in between)
    if glued and re.fullmatch(r"(?:both|the|even|neither|,|\s)*", rest[0], re.I) and re.fullmatch(r"(?:[’']s?)?[\s.]*", rest[1]):
        members = list(dict.fromkeys(naming.country(cast, found.code) for found in founds))
        return members[0] if len(members) == 1 else _joint(cast, members)
    return None


def _named_body(cast: Cast, history: History, phrase: Phrase, named: Named) -> Draft | None:
    """The head is a name that is not a person's: "the White House", "officials at" does not count."""
    del history
    heads = [(s, d) for s, d in named if d.kind is not Kind.PERSON and s.start < phrase.core.end <= s.end + 2]
    if not heads:
        return None
    span, draft = max(heads, key=lambda pair: (pair[0].end - pair[0].start, -pair[0].start))
    if draft.kind is Kind.COUNTRY:
        return _of_nation(cast, phrase, draft, span)
    if draft.kind is Kind.PLACE and (found := countries.find(span.of(cast.text))) and found[0].role == CAPITAL:
        return naming.country(cast, found[0].code)
    together = _run(cast.text, (span, draft), named)
    return _joint(cast, together) if len(together) > 1 and re.search(r"\s(?:and|or|&)\s", phrase.text) else draft


def _of_nation(cast: Cast, phrase: Phrase, draft: Draft, span: Span) -> Draft:
    """"Russians", "many Americans": people, not the state; but "the U.S." is."""
    if draft.mentions[span].kind is Kind.NATIONALITY:
        return _described(cast, phrase, draft.country)
    return draft


def _office(cast: Cast, history: History, phrase: Phrase, named: Named) -> Draft | None:
    """An office of a state or an institution through its spokesman or an official."""
    if phrase.possessor:
        return None
    speaks = phrase.is_person or phrase.is_body or phrase.head in {"official", "source", "media", "military", "authority"}
    if not speaks or (phrase.plural and phrase.head in words("people")):
        return None
    institution = _institution(cast, phrase, named)
    if institution is not None:
        return institution
    each = offices.office(_office_words(phrase))
    if each is None or (phrase.is_person and phrase.head not in _MOUTHS):
        return None
    codes = countries.of(phrase.text, _known(cast))
    if not codes and each.state:
        codes = anaphora.country_of_context(cast, history, phrase.span.start)
    label = offices.title(each, codes[:1]) if each.state or codes else phrases.plain(phrase)
    if len(codes) > 1:
        label = "; ".join(offices.title(each, (code,)) for code in codes)
    draft = cast.keyed(Kind.ORGANISATION.value, gazetteer.fold(label), Kind.ORGANISATION, label)
    draft.country = codes
    return draft


_MOUTHS = frozenset({"spokesperson", "spokesman", "spokeswoman", "official", "representative", "source", "officer", "secretary"})


def _office_words(phrase: Phrase) -> str:
    """The head with its modifiers and what a mouth speaks for: "spokesman for the defence ministry"."""
    if phrase.head in _MOUTHS:
        return re.split(r",|\bwho\b|\bthat\b", phrase.text)[0]
    return phrase.core_text


def _institution(cast: Cast, phrase: Phrase, named: Named) -> Draft | None:
    """"a White House spokesman", "a spokesperson for the EU": the institution itself speaks."""
    if phrase.head not in _MOUTHS - {"official", "source", "officer", "secretary"}:
        return None
    clause = re.split(r"\bwho\b|\bthat\b", phrase.text)[0]
    bodies = [d for s, d in named if d.kind is Kind.ORGANISATION and s.start < phrase.span.start + len(clause)]
    return bodies[-1] if len(bodies) == 1 else (bodies[0] if bodies and not phrase.is_body else None)


def _document(cast: Cast, history: History, phrase: Phrase, named: Named) -> Draft | None:
    """"the statement" speaks for whoever gave it; "a report by X", "the X report" for X."""
    if not phrase.is_document:
        return None
    if phrase.possessor:
        return anaphora.possessor(cast, history, phrase)
    owners = [d for s, d in named if _owns(cast.text, s, phrase)]
    if phrase.head in words("findings"):
        return anaphora.finding(history, phrase) if phrase.definite and not owners else _described(cast, phrase, ())
    if owners:
        return owners[0] if len(set(owners)) == 1 else _joint(cast, list(dict.fromkeys(owners)))
    return anaphora.statement(cast, history, phrase) if phrase.definite and phrase.core.end >= phrase.span.end - 1 else None


def _owns(text: str, span: Span, phrase: Phrase) -> bool:
    before = text[phrase.span.start : span.start]
    if re.search(r"\b(?:by|from|of)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,5}$", before) and span.start > phrase.core.end:
        return not re.search(r"\babout\b|\bon\b", before)
    return span.end < phrase.core.end and bool(re.fullmatch(r"(?:[’']s?)?\s(?:[\w-]+\s)?[\w-]+", text[span.end : phrase.core.end]))


def _administration(cast: Cast, history: History, phrase: Phrase, named: Named) -> Draft | None:
    """"the Biden administration", "his campaign": the person's surname and what is theirs."""
    if phrase.head not in {"administration", "government", "campaign", "team", "camp"}:
        return None
    owner = anaphora.possessor(cast, history, phrase) if phrase.possessor in {"m", "f"} else None
    persons = [d for s, d in named if d.kind is Kind.PERSON and s.end <= phrase.core.end]
    owner = owner or (persons[0] if persons else None)
    if owner is None:
        return None
    label = f"{owner.name.split()[-1]} {phrase.head}"
    draft = cast.keyed(Kind.ORGANISATION.value, gazetteer.fold(label), Kind.ORGANISATION, label)
    draft.country = draft.country or owner.country or leaders.countries(label)
    return draft


def _belonging(cast: Cast, history: History, phrase: Phrase, named: Named) -> Draft | None:
    """"his lawyer", "their spokesman": nobody named, but belonging to somebody."""
    if not phrase.possessor or named or phrase.is_document:
        return None
    owner = anaphora.possessor(cast, history, phrase)
    if owner is None:
        return None
    role = phrase.core_text.split(maxsplit=1)[-1]
    label = f"{role} of {owner.name}"
    draft = cast.keyed("belonging", gazetteer.fold(label), Kind.PERSON if phrase.is_person else Kind.OTHER, label)
    draft.described, draft.plural = True, phrase.plural
    draft.roles = draft.roles or [role]
    return draft


def _mention_again(cast: Cast, history: History, phrase: Phrase, named: Named) -> Draft | None:
    """"the ambassador", "the national security advisor", "officials": someone spoken of before."""
    if any(d.kind is Kind.PERSON for _, d in named) and not phrase.definite:
        return None
    return anaphora.description(cast, history, phrase, [d for _, d in named])


def _group(cast: Cast, history: History, phrase: Phrase, named: Named) -> Draft | None:
    """Officials of states: "South Korean and U.S. officials", "unidentified US officials"."""
    del history
    if phrase.head not in {"official", "diplomat", "minister", "authority", "lawmaker"} or not phrase.plural:
        return None
    codes = countries.of(phrase.text, _known(cast))
    if not codes or any(d.kind is Kind.ORGANISATION for _, d in named):
        return None
    plural = phrase.core_text.split()[-1].lower()
    unnamed = "unnamed " if words("unnamed") & set(phrase.text.lower().split()) else ""
    kinds = _field(phrase)
    label = "; ".join(f"{unnamed}{kinds}{plural} of {countries.phrase(code)}" for code in codes)
    draft = cast.keyed("group", label, Kind.OTHER, label)
    draft.country, draft.plural, draft.described = codes, True, True
    return draft


def _field(phrase: Phrase) -> str:
    """What kind of officials: "intelligence", "defence"."""
    before = [w.lower() for w in phrase.core_text.split()[:-1]]
    kept = [w for w in before if w in {"intelligence", "military", "defence", "defense", "security", "health", "foreign", "prime", "finance", "former", "senior", "law", "enforcement"}]
    return " ".join(kept) + " " if kept else ""


_RULES: tuple[Rule, ...] = (
    _pronoun, _administration, _person, _states, _document, _named_body, _office, _group, _mention_again, _belonging,
)  # fmt: skip


def _described(cast: Cast, phrase: Phrase, codes: tuple[str, ...]) -> Draft:
    """Somebody without a name: the words themselves, one entity for the same words."""
    label = phrases.plain(phrase)
    unnamed = bool(words("unnamed") & set(re.findall(r"\w+", phrase.text.lower())))
    if phrase.head == "source" or (unnamed and phrase.plural):
        label = label if label.lower().startswith(("unnamed", "anonymous", "unidentified")) else f"unnamed {label}"
    kind = Kind.PERSON if phrase.is_person else Kind.ORGANISATION if phrase.is_body or phrase.is_document else Kind.OTHER
    fresh = phrases.is_indefinite(phrase) and phrase.is_person
    draft = cast.new(kind, label) if fresh else cast.keyed("described", gazetteer.fold(label), kind, label)
    draft.country = draft.country or codes
    draft.plural, draft.described = phrase.plural, True
    if phrase.is_person:
        draft.roles = draft.roles or [label]
        draft.gender = "m" if phrase.head in words("male") else "f" if phrase.head in words("female") else None
    return draft


def _unmask(cast: Cast, waiting: list[Draft], draft: Draft, span: Span) -> list[Draft]:
    """A speaker first described ("Oslo's top envoy"), then called by a bare surname that nothing explains, is one person."""
    if draft.described and draft.kind is Kind.PERSON and not draft.plural and len(draft.mentions) == 1:
        return [draft]
    bare = draft.kind is Kind.PERSON and not draft.described and " " not in draft.name and not draft.roles
    if bare and waiting and draft.first >= waiting[0].first and span.start - waiting[0].first < _UNMASKED_WITHIN:
        described = waiting[0]
        draft.country = described.country
        cast.merge(draft, described)
        return []
    return waiting


_UNMASKED_WITHIN = 2500  # code points between the description and the surname

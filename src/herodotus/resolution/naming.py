"""Named entities of one document: countries and institutions from the gazetteers, the rest from the model's
mentions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from herodotus.compare import countries, gazetteer
from herodotus.compare.countries import CAPITAL, DEMONYM, METONYM, NAME, PART, Found
from herodotus.data.annotations import Form, Kind, Mention
from herodotus.data.documents import Span
from herodotus.resolution import addresses, completion, mentions, offices, people
from herodotus.resolution.cover import Cover
from herodotus.resolution.drafts import Cast, Draft
from herodotus.resolution.lexicon import Office, words

_HUMAN_MADE = (Kind.ORGANISATION, Kind.FACILITY, Kind.OTHER)
_PLACES = (Kind.PLACE, Kind.COUNTRY, Kind.NATIONALITY)


def fill(cast: Cast) -> None:
    """Every named mention and every name of the gazetteers goes into a draft."""
    document = cast.annotated.document
    marked = addresses.added(document.text, mentions.named(cast.annotated))
    surnames = completion.bearers(document.text, marked)
    found = countries.scan(document.text, countries.of(document.dateline or ""))
    hits = [hit for hit in found if gazetteer.fold(document.text[hit.start : hit.end]) not in surnames]
    known = Cover(Span(hit.start, hit.end) for hit in hits)
    furniture = Cover(region.span for region in document.regions)
    whole = completion.complete(document.text, marked, known)
    named = [mention for mention in whole if not furniture.touches(mention.span)]
    readable = [hit for hit in hits if not furniture.touches(Span(hit.start, hit.end))]
    founds = _readable(document.text, readable, named)
    for each in founds:
        _place(cast, each)
    covered = Cover(Span(each.start, each.end) for each in founds)
    for mention in named:
        if mention.kind is Kind.PERSON:
            continue
        if mention.kind in _HUMAN_MADE:
            _organisation(cast, mention, covered)
        elif not covered.touches(mention.span):
            _other(cast, mention)
    _ministries(cast, founds)
    people.chain(cast, [m for m in named if m.kind is Kind.PERSON and not covered.over(m.span)])


def _readable(text: str, hits: Sequence[Found], named: Sequence[Mention]) -> list[Found]:
    """Gazetteer hits outside names of persons, and no capital or region inside the name of a body; in "Elmside College
    in Jersey" it stands beside it."""
    persons = Cover(m.span for m in named if m.kind is Kind.PERSON)
    bodies = Cover(m.span for m in named if m.kind in _HUMAN_MADE)
    kept = []
    for found in hits:
        span = Span(found.start, found.end)
        person, body = persons.over(span), bodies.over(span)
        inside_name = person and person != span and found.role != METONYM
        beside = text[: found.start].endswith(" in ")
        inside_body = body and body != span and found.role in {CAPITAL, PART} and not beside
        if not (inside_name or inside_body):
            kept.append(found)
    return kept


def _place(cast: Cast, found: Found) -> None:
    """A gazetteer hit as country, institution, or place."""
    span = Span(found.start, found.end)
    if found.role in {NAME, DEMONYM} or (found.role == CAPITAL and not is_locative(cast.text, span)):
        draft = country(cast, found.code)
        cast.mention(draft, span, Form.NAMED, Kind.NATIONALITY if found.role == DEMONYM else Kind.COUNTRY)
        return
    kind = Kind.ORGANISATION if found.role == METONYM else Kind.PLACE
    draft = cast.keyed(kind.value, gazetteer.fold(found.name), kind, found.name)
    draft.country = (found.code,) if found.code else ()
    cast.mention(draft, span, Form.NAMED)


def country(cast: Cast, code: str) -> Draft:
    """The one draft of a state."""
    draft = cast.keyed("country", code, Kind.COUNTRY, countries.name(code))
    draft.country = (code,)
    return draft


_AT = re.compile(
    r"\b(?:in|at|near|outside|around|across|throughout|into|inside|on|over|within|leave|leaving|left|downtown|central|"
    r"through|via|reach|reached|entered|nearby|north of|south of|east of|west of|capital|city of|streets of)"
    r"\s+(?:both\s+|nearby\s+|the\s+)?$",
    re.I,
)
_WORD = re.compile(r"\w+")
_STATE_AFTER = re.compile(r", ([A-Z][\w.]+)")
_DATELINE = re.compile(r"\s*(?:\([A-Z]{2,}|[—–:]|-- )")
_TO = re.compile(r"\b(?:to|from|for)\s+$")


def is_locative(text: str, span: Span) -> bool:
    """Whether a capital is the city: "in Seoul", "flew to Paris", "Cairo, Egypt"; not "Seoul said"."""
    before = text[max(0, span.start - 60) : span.start]
    if _AT.search(before):
        return True
    if _TO.search(before):
        return not words("motion").isdisjoint(_WORD.findall(before.lower())[-6:])
    after = text[span.end : span.end + 30]
    if _STATE_AFTER.match(after) and countries.find(after[:20]):
        return True
    return bool(_DATELINE.match(after)) and _begins_paragraph(text, span.start)


def _begins_paragraph(text: str, start: int) -> bool:
    return not text[:start].rpartition("\n")[2].strip()


def _organisation(cast: Cast, mention: Mention, covered: Cover) -> None:
    span = mention.span
    whole = covered.over(span)
    if whole is not None:
        return
    text = span.of(cast.text)
    if (office := offices.office(text)) and office.state:
        _office(cast, mention, office)
        return
    inner = [d for s, d in cast.within(span) if d.kind is Kind.ORGANISATION and s.end == span.end]
    draft = inner[0] if inner else _by_name(cast, text, mention.kind)
    draft.country = draft.country or countries.of(text) or _country_around(cast.text, span)
    cast.mention(draft, span, Form.NAMED, score=mention.score)
    acronym = _ACRONYM.match(cast.text, span.end, span.end + 14)
    if acronym:
        cast.by_key.setdefault((draft.kind.value, gazetteer.fold(acronym[1])), draft)


def _office(cast: Cast, mention: Mention, office: Office) -> None:
    """A ministry or an army under the name of its state; without a state it is left until somebody quotes
    it."""
    codes = countries.of(mention.span.of(cast.text)) or _country_around(cast.text, mention.span)
    if codes:
        label = offices.title(office, codes)
        draft = cast.keyed(Kind.ORGANISATION.value, gazetteer.fold(label), Kind.ORGANISATION, label)
        draft.country = codes[:1]
        cast.mention(draft, mention.span, Form.NAMED, score=mention.score)


def _ministries(cast: Cast, founds: Sequence[Found]) -> None:
    """ "The Danish trade ministry", "the Danish navy" in lower case, so that "the ministry" can mean it."""
    for found in founds:
        match = _MINISTRY.match(cast.text, found.end) if found.role in {NAME, DEMONYM} else None
        each = offices.office(match[1]) if match else None
        if match is None or each is None or Span(found.start, match.end()) in cast.at:
            continue
        label = offices.title(each, (found.code,))
        draft = cast.keyed(Kind.ORGANISATION.value, gazetteer.fold(label), Kind.ORGANISATION, label)
        draft.country = (found.code,)
        cast.mention(draft, Span(found.start, match.end()), Form.NAMED)


_MINISTRY = re.compile(
    r"(?:[’']s)? ((?:[a-z]+ ){1,3}ministry|coast ?guard|navy|air force|central bank)\b(?![- ](?:ship|vessel|base|boat))"
)


def _by_name(cast: Cast, text: str, kind: Kind) -> Draft:
    """The organisation of that name, of that acronym, or whose first words it repeats; else a new one."""
    key = gazetteer.fold(text)
    known = cast.by_key.get((kind.value, key)) or cast.by_key.get(("initials", key if text.isupper() else ""))
    if known is None and " " not in key and len(key) > 3:
        longer = (
            d
            for (table, other), d in cast.by_key.items()
            if table == kind.value and other.startswith(key + " ")
        )
        known = next(longer, None)
    if known is None:
        known = cast.keyed(kind.value, key, kind, text)
        capitals = "".join(word[0] for word in _CAPITALISED.findall(text)).lower()
        if len(capitals) > 2:
            cast.by_key.setdefault(("initials", capitals), known)
    return known


_CAPITALISED = re.compile(r"[A-Z][\w’'-]*")
_ACRONYM = re.compile(r"\s*\(([A-Z][A-Za-z&.-]{1,9})\)")
_NAMES_BEFORE = re.compile(r"(?:[A-Z][\w.]+[\s-]){1,3}(?:based\s)?$")
_OWNER_BEFORE = re.compile(r"([A-Z][\w. ]+)[’']s\s$")
_APPOSED = re.compile(r",\s+((?:a|an|the|which)\s[^.;\n]{3,120})")


def _country_around(text: str, span: Span) -> tuple[str, ...]:
    """From "the Geneva-based X", "Norway's X" and ", a Danish think tank" after it."""
    before = _NAMES_BEFORE.search(text[max(0, span.start - 40) : span.start])
    if before and (found := countries.of(before[0])):
        return found
    possessive = _OWNER_BEFORE.search(text[max(0, span.start - 40) : span.start])
    if possessive and (found := countries.of(possessive[1])):
        return found
    after = _APPOSED.match(text, span.end, span.end + 130)
    return countries.of(after[1].split(", ")[0]) if after else ()


def _other(cast: Cast, mention: Mention) -> None:
    text = mention.span.of(cast.text)
    draft = cast.keyed(mention.kind.value, gazetteer.fold(text), mention.kind, text)
    if mention.kind in _PLACES and not draft.country:
        draft.country = countries.of(cast.text[mention.span.end : mention.span.end + 25].partition(", ")[2])
    cast.mention(draft, mention.span, Form.NAMED, score=mention.score)

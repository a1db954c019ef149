"""What the marked lines say about the article: headline, byline, agency, place, date, outlet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from herodotus.data.documents import Furniture, Region, Span
from herodotus.readers.bylines import agency_in, mail_domain, name_in
from herodotus.readers.datelines import Opening, alone, prefix
from herodotus.readers.dates import read_date
from herodotus.readers.patterns import table
from herodotus.readers.publishers import named_after, self_named


@dataclass(frozen=True, slots=True)
class Finding:
    """A field of a Document, its value, and the words it was read from."""

    field: str
    value: str
    how: str
    span: Span


def findings(text: str, regions: Sequence[Region]) -> Iterator[Finding]:
    """What can be read from the furniture; the first finding for a field is the best."""
    for region in regions:
        if region.kind is Furniture.TITLE and region.reason != "a subheading":
            yield Finding("title", region.span.of(text), "the headline in the text", region.span)
    yield from _dateline(text, regions)
    yield from _bylines(text, regions)
    yield from _dates(text, regions)
    yield from _publisher(text, regions)


def _dateline(text: str, regions: Sequence[Region]) -> Iterator[Finding]:
    for region in regions:
        opening = _opening(text, region)
        if opening is None:
            continue
        if opening.place:
            yield Finding("dateline", opening.place, "the dateline", region.span)
        if opening.agency:
            yield Finding("agency", opening.agency, "the dateline", region.span)
        if opening.date and (day := read_date(opening.date)):
            yield Finding("published", day, "the dateline", region.span)


def _opening(text: str, region: Region) -> Opening | None:
    if region.reason != "dateline":
        return None
    return alone(region.span.of(text)) or prefix(text[region.span.start : region.span.end + 40])


def _bylines(text: str, regions: Sequence[Region]) -> Iterator[Finding]:
    """Bylines that say so, then names above a date line; a name that only stands near one is no finding."""
    lines = [region for region in regions if region.kind is Furniture.BYLINE]
    for reason in ("a byline", "a name above a date line"):
        for region in lines:
            if region.reason == reason and (name := name_in(region.span.of(text))):
                yield Finding("byline", name, reason, region.span)
    for region in lines:
        if region.reason != "dateline" and (agency := agency_in(region.span.of(text))):
            yield Finding("agency", agency, "the byline", region.span)


def _dates(text: str, regions: Sequence[Region]) -> Iterator[Finding]:
    """Date lines, then dates in bylines; those of the first publication before those of a later version."""
    lines = [region for region in regions if region.kind is Furniture.DATE]
    lines += [region for region in regions if region.reason == "a byline"]
    later = tuple(table("dates")["later"].split())
    for region in sorted(lines, key=lambda line: line.span.of(text).lower().startswith(later)):
        if day := read_date(region.span.of(text)):
            yield Finding("published", day, "the date line", region.span)


def _publisher(text: str, regions: Sequence[Region]) -> Iterator[Finding]:
    for region in regions:
        if domain := _domain(region, text):
            name, span = named_after(domain, text, regions) or (domain, region.span)
            yield Finding("publisher", name, f"the e-mail address in the byline ({domain})", span)
    for region in regions:
        if own := self_named(region.span.of(text), region.kind):
            yield Finding("publisher", own, f"names itself in a {region.kind.value}", region.span)


def _domain(region: Region, text: str) -> str | None:
    return mail_domain(region.span.of(text)) if region.kind is Furniture.BYLINE else None

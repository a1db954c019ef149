"""What the marked lines say about the article: headline, byline, agency, place, date, outlet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from herodotus.data.documents import Furniture, Region, Span
from herodotus.readers.bylines import agency_in, mail_domain, name_in
from herodotus.readers.datelines import prefix
from herodotus.readers.dates import read_date
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
        if region.kind is Furniture.TITLE:
            yield Finding("title", region.span.of(text), "the headline in the text", region.span)
    yield from _dateline(text, regions)
    for region in regions:
        if region.kind is Furniture.BYLINE and region.reason != "dateline":
            yield from _byline(region.span.of(text), region)
    yield from _dates(text, regions)
    yield from _publisher(text, regions)


def _dateline(text: str, regions: Sequence[Region]) -> Iterator[Finding]:
    for region in regions:
        opening = (
            prefix(text[region.span.start : region.span.end + 40]) if region.reason == "dateline" else None
        )
        if opening is None:
            continue
        if opening.place:
            yield Finding("dateline", opening.place, "the dateline", region.span)
        if opening.agency:
            yield Finding("agency", opening.agency, "the dateline", region.span)
        if opening.date and (day := read_date(opening.date)):
            yield Finding("published", day, "the dateline", region.span)


def _byline(words: str, region: Region) -> Iterator[Finding]:
    if region.reason in {"a byline", "a name above a date line or a post"} and (name := name_in(words)):
        yield Finding("byline", name, region.reason, region.span)
    if agency := agency_in(words):
        yield Finding("agency", agency, "the byline", region.span)


def _dates(text: str, regions: Sequence[Region]) -> Iterator[Finding]:
    lines = [region for region in regions if region.kind is Furniture.DATE]
    updated = [
        region for region in lines if region.span.of(text).lower().startswith(("updat", "last", "modif"))
    ]
    for region in [*(line for line in lines if line not in updated), *updated]:
        if day := read_date(region.span.of(text)):
            yield Finding("published", day, "the date line", region.span)


def _publisher(text: str, regions: Sequence[Region]) -> Iterator[Finding]:
    for region in regions:
        words = region.span.of(text)
        domain = mail_domain(words) if region.kind is Furniture.BYLINE else None
        if domain:
            name, span = named_after(domain, text, regions) or (domain, region.span)
            yield Finding("publisher", name, f"the e-mail address in the byline ({domain})", span)
    for region in regions:
        if name := self_named(region.span.of(text), region.kind):
            yield Finding("publisher", name, f"names itself in a {region.kind.value}", region.span)

"""An invented story about a ferry that loses containers, as the stages before the report would give it.

All names, outlets and happenings are fiction.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np

from herodotus.data.annotations import Annotated, Entity, Form, Kind, Mention, Quantity, Timex, TimexType
from herodotus.data.claims import (
    Brief,
    Claim,
    Difference,
    DifferenceClass,
    Link,
    Origin,
    Place,
    Position,
    Stand,
    Story,
    TimelineEntry,
    Value,
)
from herodotus.data.documents import Basis, Document, Furniture, Region, Skipped, Span
from herodotus.data.statements import (
    Event,
    Evidence,
    Manner,
    Modality,
    Party,
    Polarity,
    Reading,
    Source,
    Stance,
    Statement,
)


def article(name: str) -> str:
    return (Path(__file__).parent / "articles" / f"{name}.txt").read_text("utf-8")


GAZETTE = article("gazette")

COASTAL = article("coastal")

REPRINT = article("reprint")

HOSTILE = article("hostile").replace("ESC", "\x1b").replace("RLO", "\u202e").replace("PDF", "\u202c")

CHEESE = article("cheese")


def sample() -> Brief:
    """Two stories in five documents, with every kind of thing that a brief can hold."""
    readings = (gazette(), coastal(), reprint(), hostile(), cheese())
    skipped = (
        Skipped("wires/empty.txt", "read", "the file is empty"),
        Skipped("wires/odd.txt", "annotate", "the stage broke on it", failed=True),
        Skipped("wires/<script>alert(3)</script>\x1b[2J.html", "read", "no article text was found in it"),
    )
    return Brief(readings, (ferry_story(), cheese_story()), skipped)


def many(number: int) -> Brief:
    """One story of `number` documents, each a copy of the first with a name of its own."""
    first = gazette()
    readings = []
    for n in range(number):
        document = replace(first.annotated.document, id=f"copy-{n}", publisher=f"Outlet {n}")
        statements = tuple(replace(s, document=document.id) for s in first.statements)
        readings.append(Reading(replace(first.annotated, document=document), statements, ()))
    names = tuple(f"copy-{n}" for n in range(number))
    claims = tuple(_copied(claim, names) for claim in ferry_story().claims for _ in range(3))
    return Brief(
        tuple(readings),
        (replace(ferry_story(), documents=names, claims=claims, differences=(), timeline=()),),
    )


def _copied(claim: Claim, names: tuple[str, ...]) -> Claim:
    stands = tuple(replace(s, document=n) for n in names for s in claim.stands if s.document == "gazette")
    return replace(claim, stands=stands, words=(), origins=())


def at(text: str, words: str, start: int = 0) -> Span:
    """Where the words stand in the text, from `start` on."""
    place = text.index(words, start)
    return Span(place, place + len(words))


def place(reading: Reading, words: str) -> Place:
    document = reading.annotated.document
    return Place(document.id, at(document.text, words))


def said(
    text: str, id: str, who: tuple[str, str], *, cue: str = "", content: str = "", **more: object
) -> Statement:
    """A statement; `who` is the words that name the source (empty for narration) and whom they mean."""
    words, name = who
    values: dict[str, object] = {
        "id": id,
        "document": "",
        "source": Source((at(text, words),) if words else (), name),
        "cue": (at(text, cue),) if cue else (),
        "content": tuple(at(text, c) for c in content.split(" | ")) if content else (),
        "manner": Manner.INDIRECT,
        "stance": Stance.ASSERTS,
        "evidence": Evidence.NONE,
        "chain": (),
        "score": 0.9,
        "vector": np.zeros(384, dtype=np.float32),
    }
    return Statement(**(values | more))  # type: ignore[arg-type]


def reading(document: Document, statements: list[Statement], **layers: object) -> Reading:
    events = layers.pop("events", ())
    named = tuple(
        replace(s, document=document.id, source=replace(s.source, country=COUNTRIES.get(s.source.name, ())))
        for s in statements
    )
    empty = dict.fromkeys(("sentences", "tokens", "mentions", "times", "quantities", "attributions"), ())
    vectors = np.zeros((0, 384), dtype=np.float32)
    annotated = Annotated(document=document, vectors=vectors, **(empty | layers))  # type: ignore[arg-type]
    return Reading(annotated, named, events)  # type: ignore[arg-type]


COUNTRIES = {
    "Ministry of Transport": ("NOR",),
    "Signe Aas": ("NOR",),
    "Denmark": ("DNK",),
    "harbour master of Hirtshals": ("DNK",),
}


def gazette() -> Reading:
    t = GAZETTE
    document = Document(
        id="gazette",
        origin="wires/gazette.txt",
        sha256="0" * 64,
        text=t,
        publisher="The Harbour Gazette",
        title="Ferry Saint Ronan loses containers in night storm",
        byline="Ada Quill",
        published="2031-03-05",
        language="en",
        url="https://gazette.example/ferry?a=1&b=2",
        regions=(
            Region(at(t, t.splitlines()[0]), Furniture.TITLE, "first line, without a full stop"),
            Region(at(t, "By Ada Quill"), Furniture.BYLINE, "begins with 'By' and a name"),
            Region(at(t, "Published 5 March 2031"), Furniture.DATE, "a date on its own line"),
            Region(at(t, t.splitlines()[5]), Furniture.CAPTION, "ends in a credit"),
            Region(
                at(t, "Related: Ten tips for a calm crossing"), Furniture.RELATED, "begins with 'Related'"
            ),
            Region(at(t, "Log in to comment."), Furniture.PROMPT, "asks the reader to log in"),
        ),
        bases=(
            Basis("title", "first line of the text", at(t, t.splitlines()[0])),
            Basis("byline", "line that begins with 'By'", at(t, "Ada Quill")),
            Basis("published", "date line", at(t, "5 March 2031")),
            Basis("publisher", "site name in the page's metadata"),
        ),
    )
    statements = [
        said(
            t,
            "s1",
            ("Norway's Ministry of Transport", "Ministry of Transport"),
            cue="said",
            content="The ferry Saint Ronan lost 14 containers in the Skagerrak on Monday night",
            evidence=Evidence.SATELLITE,
            score=0.97,
        ),
        said(
            t,
            "s2",
            ("Transport Minister Signe Aas", "Signe Aas"),
            cue="told reporters",
            content='"Fourteen boxes went overboard, and several are still afloat,"',
            manner=Manner.DIRECT,
            evidence=Evidence.OFFICIAL,
            score=0.99,
        ),
        said(
            t,
            "s3",
            ("She", "Signe Aas"),
            cue="said",
            content="the nearest of them drifted 90 kilometres (56 miles) from the coast",
            score=0.81,
        ),
        said(
            t,
            "s4",
            ("The owner, Brightwater Lines", "Brightwater Lines"),
            cue="denied",
            content="that any cargo had been lost",
            stance=Stance.DENIES,
            score=0.95,
        ),
        said(
            t,
            "s5",
            ("its spokesman, Tom Vane", "Tom Vane"),
            cue="said",
            content='"Nothing left our deck,"',
            manner=Manner.DIRECT,
            stance=Stance.DENIES,
            score=0.93,
        ),
        said(
            t,
            "s6",
            ("The harbour master of Hirtshals", "harbour master of Hirtshals"),
            cue="declined to comment",
            stance=Stance.DECLINES,
            score=0.88,
        ),
        said(
            t,
            "s7",
            ("", "The Harbour Gazette"),
            content="The ferry Saint Ronan lost 14 containers",
            score=0.7,
        ),
    ]
    said_by = at(t, "She said")
    statements[2] = replace(statements[2], cue=(Span(said_by.end - 4, said_by.end),))
    told = at(t, '," said its')
    statements[4] = replace(statements[4], cue=(Span(told.start + 3, told.start + 7),))
    ministry = at(t, "Norway's Ministry of Transport")
    return reading(
        document,
        statements,
        sentences=(at(t, t.splitlines()[7]),),
        entities=(
            Entity(
                "e1",
                Kind.ORGANISATION,
                "Ministry of Transport",
                ("NOR",),
                (Mention(ministry, Kind.ORGANISATION, Form.NAMED),),
                "of Norway",
            ),
        ),
        times=(
            Timex(
                at(t, "Monday night"),
                TimexType.TIME,
                "2031-03-03TNI",
                date(2031, 3, 3),
                date(2031, 3, 4),
                "part of day",
                "relative to publication, 2031-03-05",
            ),
            Timex(
                at(t, "last summer"),
                TimexType.DATE,
                "2030-SU",
                date(2030, 6, 1),
                date(2030, 8, 31),
                "season",
                "relative to publication, 2031-03-05",
            ),
        ),
        quantities=(
            Quantity(at(t, "14 containers"), 14, 14, 14, "count", "containers"),
            Quantity(at(t, "90 kilometres"), 90, 90, 90, "kilometre", "distance from the coast"),
            Quantity(at(t, "several"), 3, None, None, "count", "boxes", "several"),
        ),
        events=(
            Event(
                "v1",
                "gazette",
                "s1",
                "ACCIDENT",
                at(t, "lost"),
                (Party(at(t, "The ferry Saint Ronan"), "Saint Ronan"),),
                (),
                (at(t, "14 containers"),),
                Party(at(t, "the Skagerrak"), "Skagerrak"),
                0,
                (0,),
                Polarity.POSITIVE,
                Modality.OCCURRED,
                at(t, t.splitlines()[7]),
            ),
        ),
    )


def coastal() -> Reading:
    t = COASTAL
    title = at(t, t.splitlines()[0])
    document = Document(
        id="port-and-sea",
        origin="wires/port-and-sea.html",
        sha256="1" * 64,
        text=t,
        publisher="Port & Sea",
        title=t.splitlines()[0],
        published="2031-03-06T08:30:00+01:00",
        language="en",
        url="javascript:alert(4)",
        regions=(Region(title, Furniture.TITLE, "first line, without a full stop"),),
        bases=(Basis("title", "first line of the text", title),),
    )
    drift = at(t, "The boxes drifted 90 miles off the coast")
    statements = [
        said(
            t,
            "s1",
            ("Brightwater Lines", "Brightwater Lines"),
            cue="dismissed the allegations",
            stance=Stance.DENIES,
            score=0.84,
        ),
        said(
            t,
            "s2",
            ("unnamed officials", "unnamed officials"),
            cue="cited",
            content="as many as 19 containers are missing",
            evidence=Evidence.UNNAMED,
            chain=("Coastal Times", "unnamed officials"),
            score=0.77,
        ),
        said(
            t,
            "s3",
            ("the Coastal Times", "Coastal Times"),
            cue="According to",
            content="as many as 19 containers are missing",
            score=0.8,
        ),
        said(
            t,
            "s4",
            ("Ms. Aas", "Signe Aas"),
            cue="said Tuesday",
            content="14 containers had been lost",
            evidence=Evidence.OFFICIAL,
            score=0.96,
        ),
        said(
            t,
            "s5",
            ("she", "Signe Aas"),
            cue="said",
            content="The boxes drifted 90 miles off the coast",
            score=0.9,
        ),
        said(
            t,
            "s6",
            ("An insurer", "an insurer"),
            cue="doubts",
            content="that the lashings failed",
            stance=Stance.DOUBTS,
            chain=("Coastal Times", "an insurer"),
            score=0.61,
        ),
        said(
            t,
            "s7",
            ("the Coastal Times", "Coastal Times"),
            cue="wrote",
            content="An insurer doubts that the lashings failed",
            score=0.7,
        ),
        said(t, "s8", ("", "Port & Sea"), content="which cited unnamed officials | are missing", score=0.4),
    ]
    she = Span(drift.end + 2, drift.end + 5)
    statements[4] = replace(
        statements[4],
        source=replace(statements[4].source, spans=(she,)),
        cue=(Span(she.end + 1, she.end + 5),),
    )
    return reading(document, statements)


def reprint() -> Reading:
    t = REPRINT
    document = Document(
        id="reprint",
        origin="wires/reprint.txt",
        sha256="2" * 64,
        text=t,
        dateline="LARVIK",
        agency="Nordpress",
        bases=(Basis("agency", "credit in the dateline", at(t, "Nordpress")),),
    )
    statements = [
        said(
            t,
            "s1",
            ("Norway's Ministry of Transport", "Ministry of Transport"),
            cue="said",
            content="The ferry Saint Ronan lost 14 containers in the Skagerrak on Monday night",
            score=0.97,
        ),
        said(
            t,
            "s2",
            ("Denmark", "Denmark"),
            cue="urged",
            content="ships to keep clear of the area until the end of the week",
            stance=Stance.URGES,
        ),
    ]
    return reading(document, statements)


def hostile() -> Reading:
    t = HOSTILE
    title = t.splitlines()[0]
    document = Document(
        id='blog"><script>alert(5)</script>',
        origin="wires/blog.html",
        sha256="3" * 64,
        text=t,
        publisher="Blog of אִי <i>Port</i> & Co",
        title=title,
        published="2031-03",
        regions=(Region(at(t, title), Furniture.TITLE, "first line"),),
    )
    statements = [
        said(
            t,
            "s1",
            ("The port's own blog", "The port's <i>blog</i>"),
            cue="said",
            content="<script>alert(1)</script><img src=x | [bold red]14 boxes[/] were \x1b[31mgone",
        ),
        said(t, "s2", ("الوزيرة", "الوزيرة"), cue="قالت", content="أربع عشرة حاوية سقطت في البحر"),
        said(t, "s3", ("A spokesman", "A spokesman"), cue="denies", content="it all", stance=Stance.DENIES),
    ]
    return reading(document, statements)


def cheese() -> Reading:
    t = CHEESE
    document = Document(
        id="cheese",
        origin="wires/cheese.txt",
        sha256="4" * 64,
        text=t,
        publisher="Cheddarby Echo",
        title=t.splitlines()[0],
        published="2031-05-12",
    )
    statements = [
        said(
            t,
            "s1",
            ("The mayor of Cheddarby, Ida Bloom", "Ida Bloom"),
            cue="announced",
            content="a new race",
            stance=Stance.ANNOUNCES,
        ),
        said(
            t,
            "s2",
            ("Ms Bloom", "Ida Bloom"),
            cue="predicted",
            content='"It will float next year,"',
            manner=Manner.DIRECT,
            stance=Stance.PREDICTS,
        ),
    ]
    return reading(document, statements)


def ferry_story() -> Story:
    return Story(
        "story-1",
        "Ferry Saint Ronan loses containers in night storm",
        ("gazette", "port-and-sea", "reprint", hostile().annotated.document.id),
        _ferry_claims(),
        _ferry_differences(),
        _ferry_timeline(),
    )


def _ferry_claims() -> tuple[Claim, ...]:
    g, c, r, h = gazette(), coastal(), reprint(), hostile()
    blog = h.annotated.document.id
    lost = "The ferry Saint Ronan lost 14 containers in the Skagerrak on Monday night"
    a, d, q, x = Position.ASSERTS, Position.DENIES, Position.DECLINES, Position.DOUBTS
    return (
        Claim(
            "c2",
            lost,
            (place(g, lost),),
            (
                Stand("gazette", "s1", a, "its own words"),
                Stand("gazette", "s2", a, "same number, same ship"),
                Stand("gazette", "s7", a, "same words"),
                Stand("port-and-sea", "s4", a, "same number, same ship"),
                Stand("reprint", "s1", a, "same words"),
                Stand(blog, "s1", a, "same number"),
                Stand(blog, "s2", a, "same number"),
                Stand("gazette", "s4", d, "denies that cargo was lost"),
                Stand("gazette", "s5", d, "denies that cargo was lost"),
                Stand("port-and-sea", "s1", d, "names no content"),
                Stand(blog, "s3", d, "names no content"),
                Stand("gazette", "s6", q, "asked about the lost containers"),
            ),
            (
                Origin(
                    "o1",
                    "Ministry of Transport of Norway, 4 March 2031",
                    (
                        ("gazette", "s1"),
                        ("gazette", "s2"),
                        ("port-and-sea", "s4"),
                        ("reprint", "s1"),
                        ("gazette", "s7"),
                    ),
                    "one ministry on one day; the reprint has the same words as the first",
                    links=(
                        Link("gazette", "s1", ("The Harbour Gazette", "Ministry of Transport"), "said by it"),
                        Link(
                            "reprint",
                            "s1",
                            ("reprint", "Fjord Wire", "Ministry of Transport"),
                            "same text as [gazette], which credits Fjord Wire",
                            copied=True,
                        ),
                    ),
                ),
                Origin("o2", "The port's <i>blog</i>", ((blog, "s1"), (blog, "s2")), "no relay is named"),
            ),
            (Evidence.SATELLITE, Evidence.OFFICIAL),
            "2031-03-03TNI",
            "Skagerrak",
        ),
        Claim(
            "c4",
            "The boxes drifted off the coast",
            (place(c, "The boxes drifted 90 miles off the coast"),),
            (Stand("gazette", "s3", a, "its own words"), Stand("port-and-sea", "s5", a, "same speaker")),
            (
                Origin(
                    "o4",
                    "Signe Aas, 4 March 2031",
                    (("gazette", "s3"), ("port-and-sea", "s5")),
                    "one speaker",
                ),
            ),
            (),
        ),
        Claim(
            "c3",
            "As many as 19 containers are missing",
            (place(c, "as many as 19 containers are missing"),),
            (Stand("port-and-sea", "s2", a, "its own words"), Stand("port-and-sea", "s3", a, "relays it")),
            (
                Origin(
                    "o3",
                    "unnamed officials, by way of the Coastal Times",
                    (("port-and-sea", "s2"), ("port-and-sea", "s3")),
                    "one relay chain",
                ),
            ),
            (Evidence.UNNAMED,),
        ),
        Claim(
            "c1",
            "Ships are to keep clear of the area until the end of the week",
            (place(r, "ships to keep clear of the area until the end of the week"),),
            (Stand("reprint", "s2", a, "its own words"),),
            (Origin("o1", "Denmark", (("reprint", "s2"),), "one speaker, one occasion"),),
            (),
        ),
        Claim(
            "c5",
            "The lashings failed",
            (place(c, "the lashings failed"),),
            (Stand("port-and-sea", "s6", x, "its own words"),),
            (),
            (),
        ),
    )


def _ferry_differences() -> tuple[Difference, ...]:
    g, c, r = gazette(), coastal(), reprint()
    kind = DifferenceClass
    return (
        Difference(
            "c2",
            "containers lost",
            kind.CONFLICT,
            (
                Value(
                    "14 containers",
                    "14",
                    ("Ministry of Transport", "Signe Aas"),
                    1,
                    (place(g, "14 containers"), place(r, "14 containers"), place(c, "14 containers")),
                ),
                Value(
                    "as many as 19 containers",
                    "at most 19",
                    ("unnamed officials",),
                    1,
                    (place(c, "as many as 19 containers"),),
                ),
            ),
            "no reading of the words makes both right",
        ),
        Difference(
            "c4",
            "distance",
            kind.CONVERSION,
            (
                Value("90 kilometres", "90 km", ("Signe Aas",), 1, (place(g, "90 kilometres"),)),
                Value("56 miles", "90.1 km", ("The Harbour Gazette",), 1, (place(g, "56 miles"),)),
            ),
            "56 miles are 90.1 km",
        ),
        Difference(
            "c2",
            "when",
            kind.PRECISION,
            (
                Value(
                    "Monday night",
                    "2031-03-03TNI",
                    ("Ministry of Transport",),
                    1,
                    (place(g, "Monday night"),),
                ),
                Value("Monday", "2031-03-03", ("Ministry of Transport",), 1, (place(r, "Monday"),)),
            ),
            "the one lies within the other",
        ),
        Difference(
            "c4",
            "still afloat",
            kind.UPDATE,
            (
                Value("several", "3 or more", ("Signe Aas",), 1, (place(g, "several"),)),
                Value("The boxes", "all", ("Signe Aas",), 1, (place(c, "The boxes"),)),
            ),
            "the second is two days later",
        ),
        Difference(
            "c4",
            "who drifted",
            kind.SUBJECT,
            (
                Value(
                    "the nearest of them", "nearest", ("Signe Aas",), 1, (place(g, "the nearest of them"),)
                ),
                Value("The boxes", "all", ("Signe Aas",), 1, (place(c, "The boxes"),)),
            ),
            "one is about the nearest box, the other about all",
        ),
    )


def _ferry_timeline() -> tuple[TimelineEntry, ...]:
    g, c, r = gazette(), coastal(), reprint()
    entry = TimelineEntry
    return (
        entry(
            date(2030, 6, 1),
            date(2030, 8, 31),
            "season",
            "The ferry lay at her berth in Larvik",
            (),
            (place(g, "last summer"),),
        ),
        entry(
            date(2031, 3, 3),
            date(2031, 3, 4),
            "part of day",
            "The ferry Saint Ronan lost 14 containers",
            ("c2",),
            (place(g, "Monday night"), place(r, "Monday night")),
        ),
        entry(
            date(2031, 3, 4), date(2031, 3, 4), "day", "The ministry spoke", ("c2",), (place(g, "Tuesday"),)
        ),
        entry(
            date(2031, 3, 5),
            date(2031, 3, 5),
            "day",
            "Brightwater Lines dismissed the allegations",
            ("c2",),
            (place(c, "Wednesday"),),
        ),
        entry(
            date(2031, 3, 3),
            date(2031, 3, 9),
            "week",
            "Ships are to keep clear",
            ("c1",),
            (place(r, "the week"),),
        ),
    )


def cheese_story() -> Story:
    f = cheese()
    return Story(
        "story-2",
        "Great wheel of cheese rolls into the lake",
        ("cheese",),
        (
            Claim(
                "c1",
                "A new race will be held",
                (place(f, "a new race"),),
                (Stand("cheese", "s1", Position.ASSERTS, "its own words"),),
                (Origin("o1", "Ida Bloom", (("cheese", "s1"),), "one speaker"),),
                (),
            ),
        ),
        (),
        (),
    )

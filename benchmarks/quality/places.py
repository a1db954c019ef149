"""Places that names in real news mean, against a list checked by hand: benchmarks/quality/places.tsv.

    D=../shared/data; python -m benchmarks.quality.places --data $D/casualties/incidents.jsonl.gz \\
        $D/ecbplus/documents.jsonl.gz $D/polnear/dev.jsonl.gz $D/re3d/re3d.jsonl.gz $D/stories/articles.jsonl.gz \\
        $D/timelines/articles.jsonl.gz $D/wire/articles.jsonl.gz [--errors dev] [--json] [--predictions FILE]

The mentions were drawn at random (seeded): words with capitals behind "in", "at", "near" and the like or behind a
comma, words that the gazetteer has as a name of a place, and ECB+'s own marks of places; one a document, and no words
more than three times. Left out were adjectives of states and what the pattern had cut wrongly. Each was judged in its
article, by one reader, before the resolver was written. `expected` is an id of `Place.code`, several that are as good
parted by "/"; "?US.TN" a place in that first-level region that has no id in the tables; "-" no place of a gazetteer: a
person, a company, a school, a street. Only ids, offsets and a hash of the words are kept here.

"Right" is the share of the places that got the right one; a place that was not read as one at all, or got none, is
wrong. For "?", any place in that region is right, for the tables cannot give a better one. "Left alone" is the share of
"-" that got no place. The halves are by document: the rules were set on dev.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.quality import product, running
from benchmarks.quality.running import Benchmark, Result, Skip
from herodotus import resolution
from herodotus.compare import atlas
from herodotus.data.annotations import Entity, Form
from herodotus.data.documents import Span
from herodotus.data.places import Place

LIST = Path(__file__).parent / "places.tsv"
NONE = "-"


class Row(NamedTuple):
    """One mention: the file and document it stands in, where, what it means, and the half that it belongs to."""

    data: str
    document: str
    span: Span
    digest: str
    expected: str
    half: str


class Answer(NamedTuple):
    row: Row
    place: Place | None

    @property
    def right(self) -> bool:
        return right(self.row.expected, self.place)


def rows(path: Path = LIST) -> list[Row]:
    lines = path.read_text(encoding="utf8").splitlines()
    split = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [
        Row(data, name, Span(int(s), int(e)), sha, wanted, half)
        for data, name, s, e, sha, wanted, half in split
    ]


def right(expected: str, place: Place | None) -> bool:
    if expected == NONE or place is None:
        return (expected == NONE) == (place is None)
    if expected.startswith("?"):
        return place.admin1 == atlas.regions_of(expected[1:])
    return place.code in expected.split("/")


def place_of(entities: Sequence[Entity], span: Span) -> Place | None:
    """The place of the named mention that shares most with the span."""
    found = [
        (min(m.span.end, span.end) - max(m.span.start, span.start), -len(m.span.of(" " * m.span.end)), n)
        for n, entity in enumerate(entities)
        for m in entity.mentions
        if m.form is Form.NAMED and m.span.overlaps(span)
    ]
    return entities[max(found)[2]].place if found else None


def texts(path: Path) -> Iterator[tuple[str, str]]:
    """Document ids and texts; in casualties they stand below the incidents."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for row in map(json.loads, lines):
            yield from ((each["id"], each["text"]) for each in row.get("articles", [row]))


def answers(paths: Sequence[Path]) -> Iterator[Answer]:
    wanted = defaultdict(list)
    for row in rows():
        wanted[row.data, row.document].append(row)
    for path in paths:
        data = f"{path.parent.name}/{path.name}"
        for name, text in texts(path):
            asked = wanted.pop((data, name), [])
            entities = resolution.resolve(product.annotated(text)).entities if asked else ()
            for row in asked:
                if hashlib.sha256(row.span.of(text).encode()).hexdigest()[:8] != row.digest:
                    raise Skip(f"{data}: {name} has other words at {row.span.start}")
                yield Answer(row, place_of(entities, row.span))


def figures(found: Sequence[Answer]) -> dict[str, float | None]:
    places = [a for a in found if a.row.expected != NONE]
    halves = {half: [a for a in places if a.row.half == half] for half in ("dev", "test")}
    others = [a for a in found if a.row.expected == NONE]
    groups = {
        "right": places,
        "right, dev half": halves["dev"],
        "right, test half": halves["test"],
        "left alone": others,
    }
    return {name: share(group) for name, group in groups.items()}


def share(group: Sequence[Answer]) -> float | None:
    return 100 * sum(a.right for a in group) / len(group) if group else None


def measure(paths: Sequence[Path], errors: str | None) -> Result:
    found = list(answers(paths))
    if not found:
        raise Skip("none of the documents of the list")
    wrong = [a for a in found if not a.right and a.row.half == errors]
    counts = {
        "places": sum(a.row.expected != NONE for a in found),
        "of them without any place": sum(a.row.expected != NONE and a.place is None for a in found),
        "no places": sum(a.row.expected == NONE for a in found),
    }
    return Result(
        figures(found), counts, text="\n".join(map(_line, wrong)), predictions=[_record(a) for a in found]
    )


def _line(answer: Answer) -> str:
    place = answer.place
    got = f"{place.code or place.admin1 or place.country} ({place.reason})" if place else "none"
    return f"{answer.row.document} {answer.row.span.start}: {answer.row.expected}, got {got}"


def _record(answer: Answer) -> dict[str, object]:
    row, place = answer.row, answer.place
    return {
        "data": row.data,
        "document": row.document,
        "start": row.span.start,
        "end": row.span.end,
        "expected": row.expected,
        "place": place.code if place else None,
        "admin1": place.admin1 if place else None,
        "reason": place.reason if place else None,
    }


BENCHMARK = Benchmark(
    "places",
    __doc__ or "",
    measure,
    {"--errors": {"choices": ["dev"], "help": "list what is wrong on the dev half; never on the test half"}},
)

if __name__ == "__main__":
    sys.exit(running.main(BENCHMARK))

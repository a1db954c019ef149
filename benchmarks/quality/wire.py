"""Copies of agency reports among articles on one event, and whose text a page credits, against judgements by hand.

    python -m benchmarks.quality.wire --data ../shared/data/wire/articles.jsonl.gz [--statements] [--json]
        [--predictions FILE]

Two articles go back to one text where one is a copy of the other (cuts, another headline, other page furniture), holds
passages of it (`part`: some fifty words of telling or more, no quotations) or is a later or earlier version of one
report. `quotes` share only what somebody said, `furniture` only what stands around articles (captions too), `own` next
to nothing; `recapture` is one page of one publisher captured twice, which nobody takes for two reports: those pairs are
left out. F1 is that of the first three against the others. No model is read: the articles are those of the readers.

judgements/wire.jsonl has the pairs, by the author of the rules, who saw both texts with the words that they share in
rows of six marked: 216 drawn by hash over bands of the Jaccard index of 5-grams, pairs below 0.1 that share ten words
in a row or an agency's credit, and pairs at random; no more than five of one pair of the set's silver groups. Both
articles of a pair are in one half, by the hash of the silver group. What decides was chosen on the dev half, then the
test half was measured, then 60 harder pairs were drawn and judged: Jaccard below 0.15, 20 to 160 rows of six words in
common.

judgements/wire_credits.jsonl has the agency or outlet whose text a page credits, if it is not the publisher, where it
says so, and who is behind the text by all that the articles say. The rules for credits were written on the articles of
the pairs; 68 more pages were judged afterwards (`fresh`). Of those, before any of their errors was looked at, 20 of 22
credits were right and 20 of 27 found (one credit that the judge had overlooked and two other names of one outlet were
put right in the judgements then).

`--statements` has all articles read by the model, which takes minutes, and counts what the pages tell in their own
words (statements without a speaker): how many of those on pages with a credit, on pages whose text is somebody else's
without any credit, and on pages of their own are put down to the right agency or to none.

Baselines: Jaccard of 5-grams above 0.5, and above what is best on the dev half.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.quality import running
from benchmarks.quality.running import Benchmark, Result, Skip
from benchmarks.quality.stories import Article, read
from herodotus.compare.agencies import is_house
from herodotus.compare.copies import overlap
from herodotus.compare.passages import Words, words
from herodotus.compare.texts import WORD
from herodotus.crossdoc.copying import Text, copies, pairs, texts
from herodotus.data.documents import Document
from herodotus.readers.drafts import Draft, finish
from herodotus.settings import Settings

JUDGEMENTS = Path(__file__).parent / "judgements"
ONE_TEXT = frozenset({"copy", "part", "version"})
HARDER = "20 to 160 runs"
GRAM = 5


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with what it is (`one`: both go back to one text), what was found, and its Jaccard index."""

    a: str
    b: str
    part: str
    verdict: str
    found: str
    jaccard: float

    @property
    def one(self) -> bool:
        return self.verdict in ONE_TEXT


@dataclass(frozen=True, slots=True)
class Credited:
    """A page: the names that would be right, where it says so, and the name that was found."""

    article: str
    names: tuple[str, ...]
    place: str
    found: str | None
    fresh: bool

    @property
    def right(self) -> bool:
        return self.found in self.names


def half(group: str) -> str:
    return "test" if int(hashlib.sha256(f"half {group}".encode()).hexdigest(), 16) % 2 else "dev"


def articles(path: Path) -> dict[str, dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf8") as lines:
        return {row["id"]: row for row in map(json.loads, lines)}


def document(row: Mapping[str, Any]) -> Document:
    draft = Draft(row["id"], "-", row["id"], row["text"])
    draft.know("publisher", row["publisher"], "the data")
    return finish(draft, Settings())


def judgements(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (JUDGEMENTS / name).read_text(encoding="utf8").splitlines()]


def jaccard(a: str, b: str) -> float:
    """Of the sets of GRAM words in a row, the whole text taken."""
    one, other = _grams(a), _grams(b)
    return len(one & other) / len(one | other) if one | other else 0.0


def _grams(text: str) -> set[tuple[str, ...]]:
    found = [word.lower() for word in WORD.findall(text)]
    return {tuple(found[i : i + GRAM]) for i in range(len(found) - GRAM + 1)}


def judged(rows: Mapping[str, Mapping[str, Any]], texts: Mapping[str, Words]) -> list[Judged]:
    """The pairs whose articles are there, recaptures left out."""
    found = []
    for row in judgements("wire.jsonl"):
        a, b = row["a"], row["b"]
        if a in rows and b in rows and row["verdict"] != "recapture":
            part = "harder" if row["drawn"] == HARDER else half(rows[a]["silver_group"])
            kind = overlap(texts[a], texts[b]).kind.value
            alike = jaccard(rows[a]["text"], rows[b]["text"])
            found.append(Judged(a, b, part, row["verdict"], kind, alike))
    return found


def f1(found: Iterable[tuple[bool, bool]]) -> dict[str, float | None]:
    """Pairs of (is, was taken for) -> precision, recall and F1 in percent."""
    pairs = list(found)
    hits = sum(gold and taken for gold, taken in pairs)
    taken, there = sum(t for _, t in pairs), sum(g for g, _ in pairs)
    return {
        "precision": 100 * hits / taken if taken else None,
        "recall": 100 * hits / there if there else None,
        "F1": 200 * hits / (taken + there) if taken + there else None,
    }


def best(found: Sequence[Judged]) -> float:
    """The Jaccard index from which on pairs are best taken for one text."""
    return max(
        (pair.jaccard for pair in found),
        key=lambda least: f1((pair.one, pair.jaccard >= least) for pair in found)["F1"] or 0.0,
    )


def copied(found: Sequence[Judged], taken: Callable[[Judged], bool]) -> dict[str, float | None]:
    """The figures of each part."""
    shown: dict[str, float | None] = {}
    for part in ("dev", "test", "harder"):
        some = [(pair.one, taken(pair)) for pair in found if pair.part == part]
        shown |= {f"{part} {name}": value for name, value in f1(some).items()}
    return shown


def kinds(found: Iterable[Judged]) -> float | None:
    """In how many percent of the pairs of one text a copy is told from a part or version, rightly taken for one text or
    not."""
    same = [(pair.verdict == "copy") == (pair.found == "copy") for pair in found if pair.one]
    return 100 * sum(same) / len(same) if same else None


def credits(documents: Mapping[str, Document]) -> list[Credited]:
    """The pages that are there; a name that is the publisher's own counts as none."""
    found = []
    for row in judgements("wire_credits.jsonl"):
        if row["article"] in documents:
            page = documents[row["article"]]
            name = page.agency if page.agency and not is_house(page.agency, page.publisher) else None
            place, fresh = row["place"] or "", bool(row.get("fresh"))
            found.append(Credited(row["article"], tuple(row["credit"]), place, name, fresh))
    return found


def behind(documents: Mapping[str, Document]) -> list[Credited]:
    """Whose text each judged page is, credits of its copies taken too."""
    every = list(documents.values())
    whose = texts(every, pairs(every))
    return [
        Credited(row["article"], tuple(filter(None, [row["behind"]])) + tuple(row["credit"]), row["place"] or "",
                 _foreign(whose.get(row["article"]), documents[row["article"]]), False)
        for row in judgements("wire_credits.jsonl") if row["article"] in documents
    ]  # fmt: skip


def _foreign(text: Text | None, page: Document) -> str | None:
    return text.agency if text and not is_house(text.agency, page.publisher) else None


def telling(rows: Mapping[str, Mapping[str, Any]], pages: Sequence[Credited]) -> dict[str, float | None]:
    """Of the statements that a page makes in its own words, how many are put down rightly, in percent, by what kind of
    page it is; in pages of their own no agency is right. `pages` are those of `behind`."""
    readings = read([Article(_fields(row), "") for row in rows.values()])
    known = dict(zip(rows, readings, strict=True))
    same = copies(readings)
    counts: dict[str, list[bool]] = {}
    for page in pages:
        reading = known[page.article]
        kind = "credited" if page.place else "uncredited" if page.names else "own"
        for statement in reading.statements:
            if statement.narrated:
                text = same.text((reading.annotated.document.id, statement.id))
                name = _foreign(text, reading.annotated.document)
                counts.setdefault(kind, []).append(name in page.names if page.names else name is None)
    return {f"telling, {kind}": 100 * sum(right) / len(right) for kind, right in sorted(counts.items())}


def _fields(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": row["id"], "text": row["text"], "publisher": row["publisher"], "date": row["scraped"][:10]}


def named(found: Sequence[Credited], name: str) -> dict[str, float | None]:
    """Precision and recall of the names found, in percent."""
    given = [page.right for page in found if page.found]
    there = [page.right for page in found if page.names]
    return {
        f"{name} precision": 100 * sum(given) / len(given) if given else None,
        f"{name} recall": 100 * sum(there) / len(there) if there else None,
    }


def measure(paths: Sequence[Path], *, statements: bool) -> Result:
    rows = {key: row for path in paths for key, row in articles(path).items()}
    if "silver_group" not in next(iter(rows.values()), {}):
        raise Skip("not the wire set")
    documents = {key: document(row) for key, row in rows.items()}
    found = judged(rows, {key: words(page) for key, page in documents.items()})
    least = best([pair for pair in found if pair.part == "dev"])
    pages = credits(documents)
    figures = copied(found, lambda pair: pair.found in ("copy", "part"))
    figures["copy or part"] = kinds(found)
    figures |= named([page for page in pages if not page.fresh], "credit")
    figures |= named([page for page in pages if page.fresh], "credit, fresh")
    figures |= named([page for page in pages if page.place != "byline"], "credit without bylines")
    whose = behind(documents)
    figures |= named(whose, "behind")
    figures |= named([page for page in whose if not page.place], "behind, uncredited")
    figures |= telling(rows, whose) if statements else {}
    plain = copied(found, lambda pair: pair.jaccard > 0.5), copied(found, lambda pair: pair.jaccard >= least)
    headings = "J > 0.5", f"J > {least:.2f}"
    return Result(
        figures,
        counts={"articles": len(rows), "pairs": len(found), "one text": sum(p.one for p in found)}
        | {"pages": len(pages), "credited": sum(bool(page.names) for page in pages)},
        beside={
            h: {n: v for n, v in column.items() if v is not None}
            for h, column in zip(headings, plain, strict=True)
        },
        predictions=[{"a": p.a, "b": p.b, "verdict": p.verdict, "found": p.found} for p in found],
    )


BENCHMARK = Benchmark(
    "wire", __doc__ or "", measure, {"--statements": {"action": "store_true"}}, file="articles.jsonl.gz"
)

if __name__ == "__main__":
    sys.exit(running.main(BENCHMARK))

"""Killed and injured read from news reports against the record of each incident.

    python -m benchmarks.quality.casualties --data ../shared/data/casualties/incidents.jsonl.gz
        [--half dev|test|final|both] [--every N] [--baseline] [--unjudged] [--json] [--predictions FILE]

An article is read with its headline, furniture left out as the product does. What it gives as the whole of a kind
(`events.totals`, the best figure) is right where it is the figure of the record. Precision is taken over the figures
that we give, an explicit nought among them; recall over the pairs of article and kind where the record has somebody.

A figure that is not the record's is no error of reading where the article itself says so. Two kinds are sorted by
rule, from the figures alone:

- died later: those killed and those injured are together as many as in the record, and fewer of them are killed
- without attacker: the figure is the record's without the suspects that it counts

Whom the rules name was looked through once more; judgements/casualties.jsonl goes before them where they are wrong. All
others are errors of reading until it says otherwise: a line an article and kind (article
id, kind, the figure that was judged, the verdict), without any words of the articles. Verdicts: `stage` (an earlier
or later count), `attacker`, `part` (the article tells of some of them only), `several` (of several incidents),
`record` (the record and the article differ), `unsaid` (the article gives no such figure), `reading` (our error). They
hold for that figure only. All figures were judged on the articles' text by one judge, the author of the rules.
In `sorted` real differences count as read right, and `unsaid` is left out of recall; what nobody has judged
counts against us. `estimated` takes as large a share of the unjudged for real as of the judged.

Halves go by the SHA-256 of an incident's id: dev even, test odd. The rules were written on all but `final`, a half of
the test half by a second hash. By default every tenth incident is read, which takes half a minute; `--every 1` reads
all. `--baseline` gives the first number in the text whose noun is of that kind, found without trees.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.quality import product, running
from benchmarks.quality.running import Benchmark, Result
from herodotus import annotation, resolution
from herodotus.compare import quantities
from herodotus.data.annotations import Annotated
from herodotus.data.documents import Document, Furniture
from herodotus.errors import SkipDocument
from herodotus.events import tolls, totals
from herodotus.readers.drafts import Draft, finish
from herodotus.settings import Settings

JUDGEMENTS = Path(__file__).parent / "judgements" / "casualties.jsonl"
KINDS = ("killed", "injured")
SAMPLE = 10
REAL = frozenset({"stage", "attacker", "part", "several", "record"})
RULED = frozenset({"died later", "without attacker"})


@dataclass(frozen=True, slots=True)
class Pair:
    """One kind in one article: what the record has, how many suspects are among them, what was read (None where no
    figure was), and the verdict on it."""

    article: str
    kind: str
    record: int
    suspects: int
    read: float | None
    verdict: str = ""

    @property
    def right(self) -> bool:
        return self.read == self.record


def half(incident: str) -> str:
    return "test" if int(hashlib.sha256(incident.encode()).hexdigest(), 16) % 2 else "dev"


def final(incident: str) -> bool:
    """Whether an incident is of the part on which no rule was written."""
    other = int(hashlib.sha256(f"final {incident}".encode()).hexdigest(), 16)
    return half(incident) == "test" and other % 2 == 0


def taken(incident: str, every: int) -> bool:
    return int(hashlib.sha256(f"sample {incident}".encode()).hexdigest(), 16) % every == 0


def incidents(paths: Sequence[Path], wanted: str, every: int) -> Iterator[dict[str, Any]]:
    for path in paths:
        with gzip.open(path, "rt", encoding="utf8") as lines:
            for incident in map(json.loads, lines):
                name = incident["incident"]
                fits = final(name) if wanted == "final" else wanted in ("both", half(name))
                if fits and taken(name, every):
                    yield incident


def document(article: Mapping[str, Any]) -> Document | None:
    """The article with its headline as the first line of what is read; None where it cannot be read."""
    draft = Draft(article["id"], "-", "", f"{article['title']}\n\n{article['text']}")
    draft.know("published", article["date"], "the data")
    try:
        found = finish(draft, Settings())
    except SkipDocument:
        return None
    kept = tuple(region for region in found.regions if region.kind is not Furniture.TITLE)
    return replace(found, regions=kept)


def annotated(article: Mapping[str, Any]) -> Annotated | None:
    found = document(article)
    if found is None:
        return None
    return resolution.resolve(annotation.decoded(found, annotation.layers(found, product.model())))


def figures(read: Annotated | None, baseline: bool) -> dict[str, float | None]:
    """The best figure of each kind."""
    if read is None:
        return {}
    if baseline:
        return {kind: first(read, kind) for kind in KINDS}
    return {total.outcome.value: total.best for total in totals.totals(read, tolls.tolls(read))}


def first(read: Annotated, kind: str) -> float | None:
    counts = (q.best for q in read.quantities if quantities.kind(q.of) == kind)
    return next((best for best in counts if best is not None), None)


def suspects(incident: Mapping[str, Any], kind: str) -> int:
    """How many of the kind are suspects."""
    return sum(
        "Suspect" in (person["type"] or "") and kind in (person["status"] or "").lower()
        for person in incident["participants"]
    )


def pairs(incident: Mapping[str, Any], article: str, read: Mapping[str, float | None]) -> list[Pair]:
    """The pairs of one article with their verdicts."""
    plain = [
        Pair(article, kind, incident[f"n_{kind}"], suspects(incident, kind), read.get(kind)) for kind in KINDS
    ]
    return [replace(pair, verdict=verdict(pair, plain)) for pair in plain]


def verdict(pair: Pair, both: Sequence[Pair]) -> str:
    """What the judge says, else the rules, else nothing."""
    if pair.right:
        return "right"
    if judged := judgements().get((pair.article, pair.kind, pair.read)):
        return judged
    if (pair.read is not None or pair.kind == "killed") and _died_later(both):
        return "died later"
    if pair.read is not None and pair.suspects and pair.read == pair.record - pair.suspects:
        return "without attacker"
    return ""


def _died_later(both: Sequence[Pair]) -> bool:
    killed = next(pair for pair in both if pair.kind == "killed")
    same = sum(pair.read or 0 for pair in both) == sum(pair.record for pair in both)
    return same and (killed.read or 0) < killed.record


@cache
def judgements() -> dict[tuple[str, str, float | None], str]:
    lines = JUDGEMENTS.read_text(encoding="utf8").splitlines() if JUDGEMENTS.exists() else []
    rows = map(json.loads, lines)
    return {(row["article"], row["kind"], row["figure"]): row["verdict"] for row in rows}


def scores(found: Iterable[Pair], name: str = "") -> dict[str, float | None]:
    """Precision and recall, plain and with real differences sorted out."""
    every = list(found)
    given = [pair for pair in every if pair.read is not None]
    said = [pair for pair in every if pair.record]
    real = [p for p in given if p.right or p.verdict in REAL | RULED]
    judged = [p for p in given if p.verdict in REAL | {"reading"}]
    likely = sum(p.verdict in REAL for p in judged) / len(judged) if judged else 0.0
    blank = sum(not p.verdict for p in given)
    told = [p for p in said if p.verdict != "unsaid" and not (p.read is None and p.verdict in REAL | RULED)]
    return {
        f"{name}precision": _share(sum(p.right for p in given), len(given)),
        f"{name}recall": _share(sum(p.right for p in said), len(said)),
        f"{name}precision sorted": _share(len(real), len(given)),
        f"{name}precision estimated": _share(len(real) + likely * blank, len(given)),
        f"{name}recall sorted": _share(sum(p.record > 0 for p in real), len(told)),
    }


def _share(part: float, whole: int) -> float | None:
    return 100.0 * part / whole if whole else None


def measure(paths: Sequence[Path], *, half: str, every: int, baseline: bool, unjudged: bool) -> Result:
    found: list[Pair] = []
    for incident in incidents(paths, half, every):
        for article in incident["articles"]:
            found += pairs(incident, article["id"], figures(annotated(article), baseline))
    return report(found, unjudged=unjudged)


def report(found: Sequence[Pair], *, unjudged: bool = False) -> Result:
    shown = scores(found)
    for kind in KINDS:
        shown |= scores([pair for pair in found if pair.kind == kind], f"{kind} ")
    verdicts = Counter(p.verdict or ("missed" if p.read is None else "not judged") for p in found if _open(p))
    open_ones = [_line(p) for p in found if _open(p) and not p.verdict] if unjudged else []
    counts = {"pairs": len(found), "given": sum(p.read is not None for p in found)}
    counts |= {"the record has": sum(p.record > 0 for p in found)}
    sorting = "not the record's: " + ", ".join(f"{name} {n}" for name, n in sorted(verdicts.items()))
    return Result(
        shown,
        counts,
        text="\n".join([sorting, *open_ones]),
        predictions=[{"article": p.article, "kind": p.kind, "read": p.read} for p in found],
    )


def _open(pair: Pair) -> bool:
    """Whether there is something to sort: a figure that is not the record's, or none where the record has one."""
    return not pair.right and (pair.read is not None or pair.record > 0)


def _line(pair: Pair) -> str:
    return json.dumps({"article": pair.article, "kind": pair.kind, "figure": pair.read, "verdict": ""})


BENCHMARK = Benchmark(
    "casualties",
    __doc__ or "",
    measure,
    {
        "--half": {"choices": ("dev", "test", "final", "both"), "default": "both"},
        "--every": {"type": int, "default": SAMPLE, "metavar": "N"},
        "--baseline": {"action": "store_true"},
        "--unjudged": {"action": "store_true"},
    },
    file="incidents.jsonl.gz",
)

if __name__ == "__main__":
    sys.exit(running.main(BENCHMARK))

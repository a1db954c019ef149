"""Which propositions of a story are one claim, against groups that people made.

    python -m benchmarks.quality.claims --data ../shared/data/stories/articles.jsonl.gz [--json] [--predictions FILE]
    python -m benchmarks.quality.claims --data benchmarks/quality/judgements/reports.jsonl

Only the judged stories are measured whose articles are all in the data.

judgements/claims.jsonl has a line a story: its articles and the groups, each proposition by its document, the place of
its event word (-1 without one), of its first word, and which of several at one place it is; no words of the articles.
24 stories of the stories set, three or four of their shorter articles each, were judged by two judges who saw every
proposition that the product read in them, but not how it grouped them (one judge each; on the 12 stories that both
judged, the pairs of the one against those of the other give F1 97.5). Same claim: the same event or fact in other
words, with other figures or details, denied or confirmed; not the same: planned against done, another event of the
kind, a part that tells something of its own, an event and a reaction to it. Some of the errors were looked at before
features were chosen, nothing was learned from them.

reports.jsonl holds six stories of five articles on alleged transfers of arms and their use, written for this like
those of training/written (no story is in both). Of their words one article was looked at, their figures were seen
beside those of the folds by which things were chosen. Two judges again, the first of whom counts: the pairs of the one
against those of the other give F1 88.5.

`pairs` is F1 over the pairs of propositions that are put together, with its precision and recall; B-cubed F1 counts
propositions, of which most stand alone. A proposition that is no longer read as it was when judged is left out.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from benchmarks.quality import running, stories
from benchmarks.quality.running import Benchmark, Result, Skip
from benchmarks.quality.stories import Article
from herodotus import pipeline
from herodotus.crossdoc.matching import matched
from herodotus.crossdoc.propositions import Proposition, propositions
from herodotus.data.statements import Reading
from herodotus.settings import Settings

JUDGEMENTS = Path(__file__).parent / "judgements" / "claims.jsonl"

Place = tuple[str, int, int, int]
"""Document, first code point of the event word (-1 without an event), first code point of the words, and which of those
it is that have all this in common ("on 3 and 9 May")."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A story: its documents, and the places of its propositions, those of one claim together."""

    story: str
    documents: tuple[str, ...]
    groups: tuple[tuple[Place, ...], ...]


def judged(path: Path = JUDGEMENTS) -> list[Judged]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]
    return [
        Judged(
            row["story"],
            tuple(row["documents"]),
            tuple(tuple((row["documents"][d], *rest) for d, *rest in group) for group in row["groups"]),
        )
        for row in rows
    ]


def places(found: Iterable[Proposition]) -> list[Place]:
    seen: Counter[tuple[str, int, int]] = Counter()
    given = []
    for p in found:
        first = min((span.start for span in p.words), default=-1)
        at = (p.document, p.event.trigger.start if p.event else -1, first)
        given.append((*at, seen[at]))
        seen[at] += 1
    return given


def labels(row: Judged, found: Sequence[Proposition]) -> list[str | None]:
    """The group of each proposition; None for what was not judged."""
    known = {at: str(n) for n, group in enumerate(row.groups) for at in group}
    return [known.get(at) for at in places(found)]


def readings(articles: Mapping[str, Article]) -> dict[str, Reading]:
    """What the product reads in them, by their ids."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        rows = (each.fields | {"id": name} for name, each in articles.items())
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf8")
        items = [r for r in pipeline.readings([str(path)], Settings()) if isinstance(r, Reading)]
    return {r.annotated.document.id: r for r in items}


def agreement(told: Sequence[tuple[Sequence[Hashable | None], Sequence[Hashable]]]) -> dict[str, float]:
    """Of stories with the judged and the found group of each proposition: F1, precision and recall of pairs, B-cubed
    F1; in percent."""
    both = mine = other = 0
    gold: list[str] = []
    found: list[str] = []
    for n, (judges, ours) in enumerate(told):
        kept = [i for i, label in enumerate(judges) if label is not None]
        for i, j in combinations(kept, 2):
            same, put = judges[i] == judges[j], ours[i] == ours[j]
            both += same and put
            mine += put
            other += same
        gold += [f"{n} {judges[i]}" for i in kept]
        found += [f"{n} {ours[i]}" for i in kept]
    return {
        "pairs": 200 * both / max(1, mine + other),
        "precision": 100 * both / max(1, mine),
        "recall": 100 * both / max(1, other),
        "B-cubed": stories.score(gold, found)["B-cubed"],
    }


def measure(paths: Sequence[Path]) -> Result:
    given = {a.fields["id"]: a for path in paths for a in stories.articles(path)}
    rows = [row for row in judged() if all(name in given for name in row.documents)]
    if not rows:
        raise Skip("no judged story is in the data")
    known = readings({name: given[name] for row in rows for name in row.documents})
    told, predictions, missing = [], [], 0
    for row in rows:
        found = propositions([known[name] for name in row.documents])
        of = {id(p): n for n, group in enumerate(matched(found)) for p in group}
        judges = labels(row, found)
        told.append((judges, [of[id(p)] for p in found]))
        missing += sum(map(len, row.groups)) - sum(label is not None for label in judges)
        predictions += [
            {"story": row.story, "place": list(at), "judged": label, "claim": of[id(p)]}
            for p, at, label in zip(found, places(found), judges, strict=True)
        ]
    counts = {
        "stories": len(rows),
        "propositions": sum(label is not None for judges, _ in told for label in judges),
        "read otherwise": missing,
    }
    return Result(agreement(told), counts, predictions=predictions)


BENCHMARK = Benchmark("claims", __doc__ or "", measure, file="articles.jsonl.gz")

if __name__ == "__main__":
    sys.exit(running.main(BENCHMARK))

"""Statements against hand-made gold: found, source, stance, evidence, chain; and how many printed are real.

    python -m benchmarks.quality.statements --data ../shared/articles/missiles/gold [--json] [--show]
        [--predictions FILE] [--system FILE] [--unjudged]

Reads the articles beside the gold folder with the whole pipeline, or takes the output of `herodotus
annotate --json` (--system). A gold statement is found if an attributed statement's content covers at least
half of its anchor (for a refusal to comment, content and cue together). Of all found for one anchor the
best counts: right source first, then right stance. A chain is right where it has two links or more;
evidence and chain count only where the gold has them.

Precision goes by judgements/statements.jsonl: one line a statement with the article's SHA-256, where its
cue and content stand (code points), and whether a reader would call it a statement: somebody does say that
there. It holds no words of any article. A judgement covers a statement with the same cue and mostly the
same content. Each line names its judge: the author of the rules, or a second reader who judged every
statement without seeing the first verdicts; `real` are those that every judge calls so, `agreed` the share of
those judged twice in which both say the same. `--unjudged` prints what no judgement covers yet, with the line
to add.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.quality import running
from benchmarks.quality.running import Benchmark, Result, Skip
from herodotus.offsets import covered

JUDGEMENTS = Path(__file__).parent / "judgements" / "statements.jsonl"
ALIKE = 0.7  # of two contents' common reach: a word more or less is the same statement
SMALL = frozenset("the of a an mr and to for in s".split())  # noqa: SIM905  (as in the definition)


class Found(NamedTuple):
    """One statement of a system; `country` are ISO codes joined by semicolons."""

    source: str
    country: str
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    stance: str
    evidence: str
    chain: tuple[str, ...]


class Article(NamedTuple):
    name: str
    sha256: str
    text: str
    statements: tuple[Found, ...]


@dataclass
class Counts:
    gold: int = 0
    found: int = 0
    source: int = 0
    stance: int = 0
    evidence_gold: int = 0
    evidence: int = 0
    chain_gold: int = 0
    chain: int = 0
    printed: int = 0
    judged: int = 0
    real: int = 0
    twice: int = 0
    agreed: int = 0

    def shares(self) -> dict[str, float | None]:
        parts = {
            "found": (self.found, self.gold),
            "source": (self.source, self.found),
            "stance": (self.stance, self.found),
            "evidence": (self.evidence, self.evidence_gold),
            "chain": (self.chain, self.chain_gold),
            "real": (self.real, self.judged),
            "judged": (self.judged, self.printed),
            "agreed": (self.agreed, self.twice),
        }
        return {name: round(100 * a / b, 1) if b else None for name, (a, b) in parts.items()}


def words(text: str | None) -> set[str]:
    """Letters only, without accents and small words; what two names are compared by."""
    plain = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().lower()
    return set(re.findall(r"[a-z]+", plain)) - SMALL


def covers(spans: Iterable[Sequence[int]], start: int, end: int) -> bool:
    return covered([(a, b) for a, b in spans], start, end) >= 0.5 * (end - start)


def source_right(gold: dict[str, Any], found: Found) -> bool:
    """Half of the words in common, the same surname, or, for bodies, the same country."""
    want, have = words(gold["source"]), words(found.source)
    if want & have and len(want & have) / len(want | have) >= 0.5:
        return True
    person = len(gold["source"].split()) == 2 and gold["source"].istitle()
    if person or "-" in gold["source"]:
        return bool(words(gold["source"].split()[-1]) & have)
    if gold["actor"] and found.country:
        shared = set(found.country.replace(",", ";").split(";")) & set(gold["actor"].split(";"))
        if shared:
            return True
    return bool(want & have) and not gold["actor"]


def best(gold: dict[str, Any], statements: Sequence[Found]) -> Found | None:
    """The statement that counts for a gold one; None where it was missed."""
    where = gold["start"], gold["end"]
    near = [s for s in statements if covers(s.content or s.cue, *where)]
    if not near and gold["stance"] == "declines":
        near = [s for s in statements if s.stance == "declines" and covers((*s.cue, *s.content), *where)]
    attributed = [s for s in near if s.cue]
    return max(attributed, key=lambda s: (source_right(gold, s), s.stance == gold["stance"]), default=None)


def score(counts: Counts, gold: Sequence[dict[str, Any]], statements: Sequence[Found]) -> Iterator[str]:
    """Adds one article to the counts and yields, in words, what is missed or wrong."""
    for wanted in gold:
        counts.gold += 1
        found = best(wanted, statements)
        if found is None:
            yield f"missed {wanted['id']}: {wanted['source']} | {wanted['cue']} | {wanted['anchor'][:70]}"
            continue
        right, stance = source_right(wanted, found), found.stance == wanted["stance"]
        counts.found += 1
        counts.source += right
        counts.stance += stance
        if wanted["evidence"]:
            counts.evidence_gold += 1
            counts.evidence += found.evidence == wanted["evidence"]
        if wanted["chain"]:
            counts.chain_gold += 1
            counts.chain += len(found.chain) >= 2
        if not (right and stance):
            got = f"{found.source} ({found.country}) {found.stance}"
            yield f"wrong {wanted['id']}: want {wanted['source']} {wanted['stance']}, got {got}"


Span = tuple[int, int]


class Judgement(NamedTuple):
    cue: Span
    content: Span
    real: bool
    judge: str = "author"

    def covers(self, cue: Span, content: Span) -> bool:
        shared = min(self.content[1], content[1]) - max(self.content[0], content[0])
        either = max(self.content[1], content[1]) - min(self.content[0], content[0])
        return self.cue[0] < cue[1] and cue[0] < self.cue[1] and shared >= ALIKE * either


def hull(spans: Sequence[Span]) -> Span:
    return min(s[0] for s in spans), max(s[1] for s in spans)


def judgements(path: Path = JUDGEMENTS) -> dict[str, list[Judgement]]:
    """By the hash of the article; none where there is no such file."""
    known: dict[str, list[Judgement]] = {}
    for line in path.read_text(encoding="utf8").splitlines() if path.exists() else ():
        row = json.loads(line)
        known.setdefault(row["document"], []).append(
            Judgement(_pair(row["cue"]), _pair(row["content"]), bool(row["real"]), row["judge"])
        )
    return known


def _pair(values: Sequence[int]) -> Span:
    return values[0], values[1]


def judge(counts: Counts, article: Article, known: Sequence[Judgement]) -> Iterator[Found]:
    """Counts the judged statements of an article and yields the others."""
    for statement in article.statements:
        if not statement.cue:
            continue
        counts.printed += 1
        cue, content = hull(statement.cue), hull(statement.content or statement.cue)
        verdicts = {each.judge: each.real for each in reversed(known) if each.covers(cue, content)}
        if not verdicts:
            yield statement
            continue
        counts.judged += 1
        counts.real += all(verdicts.values())
        counts.twice += len(verdicts) > 1
        counts.agreed += len(verdicts) > 1 and len(set(verdicts.values())) == 1


def by_pipeline(paths: Sequence[Path]) -> Iterator[Article]:
    """The articles as the shipped product reads them."""
    from herodotus import pipeline  # noqa: PLC0415  (loads the model; --system needs none)
    from herodotus.data.documents import Skipped  # noqa: PLC0415
    from herodotus.settings import Settings  # noqa: PLC0415

    for reading in pipeline.readings([str(path) for path in paths], Settings()):
        if isinstance(reading, Skipped):
            print(f"skipped {reading.origin}: {reading.reason}", file=sys.stderr)
            continue
        document = reading.annotated.document
        statements = tuple(
            Found(
                s.source.name,
                ";".join(s.source.country),
                s.cue,
                s.content,
                s.stance.value,
                s.evidence.value,
                s.chain,
            )
            for s in reading.statements
        )
        yield Article(Path(document.origin).stem, document.sha256, document.text, statements)


def by_file(system: Path, paths: Sequence[Path]) -> Iterator[Article]:
    """The articles as printed by `herodotus annotate --json`, one object a line."""
    bytes_of = {path.stem: path.read_bytes() for path in paths}
    for line in system.read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        name = next((name for name in bytes_of if name in json.dumps(row.get("id"))), None)
        if name is not None:
            sha256 = hashlib.sha256(bytes_of[name]).hexdigest()
            yield Article(name, sha256, row["text"], tuple(_found(s) for s in row["statements"]))


def _found(row: dict[str, Any]) -> Found:
    source, actor = row["source"], row["source"].get("actor")
    country = actor.get("country") if isinstance(actor, dict) else actor
    country = ";".join(country) if isinstance(country, list) else country or ""
    spans = [tuple((a, b) for a, b in row[part] or ()) for part in ("cue", "content")]
    return Found(
        source["name"], country, spans[0], spans[1], row["stance"], row["evidence"], tuple(row["chain"] or ())
    )


def gold_in(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The gold statements by the name of their article."""
    paths = [*sorted(folder.glob("[0-9]*.json")), *sorted(folder.glob("story*.json"))]
    rows = (json.loads(path.read_text(encoding="utf8")) for path in paths)
    return {row["document"]: row["statements"] for row in rows}


def compared(
    gold: dict[str, list[dict[str, Any]]], articles: Iterable[Article]
) -> tuple[Counts, list[str], list[str]]:
    """The counts, what is missed or wrong, and the lines that wait for a judgement."""
    notes: list[str] = []
    open_lines: list[str] = []
    counts, known = Counts(), judgements()
    read = {article.name: article for article in articles}
    for name, wanted in gold.items():
        article = read.get(name, Article(name, "", "", ()))
        notes += score(counts, wanted, article.statements)
        open_lines += [
            _line(article, statement) for statement in judge(counts, article, known.get(article.sha256, []))
        ]
    return counts, notes, open_lines


def _line(article: Article, statement: Found) -> str:
    content = " .. ".join(article.text[a:b] for a, b in statement.content)
    cue = " .. ".join(article.text[a:b] for a, b in statement.cue)
    where = {"cue": hull(statement.cue), "content": hull(statement.content or statement.cue)}
    row = json.dumps({"document": article.sha256, **where, "real": None, "judge": None})
    return f"{row}  # {statement.source} | {cue} | {statement.stance} | {content}".replace("\n", " ")


def measure(
    paths: Sequence[Path], *, system: Path | None = None, show: bool = False, unjudged: bool = False
) -> Result:
    """The gold folders; the articles lie beside each."""
    gold = {name: wanted for folder in paths for name, wanted in gold_in(folder).items()}
    texts = [path for folder in paths for name in gold for path in folder.parent.glob(f"{name}.txt")]
    if not gold or not texts:
        raise Skip(f"no gold statements with their articles at {', '.join(map(str, paths))}")
    articles = list(by_file(system, texts) if system else by_pipeline(texts))
    counts, notes, open_lines = compared(gold, articles)
    text = "\n".join([*(notes if show else ()), *(open_lines if unjudged else ())])
    rows = [article._replace(text="")._asdict() for article in articles]
    return Result(counts.shares(), asdict(counts), text=text, predictions=rows)


BENCHMARK = Benchmark(
    "statements",
    __doc__ or "",
    measure,
    {
        "--system": {"type": Path, "help": "output of `herodotus annotate --json` instead of a run"},
        "--show": {"action": "store_true", "help": "misses, errors"},
        "--unjudged": {"action": "store_true", "help": "what to judge"},
    },
)


def main(arguments: Sequence[str] | None = None) -> int:
    return running.main(BENCHMARK, arguments)


if __name__ == "__main__":
    sys.exit(main())

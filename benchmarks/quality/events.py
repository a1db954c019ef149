"""Types of political events against PLOVER's gold records: accuracy over the 16 root types.

    python -m benchmarks.quality.events --data ../shared/data/events/plover_gsr.jsonl.gz [--json] [--predictions FILE]

Only the third of the records that training leaves out (`training.splits.held`), each read as a document of its own;
records whose type is none of the current ones are left out. "Given": the words of the event are known, and the type
is the one with the largest log-sum-exp of its logits over them. "Sentence": the same over all words. That there is no
event at all is not an answer here. Below: of each annotated type the share that is right, and what is taken for what.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.quality import product, running
from benchmarks.quality.running import Benchmark, Result
from herodotus.models.reader import Layers
from training.splits import held


class Record(NamedTuple):
    id: str
    text: str
    type: str
    event: list[tuple[int, int]]


class Answer(NamedTuple):
    """The annotated type, the one found with the event given, and the one found for the sentence."""

    wanted: str
    given: str
    sentence: str


def records(path: Path) -> Iterator[Record]:
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            if held(number) and row["event_now"]:
                event = [(start, end) for start, end in row["spans"]["event"]]
                yield Record(row["id"], row["text"], row["event_now"], event)


def answer(record: Record, layers: Layers) -> Answer:
    logits, names = product.part(layers, "events"), product.part(layers.labels, "events")
    rows = np.asarray(logits, float)[:, -len(names) :]  # without the column for no event
    over = [any(w.start < end and start < w.end for start, end in record.event) for w in layers.words]
    return Answer(record.type, names[likeliest(rows[over])], names[likeliest(rows)])


def likeliest(logits: NDArray[np.float64]) -> int:
    """The type with the largest log-sum-exp over the words; logits are words x types."""
    return int(np.logaddexp.reduce(logits, axis=0).argmax())


def score(answers: Sequence[Answer]) -> dict[str, float]:
    """Accuracy in percent, and of each type."""
    figures = {
        "given": _share([a.given == a.wanted for a in answers]),
        "sentence": _share([a.sentence == a.wanted for a in answers]),
    }
    for name in sorted({a.wanted for a in answers}):
        figures[f"given {name}"] = _share([a.given == name for a in answers if a.wanted == name])
        figures[f"sentence {name}"] = _share([a.sentence == name for a in answers if a.wanted == name])
    return figures


def _share(right: Sequence[bool]) -> float:
    return round(100 * sum(right) / max(1, len(right)), 1)


def table(answers: Sequence[Answer]) -> str:
    figures = score(answers)
    lines = [f"{'':14}{'records':>9}{'given':>9}{'sentence':>9}"]
    lines.append(f"{'all':14}{len(answers):9}{figures['given']:9.1f}{figures['sentence']:9.1f}")
    for name, count in Counter(a.wanted for a in answers).most_common():
        both = figures[f"given {name}"], figures[f"sentence {name}"]
        lines.append(f"{name:14}{count:9}{both[0]:9.1f}{both[1]:9.1f}")
    return "\n".join(lines)


def confusions(answers: Sequence[Answer]) -> str:
    """Wrong answers with the event given, the most frequent first."""
    wrong = Counter((a.wanted, a.given) for a in answers if a.given != a.wanted)
    return "\n".join(f"{wanted} taken for {given}: {count}" for (wanted, given), count in wrong.most_common())


def measure(paths: Sequence[Path]) -> Result:
    read = [record for path in paths for record in records(path)]
    answers = [answer(record, product.layers(record.text)) for record in read]
    rows = [{"id": r.id, **a._asdict()} for r, a in zip(read, answers, strict=True)]
    return Result(
        score(answers),
        {"records": len(read)},
        table=table(answers),
        text=confusions(answers),
        predictions=rows,
    )


BENCHMARK = Benchmark("events", __doc__ or "", measure)

if __name__ == "__main__":
    sys.exit(running.main(BENCHMARK))

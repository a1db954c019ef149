"""Events and whether they happened: PLOVER records, PETRARCH's tests, synthetic stories, It-Happened."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from herodotus.models import words as wording
from training.examples import Example, Happening, in_words, lines, shapes_of, spaced
from training.labels import EVENTS
from training.splits import held

# What is planned (-1) and what may be (0) stand lower with the readers of It-Happened, as their means in its training
# part show.
LIKE_READERS = {-1.0: -1.9, 0.0: -1.2}
GROUP = 10  # sentences an example, so that windows are about as long as elsewhere
# CAMEO's roots (Schrodt 2012) under PLOVER's names; 01, 02 and 12x as their second digit says.
CAMEO = {
    "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID",
    "08": "CONCEDE", "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN",
    "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT",
}  # fmt: skip


def records(path: Path) -> Iterator[Example]:
    """PLOVER's gold records that are not held out, one a window: the words of the event bear its type."""
    for number, line in enumerate(lines(path)):
        record = json.loads(line)
        if held(number) or not record["event_now"]:
            continue
        spans = wording.words(record["text"])
        kind = 1 + EVENTS.index(record["event_now"])
        yield Example(
            "typed",
            [s.of(record["text"]) for s in spans],
            shapes_of(record["text"], spans),
            events=[Happening(a, b, kind, None) for a, b in in_words(spans, record["spans"]["event"])],
        )


def petrarch(path: Path) -> Iterator[Example]:
    """Sentences with one kind of event only; which words name it is not said."""
    for line in lines(path):
        record = json.loads(line)
        kinds = {CAMEO.get(e["code"][:2]) for e in record["events"] if e["code"].isdigit()}
        if len(kinds) == 1 and (kind := kinds.pop()):
            yield _whole(record["text"], kind)


def stories(path: Path, *, most: int = 60, each: int = 120) -> Iterator[Example]:
    """The opening of some synthetic stories of each type, one in so many; the label is that of the headline that a
    story was made from, so it counts little."""
    records = [json.loads(line) for line in lines(path)]
    sizes, seen = Counter(r["event_now"] for r in records), Counter[str]()
    for record in records:
        kind = record["event_now"]
        seen[kind] += 1
        if kind and seen[kind] * each // max(sizes[kind], each) > (seen[kind] - 1) * each // max(
            sizes[kind], each
        ):
            yield _whole(record["text"], record["event_now"], most=most, task="stories")


def _whole(text: str, kind: str, *, most: int = 200, task: str = "typed") -> Example:
    spans = wording.words(text)[:most]
    return Example(
        task,
        [s.of(text) for s in spans],
        shapes_of(text, spans),
        events=[Happening(0, len(spans), 1 + EVENTS.index(kind), None)],
    )


def factuality(path: Path) -> Iterator[Example]:
    """Tokenised sentences with a value for each predicate."""
    sentences = [json.loads(line) for line in lines(path)]
    for i in range(0, len(sentences), GROUP):
        out = Example("factuality", [], [], events=[])
        for sentence in sentences[i : i + GROUP]:
            _add(out, sentence)
        yield out


def _add(out: Example, sentence: dict) -> None:
    tokens = [UNESCAPED.get(t, t) for t in sentence["text"].split()]
    words, shapes, origin = spaced(tokens)
    place, starts = 0, {}
    for number, token in enumerate(sentence["text"].split()):
        starts[place] = number
        place += len(token) + 1
    base = len(out.words)
    out.words += words
    out.shapes += shapes
    for target in sentence["targets"]:
        token = starts.get(target["start"])
        if token in origin:
            first = base + origin.index(token)
            out.events.append(Happening(first, first + origin.count(token), -1, target["label"]))


UNESCAPED = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}

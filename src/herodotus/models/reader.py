"""The reading model: one ONNX file that gives every layer for every word of a document in one pass."""

from __future__ import annotations

import base64
import itertools
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from herodotus.data.documents import Span
from herodotus.errors import StopRun
from herodotus.models import antecedents, pairs
from herodotus.models import words as wording
from herodotus.models.pieces import Vocabulary
from herodotus.models.windows import Window, windows

VERSION = "3"
MODEL = f"herodotus-reader-{VERSION}"
START, END, UNKNOWN = 101, 102, 100
MOST_PIECES_A_WORD = 16
PER_WORD = (
    "cue",
    "names",
    "conflict",
    "tags",
    "lemmas",
    "starts",
    "meaning",
    "arc_from",
    "arc_to",
    "root",
    "label_from",
    "label_to",
    "link_cue",
    "link_word",
    "link_query",
    "link_key",
    "markables",
    "edge_head",
    "edge_word",
    "anaphor",
    "anaphor_ends",
    "antecedent",
    "antecedent_ends",
    "alike",
    "events",
    "factuality",
)

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]
Feed = dict[str, Numbers]


@dataclass(frozen=True, slots=True)
class Labels:
    """The closed label sets in the order of the heads' outputs."""

    names: tuple[str, ...]
    conflict: tuple[str, ...]
    tags: tuple[str, ...]
    relations: tuple[str, ...]
    lemmas: tuple[str, ...]
    markables: tuple[str, ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Small:
    """Weights of the pair scorers, applied outside the graph; the last row of `label` and `link` is the bias."""

    label: Floats  # 129 x relations
    label_both: Floats  # 128 x relations
    link: Floats  # 193 x 5
    far: Floats  # 48 x 192
    between: Floats  # 128 x 192
    edge_far: Floats  # 2 x antecedents.REACH


@dataclass(frozen=True, slots=True)
class Layers:
    """One row a word: `cue` n x 3 logits, `names` and `conflict` BIO logits, `tags` and `lemmas` label numbers,
    `starts` n x 2, `meaning` n x 384, `markables` and `events` logits with "none" first, `factuality` n x 1 from -3 to
    3, the rest low-rank parts of the pair scorers. `paragraphs` are the words
    that open one, `running` the counts of models.pairs."""

    words: tuple[Span, ...]
    paragraphs: tuple[int, ...]
    running: Numbers
    labels: Labels
    small: Small
    cue: Floats
    names: Floats
    conflict: Floats
    tags: Numbers
    lemmas: Numbers
    starts: Floats
    meaning: Floats
    arc_from: Floats
    arc_to: Floats
    root: Floats
    label_from: Floats
    label_to: Floats
    link_cue: Floats
    link_word: Floats
    link_query: Floats
    link_key: Floats
    markables: Floats
    edge_head: Floats
    edge_word: Floats
    anaphor: Floats
    anaphor_ends: Floats
    antecedent: Floats
    antecedent_ends: Floats
    alike: Floats
    events: Floats
    factuality: Floats


def relu(values: Floats) -> Floats:
    """Sets what is below nought to nought, in place; against noughts numpy is four times as fast as against one."""
    return np.maximum(values, np.zeros_like(values), out=values)


class ReadingModel(Protocol):
    """What a model of one's own has to offer: layers for the words inside `blocks` of a text, and a name."""

    @property
    def name(self) -> str: ...

    def read(self, text: str, blocks: Sequence[Span]) -> Layers: ...


class OnnxReader:
    """The shipped model. The same text gives the same layers whatever else is read: windows run one by one."""

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        import onnxruntime  # noqa: PLC0415  (a third of a second that only reading needs)

        path = folder / "reader.onnx"
        if not path.exists():
            raise StopRun(f"no reading model at {path}: reinstall the package or give another folder")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self._vocabulary = Vocabulary(folder / "vocabulary.json")
        card = self._session.get_modelmeta().custom_metadata_map
        if card.get("herodotus.version") != VERSION:
            raise StopRun(f"{path} is not a reading model of version {VERSION}")
        self.labels = Labels(**{k: tuple(v) for k, v in json.loads(card["herodotus.labels"]).items()})
        self.small = Small(
            *(
                _unpacked(card[f"herodotus.{k}"], width)
                for k, width in (
                    ("label", len(self.labels.relations)),
                    ("label_both", len(self.labels.relations)),
                    ("link", 5),
                    ("far", 192),
                    ("between", 192),
                    ("edge_far", antecedents.REACH),
                )
            )
        )
        self.name = MODEL

    def read(self, text: str, blocks: Sequence[Span]) -> Layers:
        """Reads the words inside `blocks` (sorted, disjoint) as one run of text; each block opens a paragraph."""
        return self.layers(_cut(text, blocks))

    def layers(self, cut: Cut) -> Layers:
        """The layers of words that were cut already."""
        parts = [self.run(feed) for feed in self._feeds(cut)]
        arrays = {name: np.concatenate([part[i] for part in parts]) for i, name in enumerate(PER_WORD)}
        running = pairs.counts(cut.words, cut.shapes)
        return Layers(tuple(cut.spans), tuple(cut.paragraphs), running, self.labels, self.small, **arrays)

    def feeds(self, text: str, blocks: Sequence[Span]) -> list[Feed]:
        """What the session gets for each window."""
        return self._feeds(_cut(text, blocks))

    def run(self, feed: Feed) -> list[NDArray[np.generic]]:
        """The heads, in the order of PER_WORD, for the words that one window answers for."""
        out: list[NDArray[np.generic]] = self._session.run(None, feed)
        return out

    def _feeds(self, cut: Cut) -> list[Feed]:
        pieces = [self._vocabulary.pieces(w)[:MOST_PIECES_A_WORD] or (UNKNOWN,) for w in cut.words]
        sizes = [len(each) for each in pieces]
        starts = np.cumsum([0, *sizes])
        ids = np.fromiter(itertools.chain.from_iterable(pieces), np.int64, int(starts[-1]))
        forms = np.repeat(np.array(cut.shapes, np.int64), sizes)
        return [_feed(window, starts, ids, forms) for window in windows(sizes, cut.paragraphs)]


def _feed(window: Window, starts: Numbers, ids: Numbers, forms: Numbers) -> Feed:
    """`starts` is the first piece of each word, `ids` and `forms` are those of all pieces."""
    own = starts[window.own_first : window.own_last] - starts[window.first] + 1
    pieces = slice(starts[window.first], starts[window.last])
    return {
        "ids": np.concatenate([[START], ids[pieces], [END]]),
        "shapes": np.concatenate([[wording.SHAPES], forms[pieces], [wording.SHAPES]]),
        "first": own,
    }


@dataclass(frozen=True, slots=True)
class Cut:
    """A text in words, with their shapes and the words that open a paragraph."""

    spans: list[Span]
    words: list[str]
    shapes: list[int]
    paragraphs: list[int]


def _cut(text: str, blocks: Sequence[Span]) -> Cut:
    cut = Cut([], [], [], [])
    for block in blocks:
        last: int | None = None
        for span in wording.words(text, block.start, block.end):
            start, end = span
            before = "\n\n" if last is None else text[last:start]
            if "\n" in before:
                cut.paragraphs.append(len(cut.spans))
            cut.spans.append(span)
            cut.words.append(text[start:end])
            cut.shapes.append(wording.shape(text[start:end], before))
            last = end
    return cut


def _unpacked(packed: str, width: int) -> Floats:
    return np.frombuffer(base64.b64decode(packed), "<f4").reshape(-1, width)


@cache
def shipped(threads: int = 1) -> OnnxReader:
    """The model inside the package, loaded once a process; `threads` for one window."""
    return OnnxReader(Path(str(resources.files("herodotus.models"))), threads=threads)

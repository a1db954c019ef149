"""Writes the averaged weights as one int8 ONNX file with its label sets, and its vocabulary.

    python -m training.export --run /tmp/herodotus-model --to src/herodotus/models

Matrix products are quantised dynamically, weights by channel, inputs by window. A few large channels would take the
whole range of an input: so all are brought to like sizes first, and the weights take the other side of it
(SmoothQuant, Xiao et al. 2023). Embeddings are quantised row by row, in the graph itself.
"""

from __future__ import annotations

import argparse
import base64
import json
import random
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from herodotus.models.reader import PER_WORD, VERSION
from training import labels
from training.batches import batch, cut, windows
from training.network import HEADS, HIDDEN, Encoder, Layer, Network
from training.sets import own
from training.train import base_folder, sizes

EVENNESS = 0.8  # 0 leaves the inputs as they are, 1 makes all their channels alike


class Rows(nn.Module):
    """An embedding kept as int8 with one scale a row."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("cells", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        return self.cells[ids].float() * self.scale[ids]


class Even(nn.Module):
    """A linear layer whose input channels are first brought to like sizes."""

    def __init__(self, *parts: nn.Linear) -> None:
        super().__init__()
        self.weight = torch.cat([p.weight for p in parts]).detach()
        self.bias = torch.cat([p.bias for p in parts]).detach()
        self.largest = torch.zeros(self.weight.shape[1])
        self.scale: Tensor | None = None

    def settle(self) -> None:
        """Divides by what each channel was seen to reach, as far as EVENNESS says."""
        scale = self.largest.clamp(min=1e-5) ** EVENNESS
        scale = scale / self.weight.abs().amax(0).clamp(min=1e-5) ** (1 - EVENNESS)
        self.weight, self.scale = self.weight * scale, 1 / scale

    def forward(self, x: Tensor) -> Tensor:
        if self.scale is None:
            self.largest = torch.maximum(self.largest, x.abs().amax(0))
            return F.linear(x, self.weight, self.bias)
        return F.linear(x * self.scale, self.weight, self.bias)


class ShippedLayer(nn.Module):
    """One layer of the encoder, with query, key and value in one product."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.mixed = Even(layer.query, layer.key, layer.value)
        self.up, self.down, self.out = Even(layer.up), Even(layer.down), layer.out
        self.norm1, self.norm2 = layer.norm1, layer.norm2

    def forward(self, x: Tensor) -> Tensor:
        size = HIDDEN // HEADS
        q, k, v = self.mixed(x).reshape(-1, 3, HEADS, size).permute(1, 2, 0, 3).unbind(0)
        weights = F.softmax(q @ k.transpose(1, 2) / size**0.5, dim=-1)
        x = self.norm1(x + self.out((weights @ v).transpose(0, 1).reshape(-1, HIDDEN)))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class Shipped(nn.Module):
    """The network for one window."""

    def __init__(self, net: Network, *, quantised: bool) -> None:
        super().__init__()
        self.net = net
        table = net.encoder.pieces.weight.detach()
        self.pieces = Rows(table) if quantised else nn.Embedding.from_pretrained(table)
        self.layers = nn.ModuleList(ShippedLayer(layer) for layer in net.encoder.layers)
        if quantised:
            self._even()

    def _even(self) -> None:
        """Settles the scale of every layer's inputs on the articles written for this project."""
        tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
        for example in own.chains():
            for window in windows(example, cut(example.words, tokenizer), random.Random(0)):
                seen = batch([window])
                self.encode(seen.ids[0], seen.shapes[0])
        for part in self.modules():
            if isinstance(part, Even):
                part.settle()

    def encode(self, ids: Tensor, shapes: Tensor) -> Tensor:
        base: Encoder = self.net.encoder
        x = (
            self.pieces(ids)
            + base.positions.weight[: ids.shape[0]]
            + base.kinds.weight[0]
            + base.shapes(shapes)
        )
        x = base.norm(x)
        for layer in self.layers:
            x = layer(x)
        return x

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """ids, shapes: pieces; first: words -> the heads of each word, in the order of PER_WORD."""
        net = self.net
        words = self.encode(ids, shapes)[first]
        return (
            net.cue(words),
            net.names(words),
            net.conflict(words),
            net.tags(words).argmax(-1),
            net.lemmas(words).argmax(-1),
            net.starts(words),
            net.meaning(words),
            torch.relu(net.arc_from(words)) @ net.arc,
            torch.relu(net.arc_to(words)),
            net.root(words),
            net.label_from(words),
            net.label_to(words),
            net.link_cue(words),
            net.link_word(words),
            net.link_query(words),
            net.link_key(words),
            net.markables(words),
            net.edge_head(words),
            net.edge_word(words),
            net.anaphor(words),
            net.anaphor_ends(words),
            net.antecedent(words),
            net.antecedent_ends(words),
            net.alike(words),
            net.events(words),
            net.happened(words),
        )


def load(run: Path, known: labels.Inventory, weights: str) -> Network:
    """`weights`: "average" over the last steps, or "net" as it stands."""
    net = Network(sizes(known))
    net.load_state_dict(torch.load(run / "checkpoint.pt", weights_only=True)[weights])
    return net.eval()


def packed(array: Tensor) -> str:
    return base64.b64encode(array.detach().numpy().astype("<f4").tobytes()).decode()


def card(net: Network, known: labels.Inventory) -> dict[str, str]:
    """What the reader needs besides the graph; it refuses a file without these."""
    return {
        "herodotus.version": VERSION,
        "herodotus.labels": json.dumps(
            {
                "names": labels.NAMES,
                "conflict": labels.CONFLICT,
                "tags": labels.TAGS,
                "relations": known.relations,
                "lemmas": known.lemmas,
                "markables": labels.MARKABLES,
                "events": labels.EVENTS,
            }
        ),
        "herodotus.label": packed(torch.cat([net.label.weight.T, net.label.bias[None]])),
        "herodotus.label_both": packed(net.label_both.weight.T),
        "herodotus.link": packed(torch.cat([net.link.weight.T, net.link.bias[None]])),
        "herodotus.far": packed(net.link_far.weight),
        "herodotus.between": packed(net.link_between.weight),
        "herodotus.edge_far": packed(net.edge_far),
    }


def write(net: Network, known: labels.Inventory, path: Path, *, quantised: bool = True) -> None:
    sample = (torch.randint(1000, 2000, (40,)), torch.zeros(40, dtype=torch.long), torch.arange(1, 30))
    pieces, words = torch.export.Dim("pieces", min=3, max=512), torch.export.Dim("words", min=1, max=512)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        program = torch.onnx.export(
            Shipped(net, quantised=quantised).eval(),
            sample,
            dynamo=True,
            input_names=["ids", "shapes", "first"],
            output_names=list(PER_WORD),
            dynamic_shapes=({0: pieces}, {0: pieces}, {0: words}),
            opset_version=18,
        )
        program.save(str(plain))
        bare = onnx.load(str(plain))
        del bare.graph.value_info[:]  # the exporter's shapes hinder the quantiser's own inference
        onnx.save(bare, str(plain))
        if quantised:
            quantize_dynamic(
                plain,
                path,
                weight_type=QuantType.QInt8,
                per_channel=True,
                op_types_to_quantize=["MatMul", "Gemm"],
                extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
            )
        else:
            shutil.copy(plain, path)
    model = onnx.load(str(path))
    onnx.helper.set_model_props(model, card(net, known))
    onnx.save(model, str(path))


def export(run: Path, to: Path, *, weights: str = "average", quantised: bool = True) -> None:
    """Writes reader.onnx and vocabulary.json into the folder `to`."""
    stored = json.loads((run / "inventory.json").read_text())
    known = labels.Inventory(**{name: tuple(values) for name, values in stored.items()})
    net = load(run, known, weights)
    to.mkdir(parents=True, exist_ok=True)
    with torch.no_grad():
        write(net, known, to / "reader.onnx", quantised=quantised)
    shutil.copy(base_folder() / "tokenizer.json", to / "vocabulary.json")
    print(f"{to / 'reader.onnx'}: {(to / 'reader.onnx').stat().st_size / 1e6:.1f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument(
        "--float", action="store_true", help="keep 32-bit weights, to measure what int8 costs"
    )
    parser.add_argument("--weights", choices=("average", "net"), default="average")
    args = parser.parse_args()
    export(args.run, args.to, weights=args.weights, quantised=not args.float)


if __name__ == "__main__":
    main()

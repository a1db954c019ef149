"""Weights to start from: those of a checkpoint, or of a shipped file, as good as int8 keeps them."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.network import HIDDEN, LAYERS, LINK, LINK_LABELS, VOCABULARY


def weights(path: Path) -> dict[str, Tensor]:
    """The state of a `Network`; `path` is a checkpoint.pt or a reader.onnx."""
    if path.suffix == ".onnx":
        return shipped(path)
    return torch.load(path, weights_only=True)["net"]


def shipped(path: Path) -> dict[str, Tensor]:
    """Out of a file that `training.export` wrote: each weight comes back within half a step of its channel's scale.

    ValueError where the file keeps 32-bit weights.
    """
    model = onnx.load(str(path))
    arrays = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
    if not any(name.endswith("_quantized") for name in arrays):
        raise ValueError(f"{path}: not a file that training.export wrote with int8 weights")
    out = {name: array for name, array in arrays.items() if name.endswith(("weight", "bias"))}
    for name in [n.removesuffix("_quantized") for n in arrays if n.endswith("_quantized")]:
        out[name] = (arrays[f"{name}_quantized"] * arrays[f"{name}_scale"]).T
        evened = arrays.get(f"{name.removesuffix('.weight')}.scale")
        if evened is not None:
            out[name] = out[name] * evened
    out = {_own_name(name): array for name, array in out.items()}
    out["arc"] = out["arc"].T  # a bare matrix, not the weight of a layer
    for i in range(LAYERS):
        for part in ("weight", "bias"):
            mixed = out.pop(f"encoder.layers.{i}.mixed.{part}")
            for name, piece in zip(("query", "key", "value"), np.split(mixed, 3), strict=True):
                out[f"encoder.layers.{i}.{name}.{part}"] = piece
    out |= _embeddings(arrays)
    out |= _kept_beside(model)
    return {name: torch.from_numpy(np.array(array, dtype=np.float32)) for name, array in out.items()}


def _own_name(name: str) -> str:
    return name.removeprefix("net.") if name.startswith("net.") else f"encoder.{name}"


def _embeddings(arrays: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The tables that the exporter left without a name, told by their shapes."""
    cells = [a for a in arrays.values() if a.shape == (VOCABULARY, HIDDEN) and a.dtype == np.int8]
    scales = [a for a in arrays.values() if a.shape == (VOCABULARY, 1)]
    named = {name for name in arrays if name.endswith(("weight", "bias", "scale", "_zero_point"))}
    kinds = [a for name, a in arrays.items() if a.shape == (HIDDEN,) and name not in named]
    if not len(cells) == len(scales) == len(kinds) == 1:
        raise ValueError("the tables of embeddings are not where training.export puts them")
    return {
        "encoder.pieces.weight": cells[0] * scales[0],
        "encoder.kinds.weight": np.stack([kinds[0], np.zeros_like(kinds[0])]),
    }


def _kept_beside(model: onnx.ModelProto) -> dict[str, np.ndarray]:
    """The small scorers that the reader applies itself."""
    card = {p.key: p.value for p in model.metadata_props}

    def unpacked(key: str, *shape: int) -> np.ndarray:
        return np.frombuffer(base64.b64decode(card[f"herodotus.{key}"]), "<f4").reshape(shape)

    relations = len(json.loads(card["herodotus.labels"])["relations"])
    label, link = unpacked("label", -1, relations), unpacked("link", -1, LINK_LABELS)
    return {
        "label.weight": label[:-1].T,
        "label.bias": label[-1],
        "label_both.weight": unpacked("label_both", -1, relations).T,
        "link.weight": link[:-1].T,
        "link.bias": link[-1],
        "link_far.weight": unpacked("far", -1, LINK),
        "link_between.weight": unpacked("between", -1, LINK),
        "edge_far": unpacked("edge_far", 2, -1),
    }

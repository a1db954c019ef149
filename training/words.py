"""Writes what single words mean, out of the reading model's own table of word pieces: compare/words.npz.

    python -m training.words [--model src/herodotus/models/reader.onnx]

Kept are the pieces that are whole words of letters (some 21,700), 64 principal components of their vectors, of length
1, in int8. To be run again whenever the model is another.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from herodotus.compare import kin
from training.restore import weights

MODELS = Path(kin.__file__).parents[1] / "models"
SIZE = 64
LEAST = 2  # letters


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, default=MODELS / "reader.onnx", metavar="FILE")
    args = parser.parse_args()
    vocabulary = json.loads((MODELS / "vocabulary.json").read_text(encoding="utf8"))["model"]["vocab"]
    words = sorted(w for w in vocabulary if w.isalpha() and len(w) >= LEAST)
    table = weights(args.model)["encoder.pieces.weight"].numpy()[[vocabulary[w] for w in words]]
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    table -= table.mean(0)
    directions = np.linalg.svd(table, full_matrices=False)[2][:SIZE]
    small = table @ directions.T
    small /= np.linalg.norm(small, axis=1, keepdims=True)
    np.savez_compressed(
        kin.TABLE, words=np.array("\n".join(words)), vectors=np.round(small * 127).astype(np.int8)
    )
    print(f"{len(words)} words, {kin.TABLE.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

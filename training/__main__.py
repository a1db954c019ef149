"""Trains the reading model, writes it as one int8 file, and measures every layer.

    python -m training --data ../shared/data --out /tmp/herodotus-model [--epochs 5] [--start WEIGHTS] [--seed 0]

Goes on from OUT/checkpoint.pt after a kill. OUT then holds reader.onnx, vocabulary.json, and scores.jsonl, a line
for each time it was measured. Two cores: about an hour and a half.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.quality import scores
from training import export, train


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=train.EPOCHS)
    parser.add_argument("--start", type=Path, help="a checkpoint.pt or reader.onnx to start from")
    parser.add_argument("--seed", type=int, default=0, help="another order of batches")
    args = parser.parse_args()
    train.train(args.data, args.out, epochs=args.epochs, start=args.start, seed=args.seed)
    export.export(args.out, args.out)
    return scores.run(args.data, model=args.out, log=args.out / "scores.jsonl")


if __name__ == "__main__":
    sys.exit(main())

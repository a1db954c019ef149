"""The shipped file read back as weights to go on from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from herodotus.data.documents import Span
from herodotus.models import reader

torch = pytest.importorskip("torch", reason="torch is not installed (pip install -e '.[train]')")
onnx = pytest.importorskip("onnx", reason="onnx is not installed (pip install -e '.[train]')")

from training import restore, train  # noqa: E402
from training.labels import Inventory  # noqa: E402
from training.network import Network  # noqa: E402

FILE = Path(reader.__file__).parent / "reader.onnx"


def test_the_shipped_weights_come_back() -> None:
    model = reader.shipped()
    net = Network(train.sizes(Inventory(model.labels.relations, model.labels.lemmas)))
    net.load_state_dict(restore.weights(FILE))  # strict: all that the network has, in its sizes
    net.eval()

    text = "Norway shipped rifles to Sweden on Monday, the minister said."
    (feed,) = model.feeds(text, [Span(0, len(text))])
    ids, shapes, first = (
        torch.from_numpy(np.asarray(feed[k])).long()[None] for k in ("ids", "shapes", "first")
    )
    with torch.no_grad():
        found = net.names(net.words(ids, shapes, first))[0].numpy()
    said = model.run(feed)[list(reader.PER_WORD).index("names")]
    assert found.argmax(-1).tolist() == said.argmax(-1).tolist()
    assert (
        np.abs(found - said).mean() < 0.25 * np.abs(said).mean()
    )  # int8 moves both a little, and not the same way


def test_a_file_with_32_bit_weights_is_refused(tmp_path: Path) -> None:
    model = onnx.load(str(FILE))
    kept = [i for i in model.graph.initializer if not i.name.endswith("_quantized") and i.dims[:1] != [30522]]
    del model.graph.initializer[:]
    model.graph.initializer.extend(kept)
    onnx.save(model, str(tmp_path / "reader.onnx"))
    with pytest.raises(ValueError, match="int8"):
        restore.weights(tmp_path / "reader.onnx")

from importlib.resources import files

import pytest

from herodotus.annotation import annotate
from herodotus.data.documents import Document
from herodotus.models.reader import shipped

reads = pytest.mark.skipif(
    not (files("herodotus.models") / "reader.onnx").is_file(),
    reason="src/herodotus/models/reader.onnx is not there",
)


@reads
@pytest.mark.parametrize("text", ["", " \n\n ", "Ribe"])
def test_a_document_of_few_words_or_none_has_all_layers(text: str) -> None:
    found = annotate(Document("a", "-", "0" * 64, text), shipped())
    assert len(found.sentences) == bool(text.strip())
    assert len(found.tokens) == len(text.split())
    assert len(found.chains) <= len(found.markables) <= 1


@reads
def test_all_layers_speak_of_the_same_words() -> None:
    text = "Oslo banned the sale of missiles to Ruritania on Monday. The ban will be lifted when it pays."
    found = annotate(Document("a", "-", "0" * 64, text), shipped())
    assert sorted(i for chain in found.chains for i in chain) == list(range(len(found.markables)))
    for one in found.markables:
        head = found.tokens[one.head].span
        assert one.span.start <= head.start
        assert head.end <= one.span.end
    triggers = {found.tokens[t.token].span.of(text): t for t in found.triggers}
    assert triggers["banned"].type == "SANCTION"
    assert triggers["banned"].factuality > 1
    assert all(-3 <= t.factuality <= 3 and 0 < t.score <= 1 for t in found.triggers)

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

from herodotus.models.pieces import Vocabulary

PIECES = ["[UNK]", "un", "##able", "##ab", "cafe", "don", "'", "t", "中", "##文", "sea"]


@pytest.fixture
def vocabulary(tmp_path: Path) -> Vocabulary:
    file = tmp_path / "vocabulary.json"
    model = {"unk_token": "[UNK]", "vocab": {piece: number for number, piece in enumerate(PIECES)}}
    file.write_text(json.dumps({"model": model}), encoding="utf-8")
    return Vocabulary(file)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("sea", ["sea"]),
        ("SEA", ["sea"]),
        ("unable", ["un", "##able"]),
        ("Café", ["cafe"]),
        ("don't", ["don", "'", "t"]),
        ("s\u00ade\u200ba", ["sea"]),
        ("中sea", ["中", "sea"]),
        ("unsea", ["[UNK]"]),
        ("a" * 101, ["[UNK]"]),
        ("\u200b", []),
    ],
)
def test_a_word_is_cut_into_pieces(vocabulary: Vocabulary, word: str, pieces: list[str]) -> None:
    assert [PIECES[number] for number in vocabulary.pieces(word)] == pieces


@pytest.mark.skipif(
    not (files("herodotus.models") / "vocabulary.json").is_file(),
    reason="models/vocabulary.json is not there",
)
def test_pieces_are_those_of_the_tokenizers_library() -> None:
    tokenizers = pytest.importorskip(
        "tokenizers", reason="the tokenizers library is not installed (extra: train)"
    )
    file = Path(str(files("herodotus.models") / "vocabulary.json"))
    library, ours = tokenizers.Tokenizer.from_file(str(file)), Vocabulary(file)
    library.no_truncation()
    library.no_padding()
    text = (Path(__file__).parents[2] / "samples/northsea/kattegat-wire.txt").read_text(encoding="utf-8")
    for word in [*text.split(), "naïve", "O’Brien", "½", "北京", "Ångström", "ﬁn", "İzmir", "e\u0301", "🚢"]:
        assert (
            list(ours.pieces(word))
            == library.encode([word], is_pretokenized=True, add_special_tokens=False).ids
        )

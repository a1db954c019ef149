"""Word pieces: greedy longest match from the left, as BERT's uncased vocabularies are made for.

Gives what the `tokenizers` library gives for words that are cut already (a test compares them where it is
installed), without its 39 MB, network clients among them, in an installation that needs no network.
"""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

LONGEST_WORD = 100  # code points; longer ones are unknown, as in the library
MOST_REMEMBERED = (
    200_000  # words; news repeats itself, and a run over millions of articles must not grow for ever
)
IDEOGRAPHS = (
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F), (0x2B920, 0x2CEAF), (0x2F800, 0x2FA1F),
)  # fmt: skip


class Vocabulary:
    """`file` is a tokenizer.json with a WordPiece model and BERT's uncased normalizer."""

    def __init__(self, file: Path) -> None:
        model = json.loads(file.read_text(encoding="utf-8"))["model"]
        self._numbers: dict[str, int] = model["vocab"]
        self._unknown = self._numbers[model["unk_token"]]
        self._known: dict[str, tuple[int, ...]] = {}

    def pieces(self, word: str) -> tuple[int, ...]:
        """Numbers of the word's pieces; empty where nothing of it is left after cleaning."""
        found = self._known.get(word)
        if found is None:
            found = tuple(number for part in _parts(word) for number in self._match(part))
            if len(self._known) < MOST_REMEMBERED:
                self._known[word] = found
        return found

    def _match(self, part: str) -> list[int]:
        found: list[int] = []
        start = 0
        while start < len(part) <= LONGEST_WORD:
            prefix = "##" if start else ""
            ends = range(len(part), start, -1)
            end = next((end for end in ends if prefix + part[start:end] in self._numbers), None)
            if end is None:
                return [self._unknown]
            found.append(self._numbers[prefix + part[start:end]])
            start = end
        return found or [self._unknown]


def _parts(word: str) -> list[str]:
    """Cleaned, without accents, in lower case, cut at white space, around punctuation and ideographs."""
    if word.isascii() and word.isalnum():
        return [word.lower()]
    clean = "".join(f" {letter} " if _ideograph(letter) else _cleaned(letter) for letter in word)
    plain = "".join(
        letter for letter in unicodedata.normalize("NFD", clean) if unicodedata.category(letter) != "Mn"
    )
    return "".join(f" {letter} " if _punctuation(letter) else letter for letter in plain.lower()).split()


def _cleaned(letter: str) -> str:
    if letter in "\t\n\r" or unicodedata.category(letter) == "Zs":
        return " "
    return "" if letter == "\ufffd" or unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cs") else letter


def _ideograph(letter: str) -> bool:
    return letter >= "\u3400" and any(first <= ord(letter) <= last for first, last in IDEOGRAPHS)


def _punctuation(letter: str) -> bool:
    if letter.isascii():
        return letter.isprintable() and not letter.isalnum() and letter != " "
    return unicodedata.category(letter).startswith("P")

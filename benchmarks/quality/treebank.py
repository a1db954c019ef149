"""Normal text out of the words of a treebank, which are parted by spaces and hold its escapes."""

from __future__ import annotations

import re
from itertools import pairwise

ESCAPES = {
    "``": '"',
    "''": '"',
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "-LCB-": "{",
    "-RCB-": "}",
}
CLOSING = re.compile(r"[.,;:!?%)\]}…”]+|['’`](s|m|d|ll|re|ve)|n['’]t", re.IGNORECASE)
OPENING = re.compile(r"[(\[{$#£€“‘<]")
BETWEEN = frozenset("-/")
SMILEY = re.compile(r"[:;=]-?[()DP]|\(:")
HALVES = frozenset({"gon na", "wan na", "got ta", "can not"})
QUOTES = frozenset({'"', "'"})


def unescaped(text: str) -> tuple[str, list[int]]:
    """The text as it was written, as far as rules can tell, and for each place in the given text, its end included,
    the place there.

    Words that a space parted are put together: punctuation, clitics ("do n't"), hyphens and strokes between words.
    Quotation marks open and close by turns. Does not know whether a dash between two words had spaces around it; most
    have none.
    """
    given = text.split(" ")
    words = [ESCAPES.get(word, word) for word in given]
    opens = _opening(words)
    parted = [True, *(_parted(pair, opens[i : i + 2]) for i, pair in enumerate(pairwise(words))), True]
    out, places = "", []
    for i, (before, word) in enumerate(zip(given, words, strict=True)):
        out += " " * (parted[i] and i > 0)
        places += [len(out) + min(n, len(word)) for n in range(len(before) + 1)]
        out += word
    return out, places


def _opening(words: list[str]) -> list[bool]:
    """Which words are quotation marks that open; a lone apostrophe after an s does not."""
    inside = dict.fromkeys(QUOTES, False)
    out = []
    for i, word in enumerate(words):
        mark = word in QUOTES and (inside[word] or word in words[i + 1 :] or not words[i - 1].endswith("s"))
        out.append(mark and not inside[word])
        if mark:
            inside[word] = not inside[word]
    return out


def _parted(pair: tuple[str, str], opens: list[bool]) -> bool:
    """Whether a space lies between two words."""
    one, two = pair
    if SMILEY.fullmatch(two):
        return True
    if CLOSING.fullmatch(two) or (two in QUOTES and not opens[1]):
        return False
    if OPENING.fullmatch(one) or (one in QUOTES and opens[0]):
        return False
    return not (one in BETWEEN or two in BETWEEN or f"{one} {two}".lower() in HALVES)

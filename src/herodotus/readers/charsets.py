"""Bytes to text, whatever the capture says about its charset."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
AS_BROWSERS_DO = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}
DECLARED = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
SAMPLE = 65_536
FEW_BROKEN = 0.1
"""Broken sequences per sound multi-byte character up to which text is damaged UTF-8 and no other charset."""
ENGLISH_ACCENTS = 0.04
"""Share of accented letters up to which bytes can be English in cp1252; other languages have more."""
TYPOGRAPHIC = frozenset("‘’‚“”„–—…•€£©®™°·§´½¼¾¿¡«»×\u00a0")


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    charset: str
    how: str


def marked(data: bytes) -> str | None:
    """The charset that a byte order mark names."""
    return next((name for mark, name in MARKS if data.startswith(mark)), None)


def looks_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: in English every second byte is zero, and none of the others."""
    sample = data[:2000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half < 4 or (len(data) % 2 and len(data) < SAMPLE):
        return None
    if odd > 0.7 * half and not even:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and not odd else None


def declared(page: bytes) -> str | None:
    """The charset that an HTML page gives itself, in its first kilobytes."""
    found = DECLARED.search(page[:8192])
    return (found.group(1) or found.group(2)).decode("ascii") if found else None


def decode(data: bytes, stated: str | None = None) -> Decoded:
    """The text and how its charset was found. Never fails; a byte order mark is left out of the text."""
    return _by_mark(data) or _by_utf8(data, stated) or _by_statement(data, stated) or _by_guess(data, stated)


def _by_mark(data: bytes) -> Decoded | None:
    name = marked(data)
    if name:
        mark = next(mark for mark, charset in MARKS if charset == name and data.startswith(mark))
        return Decoded(
            data[len(mark) :].decode(name, "replace"), name, "byte order mark, left out of the text"
        )
    wide = looks_utf16(data)
    return Decoded(data.decode(wide, "replace"), wide, "every second byte is zero") if wide else None


def _by_utf8(data: bytes, stated: str | None) -> Decoded | None:
    if stated and b"\x1b" in data:
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if text.isascii():
        return Decoded(text, "utf-8", "only ASCII characters")
    if stated and _codec(stated) != "utf-8":
        return Decoded(text, "utf-8", f"declared as {stated}, but the bytes are UTF-8")
    return Decoded(text, "utf-8", "declared, and valid" if stated else "valid UTF-8")


def _codec(name: str) -> str | None:
    try:
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return None


def _by_statement(data: bytes, stated: str | None) -> Decoded | None:
    codec = _codec(stated) if stated else None
    if codec is None or codec == "utf-8" or codec.startswith("utf-16"):
        return None
    for name in dict.fromkeys((AS_BROWSERS_DO.get(codec, codec), codec)):
        try:
            return Decoded(data.decode(name), name, f"declared as {stated}")
        except (UnicodeDecodeError, LookupError):
            continue
    return None


def _by_guess(data: bytes, stated: str | None) -> Decoded:
    but = f"declared as {stated}, but not valid; " if stated else ""
    return _damaged_utf8(data, but) or _western(data, but) or _by_frequencies(data, but)


def _damaged_utf8(data: bytes, but: str) -> Decoded | None:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(1 for letter in text if letter > "\x7f") - broken
    if not sound or broken > max(1, FEW_BROKEN * sound):
        return None
    return Decoded(text, "utf-8", f"{but}UTF-8 with {broken} broken sequences, shown as \ufffd")


def _western(data: bytes, but: str) -> Decoded | None:
    """English with the quotes and dashes of Windows; other languages have more accents than this."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    letters = [letter for letter in text if letter.isalpha()]
    accents = sum(letter > "\x7f" for letter in letters)
    signs = {sign for sign in text if sign > "\x7f" and not sign.isalpha()}
    if accents > ENGLISH_ACCENTS * len(letters) or not signs <= TYPOGRAPHIC:
        return None
    return Decoded(text, "cp1252", f"{but}guessed: reads as English in Windows-1252")


def _by_frequencies(data: bytes, but: str) -> Decoded:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import, rarely needed

    best = from_bytes(data[:SAMPLE], threshold=0.3).best()
    name = best.encoding if best else "latin-1"
    return Decoded(data.decode(name, "replace"), name, f"{but}guessed from letter frequencies")

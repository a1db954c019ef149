"""Paths to captures: files found, folders walked, nothing opened that could block."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from herodotus.data.documents import Skipped
from herodotus.errors import SkipDocument

STANDARD_INPUT = "-"
ENDINGS = frozenset({".txt", ".text", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ""})
"""What is read in a folder; a file that is named itself is read whatever its ending."""
HEAD = 65_536
SPECIAL = {
    stat.S_IFIFO: "a named pipe; pipe it in and name it '-'",
    stat.S_IFCHR: "a device, not a file",
    stat.S_IFBLK: "a device, not a file",
    stat.S_IFSOCK: "a socket, not a file",
}


@dataclass(frozen=True, slots=True)
class Capture:
    """An open capture: its first bytes and the stream that holds the rest."""

    origin: str
    head: bytes
    rest: BinaryIO

    @property
    def name(self) -> str:
        return "stdin" if self.origin == STANDARD_INPUT else Path(self.origin).stem

    @property
    def ending(self) -> str:
        return "" if self.origin == STANDARD_INPUT else Path(self.origin).suffix.lower()

    def chunks(self) -> Iterator[bytes]:
        yield self.head
        while chunk := self.rest.read(HEAD):
            yield chunk

    def whole(self, limit: int) -> bytes:
        """All the bytes; SkipDocument where there are more than `limit`, which are then never held."""
        if len(self.head) > limit:
            raise SkipDocument(self.origin, "read", too_large(limit))
        rest = self.rest.read(limit + 1 - len(self.head))
        if len(self.head) + len(rest) > limit:
            raise SkipDocument(self.origin, "read", too_large(limit))
        return self.head + rest


def too_large(limit: int) -> str:
    return f"more than {limit:,} bytes (largest_capture); no article is that long"


def find(paths: Iterable[str | os.PathLike[str]]) -> list[str | Skipped]:
    """The files that the paths lead to and what was passed over, sorted by path; standard input last."""
    found: list[str | Skipped] = []
    visited: set[tuple[int, int]] = set()
    given = sorted({os.fspath(path) for path in paths})
    for path in given:
        if path != STANDARD_INPUT:
            found += _walk(path, visited, named=True)
    found = _once(sorted(found, key=_origin))
    return found + [STANDARD_INPUT] * (STANDARD_INPUT in given)


def _once(found: list[str | Skipped]) -> list[str | Skipped]:
    """Files that were found twice by one path ("folder" and "folder/file" given) are told of once more."""
    twice = "given twice (in a folder and by name)"
    return [
        Skipped(item, "find", twice) if i and isinstance(item, str) and item == found[i - 1] else item
        for i, item in enumerate(found)
    ]


def _origin(item: str | Skipped) -> str:
    return item if isinstance(item, str) else item.origin


def _walk(path: str, visited: set[tuple[int, int]], *, named: bool) -> Iterator[str | Skipped]:
    folders = [(path, named)]
    while folders:
        here, is_named = folders.pop()
        try:
            entry = os.stat(here)
            if not stat.S_ISDIR(entry.st_mode):
                yield _file(here, entry.st_mode, named=is_named)
                continue
            passed = _passed_over(here, (entry.st_dev, entry.st_ino), visited, named=is_named)
            if passed:
                yield passed
                continue
            folders += [(os.path.join(here, name), False) for name in sorted(os.listdir(here), reverse=True)]
        except (OSError, ValueError) as error:
            yield Skipped(here, "read", _trouble(here, error))


def _passed_over(
    path: str, key: tuple[int, int], visited: set[tuple[int, int]], *, named: bool
) -> Skipped | None:
    if not named and os.path.basename(path).startswith("."):
        return Skipped(path, "find", "a hidden folder; name it itself to have it read")
    if key in visited:
        return Skipped(path, "find", "a folder that was entered already (a link back, or given twice)")
    visited.add(key)
    return None


def _file(path: str, mode: int, *, named: bool) -> str | Skipped:
    if not stat.S_ISREG(mode):
        return Skipped(path, "read", SPECIAL.get(stat.S_IFMT(mode), "not a regular file"))
    name = Path(path)
    if not named and name.name.startswith("."):
        return Skipped(path, "find", "a hidden file; name it itself to have it read")
    if not named and name.suffix.lower() not in ENDINGS:
        return Skipped(path, "find", f"ending {name.suffix} is not read in folders; name the file itself")
    return path


def _trouble(path: str, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "a link that leads nowhere" if os.path.islink(path) else "no such file or folder"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return f"cannot be read: {getattr(error, 'strerror', None) or error}"


@contextmanager
def opened(origin: str, stdin: BinaryIO | None = None) -> Iterator[Capture]:
    """The capture, open; SkipDocument where it cannot be opened or is no longer a regular file."""
    if origin == STANDARD_INPUT:
        stream = stdin or sys.stdin.buffer
        yield Capture(origin, _head(stream), stream)
        return
    try:
        with open(origin, "rb", opener=_without_blocking) as file:
            mode = os.fstat(file.fileno()).st_mode
            if not stat.S_ISREG(mode):
                raise SkipDocument(origin, "read", SPECIAL.get(stat.S_IFMT(mode), "not a regular file"))
            yield Capture(origin, _head(file), file)
    except OSError as error:
        raise SkipDocument(origin, "read", _trouble(origin, error)) from error


def _head(stream: BinaryIO) -> bytes:
    """Up to HEAD bytes; fewer only at the end, although a pipe may give them in drops."""
    head = b""
    while len(head) < HEAD and (more := stream.read(HEAD - len(head))):
        head += more
    return head


def _without_blocking(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))

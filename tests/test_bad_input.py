"""Input that nobody wants, given to the real command: each is named with its reason, the rest goes on."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from tests.test_cli import ARTICLE, ENVIRONMENT, articles, herodotus, reads

pytestmark = reads
TURKISH = (
    "Gemi dün gece limanın önünde karaya oturdu ve yetkililer bu konuda henüz bir açıklama yapmadı. " * 4
)


@cache
def told() -> subprocess.CompletedProcess[str]:
    """One run over a folder of trouble with two good articles in it."""
    folder = articles(Path(mkdtemp()) / "in", [1, 2])
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "long.txt").write_text(ARTICLE.format(n=3) * 130_000, encoding="utf-8")
    (folder / "deep.html").write_text("<div>" * 100_000 + "<p>Ferry 9 is late.</p>", encoding="utf-8")
    (folder / "bomb.html").write_bytes(gzip.compress(b"<p>" + b"0" * 30_000_000))
    (folder / "turkish.txt").write_text(TURKISH, encoding="utf-8")
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    os.mkfifo(folder / "pipe.txt")
    (folder / "lying.html").write_bytes(
        '<html><head><meta charset="utf-8"></head><body><article><p>“It’s safe,” said Zoë Müller, '
        "a spokeswoman for the port of Kiel, on Monday. The ferry had left the harbour before the storm "
        "reached the coast, and all passengers were taken off unharmed.</p></article></body></html>".encode(
            "cp1252"
        )
    )
    return herodotus("annotate", "--json", folder, folder / "missing.txt")


@pytest.mark.parametrize(
    ("name", "reason"),
    [("empty.txt", "empty"), ("binary.txt", "binary"), ("long.txt", "bytes"), ("bomb.html", "gzip"),
     ("turkish.txt", "Turkish"), ("gone.txt", ""), ("pipe.txt", ""), ("missing.txt", "no such file")],
)  # fmt: skip
def test_each_is_named_with_its_reason(name: str, reason: str) -> None:
    lines = [line for line in told().stderr.splitlines() if name in line]
    assert len(lines) == 1
    assert reason in lines[0]


def test_the_rest_goes_on() -> None:
    assert told().returncode == 3
    assert '"id": "ferry1"' in told().stdout
    assert '"id": "ferry2"' in told().stdout


def test_a_lying_charset_is_seen_through() -> None:
    assert "“It’s safe,” said Zoë Müller" in told().stdout


def test_depth_does_no_harm() -> None:
    assert "deep.html" in told().stdout + told().stderr


def test_pictures_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    folder = articles(tmp_path / "in", [1])
    (folder / "ship.png").write_bytes(b"\x89PNG\r\n")
    done = herodotus("annotate", "--json", folder)
    assert done.returncode == 0
    assert "ship.png" in done.stderr


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system has no /proc")
def test_memory_stays_small(tmp_path: Path) -> None:
    # Not getrusage: a child counts the memory of the process that it was forked from as its own.
    code = (
        "import pathlib, re, sys; from herodotus.cli import main; main(sys.argv[1:]); "
        "status = pathlib.Path('/proc/self/status').read_text(); "
        "sys.stderr.write('PEAK ' + str(int(re.search(r'VmHWM:\\s+(\\d+)', status)[1]) // 1024))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "brief", str(articles(tmp_path / "in", [1, 2, 3]))],
        env=ENVIRONMENT, capture_output=True, encoding="utf-8", timeout=120, check=True,
    )  # fmt: skip
    assert int(done.stderr.rsplit("PEAK ", 1)[1]) < 400

from __future__ import annotations

from pathlib import Path

import pytest

from herodotus.errors import StopRun
from herodotus.settings import Settings
from herodotus.store import config


def test_what_is_written_is_read(tmp_path: Path) -> None:
    config.write(tmp_path / "h.toml", Settings(longest_text=9, threads=3))
    assert config.read(tmp_path / "h.toml") == Settings(longest_text=9, threads=3)


def test_what_is_left_out_is_the_default(tmp_path: Path) -> None:
    (tmp_path / "h.toml").write_text("threads = 3\n")
    assert config.read(tmp_path / "h.toml") == Settings(threads=3)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("thraeds = 3", "unknown setting thraeds; known are"),
        ("threads = 'three'", "threads = 'three' should look like 0"),
        ("threads = ", "cannot be read"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "h.toml").write_text(text)
    with pytest.raises(StopRun, match=message):
        config.read(tmp_path / "h.toml")

from __future__ import annotations

import io
import os
from pathlib import Path

from herodotus.data.documents import Document, Skipped
from herodotus.readers import read
from herodotus.settings import Settings

BODY = "The ferry left the harbour at noon, the port authority said. It had ninety passengers on board."


def reasons(*paths: Path) -> dict[str, str]:
    found = read(paths, Settings())
    return {Path(r.origin).name: r.reason for r in found if isinstance(r, Skipped)}


def ids(*paths: Path) -> list[str]:
    return [r.id for r in read(paths, Settings()) if isinstance(r, Document)]


def test_folders_are_read_to_the_bottom_in_sorted_order(tmp_path: Path) -> None:
    (tmp_path / "b" / "deep").mkdir(parents=True)
    (tmp_path / "b" / "deep" / "z.txt").write_text(BODY + " One.")
    (tmp_path / "b" / "y.txt").write_text(BODY + " Two.")
    (tmp_path / "a.txt").write_text(BODY)
    assert ids(tmp_path) == ["a", "z", "y"]


def test_the_order_of_paths_does_not_matter(tmp_path: Path) -> None:
    for name in "cab":
        (tmp_path / f"{name}.txt").write_text(f"{BODY} {name}.")
    paths = sorted(tmp_path.iterdir())
    assert list(read(paths, Settings())) == list(read(reversed(paths), Settings()))


def test_a_missing_path_and_a_dangling_link_are_named(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere")
    expected = {"gone.txt": "no such file or folder", "link.txt": "a link that leads nowhere"}
    assert reasons(tmp_path / "gone.txt", tmp_path / "link.txt") == expected


def test_a_named_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert reasons(tmp_path) == {"pipe.txt": "a named pipe; pipe it in and name it '-'"}


def test_a_device_is_not_opened() -> None:
    assert reasons(Path("/dev/zero")) == {"zero": "a device, not a file"}


def test_a_link_back_ends(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    assert "entered already" in reasons(tmp_path)["loop"]


def test_the_same_bytes_are_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "b.txt").write_text(BODY)
    assert ids(tmp_path) == ["a"]
    assert reasons(tmp_path) == {"b.txt": f"same bytes as {tmp_path / 'a.txt'}"}


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    assert ids(tmp_path, tmp_path / "a.txt") == ["a"]
    assert reasons(tmp_path, tmp_path / "a.txt") == {"a.txt": "given twice (in a folder and by name)"}


def test_what_is_no_capture_in_a_folder_is_passed_over_at_stage_find(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(BODY)
    (tmp_path / ".hidden.txt").write_text(BODY)
    (tmp_path / ".git").mkdir()
    found = list(read([tmp_path], Settings()))
    assert [(Path(r.origin).name, r.stage) for r in found if isinstance(r, Skipped)] == [
        (".git", "find"), (".hidden.txt", "find"), ("notes.md", "find"),
    ]  # fmt: skip


def test_a_file_named_itself_is_read_whatever_its_ending(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(BODY)
    assert ids(tmp_path / "notes.md") == ["notes"]


def test_standard_input_comes_last(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    found = list(read(["-", tmp_path], Settings(), stdin=io.BytesIO(BODY.upper().encode())))
    assert [(r.id, r.origin) for r in found if isinstance(r, Document)][-1] == ("stdin", "-")


def test_standard_input_in_drops_is_read_whole() -> None:
    class Drops(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            return super().read(min(size or 3, 3) if size and size > 0 else 3)

    (found,) = read(["-"], Settings(), stdin=Drops(BODY.encode()))
    assert isinstance(found, Document)
    assert found.text == BODY


def test_a_file_name_in_no_charset_can_be_printed(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(BODY)
    assert ids(tmp_path) == ["caf\ufffd"]

from __future__ import annotations

import json
from pathlib import Path

from herodotus.data.documents import Document, Skipped
from herodotus.hashing import sha256
from herodotus.readers import read
from herodotus.readers.jsonl import lines
from herodotus.settings import Settings

BODY = "The ferry left the harbour at noon, the port authority said. It had ninety passengers on board."


def results(path: Path, *rows: object) -> list[Document | Skipped]:
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows))
    return list(read([path], Settings()))


def test_fields_are_taken_as_given(tmp_path: Path) -> None:
    row = {
        "id": "f-1", "text": BODY, "title": "Ferry leaves", "publisher": "Harbour Post", "byline": "Ann Poe",
        "published": "2025-03-04T10:00:00Z", "url": "https://post.example/f", "language": "en",
    }  # fmt: skip
    (found,) = results(tmp_path / "a.jsonl", row)
    assert isinstance(found, Document)
    assert (found.id, found.title, found.publisher, found.byline) == (
        "f-1",
        "Ferry leaves",
        "Harbour Post",
        "Ann Poe",
    )
    assert (found.published, found.url) == ("2025-03-04T10:00:00+00:00", "https://post.example/f")
    assert found.sha256 == sha256(json.dumps(row).encode())


def test_a_bad_line_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    found = results(
        tmp_path / "a.jsonl", {"text": BODY}, "{broken", [1], {"text": 5}, {"text": BODY + " Twice."}
    )
    assert [r.origin.rpartition("#")[2] for r in found] == ["1", "2", "3", "4", "5"]
    assert [r.reason.split(":")[0] for r in found if isinstance(r, Skipped)] == [
        "not JSON", "not a JSON object", 'no "text", or not a string',
    ]  # fmt: skip


def test_without_an_id_the_line_number_is_one(tmp_path: Path) -> None:
    (found,) = results(tmp_path / "wire.jsonl", {"text": BODY})
    assert isinstance(found, Document)
    assert found.id == "wire#1"


def test_a_date_field_stands_in_for_published(tmp_path: Path) -> None:
    (found,) = results(tmp_path / "a.jsonl", {"text": BODY, "date": "2025-03-04"})
    assert isinstance(found, Document)
    assert found.published == "2025-03-04"


def test_a_field_of_the_wrong_type_is_left_out_and_said(tmp_path: Path) -> None:
    (found,) = results(tmp_path / "a.jsonl", {"text": BODY, "title": 7, "date": "soon"})
    assert isinstance(found, Document)
    assert (found.title, found.published) == (None, None)
    assert [b.field for b in found.bases if "left out" in b.how] == ["title", "published"]


def test_a_lone_surrogate_is_replaced(tmp_path: Path) -> None:
    (found,) = results(tmp_path / "a.jsonl", f'{{"text": "{BODY}\\ud800"}}')
    assert isinstance(found, Document)
    assert found.text == BODY + "\ufffd"


def test_json_that_is_no_json_lines_is_told_apart(tmp_path: Path) -> None:
    (found,) = results(tmp_path / "a.json", '{\n  "text": "x"\n}')
    assert isinstance(found, Skipped)
    assert found.reason == "JSON, but not one object a line"


def test_lines_come_whole_from_any_chunks() -> None:
    assert list(lines([b"ab", b"c\r\nd", b"\n", b"e"], 10)) == [b"abc", b"d", b"e"]


def test_an_overlong_line_is_told_and_never_held() -> None:
    assert list(lines([b"aaaa", b"aaaa", b"\nbb\n"], 5)) == [None, b"bb"]


def test_json_nested_too_deep_is_skipped(tmp_path: Path) -> None:
    (found,) = results(tmp_path / "a.jsonl", '{"text":' + "[" * 100_000)
    assert isinstance(found, Skipped)

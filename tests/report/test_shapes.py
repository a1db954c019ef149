"""The JSON shapes are what docs/schema says, and every offset leads to words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from herodotus.report import shapes

from .sample import sample

SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"


def closed(node: Any) -> Any:
    """The schema with no room for keys that it does not name, so that a new key has to be documented."""
    if isinstance(node, list):
        return [closed(item) for item in node]
    if not isinstance(node, dict):
        return node
    shut = {key: closed(value) for key, value in node.items()}
    return shut | {"additionalProperties": False} if "properties" in node and "type" in node else shut


def validator(name: str) -> Draft202012Validator:
    schemas = [json.loads((SCHEMAS / f"{n}.schema.json").read_text("utf-8")) for n in ("annotate", "brief")]
    held = {s["$id"]: Resource.from_contents(closed(s)) for s in schemas}
    registry: Registry[Any] = Registry().with_resources(held.items())
    wanted = {"annotate": schemas[0], "brief": schemas[1]}[name]
    return Draft202012Validator(closed(wanted), registry=registry)


def pairs(node: Any) -> Iterator[tuple[int, int]]:
    """Every span in a document's shape, whether [start, end] or {"start", "end"}."""
    if isinstance(node, dict):
        if "start" in node:
            yield node["start"], node["end"]
        for value in node.values():
            yield from pairs(value)
    elif isinstance(node, list):
        if len(node) == 2 and all(isinstance(n, int) for n in node):
            yield node[0], node[1]
        else:
            for item in node:
                yield from pairs(item)


@pytest.mark.parametrize("name", ["annotate", "brief"])
def test_schema_is_a_schema_with_a_version(name: str) -> None:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    assert schema["version"] == shapes.VERSION
    assert schema["properties"]["version"] == {"const": shapes.VERSION}


def test_annotate_keeps_to_its_schema() -> None:
    for reading in sample().readings:
        validator("annotate").validate(shapes.annotate(reading))


def test_brief_keeps_to_its_schema() -> None:
    validator("brief").validate(shapes.brief(sample()))


def test_shapes_survive_json() -> None:
    shape = shapes.brief(sample())
    assert json.loads(json.dumps(shape)) == shape


def test_every_span_slices_back_to_words() -> None:
    for reading in sample().readings:
        shape = shapes.annotate(reading)
        found = list(pairs({k: v for k, v in shape.items() if k != "bases"}))
        assert found
        assert all(shape["text"][start:end].strip() for start, end in found)


def test_places_over_documents_slice_back_to_words() -> None:
    shape = shapes.brief(sample())
    texts = {d["id"]: d["text"] for d in shape["documents"]}
    difference = shape["stories"][0]["differences"][0]
    words = [texts[s["document"]][s["start"] : s["end"]] for v in difference["values"] for s in v["spans"]]
    assert words == ["14 containers", "14 containers", "14 containers", "as many as 19 containers"]


def test_statements_of_claims_are_found_in_the_documents() -> None:
    shape = shapes.brief(sample())
    known = {(d["id"], s["id"]) for d in shape["documents"] for s in d["statements"]}
    claims = [c for story in shape["stories"] for c in story["claims"]]
    assert {(s["document"], s["statement"]) for c in claims for s in c["statements"]} <= known


def test_source_has_words_name_and_actor() -> None:
    first = shapes.annotate(sample().readings[0])["statements"][0]
    assert first["source"]["text"] == "Norway's Ministry of Transport"
    assert first["source"]["name"] == "Ministry of Transport"
    assert first["source"]["actor"] == "NOR"


def test_unknown_is_null() -> None:
    reprint = shapes.annotate(sample().readings[2])
    assert reprint["publisher"] is None
    assert reprint["published"] is None


def test_time_has_the_days_it_spans() -> None:
    time = shapes.annotate(sample().readings[0])["times"][0]
    assert (time["value"], time["from"], time["until"]) == ("2031-03-03TNI", "2031-03-03", "2031-03-04")


def test_origins_are_counted_and_listed() -> None:
    claim = shapes.brief(sample())["stories"][0]["claims"][0]
    assert claim["origins"] == 2 == len(claim["origin_list"])
    assert (claim["low"], claim["high"]) == (2, 2)
    reprint = next(s for s in claim["origin_list"][0]["statements"] if s["document"] == "reprint")
    assert reprint["chain"] == ["reprint", "Fjord Wire", "Ministry of Transport"]
    assert reprint["reason"] == "same text as [gazette], which credits Fjord Wire"

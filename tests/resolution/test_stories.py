"""Who is one within a story, and not without it."""

from __future__ import annotations

from dataclasses import replace

from herodotus.data.actors import Actor
from herodotus.data.annotations import Entity, Form, Kind, Mention
from herodotus.data.documents import Span
from herodotus.data.statements import Reading
from herodotus.resolution import actors

from .build import annotated


def reading(document: str, *called: str, kind: Kind = Kind.PERSON) -> Reading:
    """One document: what each of its entities is called, mentions parted by "/", names with capitals."""
    text = " ".join(called).replace("/", " ")
    record, at, entities = annotated(text), 0, []
    for number, words in enumerate(called, 1):
        mentions = []
        for part in words.split("/"):
            form = Form.NAMED if part[0].isupper() else Form.NOMINAL
            mentions.append(Mention(Span(at, at + len(part)), kind, form))
            at += len(part) + 1
        entities.append(Entity(f"e{number}", kind, words.split("/")[0], (), tuple(mentions)))
    named = replace(record, document=replace(record.document, id=document), entities=tuple(entities))
    return Reading(named, (), ())


def together(found: tuple[Actor, ...]) -> list[list[str]]:
    return sorted(sorted(f"{d}{e}" for d, e in actor.entities) for actor in found)


STORY = [["a", "b"]]


def test_one_description_is_one_person_within_a_story() -> None:
    two = [reading("a", "the old driver"), reading("b", "the driver")]
    assert together(actors(two, STORY)) == [["ae1", "be1"]]
    assert together(actors(two)) == [["ae1"], ["be1"]]


def test_a_description_goes_to_the_one_whom_another_report_names() -> None:
    two = [reading("a", "Ida Holm/the actress"), reading("b", "an actress")]
    assert together(actors(two, STORY)) == [["ae1", "be1"]]


def test_a_description_goes_to_those_who_are_called_so_most() -> None:
    two = [
        reading("a", "Ida Holm/the guard", "Per Aasen/the guard/the guard/this guard"),
        reading("b", "a guard"),
    ]
    assert together(actors(two, STORY)) == [["ae1"], ["ae2", "be1"]]


def test_guards_are_not_the_guard() -> None:
    assert len(actors([reading("a", "the guard"), reading("b", "two guards")], STORY)) == 2


def test_officials_may_be_others_each_time() -> None:
    assert len(actors([reading("a", "an official"), reading("b", "an official")], STORY)) == 2


def test_a_surname_is_enough_within_a_story() -> None:
    two = [reading("a", "Ida Holm"), reading("b", "Holm")]
    assert len(actors(two, STORY)) == 1
    assert len(actors(two)) == 2


def test_a_surname_that_two_bear_is_nobody_s() -> None:
    three = [reading("a", "Ida Holm", "Per Holm"), reading("b", "Holm")]
    assert together(actors(three, STORY)) == [["ae1"], ["ae2"], ["be1"]]


def test_the_last_word_of_a_longer_name_is_its_short_form() -> None:
    two = [
        reading("a", "Bergen Harbour Seagulls", kind=Kind.ORGANISATION),
        reading("b", "Seagulls", kind=Kind.ORGANISATION),
    ]
    assert len(actors(two, STORY)) == 1
    assert len(actors(two)) == 2

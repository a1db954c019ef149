from __future__ import annotations

from herodotus.data.annotations import Form, Kind, Mention
from herodotus.data.documents import Span
from herodotus.resolution.addresses import added


def words(text: str, *marked: tuple[str, Kind]) -> list[tuple[str, str]]:
    given = [Mention(Span(text.index(w), text.index(w) + len(w)), kind, Form.NAMED) for w, kind in marked]
    return [(m.span.of(text), m.kind.value) for m in added(text, given)]


def test_a_town_and_the_short_form_of_its_region_are_places() -> None:
    wanted = [("Red Bank", "place"), ("N.J.", "place")]
    assert words("A barn burnt down in Red Bank, N.J., on Monday.") == wanted
    assert words("A barn burnt down in Red Bank , N.J.", ("Red Bank", Kind.ORGANISATION)) == wanted


def test_a_person_before_a_region_stays_one() -> None:
    assert words("Ida Salem, Ore., sang.", ("Ida Salem", Kind.PERSON)) == [
        ("Ida Salem", "person"),
        ("Ore.", "place"),
    ]


def test_words_that_are_no_town_of_the_region_stay_words() -> None:
    assert words("They chose Xyzzyville, Ill., and left.") == []


def test_a_place_marked_once_is_one_wherever_it_is_named() -> None:
    text = "A barn in Waukegan burnt. Waukegan police came. Jo Waukegan sang in Waukegan Hall."
    assert words(text, ("Waukegan", Kind.PLACE)) == [("Waukegan", "place"), ("Waukegan", "place")]

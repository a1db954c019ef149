from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from herodotus.compare.passages import Words, quotations, shared, words
from herodotus.compare.texts import WORD
from herodotus.data.documents import Document, Furniture, Region, Span

FERRY = (
    "The ferry left the quay of Vesterhavn an hour late on Monday because of thick fog over the sound, and forty "
    "passengers waited in the old customs house until the harbour master let it go at last in the late afternoon, "
    "when two of them had given up and walked home."
)
STORM = "A storm took the roof off the school in Lillevik during the night, but the pupils were at home and unhurt."


def read(text: str, *furniture: str) -> Words:
    spans = [Span(text.index(each), text.index(each) + len(each)) for each in furniture]
    regions = tuple(Region(span, Furniture.PROMPT, "a test") for span in spans)
    return words(Document("a", "-", "", text, regions=regions))


def test_a_passage_stands_in_both_texts() -> None:
    one, other = f"{STORM} {FERRY}", f"{FERRY} Nobody complained."
    [passage] = shared(read(one), read(other))
    assert passage.a.of(one) == passage.b.of(other) == FERRY.removesuffix(".")
    assert passage.words == len(WORD.findall(FERRY))


def test_a_changed_word_does_not_break_a_passage() -> None:
    other = FERRY.replace("forty passengers", "some 40 people")
    [passage] = shared(read(FERRY), read(other))
    assert passage.b.of(other) == other.removesuffix(".")
    assert [here.of(FERRY) for here, _ in passage.runs] == [there.of(other) for _, there in passage.runs]


def test_a_passage_ends_where_page_furniture_comes_between() -> None:
    prompt = "Sign up for our letters!"
    first, rest = FERRY[:60], FERRY[60:]
    other = f"{first}\n\n{prompt}\n\n{rest}"
    found = [passage.b.of(other) for passage in shared(read(FERRY), read(other, prompt))]
    assert len(found) == 2
    assert prompt not in "".join(found)


def test_nothing_but_furniture_is_read_as_it_is() -> None:
    assert len(read(FERRY, FERRY)) == len(WORD.findall(FERRY))


def test_quoted_words_are_told_apart() -> None:
    text = f'{STORM} "We will rebuild it before the summer," the mayor said. {FERRY}'
    found = read(text)
    told = {text[span.start : span.end] for span, own in zip(found.spans, found.told, strict=True) if own}
    assert "mayor" in told
    assert "rebuild" not in told
    assert found.told_in([Span(0, len(text))]) == int(found.told.sum())


def test_a_quotation_that_is_not_closed_ends_with_its_paragraph() -> None:
    text = "“We will rebuild it,\nthe mayor's office announced."
    assert [span.of(text) for span in quotations(text)] == ["“We will rebuild it,"]


def test_an_apostrophe_opens_no_quotation() -> None:
    assert not list(
        quotations("The pupils' school and the mayor's house lost their roofs in last night's storm.")
    )


def test_a_post_is_quoted_as_a_whole() -> None:
    post = "The fog was the thickest that I ever saw here\n\n— Ida Holm (@idaholm) March 4, 2024"
    text = f"Then she wrote:\n\n{post}\n\nNobody answered."
    assert [span.of(text) for span in quotations(text)] == [post]


@given(
    st.lists(st.sampled_from(["fog", "ferry", "quay", "left", "late", "sound", "house", "old"]), max_size=60)
)
def test_what_is_shared_has_the_same_words(chosen: list[str]) -> None:
    one, other = f"{' '.join(chosen)} {FERRY}", f"{FERRY} {' '.join(reversed(chosen))}"
    for passage in shared(read(one), read(other)):
        same = WORD.findall(passage.a.of(one).lower()), WORD.findall(passage.b.of(other).lower())
        assert same[0][:6] == same[1][:6]
        assert same[0][-6:] == same[1][-6:]

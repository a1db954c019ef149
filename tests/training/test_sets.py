"""What the data sets' own marks become; the texts are written for these tests."""

import gzip
import json
from pathlib import Path

from training.examples import Markable, spaced
from training.labels import EVENTS, MARKABLES, NAMES, Inventory
from training.sets import happenings, trees

CONLLU = """\
# newdoc id = GUM_news_invented
# newpar
1	Mr.	Mr.	PROPN	NNP	_	3	nsubj	_	Entity=(1-person-new-nnnnn-cf1-1,2-coref
2	Holm	Holm	PROPN	NNP	_	1	flat	_	Entity=1)
3	left	leave	VERB	VBD	_	0	root	_	_
4	the	the	DET	DT	_	5	det	_	Entity=(2-organization-new-nnnnn-cf2-2-sgl
5	Port	Port	PROPN	NNP	_	3	obj	_	_
6	of	of	ADP	IN	_	7	case	_	_
7	Ribe	Ribe	PROPN	NNP	_	5	nmod	_	Entity=(3-place-new-nnnnn-cf3-1-sgl)2)|SpaceAfter=No
8	.	.	PUNCT	.	_	3	punct	_	_

1	He	he	PRON	PRP	_	2	nsubj	_	Entity=(1-person-giv:act-nnnnn-cf1-1-ana)
2	sang	sing	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

"""


def zipped(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    with gzip.open(path, "wt", encoding="utf8") as stream:
        stream.write(text)
    return path


def test_markables_know_their_heads_types_and_chains(tmp_path: Path) -> None:
    known = Inventory(("case", "det", "flat", "nmod", "nsubj", "obj", "punct", "root"), ())
    (one,) = trees.documents(zipped(tmp_path, "x.conllu.gz", CONLLU), known, budget=1000)
    kinds = {name: number for number, name in enumerate(MARKABLES)}
    assert one.task == "entities"
    assert one.markables == [
        Markable(0, 2, 0, kinds["person"], "1"),
        Markable(3, 7, 4, kinds["organization"], "2"),
        Markable(6, 7, 6, kinds["place"], "3"),
        Markable(8, 9, 8, kinds["person"], "1"),
    ]
    assert one.starts == [1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0]


def test_names_are_read_off_entities_without_titles_and_articles(tmp_path: Path) -> None:
    known = Inventory(("case", "det", "flat", "nmod", "nsubj", "obj", "punct", "root"), ())
    (one,) = trees.documents(zipped(tmp_path, "x.conllu.gz", CONLLU), known, budget=1000)
    begin = {name: 1 + 2 * NAMES.index(name) for name in NAMES}
    assert one.names == [-1, begin["PER"], 0, 0, begin["ORG"], begin["ORG"] + 1, begin["ORG"] + 1, 0, 0, 0, 0]


def test_every_third_record_is_kept_for_measuring(tmp_path: Path) -> None:
    record = {"text": "Denmark banned the firm.", "event_now": "SANCTION", "spans": {"event": [[8, 14]]}}
    rows = [record | {"text": f"{record['text']} {n}"} for n in range(6)]
    path = zipped(tmp_path, "records.jsonl.gz", "\n".join(map(json.dumps, rows)) + "\n")
    found = list(happenings.records(path))
    assert [e.words[-1] for e in found] == ["0", "1", "3", "4"]
    assert found[0].events is not None
    assert found[0].events[0][:3] == (1, 2, 1 + EVENTS.index("SANCTION"))


def test_values_of_predicates_land_on_their_words(tmp_path: Path) -> None:
    sentence = {
        "text": "He did n't sink the `` ferry '' .",
        "targets": [{"start": 11, "end": 15, "text": "sink", "label": -2.5}],
    }
    path = zipped(tmp_path, "facts.jsonl.gz", json.dumps(sentence) + "\n")
    (one,) = happenings.factuality(path)
    assert one.events is not None
    assert [(one.words[e.first], e.factuality) for e in one.events] == [("sink", -2.5)]
    assert one.words[5:8] == ['"', "ferry", '"']


def test_white_space_is_put_back_by_rule() -> None:
    words, shapes, origin = spaced(["Ida", "'s", "(", "old", ")", "re-use", "."])
    assert words == ["Ida", "'s", "(", "old", ")", "re-use", "."]
    assert origin == [0, 1, 2, 3, 4, 5, 6]
    assert len(shapes) == 7

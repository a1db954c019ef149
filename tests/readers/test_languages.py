from __future__ import annotations

import pytest

from herodotus.readers.languages import detect, looks_english, name_of

SAMPLES = {
    "en": (
        "The ferry left the harbour at noon, and it had ninety passengers on board, the port authority said."
    ),
    "de": "Das Schiff ist am Montag aus dem Hafen gefahren, sagte die Sprecherin, und es war nicht leer.",
    "fr": (
        "Le bateau a quitté le port à midi avec quatre-vingt-dix passagers, a "
        "dit la direction du port dans une note."
    ),
    "es": (
        "El barco salió del puerto a mediodía con noventa pasajeros, según "
        "dijo la autoridad en una nota de prensa."
    ),
    "it": (
        "Il traghetto è partito dal porto a mezzogiorno con novanta persone, "
        "ha detto la direzione in una nota."
    ),
    "tr": (
        "Gemi öğle saatlerinde limandan ayrıldı ve liman yönetimi bu konuda "
        "daha fazla bilgi için bir açıklama yaptı."
    ),
    "ru": "Паром вышел из порта в полдень, на борту было девяносто человек, сообщили местные власти.",
    "uk": "Пором вийшов із порту опівдні, на борту було дев'яносто людей, повідомили місцеві власті.",
    "ko": "여객선은 정오에 항구를 떠났으며 승객 구십 명이 타고 있었다고 항만 당국이 밝혔다.",
    "ja": "フェリーは正午に港を出発し、九十人の乗客が乗っていたと港湾当局が発表した。",
    "zh": "渡轮中午离开港口，港务局表示船上有九十名乘客，目前情况正常，没有人员受伤。",
    "ar": "غادرت العبارة الميناء ظهرا وعلى متنها تسعون راكبا حسبما قالت سلطة الميناء في بيان.",
    "fa": "کشتی ظهر از بندر خارج شد و نود مسافر داشت، مقام‌های بندر گفتند که پرواز چند گروه بود.",
    "pl": (
        "Prom wypłynął z portu w południe i miał na pokładzie osób, jak podał "
        "zarząd portu, ale nie było to pewne."
    ),
    "nl": (
        "De veerboot is om twaalf uur uit de haven vertrokken, zei de "
        "woordvoerder van het bedrijf, en het was druk."
    ),
}


@pytest.mark.parametrize(("code", "text"), SAMPLES.items())
def test_a_sentence_tells_its_language(code: str, text: str) -> None:
    assert detect(text) == code


def test_few_words_tell_nothing() -> None:
    assert detect("Berlin – Paris – Madrid") is None


def test_a_foreign_line_does_not_outweigh_an_article() -> None:
    assert detect(SAMPLES["en"] * 5 + SAMPLES["tr"]) == "en"


def test_names_are_for_people() -> None:
    assert name_of("tr") == "Turkish"


def test_a_line_looks_english_by_its_small_words() -> None:
    assert looks_english("The comments are closed")
    assert not looks_english("Yorumlar ve öneriler")

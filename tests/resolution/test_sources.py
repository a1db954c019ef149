from __future__ import annotations

from .build import annotated, named, speakers


def test_a_pronoun_is_the_last_speaker_of_its_gender() -> None:
    text = "[Eva Holm] said {it sank}. Per Aasen listened. [She] added {that it burned}."
    assert named(text, "Eva Holm; Per Aasen")[1] == "Eva Holm"


def test_a_pronoun_is_the_subject_of_its_own_sentence() -> None:
    text = "[Eva Holm] said {no}. When Per Aasen came, [he] said {yes}."
    assert named(text, "Eva Holm; Per Aasen")[1] == "Per Aasen"


def test_it_is_the_paper_that_reported() -> None:
    text = "It sank, [unnamed Danish officials] {said}, [The Wall Street Journal] reported. [It] added {so}."
    assert named(text) == [
        "unnamed officials of Denmark",
        "Wall Street Journal",
        "Wall Street Journal",
    ]


def test_a_role_word_finds_the_one_who_bears_it() -> None:
    text = "[Eva Holm, the Danish ambassador,] spoke. [Per Aasen] left. [The envoy] said {no}."
    assert named(text, "Eva Holm; Per Aasen")[2] == "Eva Holm"


def test_the_statement_speaks_for_whoever_gave_it() -> None:
    text = "[The Swedish foreign ministry] said in a statement {no}. “We {regret} it,” [the statement] said."
    assert named(text) == ["Ministry of Foreign Affairs of Sweden"] * 2


def test_a_spokesperson_speaks_for_the_office() -> None:
    assert named("[the UK’s foreign office spokesperson] said {no}") == [
        "Foreign Office of the United Kingdom"
    ]
    assert named("[A spokesman for the Dutch defence ministry] said {no}") == [
        "Ministry of Defence of the Netherlands"
    ]


def test_an_office_without_a_state_belongs_to_the_one_spoken_of() -> None:
    text = "Finland protested on Monday. “{Sweden must answer},” [a Foreign Ministry official] said."
    found = speakers(annotated(text))[0]
    assert (found.name, found.country) == ("Ministry of Foreign Affairs of Finland", ("FIN",))


def test_two_states_speak_together() -> None:
    found = speakers(annotated("[Both Oslo and Helsinki] have denied {it}."))[0]
    assert (found.name, found.country) == ("Norway; Finland", ("NOR", "FIN"))


def test_officials_of_two_states() -> None:
    found = speakers(annotated("[Norwegian and U.S. officials] cited {maps}."))[0]
    assert (found.name, found.country) == (
        "officials of Norway; officials of the United States",
        ("NOR", "USA"),
    )


def test_officials_again_are_those_before() -> None:
    text = "[unidentified Danish officials] said {so}. [Officials] do not believe {it}."
    assert named(text) == ["unnamed officials of Denmark"] * 2


def test_groups_with_other_modifiers_are_others() -> None:
    text = "[Harbour leaders] said {so}. [The union leaders] said {no}."
    assert named(text) == ["Harbour leaders", "union leaders"]


def test_a_described_speaker_gets_the_surname_that_follows() -> None:
    text = "[Oslo's top envoy] said {no}. Later [Lindqvist] said {never}."
    found = speakers(annotated(text, "Lindqvist"))
    assert [(e.name, e.country, e.role) for e in found] == [("Lindqvist", ("NOR",), "Oslo's top envoy")] * 2


def test_a_spokesman_for_a_person_is_not_that_person() -> None:
    assert named("[A lawyer for Per Aasen] said {no}.", "Per Aasen") == ["lawyer for Per Aasen"]


def test_his_aide_is_somebody_else() -> None:
    text = "[Per Aasen] said {no}. [His chief aide] said {yes}."
    assert named(text, "Per Aasen") == ["Per Aasen", "chief aide of Per Aasen"]


def test_an_administration_is_called_after_its_head() -> None:
    text = "[Per Aasen] said {no}. [His administration] has warned {of it}."
    assert named(text, "Per Aasen") == ["Per Aasen", "Aasen administration"]


def test_persons_listed_speak_together() -> None:
    text = "[Eva Holm and Per Aasen] said {so}. [Eva Holm, the mayor of Bergen,] left."
    assert named(text, "Eva Holm; Per Aasen") == ["Eva Holm; Per Aasen", "Eva Holm"]


def test_who_is_the_name_before_it() -> None:
    assert named("Eva Holm, [who] said {so}, left.", "Eva Holm") == ["Eva Holm"]


def test_who_is_the_people_before_it() -> None:
    assert named("Harbour candidates in close races [who] said {so} left.") == ["candidates"]


def test_a_joint_statement_is_of_those_who_gave_it() -> None:
    text = "[A joint statement issued by six countries, including Norway and Japan,] condemned {it}."
    found = speakers(annotated(text))[0]
    assert (found.name, found.country) == ("six countries", ("NOR", "JPN"))


def test_ministers_of_many_nations_are_not_the_one_named_last() -> None:
    text = (
        "[the ministers of some 20 nations, including Peru and Chile, along with Eva Holm,] denounced {it}."
    )
    assert named(text, "Eva Holm") == ["ministers of some 20 nations"]


def test_we_within_quoted_words_is_the_one_quoted() -> None:
    text = "[Eva Holm] said: “{As [we] told them, it sank}.”"
    record = annotated(text, "Eva Holm")
    assert [e.name for e in speakers(record)] == ["Eva Holm", "Eva Holm"]


def test_a_survey_goes_by_its_own_name() -> None:
    text = "[A Harbour Institute poll] found {so}. [The survey] put {it} at half."
    assert named(text, bodies="Harbour Institute") == ["Harbour Institute poll"] * 2


def test_a_speaker_in_office_gets_the_state_of_the_house_before() -> None:
    text = "[The White House] said {so}. [National security adviser Eva Holm] said {more}."
    assert speakers(annotated(text, "Eva Holm"))[1].country == ("USA",)


def test_a_phrase_cut_short_is_completed() -> None:
    assert named("Both Oslo [and Helsinki] denied {it}.") == ["Norway; Finland"]
    assert named("The South [Korean defence ministry] said {so}.") == [
        "Ministry of National Defense of South Korea"
    ]


def test_sources_without_a_name_are_said_to_have_none() -> None:
    assert named("[Three sources familiar with the matter] said {so}.") == [
        "unnamed Three sources familiar with the matter"
    ]


def test_a_ministry_named_by_nobody_quoted_can_be_meant_later() -> None:
    text = "[The Baltic Wire] reported {it}, quoting the Danish fisheries ministry. [The ministry] said {no}."
    assert named(text, bodies="Baltic Wire")[1] == "Ministry of Fisheries of Denmark"


def test_a_description_is_called_by_the_body_behind_its_comma() -> None:
    text = "[The ferry’s Swedish owner, Aurora Tanker Lines,] would not comment on {it}."
    assert named(text, bodies="Aurora") == ["Aurora Tanker Lines"]


def test_where_something_sank_is_not_whose_owner_it_has() -> None:
    record = annotated("[The owner of a ferry that sank off Finland] said {no}.")
    assert speakers(record)[0].country == ()


def test_a_role_marked_with_a_name_is_its_role() -> None:
    text = "[Danish envoy to the UN, Karen Holm,] said {no}."
    [envoy] = speakers(annotated(text, "Danish envoy to the UN, Karen Holm"))
    assert (envoy.name, envoy.country) == ("Karen Holm", ("DNK",))


def test_he_is_the_spokesman_through_whom_a_body_spoke() -> None:
    text = (
        "[Per Aasen, the rebels' spokesman,] said {no}. [A Nordbank spokesman] said {yes}. “{So},” [he] said."
    )
    assert named(text, "Per Aasen", "Nordbank") == ["Per Aasen", "Nordbank", "Nordbank"]


def test_the_spokesman_is_the_one_who_spoke_last() -> None:
    text = "[Per Aasen, the rebels' spokesman,] said {no}. [A Nordbank spokesman] said {it}. [The spokesman] spoke."
    assert named(text, "Per Aasen", "Nordbank")[2] == "Nordbank"


def test_whom_a_closing_pronoun_speaks_of_is_not_the_speaker() -> None:
    text = "[Eva Holm] said {no}. {Ida Berg was kind}, [she] recalled."
    assert named(text, "Eva Holm; Ida Berg")[1] == "Eva Holm"


def test_the_firm_of_a_state_is_the_one_of_that_state() -> None:
    text = "[Oslo-based Nordbank] said {no}. The rival Eastco fell. [The Norwegian firm] said {so}."
    assert named(text, "", "Nordbank; Eastco")[1] == "Nordbank"


def test_an_office_is_no_part_of_a_name() -> None:
    text = "[Norwegian President Karen Holm] said {no}. [Secretary of State Mary Berg] said {so}."
    people = "Norwegian President Karen Holm; Secretary of State Mary Berg"
    assert named(text, people) == ["Karen Holm", "Mary Berg"]


def test_a_name_that_was_not_seen_as_one_stands_behind_its_role() -> None:
    assert named("[Harbour spokeswoman Ida Berg] said {no}.") == ["Ida Berg"]


def test_an_outlet_may_have_its_kind_behind_its_name() -> None:
    text = "The RBMX fell. [The Dane's Norpress news agency] said {no}."
    assert named(text, "", "RBMX") == ["Norpress"]


def test_the_body_somebody_is_sent_to_is_not_part_of_the_name() -> None:
    text = "[Danish envoy to the UN Karen Holm] said {no}."
    assert named(text, "Danish envoy to the UN Karen Holm") == ["Karen Holm"]


def test_the_press_of_a_state_is_not_the_state() -> None:
    assert named("[Norwegian media reports] named {him}.") == ["Norwegian media reports"]


def test_who_tells_what_the_driver_said_is_not_the_driver() -> None:
    text = "[Eva Holm] said {no}. [Eva Holm] said {[the driver] told her}."
    assert named(text, "Eva Holm") == ["Eva Holm", "Eva Holm", "driver"]


def test_a_role_in_small_letters_is_no_part_of_a_name() -> None:
    assert named("[The North's leader Per Aasen] said {no}.", "North's leader Per Aasen") == ["Per Aasen"]


def test_a_name_that_was_marked_with_its_apposition_is_the_name_alone() -> None:
    (holm,) = speakers(
        annotated(
            "[Eva Holm, the Danish ambassador to Peru,] said {so}.", "Eva Holm, the Danish ambassador to Peru"
        )
    )
    assert (holm.name, holm.country) == ("Eva Holm", ("DNK",))


def test_somebody_in_the_possessive_is_still_that_person() -> None:
    assert named("[Danish President Eva Holm's] request {to leave}", "Eva Holm") == ["Eva Holm"]

"""What came back is told apart, its words are mapped, and one that is unknown drops no other."""

import datetime as dt

import pytest

from regional.partners.portfolio import Answer
from regional.questionnaire.persons import persons_in
from regional.questionnaire.questions import PARTS
from regional.questionnaire.response import Response, Said
from regional.questionnaire.review import Known, ResponseCase, case_of, cells_of, meaning, named_in, recognised
from tests.partners.names import labelled
from tests.questionnaire.person_texts import NO_PERSONS, PERSONS

DAY = dt.date(2026, 11, 26)
WHOLE = {part_id: Said(("dont_know",)) for part_id in PARTS}
KNOWN = {"a1": Known("De Kring", asked_on=DAY), "b2": Known("Nooit gevraagd")}


def response(said=None, partner_id="a1", **facts):
    return Response(partner_id, WHOLE if said is None else said, **facts)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (response(), ResponseCase.WHOLE),
        (response({"needs": Said((), "x")}), ResponseCase.HALF),
        (response({}), ResponseCase.EMPTY),
        (response(partner_id="weg"), ResponseCase.ERASED),
        (response(partner_id="vreemd"), ResponseCase.FOREIGN),
        (response(partner_id=""), ResponseCase.FOREIGN),
        (response(partner_id="b2"), ResponseCase.NOT_ASKED),
    ],
)
def test_each_kind_is_told_apart(given, expected):
    assert case_of(given, KNOWN, {"weg"}) is expected


def test_the_same_again_is_repeated_and_an_earlier_day_is_older():
    known = {"a1": Known("De Kring", DAY, DAY, WHOLE)}
    assert case_of(response(), known, ()) is ResponseCase.REPEATED
    other = {"needs": Said((), "anders")}
    assert case_of(response(other, given_on=DAY - dt.timedelta(days=1)), known, ()) is ResponseCase.OLDER
    assert case_of(response(other, made_on=DAY - dt.timedelta(days=9)), known, ()) is ResponseCase.OLDER
    assert case_of(response(other, given_on=DAY), known, ()) is ResponseCase.HALF


def test_a_response_without_a_reference_is_that_of_the_only_one_of_its_name():
    assert recognised(response(partner_id="", name="de kring"), KNOWN).partner_id == "a1"
    twice = KNOWN | {"c3": Known("De Kring")}
    assert recognised(response(partner_id="", name="De Kring"), twice).partner_id == ""


def test_one_unknown_place_never_drops_the_others():
    found = meaning("work_area", Said((), "Leeuwarden; heel Friesland; Blubberdam, Heerlen"))
    assert found.values == ("GM0080", "PV21", "GM0917")
    assert [words for words, _ in found.open] == ["Blubberdam"]
    assert meaning("work_area", Said((), "Fryslân, en ook Heerlen")).values == ("PV21", "GM0917")


@pytest.mark.parametrize(
    ("words", "codes", "open_words"),
    [
        ("wij werken vooral in Den Helder en Texel, soms heel Noord-Holland", ("GM0400", "GM0448", "PV27"), []),
        ("We zitten in Bergen op Zoom.", ("GM0748",), []),
        ("Wij zitten in Schagen maar niet in Texel", (), ["Wij zitten in Schagen maar niet in Texel"]),
        ("heel veel op de fiets", (), ["heel veel op de fiets"]),
    ],
)
def test_places_are_found_in_a_sentence_and_where_it_says_not_it_is_asked(words, codes, open_words):
    found = meaning("work_area", Said((), words))
    assert (found.values, [text for text, _ in found.open]) == (codes, open_words)


def test_the_partner_whose_name_stands_below_a_reply_is_thought_of_first():
    known = {"a": Known("KIM"), "b": Known("KIM (Instituut voor de Marine)"), "c": Known("Kim & Co")}
    assert named_in("groeten,\nJan\nKIM - Instituut voor de Marine", known) == "b"
    assert named_in("groeten, Kimberley", known) == ""


def test_our_whole_region_is_that_of_the_museum():
    assert meaning("work_area", Said(("region", "country")), ["GM0928"]).values == ("GM0928", "NL")
    assert meaning("work_area", Said(("online",))).state is Answer.NOT_APPLICABLE


def test_own_words_are_mapped_with_a_suggestion():
    found = meaning("mainly_for", Said(("adults",), "statushouders; bejaarden; kabouters"))
    assert set(found.values) >= {"25-45", "45-65", "65+"}
    assert "kabouters" in [words for words, _ in found.open]


def test_everyone_takes_the_place_of_groups():
    assert meaning("mainly_for", Said(("everyone",), "ouderen")).values == ("everyone",)


def test_an_answer_of_which_nothing_is_understood_leaves_the_list_as_it_was():
    assert cells_of({"work_area": Said((), "Blubberdam"), "learn": Said((), "x")}, ()) == {}


def test_what_the_museum_chose_for_own_words_is_added():
    said = {"mainly_for": Said((), "kabouters")}
    assert cells_of(said, (), {"mainly_for": ["0-15"]}) == {"vooral_voor": ("0-15", Answer.KNOWN)}


def test_every_option_means_what_the_list_of_partners_can_hold():
    from regional.partners.read import from_records

    for part_id, asked in PARTS.items():
        for option in asked.options if asked.column else ():
            cells = cells_of({part_id: Said((option.code,))}, ["GM0928"])
            ((column, (cell, state)),) = cells.items()
            if state is Answer.KNOWN:
                assert not from_records([{"naam": "Stichting X", column: cell}]).problems, (option.code, cell)


@pytest.mark.parametrize("words", PERSONS)
def test_what_looks_like_a_person_is_found(words):
    assert persons_in(words)


@pytest.mark.parametrize("words", NO_PERSONS)
def test_an_organisation_or_a_group_is_no_person(words):
    assert persons_in(words) == ()


def test_no_name_of_an_organisation_is_taken_for_a_person_whatever_groups_it_works_for():
    names = [one.name for which in ("dev", "held_out") for one in labelled(which) if one.is_person != "yes"]
    said = ("{}", "Voor ouderen met dementie werken wij met {}", "{} voor Turkse en Marokkaanse gezinnen",
            "{} (mensen met een beperking)", "Turkse ouderen, samen met {}")  # fmt: skip
    assert [words for name in names for words in (one.format(name) for one in said) if persons_in(words)] == []


def test_the_names_of_partners_are_no_persons():
    assert persons_in("Huis Jan de Vries Moslima", ["Huis Jan de Vries Moslima"]) == ()
    assert persons_in("Vraag het Anna Blaman Queer", ["Anna Blaman Queer"]) == ()


def test_thousands_of_partners_cost_a_text_without_a_person_nothing():
    class Names(list):
        def __iter__(self):
            raise AssertionError("the names were looked at")

    assert persons_in("Een rustige plek", Names(["x"])) == ()

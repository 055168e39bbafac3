"""Words for groups of inhabitants: understood, or asked with a good first suggestion."""

import csv

import pytest
from partner_files import codes, one, row

from regional.dimensions import reach_group_ids
from regional.partners.groups import WORDS, groups_in
from regional.partners.read import from_records
from regional.partners.records import to_records

KNOWN = {
    "senioren": ("65+",), "studenten": ("15-25",), "minima": ("lowest_40",), "nieuwkomers": ("newcomers",),
    "statushouders": ("newcomers",), "slechtzienden": ("disability",), "groep 5-8": ("0-15",), "groep 7/8": ("0-15",),
    "60+": ("65+",), "65-plussers": ("65+",), "65 jaar en ouder": ("65+",), "4-12 jaar": ("0-15",),
    "0 t/m 18": ("0-15",),
    "55+": ("45-65", "65+"), "iedereen": ("everyone",), "alle leeftijden": ("everyone",),
    "Kinderen en jongeren": ("0-15", "15-25"),
    "jongeren (15-25)": ("15-25",), "15 tot 25 jaar": ("15-25",), "gezinnen met kinderen": ("with_children",),
    "ouderen, minima en nieuwkomers": ("65+", "lowest_40", "newcomers"), "LHBTI+": ("lgbtiq",),
    "vrouwen & meisjes": ("women",),
    "laagste 40%": ("lowest_40",), "basisschoolleerlingen": ("0-15",), "mensen met een beperking": ("disability",),
    "laaggeletterden": ("low_literacy",), "alleenstaanden": ("single",),
}  # fmt: skip
ASKED = {
    "dorpsbewoners": "everyone", "inwoners van Heerlen": "everyone", "jeugd": "0-15",
    "12-18 jaar": "0-15", "volwassenen": "25-45", "anderstaligen": "newcomers", "senoiren": "65+",
    "Nederland": "everyone",
    "8-80": "everyone", "daklozen": "lowest_40", "toeristen": "everyone",
}  # fmt: skip


@pytest.mark.parametrize(("cell", "ids"), KNOWN.items())
def test_common_words_for_a_group_are_understood(cell, ids):
    assert groups_in(cell).ids == ids
    assert not groups_in(cell).asked


@pytest.mark.parametrize(("cell", "first"), ASKED.items())
def test_a_word_that_may_mean_more_is_asked_with_the_likeliest_first(cell, first):
    found = groups_in(cell)
    assert not found.ids
    assert found.asked[0][1][0] == first


def test_of_several_the_good_ones_stay_and_the_rest_is_asked():
    found = groups_in("Kinderen; blorf; senioren")
    assert found.ids == ("0-15", "65+")
    assert found.asked == (("blorf", ()),)


def test_iedereen_is_never_children_and_no_word_means_an_origin():
    with WORDS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    ids = {group for row in rows for group in row["groups"].split()}
    assert ids <= {*reach_group_ids(), "everyone", "newcomers"}
    assert not ids & {"netherlands", "europe", "outside_europe"}
    assert len({row["word"] for row in rows}) == len(rows)


@pytest.mark.parametrize("readable", [True, False])
def test_a_partner_for_everyone_is_kept_beside_its_groups_and_comes_back(readable):
    found = one(vooral_voor="senioren, iedereen", bereikt_ook="alle inwoners")
    assert (row(found)["mainly_for"], row(found)["also_reaches"], codes(found)) == (
        ("65+", "everyone"),
        ("everyone",),
        [],
    )
    again = from_records(to_records(found.portfolio, readable=readable))
    assert (row(again)["mainly_for"], row(again)["also_reaches"]) == (("65+", "everyone"), ("everyone",))

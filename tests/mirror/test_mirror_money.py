"""What a mirror by money holds for a dominance rule: per place the sum, how many, and the two largest amounts."""

import json

import pytest

from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.mirror.reflect import reflect
from regional.mirror.result import Mirror
from regional.mirror.settings import Settings
from tests.mirror.portfolios import portfolio

PARKSTAD = ("GM0882", "GM0899", "GM0917", "GM0928", "GM0965", "GM0986", "GM1954")


@pytest.fixture(scope="module")
def region():
    return profile(load_snapshot(), PARKSTAD, "Parkstad Limburg")


def funder(amount, **row):
    return {"kinds": ("funder",), "amount": amount, **row}


def money(rows, region, weight="money_in"):
    found = reflect(portfolio(rows), region, Settings(weight=weight)).money
    return {group.id: (group.contributors, group.amount, group.largest, group.second) for group in found}


def test_money_stands_with_its_place_and_its_two_largest_amounts(region):
    rows = [funder(30.0, municipality="GM0928"), funder(50.0, municipality="GM0917"),
            funder(20.0, municipality="GM0882"), funder(7.0, municipality="GM0363"),
            funder(4.0, place_status="abroad", country="DE"), funder(2.0)]  # fmt: skip
    assert money(rows, region) == {
        "region": (3, 100.0, 50.0, 30.0), "elsewhere": (1, 7.0, 7.0, 0.0), "abroad": (1, 4.0, 4.0, 0.0),
        "unknown": (1, 2.0, 2.0, 0.0)}  # fmt: skip


def test_nothing_unknown_and_no_other_direction_contributes(region):
    here = {"municipality": "GM0928"}
    rows = [funder(30.0, **here), funder(0.0, **here), {"kinds": ("funder",), **here},
            {"kinds": ("supplier",), "amount": 9.0, **here},
            {"kinds": ("funder", "supplier"), "amount": 8.0, **here}]  # fmt: skip
    assert money(rows, region)["region"] == (1, 30.0, 30.0, 0.0)
    assert money(rows, region, "money_out")["region"] == (1, 9.0, 9.0, 0.0)


def test_a_mirror_by_number_holds_no_money_and_an_older_one_still_reads(region):
    mirror = reflect(portfolio([funder(30.0, municipality="GM0928")]), region)
    assert mirror.money == ()
    older = mirror.to_json().replace('"money": [],', "")
    assert "money" not in json.loads(older)
    assert Mirror.from_json(older) == mirror

"""reflect(): who is counted, against what, and what stands apart."""

import json
from pathlib import Path

import numpy as np
import pytest

from regional.cbs.profile import country, profile
from regional.cbs.snapshot import load_snapshot
from regional.mirror.reflect import reflect
from regional.mirror.result import FIRST, Mirror, Status
from regional.mirror.settings import Settings
from regional.partners.frame import empty_portfolio
from regional.partners.portfolio import Answer
from regional.sentences import dimension_sentence, group_sentence
from regional.texts import texts
from tests.mirror.portfolios import portfolio

PARKSTAD = ("GM0882", "GM0899", "GM0917", "GM0928", "GM0965", "GM0986", "GM1954")
YOUNG = {"age": {"0-15": 0.3, "15-25": 0.3, "25-45": 0.2, "45-65": 0.1, "65+": 0.1}}


@pytest.fixture(scope="module")
def region():
    return profile(load_snapshot(), PARKSTAD, "Parkstad Limburg")


def seats(*codes):
    return [{"municipality": code} for code in codes]


def shares(mirror, dimension="location"):
    return {group.id: group.partner_share for group in mirror.dimension(dimension).groups}


def test_a_mirror_reads_back_to_the_same(region):
    mirror = reflect(portfolio(seats(*PARKSTAD * 3)), region)
    assert Mirror.from_json(mirror.to_json()) == mirror


def test_json_has_no_name_of_a_partner(region):
    rows = [{"name": "Geheime Stichting", "municipality": "GM0928", "amount": 5.0, "kinds": ("funder",)}] * 12
    assert "Geheime" not in reflect(portfolio(rows), region).to_json()


def test_only_active_partners_are_mirrored(region):
    rows = [*seats("GM0928", "GM0917"), {"municipality": "GM0882", "status": "possible"},
            {"municipality": "GM0882", "status": "ended"}]  # fmt: skip
    mirror = reflect(portfolio(rows), region)
    assert mirror.partners.n == 2
    assert shares(mirror)["GM0882"] == 0


def test_elsewhere_abroad_and_unknown_stand_apart_from_the_shares(region):
    rows = [*seats("GM0928", "GM0928", "GM0917", "GM0363"), {"place_status": "abroad", "country": "DE"}, {}]
    mirror = reflect(portfolio(rows), region)
    partners, location = mirror.partners, mirror.dimension("location")
    assert (partners.in_region, partners.elsewhere, partners.abroad, partners.unknown_place) == (3, 1, 1, 1)
    assert shares(mirror)["GM0928"] == pytest.approx(2 / 3)
    assert location.outside == {"elsewhere": 1, "abroad": 1}
    assert (location.n_known, location.n_unknown) == (3, 1)
    assert location.group("GM0928").bounds == pytest.approx((2 / 4, 3 / 4))


def test_the_work_area_of_one_municipality_goes_before_the_address(region):
    mirror = reflect(portfolio([{"municipality": "GM0363", "work_area": ("GM0917",)}]), region)
    assert shares(mirror)["GM0917"] == 1


def test_region_shares_are_those_of_the_inhabitants(region):
    group = reflect(portfolio(seats("GM0928")), region).dimension("location").group("GM0928")
    assert group.region_share == pytest.approx(45_311 / 256_180)


def test_a_region_of_one_municipality_tests_nothing():
    one = profile(load_snapshot(), ["GM0928"], "Kerkrade")
    location = reflect(portfolio(seats(*["GM0928"] * 20, "GM0363")), one).dimension("location")
    assert not location.tested
    assert {group.status for group in location.groups} == {Status.NOT_COMPARABLE}


def test_the_country_is_mirrored_by_province():
    location = reflect(portfolio(seats("GM0928", "GM0363")), country(load_snapshot())).dimension("location")
    assert all(group.id.startswith("PV") for group in location.groups)


def test_money_in_is_of_funders_and_money_out_of_suppliers(region):
    rows = [
        {"municipality": "GM0928", "kinds": ("funder",), "amount": 300.0},
        {"municipality": "GM0917", "kinds": ("funder",), "amount": 100.0},
        {"municipality": "GM0882", "kinds": ("supplier",), "amount": 50.0},
        {"municipality": "GM0882", "kinds": ("funder", "supplier"), "amount": 70.0},
        {"municipality": "GM0882", "kinds": ("funder",)},
    ]
    money_in = reflect(portfolio(rows), region, Settings(weight="money_in"))
    money_out = reflect(portfolio(rows), region, Settings(weight="money_out"))
    assert shares(money_in)["GM0928"] == 0.75
    assert shares(money_out)["GM0882"] == 1
    assert (money_in.partners.amount.in_, money_in.partners.amount.out) == (400.0, 0.0)
    assert money_in.partners.amount.unknown == 2
    assert (money_in.partners.amount.undirected, money_in.partners.amount.unplaced) == (1, 70.0)


def test_the_main_funder_can_be_left_out(region):
    rows = [{"municipality": "GM0928", "kinds": ("funder",), "amount": 900.0},
            {"municipality": "GM0917", "kinds": ("funder",), "amount": 100.0}]  # fmt: skip
    mirror = reflect(portfolio(rows), region, Settings(weight="money_in", without_main_funder=True))
    assert shares(mirror)["GM0917"] == 1


def test_effective_n_falls_where_one_partner_dominates(region):
    rows = [{"municipality": "GM0928", "kinds": ("funder",), "amount": amount} for amount in (1000.0, 10.0, 10.0)]
    location = reflect(portfolio(rows), region, Settings(weight="money_in")).dimension("location")
    assert location.effective_n == pytest.approx(1020**2 / (1000**2 + 2 * 10**2))


def test_audience_and_team_are_never_pooled(region):
    rows = [{"shares": YOUNG, "shares_of": "audience"}] * 12 + [{"shares": YOUNG, "shares_of": "team"}] * 3
    audience = reflect(portfolio(rows), region, Settings(shares=True)).dimension("age")
    team = reflect(portfolio(rows), region, Settings(shares=True, shares_of="team")).dimension("age")
    assert (audience.n_known, team.n_known) == (12, 3)


def test_a_partner_that_gave_one_group_only_counts_for_that_group(region):
    rows = [{"shares": YOUNG, "shares_of": "audience"}] * 11
    rows += [{"shares": {"age": {"65+": 0.9}}, "shares_of": "audience"}]
    age = reflect(portfolio(rows), region, Settings(shares=True)).dimension("age")
    assert (age.group("65+").n, age.group("0-15").n) == (12, 11)
    assert age.group("65+").partner_share == pytest.approx((11 * 0.1 + 0.9) / 12)


def test_sectors_look_at_suppliers_unless_a_kind_is_chosen(region):
    rows = [{"kinds": ("supplier",), "sector": "M-N"}] * 12 + [{"kinds": ("content",), "sector": "R-U"}] * 5
    assert reflect(portfolio(rows), region).dimension("sector").n_known == 12
    assert reflect(portfolio(rows), region, Settings(kind="content")).dimension("sector").n_known == 5


def test_the_kinds_of_unknown_are_counted_apart(region):
    rows = [{"size": "1"}, {}, {}, {}, {}]
    answers = {(2, "size"): Answer.NO_ANSWER, (3, "size"): Answer.RATHER_NOT, (4, "size"): Answer.NOT_APPLICABLE}
    size = reflect(portfolio(rows, answers), region).dimension("size")
    assert size.unknown == {"no_answer": 1, "not_asked": 1, "rather_not_say": 1}
    assert (size.n_known, size.n_unknown, size.not_applicable) == (1, 3, 1)


def test_reach_counts_main_and_also_apart_and_never_tests(region):
    rows = [{"mainly_for": ("15-25",)}, {"mainly_for": ("65+",), "also_reaches": ("15-25", "65+")}, {}]
    reach = {found.id: found for found in reflect(portfolio(rows), region).reach}
    assert (reach["15-25"].main, reach["15-25"].also) == (1, 1)
    assert (reach["65+"].main, reach["65+"].also) == (1, 0)
    assert reach["15-25"].per_partner == pytest.approx(reach["15-25"].inhabitants / 2)
    assert reach["disability"].inhabitants is None
    assert not hasattr(reach["15-25"], "ratio")


def test_origin_is_off_unless_chosen(region):
    assert "origin" not in {d.id for d in reflect(portfolio(seats("GM0928")), region).dimensions}
    chosen = reflect(portfolio(seats("GM0928")), region, Settings(extra_dimensions=("origin",)))
    assert "origin" in {d.id for d in chosen.dimensions}
    assert "outside_europe" in {found.id for found in chosen.reach}


@pytest.mark.parametrize("weight", ["count", "money_in", "money_out"])
def test_no_partner_at_all_is_a_mirror_too(region, weight):
    mirror = reflect(empty_portfolio(), region, Settings(weight=weight))
    assert mirror.partners.n == 0
    statuses = {group.status for dimension in mirror.dimensions for group in dimension.groups}
    assert statuses <= {Status.TOO_LITTLE_DATA, Status.NOT_COMPARABLE}
    json.loads(mirror.to_json())


def test_partners_spread_as_the_inhabitants_show_no_difference(region):
    rows = [code for code in PARKSTAD for _ in range(round(region.compositions["location"].shares[code] * 100))]
    statuses = {group.status for group in reflect(portfolio(seats(*rows)), region).dimension("location").groups}
    assert statuses == {Status.IN_LINE}


def test_a_hundred_partners_in_one_place_are_clearly_more_there_and_clearly_less_elsewhere(region):
    location = reflect(portfolio(seats(*["GM0928"] * 100)), region).dimension("location")
    assert location.group("GM0928").status is Status.CLEARLY_MORE
    assert location.group("GM0917").status is Status.CLEARLY_LESS


def test_the_order_of_partners_does_not_matter(region):
    rows = seats(*["GM0928"] * 9, *["GM0917"] * 4, "GM0363")
    first, second = reflect(portfolio(rows), region), reflect(portfolio(rows[::-1]), region)
    assert first.dimensions == second.dimensions


def test_scaling_all_amounts_changes_no_share_p_or_state(region):
    def rows(factor):
        amounts = np.array([500.0, 40, 30, 20, 10, 10, 9, 8, 7, 6, 5, 4]) * factor
        return [{"municipality": PARKSTAD[i % 7], "kinds": ("funder",), "amount": a} for i, a in enumerate(amounts)]

    money = Settings(weight="money_in")
    small, large = (reflect(portfolio(rows(f)), region, money).dimension("location") for f in (1, 1_000))
    for before, after in zip(small.groups, large.groups, strict=True):
        assert (before.p, before.status) == (after.p, after.status)
        assert before.partner_share == pytest.approx(after.partner_share)


def test_the_same_input_gives_the_same_digest_and_another_selection_another(region):
    partners = portfolio(seats("GM0928", "GM0917"))
    assert reflect(partners, region).digest == reflect(partners, region).digest
    assert reflect(partners, region).digest != reflect(partners, region, Settings(weight="money_in")).digest


def test_a_mirror_of_the_first_schema_still_reads_and_speaks():
    old = Mirror.from_json((Path(__file__).parent / "mirror-1.json").read_bytes())
    assert old.schema_ == FIRST
    assert old.dimension("age").answers == {}
    for language in ("nl", "en"):
        for result in old.dimensions:
            assert dimension_sentence(result, texts(language))
            assert all(group_sentence(result, group, texts(language)) for group in result.groups)

"""The bubble: how near, how long, how alike, on whom the money rests, whom nobody reaches."""

import datetime as dt
import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from regional.bubble.bubble import bubble, home_of
from regional.bubble.distance import band_of, distances, near, weighted_median
from regional.bubble.money import flows
from regional.bubble.relationships import ties
from regional.bubble.similarity import alike, drawn_same, is_more, same_share
from regional.bubble.unreached import groups, places
from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.mirror.reflect import reflect
from regional.mirror.settings import Settings
from tests.mirror.portfolios import portfolio

HEERLEN, KERKRADE, LANDGRAAF, AMSTERDAM = "GM0917", "GM0928", "GM0882", "GM0363"
FIGURES = load_snapshot()
REGION = profile(FIGURES, [HEERLEN, KERKRADE, LANDGRAAF], "drie")
TODAY = dt.date(2026, 11, 23)
DAY = np.datetime64


def rows(*codes, **more):
    return portfolio([{"municipality": code, **more} for code in codes])


def test_distances_are_kilometres_between_centres():
    away = distances(FIGURES, KERKRADE)
    assert away[KERKRADE] == 0
    assert 3 < away[HEERLEN] < 10
    assert 170 < away[AMSTERDAM] < 190


@pytest.mark.parametrize(
    ("km", "band"), [(0, "home"), (0.1, "to_10"), (10, "to_10"), (25.1, "to_50"), (90, "beyond_50")]
)
def test_bands_hold_their_upper_edge(km, band):
    assert band_of(km) == band


def test_partners_next_door_are_clearly_nearer_than_the_inhabitants():
    seen = near(rows(*[KERKRADE] * 40), FIGURES, REGION, KERKRADE, Settings())
    assert seen.result.group("home").status == "clearly_more"
    assert seen.partners_median == 0


def test_inhabitants_are_those_of_the_region_by_distance():
    seen = near(rows(*[HEERLEN] * 12), FIGURES, REGION, KERKRADE, Settings())
    people = FIGURES.municipalities["inhabitants"]
    assert seen.result.group("home").region_share == pytest.approx(people[KERKRADE] / REGION.inhabitants)
    assert sum(g.region_share for g in seen.result.groups) == pytest.approx(1)


def test_a_partner_elsewhere_counts_in_the_median_and_not_in_the_comparison():
    seen = near(rows(*[KERKRADE] * 2, *[AMSTERDAM] * 3), FIGURES, REGION, KERKRADE, Settings())
    assert seen.result.n_known == 2
    assert seen.partners_median > 170


def test_a_museum_outside_its_region_has_a_bubble_too():
    seen = near(rows(*[KERKRADE] * 12), FIGURES, REGION, AMSTERDAM, Settings())
    assert [g.id for g in seen.result.groups] == ["beyond_50"]


def test_without_partners_there_is_no_median():
    assert math.isnan(near(portfolio([]), FIGURES, REGION, KERKRADE, Settings()).partners_median)


def test_half_of_the_weight_lies_within_the_weighted_median():
    assert weighted_median(np.array([5.0, 1.0, 9.0]), np.array([1.0, 5.0, 1.0])) == 1
    assert math.isnan(weighted_median(np.array([]), np.array([])))


def test_length_and_renewal_by_year():
    found = portfolio(
        [
            {"since": DAY("2010-01-01")},
            {"since": DAY("2025-03-01")},
            {"since": DAY("2024-06-01"), "until": DAY("2025-12-31"), "status": "ended"},
            {},
            {"since": DAY("2026-01-01"), "status": "possible"},
        ]
    )
    seen = ties(found, Settings(), TODAY)
    years = {y.year: (y.active, y.joined, y.left) for y in seen.years}
    assert (seen.n, seen.known, seen.long, seen.new, seen.start_unknown) == (3, 2, 1, 1, 1)
    assert years[2024] == (2, 1, 0)
    assert years[2025] == (3, 1, 1)
    assert years[2026] == (2, 0, 0)


def test_who_leaves_later_this_year_is_still_there():
    seen = ties(portfolio([{"since": DAY("2020-01-01"), "until": DAY("2026-12-31")}]), Settings(), TODAY)
    assert (seen.years[-1].active, seen.years[-1].left) == (1, 0)


def test_no_start_known_is_no_years():
    assert ties(portfolio([{}, {}]), Settings(), TODAY).years == ()


def test_simpson_by_hand():
    assert same_share([0, 0, 0, 1]) == pytest.approx(3 / 6)
    assert same_share([0, 1, 2]) == 0
    assert math.isnan(same_share([0, -1]))


@given(st.lists(st.integers(-1, 4), min_size=2, max_size=30))
def test_same_share_is_the_part_of_equal_pairs(codes):
    known = [code for code in codes if code >= 0]
    pairs = list(itertools.combinations(known, 2))
    found = same_share(codes)
    assert (not pairs and math.isnan(found)) or found == pytest.approx(np.mean([a == b for a, b in pairs]))


def test_drawn_blindly_the_expectation_is_the_sum_of_squares():
    chance, low, high = drawn_same(40, [60, 30, 10])
    assert chance == pytest.approx(0.46)
    assert low < chance < high


def test_partners_all_in_one_place_are_more_alike_than_chance_makes_them():
    seen = alike(rows(*[KERKRADE] * 30), FIGURES, REGION, Settings())
    assert is_more(next(same for same in seen.traits if same.trait == "place"))


def test_partners_drawn_like_the_inhabitants_are_not():
    drawn = np.random.default_rng(5).choice(
        REGION.codes, 40, p=FIGURES.municipalities["inhabitants"][list(REGION.codes)].to_numpy() / REGION.inhabitants
    )
    seen = alike(rows(*drawn), FIGURES, REGION, Settings())
    assert not any(is_more(same) for same in seen.traits)


def test_fewer_than_ten_known_say_nothing():
    seen = alike(rows(*[KERKRADE] * 9), FIGURES, REGION, Settings())
    assert all(same.share is None for same in seen.traits)
    assert seen.twins is None


def test_two_kinds_of_twins_are_found():
    one = {"municipality": KERKRADE, "sector": "A", "size": "1", "mainly_for": ("65+",)}
    two = {"municipality": HEERLEN, "sector": "K-L", "size": "250+", "mainly_for": ("15-25",)}
    seen = alike(portfolio([one] * 10 + [two] * 10), FIGURES, REGION, Settings())
    assert seen.twins == pytest.approx((45 + 45) / 190)
    assert seen.twins > seen.mixed_band[1]


def test_money_in_and_out_stand_apart():
    funders = [{"kinds": ("funder",), "amount": 90.0}, {"kinds": ("funder",), "amount": 10.0}, {"kinds": ("funder",)}]
    seen = flows(portfolio([*funders, {"kinds": ("supplier",), "amount": 5.0}]), Settings())
    money_in, money_out = seen
    assert (money_in.total, money_in.unknown) == (100, 1)
    assert money_in.largest == pytest.approx(0.9)
    assert money_in.effective == pytest.approx(1 / 0.82)
    assert (money_out.n, money_out.total) == (1, 5)


def test_no_amounts_no_flows():
    assert flows(portfolio([{"kinds": ("funder",)}]), Settings()) == ()


def test_groups_few_reach_are_named_those_of_nobody_first():
    both = {"mainly_for": ("15-25",), "also_reaches": ("65+",)}
    seen = groups(reflect(portfolio([both, both, {"mainly_for": ("0-15",)}]), REGION, Settings()))
    assert not {"15-25", "65+"} & {group.id for group in seen}
    assert [group.id for group in seen if group.main + group.also == 1] == ["0-15"]
    assert seen[0].main + seen[0].also == 0


def test_while_nothing_is_known_nobody_is_missed():
    assert groups(reflect(portfolio([{}] * 12), REGION, Settings())) == ()


def test_places_count_who_sits_and_who_works_there():
    partners = portfolio(
        [{"municipality": HEERLEN}] * 2
        + [
            {"municipality": AMSTERDAM, "work_area": (LANDGRAAF, KERKRADE)},
            {"municipality": AMSTERDAM, "work_area": ("NL",)},
        ]
    )
    seen = {place.code: (place.seated, place.working) for place in places(partners, FIGURES, REGION, Settings())}
    assert seen == {LANDGRAAF: (0, 1), KERKRADE: (0, 1)}


def test_the_museum_stands_where_the_region_says_else_in_its_largest_municipality():
    assert home_of(KERKRADE, REGION.codes, FIGURES) == KERKRADE
    assert home_of("", REGION.codes, FIGURES) == HEERLEN


def test_the_whole_bubble_of_nobody_is_defined():
    nobody = portfolio([])
    seen = bubble(nobody, FIGURES, REGION, reflect(nobody, REGION, Settings()), KERKRADE, TODAY)
    assert seen.ties.years == seen.money == seen.groups == ()
    assert len(seen.places) == 3

"""The details stand on the same arrays as the mirror."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.dimensions import DIMENSIONS, dimension
from regional.mirror.detail_result import Details
from regional.mirror.details import PER_GROUP, WHOLE, details
from regional.mirror.measures import dissimilarity, goodman, needed, surprise_of_zero, wilson
from regional.mirror.reflect import reflect_dimension
from regional.mirror.settings import Settings
from regional.partners.sample import load_sample
from tests.mirror.portfolios import portfolio

HEERLEN, KERKRADE, LANDGRAAF = "GM0917", "GM0928", "GM0882"
REGION = profile(load_snapshot(), [HEERLEN, KERKRADE, LANDGRAAF], "drie")
SAMPLE = load_sample().portfolio
PLACE = dimension("location")


def of(rows, dimension_id="location", **settings):
    return details(portfolio(rows), REGION, dimension(dimension_id), Settings(**settings))


def seats(*counts):
    codes = (HEERLEN, KERKRADE, LANDGRAAF)
    return [{"municipality": code} for code, n in zip(codes, counts, strict=True) for _ in range(n)]


def group(found, group_id):
    return next(one for one in found.groups if one.id == group_id)


def test_measures_are_those_of_the_functions_on_the_shares_of_the_mirror():
    rows = seats(20, 5, 0)
    found, result = of(rows), reflect_dimension(portfolio(rows), REGION, PLACE, Settings())
    p, q = ([getattr(g, side) for g in result.groups] for side in ("partner_share", "region_share"))
    assert found.dissimilarity == pytest.approx(dissimilarity(p, q))
    assert group(found, KERKRADE).wilson == pytest.approx([float(end) for end in wilson(5, 25)])
    assert np.allclose([one.goodman for one in found.groups], np.transpose(goodman([g.count for g in result.groups])))


def test_partners_needed_use_the_whole_counts_of_the_region():
    counts = REGION.compositions["location"].counts
    q = Fraction(int(counts[LANDGRAAF]), int(sum(counts.values())))
    found = group(of(seats(20, 5, 0)), LANDGRAAF)
    assert found.needed == needed(0, 25, q)
    assert found.needed_low == needed(0, 25, q, Fraction(4, 5))
    assert found.surprise_of_zero == pytest.approx(float(surprise_of_zero(25, float(q))))


def test_dissimilarity_never_comes_without_its_noise_floor_and_not_by_money():
    found = of(seats(20, 5, 0))
    assert found.noise_mean is not None
    assert found.noise_mean < found.noise_high
    money = [{**row, "kinds": ("supplier",), "amount": 10.0} for row in seats(20, 5, 5)]
    by_money = of(money, weight="money_out")
    assert by_money.dissimilarity is None
    assert by_money.fit_p is None
    assert group(by_money, HEERLEN).interval is not None
    assert group(by_money, HEERLEN).wilson is None


def test_shares_that_partners_give_have_a_bootstrap_interval():
    rows = [{"shares": {"sex": {"women": 0.4 + 0.05 * (i % 3), "men": 0.6 - 0.05 * (i % 3)}}, "shares_of": "audience"}
            for i in range(12)]  # fmt: skip
    found = of(rows, "sex", shares=True)
    low, high = group(found, "women").interval
    assert low < 0.45 < high
    assert group(found, "women").wilson is None


@pytest.mark.parametrize("entry", DIMENSIONS, ids=lambda d: d.id)
@pytest.mark.parametrize("rows", [[], seats(1, 0, 0), [{}] * 5], ids=["nobody", "one partner", "all unknown"])
@pytest.mark.parametrize("weight", ["count", "money_in"])
def test_degenerate_input_gives_defined_details(entry, rows, weight):
    found = details(portfolio(rows), REGION, entry, Settings(weight=weight))
    assert found.model_dump_json()


def test_one_group_is_compared_with_nothing():
    alone = profile(load_snapshot(), [KERKRADE], "een")
    found = details(portfolio(seats(0, 20, 0)), alone, PLACE, Settings())
    assert found.dissimilarity is None


def test_a_theme_that_is_not_compared_has_no_details():
    assert details(SAMPLE, REGION, dimension("kind"), Settings()).dissimilarity is None


def test_thousands_of_partners_take_the_normal_interval_and_say_so():
    rows = [{"shares": {"sex": {"women": 0.4, "men": 0.6}}, "shares_of": "audience"}] * 2_001
    assert of(rows, "sex", shares=True).interval_method == "normal"
    assert of(rows[:2_000], "sex", shares=True).interval_method == "bootstrap"
    assert of(seats(9, 9, 9)).interval_method is None
    equal = [{**row, "kinds": ("supplier",), "amount": 10.0} for row in seats(700, 700, 700)]
    assert of(equal, weight="money_out").interval_method == "normal"


def test_a_group_that_nobody_gave_is_not_a_share_of_nothing():
    rows = [{"shares": {"sex": {"women": 0.4}}, "shares_of": "audience"}] * 12
    found = of(rows, "sex", shares=True)
    assert found.dissimilarity is None
    assert found.absent["dissimilarity"] == found.absent["jensen_shannon"] == "group_not_given"
    assert group(found, "men").needed is None
    assert group(found, "men").absent["needed"] == "group_not_given"
    assert group(found, "women").needed is not None


def test_money_is_told_per_flow_with_its_concentration():
    rows = [{"kinds": ("supplier",), "municipality": HEERLEN, "amount": a} for a in (60.0, 20.0, 10.0, 10.0, np.nan)]
    rows += [{"kinds": ("funder",), "municipality": HEERLEN, "amount": 1_000.0}]
    money = of(rows, weight="money_out").money
    assert (money.n, money.unknown, money.total) == (4, 1, 100.0)
    assert money.hhi == pytest.approx(0.42)
    assert money.hhi_points == pytest.approx(4_200)
    assert money.effective_partners == pytest.approx(1 / 0.42)
    assert (money.top3, money.main) == pytest.approx((0.9, 0.6))
    assert of(rows, weight="money_in").money.total == 1_000.0
    assert of(rows).money is None


@pytest.mark.parametrize("entry", DIMENSIONS, ids=lambda d: d.id)
@pytest.mark.parametrize("weight", ["count", "money_in", "money_out"])
def test_whatever_is_missing_has_its_reason_and_all_of_it_can_be_stored(entry, weight):
    found = details(SAMPLE, REGION, entry, Settings(weight=weight))
    assert {name for name in (*WHOLE, "money") if getattr(found, name) is None} == set(found.absent)
    for one in found.groups:
        assert {name for name in PER_GROUP if getattr(one, name) is None} == set(one.absent)
    assert Details.model_validate_json(found.model_dump_json()) == found


def test_zero_weights_say_nothing_and_why():
    found = of([{**row, "kinds": ("supplier",), "amount": 0.0} for row in seats(6, 6, 0)], weight="money_out")
    assert found.money is None
    assert found.absent["money"] == found.absent["jensen_shannon"] == "nobody_known"


def test_a_group_that_the_region_does_not_have_gives_defined_details():
    counts = {**REGION.compositions["sector"].counts}
    empty = next(iter(counts))
    sector = replace(REGION.compositions["sector"], counts={**counts, empty: 0.0})
    region = replace(REGION, compositions={**REGION.compositions, "sector": sector})
    found = details(SAMPLE, region, dimension("sector"), Settings())
    assert group(found, empty).needed == 0
    assert group(found, empty).surprise_of_zero == 1.0
    assert group(found, empty).absent["detectable_less"] == "too_few_partners"

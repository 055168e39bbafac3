"""The details and the other ways of counting stand on the same arrays as the mirror."""

from fractions import Fraction

import numpy as np
import pytest

from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.dimensions import DIMENSIONS, dimension
from regional.mirror.answers import answers
from regional.mirror.details import details
from regional.mirror.measures import dissimilarity, goodman, needed, surprise_of_zero, wilson
from regional.mirror.reflect import reflect, reflect_dimension
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
    found = of(rows, "sex")
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
    assert of(rows, "sex").by_normal
    assert not of(rows[:2_000], "sex").by_normal


def test_ways_of_counting_are_the_mirrors_own():
    side = answers(SAMPLE, REGION, PLACE, Settings())
    by_way = {answer.way: answer.result for answer in side.answers}
    assert by_way["count"] == reflect(SAMPLE, REGION, Settings()).dimension("location")
    money = reflect(SAMPLE, REGION, Settings(weight="money_out")).dimension("location")
    assert by_way["money_out"] == money


def test_groups_whose_state_differs_are_named():
    kinds = [{"kinds": ("supplier",), "municipality": KERKRADE}] * 30 + [
        {"kinds": ("content",), "municipality": HEERLEN}
    ] * 30
    side = answers(portfolio(kinds), REGION, PLACE, Settings())
    assert KERKRADE in side.differing


def test_a_way_in_which_too_little_is_known_contradicts_nobody():
    rows = [{"municipality": HEERLEN}] * 20 + [{"kinds": ("funder",), "municipality": KERKRADE, "amount": 5.0}] * 3
    side = answers(portfolio(rows), REGION, PLACE, Settings())
    assert side.differing == ()


def test_without_amounts_there_is_no_main_funder_to_leave_out():
    ways = {answer.way for answer in answers(portfolio(seats(9, 9, 9)), REGION, PLACE, Settings()).answers}
    assert "money_in_without" not in ways

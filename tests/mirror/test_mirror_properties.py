"""What may not change a mirror, and what must agree in it: through ``judge`` and ``reflect`` on random portfolios."""

from functools import cache

import numpy as np
import pandas as pd
import pytest
import skbio.diversity.alpha as skbio
from hypothesis import given, settings
from hypothesis import strategies as st
from segregation.singlegroup import Dissim

from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.mirror import dissimilarity, effective_groups, hellinger, herfindahl, jensen_shannon, simpson
from regional.mirror.reflect import reflect
from regional.mirror.result import Status
from regional.mirror.settings import Settings
from tests.mirror.judging import judged as judged_with
from tests.mirror.portfolios import portfolio

PARKSTAD = ("GM0882", "GM0899", "GM0917", "GM0928", "GM0965", "GM0986", "GM1954")
QUICK = Settings(draws=1_000)
BEYOND = {Status.CLEARLY_LESS, Status.POSSIBLY_LESS, Status.CLEARLY_MORE, Status.POSSIBLY_MORE}


@st.composite
def composed(draw, money=None, unknown=True):
    """Return y (n, K), weights (n,) and q (K,): single labels or fractions, by number or money, some unknown."""
    k, n = draw(st.integers(2, 7)), draw(st.integers(1, 60))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    q = rng.dirichlet(np.full(k, 2.0))
    p = rng.dirichlet(np.full(k, 2.0))
    y = rng.multinomial(1, p, size=n).astype(float) if draw(st.booleans()) else rng.dirichlet(3 * p + 0.1, n)
    if unknown:
        y[rng.random(n) < draw(st.sampled_from([0.0, 0.1, 0.5]))] = np.nan
    by_money = draw(st.booleans()) if money is None else money
    return y, np.round(rng.lognormal(8, 1.5, n)) if by_money else np.ones(n), q


def judged(y, weights, q, precision=0.0):
    return judged_with(y, weights, q, QUICK, precision)


def same(first, second, order=slice(None)):
    """Fail unless all that is said per group is the same."""
    for name in ("share", "gap", "ratio", "band", "bounds", "p", "p_adjusted"):
        np.testing.assert_allclose(getattr(first, name)[order], getattr(second, name), atol=1e-9, err_msg=name)
    assert first.status[order].tolist() == second.status.tolist()


@given(composed(), st.randoms(use_true_random=False), st.sampled_from([0.0, 0.005]))
def test_the_order_of_the_groups_changes_nothing_that_is_said_of_them(case, random, precision):
    y, weights, q = case
    order = list(range(q.size))
    random.shuffle(order)
    same(judged(y, weights, q, precision), judged(y[:, order], weights, q[order], precision), order)


@given(composed(unknown=False), st.randoms(use_true_random=False))
def test_the_order_of_the_partners_changes_nothing(case, random):
    y, weights, q = case
    order = list(range(len(y)))
    random.shuffle(order)
    same(judged(y, weights, q), judged(y[order], weights[order], q))


@given(composed(money=True), st.sampled_from([0.001, 0.5, 12.0, 1_000.0]))
def test_cents_or_thousands_of_euros_say_the_same(case, factor):
    y, weights, q = case
    same(judged(y, weights, q), judged(y, weights * factor, q))


@given(composed(money=False))
def test_the_same_amount_for_everyone_is_counting(case):
    y, weights, q = case
    same(judged(y, weights, q), judged(y, weights * 250.0, q))


@given(composed())
def test_the_share_lies_within_its_bounds(case):
    found = judged(*case)
    known = ~np.isnan(found.share)
    assert (found.bounds[known, 0] <= found.share[known] + 1e-9).all()
    assert (found.share[known] <= found.bounds[known, 1] + 1e-9).all()


@given(composed())
def test_the_share_lies_outside_the_band_exactly_where_p_is_small(case):
    y, weights, q = case
    found = judged(y, weights, q)
    if not found.tested:
        return
    low, high = found.band.T
    share = found.share
    # Above 30 % unknown a p-value is that of the far bound: it is small only outside the band, not everywhere there.
    small, is_open = found.p < 0.05, (found.n < 0.7 * len(y))
    assert ((share < low - 1e-9) | (share > high + 1e-9))[small].all()
    inside = ~small & ~is_open & ~np.isnan(share) & (np.ptp(weights) == 0)
    assert ((share > low - 1e-9) & (share < high + 1e-9))[inside].all()
    assert not BEYOND & set(found.status[~small])


@given(composed())
def test_a_correction_never_makes_a_difference_clearer(case):
    found = judged(*case)
    given_ = ~np.isnan(found.p_adjusted)
    assert (found.p_adjusted[given_] >= found.p[given_] - 1e-12).all()
    for status, adjusted in zip(found.status, found.p_adjusted, strict=True):
        assert status not in (Status.CLEARLY_LESS, Status.CLEARLY_MORE) or adjusted < 0.05


@given(composed(unknown=False), st.floats(0.1, 0.9))
def test_merging_two_groups_of_the_same_ratio_changes_no_distance(case, part):
    """Two groups of which partners and region hold the same multiple are one group in two halves."""
    y, weights, q = case
    share = judged(y, weights, q).share
    p, region = np.nan_to_num(share), q
    if p.size < 2 or p.sum() <= 0:
        return
    split_p, split_q = ([side[0] * part, side[0] * (1 - part), *side[1:]] for side in (p, region))
    for measure in (dissimilarity, jensen_shannon, hellinger):
        assert measure(split_p, split_q) == pytest.approx(measure(p, region), abs=1e-7)


@given(composed(unknown=False))
def test_merging_any_two_groups_never_brings_partners_and_region_further_apart(case):
    y, weights, q = case
    p = judged(y, weights, q).share
    merged_p, merged_q = ([side[0] + side[1], *side[2:]] for side in (p, q))
    for measure in (dissimilarity, jensen_shannon, hellinger):
        assert measure(merged_p, merged_q) <= measure(p, q) + 1e-7


@settings(max_examples=30)
@given(composed(money=False, unknown=False))
def test_pysal_agrees_on_the_dissimilarity_of_a_portfolio(case):
    y, weights, q = case
    found = judged(y, weights, q)
    inhabitants = q * 100_000
    frame = pd.DataFrame({"partners": found.count, "both": found.count + inhabitants})
    assert dissimilarity(found.share, q) == pytest.approx(Dissim(frame, "partners", "both").statistic, abs=1e-9)


@given(composed(unknown=False))
def test_scikit_bio_agrees_on_the_diversity_of_a_portfolio_and_the_concentration_of_its_money(case):
    y, weights, q = case
    found = judged(y, weights, q)
    assert simpson(found.share) == pytest.approx(skbio.simpson(found.count), abs=1e-9)
    assert effective_groups(found.share) == pytest.approx(np.exp(skbio.shannon(found.count)))
    assert herfindahl(weights) == pytest.approx(skbio.simpson_d(weights))
    assert found.effective_n == pytest.approx(skbio.inv_simpson(weights))


@cache
def parkstad():
    return profile(load_snapshot(), PARKSTAD, "Parkstad Limburg")


partner = st.fixed_dictionaries(
    {
        "municipality": st.sampled_from([*PARKSTAD, "GM0363", None]),
        "kinds": st.sampled_from([("funder",), ("supplier",), ("content",), ("funder", "supplier"), ()]),
        "amount": st.sampled_from([np.nan, 0.0, 500.0, 12_000.0, 400_000.0]),
        "sector": st.sampled_from([None, "B-F", "G+I", "R-U"]),
        "shares": st.sampled_from([{}, {"sex": {"women": 0.6, "men": 0.4}}, {"age": {"65+": 0.7}}]),
    }
)
lists = st.lists(partner, max_size=40)
weights = st.sampled_from(["count", "money_in", "money_out"])


def drawn(rows, weight):
    return reflect(portfolio(rows), parkstad(), Settings(weight=weight, draws=1_000))


@settings(max_examples=25)
@given(lists, weights)
def test_every_mirror_holds_together(rows, weight):
    for result in drawn(rows, weight).dimensions:
        assert result.n_known + result.n_unknown + result.not_applicable + sum(result.outside.values()) <= len(rows)
        for group in result.groups:
            if group.partner_share is not None and group.bounds is not None and result.kind != "multi":
                assert group.bounds[0] - 1e-9 <= group.partner_share <= group.bounds[1] + 1e-9
            if group.gap is not None:
                assert group.gap == pytest.approx(group.partner_share - group.region_share)
            if group.status in BEYOND:
                low, high = group.band
                assert not low - 1e-9 <= group.partner_share <= high + 1e-9
                assert group.p < 0.05


@settings(max_examples=15)
@given(lists, weights, st.randoms(use_true_random=False))
def test_a_list_in_another_order_gives_the_same_mirror(rows, weight, random):
    other = list(rows)
    random.shuffle(other)
    for first, second in zip(drawn(rows, weight).dimensions, drawn(other, weight).dimensions, strict=True):
        assert [group.status for group in first.groups] == [group.status for group in second.groups]
        assert [group.p for group in first.groups] == pytest.approx([group.p for group in second.groups], nan_ok=True)


@settings(max_examples=15)
@given(lists)
def test_every_partner_listed_twice_has_the_same_shares(rows):
    for first, second in zip(drawn(rows, "count").dimensions, drawn(rows * 2, "count").dimensions, strict=True):
        assert second.n_known == 2 * first.n_known
        for one, two in zip(first.groups, second.groups, strict=True):
            assert one.partner_share == pytest.approx(two.partner_share)

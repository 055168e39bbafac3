"""The line-up: ours is ours to the dot, the others come blindly from the region, and nobody can tell which by place."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from regional.bubble.lineup import PICTURES, can_line_up, line_up, line_ups
from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.mirror.reflect import reflect
from regional.mirror.result import DimensionResult, Group
from regional.mirror.settings import Settings
from regional.partners.sample import load_sample

FIGURES = load_snapshot()
SEED = 1


def theme(counts, shares, **more):
    """A theme of partners by group, with the region's shares."""
    groups = tuple(
        Group(id=f"g{at}", label="", region_share=share, partner_share=0.0, count=count, n=int(sum(counts)))
        for at, (count, share) in enumerate(zip(counts, shares, strict=True))
    )
    known = {"n_known": int(sum(counts)), "n_unknown": 0, "effective_n": sum(counts), "tested": True} | more
    return DimensionResult(id="age", role="mirror", kind="label", base="", source="", year=2024, precision=0.0,
                           groups=groups, **known)  # fmt: skip


themes = st.integers(2, 9).flatmap(
    lambda k: st.builds(
        lambda counts, parts: theme(counts, [part / sum(parts) for part in parts]),
        st.lists(st.integers(0, 40), min_size=k, max_size=k).filter(lambda counts: sum(counts) >= 10),
        st.lists(st.integers(1, 100), min_size=k, max_size=k),
    )
)


@given(themes, st.integers(0, 2**31))
def test_ours_is_ours_and_every_picture_holds_as_many_partners(result, seed):
    found = line_up(result, seed)
    assert found.pictures[found.ours] == tuple(int(group.count) for group in result.groups)
    assert {sum(dots) for dots in found.pictures} == {found.n}
    assert len(found.pictures) == PICTURES
    assert found.is_ours(found.ours)


@given(themes)
def test_the_same_content_gives_the_same_line_up(result):
    assert line_up(result, SEED) == line_up(result, SEED)


def test_a_partner_for_two_groups_counts_for_half_in_each_and_is_drawn_whole():
    assert sum(line_up(theme([5.5, 4.5, 2], [0.5, 0.3, 0.2]), SEED).pictures[0]) == 12


def test_the_others_are_drawn_from_the_region_whatever_our_own_are():
    region = (0.6, 0.3, 0.1)
    found = [line_up(theme([0, 0, 50], region), seed) for seed in range(200)]
    drawn = [dots for one in found for at, dots in enumerate(one.pictures) if at != one.ours]
    shares = np.array(drawn).sum(axis=0) / np.sum(drawn)
    assert shares == pytest.approx(region, abs=0.01)
    # Of a multinomial draw of 50 the first group has variance 50 x 0.6 x 0.4 = 12.
    assert np.array(drawn)[:, 0].var() == pytest.approx(12, rel=0.15)


def test_ours_stands_at_any_place_as_often():
    places = [line_up(theme([5, 5], [0.5, 0.5]), seed).ours for seed in range(800)]
    assert np.bincount(places, minlength=PICTURES).min() > 60


def test_a_picture_that_chance_made_just_like_ours_is_ours_too():
    found = next(f for seed in range(200) if (f := line_up(theme([5, 5], [0.5, 0.5]), seed)).pictures.count((5, 5)) > 1)
    assert all(found.is_ours(at) == (dots == (5, 5)) for at, dots in enumerate(found.pictures))


@pytest.mark.parametrize(
    "result",
    [
        theme([12], [1.0]),
        theme([12, 0], [1.0, 0.0]),
        theme([5, 4], [0.5, 0.5], n_known=9),
        theme([6, 6], [0.5, 0.5], basis="shares"),
        theme([6, 6], [0.5, 0.5], tested=False),
    ],
    ids=["one group", "nobody lives in the other", "too few", "percentages", "nothing tested"],
)
def test_what_cannot_be_divided_over_groups_is_not_played(result):
    assert not can_line_up(result)


@pytest.mark.parametrize(("codes", "played"), [(["GM0928"], False), (["GM0928", "GM0917"], True)])
def test_a_region_of_one_municipality_has_no_line_up(codes, played):
    mirror = reflect(load_sample().portfolio, profile(FIGURES, codes, "hier"), Settings())
    assert bool(line_ups(mirror)) == played


def test_money_is_not_drawn_as_partners():
    mirror = reflect(
        load_sample().portfolio, profile(FIGURES, ["GM0928", "GM0917"], "hier"), Settings(weight="money_in")
    )
    assert line_ups(mirror) == []

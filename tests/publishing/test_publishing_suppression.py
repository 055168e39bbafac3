"""What of a mirror may be seen by anyone. The attack on it is in test_sharing_attack.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regional.mirror.result import DimensionResult, Group, Mirror, PartnersSummary, ReachResult, RegionSummary
from regional.mirror.settings import Settings
from regional.publishing.suppression import suppress

COUNTS = st.lists(st.integers(0, 14), min_size=5, max_size=5)


def result(dimension, counts, kind="label", known=None):
    known = sum(counts) if known is None else known
    groups = tuple(
        Group(id=str(i), label=f"g{i}", region_share=None, partner_share=c / known if known else None, count=c, n=known)
        for i, c in enumerate(counts)
    )
    return DimensionResult(id=dimension, role="context", kind=kind, base="", source="", year=None, precision=0,
                           n_known=known, n_unknown=3, effective_n=known, total=known, groups=groups)  # fmt: skip


def mirror(*dimensions, reach=(), n=0, **settings):
    amount = {"in": 0.0, "out": 0.0, "unknown": 0}
    n = n or max([d.n_known + 3 for d in dimensions], default=0)
    return Mirror(
        settings=Settings(**settings), region=RegionSummary(codes=("GM1",), name="R", inhabitants=1),
        partners=PartnersSummary(n=n, in_region=n, elsewhere=0, abroad=0, unknown_place=0, amount=amount),
        dimensions=dimensions, reach=reach)  # fmt: skip


def seen(theme):
    return [(group.shown, group.count) for group in theme.groups]


@given(COUNTS)
def test_a_hidden_cell_carries_no_figure(counts):
    for theme in suppress(mirror(result("stage", counts))).themes:
        for group in theme.groups:
            if group.shown != "shown":
                assert (group.count, group.share, group.state) == (None, None, None)


def test_where_no_group_is_small_all_is_shown():
    theme = suppress(mirror(result("stage", (5, 15, 20)))).themes[0]
    assert theme.n_known == 40
    assert [(g.count, g.share) for g in theme.groups] == [(5, 0.12), (15, 0.38), (20, 0.5)]


def test_a_small_group_takes_the_total_and_the_shares_along():
    theme = suppress(mirror(result("stage", (20, 8, 3, 0, 9)), n=60)).themes[0]
    assert (theme.n_known, theme.at_least) == (None, 37)
    assert seen(theme) == [("shown", 20), ("shown", 8), ("few", None), ("few", None), ("shown", 9)]
    assert [group.share for group in theme.groups] == [None] * 5


def test_where_all_answered_it_is_not_even_told_which_group_is_small():
    theme = suppress(mirror(result("stage", (20, 8, 3, 0, 9)), n=40)).themes[0]
    assert seen(theme) == [("shown", 20), *[("withheld", None)] * 3, ("shown", 9)]


@pytest.mark.parametrize("counts", [(4, 4, 4, 4, 4), (2, 1, 0, 0, 0)])
def test_a_theme_of_small_groups_alone_is_not_shown(counts):
    theme = suppress(mirror(result("stage", counts), n=60)).themes[0]
    assert (theme.n_known, theme.groups) == (None, ())


def test_shares_given_by_four_partners_are_withheld_as_a_whole():
    group = Group(id="a", label="a", region_share=0.5, partner_share=0.4, count=1.6, n=4)
    theme = result("age", (4,), "fractions").model_copy(update={"groups": (group,)})
    safe = suppress(mirror(theme, n=60)).themes[0]
    assert (safe.n_known, safe.groups) == (None, ())


def test_small_groups_of_organisations_are_added_and_zero_is_shown():
    safe = suppress(mirror(result("size", (20, 3, 1, 0, 9)))).themes[0]
    assert [(g.id, g.count) for g in safe.groups] == [("0", 20), ("3", 0), ("other", 13)]


def test_a_small_kind_of_partner_cannot_be_worked_out_from_the_others():
    """33 partners, 20 and 10 of them of other kinds: at least 3 would be left for the third."""
    theme = suppress(mirror(result("kind", (3, 20, 10), "multi", known=33), n=40)).themes[0]
    assert (theme.n_known, theme.at_least) == (None, 20)
    assert seen(theme) == [("few", None), ("shown", 20), ("shown", 10)]


def test_four_suppliers_of_a_known_sector_do_not_tell_how_many_suppliers_there_are():
    assert suppress(mirror(result("sector", (4, 0, 0, 0)), n=40)).themes[0].groups == ()


def test_reach_by_four_partners_and_by_none_looks_the_same():
    reach = [ReachResult(id=i, dimension="age", label=i, inhabitants=9, main=m, also=0, per_partner=None)
             for i, m in (("a", 4), ("b", 0), ("c", 5))]  # fmt: skip
    assert [r.partners for r in suppress(mirror(reach=tuple(reach), n=60)).reach] == [None, None, 5]


@pytest.mark.parametrize("weight", ["money_in", "money_out"])
def test_a_mirror_by_money_gives_no_counts(weight):
    safe = suppress(mirror(result("size", (20, 3, 1, 0, 9)), weight=weight))
    assert (safe.themes, safe.reach) == ((), ())


def test_of_four_partners_nothing_is_shown():
    assert suppress(mirror(result("size", (4, 0)), n=4)).themes == ()

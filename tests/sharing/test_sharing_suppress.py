"""An attacker with an integer program and everything that is published learns nothing of a hidden cell."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.mirror.reflect import reflect
from regional.mirror.result import DimensionResult, Group, Mirror, PartnersSummary, ReachResult, RegionSummary
from regional.mirror.settings import Settings
from regional.partners.sample import load_sample
from regional.sharing.suppress import LEAST, protecting, suppress

PARKSTAD = ("GM0882", "GM0899", "GM0917", "GM0928", "GM0965", "GM0986", "GM1954")
COUNTS = st.lists(st.integers(0, 14), min_size=5, max_size=5)


def result(dimension, counts, kind="label"):
    known = sum(counts)
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


def assert_every_hidden_cell_is_open(safe):
    """One system over all tables, with the number of partners that they share; each hidden cell tried at 0..4."""
    themes = [t for t in safe.themes if t.partner_given and t.kind == "label" and t.groups]
    cells = [(t, g) for t in themes for g in t.groups]
    # The last variables: per theme the number of partners that gave no answer.
    low, high = [], []
    for _, g in cells:
        exact = g.count
        low.append(exact if exact is not None else (0 if g.shown == "few" else LEAST))
        high.append(exact if exact is not None else (LEAST - 1 if g.shown == "few" else safe.n))
    rows, totals = [], []
    for i, theme in enumerate(themes):
        row = np.array([float(t is theme) for t, _ in cells] + [0.0] * len(themes))
        rows.append(row)
        totals.append(theme.n_known)
        whole = row.copy()
        whole[len(cells) + i] = 1
        rows.append(whole)
        totals.append(safe.n)
    low, high = low + [0] * len(themes), high + [safe.n] * len(themes)
    for i, (_, g) in enumerate(cells):
        for value in range(LEAST) if g.shown == "few" else ():
            lo, hi = list(low), list(high)
            lo[i] = hi[i] = value
            rules = LinearConstraint(np.array(rows), totals, totals)
            found = milp(np.zeros(len(lo)), constraints=rules, integrality=np.ones(len(lo), int), bounds=Bounds(lo, hi))
            assert found.success, (g.id, value, safe)


@given(COUNTS, COUNTS)
def test_no_hidden_cell_is_known_from_tables_that_share_their_total(stages, again):
    assert_every_hidden_cell_is_open(suppress(mirror(result("stage", stages), result("stage", again))))


@pytest.mark.parametrize("counts", [(12, 3, 0, 9, 8), (5, 5, 5, 5, 1), (20, 4, 0, 0, 0), (30, 0, 0, 0, 0)])
def test_known_hard_tables_stay_closed(counts):
    assert_every_hidden_cell_is_open(suppress(mirror(result("stage", counts))))


def test_the_attack_finds_a_table_that_is_not_protected():
    safe = suppress(mirror(result("stage", (12, 9, 8, 7, 6))))
    theme = safe.themes[0]
    leaky = theme.model_copy(update={"groups": (theme.groups[0].model_copy(update={"shown": "few", "count": None}),
                                                *theme.groups[1:])})  # fmt: skip
    with pytest.raises(AssertionError):
        assert_every_hidden_cell_is_open(safe.model_copy(update={"themes": (leaky,)}))


@given(COUNTS)
def test_no_smaller_set_would_protect(counts):
    chosen = protecting(counts, sum(counts))
    if not chosen:
        return
    few = sum(c for c in counts if c < LEAST)
    big = [i for i, c in enumerate(counts) if c >= LEAST]
    sets = [[i for b, i in enumerate(big) if mask >> b & 1] for mask in range(1, 1 << len(big))]
    enough = [s for s in sets if few + sum(counts[i] for i in s) - 4 >= LEAST * len(s)]
    assert sum(counts[i] for i in chosen) == min(sum(counts[i] for i in s) for s in enough)


@given(COUNTS)
def test_a_hidden_cell_carries_no_figure(counts):
    for theme in suppress(mirror(result("stage", counts))).themes:
        for group in theme.groups:
            if group.shown != "shown":
                assert (group.count, group.share, group.state) == (None, None, None)


def test_shares_given_by_four_partners_are_withheld_as_a_whole():
    group = Group(id="a", label="a", region_share=0.5, partner_share=0.4, count=1.6, n=4)
    theme = result("age", (4,), "fractions").model_copy(update={"groups": (group,)})
    safe = suppress(mirror(theme, n=60)).themes[0]
    assert (safe.n_known, safe.groups) == (None, ())


def test_small_groups_of_organisations_are_added_and_zero_is_shown():
    safe = suppress(mirror(result("size", (20, 3, 1, 0, 9)))).themes[0]
    assert [(g.id, g.count) for g in safe.groups] == [("0", 20), ("3", 0), ("other", 13)]


def test_reach_by_four_partners_and_by_none_looks_the_same():
    reach = [ReachResult(id=i, dimension="age", label=i, inhabitants=9, main=m, also=0, per_partner=None)
             for i, m in (("a", 4), ("b", 0), ("c", 5))]  # fmt: skip
    assert [r.partners for r in suppress(mirror(reach=tuple(reach), n=60)).reach] == [None, None, 5]


@pytest.mark.parametrize("weight", ["money_in", "money_out"])
def test_a_mirror_by_money_gives_no_figures_by_group(weight):
    safe = suppress(mirror(result("size", (20, 3, 1, 0, 9)), weight=weight))
    assert (safe.themes, safe.reach) == ((), ())


def test_the_sample_stays_closed():
    portfolio = load_sample().portfolio
    safe = suppress(reflect(portfolio, profile(load_snapshot(), PARKSTAD, "Parkstad Limburg")))
    assert_every_hidden_cell_is_open(safe)
    assert safe.n >= 50

"""From partner files to a search: who may be chosen, and what counts."""

from __future__ import annotations

import numpy as np
import pytest

from regional.cbs.figures import RegionProfile
from regional.cbs.profile import profile
from regional.cbs.pull import load_figures
from regional.search.advise import advise
from regional.search.build import build
from regional.search.model import SearchError, SearchSettings
from tests.mirror.portfolios import portfolio

OURS = portfolio(
    [
        {"name": "Ours", "municipality": "GM0917", "kinds": ("content",)},
        {"name": "Zoo", "status": "possible", "municipality": "GM0928", "kinds": ("content",)},
        {"name": "Bank", "status": "possible", "municipality": "GM0917", "kinds": ("supplier",), "amount": 900.0},
        {"name": "Choir", "status": "possible", "kinds": ("content",), "also_reaches": ("young_15_25",)},
        {"name": "Gone", "status": "ended", "municipality": "GM0928"},
    ]
)


@pytest.fixture(scope="module")
def region() -> RegionProfile:
    return profile(load_figures(), ("GM0917", "GM0928"), "Twee gemeenten")


def test_only_possible_partners_in_order_of_name(region: RegionProfile) -> None:
    problem = build(OURS, None, region, SearchSettings(k=1))
    assert problem.names == ("Bank", "Zoo")
    assert problem.set_apart == ("Choir",)
    assert sum(part.weight for part in problem.parts) == pytest.approx(1.0)
    place = next(part for part in problem.parts if part.id == "location")
    np.testing.assert_array_equal(place.m, [1.0, 1.0])
    np.testing.assert_array_equal(place.unknown, [0.0, 0.0])


def test_who_reaches_a_wanted_group_counts_though_nothing_else_is_known(region: RegionProfile) -> None:
    settings = SearchSettings(k=1, reach_groups=("young_15_25",))
    assert build(OURS, None, region, settings).names == ("Bank", "Choir", "Zoo")


def test_a_theme_counts_for_what_is_known_of_it_and_one_address_counts_once(region: RegionProfile) -> None:
    named = [{"name": f"P{i}", "municipality": "GM0917", "mainly_for": ("0-15",) if i < 6 else ()} for i in range(24)]
    rows = [*named, {"name": "Zoo", "status": "possible", "municipality": "GM0928", "mainly_for": ("65+",)}]
    parts = build(portfolio(rows), None, region, SearchSettings(k=1)).parts
    weights = {part.id: part.weight * 30 for part in parts}
    assert weights["location"] + weights.get("urbanity", 0.0) == pytest.approx(24)
    assert weights["age"] == pytest.approx(6)


def test_names_kinds_and_budget_are_kept_to(region: RegionProfile) -> None:
    assert advise(build(OURS, None, region, SearchSettings(k=1, must_not=("Zoo",), budget=900.0))).chosen == ("Bank",)
    assert advise(build(OURS, None, region, SearchSettings(k=1, kinds={"supplier": (1, None)}))).chosen == ("Bank",)
    assert advise(build(OURS, None, region, SearchSettings(k=1, must_have=("Choir",)))).chosen == ("Choir",)


def test_a_search_that_cannot_start_says_why(region: RegionProfile) -> None:
    with pytest.raises(SearchError, match="not among"):
        build(OURS, None, region, SearchSettings(k=1, must_have=("Nobody",)))
    with pytest.raises(SearchError, match="no possible partners"):
        build(portfolio([{"name": "Ours"}]), None, region, SearchSettings(k=1))

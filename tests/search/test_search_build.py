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
    assert problem.names == ("Bank", "Choir", "Zoo")
    assert problem.w0 == 1.0
    assert sum(part.weight for part in problem.parts) == pytest.approx(1.0)
    place = next(part for part in problem.parts if part.id == "location")
    np.testing.assert_array_equal(place.m, [1.0, 0.0, 1.0])
    np.testing.assert_array_equal(place.unknown, [0.0, 1.0, 0.0])


def test_names_kinds_and_budget_are_kept_to(region: RegionProfile) -> None:
    assert advise(build(OURS, None, region, SearchSettings(k=1, must_not=("Zoo",), budget=100.0))).chosen == ("Choir",)
    assert advise(build(OURS, None, region, SearchSettings(k=1, kinds={"supplier": (1, None)}))).chosen == ("Bank",)
    assert advise(build(OURS, None, region, SearchSettings(k=1, must_have=("Choir",)))).chosen == ("Choir",)


def test_a_search_that_cannot_start_says_why(region: RegionProfile) -> None:
    with pytest.raises(SearchError, match="not among"):
        build(OURS, None, region, SearchSettings(k=1, must_have=("Nobody",)))
    with pytest.raises(SearchError, match="no possible partners"):
        build(portfolio([{"name": "Ours"}]), None, region, SearchSettings(k=1))

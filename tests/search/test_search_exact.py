"""The best set is the best: every set tried on small random cases."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regional.search.objective import cases, exact, feasible, objective
from regional.search.solve import best_set, relaxed
from tests.search.search_cases import brute, random_problem

CASES = settings(max_examples=40, deadline=None, derandomize=True)


@pytest.mark.parametrize("money", [False, True])
@CASES
@given(seed=st.integers(0, 10**9), k=st.integers(1, 4), reach=st.integers(0, 2))
def test_no_set_is_better(money: bool, seed: int, k: int, reach: int) -> None:
    problem = random_problem(seed, k=k, money=money, reach=reach)
    found, tried = best_set(problem), brute(problem)
    assert (found is None) == (tried is None)
    if found and tried:
        assert found.optimal
        assert feasible(problem, found.chosen)
        assert float(exact(problem, found.chosen) - tried[0]) == pytest.approx(0.0, abs=1e-7)


@settings(max_examples=20, deadline=None, derandomize=True)
@given(seed=st.integers(0, 10**9))
def test_relaxing_as_told_makes_a_set_fit(seed: int) -> None:
    problem = random_problem(seed, k=4)
    relax = {(r.kind, r.key): r.by for r in relaxed(problem)}
    assert bool(relax) == (brute(problem) is None)
    wider = tuple(
        replace(lim, low=lim.low - relax.get((lim.kind, lim.key), 0), high=lim.high + relax.get((lim.kind, lim.key), 0))
        for lim in problem.limits
    )
    assert best_set(replace(problem, limits=wider)) is not None or ("k", "") in relax


def test_the_distance_does_not_move_when_unknown_partners_are_added() -> None:
    problem = random_problem(3, n=6, limits=False, reach=0)
    blank = tuple(replace(p, x=np.zeros_like(p.x), m=np.zeros_like(p.m)) for p in problem.parts)
    unknown = replace(problem, parts=blank)
    assert objective(unknown, (0, 1, 2)) == pytest.approx(objective(unknown))


def test_cases_hold_every_way_the_unknowns_can_fall() -> None:
    problem = random_problem(8, n=6, limits=False, dims=1)
    part, chosen = problem.parts[0], (0, 1, 2)
    part = replace(part, x=np.zeros_like(part.x), m=np.zeros_like(part.m), unknown=problem.w)
    low, high = cases(replace(problem, parts=(part,)), chosen)
    rng = np.random.default_rng(0)
    for _ in range(50):
        known = replace(part, x=rng.multinomial(1, part.q, 6) * problem.w[:, None], m=problem.w)
        assert low - 1e-12 <= objective(replace(problem, parts=(known,)), chosen) <= high + 1e-12

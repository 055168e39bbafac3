"""Advice: what the command line and the page rely on; and the child process."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from regional.search.advise import advise
from regional.search.background import start
from regional.search.model import Advice, Limit
from regional.search.objective import objective
from regional.search.solve import best_set
from tests.search.search_cases import brute, random_problem


def test_alternatives_are_the_next_best_sets() -> None:
    problem = random_problem(21, n=8, limits=False)
    advice = advise(problem)
    every = sorted({round(objective(problem, s), 9) for s in combinations(range(8), 3)})
    assert advice.optimal
    assert advice.objective == pytest.approx(every[0])
    values = [other.objective for other in advice.alternatives]
    assert len(values) == 3
    assert values == sorted(values)
    assert len({other.chosen for other in advice.alternatives} | {advice.chosen}) == 4


def test_alternatives_differ_in_more_than_the_name_of_a_twin() -> None:
    problem = random_problem(5, n=8, limits=False)
    parts = tuple(replace(p, x=p.x[[0, 0, 0, 0, 4, 5, 6, 7]], m=p.m[[0, 0, 0, 0, 4, 5, 6, 7]]) for p in problem.parts)
    reach = problem.reach[[0, 0, 0, 0, 4, 5, 6, 7]]
    advice = advise(replace(problem, parts=parts, reach=reach))
    kinds = [tuple(sorted(max(int(name[-1]), 3) for name in s.chosen)) for s in advice.alternatives]
    assert len(set(kinds)) == len(kinds)


def test_marginal_value_is_the_best_set_without_the_candidate() -> None:
    problem = random_problem(33, n=8, limits=False, money=True)
    advice = advise(problem)
    name = advice.chosen[0]
    j = problem.names.index(name)
    limit = Limit("must_not", name, np.eye(8)[j], high=0.0)
    without = brute(replace(problem, limits=(*problem.limits, limit)))
    assert without is not None
    assert advice.objective is not None
    assert advice.marginal[name] == pytest.approx(max(0.0, float(without[0]) - advice.objective), abs=1e-7)


def test_where_nothing_fits_it_says_what_to_relax() -> None:
    problem = random_problem(1, n=6, k=2, limits=False)
    names = [Limit("must_have", problem.names[j], np.eye(6)[j], low=1.0) for j in range(3)]
    advice = advise(replace(problem, limits=(*problem.limits, *names)))
    assert advice.chosen == ()
    assert sum(r.by for r in advice.relax) == pytest.approx(1.0)


def test_json_holds_the_promised_keys_and_reads_back() -> None:
    advice = advise(random_problem(2, limits=False))
    keys = {"k", "objective", "gap_before", "gap_after", "chosen", "alternatives", "marginal", "optimal", "bound"}
    assert keys <= json.loads(advice.to_json()).keys()
    assert Advice.from_json(advice.to_json()) == advice


def test_time_out_keeps_a_set_and_a_bound_that_holds() -> None:
    problem = random_problem(4, n=60, k=8, dims=6, limits=False)
    found = best_set(problem, seconds=0.05)
    assert found is not None
    assert 0.0 <= found.bound <= found.objective


def test_a_child_process_answers_as_the_parent_would() -> None:
    problem = random_problem(6, limits=False)
    handle = start(problem)
    assert handle.result(timeout=60) == advise(problem)
    assert not handle.process.is_alive()


def test_a_stopped_child_keeps_the_best_so_far() -> None:
    handle = start(random_problem(7, n=150, k=10, dims=8, limits=False))
    handle.stop()
    advice = handle.result(timeout=60)
    assert advice is not None
    assert advice.stopped
    assert len(advice.chosen) == 10

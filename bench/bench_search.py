"""The best set against one at a time and a swap local search, on the same cases; then large, in a child process.

Targets: never worse than either; small cases proven; 200 and 2,000 candidates (8 dimensions, k = 10) give a set and a
bound that holds within the time limit and the time that a stop takes to be heard.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from regional.search.background import GRACE, start  # noqa: E402
from regional.search.local import greedy, swapped  # noqa: E402
from regional.search.model import SearchProblem  # noqa: E402
from regional.search.objective import objective  # noqa: E402
from regional.search.solve import best_set  # noqa: E402
from tests.search.search_cases import random_problem  # noqa: E402

EQUAL = 1e-7


def small(cases: int) -> bool:
    """Compare on cases of 30 candidates; True where the exact search is never worse and always proven."""
    better, worse, proven, spent = np.zeros(2, int), np.zeros(2, int), 0, np.zeros(3)
    for seed in range(cases):
        problem = random_problem(seed, n=30, k=4, dims=2, money=bool(seed % 2), limits=False)
        free = np.ones(len(problem), dtype=bool)
        clock = [time.perf_counter()]
        one = greedy(problem, free)
        clock.append(time.perf_counter())
        swap = swapped(problem, one, free)
        clock.append(time.perf_counter())
        found = best_set(problem, seconds=5.0)
        clock.append(time.perf_counter())
        if found is None:
            return False
        others = np.array([objective(problem, one), objective(problem, swap)])
        better += others > found.objective + EQUAL
        worse += others < found.objective - EQUAL
        proven += found.optimal
        spent += np.diff(clock)
    for i, name in enumerate(("one at a time", "with swaps")):
        print(f"against {name}: better in {better[i]}, worse in {worse[i]} of {cases}; {spent[i]:.2f} s")
    print(f"exact: proven in {proven} of {cases}; {spent[2]:.2f} s")
    return not worse.any() and proven == cases


def large(n: int, seconds: float) -> bool:
    """Search among ``n`` in a child process; True where it answers in time with a bound that holds."""
    problem: SearchProblem = random_problem(1, n=n, k=10, dims=8, limits=False)
    problem = replace(problem, settings=problem.settings.model_copy(update={"time_limit": seconds, "curve": 0}))
    free = np.ones(n, dtype=bool)
    swap = objective(problem, swapped(problem, greedy(problem, free), free))
    began = time.perf_counter()
    advice = start(problem).result(timeout=seconds + GRACE)
    took = time.perf_counter() - began
    if advice is None or advice.objective is None or advice.bound is None:
        print(f"{n} candidates: no answer in {took:.1f} s")
        return False
    print(f"{n} candidates: {advice.objective:.5f} (swaps {swap:.5f}), bound {advice.bound:.5f}, "
          f"{'proven' if advice.optimal else 'not proven'}, {took:.1f} s")  # fmt: skip
    return advice.bound - EQUAL <= advice.objective <= swap + EQUAL and took < seconds + GRACE


def main() -> int:
    """Return 0 where every target is met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=60)
    parser.add_argument("--seconds", type=float, default=20.0)
    options = parser.parse_args()
    fine = [small(options.cases), large(200, options.seconds), large(2_000, options.seconds)]
    return 0 if all(fine) else 1


if __name__ == "__main__":
    sys.exit(main())

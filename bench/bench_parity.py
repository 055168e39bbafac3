"""Does the mirror keep quiet at parity and speak where there is a gap? By simulation, one theme at a time.

Portfolios are drawn at perfect parity: single labels; fractions (each partner's own, rounded to 5 points as they are
kept; "sharp" where most of a partner is in one group); money (log-normal amounts; also where one partner brings a
quarter of it, or half); K = 2..8 groups in three shapes, n = 10..200. Counted is in how many dimensions any group is
"clearly", any group "possibly", and any below the plain 0.8 rule. Then a group of 20 % whose true ratio is 0.3.
Targets: "clearly" under 5 %, "possibly" under 30 % in each line; the gap found in 90 % at n = 100.

A line is a miss where the estimate lies beyond the target by more than 2.58 of its own standard errors (its 99 %
limit), so that the noise of the simulation does not decide. The error is that of the means of blocks, within each
shape. By money a block is one row of amounts with many divisions over the groups: chance depends on the amounts and on
q alone, so that what is drawn for them is kept.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

# A process for each core: more threads in each would be in each other's way.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(name, "1")

import numpy as np  # noqa: E402
import numpy.typing as npt  # noqa: E402

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from regional.mirror.settings import Settings  # noqa: E402
from tests.mirror.judging import judged  # noqa: E402

Floats = npt.NDArray[np.float64]
BLOCKS = {
    "label": (40, 25),
    "fractions": (20, 25),
    "fractions, sharp": (20, 25),
    "money": (40, 50),
    "money, a quarter": (30, 40),
    "money, half": (5, 20),
}
"""Blocks for each shape, and portfolios in a block. One partner with half of the money is always too little data."""
SHAPES = ("even", "steps", "one large")
GROUPS, SIZES = range(2, 9), (10, 20, 40, 60, 100, 200)
COUNTED = ("clearly", "possibly", "plain")
CLEARLY, POSSIBLY, POWER = 0.05, 0.30, 0.90
Z = 2.58


def region(shape: str, k: int) -> Floats:
    """Return the region's shares (k,)."""
    parts = {
        "even": np.ones(k),
        "steps": np.arange(k, 0, -1.0),
        "one large": np.array([2.5 * (k - 1), *np.ones(k - 1)]),
    }
    return parts[shape] / parts[shape].sum()


def amounts(rng: np.random.Generator, kind: str, n: int) -> Floats:
    """Return weights (n,): 1 each, or euros, of which the first may bring a quarter or half."""
    if not kind.startswith("money"):
        return np.ones(n)
    money = rng.lognormal(9.0, 1.0, n)
    if kind != "money":
        money[0] = money[1:].sum() * (1.0 if kind == "money, half" else 1.0 / 3.0)
    return money


def parts(rng: np.random.Generator, kind: str, n: int, q: Floats) -> Floats:
    """Return parts (n, K) of partners, of which the expectation is ``q``, but for the rounding of fractions."""
    if kind.startswith("fractions"):
        return np.round(rng.dirichlet((0.3 if kind == "fractions, sharp" else 3.0) * q, n) * 20) / 20
    return rng.multinomial(1, q, size=n).astype(float)


def alarms(kind: str, n: int, q: Floats, seed: int) -> Floats:
    """Return (blocks, 3): which part of each block's portfolios at parity is clearly, possibly, or under 0.8."""
    rng, (blocks, times) = np.random.default_rng(seed), BLOCKS[kind]
    found = np.zeros((blocks, len(COUNTED)))
    for block in range(blocks):
        weights, settings = amounts(rng, kind, n), Settings(seed=seed + block)
        for _ in range(times):
            said = judged(parts(rng, kind, n, q), weights, q, settings)
            states = {str(status) for status in said.status}
            found[block] += (
                bool(states & {"clearly_less", "clearly_more"}),
                bool(states & {"possibly_less", "possibly_more"}),
                bool((said.ratio < 0.8).any()),
            )
    return found / times


def cell(case: tuple[str, int, int]) -> tuple[Floats, Floats, str]:
    """Return the rates of one kind, n and K over the shapes, their standard errors, and the shape worst in "clearly".

    The error is of the mean of the shapes, each of them the mean of its blocks.
    """
    kind, n, k = case
    per = np.array([alarms(kind, n, region(shape, k), 1_000 * n + 10 * k + i) for i, shape in enumerate(SHAPES)])
    worst = int(per.mean(axis=1)[:, 0].argmax())
    errors = np.sqrt((per.var(axis=1, ddof=1) / per.shape[1]).sum(axis=0)) / len(SHAPES)
    return per.mean(axis=(0, 1)), errors, f"{SHAPES[worst]} {per.mean(axis=1)[worst, 0]:.1%}"


def power(case: tuple[int, int, int], ratio: float = 0.3, size: float = 0.2) -> float:
    """Return how often a group of ``size`` with true ``ratio`` is clearly less; the others are alike."""
    n, k, times = case
    q = np.array([size, *np.full(k - 1, (1 - size) / (k - 1))])
    truth = np.array([size * ratio, *np.full(k - 1, (1 - size * ratio) / (k - 1))])
    rng, settings = np.random.default_rng(k), Settings()
    said = (judged(parts(rng, "label", n, truth), np.ones(n), q, settings).status[0] for _ in range(times))
    return sum(str(status) == "clearly_less" for status in said) / times


def quiet(pool: ProcessPoolExecutor) -> list[str]:
    """Print a line per kind, n and K at parity; return the lines that miss a target."""
    cases = [(kind, n, k) for kind in BLOCKS for n in SIZES for k in GROUPS]
    missed, most = [], np.zeros(2)
    print(f"{'kind':<17}{'n':>5}{'K':>4}{'clearly':>10}{'':>7}{'possibly':>10}{'':>7}{'0.8 rule':>10}  worst shape")
    for case, (rate, error, worst) in zip(cases, pool.map(cell, cases), strict=True):
        over = rate[:2] - Z * error[:2] >= (CLEARLY, POSSIBLY)
        missed += ["{} n={} K={}".format(*case)] * bool(over.any())
        most = np.maximum(most, rate[:2])
        shown = "".join(f"{r:>10.1%} ±{e:>5.1%}" for r, e in zip(rate[:2], error[:2], strict=True))
        print(f"{case[0]:<17}{case[1]:>5}{case[2]:>4}{shown}{rate[2]:>10.1%}  {worst}", flush=True)
    print(f"most: clearly {most[0]:.1%} (target under 5 %), possibly {most[1]:.1%} (target under 30 %)")
    return missed


def loud(pool: ProcessPoolExecutor, times: int) -> list[str]:
    """Print how often a true ratio of 0.3 is found; return the lines that miss the target at n = 100."""
    missed = []
    print(f"\na group of 20 % with a true ratio of 0.3, {times} portfolios of single labels: % clearly less")
    for n in SIZES:
        found = dict(zip(GROUPS, pool.map(power, [(n, k, times) for k in GROUPS]), strict=True))
        print(f"n={n:<5}" + "".join(f"  K={k} {seen:6.1%}" for k, seen in found.items()))
        error = {k: (seen * (1 - seen) / times) ** 0.5 for k, seen in found.items()}
        missed += [f"power n={n} K={k}" for k in GROUPS if n == 100 and found[k] + Z * error[k] < POWER]
    return missed


def main() -> int:
    """Print every rate, and return 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--power", type=int, default=1_000, help="portfolios for each n and K with a gap")
    times, began = parser.parse_args().power, time.perf_counter()
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        missed = quiet(pool) + loud(pool, times)
    print(f"{time.perf_counter() - began:.0f} s")
    print(f"target missed: {', '.join(missed)}" if missed else "all targets met")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())

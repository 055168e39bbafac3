"""Does the mirror keep quiet at parity and speak where there is a gap? By simulation, through ``judge``.

Portfolios are drawn at perfect parity: single labels, fractions (each partner's own, rounded to 5 points as they are
kept), money, and money with a dominant funder; K = 2..8 groups in three shapes, n = 10..200. Counted is in how many
dimensions any group is "clearly", any group "possibly", and any below the plain 0.8 rule. Then a group of 20 % whose
true ratio is 0.3. Targets: "clearly" under 5 %, "possibly" under 30 % in each line; the gap found in 90 % at n = 100.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from regional.dimensions import DIMENSIONS  # noqa: E402
from regional.mirror.compose import Composed  # noqa: E402
from regional.mirror.judge import Judgement, judge  # noqa: E402
from regional.mirror.settings import Settings  # noqa: E402

Floats = npt.NDArray[np.float64]
KINDS = ("label", "fractions", "money", "money, one large")
SHAPES = ("even", "steps", "one large")
GROUPS, SIZES = range(2, 9), (10, 20, 40, 60, 100, 200)
CLEARLY, POSSIBLY, POWER = 0.05, 0.30, 0.90
DIMENSION = next(dimension for dimension in DIMENSIONS if dimension.id == "location")


def region(shape: str, k: int) -> Floats:
    """Return the region's shares (k,)."""
    parts = {
        "even": np.ones(k),
        "steps": np.arange(k, 0, -1.0),
        "one large": np.array([2.5 * (k - 1), *np.ones(k - 1)]),
    }
    return parts[shape] / parts[shape].sum()


def drawn(rng: np.random.Generator, kind: str, n: int, q: Floats) -> tuple[Floats, Floats]:
    """Return parts (n, K) and weights (n,) of a portfolio whose expectation is ``q``."""
    if kind == "fractions":
        return np.round(rng.dirichlet(3.0 * q, n) * 20) / 20, np.ones(n)
    y = rng.multinomial(1, q, size=n).astype(float)
    if kind == "label":
        return y, np.ones(n)
    money = rng.lognormal(9.0, 1.0, n)
    if kind == "money, one large":
        money[0] = money[1:].sum()
    return y, money


def judged(y: Floats, weights: Floats, q: Floats, seed: int) -> Judgement:
    """Return what the mirror says of one dimension."""
    return judge(Composed(y, weights, np.ones(len(y), dtype=bool)), q, 0.0, DIMENSION, Settings(seed=seed))


def alarms(kind: str, n: int, q: Floats, times: int, seed: int) -> Counter[str]:
    """Return in how many of ``times`` portfolios at parity any group is clearly, possibly, or under 0.8."""
    rng, found = np.random.default_rng(seed), Counter[str]()
    for turn in range(times):
        said = judged(*drawn(rng, kind, n, q), q, turn)
        states = {str(status) for status in said.status}
        found["clearly"] += bool(states & {"clearly_less", "clearly_more"})
        found["possibly"] += bool(states & {"possibly_less", "possibly_more"})
        found["plain"] += bool((said.ratio < 0.8).any())
    return found


def power(n: int, k: int, times: int, seed: int, ratio: float = 0.3, size: float = 0.2) -> float:
    """Return how often a group of ``size`` with true ``ratio`` is clearly less; the others are alike."""
    q = np.array([size, *np.full(k - 1, (1 - size) / (k - 1))])
    truth = np.array([size * ratio, *np.full(k - 1, (1 - size * ratio) / (k - 1))])
    rng = np.random.default_rng(seed)
    said = (judged(*drawn(rng, "label", n, truth), q, turn).status[0] for turn in range(times))
    return sum(str(status) == "clearly_less" for status in said) / times


def rates(times: dict[str, int]) -> Iterator[tuple[str, int, int, Counter[str], str]]:
    """Yield per kind, n and K the alarms over all shapes, with the shape that gave most "clearly"."""
    for kind in KINDS:
        for n in SIZES:
            for k in GROUPS:
                per = {shape: alarms(kind, n, region(shape, k), times[kind], n * 100 + k) for shape in SHAPES}
                worst = max(per, key=lambda shape: per[shape]["clearly"])
                yield kind, n, k, sum(per.values(), Counter()), f"{worst} {per[worst]['clearly'] / times[kind]:.1%}"


def main() -> int:
    """Print a line per kind and n, and return 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--times", type=int, default=400, help="portfolios per kind, n, K and shape (money, drawn: a quarter)"
    )
    times = parser.parse_args().times
    per_kind = {kind: max(1, times // 4) if kind == "money" else times for kind in KINDS}
    missed = []
    print(f"{'kind':<17}{'n':>5}{'K':>4}{'clearly':>10}{'possibly':>10}{'0.8 rule':>10}  worst")
    for kind, n, k, found, worst in rates(per_kind):
        total = per_kind[kind] * len(SHAPES)
        part = {name: found[name] / total for name in ("clearly", "possibly", "plain")}
        missed += [f"{kind} n={n} K={k}"] * (part["clearly"] >= CLEARLY or part["possibly"] >= POSSIBLY)
        print(f"{kind:<17}{n:>5}{k:>4}{part['clearly']:>10.1%}{part['possibly']:>10.1%}{part['plain']:>10.1%}  {worst}")
    print("\na group of 20 % with a true ratio of 0.3, single labels: % clearly less")
    for n in SIZES:
        found = {k: power(n, k, times * 2, k) for k in GROUPS}
        missed += [f"power n={n} K={k}" for k, seen in found.items() if n == 100 and seen < POWER]
        print(f"n={n:<5}" + "".join(f"  K={k} {seen:6.1%}" for k, seen in found.items()))
    print(f"target missed: {', '.join(missed)}" if missed else "all targets met")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())

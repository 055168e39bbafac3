"""What the mirror says of simulated museums, and how fast: false "clearly" and power, each with its standard error.

False alarms: any "clearly" about a group that is at parity, over the whole family, must stay below 5 % within two
standard errors. Power: "clearly less" at 0.3 times the region's share must reach the table of the issue.
And 1,000 random portfolios of which no state, sentence, title, table, finding or publication contradicts another.
Seed and shares (Parkstad Limburg) are fixed; REPS=... for more.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.mirror.simulated import (
    MAKERS,
    PARKSTAD,
    THEMES,
    Museum,
    false_alarms,
    half_different,
    labels,
    lacking,
    less,
    nearest,
    own_pairs,
    parity,
    power,
    specialists,
)
from tests.sentences.agreement import contradictions, random_museum

PORTFOLIOS = int(os.environ.get("PORTFOLIOS", "1000"))
REPS = int(os.environ.get("REPS", "600"))
OTHERS = ("age", "sex", "education", "income")
THREE = np.array([0.145, 0.5, 0.355])


def museums() -> dict[str, list[Museum]]:
    """Return every setting in which nothing at parity may be called clear."""
    found = {}
    for n in (10, 20, 40, 60, 100, 200):
        found[f"five themes at parity, n = {n}"] = parity(n)
        halved = [replace(m, p=half_different(m.q)) if m.q.size > 2 else m for m in parity(n)]
        found[f"half of the groups different, n = {n}"] = halved
    for name in PARKSTAD:
        found[f"one theme of {PARKSTAD[name].size}, {name}, n = 60"] = parity(60, names=[name])
    for name in THEMES[:2]:
        different = [
            m if k == name else replace(m, p=less(m.q, 0, 0.3)) for k, m in zip(THEMES, parity(60), strict=True)
        ]
        found[f"all but {name} different, n = 60"] = different
    for made, make in MAKERS.items():
        for n in (20, 60, 200):
            found[f"age by {made}, n = {n}"] = parity(n, make, ["age"])
    for made in ("own pairs", "30 % specialists", "Dirichlet 6"):
        found[f"four themes by {made}, n = 60"] = parity(60, MAKERS[made], OTHERS)
    for n in (20, 60, 200):
        found[f"money, n = {n}"] = parity(n, names=["location"], money=True)
    return found


def powers() -> list[tuple[str, list[Museum], int, float]]:
    """Return what must be seen: the case, the museum, the group, and how often at least."""
    second, youth, elderly = (nearest(*of) for of in (("location", 0.177), ("age", 0.094), ("age", 0.263)))
    of_three = Museum(THREE, less(THREE, 0, 0.3), labels, 60)
    return [
        ("17.7 % of seven, n = 40, one theme", lacking(40, "location", 0.177), second, 0.34),
        ("17.7 % of seven, n = 40, five", lacking(40, "location", 0.177, others=OTHERS), second, 0.10),
        ("17.7 % of seven, n = 60, one theme", lacking(60, "location", 0.177), second, 0.56),
        ("17.7 % of seven, n = 60, five", lacking(60, "location", 0.177, others=OTHERS), second, 0.34),
        ("14.5 % of three, n = 60, one theme", [of_three], 0, 0.49),
        ("14.5 % of three, n = 60, five", [of_three, *parity(60, names=OTHERS)], 0, 0.24),
        ("own percentages, 9.4 %, n = 60", lacking(60, "age", 0.094, specialists), youth, 0.50),
        ("own percentages, 9.4 %, n = 100", lacking(100, "age", 0.094, specialists), youth, 0.80),
        ("focused, 26.3 %, 34 of them", lacking(34, "age", 0.263, own_pairs), elderly, 0.55),
        ("focused, 26.3 %, 56 of them", lacking(56, "age", 0.263, own_pairs), elderly, 0.88),
    ]


def main() -> int:
    """Print a line a setting; return 1 where one misses its target by more than two standard errors."""
    missed = 0
    print(f"{'false clearly, at most 5 %':<48}{'rate, %':>9}{'± s.e.':>8}")
    for name, family in museums().items():
        rate, error = false_alarms(family, REPS if not family[0].money else REPS // 4)
        is_missed = rate - 2 * error > 0.05
        missed += is_missed
        print(f"{name:<48}{100 * rate:>9.1f}{100 * error:>8.1f}{'  MISSED' if is_missed else ''}", flush=True)
    print(f"\n{'power of clearly less at 0.3':<48}{'rate, %':>9}{'± s.e.':>8}{'at least':>10}")
    for name, family, group, least in powers():
        # What differs between what is and what must be may be one or two in a hundred.
        rate, error = power(family, group, 5 * REPS)
        is_missed = rate + 2 * error < least
        missed += is_missed
        print(
            f"{name:<48}{100 * rate:>9.1f}{100 * error:>8.1f}{100 * least:>10.0f}{'  MISSED' if is_missed else ''}",
            flush=True,
        )
    found = [line for seed in range(PORTFOLIOS) for line in contradictions(*random_museum(seed))]
    print(
        f"\n{PORTFOLIOS:,} random portfolios, every page, both languages: {len(found)} contradictions",
        *found[:20],
        sep="\n",
    )
    return int(missed > 0 or bool(found))


if __name__ == "__main__":
    start = time.perf_counter()
    code = main()
    print(f"{time.perf_counter() - start:.0f} s")
    sys.exit(code)

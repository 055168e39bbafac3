"""Museums that choose their partners blindly, or nearly so: what the mirror says of them, over and over.

Used small in the tests and at length by ``bench/bench_mirror.py``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from regional.mirror.measures.evidence import Evidence, evidence
from regional.mirror.measures.verdict import statuses
from regional.mirror.result import Status

Floats = npt.NDArray[np.float64]
Maker = Callable[[np.random.Generator, int, Floats], Floats]
CLEAR = (Status.CLEARLY_LESS, Status.CLEARLY_MORE)
PARKSTAD: dict[str, Floats] = {
    "location": np.array([87461, 45311, 37112, 35896, 27770, 12375, 10255]) / 256180,
    "age": np.array([0.1275, 0.0936, 0.2288, 0.2867, 0.2634]),
    "sex": np.array([0.503, 0.497]),
    "education": np.array([0.327, 0.437, 0.236]),
    "income": np.array([0.437, 0.425, 0.138]),
    "sector": np.array([0.015, 0.155, 0.202, 0.056, 0.042, 0.208, 0.187, 0.135]),
}
"""Shares of the seven municipalities of Parkstad Limburg (CBS, as embedded), rounded."""
THEMES = ("location", "age", "sex", "education", "income")


def labels(rng: np.random.Generator, n: int, p: Floats) -> Floats:
    """Return (n, K) single labels."""
    return np.eye(p.size)[rng.choice(p.size, n, p=p / p.sum())]


def own_pairs(rng: np.random.Generator, n: int, p: Floats) -> Floats:
    """Return halves of two groups that are each drawn from the region; twice the same is a whole."""
    return (labels(rng, n, p) + labels(rng, n, p)) / 2


def pairs_by_size(rng: np.random.Generator, n: int, p: Floats) -> Floats:
    """Return for half of the partners one group, for the others two different ones, the larger named sooner."""
    first, y = labels(rng, n, p), np.empty((n, p.size))
    for row, one in enumerate(first):
        left = np.where(one > 0, 0.0, p)
        y[row] = one if rng.random() < 0.5 else (one + labels(rng, 1, left)[0]) / 2
    return y


def specialists(rng: np.random.Generator, n: int, p: Floats) -> Floats:
    """Return percentages, 30 % of the partners wholly in one group."""
    return np.where(rng.random((n, 1)) < 0.3, labels(rng, n, p), mixed(6.0)(rng, n, p))


def mixed(concentration: float) -> Maker:
    """Return a maker of percentages rounded to 5 points; the higher, the more alike the partners are."""

    def make(rng: np.random.Generator, n: int, p: Floats) -> Floats:
        return np.round(rng.dirichlet(concentration * p, size=n) * 20) / 20

    return make


MAKERS: dict[str, Maker] = {
    "single labels": labels, "own pairs": own_pairs, "pairs by size": pairs_by_size, "30 % specialists": specialists,
    "Dirichlet 2": mixed(2.0), "Dirichlet 6": mixed(6.0), "Dirichlet 20": mixed(20.0),
}  # fmt: skip


@dataclass(frozen=True)
class Museum:
    """One theme of a museum: region's shares, the true shares of its partners, how they are made, and weights."""

    q: Floats
    p: Floats
    make: Maker
    n: int
    money: bool = False

    def drawn(self, rng: np.random.Generator) -> Evidence:
        weights = rng.lognormal(0.0, 1.2, self.n) if self.money else np.ones(self.n)
        return evidence(self.make(rng, self.n, self.p), weights, self.q, seed=int(rng.integers(1 << 30)))

    @property
    def at_parity(self) -> npt.NDArray[np.bool_]:
        return np.isclose(self.p, self.q)


def less(q: Floats, group: int, ratio: float) -> Floats:
    """Return shares with one group at ``ratio`` times the region, the others up alike."""
    p = q * (1 - ratio * q[group]) / (1 - q[group])
    p[group] = ratio * q[group]
    return p


def half_different(q: Floats) -> Floats:
    """Return shares of which half of the groups are as in the region: of the others one takes from the rest."""
    p, moved = q.copy(), np.argsort(q)[::2]
    taken = 0.7 * q[moved[:-1]].sum()
    p[moved[:-1]] *= 0.3
    p[moved[-1]] += taken
    return p


def false_alarms(family: Sequence[Museum], reps: int, seed: int = 1) -> tuple[float, float]:
    """Return how often any group at parity is called clearly different, and the standard error of that."""
    rng = np.random.default_rng(seed)
    hits = sum(
        any(status in CLEAR
            for museum, spoken in zip(family, statuses([m.drawn(rng) for m in family]), strict=True)
            for status in spoken.status[museum.at_parity])
        for _ in range(reps)
    )  # fmt: skip
    return _rate(hits, reps)


def power(family: Sequence[Museum], group: int, reps: int, seed: int = 2) -> tuple[float, float]:
    """Return how often a group of the first theme is called clearly less, and the standard error of that."""
    rng = np.random.default_rng(seed)
    hits = sum(statuses([m.drawn(rng) for m in family])[0].status[group] is Status.CLEARLY_LESS for _ in range(reps))
    return _rate(hits, reps)


def _rate(hits: int, reps: int) -> tuple[float, float]:
    rate = hits / reps
    return rate, float(np.sqrt(max(rate * (1 - rate), 1 / reps) / reps))


def parity(n: int, make: Maker = labels, names: Sequence[str] = THEMES, *, money: bool = False) -> list[Museum]:
    """Return a museum of which every theme is as the region."""
    return [Museum(PARKSTAD[name], PARKSTAD[name], make, n, money) for name in names]


def lacking(n: int, name: str, share: float, make: Maker = labels, others: Sequence[str] = ()) -> list[Museum]:
    """Return a museum with 0.3 times the region's share of the group nearest to ``share``, other themes at parity."""
    q = PARKSTAD[name]
    return [Museum(q, less(q, nearest(name, share), 0.3), make, n), *parity(n, labels, others)]


def nearest(name: str, share: float) -> int:
    """Return the position of the group whose share is nearest."""
    return int(np.abs(PARKSTAD[name] - share).argmin())

"""What asking is worth: how many groups would get an answer, and of whom to ask it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from regional.mirror.measures.evidence import Evidence, LabelEvidence
from regional.mirror.measures.half import half_p

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
PSEUDO = 2.0
"""Partners that the region's share counts for before anything is known."""


def expected_settled(e: Evidence, settled: Bools, answers: int, tests: int, counted: int | None = None) -> float:
    r"""Return the expected number of groups that ``answers`` more answers settle.

    A group is settled once it is clearly less or more, or proven to be at least half as strongly present. New counts
    follow a beta-binomial distribution with :math:`x_g + 2 q_g` and :math:`n - x_g + 2 (1 - q_g)`.

    Parameters
    ----------
    e : Evidence
        The theme as it is known, by number; parts are counted by their sum.
    settled : (K,) bool
        Groups that are settled already.
    answers : int
        At most as many as there are unknown.
    counted : int, optional
        Answers among them that name a group; all where left out ("for everyone" is an answer that names none).
    tests : int
        Groups in the family: the first step of min-p, by Bonferroni.

    Returns
    -------
    A number from 0 to K. It is stepped in ``answers``: the tenth known, and the 30 % unknown, open what was shut.

    References
    ----------
    Johnson, N. L., Kemp, A. W. and Kotz, S. (2005), Univariate Discrete Distributions, section 6.2.2.
    """
    known, unknown = float(e.n.max(initial=0)), float(e.unknown.max(initial=0))
    given = int(min(answers, unknown))
    m = given if counted is None else min(counted, given)
    if m < 0 or known + m < e.rules.min_known or settled.all():
        return 0.0
    total = e.total + np.arange(m + 1.0)[:, None]
    whole = np.full(e.q.size, known + m)
    left = unknown - given
    after = replace(_as_labels(e), total=e.total, n=whole, unknown=np.full(e.q.size, left))
    level, less = e.rules.alpha, total < whole * e.q
    clear = after.beyond(total, less) & (after.hardest_at(total) < level / max(tests, 1))
    half = half_p(total, known + m + left, e.q) < level / max(int(e.tested.sum()), 1)
    chance = _beta_binomial(m, e.total + PSEUDO * e.q, known - e.total + PSEUDO * (1.0 - e.q))
    return float((chance * (clear | half))[:, e.tested & ~settled].sum())


def best_to_ask(lacking: Sequence[tuple[int, frozenset[int]]], worth: npt.ArrayLike, k: int) -> tuple[int, ...]:
    """Return of how many partners of each class to ask, so that the sum of what is settled is highest.

    Parameters
    ----------
    lacking : classes of partners: how many they are, and the positions of the themes that they lack.
    worth : (T, k + 1)
        Of each theme the expected number settled after 0 to k answers.
    k : partners to ask at most. All splits over the classes are tried: what an answer is worth comes in steps, so
        that taking the best one at a time fails.
    """
    values = np.asarray(worth, float)
    best, found = -1.0, tuple(0 for _ in lacking)
    for split in _splits([min(n, k) for n, _ in lacking], min(k, sum(n for n, _ in lacking))):
        answers = [sum(n for n, (_, lack) in zip(split, lacking, strict=True) if t in lack) for t in range(len(values))]
        total = float(sum(values[t, min(n, k)] for t, n in enumerate(answers)))
        if total > best + 1e-12:
            best, found = total, split
    return found


def _splits(most: Sequence[int], k: int) -> Iterator[tuple[int, ...]]:
    if not most:
        if k == 0:
            yield ()
        return
    for here in range(min(most[0], k), max(0, k - sum(most[1:])) - 1, -1):
        for rest in _splits(most[1:], k - here):
            yield (here, *rest)


def _as_labels(e: Evidence) -> Evidence:
    return LabelEvidence(e.q, e.precision, e.total, e.n, e.unknown, e.tested, e.rules)


def _beta_binomial(m: int, a: Floats, b: Floats) -> Floats:
    """Return (m + 1, K) probabilities of 0 to m new partners."""
    from scipy.special import betaln, gammaln

    j = np.arange(m + 1.0)[:, None]
    ways = gammaln(m + 1.0) - gammaln(j + 1.0) - gammaln(m - j + 1.0)
    return np.asarray(np.exp(ways + betaln(j + a, m - j + b) - betaln(a, b)))

"""How many partners a group still lacks: whole numbers, so computed without rounding anything on the way."""

from __future__ import annotations

from fractions import Fraction
from math import ceil
from numbers import Rational
from typing import SupportsFloat

Number = Rational | SupportsFloat


def needed(x: Number, n: Number, q: Number, level: Number = 1) -> int | None:
    r"""Return how many further partners of a group bring its share to ``level`` times that of the region.

    .. math:: k = \max\Bigl(0, \Bigl\lceil \frac{t q n - x}{1 - t q} \Bigr\rceil\Bigr)

    the smallest k with :math:`(x + k) / (n + k) \ge t q`: who comes counts in the denominator too.

    Parameters
    ----------
    x, n : numbers
        Partners in the group (parts add up), partners known.
    q : number
        The region's share, a fraction of 1. Best as ``Fraction(inhabitants of the group, inhabitants)``; a float is
        taken as the decimal number that it prints as, so that 0.1 is one tenth.
    level : number
        Ratio to be reached: 1 is parity, 0.8 the edge of "less".

    Returns
    -------
    int, or None where no number will do: t q is 1 or more and the others are already there.
        200 of 4000 in a group of 10 %: 223 for parity, 131 for 0.8.

    Raises
    ------
    ValueError
        Where x is not between 0 and n, q not between 0 and 1, the level negative, or one is unknown.
    """
    count, known, share, target = (_exact(value) for value in (x, n, q, level))
    if not 0 <= count <= known:
        raise ValueError("x lies between 0 and n")
    if not 0 <= share <= 1 or target < 0:
        raise ValueError("q lies between 0 and 1, and the level is not negative")
    wanted = target * share
    if count >= wanted * known:
        return 0
    return ceil((wanted * known - count) / (1 - wanted)) if wanted < 1 else None


def _exact(value: Number) -> Fraction:
    if isinstance(value, Rational):
        return Fraction(value)
    try:
        return Fraction(repr(float(value)))
    except ValueError:
        raise ValueError(f"{value} is not a number to compute with") from None

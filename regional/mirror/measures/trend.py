"""Through the years: who was there at each year's end, and whom a year brought.

Two portfolios of successive years share most of their partners and are never tested against each other; what is
new is tested: the joiners of some years, together, against the region.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from regional.mirror.measures.evidence import Rules, evidence
from regional.mirror.measures.verdict import verdicts

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Joined:
    """Those who joined, beside the region; arrays have shape (K,), ``band`` (K, 2), shares of 1."""

    n: npt.NDArray[np.int_]
    share: Floats
    band: Floats
    p: Floats
    p_adjusted: Floats
    status: npt.NDArray[np.object_]


def active_at_year_ends(since: npt.ArrayLike, until: npt.ArrayLike, years: Sequence[int]) -> Bools:
    """Tell who was a partner on 31 December of each year.

    Parameters
    ----------
    since, until : (n,) datetime64
        First and last day; NaT until: still a partner. NaT since: not known, so in no year (count those apart,
        with :func:`since_unknown`).
    years : (Y,)

    Returns
    -------
    (Y, n) bool; its row sums are the numbers of partners.

    Raises
    ------
    ValueError
        Where the two are of different length, or someone left before joining.
    """
    first, last = _dates(since, until)
    ends = np.array([f"{year:04d}-12-31" for year in years], dtype="datetime64[D]")[:, None]
    return np.asarray((first <= ends) & (np.isnat(last) | (last >= ends)))


def since_unknown(since: npt.ArrayLike) -> Bools:
    """Tell of whom it is not known since when they are a partner; (n,) bool."""
    return np.asarray(np.isnat(_days(since, "since")))


def joined_in(since: npt.ArrayLike, year: int) -> Bools:
    """Tell who became a partner in ``year``, also those who have left; (n,) bool, False where not known."""
    first = _days(since, "since")
    return np.asarray(first.astype("datetime64[Y]") == np.datetime64(f"{year:04d}", "Y"))


def joiners(y: npt.ArrayLike, joined: npt.ArrayLike, q: npt.ArrayLike, rules: Rules | None = None) -> Joined:
    r"""Test joiners, by number, against the region: the same chance and states as the mirror.

    Parameters
    ----------
    y : (n, K)
        Part of each partner in each group, NaN where not known.
    joined : (n,) bool
        Who joined, of :func:`joined_in` (of some years).
    q : (K,)
        The region's shares, fractions of 1; held fixed over the years, which is to be told.
    rules : Rules, optional
        Thresholds of the states; fewer than 10 known joiners are "too little data", as ever.

    Returns
    -------
    Joined
        share, p and band NaN where no joiner's group is known.

    Raises
    ------
    ValueError
        Where the shapes do not fit together, or q are no shares.
    """
    parts, new, region = np.asarray(y, float), np.asarray(joined, bool), np.asarray(q, float)
    if parts.ndim != 2 or parts.shape != (new.size, region.size):
        raise ValueError(f"y of shape {parts.shape} does not fit {new.size} partners and {region.size} groups")
    if not ((region >= 0) & (region <= 1)).all():
        raise ValueError("q: a share lies between 0 and 1")
    e = evidence(parts[new], np.ones(int(new.sum())), region, rules=rules)
    [found] = verdicts([e])
    band = np.where((e.n > 0)[:, None], np.column_stack(e.band()), np.nan)
    return Joined(e.n.astype(int), e.share, band, found.p, found.p_adjusted, found.spoken.status)


def _dates(since: npt.ArrayLike, until: npt.ArrayLike) -> tuple[npt.NDArray[np.datetime64], npt.NDArray[np.datetime64]]:
    first, last = _days(since, "since"), _days(until, "until")
    if first.shape != last.shape:
        raise ValueError(f"since has {first.size} partners and until {last.size}")
    if (last < first).any():
        raise ValueError("until lies before since")
    return first, last


def _days(values: npt.ArrayLike, name: str) -> npt.NDArray[np.datetime64]:
    array = np.asarray(values)
    if array.size == 0:
        return np.empty(0, dtype="datetime64[D]")
    if not np.issubdtype(array.dtype, np.datetime64) or array.ndim != 1:
        raise ValueError(f"{name}: one row of dates (datetime64) is needed")
    return array.astype("datetime64[D]")

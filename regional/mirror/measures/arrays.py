"""What every measure asks of its input, said once: plain numbers, none negative, none unknown."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Concatenate, ParamSpec

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
More = ParamSpec("More")
OfShares = Callable[Concatenate[npt.ArrayLike, More], float]
OfTwo = Callable[Concatenate[npt.ArrayLike, npt.ArrayLike, More], float]


def amounts(values: npt.ArrayLike, name: str = "values") -> Floats:
    """Return ``values`` as a (K,) array of floats.

    Raises
    ------
    ValueError
        Where they are not one row of numbers, one is unknown (NaN), infinite or negative.
    """
    array = np.asarray(values, dtype=float)
    if array.ndim != 1:
        raise ValueError(f"{name}: one row of numbers is needed, not an array of shape {array.shape}")
    if not np.isfinite(array).all():
        raise ValueError(f"{name}: NaN or infinite; leave out what is not known")
    if (array < 0).any():
        raise ValueError(f"{name}: negative")
    return array


def shares(values: npt.ArrayLike, name: str = "values") -> Floats:
    """Return ``values`` as (K,) fractions of 1; ValueError as :func:`amounts`, or where they sum to 0."""
    array = amounts(values, name)
    top = array.max(initial=0.0)
    if top == 0:
        raise ValueError(f"{name}: the sum is 0")
    scaled = array / top  # so that no sum overflows
    return np.asarray(scaled / scaled.sum())


def of_shares(measure: Callable[Concatenate[Floats, More], float]) -> OfShares[More]:
    """Give a measure of one composition: any counts or amounts in, NaN where they hold nothing at all."""

    @functools.wraps(measure)
    def checked(counts: npt.ArrayLike, /, *args: More.args, **kwargs: More.kwargs) -> float:
        array = amounts(counts, "counts")
        return float(measure(shares(array), *args, **kwargs)) if array.any() else float("nan")

    return checked


def of_two(measure: Callable[Concatenate[Floats, Floats, More], float]) -> OfTwo[More]:
    """Give a measure of two compositions over the same groups: NaN where either holds nothing at all.

    The measure raises ValueError where the two differ in length.
    """

    @functools.wraps(measure)
    def checked(p: npt.ArrayLike, q: npt.ArrayLike, /, *args: More.args, **kwargs: More.kwargs) -> float:
        first, second = amounts(p, "p"), amounts(q, "q")
        if first.size != second.size:
            raise ValueError(f"p has {first.size} groups and q {second.size}")
        if not (first.any() and second.any()):
            return float("nan")
        return float(measure(shares(first), shares(second), *args, **kwargs))

    return checked


def whole(values: npt.ArrayLike, name: str = "values") -> npt.NDArray[np.int64]:
    """Return ``values`` as (K,) counts; ValueError as :func:`amounts`, or where one is not a whole number."""
    array = amounts(values, name)
    if (array != np.round(array)).any():
        raise ValueError(f"{name}: whole partners are needed, not parts of them")
    return array.astype(np.int64)


def groups_and_shares(x: npt.ArrayLike, q: npt.ArrayLike) -> tuple[npt.NDArray[np.int64], Floats]:
    """Return whole counts (K,) and region shares (K,); ValueError where they do not fit together."""
    count, share = whole(x, "x"), shares(q, "q")
    if count.size != share.size:
        raise ValueError(f"x has {count.size} groups and q {share.size}")
    return count, share

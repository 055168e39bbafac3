"""The columns of the partner table as plain arrays, each made once: counting reads them over and over."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd


class Columns:
    """The columns of a frame of n partners, looked up as ``columns["place"]``: (n,) arrays of Python objects.

    What is not known is None; numbers, dates and flags keep their dtype.
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame
        self._arrays: dict[str, npt.NDArray[Any]] = {}
        self._coded: dict[str, tuple[npt.NDArray[np.intp], list[Any]]] = {}

    def __len__(self) -> int:
        return len(self._frame)

    def __getitem__(self, name: str) -> npt.NDArray[Any]:
        if name not in self._arrays:
            self._arrays[name] = _array(self._frame[name])
        return self._arrays[name]

    def coded(self, name: str) -> tuple[npt.NDArray[np.intp], list[Any]]:
        """Return a column as (n,) positions and the distinct values they stand for: most answers occur often."""
        if name not in self._coded:
            positions: dict[Any, int] = {}
            import numpy as np

            codes = np.fromiter(
                (positions.setdefault(value, len(positions)) for value in self[name]), dtype=np.intp, count=len(self)
            )
            self._coded[name] = codes, list(positions)
        return self._coded[name]

    def holding(self, name: str, value: str) -> npt.NDArray[np.bool_]:
        """Tell per partner whether ``value`` is among several in a column; (n,)."""
        import numpy as np

        codes, values = self.coded(name)
        return np.array([value in several for several in values], dtype=bool)[codes]

    @cached_property
    def amounts(self) -> npt.NDArray[np.float64]:
        """Euros a year, NaN where not known; (n,)."""
        return self._frame["amount"].to_numpy(dtype=float, na_value=float("nan"))


def _array(series: pd.Series[Any]) -> npt.NDArray[Any]:
    import pandas as pd

    if isinstance(series.dtype, pd.StringDtype) or series.dtype == object:
        values = series.to_numpy(dtype=object, copy=True)
        values[pd.isna(series).to_numpy()] = None
        return values
    return series.to_numpy()

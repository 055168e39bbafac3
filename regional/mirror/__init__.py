"""The mirror: a portfolio and a region in, one immutable :class:`Mirror` out; and its measures, on plain arrays.

A measure is a small pure function; each docstring has its definition, formula and reference.

>>> from regional.mirror import binomial_band, needed, wilson

How sure is a share of 3 in 25?

>>> low, high = wilson(3, 25)
>>> print(f"{float(low):.3f} to {float(high):.3f}")
0.042 to 0.300

What would blind choice give, in a group of 10 % of the region, with 40 partners?

>>> low, high = binomial_band(40, 0.1)
>>> int(low), int(high)
(1, 8)

Some functions bear the name of their module: ``regional.mirror.needed`` is the function,
``regional.mirror.measures.needed`` too.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from regional.mirror.measures import *  # noqa: F403
else:

    def __getattr__(name: str) -> object:
        """Return a measure by name; only then are the measures imported, so that the package itself is light."""
        # Not for names of submodules: those the import system finds by itself, and asks for here first.
        if not name.startswith("_") and name not in {"measures", "compose", "judge", "reflect", "result"}:
            measures = import_module("regional.mirror.measures")
            if name in measures.__all__:
                return getattr(measures, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

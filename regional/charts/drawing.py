"""What a drawing is: a picture as SVG from its own lines, and everything that makes it readable without seeing it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Drawing:
    """One picture with its words, all in the reader's language, for light and dark paper alike.

    ``svg`` stands alone; whoever draws it gives it ``alt``, a short name, as its label. ``title`` says what is to be
    seen, ``sentence`` how to read it, ``source`` where the figures are from; ``table`` holds every figure, as text.
    """

    svg: str
    title: str
    sentence: str
    alt: str
    source: str
    table: pd.DataFrame

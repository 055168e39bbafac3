"""What a chart is: the figure and everything that makes it readable without seeing it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go


@dataclass(frozen=True)
class Chart:
    """One chart with its words, all in the reader's language.

    ``title`` says what is to be seen, ``sentence`` how to read it, ``alt`` tells the same with the
    figures, ``source`` where they come from; ``table`` holds every figure drawn, as text. The words
    are plain text; only what is inside ``figure`` is escaped for Plotly.
    """

    figure: go.Figure
    title: str
    sentence: str
    alt: str
    source: str
    table: pd.DataFrame

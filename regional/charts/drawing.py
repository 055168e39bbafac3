"""What a drawing is: its shapes, and everything that makes it readable without seeing it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go


@dataclass(frozen=True)
class Drawing:
    """One picture with its words, all in the reader's language.

    ``shapes`` is a whole SVG, for light and dark paper alike, or a figure of Plotly, for a picture that one points at.
    ``title`` says what is to be seen, ``sentence`` how to read it, ``alt`` is its label or tells it whole, ``source``
    where the figures are from; ``table`` holds every figure, as text. The words are plain text: only what stands in
    ``shapes`` is escaped.
    """

    shapes: str | go.Figure
    title: str
    sentence: str
    alt: str
    source: str
    table: pd.DataFrame

    @property
    def svg(self) -> str:
        """The shapes as SVG; "" where Plotly draws them."""
        return self.shapes if isinstance(self.shapes, str) else ""

    @property
    def figure(self) -> go.Figure | None:
        """The figure of Plotly, None where the shapes are SVG."""
        return None if isinstance(self.shapes, str) else self.shapes

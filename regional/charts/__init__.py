"""Pictures of a Mirror or a RegionProfile, each with its title, sentence and table.

Each is a :class:`Drawing`: SVG, or a figure of Plotly where one points at it. Show such a figure with
``CHART_CONFIG`` and without another theme on top: the colours, the font and the reader's separators are in the figure.
"""

from regional.charts.drawing import Drawing
from regional.charts.overview import OverviewRow, overview_rows
from regional.charts.picture import picture
from regional.charts.profile import profile_chart
from regional.charts.reach import reach_chart
from regional.charts.states import Symbol, state_symbol, strongest
from regional.charts.theme import CHART_CONFIG, Palette, base_layout, palette
from regional.charts.trend import trend_chart, yearly_shares
from regional.charts.words import escape

__all__ = [
    "CHART_CONFIG",
    "Drawing",
    "OverviewRow",
    "Palette",
    "Symbol",
    "base_layout",
    "escape",
    "overview_rows",
    "palette",
    "picture",
    "profile_chart",
    "reach_chart",
    "state_symbol",
    "strongest",
    "trend_chart",
    "yearly_shares",
]

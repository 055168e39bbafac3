"""Plotly figures from a Mirror or a RegionProfile, each with its title, sentence and table.

Every chart is a :class:`Chart`. Show its figure with ``CHART_CONFIG`` and without another theme on
top: the colours, the font and the reader's separators are in the figure.
"""

from regional.charts.chart import Chart
from regional.charts.gaps import gap_chart, ratio_chart
from regional.charts.mirror import mirror_chart
from regional.charts.overview import OverviewRow, overview_rows
from regional.charts.places import location_chart
from regional.charts.profile import profile_chart
from regional.charts.reach import reach_chart
from regional.charts.states import Symbol, state_symbol, strongest
from regional.charts.theme import CHART_CONFIG, Palette, base_layout, palette
from regional.charts.trend import trend_chart, yearly_shares
from regional.charts.words import escape

__all__ = [
    "CHART_CONFIG",
    "Chart",
    "OverviewRow",
    "Palette",
    "Symbol",
    "base_layout",
    "escape",
    "gap_chart",
    "location_chart",
    "mirror_chart",
    "overview_rows",
    "palette",
    "profile_chart",
    "ratio_chart",
    "reach_chart",
    "state_symbol",
    "strongest",
    "trend_chart",
    "yearly_shares",
]

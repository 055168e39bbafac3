"""Colours, font and the frame that every chart shares.

Two colours carry meaning everywhere: the region and the partners. On dark paper they are tints of
the same hues, so that both keep a contrast of 3:1; text keeps 4.5:1 (WCAG 2.2, 1.4.3 and 1.4.11).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from regional.texts import Texts

FONT = '"Source Sans", "Source Sans Pro", sans-serif'
FONT_SIZE = 15
CHART_CONFIG: dict[str, Any] = {"displayModeBar": False, "responsive": True, "scrollZoom": False}
_CLEAR = "rgba(0,0,0,0)"
_SEPARATORS = {"nl": ",.", "en": ".,"}


@dataclass(frozen=True)
class Palette:
    """The colours of one chart, as ``#rrggbb``.

    ``region`` and ``partners`` carry meaning; ``ink`` and ``muted`` are text; ``paper`` is what the
    page behind the (transparent) chart is taken to be; ``grid`` is decoration; ``band`` fills the
    chance band, whose edges are drawn in ``muted``.
    """

    region: str
    partners: str
    ink: str
    muted: str
    paper: str
    grid: str
    band: str
    dark: bool


_LIGHT = Palette("#12436D", "#F46A25", "#1B2631", "#566270", "#FFFFFF", "#E3E7EB", "#E6E9ED", dark=False)
_DARK = Palette("#7FB2E0", "#F98B52", "#F2F4F7", "#AAB4C0", "#0E1117", "#2A323D", "#2D3642", dark=True)


def palette(dark: bool = False) -> Palette:
    """Return the colours for light or dark paper."""
    return _DARK if dark else _LIGHT


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two ``#rrggbb`` colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def base_layout(palette: Palette, texts: Texts) -> dict[str, Any]:
    """Return the layout that every chart starts from, as a fresh dict to add to.

    Transparent backgrounds, the app's font, the reader's decimal separators, no legend, nothing to
    drag by accident on a phone.
    """
    font = {"family": FONT, "size": FONT_SIZE, "color": palette.ink}
    return {
        "template": {},
        "font": font,
        "separators": _SEPARATORS[texts.language],
        "paper_bgcolor": _CLEAR,
        "plot_bgcolor": _CLEAR,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "showlegend": False,
        "dragmode": False,
        "hoverlabel": {
            "bgcolor": palette.paper,
            "bordercolor": palette.muted,
            "font": font,
            "align": "left",
        },
    }


def _luminance(colour: str) -> float:
    """Relative luminance of a ``#rrggbb`` colour, 0 to 1 (WCAG 2.2)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

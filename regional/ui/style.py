"""What the pages look like: the few rules that Streamlit's theme has no setting for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from regional.charts.theme import Palette, palette
from regional.texts import texts
from regional.texts.catalogue import Language

if TYPE_CHECKING:
    from regional.ui.view import View

LOGO = Path(__file__).parents[2] / "static" / "logo.svg"
_PAINTS, _PAPER = "/* paints */", "/* paper */"
_CSS = """
<style>
[class*="st-key-bound_choices"], div:has(> [class*="st-key-bound_choices"]) { display: none; }
[data-testid="stMainBlockContainer"] { max-width: 64rem; padding-top: 2.75rem; padding-bottom: 3rem; }
[data-testid="stMain"] p, [data-testid="stMain"] li { max-width: 42rem; line-height: 1.6; }
[data-testid="stMain"] h1 { letter-spacing: -0.01em; }
.ps-lead p { font-size: 1.2rem; max-width: 42rem; }
.ps-source { font-size: 0.875rem; opacity: 0.85; }
[data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] p { color: #566069; opacity: 1; }
[data-testid="stTable"] > div:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
[data-testid="stMain"] [data-testid="stAlert"] p { max-width: none; }
[data-testid="stMain"] [data-testid="stPageLink"] a, [data-testid="stMain"] [data-testid="stPageLink"] p {
  white-space: normal; height: auto;
}
[class*="st-key-small_ways"] button { min-height: 1.75rem; padding: 0 0.5rem 0 0; }
[class*="st-key-small_ways"] button p { font-size: 0.875rem; text-decoration: underline; }
.ps-picture { margin: 0; max-width: 29rem; }
.ps-picture svg { display: block; width: 100%; height: auto; }
[data-testid="stMetricValue"] { font-variant-numeric: tabular-nums; }
/* paints */
@media (min-width: 900px) {
  [class*="st-key-asked"] :is([data-testid="stRadio"], [data-testid="stSelectbox"]) {
    display: grid; grid-template-columns: 2fr 3fr; column-gap: 1rem; align-items: center;
  }
}
@media (max-width: 640px) {
  [data-testid="stMainBlockContainer"] { padding-left: 1rem; padding-right: 1rem; }
  [class*="st-key-lineup_wide"], div:has(> [class*="st-key-lineup_wide"]) { display: none; }
  [class*="st-key-lineup_here"] [data-testid="stHorizontalBlock"] { flex-flow: row wrap; }
  [class*="st-key-lineup_here"] [data-testid="stColumn"] { flex: 1 1 40%; min-width: 40%; }
}
@media print {
  [data-testid="stSidebar"], [data-testid="stHeader"], .stButton, [data-testid="stFileUploader"] { display: none; }
  [data-testid="stMainBlockContainer"] { max-width: none; padding: 0; zoom: 0.75; }
  [data-testid="stVerticalBlockBorderWrapper"], .ps-picture { break-inside: avoid; }
  @page { margin: 12mm; }
}
@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after { animation-duration: 1ms !important; transition-duration: 1ms !important; }
}
</style>
"""
_DARK = """
<style>
[data-testid^="stBaseButton-primary"]:not(:disabled) { color: #0E1117; }
[data-testid="stMultiSelectTagsContainer"] [data-tag] * { color: #0E1117; }
[data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] p { color: #B4BDC5; opacity: 1; }
/* paints */
@media print {
  html, body, body * { background-color: transparent !important; color: #1B2A36 !important; }
  [data-testid="stDataFrame"], [data-testid="stPlotlyChart"] { filter: invert(1) hue-rotate(180deg); }
  /* paper */
}
</style>
"""
"""Streamlit writes white on the light blue of the dark theme, which is too faint to read (WCAG 1.4.3); and paper is
white, whatever the screen is."""
_KINDS = ("region", "partners", "ink", "muted", "paper", "band")


def _paints(colours: Palette) -> str:
    """Return the rules that give the shapes of a drawing the colours of this paper."""
    return "".join(
        f".ps-picture .{kind} {{ fill: {getattr(colours, kind)}; }} "
        f".ps-picture .{kind}-line {{ stroke: {getattr(colours, kind)}; }}\n"
        for kind in _KINDS
    )


PICTURE = (_paints(palette(dark=False)), _paints(palette(dark=True)))
"""The rules for drawings on light and on dark paper."""
_SCROLLED = """
const reach = () => document.querySelectorAll('[data-testid="stTable"] > div').forEach(box => { box.tabIndex = 0; });
if (!window.partnerspiegelTables) {
  window.partnerspiegelTables = new MutationObserver(reach);
  window.partnerspiegelTables.observe(document.body, { childList: true, subtree: true });
}
reach();
"""
"""A table that is wider than a phone scrolls sideways: by keyboard too (WCAG 2.1.1)."""


_FIND = """
<style>
[role="option"][data-key="__creatable__"] [data-item-hl] { font-size: 0; }
[role="option"][data-key="__creatable__"] [data-item-hl]::before { font-size: 0.875rem; content: %s; }
</style>
"""
"""Streamlit offers what was typed in a box as "Add: ...", in English whatever the page speaks, and has no setting for
it; what is read aloud keeps its text after ours."""


def apply(language: Language) -> None:
    """Write the rules and tell the browser which language the page speaks."""
    t = texts(language)
    st.html(_CSS.replace(_PAINTS, PICTURE[False]))
    if st.context.theme.type == "dark":
        st.html(_DARK.replace(_PAINTS, PICTURE[True]).replace(_PAPER, PICTURE[False]))
    st.html(_FIND % json.dumps(t("Find what was typed (Enter)"), ensure_ascii=False))
    st.html(
        f'<script>document.documentElement.lang="{language}";{_SCROLLED}</script>',
        unsafe_allow_javascript=True,
    )


def wordmark() -> None:
    """Draw the product's name above the menu."""
    st.logo(LOGO, size="large")


def footer(view: View) -> None:
    """Close the page with where its figures come from."""
    st.divider()
    st.caption(view.sources_line())

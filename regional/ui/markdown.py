"""Text of users on its way to a Markdown widget."""

from __future__ import annotations

import re

_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]<>#|~$:&"})
_AFTERWARDS = re.compile(r"(?<=www)(?=\.)|(?=@)|(?<=:)(?=//)|(?<=:)(?=material/|streamlit:)", re.IGNORECASE)
_JOINER = "\u2060"
"""Takes no room and breaks no line; the browser makes links and icons after Markdown's own escapes are gone."""


def escape_markdown(text: str) -> str:
    """Keep names and figures from being read as Markdown, HTML, formulas, or as an address to link to."""
    return _AFTERWARDS.sub(_JOINER, text).translate(_MARKS)

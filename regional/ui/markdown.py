"""Text of users on its way to a Markdown widget."""

from __future__ import annotations

_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]<>#|~$:@"})


def escape_markdown(text: str) -> str:
    """Keep names and figures from being read as Markdown, HTML, formulas, or as an address to link to."""
    return text.translate(_MARKS).replace("www.", "www\\.")

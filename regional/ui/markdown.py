"""Text of users on its way to a Markdown widget."""

from __future__ import annotations


def escape_markdown(text: str) -> str:
    """Keep names and figures from being read as Markdown, HTML or formulas."""
    for mark in "\\`*_{}[]<>#|~$:":
        text = text.replace(mark, "\\" + mark)
    return text

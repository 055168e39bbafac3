"""The open call as PDF, from the text as the museum left it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from regional.typesetting import typeset

if TYPE_CHECKING:
    from regional.texts.catalogue import Language

TEMPLATE = Path(__file__).with_name("open_call.typ")
ITEM = "- "


def call_pdf(text: str, language: Language) -> bytes:
    """Return an accessible PDF (PDF/UA-1) of a call: its first line is the title, lines that begin with "- " a list.

    A sign that cannot be printed is replaced; ``printable(text)`` says beforehand how many there are.
    """
    from regional.search.words import call_title
    from regional.texts import texts

    parts = [part for part in text.strip().split("\n\n") if part.strip()]
    call = {
        "title": "".join(parts[:1]) or call_title(texts(language)),
        "language": language,
        "parts": [_part(part) for part in parts[1:]],
    }
    return typeset(TEMPLATE, call)


def _part(part: str) -> dict[str, object]:
    lines = part.strip().splitlines()
    items = [line.removeprefix(ITEM) for line in lines if line.startswith(ITEM)]
    return {"text": "\n".join(line for line in lines if not line.startswith(ITEM)), "items": items}

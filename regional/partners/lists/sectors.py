"""Letters of the SBI in a list: from J on they mean something else since the edition of 2025, which is asked once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from regional.partners.lists.findings import Findings
from regional.partners.values import LETTERS_2025
from regional.texts import N_

EDITIONS = ("2008", "2025")
COLUMN = "sector"


def sector_edition(cells: Sequence[tuple[str, int]], findings: Findings) -> str:
    """Return the edition that bare letters in the sectors' cells (value, row) are from, "2008" or "2025".

    The heading tells it ("SBI 2025"), or V, which the older one lacks; else it is asked, and the older one is used
    meanwhile. Numbers and names mean the same in both.
    """
    heading = findings.heading(COLUMN)
    answer = findings.answer("sbi", heading)
    named = re.search(r"\b(?:sbi|nace)?\W*(2008|2025)\b", heading, re.IGNORECASE)
    if answer in EDITIONS or named:
        return answer if answer in EDITIONS else str(named[1]) if named else ""
    letters = [(cell, row) for cell, row in cells if cell.strip().upper() in LETTERS_2025]
    if any(cell.strip().upper() == "V" for cell, _ in letters):
        return "2025"
    if letters:
        ask = N_("From which edition of the SBI are the letters in “{heading}”?")
        findings.ask("sbi", heading, ask, letters, EDITIONS)
    return "2008"


def sector_cell(cell: str, edition: str) -> str:
    """Return a cell with a bare letter of 2025 as the group that it lies in; every other cell as it is."""
    return LETTERS_2025.get(cell.strip().upper(), cell) if edition == "2025" else cell

"""One cell as text, as a Dutch user would write it."""

from __future__ import annotations

import datetime as dt
import re

MAX_CELL = 2_000
"""Longer cells are cut: no value of a partner file is that long."""
_SURROGATES = re.compile("[\ud800-\udfff]")
_ERRORS = frozenset(
    ("#n/a", "#n/b", "#ref!", "#verw!", "#value!", "#waarde!", "#div/0!", "#deel/0!", "#name?", "#naam?", "#null!",
     "#leeg!", "#num!", "#getal!", "#spill!", "#calc!")
)  # fmt: skip


def cell_text(cell: object) -> str:
    """Write a typed cell as a Dutch user would: a date in ISO form, a number with a decimal comma, nothing as ""."""
    text = cell if isinstance(cell, str) else _text(cell)
    return clean(text if text.isascii() else _SURROGATES.sub("�", text))


def clean(cell: str) -> str:
    """Take off needless white space, and the apostrophe that keeps a spreadsheet from seeing a formula."""
    if not cell:
        return ""
    text = " ".join(cell[:MAX_CELL].split())
    return text[1:] if text[:1] == "'" and text[1:2] in tuple("=+-@\uff1d\uff0b\uff0d\uff20") else text


def is_error(cell: str) -> bool:
    """Tell whether a cell is what Excel writes in place of a value that it could not work out (#N/B, #VERW!)."""
    return cell[:1] == "#" and cell.casefold() in _ERRORS


def _text(cell: object) -> str:
    if cell is None or cell != cell:  # NaN and NaT differ from themselves
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if isinstance(cell, float):
        return _number(cell)
    return str(cell)


def _number(value: float) -> str:
    # Three decimals would read as thousands further on ("12,345"), so decimals are written out to six.
    return str(int(value)) if value.is_integer() else f"{value:.6f}".replace(".", ",")

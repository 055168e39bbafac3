"""Small portfolios made by hand, for tests of the mirror."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from regional.dimensions import people_dimensions
from regional.partners.portfolio import Answer, Portfolio

QUESTIONS = ("place", "kinds", "work_area", "sector", "amount", "since", "size", "how_found", "mainly_for",
             "also_reaches", "stage", "fit")  # fmt: skip
EMPTY = {
    "name": "", "status": "active", "kinds": (), "kinds_proposed": False, "place": None, "place_status": "unknown",
    "municipality": None, "country": "NL", "work_area": (), "sector": None, "amount": np.nan, "since": pd.NaT,
    "until": pd.NaT, "size": None, "legal_form": None, "legal_form_proposed": False, "is_person": False,
    "how_found": None, "mainly_for": (), "also_reaches": (), "stage": None, "fit": None, "last_talk": pd.NaT,
    "as_of": pd.NaT, "shares_of": None, "shares_n": pd.NA, "shares_source": None,
}  # fmt: skip
SOURCE = {"place": "municipality"}


def portfolio(
    rows: Sequence[Mapping[str, object]], answers: Mapping[tuple[int, str], Answer] | None = None
) -> Portfolio:
    """Return a portfolio; each row gives what differs from EMPTY, and ``shares`` as {dimension: {category: share}}."""
    filled = [{**EMPTY, "name": f"Partner {i}", **_place(row), **row} for i, row in enumerate(rows)]
    frame = pd.DataFrame([{k: row[k] for k in EMPTY} for row in filled], columns=list(EMPTY))
    shares = {}
    for dimension in people_dimensions():
        ids = [category.id for category in dimension.categories]
        given = [row.get("shares", {}).get(dimension.id, {}) for row in rows]
        shares[dimension.id] = pd.DataFrame([[g.get(c, np.nan) for c in ids] for g in given], columns=ids, dtype=float)
    states = pd.DataFrame({q: [_state(row, q) for row in filled] for q in QUESTIONS})
    for name, table in shares.items():
        states[name] = np.where(table.notna().any(axis=1), Answer.KNOWN.value, Answer.NOT_ASKED.value)
    for (row, question), answer in (answers or {}).items():
        states.loc[row, question] = answer.value
    digest = hashlib.sha256(repr((rows, answers)).encode()).hexdigest()
    return Portfolio(frame, shares, states, digest)


def _place(row: Mapping[str, object]) -> dict[str, object]:
    return {"place_status": "municipality"} if row.get("municipality") else {}


def _state(row: Mapping[str, object], question: str) -> str:
    if question == "place":
        return (Answer.KNOWN if row["place_status"] != "unknown" else Answer.NOT_ASKED).value
    value = row[SOURCE.get(question, question)]
    known = bool(value) if isinstance(value, tuple) else not pd.isna(value)
    return (Answer.KNOWN if known else Answer.NOT_ASKED).value

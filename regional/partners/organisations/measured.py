"""How often a value that the rules give was right: what decides whether it is proposed, or only asked.

``measured.csv`` holds for each value how many times it was right and given, over the labelled names and the counts in
``rules.csv``, and the lower end of the 95 % interval (Wilson). ``bench/bench_names.py --write`` writes it.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "measured.csv"
ENOUGH = 0.85
"""A value is proposed from this lower end on."""


def is_sound(field: str, value: str) -> bool:
    """Tell whether a value of a field was right often enough to be proposed."""
    return lower_bounds().get((field, value), 0.0) >= ENOUGH


@cache
def lower_bounds() -> dict[tuple[str, str], float]:
    """Return (field, value) -> lower end of the interval of its precision."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {(row["field"], row["value"]): float(row["lower"]) for row in csv.DictReader(file)}

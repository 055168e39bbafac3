"""How much a publication shows: places, cells, themes and findings of 119 lists of Parkstad; and how long it takes."""

from __future__ import annotations

import datetime as dt
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np

from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.mirror.reflect import reflect
from regional.publishing.publication import Frame, publish
from regional.publishing.safe import LEAST
from tests.mirror.portfolios import portfolio

PARKSTAD = ("GM0882", "GM0899", "GM0917", "GM0928", "GM0965", "GM0986", "GM1954")
LISTS = 119
SIZES = ("1", "2-9", "10-49", "50-249", "250+")
FOUND = ("network", "approached_us", "we_searched", "open_call", "referred", "always_been")
GROUPS = ("0-15", "15-25", "65+", "women", "lowest_40")


def rows_of(seed: int, n: int | None = None) -> list[dict[str, object]]:
    """Return a list as museums have it: most in the largest places, a quarter elsewhere, answers of some."""
    rng = np.random.default_rng([seed, 119])
    shares = profile(load_snapshot(), PARKSTAD, "Parkstad").compositions["location"].shares
    pull = np.array([shares[code] for code in PARKSTAD]) * rng.gamma(2.0, size=len(PARKSTAD))
    answered = float(rng.choice([0.0, 0.3, 0.8]))
    rows = []
    for _ in range(n or int(rng.integers(20, 100))):
        place = rng.choice(PARKSTAD, p=pull / pull.sum()) if rng.random() < 0.75 else rng.choice(["GM0363", "GM0935"])
        kind = str(rng.choice(["funder", "content", "supplier"]))
        row: dict[str, object] = {"municipality": str(place), "kinds": (kind,)}
        if rng.random() < answered:
            row |= {"size": str(rng.choice(SIZES)), "how_found": str(rng.choice(FOUND)),
                    "mainly_for": (str(rng.choice(GROUPS)),)}  # fmt: skip
        rows.append(row)
    return rows


def main() -> None:
    """Print the counts and the time of a publication of 200 partners after five others."""
    region, seen = profile(load_snapshot(), PARKSTAD, "Parkstad"), Counter()
    for seed in range(LISTS):
        mirror = reflect(portfolio(rows_of(seed)), region)
        made = publish(mirror, Frame(title="x"), dt.date(2026, 11, 2))
        counts = [round(group.count) for group in mirror.dimension("location").groups]
        small = [count for count in counts if 0 < count < LEAST]
        seen["places that may stand alone"] += len(counts) - len(small)
        seen["of these, at least one has to hide others"] += bool(small) and (len({*small}) == 1 or sum(small) < LEAST)
        for theme in made.themes:
            shown = [row for row in theme.rows if row.shown == "shown" and row.id != "other"]
            seen["cells"] += len(shown)
            seen["themes"] += bool(theme.rows)
            seen["places"] += len(shown) if theme.id == "location" else 0
            seen["states"] += sum(row.state is not None for row in shown)
            seen[f"theme {theme.id}"] += bool(theme.rows)
        seen["findings"] += len(made.findings)
        seen["reach"] += sum(cell.partners is not None for cell in made.reach)
    print(f"{LISTS} lists: of {LISTS * len(PARKSTAD)} places {seen['places']} are shown;", dict(seen))
    earlier = []
    for edition in range(6):
        mirror = reflect(portfolio(rows_of(edition, 150 + 10 * edition)), region)
        start = time.perf_counter()
        earlier.append(publish(mirror, Frame(title="x"), dt.date(2026, 1 + edition, 2), earlier=tuple(earlier)))
    print(f"200 partners after five publications: {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()

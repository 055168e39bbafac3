"""Random lists of a museum over three editions: partners come and go, and keep their place and their answers."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache

import numpy as np

from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.dimensions import REACH_GROUPS, dimension
from regional.mirror.reflect import reflect
from regional.mirror.settings import Settings
from regional.publishing.money import FLOWS
from regional.publishing.publication import Frame, publish
from tests.mirror.portfolios import portfolio
from tests.publishing.money_attack import FLOWS as BY_KIND
from tests.publishing.money_attack import PARKSTAD, Giver, money_leaks, random_givers
from tests.publishing.release_attack import Attack

AROUND = ("GM0888", "GM0938", "GM0971", "GM1883")
ELSEWHERE = ("GM0363", "GM0344")
DAYS = (dt.date(2026, 3, 2), dt.date(2026, 11, 2), dt.date(2027, 6, 1))


@cache
def region(codes):
    return profile(load_snapshot(), codes, f"{len(codes)} gemeenten")


def one_of(rng, ids, unknown=0.0, spread=0.5):
    weights = rng.dirichlet(np.full(len(ids), spread))
    return lambda: None if rng.random() < unknown else str(rng.choice(ids, p=weights))


def museum(seed):
    """Return the partners of a museum, of each in which of three editions it is, and two regions."""
    rng = np.random.default_rng([seed, 17])
    n, turnover = int(rng.integers(8, 75)), float(rng.choice([0.02, 0.05, 0.15, 0.4]))
    unknown = float(rng.choice([0.0, 0.1, 0.5]))
    regions = [PARKSTAD, _other(rng)]
    place = one_of(rng, PARKSTAD + AROUND + ELSEWHERE, 0.05, float(rng.choice([0.2, 0.5, 1.0])))
    fields = {f: one_of(rng, [c.id for c in dimension(f).categories], unknown) for f in ("size", "how_found", "stage")}
    sector = one_of(rng, [c.id for c in dimension("sector").categories], unknown)
    kind, reach = one_of(rng, ["funder", "content", "supplier"]), one_of(rng, [c.id for _, c in REACH_GROUPS])
    partners = []
    for _ in range(n + int(n * turnover * 2) + 1):
        row = {f: draw() for f, draw in fields.items()}
        row |= {"municipality": place(), "sector": sector(), "kinds": (kind(),)}
        if rng.random() > unknown:
            row["amount"] = float(round(rng.lognormal(9.0, 1.2)))
        if rng.random() > unknown:
            row |= {"mainly_for": tuple({reach() for _ in range(rng.integers(1, 3))}), "also_reaches": (reach(),)}
        first = 0 if len(partners) < n else int(rng.integers(1, 3))
        last = 2 if rng.random() > turnover else int(rng.integers(first, 3))
        partners.append((row, frozenset(range(first, last + 1))))
    return partners, regions


def _other(rng):
    """A second region: one place less, one more, other ones, or the same."""
    kept = [code for code in PARKSTAD if rng.random() > 0.25]
    more = [code for code in AROUND if rng.random() < 0.3]
    return tuple(sorted({*kept, *more} or {PARKSTAD[0]}))


def released(seed, make=publish):
    """Return the attack on three successive publications of two regions, and the true counts by edition."""
    partners, regions = museum(seed)
    earlier, told, truth = [], [], {}
    for edition, day in enumerate(DAYS):
        ours = portfolio([row for row, when in partners if edition in when])
        if not len(ours.frame):
            continue
        truth[edition] = true_counts([row for row, when in partners if edition in when])
        for codes in regions:
            money = [reflect(ours, region(codes), Settings(weight=flow)) for flow in FLOWS]
            mirror = reflect(ours, region(codes))
            found = make(mirror, Frame(title="x"), day, money=money, earlier=tuple(earlier))
            earlier.append(found)
            told.append((edition, json.loads(found.to_json())))
    givers = [Giver(BY_KIND[row["kinds"][0]], row["amount"], row["municipality"], when) for row, when in partners
              if row.get("amount") and row["kinds"][0] in BY_KIND]  # fmt: skip
    attack = Attack(told, [when for _, when in partners], dict(region(PARKSTAD).urbanity_of), givers)
    return attack, truth


def money_told(seed, make=publish):
    """Return what is given away of the amounts of three successive publications of two regions."""
    givers, other = random_givers(seed)
    earlier, told = [], []
    for edition, day in enumerate(DAYS):
        ours = portfolio([{"municipality": g.municipality, "kinds": ("funder",), "amount": g.amount} for g in givers
                          if edition in g.editions])  # fmt: skip
        for codes in dict.fromkeys((PARKSTAD, other)):
            money = [reflect(ours, region(codes), Settings(weight="money_in"))]
            found = make(reflect(ours, region(codes)), Frame(title="x"), day, money=money, earlier=tuple(earlier))
            earlier.append(found)
            told.append((edition, json.loads(found.to_json())))
    return money_leaks(told, givers)


def true_counts(rows):
    counts = {"location": {}, "sector": {}, "size": {}, "how_found": {}}
    for name in counts:
        for category in dimension(name).categories:
            counts[name][category.id] = 0
    for row in rows:
        for name in counts:
            value = row["municipality"] if name == "location" else row[name]
            if value and (name != "sector" or "supplier" in row["kinds"]):
                counts[name][value] = counts[name].get(value, 0) + 1
    return counts

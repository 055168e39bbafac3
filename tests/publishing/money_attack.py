"""A contributor that has every publication works out what another one gives.

It knows the rules, who came and went, and even who contributes to which flow, and from where. What is published of a
flow is a system over the amounts; every amount is made as large as that system allows. An amount is given away where it
cannot be 15 % more than it is, and the sum of all that came and went with it is known within 30 % of it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog

P, TO = 0.15, 1_000.0
FLOWS = {"funder": "in", "supplier": "out"}
PARKSTAD = ("GM0882", "GM0899", "GM0917", "GM0928", "GM0965", "GM0986", "GM1954")
PLACES = (*PARKSTAD, "GM0888", "GM0363", "GM0344")


@dataclass(frozen=True)
class Giver:
    """One partner with an amount: its flow, its municipality (None unknown), and in which editions it was."""

    flow: str
    amount: float
    municipality: str | None
    editions: frozenset[int]

    def place(self, codes):
        return "unknown" if self.municipality is None else "region" if self.municipality in codes else "elsewhere"


def money_leaks(publications, givers):
    """Return (flow, amount, lowest sum, highest sum) of every amount that is given away.

    ``publications``: (edition, publication as JSON values), oldest first; ``givers`` of all editions.
    """
    found = []
    for flow in FLOWS.values():
        ours = [giver for giver in givers if giver.flow == flow]
        told = [(e, p["codes"], m) for e, p in publications for m in p["money"] if m["id"] == flow]
        lines = [line for at, one in enumerate(told) for line in _lines(one, told[:at], ours)]
        if lines:
            found += [(flow, *leak) for leak in _known(lines, ours)]
    return found


def _lines(told, before, givers):
    """Yield (weights of the amounts, lowest, highest) of one publication."""
    edition, codes, money = told
    if money["total"] is None or money.get("as_of"):
        return
    here = np.array([edition in giver.editions for giver in givers], float)
    true, away = float(here @ [giver.amount for giver in givers]), TO / 2
    earlier = [m["total"] for _, _, m in before if m["total"] is not None]
    if earlier and not money["places"]:
        grain = _grain(max([true, *earlier]))
        away = grain / 2 if money["total"] in (round(true / grain) * grain, *earlier) else away
    yield here, money["total"] - away, money["total"] + away
    named = {place["id"] for place in money["places"]}
    for place in money["places"]:
        inside = np.array([g.place(codes) == place["id"] if place["id"] != "other" else g.place(codes) not in named
                           for g in givers], float) * here  # fmt: skip
        yield inside - (place["share"] - 0.005 - 1e-9) * here, 0.0, np.inf
        yield inside - (place["share"] + 0.005 + 1e-9) * here, -np.inf, 0.0


def _grain(total):
    least = 2 * P / (1 + P) * total
    power = 10 ** math.floor(math.log10(least))
    return next(f * power for f in (1, 2, 5, 10) if f * power >= least)


def _known(lines, givers):
    """Attack the largest of those that came and went together, by the largest others and by who gives nothing."""
    amounts = np.array([giver.amount for giver in givers])
    by_size = [int(i) for i in np.argsort(-amounts)]
    alike = {i: [j for j in by_size if givers[j].editions == givers[i].editions] for i in by_size}
    for target in sorted({j for i in by_size for j in alike[i][:2]}):
        for attacker in {None, *[i for i in (*by_size[:2], *alike[target][:2]) if i != target]}:
            true, aim = amounts[target], np.zeros(len(amounts))
            aim[target] = 1.0
            high = _most(lines, amounts, aim, attacker)
            if high >= (1 + P) * true * (1 - 1e-6):
                continue
            # What it cannot be told apart from: all that came and went together with it.
            aim[[i for i in alike[target] if i != attacker]] = 1.0
            sums = -_most(lines, amounts, -aim, attacker), _most(lines, amounts, aim, attacker)
            if sums[1] - sums[0] < 2 * P * true * (1 - 1e-6):
                yield round(true), *map(round, sums)
                break


def _most(lines, amounts, aim, attacker):
    """Return the most that a weighed sum of the amounts can be, for an attacker that knows its own."""
    rules, limits = [], []
    for weights, low, high in lines:
        for sign, limit in ((1, high), (-1, low)):
            if np.isfinite(limit):
                rules.append(sign * weights)
                limits.append(sign * limit)
    bounds = [(0.0, None)] * len(amounts)
    if attacker is not None:
        bounds[attacker] = (amounts[attacker], amounts[attacker])
    answer = linprog(-aim, np.array(rules), limits, bounds=bounds)
    if answer.status == 3:  # without any bound
        return np.inf
    assert answer.success, answer.message
    return -answer.fun


def random_givers(seed):
    """Return contributors of three editions, of whom several may come at once, small and large; and a second region."""
    rng = np.random.default_rng([seed, 99])
    n, growth, once = int(rng.integers(6, 30)), int(rng.choice([0, 1, 3, 6, 8, 12])), int(rng.choice([0, 1, 2]))
    leaving, spread = float(rng.choice([0, 0.05, 0.3])), float(rng.choice([0.5, 1.2, 2]))
    found = []
    for i in range(n + growth):
        first = 0 if i < n else once or int(rng.integers(1, 3))
        last = 2 if rng.random() > leaving else int(rng.integers(first, 3))
        place = None if rng.random() < 0.05 else str(rng.choice(PLACES))
        found.append(Giver("in", float(round(rng.lognormal(9, spread))), place, frozenset(range(first, last + 1))))
    return found, tuple(code for code in PARKSTAD if code != "GM0965" or rng.random() < 0.5)

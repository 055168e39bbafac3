"""Measures of one group that look ahead, worked out: intervals, partners needed, what could be seen, nobody at all."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from regional.mirror.measures import (
    binomial_p,
    goodman,
    mean_interval,
    needed,
    smallest_gap,
    surprise_of_zero,
    wilson,
)
from regional.sentences.measures.case import Measure, no_region, not_by_number, not_single, shown_p, untested
from regional.sentences.measures.group import share_line
from regional.texts import N_

if TYPE_CHECKING:
    from regional.mirror.selection import Floats
    from regional.sentences.measures.case import Case
    from regional.texts import Texts

DRAWS = 2_000
POWER = 0.8


def _intervals(case: Case, t: Texts) -> list[str]:
    if not case.single:
        return _resampled(case, t)
    x, n = case.group.count, case.group.n
    low, high = (float(end) for end in wilson(x, n))
    z2 = 1.959964**2
    counts = np.array([group.count for group in case.result.groups])
    all_low, all_high = (float(end[case.k]) for end in goodman(counts))
    return [
        share_line(case, t),
        t("With z = {z}: ({x} + {half}) : ({n} + {square}) = {middle}, the middle (Wilson).", z=t.number(1.96, 2),
          x=t.number(x), half=t.number(z2 / 2, 2), n=t.number(n), square=t.number(z2, 2),
          middle=t.percent((x + z2 / 2) / (n + z2), 1)),
        t("From there {reach} percentage points either way: {low} to {high}.", low=t.percent(low, 1),
          high=t.percent(high, 1), reach=t.number(((x + z2 / 2) / (n + z2) - low) * 100, 1)),
        t("For all {k} groups at once (Goodman) it is wider: {low} to {high}.", k=t.number(counts.size),
          low=t.percent(all_low, 1), high=t.percent(all_high, 1)),
        t("This treats our partners as if they were a sample. They are all we have, so the chance band counts, "
          "not this."),
    ]  # fmt: skip


def _resampled(case: Case, t: Texts) -> list[str]:
    found = mean_interval(case.y, case.weights, draws=DRAWS, seed=case.settings.seed)
    low, high = t.percent(float(found.low[case.k]), 1), t.percent(float(found.high[case.k]), 1)
    if found.method == "normal":
        how = t("With more than 2,000 partners the normal approximation takes the place of drawing lots.")
    else:
        how = t("We drew as many from our own partners, with repeats, {draws} times (bootstrap).",
                draws=t.number(DRAWS))  # fmt: skip
    return [share_line(case, t), how, t("In 95 of 100 the share lies between {low} and {high}.", low=low, high=high)]


def exact_share(case: Case) -> Fraction:
    """Return the group's share of the region from the counts themselves, so that nothing is rounded on the way."""
    composition = case.region.compositions[case.result.id]
    count, total = composition.counts[case.group.id], composition.total
    whole = float(count).is_integer() and float(total).is_integer()
    return Fraction(int(count), int(total)) if whole else Fraction(repr(count / total))


def _needed(case: Case, t: Texts) -> list[str]:
    n, q = case.group.n, exact_share(case)
    x = min(round(case.group.count, 9), n)
    found, enough = needed(x, n, q), needed(x, n, q, Fraction(repr(case.settings.low_ratio)))
    values = {"q": t.percent(float(q), 1), "n": t.number(n), "x": case.amount(x, t)}
    expected = t("As many as in the region would be {q} of {n} = {expected}; there are {x}.",
                 expected=t.number(float(q) * n, 1), **values)  # fmt: skip
    if found is None:
        return [expected, t("Everyone in the region is in this group: no number of partners brings it level.")]
    if found == 0:
        return [expected, t("That is enough: none needed.")]
    return [
        expected,
        t("({q} × {n} − {x}) : (1 − {q}) = {exact}; rounded up {k}.", k=t.number(found),
          exact=t.number((float(q) * n - x) / (1 - float(q)), 2), **values),
        t("Check: ({x} + {k}) of ({n} + {k}) = {share}.", k=t.number(found),
          share=t.percent((x + found) / (n + found), 1), **values),
        t("For a ratio of {low} it is {k}.", low=t.number(case.settings.low_ratio, 2), k=t.number(enough or 0)),
    ]  # fmt: skip


def _detectable(case: Case, t: Texts) -> list[str]:
    rules, n, tests = case.settings, case.result.n_known, case.shares.size
    found = smallest_gap(
        n, case.shares, alpha=rules.alpha, low_ratio=rules.low_ratio, high_ratio=rules.high_ratio,
        min_known=rules.min_known, power=POWER,
    )  # fmt: skip
    cut = rules.alpha / tests if tests > 2 else rules.alpha
    first = (
        t("{alpha} divided by {k} groups = {cut}: so small P must be.", alpha=t.number(rules.alpha, 2),
          k=t.number(tests), cut=t.number(cut, 4))
        if tests > 2
        else t("Two groups are one test: P must be below {alpha}.", alpha=t.number(rules.alpha, 2))
    )  # fmt: skip
    return [first, *_less(case, n, cut, float(found.less[case.k]), t), *_more(case, float(found.more[case.k]), t)]


def _less(case: Case, n: int, cut: float, gap: float, t: Texts) -> list[str]:
    if np.isnan(gap):
        return [t.plural(
            "With {n} partner known even nobody at all in this group would not be clearly less.",
            "With {n} partners known even nobody at all in this group would not be clearly less.", n,
        )]  # fmt: skip
    most = _largest_clear(n, case.q, cut, case.settings.low_ratio)
    p = shown_p(float(binomial_p(most, n, case.q)), t)
    return [
        t.plural("Clearly less is {n} partner or none (P = {p}).", "Clearly less is {n} partners or fewer (P = {p}).",
                 most, p=p) if most else t("Clearly less is only nobody at all (P = {p}).", p=p),
        t("In 4 of 5 cases we would get there if the true share were {share}: {gap} percentage points.",
          share=t.percent(case.q + gap, 1), gap=t.points(gap, 1)),
    ]  # fmt: skip


def _largest_clear(n: int, q: float, cut: float, low_ratio: float) -> int:
    counts: Floats = np.arange(np.ceil(n * q) + 1)
    return int(counts[(counts < low_ratio * n * q - 1e-9) & (binomial_p(counts, n, q) < cut)].max())


def _more(case: Case, gap: float, t: Texts) -> list[str]:
    if np.isnan(gap):
        return []
    return [t("Upwards, a true share of {share} is needed: {gap} percentage points.", share=t.percent(case.q + gap, 1),
              gap=t.points(gap, 1))]  # fmt: skip


def _zero(case: Case, t: Texts) -> list[str]:
    n, q = case.group.n, case.q
    chance = float(surprise_of_zero(n, q))
    return [
        t("The chance that one partner is not of this group: 1 − {q} = {other}.", q=t.percent(q, 1),
          other=t.percent(1 - q, 1)),
        t.plural("For {n} partner, {other} to the power {n}: {chance}.",
                 "For {n} partners in a row, {other} to the power {n}: {chance}.", n,
                 other=t.number(1 - q, 3), chance=shown_p(chance, t)),
        t("So having none would be remarkable.")
        if chance < case.settings.alpha / 2
        else t("So having none would say little."),
        t.plural("In fact there is {n}.", "In fact there are {n}.", round(case.group.count)),
    ]  # fmt: skip


PLANNING_MEASURES = (
    Measure(
        "intervals", N_("Margins around a share (Wilson, Goodman)"),
        N_("Says how precisely a share would be known if our partners were a sample of many more."),
        (r"m = \frac{x + z^2/2}{n + z^2}", r"m \pm \frac{z}{n + z^2}\sqrt{\frac{x(n-x)}{n} + \frac{z^2}{4}}"),
        "Wilson, E. B. (1927), Journal of the American Statistical Association 22, 209–212; Goodman, L. A. (1965), "
        "Technometrics 7, 247–254.", untested, _intervals,
    ),
    Measure(
        "needed", N_("Partners needed to be level"),
        N_("Says how many more partners of this group it takes. Who comes also counts in the total."),
        (r"k = \left\lceil \frac{q\,n - x}{1 - q} \right\rceil",), "", not_by_number, _needed,
    ),
    Measure(
        "detectable", N_("Smallest difference that we would see"),
        N_("Says how large a true difference must be before we would call it clear in 4 of 5 cases. Smaller ones stay "
           "hidden with this many partners."),
        (r"t - q,\quad \Pr(X \le c \mid n, t) = \tfrac{4}{5}",),
        "Cohen, J. (1988), Statistical Power Analysis for the Behavioral Sciences.",
        lambda case: not_by_number(case) or no_region(case), _detectable,
    ),
    Measure(
        "zero", N_("How remarkable nobody is"),
        N_("Says how often blind choice would leave a group without a single partner."),
        (r"(1 - q)^n",), "", not_single, _zero,
    ),
)  # fmt: skip

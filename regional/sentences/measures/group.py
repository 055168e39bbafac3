"""The measures of one group, worked out: difference, ratio, chance, what is unknown, the state."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from regional.mirror.measures import binomial_band
from regional.mirror.measures.evidence import MAX_EXACT
from regional.sentences.measures.case import Measure, no_region, shown_p, untested
from regional.sentences.states import state_words
from regional.texts import N_

if TYPE_CHECKING:
    from regional.sentences.measures.case import Case
    from regional.texts import Texts


def share_line(case: Case, t: Texts) -> str:
    """Return how the group's share of the partners comes about: "20 of 60 partners = 33 %"."""
    values = {"x": case.amount(case.group.count, t), "p": t.percent(case.p, 1)}
    if not case.by_number:
        return t("Partners: {x} of {total} = {p}.", total=t.euro(case.total), **values)
    if case.single:
        return t.plural("{x} of {n} partner = {p}.", "{x} of {n} partners = {p}.", case.group.n, **values)
    return t.plural(
        "The share that {n} partner gave: {x} of {n} = {p}.",
        "The shares that {n} partners gave add up to {x}: {x} of {n} = {p}.",
        case.group.n, **values,
    )  # fmt: skip


def _gap(case: Case, t: Texts) -> list[str]:
    return [
        share_line(case, t),
        t("Region: {q}.", q=t.percent(case.q, 1)),
        t(
            "Difference: {p} − {q} = {gap} percentage points.",
            p=t.percent(case.p, 1), q=t.percent(case.q, 1), gap=t.points(case.group.gap or 0.0, 1),
        ),
    ]  # fmt: skip


def _ratio(case: Case, t: Texts) -> list[str]:
    ratio, rules = case.group.ratio or 0.0, case.settings
    low, high = t.number(rules.low_ratio, 2), t.number(rules.high_ratio, 2)
    if ratio < rules.low_ratio - 1e-9:
        meaning = t("That is below {low}: the group is smaller here by more than a little.", low=low)
    elif ratio > rules.high_ratio + 1e-9:
        meaning = t("That is above {high}: the group is larger here by more than a little.", high=high)
    else:
        meaning = t("That is between {low} and {high}: no large difference.", low=low, high=high)
    worked = t("{p} divided by {q} = {ratio}.", p=t.percent(case.p, 1), q=t.percent(case.q, 1),
               ratio=t.number(ratio, 2))  # fmt: skip
    return [share_line(case, t), worked, meaning]


def _chance(case: Case, t: Texts) -> list[str]:
    if case.equal:
        return _binomial(case, t) if case.whole else _augmented(case, t)
    low, high = case.group.band or (0.0, 0.0)
    if np.count_nonzero(case.weights) > MAX_EXACT:
        how = t("With more than 2,000 partners the normal approximation takes the place of drawing lots.")
    else:
        how = t("We drew lots {draws} times: each partner, with its own amount, falls in a group of the region.",
                draws=t.number(case.settings.draws))  # fmt: skip
    return [
        how,
        t("In 95 of 100 draws this group gets between {low} and {high}.", low=t.percent(low, 1),
          high=t.percent(high, 1)),
        t("We see {p}. As unusual as that, or more so: P = {value}.", p=t.percent(case.p, 1),
          value=shown_p(case.group.p, t)),
        _verdict(case, t),
    ]  # fmt: skip


def _binomial(case: Case, t: Texts) -> list[str]:
    from scipy.stats import binom

    n, q = case.group.n, case.q
    x = round(case.p * n)
    low, high = (int(end) for end in binomial_band(n, q))
    tails = {"few": float(binom.cdf(x, n, q)), "many": float(binom.sf(x - 1, n, q))}
    return [
        t.plural(
            "Draw {n} partner blindly from the region; each time the chance of this group is {q}.",
            "Draw {n} partners blindly from the region; each time the chance of this group is {q}.",
            n, q=t.percent(q, 1),
        ),
        t("In 95 of 100 draws {low} to {high} of them are of this group: {from_} to {to}.", low=t.number(low),
          high=t.number(high), from_=t.percent(low / n, 1), to=t.percent(high / n, 1)),
        t(
            "The chance of {x} or fewer is {few}, of {x} or more {many}. Twice the smaller, and never more than 1: "
            "P = {value}.",
            x=t.number(x), few=shown_p(tails["few"], t), many=shown_p(tails["many"], t),
            value=shown_p(min(1.0, 2.0 * min(tails.values())), t),
        ),
        *_open(case, t),
        _verdict(case, t),
    ]  # fmt: skip


def _augmented(case: Case, t: Texts) -> list[str]:
    """Partners that have parts: the t-test with one pseudo-partner at the opposite extreme."""
    if case.group.band is None:
        return [t("This group is shown without a test: its absence among main groups says nothing.")]
    low, high = case.group.band
    return [
        t.plural(
            "{n} partner has a part in the groups: on average {p} in this one.",
            "{n} partners have a part in the groups: on average {p} in this one.", case.group.n, p=t.percent(case.p, 1),
        ),
        t("One more that is wholly on the other side is added, so that nobody at all is no certainty; then a t-test "
          "against {q}: P = {value}.", q=t.percent(case.q, 1), value=shown_p(case.group.p, t)),
        t("With partners as different from each other as these, chance leaves {low} to {high} unremarkable.",
          low=t.percent(low, 1), high=t.percent(high, 1)),
        *_open(case, t),
        _verdict(case, t),
    ]  # fmt: skip


def _open(case: Case, t: Texts) -> list[str]:
    """With much unknown, P is that of the worst way in which the rest may fall."""
    if case.result.unknown_share <= case.settings.max_unknown or case.group.p is None:
        return []
    return [t("More than {most} is unknown. So P is taken where the rest falls worst: {p}.",
              most=t.percent(case.settings.max_unknown), p=shown_p(case.group.p, t))]  # fmt: skip


def _verdict(case: Case, t: Texts) -> str:
    """P decides as the mirror does: below alpha exactly where the share lies outside the band."""
    if case.group.p is not None and case.group.p < case.settings.alpha:
        return t("So we see something outside the chance band.")
    return t("So what we see lies within the chance band.")


def _bounds(case: Case, t: Texts) -> list[str]:
    low, high = case.group.bounds or (0.0, 1.0)
    whole, x = case.everything, low * case.everything
    added = (high - low) * whole
    if added < 1e-9:
        return [share_line(case, t), t("Nothing is unknown here, so this is all it can be.")]
    values = {"x": case.amount(x, t), "u": case.amount(added, t), "whole": case.amount(whole, t)}
    return [
        t("Known of this group: {x}. Unknown: {u}. All partners together: {whole}.", **values),
        t("If none of the unknown belongs to it: {x} of {whole} = {low}.", low=t.percent(low, 1), **values),
        t("If all of the unknown belongs to it: {most} of {whole} = {high}.", high=t.percent(high, 1),
          most=case.amount(x + added, t), whole=values["whole"]),
    ]  # fmt: skip


def _state(case: Case, t: Texts) -> list[str]:
    rules, result, group = case.settings, case.result, case.group
    low, high = group.bounds or (0.0, 1.0)
    known = t.number(group.n) if case.by_number else t.number(result.effective_n, 1)
    least = {"n": known, "least": t.number(rules.min_known)}
    lines = [
        t("Known: {n} partners. At least {least} are needed.", **least)
        if case.by_number
        else t("Known: as much as {n} partners with equal amounts. At least {least} are needed.", **least),
        t("Unknown: {share}. At most {most} may be.", share=t.percent(result.unknown_share),
          most=t.percent(rules.max_unknown)),
        t("Ratio: {ratio}. Less is below {low}, more is above {high}.", ratio=t.number(group.ratio or 0.0, 2),
          low=t.number(rules.low_ratio, 2), high=t.number(rules.high_ratio, 2)),
        t("P = {p}, and {adjusted} after the correction for several groups. Below {alpha} we call it clear.",
          p=shown_p(group.p, t), adjusted=shown_p(group.p_adjusted, t), alpha=t.number(rules.alpha, 2)),
    ]  # fmt: skip
    if high - low > 1e-9:
        lines.append(t("With the unknown it could be {low} to {high}; a clear difference must hold there too.",
                       low=t.percent(low, 1), high=t.percent(high, 1)))  # fmt: skip
    if result.precision > 0:
        lines.append(t("The region's figure is known to {points} percentage point; a clear difference must hold at "
                       "both ends.", points=t.number(result.precision * 100, 1)))  # fmt: skip
    return [*lines, t("So: {state}.", state=state_words(group.status, t))]


GROUP_MEASURES = (
    Measure(
        "gap", N_("Difference"),
        N_("Says how many percentage points our partners differ from the region. This is the figure to look at first."),
        ("p - q",), "", untested, _gap,
    ),
    Measure(
        "ratio", N_("Ratio"),
        N_("Says how many times as large a group is among our partners as in the region. 1 is the same."),
        (r"\frac{p}{q}",),
        "Poon, R. et al. (2013), Journal of Women's Health 22, 604–616; Florence, P. S. (1939), Report on the Location "
        "of Industry.", no_region, _ratio,
    ),
    Measure(
        "chance", N_("Chance band and p-value"),
        N_("Says what blind choice would give. The band is where 95 of 100 blind draws end; P says how unusual ours "
           "is."),
        (r"X \sim \mathrm{Bin}(n, q)", r"T = \min\bigl(\Pr(X \le x),\ \Pr(X \ge x)\bigr)", r"P = \min(1,\ 2\,T)"),
        "Clopper, C. J. and Pearson, E. S. (1934), Biometrika 26, 404–413; Davison, A. C. and Hinkley, D. V. (1997), "
        "Bootstrap Methods and their Application, 4.2.", untested, _chance,
    ),
    Measure(
        "bounds", N_("What the unknown could change"),
        N_("Says how small or large the share could still turn out, were everything known."),
        (r"\left[\frac{x}{N},\ \frac{x + u}{N}\right]",),
        "Manski, C. F. (1989), Journal of Human Resources 24, 343–360.", untested, _bounds,
    ),
    Measure(
        "state", N_("From figures to words"),
        N_("Says in words what may be concluded, and no more. Every step must hold before we call it clear."),
        (r"\frac{p}{q} < r_1 \ \vee\ \frac{p}{q} > r_2", r"\tilde P < \alpha"), "", no_region, _state,
    ),
)  # fmt: skip

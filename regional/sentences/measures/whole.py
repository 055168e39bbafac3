"""The measures of a whole theme, worked out: several groups at once, distances, how mixed, one test over all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from regional.mirror.measures import (
    dissimilarity,
    effective_groups,
    goodness_of_fit,
    hellinger,
    jensen_shannon,
    noise_floor,
    shannon,
)
from regional.sentences.measures.case import Measure, not_by_number, not_single, shown_p, untested
from regional.texts import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regional.mirror.selection import Floats
    from regional.sentences.measures.case import Case
    from regional.texts import Texts

SHOWN = 8
"""Terms of a sum that are written out."""
DRAWS, MAX_TABLES = 5_000, 50_000


def _family(case: Case, t: Texts) -> list[str]:
    tested = [group for group in case.result.groups if group.p is not None and group.p_adjusted is not None]
    if not tested:
        return [t("Too little is known of this theme to correct anything. P = {p}.", p=shown_p(case.group.p, t))]
    lines = [
        t.plural(
            "Looked at together: {n} group of the themes that can be judged, of which {here} here.",
            "Looked at together: {n} groups of the themes that can be judged, of which {here} here.",
            case.result.tests, here=t.number(len(tested)),
        ),
        t("The smallest P goes first. It becomes the chance that, were everything blind choice, any of the groups not "
          "yet passed would do as well; it never falls, and stops at 1."),
    ]  # fmt: skip
    ordered = sorted(tested, key=lambda group: group.p or 0.0)
    lines += [
        t("{group}: {p}; counts as {adjusted}.", group=case.name(t, group), p=shown_p(group.p, t, 4),
          adjusted=shown_p(group.p_adjusted, t))
        for group in ordered[:SHOWN]
    ]  # fmt: skip
    if case.group in tested and case.group not in ordered[:SHOWN]:
        lines.append(t("{group}: {p}; counts as {adjusted}.", group=case.name(t), p=shown_p(case.group.p, t, 4),
                       adjusted=shown_p(case.group.p_adjusted, t)))  # fmt: skip
    return lines


def _rest(groups: int, t: Texts) -> list[str]:
    more = groups - SHOWN
    return [t.plural("And {n} group more.", "And {n} groups more.", more)] if more > 0 else []


def _sum(terms: Sequence[str]) -> str:
    return " + ".join([*terms[:SHOWN], *(["…"] if len(terms) > SHOWN else [])])


def _dissimilarity(case: Case, t: Texts) -> list[str]:
    gaps = np.abs(case.partners - case.shares)
    floor = noise_floor(case.result.n_known, case.shares)
    found = dissimilarity(case.partners, case.shares)
    values = {"mean": t.percent(floor.mean, 1), "high": t.percent(floor.high, 1)}
    return [
        t("The differences without their sign: {terms} = {sum} percentage points.",
          terms=_sum([t.number(gap * 100, 1) for gap in gaps]), sum=t.number(float(gaps.sum()) * 100, 1)),
        t("Half of that is D = {d}: so many of our partners would have to be different.", d=t.percent(found, 1)),
        t.plural(
            "But with {n} partner chance alone makes {mean} on average, and {high} or less in 95 of 100 draws.",
            "But with {n} partners chance alone makes {mean} on average, and {high} or less in 95 of 100 draws.",
            case.result.n_known, **values,
        ),
        t("D is above that noise.") if found > floor.high else t("D is within that noise."),
    ]  # fmt: skip


def _distances(case: Case, t: Texts) -> list[str]:
    from scipy.special import rel_entr

    p, q = case.partners, case.shares / case.shares.sum()
    middle = (p + q) / 2
    first, second = (float(rel_entr(side, middle).sum() / np.log(2)) for side in (p, q))
    squares = (np.sqrt(p) - np.sqrt(q)) ** 2
    return [
        t("Jensen-Shannon: halfway both sides lies the mixture m. Partners differ from m by {first} bits, the region "
          "by {second}.", first=t.number(first, 3), second=t.number(second, 3)),
        t("The mean is {mean}; its square root is {found}.", mean=t.number((first + second) / 2, 3),
          found=t.number(jensen_shannon(p, q), 3)),
        t("Hellinger: the squared differences of the roots add up to {sum}; half of it, and its square root, is "
          "{found}.", sum=t.number(float(squares.sum()), 3), found=t.number(hellinger(p, q), 3)),
        t("Both go from 0 (the same) to 1 (no group in common)."),
    ]  # fmt: skip


def _effective(case: Case, t: Texts) -> list[str]:
    lines = []
    for words, side in ((REGION, case.shares), (PARTNERS, case.partners)):
        terms = _sum([t.number(value, 3) for value in _entropy_terms(side)])
        lines.append(t(words, terms=terms, h=t.number(shannon(side), 3), found=t.number(effective_groups(side), 1)))
    return [*lines, t("The region is the measure: more is not better.")]


def _entropy_terms(side: Floats) -> Floats:
    from scipy.special import entr

    return np.asarray(entr(side / side.sum()))


REGION = N_("Region: {terms} = {h}; e to that power is as mixed as {found} equally large groups.")
PARTNERS = N_("Our partners: {terms} = {h}; that makes {found}.")


def _fit(case: Case, t: Texts) -> list[str]:
    counts = np.round([group.count for group in case.result.groups])
    fit = goodness_of_fit(counts, case.shares, draws=DRAWS, max_tables=MAX_TABLES)
    expected = case.shares * counts.sum()
    lines = [
        t("Seen: {seen}.", seen=_row([t.number(count) for count in counts])),
        t("Expected from the region: {expected}.", expected=_row([t.number(value, 1) for value in expected])),
        t("Of all ways to divide the partners blindly, those as unlikely as ours or more so make up {p} of the chance.",
          p=t.percent(fit.p, 1)),
    ]  # fmt: skip
    if fit.method == "monte_carlo":
        lines.append(t("By drawing lots {draws} times; give or take {error}.", draws=t.number(DRAWS),
                       error=t.percent(fit.error, 1)))  # fmt: skip
    else:
        lines.append(t("All ways were counted, so this is exact."))
    return lines


def _row(values: Sequence[str]) -> str:
    return " · ".join([*values[:SHOWN], *(["…"] if len(values) > SHOWN else [])])


WHOLE_MEASURES = (
    Measure(
        "family", N_("Several groups at once (step-down min-p)"),
        N_("Who looks at many groups always finds something. This makes it harder to call a difference clear."),
        (r"\tilde P_{(i)} = \max_{j \le i}\ \sum_t \Pr\Bigl(\min_{g \in R_t} P_g \le P_{(j)}\Bigr)",),
        "Westfall, P. H. and Young, S. S. (1993), Resampling-Based Multiple Testing, 2.6; Levin, B. (1981), Annals of "
        "Statistics 9, 1123–1126.", untested, _family, "theme",
    ),
    Measure(
        "dissimilarity", N_("How many would have to be different (D)"),
        N_("Says for the whole theme which part of our partners would have to be different to be just like the region, "
           "beside what chance alone makes of it."),
        (r"D = \tfrac12 \sum_g |p_g - q_g|",),
        "Duncan, O. D. and Duncan, B. (1955), American Sociological Review 20, 210–217; Cortese, C. F. et al. (1976), "
        "American Sociological Review 41, 630–637.", not_by_number, _dissimilarity, "theme",
    ),
    Measure(
        "distances", N_("Other distances (Jensen-Shannon, Hellinger)"),
        N_("Two other ways to say how far partners and region are apart; researchers use them to compare."),
        (r"m = \tfrac12 (p + q)", r"\sqrt{\tfrac12 KL(p \,\|\, m) + \tfrac12 KL(q \,\|\, m)}",
         r"\sqrt{\tfrac12 \sum_g \bigl(\sqrt{p_g} - \sqrt{q_g}\bigr)^2}"),
        "Endres, D. M. and Schindelin, J. E. (2003), IEEE Transactions on Information Theory 49, 1858–1860; Hellinger, "
        "E. (1909), Journal für die reine und angewandte Mathematik 136, 210–271.", untested, _distances, "theme",
    ),
    Measure(
        "effective", N_("How mixed it is (effective number of groups)"),
        N_("Says how many equally large groups would be just as mixed, for the region and for our partners."),
        (r"\exp\Bigl(-\sum_g p_g \ln p_g\Bigr)",),
        "Hill, M. O. (1973), Ecology 54, 427–432; Jost, L. (2006), Oikos 113, 363–375.", untested, _effective, "theme",
    ),
    Measure(
        "fit", N_("Does the whole fit the region"),
        N_("One test over all groups: how unusual this division would be if partners were drawn blindly."),
        (r"\sum_{y:\ \Pr(y) \le \Pr(x)} \Pr(y)",),
        "Read, T. R. C. and Cressie, N. A. C. (1988), Goodness-of-Fit Statistics for Discrete Multivariate Data.",
        not_single, _fit, "theme",
    ),
)  # fmt: skip

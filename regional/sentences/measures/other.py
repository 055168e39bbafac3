"""Money, the newcomers of a year and reach, worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from regional.bubble.money import flows
from regional.mirror.measures import joined_in, joiners
from regional.mirror.selection import select
from regional.mirror.testing import rules
from regional.sentences.measures.case import Measure, untested
from regional.sentences.states import state_words
from regional.texts import N_

if TYPE_CHECKING:
    from regional.bubble.money import Flowing
    from regional.mirror.result import ReachResult
    from regional.sentences.measures.case import Case
    from regional.texts import Texts

NAMES = {"money_in": N_("Money in"), "money_out": N_("Money out")}


def _no_money(case: Case) -> str:
    return "" if flows(case.portfolio, case.settings) else NO_MONEY


def _money(case: Case, t: Texts) -> list[str]:
    return [line for flow in flows(case.portfolio, case.settings) for line in _flow(flow, case, t)]


def _flow(flow: Flowing, case: Case, t: Texts) -> list[str]:
    chosen = select(case.portfolio, case.settings.model_copy(update={"weight": flow.flow})).weights
    top = np.sort(chosen)[::-1][: min(3, flow.n)]
    largest = t.percent(flow.largest, 1)
    return [
        t.plural("{name}: {n} partner, {total}; the largest part is {largest}.",
                 "{name}: {n} partners, {total} together; the largest part is {largest}.",
                 flow.n, name=t(NAMES[flow.flow]), total=t.euro(flow.total), largest=largest),
        t("The three largest: {terms} = {sum}, that is {share} of all.", terms=" + ".join(t.euro(w) for w in top),
          sum=t.euro(float(top.sum())), share=t.percent(flow.top3, 1)),
        t("The square of each part, added up: HHI = {hhi}, or {points} points.", hhi=t.number(flow.hhi, 3),
          points=t.number(flow.hhi * 10_000)),
        t("1 divided by {hhi} = {effective}: so many equal partners would be as concentrated.",
          hhi=t.number(flow.hhi, 3), effective=t.number(flow.effective, 1)),
    ]  # fmt: skip


def latest_year(case: Case) -> int | None:
    """Return the latest year in which partners of whom this theme is known joined; None where there is none."""
    since = case.since()
    known = ~np.isnan(case.y).all(axis=1) & ~np.isnat(since)
    return int(since[known].max().astype("datetime64[Y]").astype(int)) + 1970 if known.any() else None


def _no_joiners(case: Case) -> str:
    return untested(case) or (NO_YEAR if latest_year(case) is None else "")


def _trend(case: Case, t: Texts) -> list[str]:
    year = latest_year(case)
    joined = joined_in(case.since(), year or 0)
    found = joiners(case.y, joined, case.shares, rules(case.settings))
    n, share = int(found.n[case.k]), float(found.share[case.k])
    came = t.plural("In {year} {n} of our present partners joined.", "In {year} {n} of our present partners joined.",
                    int(joined.sum()), year=str(year))  # fmt: skip
    if n == 0:
        return [came, t("Of none of them do we know this group, so there is nothing to compare.")]
    low, high = (float(end) for end in found.band[case.k])
    return [
        came,
        t.plural("Of {n} we know this group: {x}, that is {share}.", "Of {n} we know this group: {x}, that is {share}.",
                 n, x=_count(share * n, t), share=t.percent(share, 1)),
        t("Region: {q}. By chance the share would lie between {low} and {high}.", q=t.percent(case.q, 1),
          low=t.percent(low, 1), high=t.percent(high, 1)),
        t("So, by number of partners: {state}.", state=state_words(found.status[case.k], t)),
        t("The region's shares are held fixed here."),
    ]  # fmt: skip


def _count(value: float, t: Texts) -> str:
    return t.number(value, 0 if abs(value - round(value)) < 1e-9 else 2)


def _no_reach(case: Case) -> str:
    return "" if case.mirror.reach_known and _reached(case) else NO_REACH


def _reached(case: Case) -> list[ReachResult]:
    return [one for one in case.mirror.reach if one.inhabitants and one.main + one.also]


def _reach(case: Case, t: Texts) -> list[str]:
    scarce = max(_reached(case), key=lambda one: one.per_partner or 0.0)
    people = t.number(scarce.inhabitants or 0.0)
    nobody = sum(bool(one.inhabitants) and not one.main + one.also for one in case.mirror.reach)
    lines = [
        t("{group}: {people} inhabitants.", group=t(scarce.label), people=people),
        t("Partners that work mainly for them: {main}. That also reach them: {also}. Together {total}.",
          main=t.number(scarce.main), also=t.number(scarce.also), total=t.number(scarce.main + scarce.also)),
        t("{people} divided by {total} = {each} inhabitants per partner that reaches them.", people=people,
          total=t.number(scarce.main + scarce.also), each=t.number(scarce.per_partner or 0.0)),
    ]  # fmt: skip
    unreached = t.plural("{n} group of inhabitants is named by none of our partners.",
                         "{n} groups of inhabitants are named by none of our partners.", nobody)  # fmt: skip
    return [*lines, unreached] if nobody else lines


NO_MONEY = N_("With what is on screen there is nothing to compute this with: no partner has a known amount.")
NO_YEAR = N_("With what is on screen there is nothing to compute this with: no partner has a known start.")
NO_REACH = N_("With what is on screen there is nothing to compute this with: of no partner do we know whom it reaches.")

OTHER_MEASURES: tuple[Measure, ...] = (
    Measure(
        "money", N_("On whom the money rests (HHI)"),
        N_("Says on how many partners the money really rests. Money in and money out are never added."),
        (r"\mathrm{HHI} = \sum_j s_j^2", r"n_{\mathrm{eff}} = \frac{1}{\mathrm{HHI}}"),
        "Hirschman, A. O. (1964), American Economic Review 54, 761–762; Adelman, M. A. (1969), Review of Economics and "
        "Statistics 51, 99–101.", _no_money, _money, "all",
    ),
    Measure(
        "trend", N_("The newcomers of a year"),
        N_("Says whether the partners who joined in one year look like the region. Two years of the whole list are "
           "never tested against each other: most partners are in both."),
        (r"p_{\mathrm{new}} - q",), "", _no_joiners, _trend,
    ),
    Measure(
        "reach", N_("Reach"),
        N_("Says for how many inhabitants there is one partner that reaches them. It is no share and gets no verdict."),
        (r"\frac{I}{m + a}",), "", _no_reach, _reach, "all",
    ),
)  # fmt: skip

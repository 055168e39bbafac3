"""The other ways of counting of a theme, for the page Mirror; and its details, for Sources and explanation."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from regional.bubble.money import flows
from regional.charts.words import group_label, points_text, range_text
from regional.dimensions import dimension
from regional.mirror.answers import SideBySide, answers
from regional.mirror.detail_result import Details, GroupDetails
from regional.mirror.details import details
from regional.mirror.result import DimensionResult
from regional.sentences import details as say
from regional.sentences.bubble import money_sentences, money_title
from regional.sentences.words import share_words
from regional.texts import Texts
from regional.ui import components
from regional.ui.view import View


def panel(view: View, result: DimensionResult) -> None:
    """Offer the other ways of counting of one theme, drawn only when opened, and the way to the details."""
    t = view.t
    if view.settings.weight != "count":
        money(view)
    components.sentences(line for line in [say.normal_sentence(result, t)] if line)
    components.on_request(t("Counted otherwise"), f"ways_{result.id}", lambda: _ways(view, result))
    st.page_link("pages/bronnen_en_uitleg.py", label=t("Details, for those who want to know"),
                 icon=":material/menu_book:")  # fmt: skip


def money(view: View) -> None:
    """Say on how many partners the money rests."""
    t = view.t
    for flow in flows(view.portfolio, view.settings):
        if flow.flow == view.settings.weight:
            components.sentences([f"{money_title(flow, t)}. {' '.join(money_sentences(flow, t))}"])


def _ways(view: View, result: DimensionResult) -> None:
    t = view.t
    about = (view.portfolio, view.profile, dimension(result.id), view.settings)
    side = view.once("answers", lambda: answers(*about), result.id)
    components.sentences(say.answers_sentences(side, t))
    if side.differing:
        components.table(ways_table(side, view))


def ways_table(side: SideBySide, view: View) -> pd.DataFrame:
    """Return ways of counting by the groups whose state differs."""
    t = view.t
    return pd.DataFrame(
        {
            t("Counted by"): say.way_name(answer.way, t),
            t("Known"): t.number(answer.result.n_known),
            **{
                group_label(answer.result.group(i), t): components.state(answer.result.group(i).status, t)
                for i in side.differing
            },
        }
        for answer in side.answers
    )


def groups(view: View, result: DimensionResult) -> None:
    """Draw the measures of all groups of a theme beside each other."""
    t = view.t
    about = (view.portfolio, view.profile, dimension(result.id), view.settings)
    found = view.once("details", lambda: details(*about), result.id)
    pairs = list(zip(result.groups, found.groups, strict=True))
    components.sentences(say.details_sentences(found, t))
    lines = [say.zero_sentence(result, group, one, t) for group, one in pairs]
    lines += [say.needed_sentence(result, group, one, t) for group, one in pairs]
    components.bullets([line for line in lines if line])
    components.table(details_table(result, found, view))
    st.caption(
        t("The intervals treat our partners as if they were a sample; the chance band above does not need that.")
    )


def details_table(result: DimensionResult, found: Details, view: View) -> pd.DataFrame:
    """Return the measures by group; columns that hold nothing are left out."""
    t = view.t
    columns = {
        t("Group"): [group_label(group, t) for group in result.groups],
        _interval_name(found, view): [range_text(one.wilson or one.interval, t) for one in found.groups],
        t("All at once (Goodman)"): [range_text(one.goodman, t) for one in found.groups],
        t("More needed to be level"): [_count(one, view) for one in found.groups],
        t("Smallest difference we would see"): [_smallest(one, view) for one in found.groups],
        t("Nobody, by chance"): [_surprise(one.surprise_of_zero, t) for one in found.groups],
    }
    return pd.DataFrame({name: cells for name, cells in columns.items() if set(cells) != {"–"}})


def _surprise(chance: float | None, t: Texts) -> str:
    """Write a chance, never as 0 %."""
    return "–" if chance is None else share_words(chance, t)


def _interval_name(found: Details, view: View) -> str:
    """Name the method that made the intervals on screen."""
    t = view.t
    if found.interval_method == "normal":
        return t("Interval (normal approximation, 95 %)")
    return t("Interval (bootstrap, 95 %)") if found.interval_method else t("Interval (Wilson, 95 %)")


def _count(one: GroupDetails, view: View) -> str:
    return "–" if one.needed is None else view.t.number(one.needed)


def _smallest(one: GroupDetails, view: View) -> str:
    ends = [points_text(gap, view.t) for gap in (one.detectable_less, one.detectable_more) if gap is not None]
    return view.t.listed(ends) if ends else "–"

"""The table beside each chart: every figure drawn, as the reader writes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from regional.charts.words import (
    count_text,
    group_label,
    points_text,
    range_text,
    ratio_text,
    share_text,
)
from regional.mirror.result import Status
from regional.sentences.states import state_words

if TYPE_CHECKING:
    import pandas as pd

    from regional.mirror.result import DimensionResult, Group
    from regional.mirror.settings import Weight
    from regional.texts import Texts


def mirror_table(result: DimensionResult, groups: Sequence[Group], weight: Weight, texts: Texts) -> pd.DataFrame:
    """Return one row a group, one column a figure; columns that hold nothing are left out."""
    t = texts
    count = t("Number") if weight == "count" else t("Amount")
    columns: dict[str, list[str]] = {
        t("Group"): [group_label(g, t) for g in groups],
        t("The region"): [share_text(g.region_share, t) for g in groups],
        t("Our partners"): [share_text(g.partner_share, t) for g in groups],
        count: [count_text(g, result, weight, t) for g in groups],
        t("Difference"): [points_text(g.gap, t) for g in groups],
        t("Ratio"): [ratio_text(g.ratio, t) for g in groups],
        t("By chance"): [range_text(g.band, t) for g in groups],
        t("With the unknown"): [range_text(g.bounds, t) for g in groups],
    }
    if result.tested:
        quiet = Status.NOT_COMPARABLE
        columns[t("State")] = ["–" if g.status is quiet else state_words(g.status, t) for g in groups]
    return frame(columns)


def frame(columns: dict[str, list[str]]) -> pd.DataFrame:
    """Return the columns as a DataFrame of text, without those that hold only dashes."""
    import pandas as pd

    kept = {name: values for name, values in columns.items() if not values or set(values) != {"–"}}
    return pd.DataFrame(kept, dtype="str")

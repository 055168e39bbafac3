"""The picture of one theme: dots where partners can be counted, shares on one axis where they cannot."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from regional.charts.alt_text import drawn_groups, outside_sentence
from regional.charts.drawing import Drawing
from regional.charts.icon_array import icon_array, is_icons
from regional.charts.tables import mirror_table
from regional.charts.titles import mirror_title
from regional.charts.vector_icons import icons_svg
from regional.charts.vector_shares import shares_svg
from regional.charts.words import dimension_label, share_text, source_text
from regional.sentences.people import not_asked_sentence

if TYPE_CHECKING:
    import pandas as pd

    from regional.cbs.figures import Provenance
    from regional.mirror.result import DimensionResult
    from regional.mirror.settings import Settings, Weight
    from regional.texts import Texts


@dataclass(frozen=True)
class Reference:
    """Another make-up of the same dimension: its name with date, and the share of each group, fractions of 1."""

    name: str
    shares: Mapping[str, float]


def picture(
    result: DimensionResult,
    t: Texts,
    *,
    settings: Settings | None = None,
    provenance: Provenance | None = None,
    reference: Reference | None = None,
    proposed: Mapping[str, int] | None = None,
    only: Collection[str] = (),
) -> Drawing:
    """Return the drawing of one theme; without a regional figure the partners alone.

    Parameters
    ----------
    result : one dimension of a Mirror.
    settings : of that Mirror; only the weight is read.
    provenance : of the regional figures; gives the source line its date of retrieval.
    reference : another make-up to lay beside.
    proposed : partners more in each group, were every proposal confirmed; those of the mirror where not given.
    only : ids of the groups to draw, for a small picture; all where empty.
    """
    weight: Weight = settings.weight if settings else "count"
    alt = t("{theme}: our partners beside the region", theme=dimension_label(result.id, t))
    beside = dict(reference.shares) if reference else None
    if is_icons(result, weight):
        array = icon_array(result, t, proposed=proposed, beside=beside)
        svg, reading = icons_svg(array, t, only), _dots_sentence(result, t, is_compared=array.is_compared)
    else:
        svg, reading = shares_svg(result, t, weight, only, beside), _shares_sentence(t)
    told = [t("In grey {name}; it is not tested.", name=reference.name)] if reference else []
    return Drawing(
        svg,
        mirror_title(result, t),
        " ".join([reading, *_whom_sentence(result, t), *told, *outside_sentence(result, t)]),
        alt,
        "; ".join([source_text(result, t, provenance), *([reference.name] if reference else [])]),
        _table(result, weight, reference, t),
    )


def _dots_sentence(result: DimensionResult, t: Texts, *, is_compared: bool) -> str:
    said = t("Each dot is one partner.")
    if is_compared:
        said = t("Each dot is one partner; the line shows how far they would come if we were like the region.")
    halves = any(group.partners > group.count for group in result.groups) and result.kind == "fractions"
    return (
        f"{said} {t('A partner for two groups counts for a half in each, rounded to whole dots.')}" if halves else said
    )


def _whom_sentence(result: DimensionResult, t: Texts) -> list[str]:
    """Return which of our partners are left out of this theme alone; [] where none is."""
    said = t("Only suppliers are counted here.") if result.subset == "supplier" else not_asked_sentence(result, t)
    return [said] if said else []


def _shares_sentence(t: Texts) -> str:
    return t("How to read this: the further apart the mark and the dot, the more we differ from the region.")


def _table(result: DimensionResult, weight: Weight, reference: Reference | None, t: Texts) -> pd.DataFrame:
    groups = drawn_groups(result)
    table = mirror_table(result, groups, weight, t)
    if reference:
        table[reference.name] = [share_text(reference.shares.get(group.id), t) for group in groups]
    return table

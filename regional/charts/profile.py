"""The region beside the country."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from regional.charts.draw import ONE_SIDE, ChartRow, Trace, bars, coloured, draw, stack_rows, words
from regional.charts.drawing import Drawing
from regional.charts.tables import frame
from regional.charts.theme import Palette, palette
from regional.charts.words import (
    dimension_label,
    escape,
    in_sentence,
    points_text,
    provenance_text,
    share_text,
    wrapped,
)
from regional.dimensions import category_label, dimension
from regional.sentences.words import capital
from regional.texts import N_
from regional.texts.catalogue import NBSP

if TYPE_CHECKING:
    import pandas as pd

    from regional.cbs.figures import Composition, RegionProfile
    from regional.texts import Texts

BAR = 15
HEAD = 50
ALIKE = 0.01
"""Below one point, region and country are called alike."""


@dataclass(frozen=True)
class ProfileSides:
    """Both sides of one dimension; ``country`` is empty where the categories differ (places)."""

    dimension: str
    labels: Mapping[str, str]
    region: Mapping[str, float]
    country: Mapping[str, float]
    names: tuple[str, str]
    texts: Texts


def profile_chart(
    region: RegionProfile,
    country: RegionProfile,
    dimension_id: str,
    texts: Texts,
    *,
    dark: bool = False,
) -> Drawing:
    """Return the region's shares beside the country's.

    For a dimension whose categories the country does not share (places), the region stands alone.
    KeyError where the region has no figures for the dimension.
    """
    sides = _sides(region, country, dimension_id, texts)
    colours = palette(dark)
    lines = [wrapped(label)[1] for label in sides.labels.values()]
    mark = 2 * BAR + 4 if sides.country else BAR + 2
    rows, height = stack_rows(lines, [False] * len(lines), HEAD if sides.country else 30, [mark] * len(lines))
    longest = max([*sides.region.values(), *sides.country.values()], default=1.0) or 1.0
    traces = [*_bars(sides, rows, colours), *_words(sides, rows, colours)]
    return Drawing(
        draw(traces, height, (0.0, longest), colours, texts, sides=ONE_SIDE),
        profile_title(sides),
        _sentence(sides),
        _alt(sides),
        provenance_text(region.compositions[dimension_id].provenance, texts),
        _table(sides),
    )


def composition_label(composition: Composition, category_id: str, texts: Texts) -> str:
    """Return the reader's name of a category: the composition's own (places) or the registry's."""
    own = composition.labels.get(category_id)
    return texts(own or category_label(composition.dimension, category_id))


def profile_title(sides: ProfileSides) -> str:
    """Return where region and country differ most, or which group is the largest."""
    region, country, texts = sides.region, sides.country, sides.texts
    if not region:
        return texts("No figures published")
    if not country:
        largest = max(region, key=lambda i: region[i])
        share = share_text(region[largest], texts)
        return texts(
            "Largest: {group} ({share})",
            group=in_sentence(sides.labels[largest], sides.dimension),
            share=share,
        )
    gaps = {i: region[i] - country.get(i, 0.0) for i in region}
    widest = max(gaps, key=lambda i: abs(gaps[i]))
    if abs(gaps[widest]) < ALIKE:
        return texts("Much like the country as a whole")
    points = points_text(gaps[widest], texts)
    text = N_("Differs most from the country: {group}, {points}")
    return texts(text, group=in_sentence(sides.labels[widest], sides.dimension), points=points)


def _sides(region: RegionProfile, country: RegionProfile, dimension_id: str, texts: Texts) -> ProfileSides:
    ours, theirs = region.compositions[dimension_id], country.compositions.get(dimension_id)
    is_shared = theirs is not None and set(theirs.counts) == set(ours.counts)
    ids = list(ours.counts)
    if not dimension(dimension_id).ordered:
        ids.sort(key=lambda i: -ours.counts[i])
    labels = {i: composition_label(ours, i, texts) for i in ids}
    shares = {i: ours.shares[i] for i in ids} if ours.shares else {}
    names = (region.name, country.name)
    return ProfileSides(dimension_id, labels, shares, theirs.shares if theirs and is_shared else {}, names, texts)


def _bars(sides: ProfileSides, rows: Sequence[ChartRow], colours: Palette) -> list[Trace]:
    shift = (BAR + 4) / 2 if sides.country else 0.0
    ours = _spans(sides, sides.region, rows, -shift)
    theirs = _spans(sides, sides.country, rows, shift)
    hover = [escape(text) for text in _facts(sides)]
    outline = {"width": 1.5, "color": colours.muted}
    return [
        bars("region", ours, colours.region, BAR, hover[: len(ours)]),
        bars("country", theirs, "rgba(0,0,0,0)", BAR - 2, hover[: len(theirs)], line=outline),
        words("region values", _values(ours, sides.texts), "middle right", colours.ink),
        words("country values", _values(theirs, sides.texts), "middle right", colours.muted, 13),
    ]


def _spans(
    sides: ProfileSides, shares: Mapping[str, float], rows: Sequence[ChartRow], shift: float
) -> list[tuple[float, float, float]]:
    pairs = zip(sides.labels, rows, strict=True)
    return [(0.0, shares[i], row.mark + shift) for i, row in pairs if i in shares]


def _values(spans: Sequence[tuple[float, float, float]], texts: Texts) -> list[tuple[float, float, str]]:
    return [(end, y, NBSP + share_text(end, texts)) for _, end, y in spans]


def _words(sides: ProfileSides, rows: Sequence[ChartRow], colours: Palette) -> list[Trace]:
    labels = [
        (0.0, row.label, f"<b>{wrapped(label)[0]}</b>") for label, row in zip(sides.labels.values(), rows, strict=True)
    ]
    heads = [(0.0, 10.0, f"{coloured('■', colours.region)}{NBSP}<b>{_short(sides.names[0])}</b>")]
    if sides.country:
        heads.append((0.0, 30.0, f"{coloured('□', colours.muted)}{NBSP}{_short(capital(sides.names[1]))}"))
    return [
        words("labels", labels, "middle right", colours.ink),
        words("heads", heads, "middle right", colours.ink),
    ]


def _short(name: str) -> str:
    return escape(name if len(name) <= 36 else name[:35] + "…")


def _facts(sides: ProfileSides) -> list[str]:
    """One line a group with both shares."""
    t, facts = sides.texts, []
    for category, label in sides.labels.items():
        if category in sides.region:
            pairs = zip(sides.names, (sides.region, sides.country), strict=True)
            found = [f"{name} {share_text(s[category], t)}" for name, s in pairs if category in s]
            facts.append(f"{label}: {', '.join(found)}")
    return facts


def _alt(sides: ProfileSides) -> str:
    name = dimension_label(sides.dimension, sides.texts)
    title = profile_title(sides)
    return f"{name}. {title}. {'; '.join(_facts(sides))}."


def _sentence(sides: ProfileSides) -> str:
    t, base = sides.texts, sides.texts(dimension(sides.dimension).base)
    if not sides.country:
        text = N_("How to read this: each bar is a share of the {base} of {region}.")
        return t(text, base=base, region=sides.names[0])
    text = N_("How to read this: of all {base}, the full bar is the share in {region}, the open bar in {country}.")
    return t(text, base=base, region=sides.names[0], country=sides.names[1])


def _table(sides: ProfileSides) -> pd.DataFrame:
    t, ids = sides.texts, list(sides.labels)
    gaps = [
        points_text(sides.region[i] - sides.country[i], t) if i in sides.region and i in sides.country else "–"
        for i in ids
    ]
    return frame(
        {
            t("Group"): list(sides.labels.values()),
            sides.names[0]: [share_text(sides.region.get(i), t) for i in ids],
            capital(sides.names[1]): [share_text(sides.country.get(i), t) for i in ids],
            t("Difference"): gaps,
        }
    )

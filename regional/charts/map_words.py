"""The words and the table of the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regional.charts.dots import KINDS
from regional.texts import N_, Message

if TYPE_CHECKING:
    import pandas as pd

    from regional.charts.scene import Scene
    from regional.geo.regions import Region
    from regional.texts import Texts

KIND_WORDS = {
    "funder": N_("● funder or sponsor"),
    "content": N_("■ content partner"),
    "supplier": N_("◆ supplier"),
}


NAMED = 12
"""Municipalities without a partner that are named where they are very many."""


def map_title(region: Region, texts: Texts) -> str:
    """Return the title, which says what the map shows."""
    if len(region.codes) == 1:
        return _name(region, texts)
    return texts.plural(
        "{name}: {n} municipality", "{name}: {n} municipalities", len(region.codes), name=_name(region, texts)
    )


def map_sentence(scene: Scene, texts: Texts, *, on_paper: bool = False) -> str:
    """Return how to read the map, and on screen how to change it."""
    said = [texts("The region is coloured. Click on a municipality to add it or take it out.")]
    if on_paper:
        said = [texts("The region is coloured.")]
    if scene.star:
        said.append(texts("The star marks the museum."))
    if scene.dots:
        said.append(texts("Each dot is a place with partners: the larger, the more."))
        kinds = [texts(KIND_WORDS[kind]) for kind in KINDS if any(dot.kind == kind for dot in scene.dots)]
        said += [texts("{kinds}.", kinds=texts.listed(kinds))] if kinds else []
    if scene.is_shaded:
        said.append(texts("Municipalities of the region without a partner are paler."))
    elif scene.lonely:
        said.append(texts("An open circle marks a municipality without a partner."))
    return " ".join(said)


def map_source(scene: Scene, texts: Texts) -> str:
    """Return where shapes and inhabitants come from, and of what date."""
    people, geometry = scene.figures.provenance["location"], scene.geometry
    parts = [
        texts(geometry.source),
        texts("Inhabitants: CBS, {table}, {year}", table=people.table, year=str(people.year)),
    ]
    if geometry.retrieved:
        parts.append(texts("Boundaries retrieved on {date}", date=texts.date(geometry.retrieved)))
    if scene.dots:
        parts.append(texts("Partners: your own partner file"))
    return ". ".join(parts)


def map_alt(scene: Scene, texts: Texts) -> str:
    """Return the map in words: which region, how many people, the largest places, where partners sit and where not."""
    figures, region = scene.figures, scene.region
    inhabitants = figures.municipalities.loc[list(region.codes), "inhabitants"].sort_values(ascending=False)
    names = figures.municipalities["name"]
    largest = [f"{names[str(c)]} ({texts.number(n)})" for c, n in inhabitants.head(5).items()]
    parts = [
        texts("Map of municipalities."),
        f"{map_title(region, texts)}.",
        texts("{n} inhabitants in all.", n=texts.number(int(inhabitants.sum()))),
        texts("Largest municipalities: {list}.", list=texts.listed(largest)),
    ]
    here = [dot for dot in scene.dots if dot.code in region.codes]
    if here:
        spots = [f"{dot.place} ({texts.number(dot.n)})" for dot in here[:5]]
        parts.append(texts("Most partners: {list}.", list=texts.listed(spots)))
    return " ".join([*parts, *lonely_sentence(scene, texts)])


def lonely_sentence(scene: Scene, texts: Texts) -> list[str]:
    """Return the sentence that names the municipalities without a partner; of very many the largest; empty for none."""
    names = [str(scene.figures.municipalities.at[code, "name"]) for code in scene.lonely]
    if not names:
        return []
    if not scene.is_shaded:
        return [texts("Without a partner: {list}.", list=texts.listed(names))]
    return [
        texts.plural(
            "Without a partner: {list} and {n} other municipality. The table has them all.",
            "Without a partner: {list} and {n} other municipalities. The table has them all.",
            len(names) - NAMED,
            list=", ".join(names[:NAMED]),
        )
    ]


def map_table(scene: Scene, texts: Texts) -> pd.DataFrame:
    """Return the region's municipalities by size, as text: name, inhabitants, share of the region, partners."""
    import pandas as pd

    chosen = scene.figures.municipalities.loc[list(scene.region.codes)].sort_values("inhabitants", ascending=False)
    people = chosen["inhabitants"].tolist()
    total = sum(people)
    columns = {
        texts("Municipality"): chosen["name"].tolist(),
        texts("Inhabitants"): [texts.number(n) for n in people],
        texts("Share of the region"): [texts.percent(n / total, 1) for n in people],
    }
    if scene.dots:
        columns[texts("Our partners")] = [texts.number(_partners_in(scene, str(code))) for code in chosen.index]
    return pd.DataFrame(columns)


def _partners_in(scene: Scene, code: str) -> int:
    return sum(dot.n for dot in scene.dots if dot.code == code)


def _name(region: Region, texts: Texts) -> str:
    return texts(region.name) if isinstance(region.name, Message) else region.name

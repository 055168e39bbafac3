"""Sources and explanation: where every figure is from, how it is computed, what is kept, what is not known."""

from collections.abc import Iterable

import pandas as pd

from regional.cbs.figures import Origin, Provenance
from regional.dimensions import DIMENSIONS
from regional.sentences.words import uncapital
from regional.texts import N_
from regional.ui import components
from regional.ui.explanation import words, worked
from regional.ui.router import show
from regional.ui.view import View

ORIGINS = {
    Origin.SNAPSHOT: N_("came with the app"),
    Origin.CACHE: N_("fetched earlier"),
    Origin.LIVE: N_("fetched now"),
}
LABELS = {dimension.id: dimension.label for dimension in DIMENSIONS} | {
    "division": N_("Which municipality lies in which region and province")
}


def render(view: View) -> None:
    """Draw the page."""
    t = view.t
    components.head(view, t("Sources and explanation"))
    components.sentences([t("Where does each figure come from, how do we compute, and what can it not tell?")])
    components.bullets(_standing_out(view))
    components.parts(
        t, "sources",
        (
            (t("Where the figures come from"), lambda: _tables(view)),
            (t("How to read the mirror"), lambda: words.measures(view)),
            (t("Every measure, worked out"), lambda: worked.examples(view)),
            (t("Privacy"), lambda: words.privacy(t)),
            (t("What these figures cannot tell"), lambda: words.limits(view)),
        ),
    )  # fmt: skip


def _standing_out(view: View) -> list[str]:
    """Say what to know of the figures before believing them: how old the oldest are, and which are no counts."""
    t, sources = view.t, view.figures.provenance
    years = {name: source.year for name, source in sources.items()}
    oldest, newest = min(years.values()), max(years.values())

    def named(names: Iterable[str]) -> str:
        return t.listed([uncapital(t(LABELS.get(name, name))) for name in names])

    if oldest == newest:
        lines = [t("All figures are from {year}.", year=str(newest))]
    else:
        old = named(name for name, year in years.items() if year == oldest)
        lines = [t("The newest figures are from {newest}, the oldest from {oldest}: {themes}.", newest=str(newest),
                   oldest=str(oldest), themes=old)]  # fmt: skip
    rough = named(name for name, source in sources.items() if source.approximate)
    return [*lines, t("Known approximately: {themes}.", themes=rough)] if rough else lines


def _tables(view: View) -> None:
    components.table(view.once("sources", lambda: _sources(view)))
    components.sentences([view.t(LICENCE)])


LICENCE = N_(
    "All figures about the region are facts of Statistics Netherlands (CBS), licence CC BY 4.0. "
    "Boundaries, where fetched, are from CBS and Kadaster through PDOK, CC BY 4.0."
)


def _sources(view: View) -> pd.DataFrame:
    t = view.t
    return pd.DataFrame(
        {
            t("Figures about"): t(LABELS.get(name, name)),
            t("Table of CBS"): source.table,
            t("Year"): str(source.year),
            t("Known to"): _precision(source, view),
            t("On screen"): _origin(source, view),
        }
        for name, source in view.figures.provenance.items()
    )


def _precision(source: Provenance, view: View) -> str:
    t = view.t
    if source.approximate:
        return t("approximately")
    if source.precision > 0:
        return t("{points} percentage point", points=t.number(source.precision * 100, 2).rstrip("0").rstrip(",."))
    return t("counts")


def _origin(source: Provenance, view: View) -> str:
    t = view.t
    when = f", {t.date(source.retrieved)}" if source.retrieved else ""
    return t(ORIGINS[source.origin]) + when


show(render)

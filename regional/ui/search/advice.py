"""The answer on the page Who are we looking for?: the best next partners, why, what else, and how sure."""

from __future__ import annotations

import streamlit as st

from regional.charts.search import curve_chart
from regional.dimensions import dimension
from regional.search import advice_words as say
from regional.search.model import Advice
from regional.ui import components
from regional.ui.view import View


def answer(view: View, advice: Advice, *, with_money: bool) -> None:
    """Draw an advice; ``with_money``: the search was by money or under a budget."""
    t = view.t
    st.markdown("### " + components.escape_markdown(say.advice_title(advice, t)))
    if not advice.chosen:
        components.sentences([t("No set of possible partners fits all of this together. What would help:")])
        components.bullets(say.relax_sentence(relax, _names(view), t) for relax in advice.relax)
        _apart(view, advice)
        return
    components.sentences(
        [" ".join(line for line in (say.proof_sentence(advice, t), say.sure_sentence(advice, t)) if line)]
    )
    groups = _places(view)
    components.bullets(say.why_sentence(why, advice.marginal.get(why.name), groups, t) for why in advice.why)
    components.sentences([t("This is no verdict on the others. Content and fit decide; talk first.")])
    _apart(view, advice)
    if with_money:
        _unknown_amounts(view, advice)
    if advice.alternatives:
        st.markdown("#### " + t("Nearly as good"))
        components.bullets(say.alternative_sentence(other, advice, t) for other in advice.alternatives)
    _curve(view, advice)
    components.on_request(t("Theme by theme"), "advice_themes", lambda: _themes(view, advice))


def _apart(view: View, advice: Advice) -> None:
    if advice.set_apart:
        components.sentences([say.apart_sentence(advice, view.t)])


def _unknown_amounts(view: View, advice: Advice) -> None:
    if advice.amount_unknown:
        names = view.t.listed(list(advice.amount_unknown))
        components.sentences([view.t("The amount is not known of: {names}.", names=names)])


def _curve(view: View, advice: Advice) -> None:
    if not advice.curve:
        return
    t, lowest = view.t, min(advice.curve, key=lambda point: (round(point.objective, 4), point.k))
    title = t.plural(
        "The distance is smallest with {n} new partner: it goes from {before} to {after}",
        "The distance is smallest with {n} new partners: it goes from {before} to {after}",
        lowest.k,
        before=t.percent(advice.before, 1),
        after=t.percent(lowest.objective, 1),
    )
    if advice.before <= lowest.objective:
        title = t("More partners do not make the distance smaller")
    components.drawing(curve_chart(advice.before, advice.curve, title, t, dark=view.palette.dark), t, "advice_curve")


def _themes(view: View, advice: Advice) -> None:
    import pandas as pd

    t = view.t
    rows = [
        (
            t(dimension(c.dimension).label),
            t.number(c.known),
            *("–" if v is None else t.percent(v, 1) for v in (c.before, c.after)),
        )
        for c in advice.dimensions
    ]
    heads = [t("Theme"), t("Partners known"), t("Distance now"), t("Distance then")]
    components.table(pd.DataFrame(rows, columns=heads))
    components.sentences([say.known_sentence(advice, t)])


def _places(view: View) -> dict[tuple[str, str], str]:
    """Name the places of the region, which no catalogue knows."""
    location = view.profile.compositions.get("location")
    return {("location", group): view.t(label) for group, label in location.labels.items()} if location else {}


def _names(view: View) -> dict[str, str]:
    """Word the keys of constraints: municipalities, kinds and sectors."""
    t = view.t
    places = dict(view.figures.names)
    entries = [category for name in ("kind", "sector") for category in dimension(name).categories]
    return places | {category.id: t(category.label) for category in entries}

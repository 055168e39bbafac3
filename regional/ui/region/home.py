"""For which area the museum is there: its own choice, from where it stands, and never read off its partners."""

from __future__ import annotations

import streamlit as st

from regional.geo.naming import area_label
from regional.geo.regions import parse_region, regions_around
from regional.texts import Message
from regional.ui import access, components, storage
from regional.ui.view import View, set_region
from regional.workspace.errors import WorkspaceError

PLACE, AREA = "museum_place", "museum_area"


def is_open() -> bool:
    """Tell whether there is a list, and nobody chose a region yet."""
    return storage.newest() is not None and not storage.has_region() and not st.session_state.get("region")


def ask(view: View) -> None:
    """Ask it once, at the first list: each answer with how many of its partners sit there, none chosen."""
    if is_open():
        with st.container(border=True):
            pick(view)


def pick(view: View) -> None:
    """Let the museum say where it stands, then for which area it is there."""
    t, names = view.t, dict(sorted(view.figures.names.items(), key=lambda item: item[1]))
    left, right = st.columns(2, gap="medium")
    left.markdown("### " + t("Which area does your museum serve?"))
    own = storage.workspace().museum().municipality if storage.has_workspace() else ""
    place = left.selectbox(t("Our museum is in"), list(names), list(names).index(own) if own in names else None,
                           key=PLACE, format_func=names.__getitem__, filter_mode="contains", persist_state="session",
                           placeholder=t("Type a municipality"), **access.locked(t))  # fmt: skip
    if not place:
        return
    labels = _labels(view, place)
    chosen = list(labels).index(view.region.spec) if storage.has_region() and view.region.spec in labels else None
    right.radio(t("Our museum serves"), list(labels), chosen, key=f"{AREA}_{place}",
                format_func=labels.__getitem__, on_change=_chosen, args=(view, place), **access.locked(t))  # fmt: skip
    left.caption(t("This is your own choice: it does not depend on where your partners are based."))


def _labels(view: View, place: str) -> dict[str, str]:
    """Return spec -> name of the areas around a place, with how many partners of a list of one's own sit there."""
    t, frame = view.t, view.portfolio.frame
    towns = frame.loc[frame["status"] == "active", "municipality"]
    is_known = bool(towns.notna().any())
    labels = {}
    for region in regions_around(place, view.figures):
        name = t(area_label(region.spec, region.name))
        here = t.number(int(towns.isin(region.codes).sum()))
        told = (
            t("{name}: {here} of your {n} partners", name=name, here=here, n=t.number(len(towns)))
            if is_known
            else t("{name}: not known yet how many of your partners", name=name)
        )
        labels[region.spec] = components.escape_markdown(name if view.portfolio.fictitious else told)
    return labels


def _chosen(view: View, place: str) -> None:
    spec = st.session_state[f"{AREA}_{place}"]
    name = view.t(parse_region(spec, view.figures).name)
    try:
        museums = storage.workspace().museums
        museums.save(storage.workspace().museum().changed(municipality=place))
        storage.begin_with_region(spec, name)
    except WorkspaceError as error:
        storage.flash(error.message)
        return
    set_region(spec)
    storage.flash(Message.of("From now on we begin with this region."))

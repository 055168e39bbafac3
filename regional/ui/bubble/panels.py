"""The parts of the page Our bubble."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import streamlit as st

from regional import sentences as say
from regional.bubble import words
from regional.bubble.bubble import Bubble, bubble, home_of
from regional.charts.picture import picture
from regional.charts.renewal import YearCount, renewal_chart
from regional.ui import choices, components, storage
from regional.ui.view import View

HOME = "thuis"


def home_of_museum(view: View) -> str:
    """Return the code of the municipality in which the museum stands: as chosen, as kept, or the likeliest."""
    return choices.bound(HOME, list(view.figures.names)) or _likely_home(view)


def _likely_home(view: View) -> str:
    own = storage.workspace().museum().municipality if storage.has_workspace() else ""
    return own or home_of(view.region.home, view.region.codes, view.figures)


def make_bubble(view: View, home: str) -> Bubble:
    """Return the bubble, by number of partners; cached by content and by day."""
    mirror = view.mirror(weight="count")
    today = dt.date.today()
    given = (view.portfolio, view.figures, view.profile, mirror, home, today)
    return view.once("bubble", lambda: bubble(*given), home, today)


Part = tuple[str, Callable[[], None]]
"""A heading, and what draws the part below it."""


def known_parts(view: View, seen: Bubble) -> list[Part]:
    """Return the parts of which something is known: their heading, and what draws them."""
    t = view.t
    drawn: list[tuple[bool, str, Callable[[View, Bubble], None]]] = [
        (seen.found.n_known > 0, t("How found?"), found),
        (seen.near.located > 0, t("How near?"), near),
        (seen.ties.known > 0, t("How long?"), ties),
        (any(same.share is not None for same in seen.alike.traits), t("How alike?"), alike),
        (bool(seen.money), t("Money"), money),
        (bool(seen.reach_known or seen.places), t("Whom do we hardly reach?"), unreached),
    ]
    return [(heading, partial(draw, view, seen)) for is_known, heading, draw in drawn if is_known]


def found(view: View, seen: Bubble) -> None:
    """How partners were found."""
    t = view.t
    drawn = view.once("found", lambda: picture(seen.found, t, settings=view.settings))
    drawn = replace(drawn, title=words.found_title(seen.found, t))
    components.figure(drawn, t, "found", [" ".join(words.found_sentences(seen.found, t))])


def near(view: View, seen: Bubble) -> None:
    """How near partners sit, beside how near people live."""
    t, result = view.t, seen.near.result
    names = view.figures.names
    choices.visible(HOME, seen.near.home, _likely_home(view), st.selectbox, t("Our museum stands in"),
                    options=list(names), format_func=lambda code: names[code])  # fmt: skip
    home = names[seen.near.home]
    settings, source = view.settings.model_copy(update={"weight": "count"}), view.figures.provenance["location"]
    drawn = view.once("near", lambda: picture(result, t, settings=settings, provenance=source), home)
    told = [" ".join(words.near_sentences(seen.near, home, t)), say.certainty_sentence(result, t, "count")]
    components.figure(drawn, t, "near", told)


def ties(view: View, seen: Bubble) -> None:
    """How long relationships last, and what each year brought."""
    t = view.t
    years = tuple(YearCount(y.year, y.active, y.joined, y.left) for y in seen.ties.years)
    title = words.ties_title(seen.ties, t)
    drawn = view.once("ties", lambda: renewal_chart(years, title, t, dark=view.palette.dark), years)
    if drawn:
        components.chart(drawn, t, "ties")
    else:
        st.markdown("### " + components.escape_markdown(title))
    components.sentences([" ".join(words.ties_sentences(seen.ties, t))])


def alike(view: View, seen: Bubble) -> None:
    """How alike partners are."""
    st.markdown("### " + components.escape_markdown(words.alike_title(seen.alike, view.t)))
    components.bullets(words.alike_sentences(seen.alike, view.t))


def money(view: View, seen: Bubble) -> None:
    """On whom the money rests."""
    t = view.t
    for flow in seen.money:
        st.markdown("### " + components.escape_markdown(words.money_title(flow, t)))
        components.sentences([" ".join(words.money_sentences(flow, t))])


def unreached(view: View, seen: Bubble) -> None:
    """Whom nobody or one partner reaches, each with what to do."""
    t = view.t
    people, where = st.columns(2, gap="large")
    with people:
        st.markdown("### " + t("Groups"))
        _groups(view, seen)
    with where:
        st.markdown("### " + t("Municipalities"))
        if not seen.places:
            components.sentences([t("In every municipality of the region at least two partners are based or work.")])
        components.bullets([words.place_sentence(place, t) for place in seen.places])
        if seen.places:
            components.sentences([words.what_to_do(None, t)])


def _groups(view: View, seen: Bubble) -> None:
    t = view.t
    if seen.reach_known == 0:
        components.sentences([t("Of no partner do we know yet whom it reaches. Begin with the column vooral_voor.")])
        return
    if not seen.groups:
        components.sentences([t("At least two partners reach every group.")])
    for few in (0, 1):
        some = [group for group in seen.groups if group.main + group.also == few]
        components.bullets([say.reach_sentence(group, t, seen.reach_known) for group in some])
        if some:
            components.sentences([words.what_to_do(some[0], t)])

"""The parts of the page Our bubble."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial

import streamlit as st

from regional.bubble.bubble import Bubble, bubble, home_of
from regional.sections.bubble import BubbleSections
from regional.sections.section import Section
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


def parts(view: View, seen: Bubble) -> list[tuple[str, Callable[[], None]]]:
    """Return the parts of which something is known: their heading, and what draws them."""
    names = view.figures.names
    settings, source, home = view.settings, view.figures.provenance["location"], seen.near.home
    made = BubbleSections(seen, names[home], settings, source, view.t, dark=view.palette.dark)
    return [(made.heading(name), partial(_draw, view, name, home, make)) for name, make in made.known().items()]


def _draw(view: View, name: str, home: str, make: Callable[[], Section]) -> None:
    if name == "near":
        names = view.figures.names
        choices.visible(HOME, home, _likely_home(view), st.selectbox, view.t("Our museum is in"),
                        options=list(names), format_func=lambda code: names[code])  # fmt: skip
    components.section(view.once(f"bubble_{name}", make, home, dt.date.today()), view.t, name)

"""First use: from the example to one's own museum in three steps, with a guess before the answer is shown."""

from __future__ import annotations

import streamlit as st

from regional.bubble.bubble import home_of
from regional.ui import components, storage
from regional.ui.partners import reading, upload
from regional.ui.region import home
from regional.ui.view import View

WELCOME, GUESS = "welcome", "guess_own_municipality"
KEPT_GUESS, KEPT_PLACE = "guess_kept", "guess_place"
"""Session keys: what was guessed, and where the museum stands, for when the list is read in."""
OUT_OF = 10


def begin(view: View) -> None:
    """Offer to begin, where the example is on screen because there is no list yet."""
    st.button(view.t("Start with your own museum"), key="welcome_begin", type="primary", on_click=_set, args=(True,))


def is_open(view: View) -> bool:
    """Tell whether a visitor is on the way to a list of its own."""
    return bool(st.session_state.get(WELCOME)) and view.portfolio.fictitious


def steps(view: View) -> None:
    """Draw the steps: for whom, the guess, the list; and the way back to the example."""
    t = view.t
    _path(view, 1)
    home.pick(view)
    st.session_state[KEPT_PLACE] = st.session_state.get(home.PLACE)
    st.session_state[KEPT_GUESS] = st.segmented_control(
        t("Guess first: of every 10 partners, how many are based in your own municipality?"), range(OUT_OF + 1),
        key=GUESS, format_func=t.number, persist_state="session",
    )  # fmt: skip
    st.markdown("### " + t("Your list"))
    upload.upload(view)
    reading.panel(t)
    st.button(t("Back to the example"), key="welcome_back", on_click=_set, args=(False,))


def check(view: View) -> None:
    """After the first list: the guess beside the answer, and whether what was read is right."""
    t, guess = view.t, st.session_state.get(KEPT_GUESS)
    if view.portfolio.fictitious or not st.session_state.get(WELCOME):
        return
    _path(view, 3)
    town, place = _home(view)
    frame = view.portfolio.frame
    active = frame[frame["status"] == "active"]
    here, n = int((active["municipality"] == town).sum()), len(active)
    if guess is not None and n:
        components.sentences([
            t("You guessed {guess} of every 10 in {place}. It is {tenth} of every 10: {here} of {n}.",
              guess=t.number(guess), place=place, tenth=t.number(OUT_OF * here / n), here=t.number(here),
              n=t.number(n)),
        ])  # fmt: skip
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(t("This is right"), key="welcome_right", type="primary", on_click=_set, args=(False,))
        st.page_link("pages/onze_partners.py", label=t("Look at what was read"), icon=":material/arrow_forward:")


def _path(view: View, at: int) -> None:
    t = view.t
    names = (t("Whom do you serve?"), t("Your list"), t("Is this right?"))
    # A number with a full stop would begin a list.
    shown = [f"{i}\\. {components.escape_markdown(name)}" for i, name in enumerate(names, 1)]
    here = (1, 2) if at == 1 else (at,)
    st.markdown(" → ".join(f"**{one}**" if i in here else one for i, one in enumerate(shown, 1)))


def _home(view: View) -> tuple[str, str]:
    """Return the code and name of the museum's own municipality."""
    own = storage.workspace().museum().municipality if storage.has_workspace() else ""
    town = own or st.session_state.get(KEPT_PLACE) or home_of(view.region.home, view.region.codes, view.figures)
    return town, view.figures.names[town]


def _set(is_on: bool) -> None:
    st.session_state[WELCOME] = is_on

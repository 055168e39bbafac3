"""Two things to do together: guess the region first, and the checklist for a new partnership."""

from __future__ import annotations

import datetime as dt
from functools import partial

import pandas as pd
import streamlit as st

from regional.bubble.bubble import Bubble
from regional.cbs.figures import Composition
from regional.dimensions import category_label, dimension
from regional.mirror.result import DimensionResult
from regional.texts import N_, Texts
from regional.ui import access, components, storage
from regional.ui.view import View

PLAYED = "lineup_theme"
"""Session key of the theme that is played."""
NOT_KEPT = N_("Your guess stays in this window and is kept nowhere.")
THEMES = ("age", "education", "income")
STEP = 5
REVEALED = "bubble_guess_shown"
TICKED, RULE = "bubble_checklist", "rule:"
"""Key of a box; what a kept tick of a rule begins with."""
RULES = (
    N_("We first say what we are missing, and only then whom we know."),
    N_("We look beyond our own network: an open call, or a name from somebody who is not like us."),
    N_("We speak with at least one organisation that we have never worked with."),
    N_("We ask what the partnership brings the other, and who decides."),
    N_("Work is paid for, also that of volunteers' organisations and experts by experience."),
    N_("We say what we stand for, and ask where the other stands. Different may be good."),
    N_("We agree when to look back, and what would make us stop."),
    N_("We write down how we found each other."),
)


def draw(view: View, seen: Bubble, played: list[DimensionResult]) -> None:
    """Draw what one does together: the session, the guess, and what to hold a new partnership against."""
    session(view, seen, played)
    components.on_request(view.t("Guess first: who lives in our region?"), "guess", lambda: guess(view))
    checklist(view)


def session(view: View, seen: Bubble, played: list[DimensionResult]) -> None:
    """Offer the session on paper, with the theme that is played on screen."""
    t = view.t
    st.markdown("## " + t("A session of 90 minutes"))
    st.markdown(t("Guess, look at the pictures, hear what stands out, and agree on one thing. Nobody has to lead it."))
    # Asked here: a file is made after the page, when the museum's workspace is out of reach.
    museum = storage.workspace().museum().name if storage.has_workspace() else ""
    st.download_button(
        t("Download the session (PDF, two pages)"), partial(_session_pdf, view, seen, playing(played), museum),
        f"{t('session')}.pdf", "application/pdf", key="session_pdf", on_click="ignore", type="primary",
        icon=":material/picture_as_pdf:",
    )  # fmt: skip


def _session_pdf(view: View, seen: Bubble, played: DimensionResult | None, museum: str) -> bytes:
    from regional.report.session import session_pdf

    home = view.figures.names[seen.near.home]
    return session_pdf(seen, view.mirror(weight="count"), view.profile, home, played, view.t, museum=museum,
                       made=dt.date.today())  # fmt: skip


def playing(results: list[DimensionResult]) -> DimensionResult | None:
    """Return the theme that the visitor plays, the first where none was chosen; None where none can be played."""
    by_id = {result.id: result for result in results}
    return by_id.get(st.session_state.get(PLAYED) or "", next(iter(results), None))


def guess(view: View) -> None:
    """Let the visitors guess the region's make-up before they see it; what they guess stays in this window."""
    t = view.t
    themes = [theme for theme in THEMES if theme in view.profile.compositions]
    theme = st.segmented_control(t("Theme"), themes, default=themes[0], key="guess_theme", required=True,
                                 persist_state="session",
                                 format_func=lambda code: t(dimension(code).label))  # fmt: skip
    _guess(view, view.profile.compositions[theme or themes[0]])


def _guess(view: View, composition: Composition) -> None:
    t, name = view.t, composition.dimension
    st.markdown(t("Of every 100 inhabitants, how many are in each group? Guess together, then look."))
    groups = [group for group, count in composition.counts.items() if count > 0]
    even = round(100 / len(groups) / STEP) * STEP
    guesses = {
        group: st.slider(_label(name, group, t), 0, 100, even, STEP, key=f"guess_{name}_{group}",
                         persist_state="session")
        for group in groups
    }  # fmt: skip
    total = sum(guesses.values())
    st.caption(t("Together: {total} of 100.", total=t.number(total)))
    shown = f"{REVEALED}_{name}"
    if st.button(t("Show the figures"), key=f"guess_show_{name}", disabled=total == 0):
        st.session_state[shown] = True
    if st.session_state.get(shown) and total:
        _compare(view, composition, {group: guessed / total for group, guessed in guesses.items()})


def _compare(view: View, composition: Composition, guesses: dict[str, float]) -> None:
    t, shares = view.t, composition.shares
    missed = {group: guesses[group] - shares[group] for group in guesses}
    most = max(missed, key=lambda group: abs(missed[group]))
    label = _label(composition.dimension, most, t)
    text = TOO_MANY if missed[most] > 0 else TOO_FEW
    st.markdown(
        "**" + components.escape_markdown(t(text, group=label, points=t.number(abs(missed[most]) * 100))) + "**"
    )
    components.table(
        pd.DataFrame(
            {
                t("Group"): _label(composition.dimension, group, t),
                t("Your guess"): t.percent(guess),
                t("The region"): t.percent(shares[group]),
                t("Difference"): t.points(missed[group]),
            }
            for group, guess in guesses.items()
        )
    )
    st.caption(t(NOT_KEPT))


TOO_MANY = N_("You were furthest off at “{group}”: {points} points too many.")
TOO_FEW = N_("You were furthest off at “{group}”: {points} points too few.")


def _label(dimension_id: str, group: str, t: Texts) -> str:
    return t(category_label(dimension_id, group))


def checklist(view: View) -> None:
    """Draw the rules to hold a new partnership against; ticks are for the conversation of the day."""
    t = view.t
    st.markdown("## " + t("How we enter into a partnership"))
    st.markdown(t("Check the next partnership against this list before you say yes."))
    ticks = storage.workspace().steps.list() if storage.has_workspace() else ()
    kept = {tick.step for tick in ticks if tick.done_on}
    done = [_tick(i, f"{RULE}{i}" in kept, t) for i in range(len(RULES))]
    st.caption(t("{n} of {total} apply.", n=t.number(sum(done)), total=t.number(len(RULES))))
    st.caption(storage.where_kept(t))


def _tick(rule: int, kept: bool, t: Texts) -> bool:
    ticked = st.checkbox(t(RULES[rule]), kept, key=f"{TICKED}_{rule}", **access.locked(t))
    if ticked != kept:
        today = dt.date.today() if ticked else None
        storage.keep_one(storage.workspace().steps, {"step": f"{RULE}{rule}"}, done_on=today)
    return bool(ticked)

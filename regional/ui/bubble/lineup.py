"""Herkent u ons museum?: the pictures, the guess, and what it says. No score, and the guess is kept nowhere."""

from __future__ import annotations

import streamlit as st

from regional.bubble.lineup import IN_ROW, Lineup, line_up
from regional.charts.lineup import letter, lineup_table, small_pictures
from regional.mirror.result import DimensionResult
from regional.sentences.lineup import lineup_answer, lineup_question
from regional.sentences.words import dimension_name
from regional.texts import Texts
from regional.ui import components
from regional.ui.bubble.exercise import NOT_KEPT, PLAYED, playing
from regional.ui.view import View

GUESSES = "lineup_guesses"
"""Session key: per line-up the place that was pointed out, NOBODY for who could not tell."""
NOBODY = -1


def draw(view: View, results: list[DimensionResult]) -> None:
    """Let the visitor point out our museum among ``results``, the themes that can be played."""
    t, result = view.t, _choose(view, results)
    found = line_up(result, view.settings.seed)
    guess = _guesses().get(_name(found))
    if guess is None:
        components.sentences([lineup_question(found, t)])
    else:
        _answer(found, guess, result, t)
    _pictures(view, found, result, is_told=guess is not None)
    if guess is None:
        st.button(t("I cannot tell"), key="lineup_nobody", type="primary", on_click=_guess, args=(found, NOBODY))
    components.on_request(t("As a table"), "lineup_table", lambda: _table(found, result, t, is_told=guess is not None))
    st.caption(t(NOT_KEPT))


def is_to_guess(view: View, results: list[DimensionResult]) -> bool:
    """Tell whether there is a line-up on screen at which nobody guessed yet."""
    result = playing(results)
    return result is not None and _name(line_up(result, view.settings.seed)) not in _guesses()


def _choose(view: View, results: list[DimensionResult]) -> DimensionResult:
    """Draw the choice of a theme where there is more than one, and return it."""
    by_id = {result.id: result for result in results}
    if len(results) > 1:
        st.pills(view.t("Theme"), list(by_id), default=results[0].id, key=PLAYED, required=True,
                 persist_state="session", format_func=lambda code: dimension_name(by_id[code], view.t))  # fmt: skip
    return playing(results) or results[0]


def _pictures(view: View, found: Lineup, result: DimensionResult, *, is_told: bool) -> None:
    t = view.t
    drawn = view.once("lineup", lambda: small_pictures(found, result, t), _name(found))
    for number, row in enumerate(found.rows):
        # A phone shows the row that ours is in.
        shown = "here" if found.ours in row else "wide"
        with st.container(key=f"lineup_{shown}_{number}"):
            for column, at in zip(st.columns(IN_ROW, gap="medium"), row, strict=True):
                with column:
                    components.shapes(drawn[at], _letter(at, t))
                    if is_told:
                        st.markdown(_whose(found, at, t))
                    else:
                        _button(found, at, "picture", t)


def _letter(at: int, t: Texts) -> str:
    return t("Picture {letter}", letter=letter(at))


def _whose(found: Lineup, at: int, t: Texts) -> str:
    if at == found.ours:
        return f"**{t('{letter}: our museum', letter=letter(at))}**"
    return t("{letter}: drawn blindly", letter=letter(at))


def _button(found: Lineup, at: int, where: str, t: Texts) -> None:
    st.button(_letter(at, t), key=f"lineup_{where}_{at}", on_click=_guess, args=(found, at))


def _table(found: Lineup, result: DimensionResult, t: Texts, *, is_told: bool) -> None:
    """The figures of all pictures, for who does not see them: with a button each as long as nobody guessed."""
    components.table(lineup_table(found, result, t))
    if is_told:
        return
    with st.container(horizontal=True):
        for at in range(len(found.pictures)):
            _button(found, at, "row", t)


def _answer(found: Lineup, guess: int, result: DimensionResult, t: Texts) -> None:
    pointed = None if guess == NOBODY else guess
    st.markdown(f"**{t('Our museum is picture {letter}.', letter=letter(found.ours))}**")
    components.sentences(lineup_answer(found, pointed, result, t))


def _guesses() -> dict[str, int]:
    found: dict[str, int] = st.session_state.setdefault(GUESSES, {})
    return found


def _guess(found: Lineup, at: int) -> None:
    _guesses()[_name(found)] = at


def _name(found: Lineup) -> str:
    """Return what tells this line-up from any other, for the guess and for what was drawn."""
    return f"{found.dimension} {found.pictures}"

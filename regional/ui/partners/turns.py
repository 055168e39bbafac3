"""Whose turn it is among all that a list leaves open: a few at once, the rest later, and what was passed over last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from regional.texts import Texts
from regional.ui.region import home

AT_ONCE = 5
"""Questions that stand on the page at once, the one about the region included."""
LATER = "list_later"
"""Session key of the questions that were passed over, each with its turn: they come after the others."""


def in_turn(keys: Iterable[str]) -> list[str]:
    """Return the keys of all that is asked: what was passed over comes last, the longest ago first."""
    later = _passed_over()
    return sorted(keys, key=lambda key: later.get(key, 0))


def first_of(keys: Sequence[str]) -> list[str]:
    """Return what stands on the page now, with the question about the region where that is open."""
    return list(keys[: AT_ONCE - home.is_open()])


def pass_over(keys: Iterable[str]) -> None:
    """Let these wait for the others."""
    later = _passed_over()
    turn = max(later.values(), default=0) + 1
    st.session_state[LATER] = {**later, **dict.fromkeys(keys, turn)}


def later_label(left: int, t: Texts) -> str:
    """Return what the button that passes over says: how many come after these."""
    return t.plural("Not now: {n} more question follows", "Not now: {n} more questions follow", left)


def _passed_over() -> dict[str, int]:
    found: dict[str, int] = st.session_state.get(LATER, {})
    return found

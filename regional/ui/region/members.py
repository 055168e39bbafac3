"""The table beside the map: every municipality with a tick for those in the region, for who works by keyboard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import streamlit as st

from regional.geo.regions import distance_km, spec_of
from regional.ui.region.map import map_scene
from regional.ui.view import View, load_figures, set_region

if TYPE_CHECKING:
    import pandas as pd

BASE = "members_base"
"""In the session, of the table on screen: its number, rows of codes, those ticked at first, the spec since."""
TICK = "in"
HEIGHT = 420


def table(view: View) -> None:
    """Draw the table. It stays the same table while ticks change, so that the keyboard's place in it is kept."""
    t = view.t
    number, rows, ticked, last = st.session_state.get(BASE, (0, (), (), ""))
    if view.region.spec != last:
        number, rows, ticked = number + 1, in_order(view), tuple(view.region.codes)
        st.session_state[BASE] = (number, rows, ticked, view.region.spec)
    st.data_editor(
        _frame(view, rows, ticked), key=_key(number), hide_index=True, height=HEIGHT, on_change=_changed,
        disabled=["name", "partners"], alt=t("Municipalities, with a tick for those in the region"),
        column_config={
            TICK: st.column_config.CheckboxColumn(t("In"), width=42, help=t("In the region")),
            "name": st.column_config.TextColumn(t("Municipality"), width=138),
            "partners": st.column_config.NumberColumn(t("Partners"), width=62),
        },
    )  # fmt: skip


def in_order(view: View) -> tuple[str, ...]:
    """Return all municipalities: those of the region by size, then the others, the nearest first."""
    towns = view.figures.municipalities
    inside = towns.loc[list(view.region.codes), "inhabitants"].sort_values(ascending=False).index.tolist()
    near = distance_km(view.figures, view.region.home or inside[0]).sort_values().index
    return (*inside, *(code for code in near if code not in set(inside)))


def _frame(view: View, rows: Sequence[str], ticked: Sequence[str]) -> pd.DataFrame:
    import pandas as pd

    towns, partners, inside = view.figures.municipalities.loc[list(rows)], dict.fromkeys(rows, 0), set(ticked)
    for dot in map_scene(view).dots:
        partners[dot.code] += dot.n
    return pd.DataFrame({
        TICK: [code in inside for code in rows],
        "name": towns["name"].tolist(),
        "partners": list(partners.values()),
    })  # fmt: skip


def _key(number: int) -> str:
    return f"members_{number}"


def _changed() -> None:
    """Make the ticked municipalities the region; the last one cannot be taken out, and its tick comes back."""
    number, rows, ticked, _ = st.session_state[BASE]
    codes = ticked_codes(rows, ticked, st.session_state[_key(number)].get("edited_rows", {}))
    if not codes:
        st.session_state[BASE] = (number, rows, ticked, "")
        return
    spec = spec_of(codes, load_figures())
    st.session_state[BASE] = (number, rows, ticked, spec)
    set_region(spec)


def ticked_codes(rows: Sequence[str], ticked: Sequence[str], edited: Mapping[Any, Mapping[str, Any]]) -> list[str]:
    """Return the codes with a tick: ``ticked`` at first, changed by the editor's rows."""
    now = {code: code in set(ticked) for code in rows}
    for row, cells in edited.items():
        if TICK in cells:
            now[rows[int(row)]] = bool(cells[TICK])
    return [code for code, is_in in now.items() if is_in]

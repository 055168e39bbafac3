"""The choices that every page shares, kept in the address so that a copied link shows the same.

Streamlit writes a select box's *label* into the address, which would tie a link to one language. So each
choice is a hidden text field bound to the address, holding a stable code; the visible widget copies into it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

import streamlit as st

from regional.mirror.settings import Kind, Settings, SharesOf, Weight
from regional.texts import LANGUAGES, N_, Texts, texts
from regional.texts.catalogue import Language

WEIGHTS = {"count": N_("Number of partners"), "money_in": N_("Money in"), "money_out": N_("Money out")}
KINDS = {
    "all": N_("All partners"),
    "funder": N_("Funders"),
    "content": N_("Content partners"),
    "supplier": N_("Suppliers"),
}
BASES = {
    "main": N_("For whom partners mainly work"),
    "audience": N_("Percentages of their audience"),
    "team": N_("Percentages of their team"),
}
LANGUAGE_NAMES = {"nl": "Nederlands", "en": "English"}
HIDDEN = "bound_choices"


def go_to(page: st.Page | str) -> None:
    """Open another page with the choices of this one.

    Streamlit itself would first clear the address, and refuses where it holds a choice.
    """
    st.switch_page(page, query_params={})


def bound(key: str, allowed: Sequence[str] | None = None) -> str:
    """Return the code that the address holds for ``key``, "" for the default or a code that does not exist."""
    with st.container(key=f"{HIDDEN}_{key}"):
        raw = st.text_input(key, key=key, bind="query-params", label_visibility="collapsed")
    code = (raw or "").strip()
    return code if allowed is None or code in allowed else ""


def set_choice(key: str, code: str, default: str = "") -> None:
    """Change a shared choice from a callback; the default is left out of the address."""
    st.session_state[key] = "" if code == default else code


def visible(key: str, value: str, default: str, widget: Callable[..., Any], label: str, **options: Any) -> None:  # noqa: ANN401
    """Draw the visible widget of a shared choice; picking copies the code into the address."""
    pick = f"{key}_pick"
    st.session_state[pick] = value
    widget(label, key=pick, on_change=_copy, args=(key, pick, default), **options)


def _copy(key: str, pick: str, default: str) -> None:
    set_choice(key, st.session_state.get(pick) or default, default)


def language_choice(box: Any) -> Language:  # noqa: ANN401
    """Draw the language switch in ``box`` and return the language."""
    with box:
        language = cast(Language, bound("taal", LANGUAGES) or "nl")
        t = texts(language)
        visible("taal", language, "nl", st.segmented_control, t("Language"), options=list(LANGUAGES),
                format_func=lambda code: LANGUAGE_NAMES[code], required=True)  # fmt: skip
    return language


def mirror_choices(box: Any, t: Texts) -> Settings:  # noqa: ANN401
    """Draw what the mirror counts, in ``box``, and return it as Settings."""
    with box:
        weight = cast(Weight, bound("weight", list(WEIGHTS)) or "count")
        kind = cast(Kind, bound("kind", list(KINDS)) or "all")
        basis = bound("basis", list(BASES)) or "main"
        without = bound("zonder", ("1",)) == "1"
        origin = bound("herkomst", ("1",)) == "1"
        _select("kind", kind, "all", KINDS, t("Which partners"), t)
        _select("weight", weight, "count", WEIGHTS, t("Counted by"), t)
        with st.expander(t("More choices")):
            _select("basis", basis, "main", BASES, t("Themes about people look at"), t)
            _switch("zonder", without, t("Leave out the main funder"))
            _switch("herkomst", origin, t("Also show origin"), t(ORIGIN_HELP))
    extra = ("origin", "birth_origin") if origin else ()
    about: SharesOf = "team" if basis == "team" else "audience"
    return Settings(
        weight=weight, kind=kind, shares=basis != "main", shares_of=about,
        without_main_funder=without, extra_dimensions=extra,
    )  # fmt: skip


ORIGIN_HELP = N_(
    "Origin is off unless you want it: it touches on sensitive data. "
    "Partners are never asked for it; it counts only where a partner has an official result already."
)


def _select(key: str, value: str, default: str, names: dict[str, str], label: str, t: Texts) -> None:
    visible(key, value, default, st.selectbox, label, options=list(names), format_func=lambda code: t(names[code]))


def _switch(key: str, on: bool, label: str, tip: str | None = None) -> None:
    pick = f"{key}_pick"
    st.session_state[pick] = on
    st.toggle(label, key=pick, help=tip, on_change=lambda: set_choice(key, "1" if st.session_state[pick] else ""))

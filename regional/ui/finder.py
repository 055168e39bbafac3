"""The one box in which a region is found: by its name in any spelling, a place in it, or a distance around one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from regional.geo.naming import area_label
from regional.geo.regions import AROUND_KM, Region, parse_region, region_options
from regional.texts import Message, Texts
from regional.ui import choices, storage
from regional.ui.markdown import escape_markdown
from regional.ui.memo import by_key

if TYPE_CHECKING:
    from regional.cbs.figures import Figures

ASKED = "region_asked"


class RegionLabels(dict[str, str]):
    """The names of regions by their spec; what was typed is its own name. Asked 400 times a rerun."""

    def __missing__(self, spec: str) -> str:
        return spec


def box(region: Region, figures: Figures, t: Texts, key: str) -> None:
    """Draw the box, and below it what to choose between where the text that was typed in it leaves a choice."""
    labels = _labels((region.spec, figures.digest, t.language), region, figures, t)
    st.session_state[key] = region.spec
    st.selectbox(
        t("Region"), list(labels), key=key, format_func=labels.__getitem__, on_change=_picked,
        args=(key, figures), accept_new_options=True, filter_mode="contains", placeholder=t("Type a name"),
        help=t("Type a municipality, a place, a province or a region, or “25 km around Heerlen”, and press Enter."),
    )  # fmt: skip
    _question(figures, t, key)


@by_key(64)
def _labels(key: tuple[str, str, str], _region: Region, _figures: Figures, _t: Texts) -> RegionLabels:
    labels = _options(key[1:], _figures, _t)
    centre = _region.home or (_region.codes[0] if len(_region.codes) == 1 else "")
    circles = [parse_region(f"{centre}~{km}km", _figures) for km in AROUND_KM] if centre else []
    shown = _region if _region.spec not in labels else None
    return RegionLabels({r.spec: _t(r.name) for r in filter(None, (shown, *circles))} | labels)


@by_key(8)
def _options(key: tuple[str, str], _figures: Figures, _t: Texts) -> dict[str, str]:
    return {spec: _t(label) for spec, label in region_options(_figures)}


def _picked(key: str, figures: Figures) -> None:
    """Take the region that was picked or typed, where it is sure; else keep what to ask."""
    from regional.partners.places.regions import find_regions

    typed = str(st.session_state.get(key) or "")
    found = find_regions(typed, figures)
    st.session_state.pop(ASKED, None)
    if not found.is_sure:
        st.session_state[ASKED] = (key, typed, found.specs)
        return
    _take(found.specs[0])
    if found.place:
        name = parse_region(found.specs[0], figures).name
        storage.flash(Message.of("{place} lies in {municipality}.", place=found.place, municipality=name))


def _take(spec: str) -> None:
    st.session_state.pop(ASKED, None)
    choices.set_choice("region", spec, storage.default_region())


def _question(figures: Figures, t: Texts, key: str) -> None:
    """Ask which region was meant, or say that nothing was found and how to write it."""
    asked = st.session_state.get(ASKED)
    if not asked or asked[0] != key:
        return
    _, typed, specs = asked
    shown = escape_markdown(typed[:60])
    if not specs:
        st.warning(t("We found no region for “{text}”. Write the name of a municipality, a province or a place in the "
                     "Netherlands, or a distance such as “25 km around Heerlen”.", text=shown))  # fmt: skip
        return
    st.markdown(t("Which one is “{text}”?", text=shown))
    for spec in specs:
        label = t(area_label(spec, parse_region(spec, figures).name))
        st.button(escape_markdown(label), key=f"{key}_{spec}", on_click=_take, args=(spec,), width="stretch")

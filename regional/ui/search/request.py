"""What to search for among possible partners, the search beside the page, and a button that stops it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from regional.dimensions import REACH_GROUPS, dimension
from regional.search.model import Bounds, SearchError, SearchSettings
from regional.texts import N_, Texts
from regional.ui import components, drafts, storage, uploads
from regional.ui.partners import hand
from regional.ui.search import advice as search_advice
from regional.ui.search import scenario
from regional.ui.view import View

if TYPE_CHECKING:
    from regional.partners.imported import ImportResult
    from regional.partners.portfolio import Portfolio
    from regional.search.background import Handle

FILE, CANDIDATES, JOB = "advice_file", "advice_candidates", "advice_job"
FIELDS = drafts.HeldFields("search")
MOST_CHOSEN, SECONDS, HEAVY = 10, 30.0, 3
INTRO = N_(
    "You have possible partners. Which of them, together, bring us closest to the region? All "
    "combinations are compared, not one partner at a time."
)
DISTANCE = N_(
    "The distance to the region is the share of our partners that would have to be different for us "
    "to be just like the region, over the themes that count; 0% is just like it. What we do not know "
    "about a partner neither helps nor hurts."
)
NOBODY = N_(
    "There are no possible partners in your list yet: give them the status mogelijk, or read in a list of their own."
)


STARTING = N_("Starting")
STEPS = {
    "best": N_("Comparing all sets"),
    "alternatives": N_("Looking for sets that are nearly as good"),
    "marginal": N_("Looking at what each partner adds"),
    "curve": N_("Looking at fewer and more partners"),
}


@dataclass
class SearchJob:
    """A search of this visitor, and the question that it answers."""

    handle: Handle
    asked: tuple[str, ...]


def best(view: View) -> None:
    """Draw the choices, the search and its answer."""
    t = view.t
    components.sentences([t(INTRO), t(DISTANCE)])
    candidates = _own_file(view)
    names = _names(view, candidates) if candidates else view.once("candidates", lambda: _names(view, None))
    if not names:
        st.info(t(NOBODY))
        return
    _search(view, candidates, _settings(view, names))


def _own_file(view: View) -> Portfolio | None:
    """Return the candidates of a file of their own, None for those of the list."""
    t = view.t
    with st.expander(t("Possible partners from another list")):
        st.file_uploader(t("A list of possible partners (CSV or XLSX)"), type=["csv", "xlsx", "txt"], key=FILE,
                         on_change=_read_file, **uploads.limits(t))  # fmt: skip
    read = _candidates()
    if read is None:
        return None
    with st.container(horizontal=True, vertical_alignment="center"):
        told = t.plural("{name}: {n} possible partner. It does not go into your own list.",
                        "{name}: {n} possible partners. They do not go into your own list.", read.kept,
                        name=read.portfolio.name)  # fmt: skip
        st.caption(components.escape_markdown(told))
        st.button(t("Take it away"), key="advice_file_away", on_click=_take_file_away)
    return read.portfolio if read.kept else None


def _read_file() -> None:
    from regional.partners.read import read_partners

    file = st.session_state.get(FILE)
    _hold_candidates(read_partners(file.getvalue(), file.name) if file else None)


def _candidates() -> ImportResult | None:
    """Return what was read of the file, which is held as a draft."""
    if CANDIDATES not in st.session_state:
        st.session_state[CANDIDATES] = hand.taken_up(FIELDS.get(CANDIDATES, {}))
    read: ImportResult | None = st.session_state[CANDIDATES]
    return read


def _hold_candidates(read: ImportResult | None) -> None:
    FIELDS.put(CANDIDATES, hand.laid_down(read) if read else {}, {})
    st.session_state[CANDIDATES] = read


def _take_file_away() -> None:
    storage.offer_back(partial(_hold_candidates, _candidates()))
    _hold_candidates(None)


def _names(view: View, candidates: Portfolio | None) -> list[str]:
    frame = (candidates or view.portfolio).frame
    keep = frame["status"] != "ended" if candidates else frame["status"] == "possible"
    return sorted(set(frame.loc[keep, "name"].astype(str)))


def _settings(view: View, names: list[str]) -> SearchSettings:
    t = view.t
    most = min(MOST_CHOSEN, len(names))
    k = _how_many(most, t)
    with st.expander(t("What counts most")):
        weights = _weights(view)
        reach = _reach(view)
    with st.expander(t("Wishes and limits")):
        must = FIELDS.draw(st.multiselect, t("Must be in it"), key="advice_must", start=[], options=names,
                           placeholder=t("Choose partners"))  # fmt: skip
        rest = [name for name in names if name not in must]
        never = FIELDS.draw(st.multiselect, t("Must not be in it"), key="advice_not", start=[], options=rest,
                            placeholder=t("Choose partners"))  # fmt: skip
        budget = FIELDS.draw(st.number_input, t("Budget, euros a year (empty: no limit)"), key="advice_budget",
                             min_value=0.0, value=None, step=1000.0, placeholder=t("No limit"))  # fmt: skip
        kinds = _bounds("kind", {c.id: t(c.label) for c in dimension("kind").categories}, k, view)
        places = _bounds("municipality", _places(view), k, view)
        sectors = _bounds("sector", {c.id: t(c.label) for c in dimension("sector").categories}, k, view)
    return SearchSettings(
        weight=view.settings.weight, k=k, dimensions=weights, reach_groups=tuple(reach), must_have=tuple(must),
        must_not=tuple(never), kinds=kinds, municipalities=places, sectors=sectors, budget=budget,
        curve=most, time_limit=SECONDS,
    )  # fmt: skip


def _how_many(most: int, t: Texts) -> int:
    if most <= 1:
        return 1
    label = t("How many new partners")
    return int(FIELDS.draw(st.slider, label, key="advice_k", start=min(3, most), min_value=1, max_value=most))


def _weights(view: View) -> dict[str, float]:
    """Let the visitor weigh the themes; 0 leaves one out, context only counts when chosen."""
    t = view.t
    st.caption(t("0 does not count, 3 counts three times as much as 1."))
    themes = [r for r in view.mirror().dimensions if (r.role == "mirror" or r.id == "sector") and len(r.groups) > 1]
    return {
        r.id: float(FIELDS.draw(st.slider, t(dimension(r.id).label), key=f"advice_w_{r.id}",
                                start=int(r.role == "mirror"), min_value=0, max_value=HEAVY))
        for r in themes
    }  # fmt: skip


def _reach(view: View) -> list[str]:
    t = view.t
    labels = {category.id: t(category.label) for _, category in REACH_GROUPS}
    chosen: list[str] = FIELDS.draw(
        st.multiselect, t("Groups that at least two partners should reach"), key="advice_reach", start=[],
        options=list(labels), format_func=lambda code: labels[code], placeholder=t("Choose groups"),
    )  # fmt: skip
    return chosen


def _bounds(kind: str, names: dict[str, str], k: int, view: View) -> Bounds:
    """Let the visitor bound how many of the chosen may be of some kind, municipality or sector."""
    t = view.t
    titles = {"kind": t("Limits by kind"), "municipality": t("Limits by municipality"), "sector": t("Limits by sector")}
    chosen = FIELDS.draw(st.multiselect, titles[kind], key=f"advice_{kind}", start=[], options=list(names),
                         format_func=lambda code: names[code], placeholder=t("No limit"))  # fmt: skip
    bounds: Bounds = {}
    for code in chosen:
        label = components.escape_markdown(t("{name}: at least and at most", name=names[code]))
        low, high = FIELDS.draw(st.slider, label, key=f"advice_{kind}_{code}_{k}", start=(0, k), min_value=0,
                                max_value=k)  # fmt: skip
        bounds[code] = (low, high)
    return bounds


def _places(view: View) -> dict[str, str]:
    return {code: view.figures.names[code] for code in view.region.codes}


def _search(view: View, candidates: Portfolio | None, settings: SearchSettings) -> None:
    """Draw the button, the search under way, or its answer; an answer to another question is told to be so."""
    t = view.t
    asked = (view.portfolio.digest, candidates.digest if candidates else "", view.profile.digest,
             view.settings.model_dump_json(), settings.model_dump_json())  # fmt: skip
    job: SearchJob | None = st.session_state.get(JOB)
    running = job is not None and not job.handle.ended
    if st.button(t("Find the best combination"), type="primary", icon=":material/search:", disabled=running):
        job = _begin(view, candidates, settings, asked)
    if job is None:
        return
    if not job.handle.ended:
        _watch(view)
    elif job.handle.error:
        st.error(t("The search came to nothing. Try again with fewer partners or wishes."))
    elif job.asked != asked:
        st.info(t("You changed something since the last search. Search again for an answer to this question."))
    else:
        advice = job.handle.result(0)
        if advice is not None:
            search_advice.answer(view, advice, with_money=settings.weight != "count" or settings.budget is not None)
            if advice.chosen and candidates is None:
                st.button(
                    t("Try this combination under What if?"), on_click=_try, args=(advice.chosen, t), key="advice_try"
                )


def _try(chosen: tuple[str, ...], t: Texts) -> None:
    st.session_state[scenario.ADDED] = list(chosen)
    components.open_part(t, scenario.PARTS, t("What if?"))


def _begin(
    view: View, candidates: Portfolio | None, settings: SearchSettings, asked: tuple[str, ...]
) -> SearchJob | None:
    """Start the search; None, told, where it cannot be started."""
    from regional.search.background import start
    from regional.search.build import build

    try:
        problem = build(view.portfolio, candidates, view.profile, settings, view.settings)
    except SearchError as error:
        st.session_state.pop(JOB, None)
        st.warning(components.escape_markdown(view.t(error.message)))
        return None
    job = SearchJob(start(problem), asked)
    st.session_state[JOB] = job
    return job


@st.fragment(run_every=0.5)
def _watch(view: View) -> None:
    """How far the search is, the best so far, and a button that stops it and keeps that."""
    t, job = view.t, st.session_state.get(JOB)
    if job is None or not job.handle.poll():
        st.rerun()
    latest = job.handle.latest
    st.progress(min(max(float(latest.get("done", 0.0)), 0.0), 1.0), text=t(STEPS.get(latest.get("step", ""), STARTING)))
    if latest.get("chosen") and latest.get("objective") is not None:
        names = components.escape_markdown(t.listed(list(latest["chosen"])))
        st.caption(t("Best so far: {names} (distance {left})", names=names, left=t.percent(latest["objective"], 1)))
    st.button(t("Stop and keep the best so far"), key="advice_stop", on_click=job.handle.stop)

"""Stel dat: partners added and amounts changed, the mirror before and after, scenarios kept by name."""

from __future__ import annotations

from collections.abc import MutableMapping
from functools import partial

import streamlit as st

from regional.charts.picture import picture
from regional.dimensions import REACH_GROUPS, dimension
from regional.mirror.result import Mirror
from regional.mirror.settings import Settings
from regional.search.whatif import Comparison, Supposition, what_if
from regional.search.whatif_words import actions, change_sentences, headline
from regional.texts import N_, Message
from regional.ui import access, components, drafts, storage
from regional.ui.search.scenario_storage import StoredScenario
from regional.ui.view import View
from regional.workspace.records import Action

OWN = "search_own"
"""What is held of the partners that the visitor described."""
FIELDS = drafts.HeldFields("scenario")
PARTS = "search"
"""Key of the parts of the page."""
ADDED, NAME = "suppose_added", "suppose_name"
INTRO = N_("Try out new partners or other amounts, and see what that does to the mirror. Your list "
           "does not change.")  # fmt: skip
NEW = N_("New partner in {place}")


def scenarios(view: View) -> MutableMapping[str, Supposition]:
    """Return the scenarios that were kept, by name."""
    return StoredScenario(view.partner_ids)


def possible(view: View) -> list[str]:
    """Return the names of the possible partners of the list on screen, in its order."""
    return view.once("possible", lambda: _of_status(view, "possible"))


def _of_status(view: View, status: str) -> list[str]:
    frame = view.portfolio.frame
    return list(dict.fromkeys(frame.loc[frame["status"] == status, "name"].astype(str)))


def suppose(view: View) -> None:
    """Draw the choices, what changes, the two mirrors, and the scenarios that were kept."""
    t = view.t
    components.sentences([t(INTRO)])
    scenario = _choose(view)
    if scenario != Supposition():
        compared = compare(view, scenario)
        st.markdown("### " + components.escape_markdown(headline(compared, t)))
        components.bullets(change_sentences(compared, t))
        _side_by_side(view, compared)
        _keep(view, scenario)
    _kept(view)


def compare(view: View, scenario: Supposition) -> Comparison:
    """Return the comparison of a scenario; cached by content."""
    given = (view.portfolio, view.profile, view.settings, scenario.joining, scenario.amounts)
    return view.once("supposed", lambda: what_if(*given), scenario.model_dump_json())


def _choose(view: View) -> Supposition:
    t, names = view.t, possible(view)
    added: list[str] = []
    if names:
        added = FIELDS.draw(st.multiselect, t("These possible partners join"), key=ADDED, start=[], options=names,
                            placeholder=t("Choose partners"))  # fmt: skip
    else:
        st.info(t("Your list holds no possible partners: give them the status mogelijk. Or describe one below."))
    components.on_request(t("Describe a partner that you do not know yet"), "suppose_own", lambda: _describe(view))
    return Supposition(added=tuple(added), own=_own(view), amounts=_amounts(view, added))


def _own(view: View) -> tuple[dict[str, str], ...]:
    """Return the described partners, each with a button to take it back."""
    described = _described()
    for at, one in enumerate(described):
        label = view.t("Remove: {name}", name=one["naam"])
        st.button(components.escape_markdown(label), key=f"suppose_drop_{at}", on_click=_drop, args=(at,))
    return tuple(described)


def _described() -> list[dict[str, str]]:
    return list(FIELDS.get(OWN, []))


def _describe(view: View) -> None:
    t, names = view.t, view.figures.names
    labels = {"": t("Not specified"), **{category.id: t(category.label) for _, category in REACH_GROUPS}}
    place = FIELDS.draw(st.selectbox, t("Municipality"), key="suppose_place", options=list(view.region.codes),
                        format_func=lambda code: names[code])  # fmt: skip
    group = FIELDS.draw(st.selectbox, t("Mainly for"), key="suppose_group", options=list(labels),
                        format_func=lambda code: labels[code])  # fmt: skip
    st.button(t("Add this partner"), on_click=_add, args=(view, str(place), names[place], str(group)))


def _add(view: View, code: str, place: str, group: str) -> None:
    described = _described()
    taken = {one["naam"] for one in described}
    new = view.t(NEW, place=place)
    name = next(name for n in range(1, len(taken) + 2) if (name := f"{new} ({n})") not in taken)
    one = {"naam": name, "gemeente": code, "soort": "inhoudelijk", "vooral_voor": group}
    FIELDS.put(OWN, [*described, one], [])


def _drop(at: int) -> None:
    described = _described()
    storage.offer_back(partial(_bring_back, at, described[at]))
    FIELDS.put(OWN, [*described[:at], *described[at + 1 :]], [])


def _bring_back(at: int, one: dict[str, str]) -> None:
    described = _described()
    FIELDS.put(OWN, [*described[:at], one, *described[at:]], [])


def _amounts(view: View, added: list[str]) -> dict[str, float]:
    t, active = view.t, view.once("active", lambda: _of_status(view, "active"))
    chosen = FIELDS.draw(st.multiselect, t("The amount of these partners changes"), key="suppose_money", start=[],
                         options=list(dict.fromkeys([*added, *active])), placeholder=t("Choose partners"))  # fmt: skip
    frame = view.portfolio.frame
    names = frame["name"].astype(str)
    now = dict(zip(names, frame["amount"].fillna(0.0), strict=True)) if chosen else {}
    ids = dict(zip(names, storage.row_ids(view.portfolio), strict=True)) if chosen else {}
    return {
        name: float(
            FIELDS.draw(
                st.number_input, components.escape_markdown(t("{name}: euros a year", name=name)),
                key=f"suppose_amount_{ids[name]}", start=float(now[name]), min_value=0.0, step=1000.0, format="%.0f",
            )
        )
        for name in chosen
    }  # fmt: skip


def _side_by_side(view: View, compared: Comparison) -> None:
    t = view.t
    shown = [r.id for r in compared.before.dimensions if r.tested]
    if not shown:
        return
    first = next((c.dimension for c in compared.changes if c.dimension in shown), shown[0])
    theme = st.pills(t("Theme"), shown, default=first, required=True, key=f"suppose_theme_{first}",
                     persist_state="session", format_func=lambda code: t(dimension(code).label))  # fmt: skip
    sides = st.columns(2, gap="large")
    for side, heading, mirror, key in zip(
        sides, (t("Now"), t("What if?")), (compared.before, compared.after), ("before", "after"), strict=True
    ):
        with side:
            st.markdown("### " + heading)
            _mirror(view, mirror, str(theme), key)


def _mirror(view: View, mirror: Mirror, theme: str, key: str) -> None:
    settings: Settings = mirror.settings
    composition = view.profile.compositions.get(theme)
    drawn = picture(mirror.dimension(theme), view.t, settings=settings,
                    provenance=composition.provenance if composition else None)  # fmt: skip
    components.drawing(drawn, view.t, f"suppose_{key}_{theme}", level=4, is_narrow=True)


def _keep(view: View, scenario: Supposition) -> None:
    t = view.t
    FIELDS.draw(st.text_input, t("Keep this under a name"), key=NAME, start="", max_chars=80,
                placeholder=t("For example: Young and near"))  # fmt: skip
    access.button(t("Keep"), t, key="suppose_keep", on_click=_keep_named, args=(view, scenario))


def _keep_named(view: View, scenario: Supposition) -> None:
    name = str(st.session_state.get(NAME) or "").strip()
    if name:
        scenarios(view)[name] = scenario
        FIELDS.forget(NAME)


def _kept(view: View) -> None:
    """Compare what was kept, and turn it into actions."""
    t, kept = view.t, scenarios(view)
    if not kept:
        return
    st.markdown("### " + t("Kept scenarios"))
    for name, scenario in list(kept.items()):
        st.markdown("#### " + components.escape_markdown(name))
        try:
            compared = compare(view, scenario)
        except KeyError as missing:
            st.warning(components.escape_markdown(t("{name} is no longer in the list.", name=missing.args[0])))
            continue
        components.sentences([headline(compared, t) + "."])
        components.bullets([*change_sentences(compared, t)[:3], *actions(scenario, t)])
        access.button(t("Put these actions in the plan"), t, key=f"scenario_actions_{name}", on_click=_plan,
                  args=(actions(scenario, t),))  # fmt: skip
        access.button(t("Remove"), t, key=f"scenario_away_{name}", on_click=_take_away, args=(kept, name))


def _plan(titles: list[str]) -> None:
    """Turn a scenario into actions of the plan."""
    for title in titles:
        storage.workspace().actions.add(Action(title=title[:300]))
    storage.flash(Message.counted("{n} action is in the plan.", "{n} actions are in the plan.", len(titles)))


def _take_away(kept: MutableMapping[str, Supposition], name: str) -> None:
    kept.pop(name, None)

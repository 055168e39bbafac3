"""The museum answers first: its own six answers and its vision, before anybody else is asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from regional.questionnaire.questions import PARTS
from regional.questionnaire.response import Said
from regional.texts import N_, Message, Texts
from regional.ui import access, components, drafts, storage
from regional.ui.questionnaire import fields, records
from regional.ui.view import View
from regional.workspace.errors import Invalid, WorkspaceError
from regional.workspace.stored import LONG, SHORT

FIELDS = drafts.HeldFields("own")
DRAFT_VISION = N_(
    "We want to be a museum of and for everybody who lives around us. We are not that yet. We look for partners who "
    "know people whom we do not know, we decide together with them, and we pay for what they do."
)
DRAFT: dict[str, Said] = {
    "work_area": Said(("region",)),
    "mainly_for": Said(("everyone",)),
    "also_reaches": Said(("dont_know",)),
    "needs": Said(("dont_know",)),
    "stage": Said(("exploring",)),
    "offers": Said(("hears",)),
    "better": Said(("decide", "earlier")),
    "introduce": Said(("dont_know",)),
}
"""What most museums can begin with: each is theirs to change, and "we do not know" is a good answer for them too."""


def answer(view: View) -> bool:
    """Draw the museum's own answers; return whether they are all there."""
    t, ready = view.t, records.is_ready()
    st.markdown("## " + t("Ourselves first"))
    st.markdown(t("Before you ask others, say where you stand yourself. What you fill in here goes "
                  "with every letter and form."))  # fmt: skip
    if not (ready and storage.workspace().museum().name):
        _name(t)
    if ready:
        components.sentences([t("Our own vision and our six answers are there.")])
        components.on_request(t("Change our own answers"), "own_open", partial(_fields, view))
    else:
        st.info(t("Fill in your own six answers and your vision. Then you can ask your partners."))
        if access.button(t("Start from a draft"), t, key="own_draft"):
            _begin(t)
            st.rerun()
        _fields(view)
    return records.is_ready()


def _name(t: Texts) -> None:
    """Ask the name that stands below the letter and above each form, until there is one."""
    museum = storage.workspace().museum()
    options = {"help": t("It stands below the letter and above each form."), **access.locked(t)}
    name = FIELDS.draw(st.text_input, t("Name of the museum"), key="own_name", start=museum.name, max_chars=SHORT,
                       **options) or ""  # fmt: skip
    if name.strip() != museum.name and _kept(partial(storage.workspace().museums.save, museum.changed(name=name)), t):
        st.rerun()


def _fields(view: View) -> None:
    t, museum, ours = view.t, storage.workspace().museum(), records.own_answers()
    vision = FIELDS.draw(st.text_area, t("Our vision"), key="own_vision", start=museum.vision, max_chars=LONG,
                         **access.locked(t)) or ""  # fmt: skip
    changed = False
    if vision.strip() != museum.vision:
        changed |= _kept(partial(storage.workspace().museums.save, museum.changed(vision=vision)), t)
    for part_id, asked in PARTS.items():
        said = fields.filled(asked, ours.get(part_id, Said()), FIELDS, f"own_{part_id}", t)
        if said != ours.get(part_id, Said()):
            changed |= _kept(partial(records.keep_own, part_id, said), t)
    if changed:
        st.rerun()


def _begin(t: Texts) -> None:
    """Fill in a draft where nothing stands yet."""
    space, ours = storage.workspace(), records.own_answers()
    if not space.museum().vision:
        space.museums.save(space.museum().changed(vision=t(DRAFT_VISION)))
    for part_id, said in DRAFT.items():
        if part_id not in ours:
            records.keep_own(part_id, said)
    FIELDS.forget("own_")
    storage.flash(Message.of("A draft is filled in. Change it until it is yours."))


def _kept(do: Callable[[], object], t: Texts) -> bool:
    """Keep what was typed; where that cannot be done say why, and leave it on screen."""
    try:
        do()
    except Invalid as error:
        st.error(t(next(iter(error.fields.values()))))
    except WorkspaceError as error:
        st.error(t(error.message))
    else:
        return True
    return False

"""The parts of the page Sharing: what goes along, and how the board will see it."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from regional.publishing.account import account, steps_told
from regional.publishing.board import board_file
from regional.publishing.comparison import compare
from regional.publishing.history import days
from regional.publishing.publication import PURPOSES, Frame, NamedError, Point, Publication, publish
from regional.publishing.store import Shared, WorkspaceStore, read
from regional.texts import N_
from regional.ui import board, components, drafts, storage
from regional.ui.forms import NO_PERSONS
from regional.ui.memo import by_key
from regional.ui.questionnaire import records as answers
from regional.ui.sharing import goals as sharing_goals
from regional.workspace.seal import has_figures_alone

if TYPE_CHECKING:
    from regional.mirror.result import Mirror
    from regional.ui.view import View
    from regional.workspace.records import PublicationRecord

FIELDS = drafts.HeldFields("share")
LINES = 80
"""Pixels of a field of several lines."""
ALL_PARTNERS = N_("What you share is always about all partners, never a selection; money stands in a part of its own.")


def mirror_to_share(view: View) -> Mirror:
    """Return the mirror of all partners by number: a choice of some, laid beside all, could tell of single ones."""
    return view.mirror(weight="count", kind="all", without_main_funder=False)


def money_to_share(view: View) -> list[Mirror]:
    """Return the mirrors of all partners by money; a publication takes only what no partner can be known from."""
    weights = ("money_in", "money_out")
    return [view.mirror(weight=weight, kind="all", without_main_funder=False) for weight in weights]


def typed(view: View) -> Frame | None:
    """Ask what goes along with the figures; None, and why, while there is no title."""
    t = view.t
    st.markdown("## " + t("What you add"))
    if view.settings.weight != "count" or view.settings.kind != "all" or view.settings.without_main_funder:
        st.caption(t(ALL_PARTNERS))
    left, middle, right = st.columns([2, 1, 1])
    title = FIELDS.draw(left.text_input, t("Title"), key="share_title", start=t("Our partners and our region"),
                        max_chars=120)  # fmt: skip
    period = FIELDS.draw(middle.text_input, t("Period"), key="share_period", start=str(dt.date.today().year),
                         max_chars=60)  # fmt: skip
    meeting = FIELDS.draw(right.date_input, t("Date of the meeting"), key="share_meeting", value=None,
                          format="DD-MM-YYYY", min_value=dt.date(2000, 1, 1),
                          max_value=dt.date(2100, 12, 31))  # fmt: skip
    left, right = st.columns(2)
    told = FIELDS.draw(left.text_area, t("Why is it like this? Your explanation"), key="share_explanation", start="",
                       max_chars=4_000, height=LINES)  # fmt: skip
    ours = storage.workspace().museum().vision if storage.has_workspace() else ""
    vision = FIELDS.draw(right.text_area, t("What we stand for"), key="share_vision", start=ours, max_chars=1_000,
                         height=LINES)  # fmt: skip
    st.caption(t(NO_PERSONS) + " " + t("No names of partners either."))
    goals = sharing_goals.asked(view, partial(_steps_told, view), FIELDS)
    points = _points(view)
    if not title.strip():
        st.error(t("Give it a title."), icon=":material/error:")
        return None
    if view.portfolio.fictitious:  # who gets the link sees no other notice of it
        title = t("Example of a fictitious museum: {title}", title=title.strip())
    return Frame(title=title.strip(), period=period.strip(), explanation=told, meeting=meeting, goals=goals,
                 points=points, vision=vision.strip())  # fmt: skip


def _points(view: View) -> tuple[Point, ...]:
    t, found = view.t, []
    st.markdown("#### " + t("What you ask of the board"))
    for column, purpose in zip(st.columns(3), PURPOSES, strict=True):
        text = FIELDS.draw(column.text_area, t(PURPOSES[purpose]).capitalize(), key=f"share_{purpose}", start="",
                           height=LINES, placeholder=t("One point on each line"))  # fmt: skip
        found += [Point(text=line.strip(), purpose=purpose) for line in text.splitlines() if line.strip()]
    return tuple(found)


def _steps_told(view: View) -> frozenset[str]:
    """Return what the findings ask for that the board sees today, beside all that left the museum before."""
    today = published(view, Frame(title=view.t("Our partners and our region")))
    return steps_told(mirror_to_share(view), today, view.t) if today else frozenset()


def published(view: View, frame: Frame) -> Publication | None:
    """Return the publication; None, and which name to take out, where a text names a partner."""
    names = sorted({*map(str, view.portfolio.frame["name"]), *_earlier_names()})
    seen, wishes = may_have_been_seen(), answers.wishes(view)
    try:
        key = (view.portfolio.digest, view.profile.digest, mirror_to_share(view).settings, frame.model_dump_json(),
               dt.date.today(), tuple(names), tuple(record.id for record in seen), repr(wishes))  # fmt: skip
        return _published(key, view, frame, names, seen, wishes)
    except NamedError as error:
        told = view.t("This names a partner: {names}. Take the name out of your text; the board sees no names.",
                      names=view.t.listed(list(error.names)))  # fmt: skip
        st.error(components.escape_markdown(told), icon=":material/person_off:")
        return None


def _earlier_names() -> list[str]:
    """Partners that left the list are named no more than those on it."""
    if not storage.has_workspace():
        return []
    return [row.name for row in storage.workspace().versions.known_partners()]


def may_have_been_seen() -> list[PublicationRecord]:
    """Return the publications that a new one is held beside: all, as each may have been sent as a file."""
    return list(WorkspaceStore(storage.workspace()).records()) if storage.is_kept() else []


@by_key(32)
def _published(
    key: tuple[object, ...],
    _view: View,
    _frame: Frame,
    _names: list[str],
    _seen: list[PublicationRecord],
    _wishes: tuple[dict[str, int], int],
) -> Publication:
    earlier = [shared.publication for record in _seen if (shared := read(record))]
    partners = _view.portfolio.frame
    since = days(partners.loc[partners["status"] == "active", "since"])
    mirror, money = mirror_to_share(_view), money_to_share(_view)
    return publish(mirror, _frame, dt.date.today(), _names, money, earlier, since, _wishes)


def preview(view: View, shared: Shared) -> None:
    """Draw the publication exactly as the link will show it."""
    page = view.once("preview", lambda: board_file(shared, view.t), shared.publication.digest, repr(shared.news))
    board.preview(page, view.t)


def left_out(view: View, publication: Publication) -> None:
    """Tell the editor what is added together, rounded or left out, and why; it is no part of the publication."""
    t = view.t
    lines = view.once("account", lambda: account(mirror_to_share(view), publication, t), publication.digest)
    if lines:
        with st.expander(t("What the board does not see, and why (for you alone)")):
            components.bullets(lines)


def compared_with(view: View) -> Publication | None:
    """Ask which earlier publication to compare with; the newest unless chosen otherwise."""
    t = view.t
    if not storage.is_kept():
        return None
    earlier = {record.id: (record, shared) for record in WorkspaceStore(storage.workspace()).records()
               if not has_figures_alone(record.payload) and (shared := read(record))}  # fmt: skip
    if not earlier:
        return None
    options = [*earlier, ""]
    chosen = st.selectbox(t("Tell what is new since"), options, key="share_since", persist_state="session",
                          format_func=lambda i: called(view, earlier[i][0]) if i else t("Do not compare"))  # fmt: skip
    return earlier[chosen][1].publication if chosen else None


def called(view: View, record: PublicationRecord) -> str:
    """Return how a publication is called in lists."""
    return view.t("{title}, {date}", title=record.title, date=view.t.date(record.created_on))


def as_shared(publication: Publication, earlier: Publication | None) -> Shared:
    """Return what a link to ``publication`` would show."""
    if earlier is None:
        return Shared(publication=publication)
    return Shared(publication=publication, since=earlier.made, news=tuple(compare(earlier, publication)))

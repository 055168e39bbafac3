"""Starts every page, whichever address is asked for first.

A folder named pages/ makes a fresh Streamlit process treat a deep link as a page of the old kind: it runs the
page file alone. So each page file ends with ``show(render)``: drawn if the router is running, else the router
is started, and it draws the page that the address names.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import streamlit as st

from regional import journal
from regional.access import Deed
from regional.texts import N_, Texts, texts
from regional.texts.catalogue import Language
from regional.ui import access, choices, storage, style, uploads
from regional.ui.garbage import FREEZER
from regional.ui.memo import by_key
from regional.ui.view import View, make_view
from regional.workspace.errors import WorkspaceError
from regional.workspace.memory import one_look

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

ROOT = Path(__file__).parents[2]
PAGES, ICON = ROOT / "pages", ROOT / "static" / "icon.png"
# file name (also the address), title, icon, what the page is for
MENU = (
    ("overzicht", N_("Overview"), ":material/home:", N_("What we know, what stands out, what to do first.")),
    (
        "spiegel",
        N_("Mirror"),
        ":material/compare_arrows:",
        N_("Region and partners side by side, theme by theme."),
    ),
    ("onze_regio", N_("Our region"), ":material/map:", N_("Choose the region and see who lives there.")),
    (
        "onze_partners",
        N_("Our partners"),
        ":material/group:",
        N_("Upload your own list and see what is in it."),
    ),
    (
        "wie_zoeken_we",
        N_("Who are we looking for?"),
        ":material/travel_explore:",
        N_("From gaps to your next partners, and what they would change."),
    ),
    (
        "vragen_aan_partners",
        N_("Questions to partners"),
        ":material/mail:",
        N_("Six questions to our partners, and their answers."),
    ),
    (
        "onze_bubbel",
        N_("Our bubble"),
        ":material/bubble_chart:",
        N_("How close, how long, how alike, and whom we hardly reach."),
    ),
    (
        "in_gesprek",
        N_("Conversations with partners"),
        ":material/forum:",
        N_("Whom to talk to and how, what was said, what was agreed."),
    ),
    (
        "plan_van_aanpak",
        N_("Action plan"),
        ":material/checklist:",
        N_("Steps, goals, actions and the yearly review."),
    ),
    (
        "delen",
        N_("Sharing"),
        ":material/share:",
        N_("Freeze the mirror and give the supervisory board a link."),
    ),
    (
        "bronnen_en_uitleg",
        N_("Sources and explanation"),
        ":material/menu_book:",
        N_("Where every figure comes from."),
    ),
)
START = "start"
OLD = ("navraag",)
"""Addresses of earlier years: in no menu, and each opens the page of now."""
BOARD = "voor_de_vergadering"
"""What a link opens: in no menu, and drawn before any partner is loaded."""
MEETING = N_("For the meeting")
SLOW = 1.0
"""Seconds after which a rerun is noted for who manages the server."""
NAMED = (*(name for name, *_ in MENU), START, BOARD)
"""The pages by the names in their addresses."""
_VIEW: ContextVar[View | None] = ContextVar("partnerspiegel_view", default=None)
_BOARD: ContextVar[Texts | None] = ContextVar("partnerspiegel_board", default=None)


def run() -> None:
    """Draw the whole app, asking once who is there and what is kept."""
    began = time.perf_counter()
    try:
        with access.one_rerun(), one_look():
            _run()
    finally:
        took = time.perf_counter() - began
        if took > SLOW:
            journal.note(journal.Event.SLOW_RERUN, page=_page_asked(), seconds=round(took, 1))
    FREEZER.after_run()


def _page_asked() -> journal.Word:
    """Return the page that the address names, in a word of ours."""
    asked = urlsplit(st.context.url or "").path.rstrip("/").rpartition("/")[2]
    return journal.Word(asked or START, NAMED)


def _run() -> None:
    """Draw the shared choices, the menu, and the page that the address names."""
    st.set_page_config(page_title="Partnerspiegel", page_icon=str(ICON), layout="wide")
    uploads.admit()
    is_bare = _asks_for_board() or not access.allowed(Deed.VIEW)
    boxes = [st.container() if is_bare else st.sidebar.container() for _ in range(3)]
    language = choices.language_choice(boxes[2])
    t = texts(language)
    style.apply(language)
    # Copies: Streamlit notes on a page who may run it, and another visitor's run is under way.
    pages = {page.url_path: copy(page) for page in _pages(language, t)}
    page = st.navigation(list(pages.values()), position="hidden" if is_bare else "sidebar")
    if page.url_path == BOARD:
        _run_board(page, t)
    else:
        _let_in(page, pages, t)
        _run_page(page, language, *boxes)


def _let_in(page: st.Page, pages: Mapping[str, st.Page], t: Texts) -> None:
    """Stop who may not look; bring who has just signed in to the page that was asked for."""
    names = [name for name, _, _, _ in MENU[1:]]
    access.gate(t, page.url_path if page.url_path in names else "")
    # Streamlit's own name of the first page is "", whatever it was called.
    back = access.come_back(names, is_start=not page.url_path)
    if back:
        choices.go_to(pages[back])


def _asks_for_board() -> bool:
    """Tell whether the address is the board's: that page has no menu and no sidebar."""
    return urlsplit(st.context.url or "").path.rstrip("/").endswith(f"/{BOARD}")


def _run_board(page: st.Page, t: Texts) -> None:
    """Draw what a link opens: no list of partners, no mirror and no choices are read on the way."""
    token = _BOARD.set(t)
    try:
        page.run()
    finally:
        _BOARD.reset(token)


def _run_page(
    page: st.Page,
    language: Language,
    menu_box: DeltaGenerator,
    choice_box: DeltaGenerator,
    account_box: DeltaGenerator,
) -> None:
    t = texts(language)
    try:
        view = make_view(language, choice_box)
        with account_box:
            access.account(t)
        _draw(page, view, menu_box)
    except WorkspaceError as error:
        st.error(t(error.message), icon=":material/database:")


def _draw(page: st.Page, view: View, menu_box: DeltaGenerator) -> None:
    token = _VIEW.set(view)
    try:
        with menu_box:
            style.wordmark()
        storage.tell(view.t)
        access.tell(view.t)
        page.run()
        style.footer(view)
    finally:
        _VIEW.reset(token)


def show_board(render: Callable[[Texts], None]) -> None:
    """Draw the page that a link opens: ``render`` gets the reader's texts, and nothing of the museum's list."""
    t = _BOARD.get()
    if t is None:
        run()
    else:
        render(t)


def show(render: Callable[[View], None]) -> None:
    """Draw one page: ``render`` gets the :class:`View`. The last line of every file in pages/."""
    view = _VIEW.get()
    if view is None:
        run()
    else:
        render(view)


@by_key(2)
def _pages(language: Language, _t: Texts) -> list[st.Page]:
    """The first page has the bare address; a hidden twin answers to its name, which Streamlit would not find."""
    pages = [
        st.Page(PAGES / f"{name}.py", title=_t(title), icon=icon, url_path=name, help=_t(aim))
        for name, title, icon, aim in MENU[1:]
    ]
    name, title, icon, aim = MENU[0]
    first = st.Page(PAGES / f"{name}.py", title=_t(title), icon=icon, url_path=START, default=True, help=_t(aim))
    twin = st.Page(PAGES / f"{name}.py", title=_t(title), icon=icon, url_path=name, visibility="hidden")
    board = st.Page(PAGES / f"{BOARD}.py", title=_t(MEETING), icon=":material/groups:", url_path=BOARD,
                    visibility="hidden")  # fmt: skip
    old = [st.Page(PAGES / f"{name}.py", title=name, url_path=name, visibility="hidden") for name in OLD]
    return [first, *pages, twin, board, *old]

"""Where pages keep what a visitor types: the museum's workspace, or one for this window alone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import streamlit as st

from regional.access import Deed, Mode
from regional.geo.regions import DEFAULT_SPEC
from regional.mirror.settings import Settings
from regional.partners.imported import ImportResult
from regional.publishing.invitations import Invitations
from regional.publishing.store import WorkspaceStore
from regional.texts import N_, Message, Texts
from regional.ui import access
from regional.ui.markdown import escape_markdown
from regional.ui.memo import by_key
from regional.ui.museum import kept
from regional.web.desk import Desk
from regional.workspace.errors import WorkspaceError
from regional.workspace.stored import Record

if TYPE_CHECKING:
    from regional.partners.portfolio import Portfolio
    from regional.workspace.repository import Repository
    from regional.workspace.versions import Version
    from regional.workspace.workspace import Workspace

R = TypeVar("R", bound=Record)
PutBack = Callable[[], object]
MOST_PLACES = 24
"""Municipalities that a partner chooses from; where there are more it types them."""
ALONE = "workspace_of_this_window"
FLASH = "kept_message"
REMOVED = "removed_last"
"""Session key of what puts back that which was removed last, and how many partners were erased by then."""
EXAMPLE = "show_the_example"
"""Session key: the example is shown although there is a list of one's own."""
READ = "imported_partners"
"""Session key of the ImportResult of the file read last, with what was told of it."""
THRESHOLDS = ("low_ratio", "high_ratio", "alpha", "min_known", "max_unknown")
KEPT = N_("What you note here is kept on this computer.")
KEPT_THERE = N_("What you note here is kept for your museum, on its server.")
SESSION_ONLY = N_(
    "What you note here is kept until you close this window: this museum has no place to keep it yet. "
    "Download a backup on the page Our partners to go on later."
)


def workspace() -> Workspace:
    """Return the workspace of this visitor: the museum's where it is kept, else one that lives with the session.

    Who may not change anything gets one that cannot be written, whatever a page forgets to ask.
    """
    if is_kept():
        return _kept() if access.allowed(Deed.EDIT) else _kept_to_read()
    if ALONE not in st.session_state:
        from regional.workspace.workspace import Workspace

        st.session_state[ALONE] = Workspace.in_memory()
    found: Workspace = st.session_state[ALONE]
    return found


def is_kept() -> bool:
    """Tell whether this visitor works in the museum's own workspace: on its own computer, or signed in."""
    return access.current().mode in (Mode.LOCAL, Mode.SIGNED_IN)


def for_links() -> Workspace | None:
    """Return the museum's workspace for who has a link, and nothing but a link; None where none are served."""
    return _kept() if access.serves_links() else None


def invitations() -> Invitations | None:
    """Return the links of the museum's partners, for who has one and nothing else; None where none are served."""
    museum = for_links()
    return None if museum is None else Invitations(museum)


def region_places() -> tuple[str, ...]:
    """Return the names of the municipalities of the region that the museum begins with; () where there are many."""
    from regional.cbs.pull import load_figures
    from regional.geo.regions import RegionError, parse_region

    museum = for_links()
    chosen = museum.region_choices.list(is_default=True) if museum else ()
    figures = load_figures()
    try:
        codes = parse_region(chosen[-1].spec if chosen else DEFAULT_SPEC, figures).codes
    except RegionError:
        return ()
    return tuple(sorted(figures.names[code] for code in codes)) if len(codes) <= MOST_PLACES else ()


@cache
def desk() -> Desk:
    """Return where this process asks what a link opens."""

    def store() -> WorkspaceStore | None:
        museum = for_links()
        return None if museum is None else WorkspaceStore(museum)

    return Desk(store)


def _kept() -> Workspace:
    return kept()


@by_key(1)
def _kept_to_read() -> Workspace:
    return _kept().for_reading()


def where_kept(t: Texts) -> str:
    """Say where what is typed stays."""
    if not workspace().is_kept:
        return t(SESSION_ONLY)
    return t(KEPT if access.current().mode is Mode.LOCAL else KEPT_THERE)


def flash(message: Message) -> None:
    """Tell ``message`` once, after the rerun that a change brings."""
    st.session_state[FLASH] = message
    st.session_state.pop(REMOVED, None)


def remove(repository: Repository[R], record: R) -> None:
    """Remove a record by one click, and offer to put it back until something else is changed."""
    repository.delete(record.id)
    offer_back(partial(repository.add, record))


def offer_back(put_back: PutBack, said: Message | None = None) -> None:
    """Say that something was removed, and offer to put it back until something else is changed."""
    flash(said or Message.of("Removed."))
    st.session_state[REMOVED] = (put_back, workspace().erasures() if has_workspace() else 0)


def tell(t: Texts) -> None:
    """Show what was flashed, and what can be put back."""
    message = st.session_state.pop(FLASH, None)
    if message is not None:
        st.toast(escape_markdown(t(message)), icon=":material/check:")
    if REMOVED in st.session_state:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(t("Removed."))
            access.button(t("Put it back"), t, key="put_back", icon=":material/undo:", on_click=_put_back)


def _put_back() -> None:
    put_back, erasures = st.session_state.pop(REMOVED)
    if has_workspace() and workspace().erasures() != erasures:
        flash(Message.of("A partner was erased since, and this may be about it. Note it anew if it is not."))
        return
    try:
        put_back()
    except WorkspaceError as error:
        flash(error.message)
    else:
        flash(Message.of("It is back."))


def newest() -> Version | None:
    """Return the version of the museum's own list that is in use; None where there is none, or the example is shown."""
    if st.session_state.get(EXAMPLE) or not has_workspace():
        return None
    return workspace().versions.newest()


def has_workspace() -> bool:
    """Tell whether anything may have been kept; a visitor who kept nothing costs no database."""
    return is_kept() or ALONE in st.session_state


def current(example: ImportResult) -> ImportResult:
    """Return the partners on screen: the museum's own list in its newest version, else the example.

    What was told of the file stays with it while it is that version.
    """
    version = newest()
    if version is None:
        return example
    portfolio = workspace().versions.load(version.number)
    read: ImportResult | None = st.session_state.get(READ)
    if read is not None and read.portfolio.digest == portfolio.digest:
        return read
    return ImportResult(replace(portfolio, name=version.why), (), len(portfolio))


def keep_list(portfolio: Portfolio, why: str, *, instead_of: int = 0) -> Version:
    """Keep a list that was read in, or read anew, as the newest version; WorkspaceError where it cannot be kept.

    ``instead_of`` is the version that was made of the same list before: one list is one version. What was
    typed or confirmed since stays.
    """
    from regional.workspace.reimport import read_once_more

    st.session_state.pop(EXAMPLE, None)
    versions = workspace().versions
    rows = read_once_more(portfolio.partners, versions.rows(), why)
    return versions.keep(rows, why, instead_of=instead_of)


def partner_ids(portfolio: Portfolio, ids: Sequence[str]) -> dict[str, str]:
    """Return name -> id of the partners on screen that are no persons, in the order of the file (``ids``: of all).

    Two partners of one name are told apart by their place.
    """
    frame = portfolio.frame
    found: dict[str, str] = {}
    for name, place, person, partner_id in zip(frame["name"], frame["place"], frame["is_person"], ids, strict=True):
        if not person:
            found[f"{name} ({place})" if name in found else str(name)] = partner_id
    return found


def organisation_names() -> list[str]:
    """Return the names of the organisations in the museum's own list: in them nothing is about a person."""
    if newest() is None:
        return []
    frame = workspace().versions.load().frame
    return [str(name) for name, person in zip(frame["name"], frame["is_person"], strict=True) if not person]


def row_ids(portfolio: Portfolio) -> tuple[str, ...]:
    """Return the id of every partner on screen, in the order of the file."""
    version = newest()
    if version is not None:
        return tuple(row.partner_id for row in workspace().versions.rows(version.number))
    return _ids_of_example(portfolio.digest, portfolio)


@by_key(4)
def _ids_of_example(digest: str, _portfolio: Portfolio) -> tuple[str, ...]:
    """The example has no rows of its own in the workspace."""
    return tuple(hashlib.sha256(str(name).encode()).hexdigest()[:32] for name in _portfolio.frame["name"])


def default_region() -> str:
    """Return the region that the museum begins with."""
    if has_workspace():
        chosen = workspace().region_choices.list(is_default=True)
        if chosen:
            return chosen[-1].spec
    return DEFAULT_SPEC


def has_region() -> bool:
    """Tell whether the museum chose for which region it is there."""
    return has_workspace() and bool(workspace().region_choices.list(is_default=True))


def begin_with_region(spec: str, name: str) -> None:
    """Make ``spec`` the region that the museum begins with."""
    from regional.workspace.records import RegionChoice

    repository = workspace().region_choices
    for earlier in repository.list(is_default=True):
        repository.save(earlier.changed(is_default=False))
    repository.add(RegionChoice(spec=spec, name=name, is_default=True))


def own_settings(settings: Settings) -> Settings:
    """Return ``settings`` with the museum's own thresholds."""
    if not has_workspace():
        return settings
    museum = workspace().museum()
    return settings.model_copy(update={name: getattr(museum, name) for name in THRESHOLDS})


def remembered(kind: Literal["heading", "place"]) -> dict[str, str]:
    """Return what the museum answered before about headings or places of its list."""
    if not has_workspace():
        return {}
    return {answer.written: answer.means for answer in workspace().understood.list(kind=kind)}


def remember(kind: Literal["heading", "place"], written: str, means: str) -> None:
    """Keep an answer about a heading or a place, for the next list."""
    keep_one(workspace().understood, {"kind": kind, "written": written}, means=means)


def keep_one(repository: Repository[R], where: Mapping[str, Any], **values: Any) -> None:  # noqa: ANN401
    """Keep what there is one of (``where`` finds it) with these values, whether it was there or not.

    Invalid, with what to show beside the field, where a value cannot be kept.
    """
    from regional.workspace.checking import checked

    before = [record.model_dump() for record in repository.list(**where)]
    repository.save(checked(repository.kind, {**(before[0] if before else where), **values}))

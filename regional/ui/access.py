"""Who the visitor is, asked anew at every rerun, so before every action: nothing of it is kept in the session."""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from functools import cached_property, partial
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from regional.access import Access, Deed, Mode, Request, may, mode, safe_page
from regional.access.modes import LOCAL_OPTION
from regional.access.sign_outs import SignOuts
from regional.texts import Message, Texts
from regional.ui.markdown import escape_markdown
from regional.ui.museum import kept

RETURN = "ps_return"
"""Cookie with the page that was asked for before signing in; it lasts ten minutes and opens our own pages only."""
SIGN_OUTS = SignOuts(lambda: kept().sign_outs)
"""The sign-ins that have ended, for this process."""
ROUTED = threading.Event()
"""Set where this process answers at addresses of its own, beside those of Streamlit."""
BACK = "came_back"
SAID = "refused_action"
"""Session key of the reason why the last click did nothing."""


class _Here:
    """Who is there in one rerun."""

    def __init__(self, ask: Callable[[], Access]) -> None:
        self.ask = ask

    @cached_property
    def access(self) -> Access:
        return self.ask()


_HERE: ContextVar[_Here | None] = ContextVar("partnerspiegel_access", default=None)


@contextmanager
def one_rerun() -> Iterator[None]:
    """Within it who is there is decided once: each click is a rerun of its own, and its callback comes before this."""
    token = _HERE.set(_Here(_asked()))
    try:
        yield
    finally:
        _HERE.reset(token)


def current() -> Access:
    """Return how this visitor is here: decided once a rerun, and anew wherever there is none."""
    here = _HERE.get()
    return _asked()() if here is None else here.access


def later() -> Callable[[], Access]:
    """Return what tells how this visitor is here, also once this run is over: who it is is of now, the rest anew."""
    here = _HERE.get()
    return _asked() if here is None else here.ask


def _asked() -> Callable[[], Access]:
    request, options, address = the_request(), sys.argv[1:], st.get_option("browser.serverAddress") or ""

    def visitor() -> Access:
        ended = request.user is not None and SIGN_OUTS.has_ended(request.user)
        settings = {} if LOCAL_OPTION in options else secrets()
        return mode(options, replace(request, has_ended=ended), address, settings, time.time())

    return visitor


def the_request() -> Request:
    """Return what the visitor's connection says; the host is "" where there is no connection (in tests).

    Where the app was started for this computer alone nobody signs in.
    """
    headers = st.context.headers
    user = None if LOCAL_OPTION in sys.argv[1:] else _user()
    return Request(host=headers.get("Host") or "", headers=headers.to_dict(), user=user)


def secrets() -> Mapping[str, object]:
    """Return the settings of ``.streamlit/secrets.toml``; empty where there is no such file."""
    return st.secrets.to_dict() if st.secrets.load_if_toml_exists() else {}


def claims(cookies: Mapping[str, str]) -> Mapping[str, object] | None:
    """Return of the cookies of a request whose sign-in they are, None where they are nobody's."""
    from streamlit.auth_util import get_cookie_with_chunks
    from streamlit.web.server.server_util import get_cookie_secret
    from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
    from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

    def signed(name: str) -> bytes | None:
        value = cookies.get(name)
        return None if value is None else decode_signed_value(get_cookie_secret(), name, value.encode("latin-1"))

    try:
        found = json.loads(get_cookie_with_chunks(signed, USER_COOKIE_NAME) or b"null")
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def serves_links() -> bool:
    """Tell whether this process opens links for who has one: it is deployed, and one can sign in."""
    return LOCAL_OPTION not in sys.argv[1:] and bool(secrets().get("auth"))


def serves_forms() -> bool:
    """Tell whether a partner's link opens here: where links are served, at an address that is not Streamlit's own.

    An app on the Community Cloud stands behind addresses of Streamlit alone, as far as we know.
    """
    return serves_links() and ROUTED.is_set() and not the_request().host.lower().endswith(".streamlit.app")


def is_museum(cookies: Mapping[str, str]) -> bool:
    """Tell of the cookies of a request whether they are of somebody who may look at what the museum keeps."""
    user = claims(cookies)
    if user is None:
        return False
    ended = SIGN_OUTS.has_ended(user)
    return mode(sys.argv[1:], Request("", user=user, has_ended=ended), "", secrets(), time.time()).role is not None


def site() -> str:
    """Return the address of this app as the visitor has it, with a slash at its end; "" where it is not known."""
    here = urlsplit(st.context.url or "")
    folder = here.path.rstrip("/").rsplit("/", 1)[0]
    return f"{here.scheme}://{here.netloc}{folder}/" if here.netloc else ""


def allowed(action: Deed) -> bool:
    """Tell whether this visitor may do ``action``."""
    return may(current(), action).allowed


def asked_later(action: Deed) -> Callable[[], Message | None]:
    """Return what tells why this visitor may not do ``action``, None where they may, also once this run is over.

    A download is made when it is asked for, where there is no visitor at hand: the allow-list and the hours are
    read anew then, who it is and how they came is of now.
    """
    who = later()
    return lambda: may(who(), action).reason


def require(action: Deed) -> None:
    """Stop here, and say why, where this visitor may not do ``action``."""
    reason = may(current(), action).reason
    if reason is not None:
        st.session_state[SAID] = reason
        st.rerun()


def tell(t: Texts) -> None:
    """Say why the last click did nothing, once."""
    reason: Message | None = st.session_state.pop(SAID, None)
    if reason is not None:
        st.warning(t(reason), icon=":material/lock:")


def locked(t: Texts, action: Deed = Deed.EDIT) -> dict[str, Any]:
    """Return what makes a widget dead for who may not do ``action``, and says why; else nothing."""
    reason = may(current(), action).reason
    return {} if reason is None else {"disabled": True, "help": t(reason)}


def button(
    label: str,
    t: Texts,
    *,
    action: Deed = Deed.EDIT,
    box: Any = st,  # noqa: ANN401 - Streamlit, or one of its containers
    press: Callable[..., bool] | None = None,
    **options: Any,  # noqa: ANN401
) -> bool:
    """Draw a button that changes something: dead for who may not, and asked again in Python when it is pressed.

    ``press`` is another kind of button, such as that of a form; ``options`` go to it as they are.
    """
    dead = locked(t, action)
    if "on_click" in options:
        options["on_click"] = partial(_checked, action, options["on_click"])
    return (press or box.button)(label, **options | dead) and not dead


def _checked(action: Deed, do: Callable[..., None], *args: Any, **named: Any) -> None:  # noqa: ANN401
    reason = may(current(), action).reason
    if reason is None:
        do(*args, **named)
    else:
        st.session_state[SAID] = reason


def gate(t: Texts, wanted: str) -> None:
    """Let in who may look; else say why not, offer to sign in, and stop. ``wanted`` is the page to come back to."""
    visitor = current()
    reason = may(visitor, Deed.VIEW).reason
    if reason is None:
        return
    st.title("Partnerspiegel")
    st.markdown(escape_markdown(t(reason)))
    if visitor.email:
        st.markdown(escape_markdown(t("You are signed in as {email}.", email=visitor.email)))
    if visitor.can_sign_in:
        _remember(wanted)
        st.button(t("Sign in"), key="sign_in", type="primary", on_click=st.login)
    if visitor.email:
        st.button(t("Sign in with another account"), key="other_account", on_click=st.logout)
    st.stop()


def come_back(pages: Collection[str], *, is_start: bool) -> str:
    """Return the page that was asked for before signing in, "" where there is none; told once, at the first run.

    Who signs in always lands on the first page (``is_start``).
    """
    is_first = not st.session_state.get(BACK)
    st.session_state[BACK] = True
    if not is_first or not is_start or current().mode is not Mode.SIGNED_IN:
        return ""
    return safe_page(st.context.cookies.get(RETURN), pages)


def account(t: Texts) -> None:
    """Say who is signed in and as what, and offer to sign out."""
    visitor = current()
    if visitor.mode is not Mode.SIGNED_IN:
        return
    _forget()
    role = t("you may change things") if visitor.role == "editor" else t("you may look")
    told = t("Signed in as {email}: {role}.", email=visitor.email, role=role)
    st.caption(escape_markdown(told))
    st.button(t("Sign out"), key="sign_out", on_click=st.logout)


def _user() -> Mapping[str, object] | None:
    user = st.user.to_dict()
    return user if user.get("is_logged_in") is True else None


def _remember(page: str) -> None:
    """Let the browser remember one of our own page names, which holds letters and underscores only."""
    if page:
        _cookie(page, 600)


def _forget() -> None:
    _cookie("", 0)


def _cookie(value: str, seconds: int) -> None:
    secure = '${location.protocol === "https:" ? "; Secure" : ""}'
    code = f"document.cookie = `{RETURN}={value}; Max-Age={seconds}; Path=/; SameSite=Lax{secure}`"
    st.html(f"<script>{code}</script>", unsafe_allow_javascript=True)

"""What every page behind a link has: its language, its headers, and the same polite words where it does not open."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.responses import HTMLResponse

from regional.publishing.document import document, policy
from regional.texts import LANGUAGES, N_, texts

if TYPE_CHECKING:
    from starlette.requests import Request

    from regional.texts import Texts
    from regional.texts.catalogue import Language

LINK, LANGUAGE = "link", "taal"
"""The parameters of an address: the token, and the language where it is not Dutch."""
TRY_AGAIN = 10
"""Seconds after which a page that could not be shown asks again by itself, also without scripts."""
NAMES: dict[Language, str] = {"nl": "Nederlands", "en": "English"}
CLOSED = N_("This page cannot be opened")
WHY = N_(
    "The link may have expired or been withdrawn, or part of the address is missing. "
    "Ask the person who sent it to you for a new one."
)
AWAY = N_("This page cannot be opened just now")
AWAY_WHY = N_("There is nothing wrong with your link. This page tries again by itself.")
ASK = "open"
"""What stands behind the address where a page asks whether it may stay."""


def token_of(request: Request) -> str:
    """Return the token of an address, "" for none."""
    return request.query_params.get(LINK, "")


def texts_of(request: Request) -> Texts:
    """Return the texts of the reader's language: Dutch unless the address says otherwise."""
    code = request.query_params.get(LANGUAGE, "").strip()
    return texts(code if code in LANGUAGES else "nl")


def page(
    title: str, body: str, t: Texts, token: str, *, style: str = "", icon: str = "", run: str | None = None
) -> bytes:
    """Draw an open page: ``body`` below a choice of language.

    Parameters
    ----------
    body, style : HTML and CSS of our own, with everything typed escaped.
    icon : address of the icon, "" for none.
    run : the script, "" for none; else a few lines that ask whether the page may stay.
    """
    head = f'<link rel="icon" href="{escape(icon)}">' if icon else ""
    inside = f"{_languages(t, token)}<main>{body}</main>"
    run = script() if run is None else run
    return document(title, inside, t, style=_style() + style, head=head, script=run).encode()


def open_page(drawn: bytes, run: str | None = None) -> HTMLResponse:
    """Return what :func:`page` drew, with the same script."""
    return _answer(drawn, policy(script() if run is None else run))


def closed_page(t: Texts, status: int = 200) -> HTMLResponse:
    """Return the one page for every link that opens nothing: mistyped, guessed, expired or withdrawn.

    It is no error of the server's or the browser's, so it is 200 unless whoever asks is slowed.
    """
    return _told(CLOSED, WHY, t, status)


def away_page(t: Texts) -> HTMLResponse:
    """Return the page for while the database is away, for every link alike; it asks again by itself."""
    return _told(AWAY, AWAY_WHY, t, 503, TRY_AGAIN)


def _told(title: str, why: str, t: Texts, status: int, again: int = 0) -> HTMLResponse:
    head = f'<meta http-equiv="refresh" content="{again}">' if again else ""
    body = f"<main><h1>{escape(t(title))}</h1><p>{escape(t(why))}</p></main>"
    return _answer(document(t(title), body, t, head=head), policy(), status)


def _answer(html: str | bytes, rules: str, status: int = 200) -> HTMLResponse:
    # A copy that a browser or a proxy keeps would outlive a withdrawal.
    headers = {"content-security-policy": f"{rules}; frame-ancestors 'self'", "cache-control": "no-store"}
    return HTMLResponse(html, status, headers)


def _languages(t: Texts, token: str) -> str:
    """Return the choice of language as links, which work without scripts."""
    shown = []
    for code, name in NAMES.items():
        if code == t.language:
            shown.append(f'<span aria-current="true">{name}</span>')
        else:
            chosen = {LINK: token} | ({} if code == "nl" else {LANGUAGE: code})
            shown.append(f'<a href="?{escape(urlencode(chosen))}" lang="{code}" hreflang="{code}">{name}</a>')
    return f'<nav class="ps-languages" aria-label="{escape(t("Language"))}">{"".join(shown)}</nav>'


@cache
def script() -> str:
    """Return the few lines that ask whether a page may stay."""
    return Path(__file__).with_name("stay.js").read_text(encoding="utf-8")


@cache
def _style() -> str:
    return Path(__file__).with_name("pages.css").read_text(encoding="utf-8")

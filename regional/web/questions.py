"""What a partner's link opens: its six questions as one plain HTML page, saved as it is typed and sent when it says so.

``/zes_vragen?link=TOKEN`` (``&taal=en``) is the form; ``.../save``, ``.../send`` and ``.../wipe`` take JSON. Asking for
the page changes nothing: programs that look at mail open links too.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import anyio
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from regional.access.modes import is_own_origin
from regional.access.network import network
from regional.publishing.links import Limiter, hashed
from regional.questionnaire.page import form_html, script, style
from regional.web.pages import away_page, closed_page, open_page, page, texts_of, token_of
from regional.workspace.errors import WorkspaceError

if TYPE_CHECKING:
    from starlette.requests import Request

    from regional.publishing.invitations import Invitations, OpenedForm
    from regional.texts import Texts

T = TypeVar("T")
ADDRESS = "/zes_vragen"
ICON = "/app/static/icon.png"
LARGEST = 60_000
"""Bytes of one request: many times what all answers come to."""
PATIENCE = 20.0
"""Seconds in which a request is there whole: nobody holds a connection by sending it letter by letter."""
_THREADS = 2
_NO_STORE = {"cache-control": "no-store"}


class QuestionRoutes:
    """The form behind a link, of one process.

    Parameters
    ----------
    links : the museum's links, None where none are served.
    places : the municipalities of the museum's region, by name.
    is_ours : tells of the cookies of a request whether they are of somebody who signed in at the museum.
    base : what stands before every address of the app, "" for nothing.
    """

    def __init__(
        self,
        links: Callable[[], Invitations | None],
        places: Callable[[], Sequence[str]],
        is_ours: Callable[[Mapping[str, str]], bool],
        base: str = "",
    ) -> None:
        self._links, self._places, self._is_ours, self._base = links, places, is_ours, base.rstrip("/")
        self._guesses = Limiter(time.monotonic)
        # Of one link: a save in half a second, and then some; of all together: a few hundred who type at once.
        self._typing = Limiter(time.monotonic, burst=60, rate=3, all_burst=1_000, all_rate=300)
        self._threads: anyio.CapacityLimiter | None = None

    def routes(self) -> list[BaseRoute]:
        """Return the routes for ``st.App(routes=...)``."""
        here = self._base + ADDRESS
        pages = [Route(path, self.show, methods=["GET"]) for path in (here, f"{here}/")]
        return [*pages, Route(f"{here}/{{deed:str}}", self.take, methods=["POST"])]

    async def show(self, request: Request) -> Response:
        """Answer with the form, or with the one page for every link that opens nothing."""
        token, t = token_of(request), texts_of(request)
        try:
            drawn = await self._in_thread(partial(self._drawn, token, t, is_look=self._is_ours(request.cookies)))
        except WorkspaceError:
            return away_page(t)
        if drawn is None:
            return closed_page(t, 200 if self._guesses.allow(_address(request)) else 429)
        return drawn

    def _drawn(self, token: str, t: Texts, *, is_look: bool) -> Response | None:
        links = self._links()
        opened = links.open(token) if links else None
        if links is None or opened is None:
            return None
        if is_look:
            opened = replace(opened, draft=None)
        return self._form(links, opened, token, t, is_look=is_look)

    def _form(self, links: Invitations, opened: OpenedForm, token: str, t: Texts, *, is_look: bool) -> Response:
        form = links.form(opened, self._places(), t)
        if is_look:
            form = replace(form, said={}, is_sent=False, was_sent=False, is_look=True)
        run = "" if is_look else script()
        title, icon = t("Six questions about our cooperation"), self._base + ICON
        drawn = page(title, form_html(form, t, behind_link=True), t, token, style=style(), icon=icon, run=run)
        return open_page(drawn, run)

    async def take(self, request: Request) -> Response:
        """Keep, send or wipe what was typed; an answer that is empty, as the page has the words for it."""
        status = await self._taken(request)
        return Response(None, status, _NO_STORE)

    async def _taken(self, request: Request) -> int:
        deed, token = request.path_params["deed"], token_of(request)
        if deed not in ("save", "send", "wipe"):
            return 404
        if not _is_from_the_form(request):
            return 403
        if not self._typing.allow(hashed(token)):
            return 429
        body, wrong = await _body(request)
        if wrong:
            return wrong
        try:
            given = json.loads(body)
            answers = given["answers"] if deed != "wipe" else {}
        except (ValueError, RecursionError, TypeError, KeyError):
            return 400
        if not isinstance(answers, dict):
            return 400
        try:
            is_open = await self._in_thread(partial(self._done, deed, token, answers))
        except WorkspaceError:
            return 503
        if is_open:
            return 204
        return 404 if self._guesses.allow(_address(request)) else 429

    def _done(self, deed: str, token: str, answers: object) -> bool:
        links = self._links()
        if links is None:
            return False
        if deed == "wipe":
            return links.wipe(token)
        return links.send(token, answers) if deed == "send" else links.keep_draft(token, answers)

    async def _in_thread(self, work: Callable[[], T]) -> T:
        """Do what waits for the database in one of a few threads of its own: others never wait for those."""
        if self._threads is None:
            self._threads = anyio.CapacityLimiter(_THREADS)
        return await anyio.to_thread.run_sync(work, limiter=self._threads)


def _is_from_the_form(request: Request) -> bool:
    """Tell a request of our own page from what another site makes a browser send: that has no JSON, or says so."""
    asked = request.headers
    if asked.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        return False
    site = asked.get("sec-fetch-site")
    return site == "same-origin" if site else is_own_origin(asked.get("origin"), asked.get("host", ""))


async def _body(request: Request) -> tuple[bytes, int]:
    """Return the body and 0; or what is wrong: larger than any form comes to, too slow, or broken off."""
    said = request.headers.get("content-length", "")
    if said.isdigit() and int(said) > LARGEST:
        return b"", 413
    body = bytearray()
    try:
        with anyio.fail_after(PATIENCE):
            async for part in request.stream():
                body += part
                if len(body) > LARGEST:
                    return b"", 413
    except TimeoutError:
        return b"", 408
    except ClientDisconnect:
        return b"", 400
    return bytes(body), 0


def _address(request: Request) -> str:
    return network(request.client.host if request.client else "")

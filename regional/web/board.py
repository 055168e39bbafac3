"""What a board's link opens: one frozen publication as plain HTML.

``/voor_de_vergadering?link=TOKEN`` (``&taal=en``) is the page; ``/voor_de_vergadering/open?link=TOKEN`` tells an open
page whether it may stay: ``true``, ``false``, or ``null`` where that cannot be known just now.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from regional.access.network import network
from regional.publishing.board import board_html, board_style
from regional.publishing.links import Limiter
from regional.web.pages import ASK, away_page, closed_page, open_page, page, texts_of, token_of
from regional.workspace.errors import WorkspaceError

if TYPE_CHECKING:
    from starlette.requests import Request

    from regional.publishing.store import Shared
    from regional.texts import Texts
    from regional.web.desk import Desk

ADDRESS = "/voor_de_vergadering"
ICON = "/app/static/icon.png"
_PAGES = 32


class BoardRoutes:
    """The board's page of one process.

    Parameters
    ----------
    base : what stands before every address of the app, "" for nothing.
    """

    def __init__(self, desk: Desk, base: str = "") -> None:
        self._desk, self._base = desk, base.rstrip("/")
        self._limiter = Limiter(time.monotonic)
        self._drawn: OrderedDict[tuple[str, str], tuple[Shared, bytes]] = OrderedDict()

    def routes(self) -> list[BaseRoute]:
        """Return the routes for ``st.App(routes=...)``."""
        here = self._base + ADDRESS
        pages = [Route(path, self.show, methods=["GET"]) for path in (here, f"{here}/")]
        return [*pages, Route(f"{here}/{ASK}", self.may_stay, methods=["GET"])]

    async def show(self, request: Request) -> Response:
        """Answer with the publication, or with the one page for every link that opens nothing."""
        token, t = token_of(request), texts_of(request)
        try:
            opened = await self._desk.opened(token)
            shared = await self._desk.shared(opened) if opened else None
        except WorkspaceError:
            return away_page(t)
        if opened is None or shared is None:
            # Only a wrong token is slowed: who has a right one is not, whoever else comes from the same address.
            return closed_page(t, 200 if self._limiter.allow(_address(request)) else 429)
        if _is_visit(request):
            self._desk.visited(token)
        return open_page(self._page(shared, token, t))

    def _page(self, shared: Shared, token: str, t: Texts) -> bytes:
        """Return a page: as it was drawn before, where it is of the very same publication that was read."""
        drawn_of, drawn = self._drawn.pop((token, t.language), (None, b""))
        if drawn_of is not shared:
            title, style = shared.publication.frame.title, board_style()
            drawn = page(title, board_html(shared, t), t, token, style=style, icon=self._base + ICON)
        self._drawn[(token, t.language)] = (shared, drawn)
        while len(self._drawn) > _PAGES:
            self._drawn.popitem(last=False)
        return drawn

    async def may_stay(self, request: Request) -> Response:
        """Answer an open page that asks whether it may stay."""
        answer = await self._desk.is_open(token_of(request))
        return JSONResponse(answer, headers={"cache-control": "no-store"})


def _is_visit(request: Request) -> bool:
    """Tell a visit from a look ahead, and from the other language of a page that is open already."""
    asked = request.headers
    is_ahead = "prefetch" in asked.get("sec-purpose", asked.get("purpose", ""))
    return request.method == "GET" and not is_ahead and asked.get("sec-fetch-site") != "same-origin"


def _address(request: Request) -> str:
    return network(request.client.host if request.client else "")

"""Pulled boundaries for the map: ``/kaart/DIGEST/world_50m.json``, fetched once by each browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import FileResponse, Response
from starlette.routing import Route

from regional.geo.geometry import BOUNDARIES_URL, RESOLUTION, boundaries_file

if TYPE_CHECKING:
    from starlette.requests import Request

FOREVER = "public, max-age=31536000, immutable"


def boundaries_route(base: str = "") -> Route:
    """Return the route for ``st.App(routes=...)``; ``base`` stands before every address of the app."""
    name = f"world_{RESOLUTION['boundaries']}m.json"
    return Route(f"{base.rstrip('/')}/{BOUNDARIES_URL}/{{digest}}/{name}", _boundaries, methods=["GET"])


def _boundaries(request: Request) -> Response:
    """Answer with boundaries that are kept on this machine; a new pull has a new address."""
    path = boundaries_file(request.path_params["digest"])
    if path is None:
        return Response(status_code=404)
    return FileResponse(path, media_type="application/json", headers={"cache-control": FOREVER})

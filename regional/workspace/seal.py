"""The seal on a frozen publication: by it one sees that nothing was altered since. Pure: no database."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any


def seal_of(content: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a publication as plain JSON values, in their order, without its own ``digest``."""
    from pydantic_core import to_json

    return hashlib.sha256(to_json({**content, "digest": ""})).hexdigest()


def sealed_anew(before: Mapping[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """Return what a publication's record holds after an erasure, with the seal set right again.

    One that was altered before, and so opens nothing, stays so.
    """
    was, now = before.get("publication"), after.get("publication")
    if not isinstance(was, dict) or not isinstance(now, dict) or was.get("digest") != seal_of(was):
        return after
    return {**after, "publication": {**now, "digest": seal_of(now)}}

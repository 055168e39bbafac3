"""The seal on a frozen publication: by it one sees that nothing was altered since. Pure: no database."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any


def seal_of(content: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a publication as plain JSON values, in their order, without its own ``digest``."""
    from pydantic_core import to_json

    return hashlib.sha256(to_json({**content, "digest": ""})).hexdigest()


_NO_WORDS: Mapping[str, Any] = {
    "title": "",
    "period": "",
    "explanation": "",
    "meeting": None,
    "goals": [],
    "points": [],
}


def figures_alone(payload: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a publication's record holds without what was typed, sealed anew; {} where nothing of it opens."""
    publication = payload.get("publication")
    if not isinstance(publication, dict) or publication.get("digest") != seal_of(publication):
        return {}
    bare = {**publication, "frame": dict(_NO_WORDS)}
    return {**payload, "publication": {**bare, "digest": seal_of(bare)}, "since": None, "news": []}


def has_figures_alone(payload: Mapping[str, Any]) -> bool:
    """Tell whether the words of a publication were taken away."""
    publication = payload.get("publication")
    return isinstance(publication, dict) and publication.get("frame") == _NO_WORDS


def sealed_anew(before: Mapping[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """Return what a publication's record holds after an erasure, with the seal set right again.

    One that was altered before, and so opens nothing, stays so.
    """
    was, now = before.get("publication"), after.get("publication")
    if not isinstance(was, dict) or not isinstance(now, dict) or was.get("digest") != seal_of(was):
        return after
    return {**after, "publication": {**now, "digest": seal_of(now)}}

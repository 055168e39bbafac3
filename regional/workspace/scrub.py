"""Taking one partner out of texts and out of frozen JSON. Pure: no database."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import Any

MARK = "[…]"
"""What stands where a name stood."""
NAME_KEYS = ("naam", "name", "partner", "partner_name")
CODES = frozenset({
    "id", "revision", "changed_at", "spec", "region", "municipality", "kind", "means", "partner_id", "goal_id",
    "need_id", "question", "state", "stage", "fit", "work_paid", "dimension", "group", "unit", "step", "principle",
    "token_hash",
})  # fmt: skip
"""Fields of records that hold codes of this app, never a user's prose."""
_DROP = object()


def scrubber(names: Collection[str]) -> Callable[[str], str]:
    """Return a function that puts a mark in place of these names, as whole words, the longest first.

    Case does not matter for a name of several words. A single word ("Fonds") is only taken out as it is written, or
    in capitals: in lower case it may be an ordinary word.
    """
    patterns = [_pattern(name) for name in sorted(names, key=len, reverse=True) if name]

    def scrub(text: str) -> str:
        for pattern in patterns:
            text = pattern.sub(MARK, text)
        return text

    return scrub


def _pattern(name: str) -> re.Pattern[str]:
    words = name.split()
    body = r"\s+".join(re.escape(word) for word in words)
    if len(words) == 1:
        return re.compile(rf"(?<!\w)(?:{body}|{re.escape(name.upper())})(?!\w)")
    return re.compile(rf"(?<!\w){body}(?!\w)", re.IGNORECASE)


def without(value: Any, ids: Collection[str], names: Collection[str], scrub: Callable[[str], str]) -> Any:  # noqa: ANN401
    """Return JSON without the partners ``ids``: what is about one goes, a mention in a text becomes a mark."""
    kept = _without(value, {*ids, *names}, scrub)
    return type(value)() if kept is _DROP else kept


def _without(value: Any, gone: Collection[str], scrub: Callable[[str], str]) -> Any:  # noqa: ANN401
    if isinstance(value, str):
        return _DROP if value in gone else scrub(value)
    if isinstance(value, list):
        return [kept for item in value if (kept := _without(item, gone, scrub)) is not _DROP]
    if isinstance(value, dict):
        if any(value.get(key) in gone for key in ("partner_id", *NAME_KEYS) if isinstance(value.get(key), str)):
            return _DROP
        pairs = ((scrub(key), _without(item, gone, scrub)) for key, item in value.items() if key not in gone)
        return {key: kept for key, kept in pairs if kept is not _DROP}
    return value

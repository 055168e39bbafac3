"""Taking one partner out of texts and out of JSON. Pure: no database."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from typing import Any

from regional.workspace.stored import Prose, Record

MARK = "[…]"
"""What stands where a name stood."""
NAME_KEYS = ("naam", "name", "partner", "partner_name")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
"""Hyphens and joins that do not show: a name may be cut in two by them."""
_DROP = object()

_FORM_BEFORE = re.compile(
    r"^(?:(?:de|het|the)\s+)?(?:(?:stichting|stg\.?|st\.?|vereniging|ver\.?|co[öo]peratie(?:ve)?|maatschap|foundation)\s+)+",
    re.IGNORECASE,
)
_FORM_BEHIND = re.compile(
    r"(?:[\s,]+(?:b\.?\s?v\.?|n\.?\s?v\.?|v\.?\s?o\.?\s?f\.?|c\.?\s?v\.?|u\.?\s?a\.?|stichting|vereniging|foundation"
    r"|ltd\.?|gmbh|e\.?\s?v\.?|inc\.?))+$", re.IGNORECASE,
)  # fmt: skip
"""Legal forms around a name, which people leave out when they write of a partner."""
_LEAST = 3
"""Letters of the shortest name that is taken out without its legal form."""

Scrub = Callable[[str], str]


def one_form(text: str) -> str:
    """Return a text in the form that all are compared in: composed letters, nothing that does not show."""
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text))


def without_form(name: str) -> str:
    """Return a name without its legal form, "" where there is none or where what is left may be any word or place.

    A single word is a name only with a capital, and not where a municipality or a group of inhabitants is called so.
    """
    from regional.partners.groups import known_groups
    from regional.partners.places import municipality_names

    bare = _FORM_BEHIND.sub("", _FORM_BEFORE.sub("", one_form(name).strip())).strip()
    is_word = len(bare.split()) == 1 and (
        not bare[:1].isupper() or bare in municipality_names().values() or bool(known_groups(bare)[0])
    )
    return "" if bare == one_form(name).strip() or len(bare) < _LEAST or is_word else bare


def scrubber(names: Collection[str]) -> Scrub:
    """Return a function that puts a mark in place of these names, as whole words, the longest first.

    Case does not matter for a name of several words. A single word ("Fonds") is only taken out as it is written, or
    in capitals: in lower case it may be an ordinary word. A text without any of the names comes back as it was.
    """
    patterns = [_pattern(name) for name in sorted(map(one_form, names), key=len, reverse=True) if name.strip()]

    def scrub(text: str) -> str:
        before = after = one_form(text)
        for pattern in patterns:
            after = pattern.sub(MARK, after)
        return text if after == before else after

    return scrub


def _pattern(name: str) -> re.Pattern[str]:
    words = name.split()
    body = r"\s+".join(re.escape(word) for word in words)
    if len(words) == 1:
        return re.compile(rf"(?<!\w)(?:{body}|{re.escape(words[0].upper())})(?!\w)")
    return re.compile(rf"(?<!\w){body}(?!\w)", re.IGNORECASE)


def typed_fields(kind: type[Record]) -> dict[str, Prose]:
    """Return the fields of a record in which a user types."""
    found = {name: [rule for rule in field.metadata if isinstance(rule, Prose)]
             for name, field in kind.model_fields.items()}  # fmt: skip
    return {name: rules[-1] for name, rules in found.items() if rules}


def without(value: Any, prose: Prose, ids: Collection[str], names: Collection[str], scrub: Scrub) -> Any:  # noqa: ANN401
    """Return what a typed field holds without the partners ``ids``.

    What is about one goes, a mention in a text becomes a mark; figures, and the codes and labels among them, stay as
    they are.
    """
    partners = {*ids, *map(one_form, names)}

    def is_one(value: object) -> bool:
        return isinstance(value, str) and one_form(value) in partners

    def names_one(key: str, path: tuple[str, ...]) -> bool:
        """Tell whether a key is a partner; keys of a form that we know are its own, whatever a partner is called."""
        return key in ids or (is_one(key) and not _leads_to((*path, key), (*prose.figures, *prose.typed)))

    def kept(value: Any, path: tuple[str, ...]) -> Any:  # noqa: ANN401
        is_figure = _lies_under(path, prose.figures)
        if is_figure and not _leads_to(path, prose.typed):
            return value
        if isinstance(value, dict):
            if not is_figure and any(is_one(value.get(key)) for key in ("partner_id", *NAME_KEYS)):
                return _DROP
            items = ((key, kept(item, (*path, key))) for key, item in value.items() if not names_one(key, path))
            return {key: item for key, item in items if item is not _DROP}
        if isinstance(value, (list, tuple)):
            left = (kept(item, (*path, str(i))) for i, item in enumerate(value) if not is_one(item))
            return type(value)(item for item in left if item is not _DROP)
        if not isinstance(value, str):
            return value
        return _DROP if value in ids else scrub(value)

    left = kept(value, ())
    return type(value)() if left is _DROP else left


def _lies_under(path: tuple[str, ...], places: Collection[str]) -> bool:
    return any(len(path) >= place.count("/") + 1 and _leads_to(path, [place]) for place in places)


def _leads_to(path: tuple[str, ...], places: Collection[str]) -> bool:
    """Tell whether a path lies under one of ``places``, or on the way to one."""
    return any(
        all(wanted in ("*", part) for part, wanted in zip(path, place.split("/"), strict=False)) for place in places
    )

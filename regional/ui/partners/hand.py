"""The list in hand: what was read of a file, kept until all that it leaves open is answered, also after a reload.

What is held has no columns about persons, is its reader's alone, and goes as every draft does.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

import streamlit as st

from regional.files.sheets import Sheet, sheet_bytes
from regional.partners.columns import plain
from regional.partners.partner import IS_PERSON
from regional.partners.values import ORGANISATION
from regional.ui import drafts, storage

if TYPE_CHECKING:
    from regional.partners.imported import ImportResult

FORM, HELD = "list", "list"
BETWEEN = "\x1f"
"""What parts the cells of a row that is held; no cell holds it."""


def hold(result: ImportResult) -> None:
    """Hold a list that was just read, or read again."""
    _write(**laid_down(result))


def laid_down(result: ImportResult) -> dict[str, Any]:
    """Return a list that was read as plain JSON, without its columns about persons."""
    sheet = result.in_hand
    rows = [BETWEEN.join((str(number), *cells)) for number, cells in sheet.rows] if sheet else []
    return {"name": result.portfolio.name, "sheet": sheet.name if sheet else "", "rows": rows}


def taken_up(held: Mapping[str, Any]) -> ImportResult | None:
    """Read a list that was laid down; None where there are no rows of it."""
    from regional.partners.apart import read_sheets_apart

    sheets = sheets_of(held)
    return read_sheets_apart(sheets, held["name"]) if sheets else None


def sheets_of(held: Mapping[str, Any]) -> bytes:
    """Return a list that was laid down, to be read again; nothing where there are no rows of it."""
    rows = [row.split(BETWEEN) for row in held.get("rows", []) if isinstance(row, str)]
    if not rows:
        return b""
    return sheet_bytes(Sheet(held["sheet"], tuple((int(number), tuple(cells)) for number, *cells in rows)))


def forget() -> None:
    """Let go of the list in hand, and of what was told of it."""
    drafts.drop(FORM)
    st.session_state.pop(storage.READ, None)


def version() -> int:
    """Return the number of the version that was made of the list in hand, 0 where there is none."""
    return int(_held().get("version", 0))


def made(number: int) -> None:
    """Note which version was made of the list in hand."""
    if _held():
        _write(version=number)


def answer(answers: Mapping[str, str]) -> None:
    """Note answers about the list in hand: "about:key" -> the option that was chosen."""
    _write(answers={**_held().get("answers", {}), **answers})


def in_hand() -> tuple[bytes, str]:
    """Return the list in hand, to be read again, and the name of its file; nothing where nothing is held of it."""
    return sheets_of(_held()), str(_held().get("name", ""))


def how() -> dict[str, Any]:
    """Return how a list is read: with what was answered about it, and what the museum answered before."""
    told = {f"person:{plain(name)}": ORGANISATION for name in _organisations()}
    return {
        "mapping": storage.remembered("heading"),
        "places_answered": storage.remembered("place"),
        "answers": {**told, **_held().get("answers", {})},
    }


def _organisations() -> list[str]:
    """Return who was taken for a person once, and told to be an organisation."""
    if not storage.has_workspace() or storage.workspace().versions.newest() is None:
        return []
    rows = storage.workspace().versions.rows()
    return [row.name for row in rows if IS_PERSON in row.partner.refused]


def _held() -> dict[str, Any]:
    return cast(dict[str, Any], drafts.held(FORM).get(HELD, {}))


def _write(**changes: Any) -> None:  # noqa: ANN401
    drafts.hold(FORM, {HELD: {**_held(), **changes}})

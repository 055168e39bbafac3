"""The answer form of earlier years, one row a partner in up to 13 columns: some are still out there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from regional.files.problems import CellFault
from regional.questionnaire.questions import PARTS, RETIRED
from regional.questionnaire.response import Response, Said, Unread, checked, option_code, understood

if TYPE_CHECKING:
    from regional.files.sheets import Sheet

SHEET, ID, NAME, FIRST = "Antwoorden", "kenmerk", "naam", 2
"""The sheet; the keys of whose row it is, in its hidden first row; rows (from 0) above the first partner."""


def read_old_form(sheets: Sequence[Sheet]) -> tuple[Response, ...]:
    """Return a response for each row with an answer; () where this is no such form."""
    sheet = next((one for one in sheets if one.name == SHEET), None)
    if sheet is None or not sheet.rows or sheet.rows[0][0] != 1 or ID not in sheet.rows[0][1]:
        return ()
    numbered = dict(sheet.rows)
    keys = numbered[1]
    # A row ends at its last filled cell: what stands right of that was left empty.
    rows = [dict(zip_longest(keys, row[: len(keys)], fillvalue="")) for n, row in numbered.items() if n > FIRST]
    return tuple(_response(row) for row in rows if row.get(ID) or row.get(NAME))


def _response(row: Mapping[str, str]) -> Response:
    boxes: dict[str, list[str]] = {}
    for key, cell in row.items():
        part_id = key.partition(".")[0]
        if cell and (part_id in PARTS or part_id in RETIRED):
            boxes.setdefault(part_id, []).append(cell)
    said, unread = dict[str, Said](), list[Unread]()
    for part_id, cells in boxes.items():
        if part_id == "stage":
            found, told = _stage(cells)
        else:
            one, told = understood(part_id, cells)
            found = {part_id: one}
        said |= {name: one for name, one in found.items() if one}
        unread += told
    return Response(row.get(ID, ""), said, "paper", row.get(NAME, ""), unread=tuple(unread))


def _stage(cells: Sequence[str]) -> tuple[dict[str, Said], tuple[Unread, ...]]:
    """Return where a partner said that it stands, in the words of then; "shares experience" stands beside now."""
    from regional.partners.values import one_of

    found = dict[str, Said]()
    unread = list[Unread]()
    for cell in cells:
        code = option_code("stage", cell)
        try:
            code = code or one_of("stage")(cell)
        except CellFault:
            unread += understood("stage", [cell])[1]
            continue
        part_id = "offers" if code == "shares" else "stage"
        found[part_id], told = checked(part_id, [code])
        unread += told
    return found, tuple(unread)

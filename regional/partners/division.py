"""Partners' places on the division of the figures in use: what ended becomes its successor, and is told."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from regional.cbs.divisions import Move, move
from regional.files.problems import Level, Problem
from regional.partners.imported import ImportResult
from regional.texts import N_, Message

if TYPE_CHECKING:
    import pandas as pd

    from regional.partners.portfolio import Portfolio

MOVED = "moved"
REMEDY = N_("Nothing needs to be done: the partner counts there.")


def moves_of(portfolio: Portfolio, names: Mapping[str, str]) -> dict[str, Move]:
    """Return code -> where it went, of each municipality of the partners that is not in ``names`` any more."""
    frame = portfolio.frame
    codes = {str(code) for code in frame["municipality"].dropna()} | {c for area in frame["work_area"] for c in area}
    gone = codes - names.keys()
    return {code: found for code in gone if code.startswith("GM") and (found := move(code, names))}


def on_division(
    result: ImportResult, names: Mapping[str, str], moves: Mapping[str, Move] | None = None
) -> ImportResult:
    """Return ``result`` with every municipality as the figures have it, and a problem (info) a place that moved.

    Parameters
    ----------
    names : code -> name of every municipality of the figures in use.
    moves : what :func:`moves_of` gives, where it is known already.
    """
    moves = moves_of(result.portfolio, names) if moves is None else moves
    if not moves:
        return result
    frame = result.portfolio.frame
    moved = frame.assign(
        municipality=frame["municipality"].replace({code: found.code for code, found in moves.items()}),
        work_area=_areas(frame["work_area"], moves),
    )
    told = "|".join(f"{code}>{found.code}" for code, found in sorted(moves.items()))
    digest = hashlib.sha256(f"{result.portfolio.digest}|{told}".encode()).hexdigest()
    portfolio = replace(result.portfolio, frame=moved, digest=digest)
    return replace(result, portfolio=portfolio, problems=(*result.problems, *_problems(frame, moves, names)))


def _areas(areas: pd.Series[Any], moves: Mapping[str, Move]) -> pd.Series[Any]:
    moved = [tuple(dict.fromkeys(moves[c].code if c in moves else c for c in area)) for area in areas]
    return areas.copy().mask(areas.map(bool), moved) if len(areas) else areas


def _problems(frame: pd.DataFrame, moves: Mapping[str, Move], names: Mapping[str, str]) -> list[Problem]:
    """Say each place once, by the name that the file has for it."""
    here = frame[frame["municipality"].isin(list(moves))]
    pairs = dict.fromkeys(zip(here["place"].fillna(""), here["municipality"].astype(str), strict=True))
    seated = {code for _, code in pairs}
    pairs |= dict.fromkeys(("", code) for code in sorted(set(moves) - seated))
    return [
        Problem(MOVED, Level.INFO, moves[code].told(names, _name(place, moves[code])), Message.of(REMEDY), value=place)
        for place, code in pairs
    ]


def _name(place: str, found: Move) -> str:
    """Return the place as written; the municipality's old name where a code was."""
    return found.former.name if place.upper() == found.former.code else place

"""How a state is told: one word form and one shape each, never by colour alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from regional.mirror.result import Status
from regional.sentences.states import STRENGTH


@dataclass(frozen=True)
class Symbol:
    """A shape in two forms: ``marker`` for Plotly, ``glyph`` for running text."""

    marker: str
    glyph: str


_SYMBOLS = {
    Status.CLEARLY_LESS: Symbol("triangle-down", "▼"),
    Status.POSSIBLY_LESS: Symbol("triangle-down-open", "▽"),
    Status.IN_LINE: Symbol("circle", "●"),
    Status.POSSIBLY_MORE: Symbol("triangle-up-open", "△"),
    Status.CLEARLY_MORE: Symbol("triangle-up", "▲"),
    Status.TOO_LITTLE_DATA: Symbol("circle-open", "○"),
    Status.NOT_COMPARABLE: Symbol("line-ew-open", "–"),
}


def state_symbol(status: Status) -> Symbol:
    """Return the shape for a state: filled is clear, open is possible, pointing down is less."""
    return _SYMBOLS[status]


def strongest(statuses: Iterable[Status]) -> Status:
    """Return the state that most deserves a reader's eye; NOT_COMPARABLE where there is none."""
    return min(statuses, key=STRENGTH.index, default=Status.NOT_COMPARABLE)

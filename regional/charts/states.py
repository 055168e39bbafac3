"""How a state is told: one word form and one shape each, never by colour alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from regional.mirror.result import Status
from regional.sentences.states import state_words

if TYPE_CHECKING:
    from regional.texts import Texts


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
_STRENGTH = (
    Status.CLEARLY_LESS,
    Status.CLEARLY_MORE,
    Status.POSSIBLY_LESS,
    Status.POSSIBLY_MORE,
    Status.IN_LINE,
    Status.TOO_LITTLE_DATA,
    Status.NOT_COMPARABLE,
)


def state_label(status: Status, texts: Texts) -> str:
    """Return the words for a state, exactly those of the whole app."""
    return state_words(status, texts)


def state_symbol(status: Status) -> Symbol:
    """Return the shape for a state: filled is clear, open is possible, pointing down is less."""
    return _SYMBOLS[status]


def strongest(statuses: Iterable[Status]) -> Status:
    """Return the state that most deserves a reader's eye; NOT_COMPARABLE where there is none."""
    return min(statuses, key=_STRENGTH.index, default=Status.NOT_COMPARABLE)

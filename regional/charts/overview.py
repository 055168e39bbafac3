"""One line a dimension for the Overzicht: its strongest state, in words and shape."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from regional.charts.states import Symbol, state_symbol, strongest
from regional.charts.titles import mirror_title, named
from regional.charts.words import dimension_label
from regional.mirror.result import Status
from regional.sentences.states import state_words

if TYPE_CHECKING:
    from regional.mirror.result import DimensionResult
    from regional.texts import Texts

_TOLD = (Status.CLEARLY_LESS, Status.CLEARLY_MORE, Status.POSSIBLY_LESS, Status.POSSIBLY_MORE)


@dataclass(frozen=True)
class OverviewRow:
    """The strongest state of one dimension; ``groups`` names whom it is about, "" where all."""

    dimension: str
    label: str
    status: Status
    symbol: Symbol
    words: str
    groups: str
    title: str


def overview_rows(results: Iterable[DimensionResult], texts: Texts) -> list[OverviewRow]:
    """Return a row for each dimension given, in the order given, from the states they carry."""
    return [_row(result, texts) for result in results]


def _row(result: DimensionResult, texts: Texts) -> OverviewRow:
    status = strongest(group.status for group in result.groups)
    found = [group for group in result.groups if group.status is status]
    return OverviewRow(
        result.id,
        dimension_label(result.id, texts),
        status,
        state_symbol(status),
        state_words(status, texts),
        named(found, result.id, texts) if status in _TOLD else "",
        mirror_title(result, texts),
    )

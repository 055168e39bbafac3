"""Rows inside a list that are no partners: headings printed again, totals, notes, counts, headings between the rows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from regional.files.problems import CellFault
from regional.partners.amounts import AmountColumn, amount_column
from regional.partners.columns import plain
from regional.partners.lists import row_words as words
from regional.partners.lists.guesses import is_known_heading

Line = tuple[int, tuple[str, ...]]


class NoPartner(StrEnum):
    """Why a row is no partner."""

    HEADINGS = "headings"
    """The headings, printed again."""
    SECTION = "section"
    """A heading between the rows; it may tell the kind of those below."""
    TOTAL = "total"
    NOTE = "note"
    COUNT = "count"


@dataclass(frozen=True)
class PassedOver:
    """A row that is no partner: its number in Excel, what stands there, and why it was passed over."""

    row: int
    what: str
    why: NoPartner


_WORDED, _NUMBER = re.compile(r"[^\W\d_]{2}|[Σ∑]"), re.compile(r"[\d.,]+")


def sort_rows(
    lines: Sequence[Line], headings: Mapping[int, str], positions: Mapping[str, int]
) -> tuple[list[tuple[int, tuple[str, ...], str]], list[PassedOver]]:
    """Return the rows of partners, each with the kind that a heading above it tells ("" for none), and the others.

    ``headings``: position -> heading; ``positions``: column -> position. Empty rows are in neither.
    """
    kept: list[tuple[int, tuple[str, ...], str]] = []
    passed: list[PassedOver] = []
    judge = _Judge(lines, headings, positions)
    kind, before = "", 0
    for number, cells in lines:
        if not any(cells):
            continue
        why = judge.why(number, cells, before)
        before = number
        if why is None:
            judge.add(cells)
            kept.append((number, cells, kind))
            continue
        if why is NoPartner.SECTION:
            kind = words.section_kind(next(filter(None, cells)))
        passed.append(PassedOver(number, next(filter(None, cells))[:80], why))
    return kept, passed


class _Judge:
    """Says of a row why it is no partner, by its words, its width and what was added up so far."""

    def __init__(self, lines: Sequence[Line], headings: Mapping[int, str], positions: Mapping[str, int]) -> None:
        self.headings = {at: plain(heading) for at, heading in headings.items() if heading}
        self.name = positions.get("naam", -1)
        self.amounts = [at for column, at in positions.items() if column.startswith("bedrag")]
        self.others = [at for column, at in positions.items() if column not in ("naam", "soort", "jaar", "sinds",
        "status")
                       and not column.startswith("bedrag")]  # fmt: skip
        widths = sorted(sum(map(bool, cells)) for _, cells in lines if any(cells))
        self.width = widths[len(widths) // 2] if widths else 1
        loud = sum(self._name(cells).isupper() for _, cells in lines)
        self.is_loud = loud > 0.4 * max(len(lines), 1)
        self.column = {at: (headings.get(at, ""), lines) for at in self.amounts}
        self.above = list[tuple[str, ...]]()
        self.sums = dict.fromkeys(self.amounts, 0.0)
        self.grand = dict.fromkeys(self.amounts, 0.0)
        self.largest = dict.fromkeys(self.amounts, 0.0)
        self.last_name = max((number for number, cells in lines if self._name(cells)), default=0)
        self.added = 0
        self.sections: set[str] = set()

    def why(self, number: int, cells: tuple[str, ...], before: int) -> NoPartner | None:
        """Return why a row is no partner, None where it is one."""
        filled = [cell for cell in cells if cell]
        first = filled[0]
        if self._is_heading(cells):
            return NoPartner.HEADINGS
        if self._is_total(number, cells, filled):
            self._add_up()
            self.sums = dict.fromkeys(self.amounts, 0.0)
            return NoPartner.TOTAL
        numbers = [cell for cell in filled[1:] if _NUMBER.fullmatch(cell)]
        is_lone = len(filled) == 1 or len(filled) == 1 + len(numbers)
        if is_lone and words.is_count(first) and (len(filled) > 1 or re.search(r"\d|:", first)):
            return NoPartner.COUNT
        if len(filled) > 1:
            return None
        if not words.names_section(first) and words.is_note(
            first, is_table=len(self.headings) > 1, is_wide=self.width > 1
        ):
            return NoPartner.NOTE
        if not self._is_section(first, number - before > 1):
            return None
        self.sections.add(plain(words.bare(first)))
        return NoPartner.SECTION

    def add(self, cells: tuple[str, ...]) -> None:
        """Count the amounts of a partner for the totals below it."""
        self.added += 1
        self.above.append(cells)

    def _add_up(self) -> None:
        """Add up what stands above; most lists have no row that asks for it."""
        for cells in self.above:
            for at in self.amounts:
                euros = self._euros(cells, at) or 0.0
                self.sums[at] += euros
                self.grand[at] += euros
                self.largest[at] = max(self.largest[at], euros)
        self.above.clear()

    @cached_property
    def _read(self) -> dict[int, AmountColumn]:
        return {at: amount_column(heading, [_cell(cells, at) for _, cells in lines])
                for at, (heading, lines) in self.column.items()}  # fmt: skip

    def _name(self, cells: tuple[str, ...]) -> str:
        return _cell(cells, self.name) if self.name >= 0 else ""

    def _euros(self, cells: tuple[str, ...], at: int) -> float | None:
        try:
            return self._read[at].read(_cell(cells, at)).euros if _cell(cells, at) else None
        except CellFault:
            return None

    def _is_heading(self, cells: tuple[str, ...]) -> bool:
        filled = [at for at, cell in enumerate(cells) if cell]
        # Exact words only: every row passes here.
        if len(filled) > 2 and all(is_known_heading(cells[at]) for at in filled):
            return True
        same = sum(plain(cells[at]) == self.headings.get(at) for at in filled)
        is_name = plain(self._name(cells)) == self.headings.get(self.name)
        return (is_name and (same > 1 or len(filled) == 1)) or (same > 1 and same * 2 >= len(filled))

    def _is_total(self, number: int, cells: tuple[str, ...], filled: list[str]) -> bool:
        if self._name(cells) and not words.may_total(filled):
            return False
        texts = [cell for cell in filled if _WORDED.search(cell)]
        worded = next((text for text in texts if words.is_total(text)), "")
        is_bare = not any(_cell(cells, at) for at in self.others)
        if is_bare and (any(words.is_surely_total(text) for text in texts) or self._is_of_section(worded)):
            return True
        if worded:
            if words.is_total_alone(worded) and (is_bare or "tota" in worded.casefold()):
                return True
            return self._adds_up(cells) or (is_bare and plain(worded) != plain(self._name(cells)))
        if self._name(cells) or not is_bare or self.added < 2:
            return False
        return self._adds_up(cells) or (number > self.last_name and not texts and self._is_largest(cells))

    def _is_of_section(self, text: str) -> bool:
        """Tell whether a total names a heading that stands above it, or a word for one: "Totaal zorg en welzijn"."""
        rest = plain(re.sub(r"^\W*\S+", "", text))
        return bool(rest) and (words.is_section(rest) or rest in self.sections)

    def _is_largest(self, cells: tuple[str, ...]) -> bool:
        """Tell whether the amounts are at least the largest above: a sum that a filter or a rounding made another."""
        self._add_up()
        given = [(at, euros) for at in self.amounts if (euros := self._euros(cells, at))]
        return bool(given) and all(euros >= self.largest[at] for at, euros in given)

    def _adds_up(self, cells: tuple[str, ...]) -> bool:
        """Tell whether the amounts are the sums of those above."""
        self._add_up()
        given = [(at, euros) for at in self.amounts if (euros := self._euros(cells, at))]
        return bool(given) and any(self.grand.values()) and all(self._is_sum(at, euros) for at, euros in given)

    def _is_sum(self, at: int, euros: float) -> bool:
        return any(abs(euros - total[at]) < 0.02 * max(abs(total[at]), 1) for total in (self.sums, self.grand))

    def _is_section(self, text: str, is_apart: bool) -> bool:
        if words.names_section(text):
            return True
        if self.width < 2:
            return text.rstrip().endswith(":")
        is_marked = text.rstrip().endswith(":") or words.is_numbered(text) or bool(re.search(r"\(\d+\)\s*$", text))
        return is_marked or (text.isupper() and not self.is_loud and len(text) > 3) or (is_apart and self.width > 2)


def _cell(cells: Sequence[str], position: int) -> str:
    return cells[position] if 0 <= position < len(cells) else ""

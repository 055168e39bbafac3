"""Cells that hold several words: kinds of partners and groups of inhabitants; of several the good ones stay."""

from __future__ import annotations

import re
from functools import lru_cache, partial

from regional.dimensions import REACH_GROUPS
from regional.files.problems import CellFault
from regional.partners import schema
from regional.partners.columns import plain
from regional.partners.groups import known_groups, likely_groups
from regional.partners.lists.findings import Findings
from regional.partners.lists.questions import About
from regional.partners.values import answer_in, kind_spellings, kinds, reach
from regional.texts import N_, Message

_ABOUT: dict[str, About] = {"kind": "kinds", "group": "groups"}
COLUMNS: dict[str, About] = {column.name: _ABOUT[column.look] for column in schema.COLUMNS if column.look in _ABOUT}
"""Columns of several words -> what is asked about them."""
NONE = "-"
"""Answer that says of a word that it is nothing we know."""
MOST_ASKED = 100
"""Words of one column that are asked about: those in the most rows."""
_ASK = {"kinds": N_("Which kind of partner is “{word}”?"), "groups": N_("Which group is “{word}”?")}


class WordReader:
    """Reads the columns of words and keeps those that are not known, to be asked once with all their rows."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self._cells: dict[tuple[str, str], list[tuple[str, int]]] = {}

    def read(self, number: int, column: str, cell: str) -> str:
        """Return a cell as ids, parted by "; "; a cell that holds an answer ("geen antwoord") as it is."""
        if not cell or answer_in(cell) is not None:
            return cell
        ids, unknown = _kinds_in(cell) if COLUMNS[column] == "kinds" else known_groups(cell)
        found = list(ids)
        for word in unknown:
            answer = self.findings.answer(COLUMNS[column], plain(word))
            if answer:
                found += [] if answer == NONE else answer.split()
                continue
            self._cells.setdefault((column, plain(word)), []).append((word, number))
        return "; ".join(dict.fromkeys(found))

    def ask(self) -> None:
        """Ask what each unknown word means, and tell where it stands."""
        what = Message.of("We do not know this value.")
        asked = self._most()
        for (column, key), cells in self._cells.items():
            if (column, key) in asked:
                self._ask(column, key, cells)
            fault = CellFault("value", what, partial(_remedy, column, cells[0][0]))
            for word, row in cells:
                self.findings.tell_cell(row, column, word, fault)

    def _most(self) -> set[tuple[str, str]]:
        """Return which words are asked about: of very many nobody answers all."""
        found = sorted(self._cells, key=lambda place: -len(self._cells[place]))
        return {pair for column in COLUMNS for pair in [p for p in found if p[0] == column][:MOST_ASKED]}

    def _ask(self, column: str, key: str, cells: list[tuple[str, int]]) -> None:
        about, meanings = COLUMNS[column], _likely(column, cells[0][0])
        options = tuple(dict.fromkeys([" ".join(meanings), *meanings])) if meanings else ()
        self.findings.ask(about, key, _ASK[about], cells, options)


@lru_cache(maxsize=4_096)
def _kinds_in(cell: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the kinds in a cell, and the words that are none."""
    try:
        return kinds()(cell), ()
    except CellFault:
        parts = [part.strip() for part in _BETWEEN.split(cell) if part.strip()]
    ids: list[str] = []
    unknown: list[str] = []
    for part in parts:
        try:
            ids += kinds()(part)
        except CellFault:
            unknown.append(part)
    return tuple(dict.fromkeys(ids)), tuple(dict.fromkeys(unknown))


_BETWEEN = re.compile(r"[;/,&|]|\s\+\s|\s(?:en|and)\s")


def _likely(column: str, word: str) -> tuple[str, ...]:
    """Return what a word may mean, the likeliest first."""
    return _likely_kinds(word) if COLUMNS[column] == "kinds" else likely_groups(word)


def _likely_kinds(word: str) -> tuple[str, ...]:
    """Return the kind of a known word inside ("hoofdsponsor 2024", "subsidie gemeente"), or of one much like it."""
    from rapidfuzz import fuzz, process

    known, form = kind_spellings(), plain(word)
    inside = [spelling for spelling in known if len(spelling) > 4 and spelling in form]
    if inside:
        return (known[max(inside, key=len)],)
    near = process.extractOne(form[:60], list(known), scorer=fuzz.ratio, score_cutoff=75)
    return (known[near[0]],) if near else ()


def _remedy(column: str, word: str) -> Message:
    """Return what may be meant: by the words of the list, or the group that is proposed."""
    meanings = _likely(column, word)
    label = next((category.label for _, category in REACH_GROUPS if category.id in meanings[:1]), "")
    if label:
        return Message.of("Did you mean: {words}?", words=Message.of(label))
    try:
        (kinds if COLUMNS[column] == "kinds" else reach)()(word)
    except CellFault as fault:
        return fault.remedy
    return Message.of("Choose a group, or leave it empty.")

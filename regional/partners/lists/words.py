"""Cells that hold several words: kinds of partners and groups of inhabitants; of several the good ones stay."""

from __future__ import annotations

import re

from regional.dimensions import REACH_GROUPS
from regional.files.problems import CellFault
from regional.partners.columns import plain
from regional.partners.groups import groups_in
from regional.partners.lists.findings import Findings
from regional.partners.lists.questions import About
from regional.partners.values import answer_in, kind_spellings, kinds, reach
from regional.texts import N_, Message

COLUMNS: dict[str, About] = {"soort": "kinds", "vooral_voor": "groups", "bereikt_ook": "groups"}
"""Columns of several words -> what is asked about them."""
NONE = "-"
"""Answer that says of a word that it is nothing we know."""
Asked = tuple[tuple[str, tuple[str, ...]], ...]
"""Words that are not known, each with what it may mean, the likeliest first."""
_ASK = {"kinds": N_("Which kind of partner is “{word}”?"), "groups": N_("Which group is “{word}”?")}


class WordReader:
    """Reads the columns of words and keeps those that are not known, to be asked once with all their rows."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self._rows: dict[tuple[str, str], list[int]] = {}
        self._meanings: dict[tuple[str, str], tuple[str, ...]] = {}

    def read(self, number: int, column: str, cell: str) -> str:
        """Return a cell as ids, parted by "; "; a cell that holds an answer ("geen antwoord") as it is."""
        if not cell or answer_in(cell) is not None:
            return cell
        ids, asked = _kinds_in(cell) if column == "soort" else _groups_in(cell)
        found = list(ids)
        for word, meanings in asked:
            answer = self.findings.answer(COLUMNS[column], plain(word))
            if answer:
                found += [] if answer == NONE else answer.split()
                continue
            self._rows.setdefault((column, word), []).append(number)
            self._meanings[column, word] = meanings
        return "; ".join(dict.fromkeys(found))

    def ask(self) -> None:
        """Ask what each unknown word means, and tell where it stands."""
        what = Message.of("We do not know this value.")
        for (column, word), rows in self._rows.items():
            about, meanings = COLUMNS[column], self._meanings[column, word]
            options = tuple(dict.fromkeys([" ".join(meanings), *meanings])) if meanings else ()
            key = plain(word)
            self.findings.ask(about, key, _ASK[about], [(word, row) for row in rows], options)
            for row in rows:
                self.findings.tell_cell(row, column, word, CellFault("value", what, _remedy(column, word, meanings)))


def _groups_in(cell: str) -> tuple[tuple[str, ...], Asked]:
    found = groups_in(cell)
    return found.ids, found.asked


def _kinds_in(cell: str) -> tuple[tuple[str, ...], Asked]:
    try:
        return kinds()(cell), ()
    except CellFault:
        parts = [part.strip() for part in re.split(r"[;/,&|]|\s\+\s|\s(?:en|and)\s", cell) if part.strip()]
    ids: list[str] = []
    asked: dict[str, tuple[str, ...]] = {}
    for part in parts:
        try:
            ids += kinds()(part)
        except CellFault:
            asked[part] = _likely_kinds(part)
    return tuple(dict.fromkeys(ids)), tuple(asked.items())


def _likely_kinds(word: str) -> tuple[str, ...]:
    """Return the kind of a known word inside ("hoofdsponsor 2024", "subsidie gemeente"), or of one much like it."""
    from rapidfuzz import fuzz, process

    known, form = kind_spellings(), plain(word)
    inside = [spelling for spelling in known if len(spelling) > 4 and spelling in form]
    if inside:
        return (known[max(inside, key=len)],)
    near = process.extractOne(form[:60], list(known), scorer=fuzz.ratio, score_cutoff=75)
    return (known[near[0]],) if near else ()


def _remedy(column: str, word: str, meanings: tuple[str, ...]) -> Message:
    """Return what may be meant: by the words of the list, or the group that is proposed."""
    label = next((category.label for _, category in REACH_GROUPS if category.id in meanings[:1]), "")
    if label:
        return Message.of("Did you mean: {words}?", words=Message.of(label))
    try:
        (kinds if column == "soort" else reach)()(word)
    except CellFault as fault:
        return fault.remedy
    return Message.of("Choose a group, or leave it empty.")

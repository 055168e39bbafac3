"""What is told and what is asked about a list while it is read; what was answered before is not asked again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from regional.files.problems import CellFault, CellProblem, Level, Problem
from regional.partners.lists.questions import About, ListQuestion
from regional.texts import Message

SHOWN = 80
"""Characters of a cell that a problem quotes."""
EXAMPLES = 3
"""Cells that a question shows."""
MOST_TOLD = 100
"""Problems of one kind in one column that are told row by row; of more only how many."""


class Problems:
    """What is told of rows; of very many of one kind in one column the first ones, and how many more there are."""

    def __init__(self) -> None:
        self._kept: list[Problem] = []
        self._n: dict[tuple[str, str], int] = {}

    def add(self, *problems: Problem | CellProblem) -> None:
        """Take problems in."""
        for problem in problems:
            key = (problem.code, problem.column)
            self._n[key] = self._n.get(key, 0) + 1
            if self._n[key] <= MOST_TOLD or problem.level is Level.ERROR:
                self._kept.append(problem.worded() if isinstance(problem, CellProblem) else problem)

    def in_rows(self) -> list[Problem]:
        """Return them by row, then what there is more of."""
        more = [
            Problem(code, Level.INFO, Message.counted("{n} more row has the same.", "{n} more rows have the same.",
                                                      n - MOST_TOLD),
                                                      Message.of("Mend the first ones, and read the list again."),
                    None, column)
            for (code, column), n in self._n.items() if n > MOST_TOLD
        ]  # fmt: skip
        return [*sorted(self._kept, key=lambda problem: problem.row or 0), *more]


class Findings:
    """Problems and questions about one list.

    ``headings``: column -> heading as written; ``answers``: "about:key" of a question -> the option chosen.
    """

    def __init__(self, headings: Mapping[str, str], answers: Mapping[str, str]) -> None:
        self.headings, self.answers = headings, answers
        self.problems = Problems()
        self.questions: list[ListQuestion] = []

    def heading(self, column: str) -> str:
        """Return the heading above a column, as written."""
        return self.headings.get(column, column)

    def answer(self, about: About, key: str = "") -> str:
        """Return what the user chose, "" where nothing was chosen."""
        return self.answers.get(f"{about}:{key}", "")

    def ask(self, about: About, key: str, ask: str, cells: Sequence[tuple[str, int]], options: tuple[str, ...]) -> None:
        """Ask once; ``cells``: (value, row) of all rows that it is about; the first option is used meanwhile."""
        if self.answer(about, key):
            return
        values = tuple(dict.fromkeys(cell for cell, _ in cells))[:EXAMPLES]
        rows = tuple(dict.fromkeys(number for _, number in cells))
        first = options[0] if options else ""
        self.questions.append(
            ListQuestion(
                about,
                key,
                Message.of(ask, heading=key, word=values[0] if values else key),
                values,
                rows,
                options,
                first,
            )
        )

    def tell(self, code: str, what: Message, remedy: Message, column: str = "") -> None:
        """Tell something of the whole list, or of a column."""
        self.problems.add(Problem(code, Level.INFO, what, remedy, None, self.heading(column) if column else ""))

    def tell_row(self, code: str, what: Message, remedy: Message, number: int, name: str, column: str = "naam") -> None:
        """Tell something of one row, quoting the name in it."""
        self.problems.add(Problem(code, Level.INFO, what, remedy, number, self.heading(column), name[:SHOWN]))

    def tell_cell(self, number: int, column: str, cell: str, fault: CellFault) -> None:
        """Warn of one cell that could not be read; its row stays."""
        self.problems.add(CellProblem(Level.WARNING, fault, number, self.heading(column), cell[:SHOWN]))

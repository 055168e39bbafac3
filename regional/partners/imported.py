"""What always comes back from reading a partner file, good or bad."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from regional.files.problems import Level, Problem
from regional.files.sheets import Sheet
from regional.partners.lists.guesses import Guess
from regional.partners.lists.lines import Gathered
from regional.partners.lists.passed_over import PassedOver
from regional.partners.lists.questions import ListQuestion
from regional.partners.portfolio import Portfolio


@dataclass(frozen=True)
class ImportResult:
    """What a partner file holds, as it was understood, and what is told and asked about it.

    ``rows`` is the number of data rows found, ``kept`` how many are in the portfolio; ``dropped_columns`` the
    headings about persons that were not read; ``unmapped_columns`` headings nobody understood;
    ``ambiguous_places`` place as written -> candidate municipality codes, best first; ``proposed_mapping``
    heading -> column name, for headings that were understood. ``passed_over``: rows that are no partners; ``questions``
    what the list leaves open; ``gathered`` what was read of each row of the portfolio, in its order; ``signature`` what
    this kind of file is known by; ``columns`` what each column was taken for; ``in_hand`` the sheet without what is
    about persons, to be read again; None once it is held elsewhere.
    """

    portfolio: Portfolio
    problems: tuple[Problem, ...]
    rows: int
    dropped_columns: tuple[str, ...] = ()
    unmapped_columns: tuple[str, ...] = ()
    ambiguous_places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    mapping: Mapping[str, str] = field(default_factory=dict)
    passed_over: tuple[PassedOver, ...] = ()
    questions: tuple[ListQuestion, ...] = ()
    gathered: tuple[Gathered, ...] = ()
    signature: str = ""
    columns: tuple[Guess, ...] = ()
    in_hand: Sheet | None = None

    @property
    def kept(self) -> int:
        """Number of rows in the portfolio."""
        return len(self.portfolio)

    @property
    def refused(self) -> int:
        """Number of rows that were not read because of a fault in them."""
        return len({problem.row for problem in self.errors if problem.row is not None})

    @property
    def is_unread(self) -> bool:
        """Tell whether no partner was read, for a fault in the file or in all of its rows."""
        return bool(self.errors) and not self.kept

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that cost a row, or the whole file."""
        return tuple(p for p in self.problems if p.level is Level.ERROR)

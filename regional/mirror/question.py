"""The next question: of how many partners to ask what, so that most groups get an answer (measures.md, "Findings")."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING

import numpy as np

from regional.dimensions import LabelKind
from regional.dimensions import dimension as entry
from regional.mirror.measures.evidence import LabelEvidence
from regional.mirror.measures.expected import best_to_ask, expected_settled
from regional.mirror.result import Status
from regional.mirror.testing import rules

if TYPE_CHECKING:
    import numpy.typing as npt

    from regional.cbs.figures import RegionProfile
    from regional.mirror.measures.evidence import Evidence
    from regional.mirror.result import DimensionResult, Mirror
    from regional.mirror.settings import Settings
    from regional.partners.portfolio import Portfolio

FIRST = 12
"""Partners to ask at once: half an hour's work."""
IN_SIGHT = 0.5
"""Groups that asking is expected to settle, below which no answer is in sight."""
CLEAR = (Status.CLEARLY_LESS, Status.CLEARLY_MORE)


@dataclass(frozen=True)
class NextQuestion:
    """Whom to ask, and what it is worth.

    ``asks``: of how many partners the answer is lacking in which themes, those to ask first; ``settles``: groups that
    are expected to be settled then. Where no answer is in sight, ``nearest`` is the theme that can be compared soonest,
    after ``missing`` more answers.
    """

    asks: tuple[tuple[int, tuple[str, ...]], ...]
    settles: float
    nearest: str = ""
    missing: int = 0

    @property
    def partners(self) -> int:
        """How many partners to ask."""
        return sum(n for n, _ in self.asks)

    @property
    def in_sight(self) -> bool:
        """Whether asking is expected to settle anything."""
        return self.settles >= IN_SIGHT

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes that are asked for, the nearest first and then those of most partners."""
        found = dict.fromkeys(theme for _, lacked in self.asks for theme in lacked)
        return tuple(sorted(found, key=lambda theme: (theme != self.nearest, -self.of(theme))))

    @property
    def about_people(self) -> int:
        """How many partners to ask for whom they work."""
        return sum(n for n, lacked in self.asks if any(map(is_about_people, lacked)))

    @property
    def theme(self) -> str:
        """The theme that the question is told by: for whom they work, where that is asked."""
        return next(filter(is_about_people, self.themes), self.themes[0])

    def of(self, *themes: str) -> int:
        """Return how many of those partners lack any of these themes."""
        return sum(n for n, lacked in self.asks if set(themes) & set(lacked))


def next_question(mirror: Mirror, k: int = FIRST) -> NextQuestion | None:
    """Return whom to ask next, at most ``k`` content partners; None where nobody lacks anything.

    By number of partners only: who brings how much is no question.
    """
    if mirror.settings.weight != "count" or not any(c.partners > c.asked for c in mirror.lacking):
        return None
    return _kept(mirror.model_copy(update={"reach": (), "money": ()}).to_json(indent=None), k)


def unknown_partners(mirror: Mirror) -> int:
    """Return of how many partners of whom it is asked it is not known for whom they work, asked by now or not."""
    return sum(c.partners for c in mirror.lacking if any(map(is_about_people, c.themes)))


def is_about_people(theme: str) -> bool:
    """Tell whether a theme is about the people that partners work for."""
    return entry(theme).kind is LabelKind.FRACTIONS


@lru_cache(maxsize=32)
def _kept(mirror: str, k: int) -> NextQuestion | None:
    """Computed once for what is the same: a rerun of a page asks again."""
    from regional.mirror.result import Mirror

    return _next(Mirror.from_json(mirror), k)


def partners_to_ask(
    portfolio: Portfolio, region: RegionProfile, settings: Settings, question: NextQuestion
) -> tuple[int, ...]:
    """Return which partners a question is for: positions in ``portfolio.frame``, in its order within a class."""
    from regional.mirror.reflect import lacking_partners

    wanted = {themes: n for n, themes in question.asks}
    found = [
        rows[: wanted[themes]] for themes, rows in lacking_partners(portfolio, region, settings) if themes in wanted
    ]
    return tuple(int(row) for row in np.concatenate(found)) if found else ()


def missing_answers(result: DimensionResult) -> int:
    """Return how many more answers a theme needs before it can be compared; 0 where it can be.

    By the thresholds that it was judged by (at least 10 known, at most 30 % unknown): exact, so that "3 more" is
    never 4.
    """
    from fractions import Fraction

    total = result.n_known + result.n_unknown
    allowed = Fraction(str(result.max_unknown)) * total
    return max(0, result.min_known - result.n_known, ceil(result.n_unknown - allowed))


def _next(mirror: Mirror, k: int) -> NextQuestion | None:
    results = {r.id: r for r in mirror.dimensions}
    lacking = [(c.partners - c.asked, c.themes) for c in mirror.lacking if c.partners > c.asked]
    names = sorted({theme for _, themes in lacking for theme in themes})
    many = min(k, sum(n for n, _ in lacking))
    worth = np.array([_worth(results[name], mirror, many) for name in names])
    classes = [(n, frozenset(names.index(theme) for theme in themes)) for n, themes in lacking]
    split = best_to_ask(classes, worth, many)
    answers = Counter[str]()
    for n, (_, themes) in zip(split, lacking, strict=True):
        answers.update(dict.fromkeys(themes, n))
    settles = float(sum(worth[i, answers[name]] for i, name in enumerate(names)))
    asks = tuple((n, themes) for n, (_, themes) in zip(split, lacking, strict=True) if n)
    if settles >= IN_SIGHT:
        return NextQuestion(asks, settles)
    return _nearest(results, lacking, names, many)


def _nearest(
    results: dict[str, DimensionResult],
    lacking: list[tuple[int, tuple[str, ...]]],
    names: list[str],
    many: int,
) -> NextQuestion:
    """Ask where ten known, or the 30 % limit, is nearest."""
    missing = {name: missing_answers(results[name]) for name in names}
    open_ = {name: n for name, n in missing.items() if n}
    nearest = min(open_, key=lambda name: open_[name], default=names[0])
    left, asks = min(many, open_.get(nearest, many)), []
    for n, themes in sorted((c for c in lacking if nearest in c[1]), key=lambda c: -len(c[1])):
        if left:
            asks.append((min(n, left), themes))
            left -= min(n, left)
    return NextQuestion(tuple(asks), 0.0, nearest, open_.get(nearest, 0))


def _worth(result: DimensionResult, mirror: Mirror, many: int) -> list[float]:
    """Return what 0 to ``many`` answers settle in a theme, beside what is settled already."""
    e, settled = _evidence(result, mirror.settings), _settled(result)
    tests = max([r.tests for r in mirror.dimensions if r.headline], default=0)
    tests = max(tests, result.tests, int(e.tested.sum()))
    counted = _counted_share(result)
    return [expected_settled(e, settled, m, tests, round(m * counted)) for m in range(many + 1)]


def _counted_share(result: DimensionResult) -> float:
    """Return which part of the answers names a group: as it was until now, with two pseudo-answers at a half."""
    a = result.answers
    if not a or result.basis == "shares":
        return 1.0
    focused = a["focused"]
    return (focused + 1.0) / (focused + a["everyone"] + a["none_named"] + 2.0)


def _settled(result: DimensionResult) -> npt.NDArray[np.bool_]:
    return np.array([g.status in CLEAR or bool(g.at_least_half) for g in result.groups], dtype=bool)


def _evidence(result: DimensionResult, settings: Settings) -> Evidence:
    k = len(result.groups)
    return LabelEvidence(
        np.array([g.region_share or 0.0 for g in result.groups]), result.precision,
        np.array([g.count for g in result.groups]), np.full(k, float(result.n_known)),
        np.full(k, float(result.n_unknown)), np.array([g.status is not Status.NOT_COMPARABLE for g in result.groups]),
        rules(settings),
    )  # fmt: skip

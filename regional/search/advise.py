"""From a problem to advice: the best set, its alternatives, what each chosen partner adds, and how sure that is."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from regional.mirror.measures import noise_floor
from regional.search.model import (
    Advice,
    Alternative,
    CurvePoint,
    DimensionChange,
    Progress,
    SearchProblem,
    Solution,
    Why,
)
from regional.search.objective import cases, gap, objective, share_off
from regional.search.program import same
from regional.search.solve import best_set, relaxed, with_k

ALTERNATIVES = 3
MAIN = 0.5
"""Part of the time that the best set itself may take; the rest is for all that stands beside it."""
FIRST_ROUND = 2.0
"""Seconds of the first round; each next one takes twice as long."""
LONGEST = 8.0
"""Seconds of any one round: a stop is heard after it."""

Tell = Callable[[Progress], None]


@dataclass
class _Clock:
    """What is left of the time, whom to tell, and whether somebody said stop."""

    problem: SearchProblem
    progress: Tell | None
    cancelled: Callable[[], bool] | None
    end: float = field(init=False)

    def __post_init__(self) -> None:
        self.end = time.monotonic() + self.problem.settings.time_limit

    @property
    def stopped(self) -> bool:
        return bool(self.cancelled and self.cancelled())

    def left(self, part: float = 1.0) -> float:
        return 0.01 if self.stopped else min(LONGEST, max(0.01, part * (self.end - time.monotonic())))

    def tell(self, step: str, done: float, solution: Solution | None) -> None:
        if not self.progress:
            return
        found: Progress = {"step": step, "done": done}
        if solution is not None:
            names = [self.problem.names[j] for j in solution.chosen]
            found |= {"chosen": names, "objective": solution.objective, "bound": solution.bound}
        self.progress(found)


def advise(
    problem: SearchProblem, *, progress: Tell | None = None, cancelled: Callable[[], bool] | None = None
) -> Advice:
    """Return the best ``k`` candidates together, and how sure that is.

    Parameters
    ----------
    problem : from :func:`regional.search.build.build`.
    progress : told every step and every better set ("step", "done" 0 to 1, "chosen", "objective", "bound").
    cancelled : asked between steps; once True the best so far is what comes back, with its bound.

    Notes
    -----
    With candidates that are alike in everything the first by name is taken; alternatives differ in more than that.
    """
    clock = _Clock(problem, progress, cancelled)
    best = _in_rounds(clock)
    if best is None:
        return _nothing_fits(problem, clock)
    others = _alternatives(clock, best)
    marginal = _marginal(clock, best)
    curve = _curve(clock, best)
    low, high = cases(problem, best.chosen)
    names = tuple(problem.names[j] for j in best.chosen)
    clock.tell("done", 1.0, best)
    return Advice(
        k=problem.settings.k,
        objective=best.objective,
        gap_before=gap(problem),
        gap_after=gap(problem, best.chosen),
        chosen=names,
        alternatives=tuple(
            Alternative(chosen=tuple(problem.names[j] for j in o.chosen), objective=o.objective, optimal=o.optimal)
            for o in others
        ),
        marginal=marginal,
        optimal=best.optimal,
        bound=best.bound,
        before=objective(problem),
        case_best=low,
        case_worst=high,
        dimensions=_changes(problem, best),
        why=_why(problem, best, others),
        curve=curve,
        amount_unknown=tuple(problem.names[j] for j in best.chosen if np.isnan(problem.amounts[j])),
        set_apart=problem.set_apart,
        stopped=clock.stopped,
    )


def _in_rounds(clock: _Clock) -> Solution | None:
    """Solve in rounds of twice the time each, so that there is something to tell, and to stop at, in between."""
    best: Solution | None = None
    seconds, end = FIRST_ROUND, time.monotonic() + MAIN * clock.problem.settings.time_limit
    while True:
        left = end - time.monotonic()
        found = best_set(clock.problem, seconds=max(0.01, min(seconds, left)) if not clock.stopped else 0.01,
                         found=lambda s: clock.tell("best", 0.1, s))  # fmt: skip
        best = _better(best, found)
        clock.tell("best", 0.3, best)
        if best is None or best.optimal or clock.stopped or end - time.monotonic() < 0.05:
            return best
        seconds = min(2 * seconds, LONGEST)


def _better(one: Solution | None, other: Solution | None) -> Solution | None:
    """Keep the lower objective with the higher bound."""
    if one is None or other is None:
        return other or one
    low = other if other.optimal or other.objective < one.objective else one
    bound = min(max(one.bound, other.bound), low.objective)
    return Solution(low.chosen, low.objective, bound, one.optimal or other.optimal)


def _alternatives(clock: _Clock, best: Solution) -> list[Solution]:
    found: list[Solution] = []
    for i in range(ALTERNATIVES):
        excluded = [best.chosen, *(other.chosen for other in found)]
        other = best_set(clock.problem, excluded=excluded, seconds=clock.left(0.2))
        if other is None:
            break
        found.append(other)
        clock.tell("alternatives", 0.3 + 0.1 * (i + 1), best)
    return found


def _marginal(clock: _Clock, best: Solution) -> dict[str, float | None]:
    """How much worse the best set of k is without each of the chosen; never below 0."""
    worth: dict[str, float | None] = {}
    for i, j in enumerate(best.chosen):
        without = best_set(clock.problem, forbidden=[j], seconds=clock.left(0.5 / (len(best.chosen) - i)))
        worth[clock.problem.names[j]] = max(0.0, without.objective - best.objective) if without else None
        clock.tell("marginal", 0.6 + 0.2 * (i + 1) / len(best.chosen), best)
    return worth


def _curve(clock: _Clock, best: Solution) -> tuple[CurvePoint, ...]:
    problem, points = clock.problem, []
    last = min(problem.settings.curve, len(problem))
    for k in range(1, last + 1):
        found = best if k == problem.settings.k else best_set(problem, k, seconds=clock.left(1 / (last - k + 1)))
        if found is not None:
            floor = _floor(with_k(problem, k), found)
            points.append(CurvePoint(k=k, objective=found.objective, floor=floor, optimal=found.optimal))
        clock.tell("curve", 0.8 + 0.2 * k / last, best)
    return tuple(points)


def _floor(problem: SearchProblem, solution: Solution) -> float | None:
    """What blind choice would leave on average (``noise_floor``) with as many known partners; by number only."""
    if problem.settings.weight != "count" or not problem.parts:
        return None
    left = 0.0
    for part in problem.parts:
        known = round(part.m0 + float(part.m[list(solution.chosen)].sum()))
        floor = noise_floor(known, part.q, draws=1_000, seed=problem.settings.seed).mean if known else 1.0
        left += part.weight * floor
    return left


def _changes(problem: SearchProblem, best: Solution) -> tuple[DimensionChange, ...]:
    return tuple(
        DimensionChange(
            dimension=part.id,
            known=part.n0,
            weight=part.weight,
            before=share_off(part),
            after=share_off(part, best.chosen),
            helped=_helped(problem, best, part.id),
        )
        for part in problem.parts
    )


def _helped(problem: SearchProblem, best: Solution, dimension: str) -> str:
    """Return the group of a dimension that was most short and that the chosen add to; "" for none."""
    part = next(p for p in problem.parts if p.id == dimension)
    added = part.x[list(best.chosen)].sum(axis=0) > 0
    short = np.where(added, part.q * part.m0 - part.x0, 0.0)
    return part.groups[int(short.argmax())] if short.max() > 0 else ""


def _why(problem: SearchProblem, best: Solution, others: list[Solution]) -> tuple[Why, ...]:
    sets = [best.chosen, *(other.chosen for other in others)]
    alike = {j: group for group in same(problem) for j in group}
    return tuple(
        Why(
            name=problem.names[j],
            in_sets=sum(j in chosen for chosen in sets),
            sets=len(sets),
            helps=_helps(problem, best, j),
            unknown=tuple(part.id for part in problem.parts if part.unknown[j] > 0),
            same=tuple(problem.names[i] for i in alike[j] if i != j and i not in best.chosen),
        )
        for j in best.chosen
    )


def _helps(problem: SearchProblem, best: Solution, j: int) -> tuple[tuple[str, str], ...]:
    """The groups short without this candidate that it adds to, by how much of the shortage it takes away."""
    rest = [i for i in best.chosen if i != j]
    found: list[tuple[float, tuple[str, str]]] = []
    for part in problem.parts:
        known = part.m0 + part.m[rest].sum()
        short = part.q * known - part.x0 - part.x[rest].sum(axis=0)
        added = np.minimum(short, part.x[j]) * part.weight / (known + part.m[j] or 1.0)
        found += [(-float(added[g]), (part.id, part.groups[g])) for g in np.flatnonzero(added > 0)]
    reached = problem.reach0 + problem.reach[rest].sum(axis=0)
    missed = np.flatnonzero((reached < problem.settings.reach_target) & (problem.reach[j] > 0))
    found += [(-1.0 / len(problem.reach_groups), ("reach", problem.reach_groups[g])) for g in missed]
    return tuple(what for _, what in sorted(found))[:3]


def _nothing_fits(problem: SearchProblem, clock: _Clock) -> Advice:
    return Advice(
        k=problem.settings.k,
        objective=None,
        gap_before=gap(problem),
        gap_after=None,
        chosen=(),
        optimal=False,
        bound=None,
        before=objective(problem),
        relax=relaxed(problem),
        set_apart=problem.set_apart,
        stopped=clock.stopped,
    )

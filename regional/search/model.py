"""What a search for the best next partners is asked with, and what it answers: the contract of this room.

The objective, with x the chosen candidates, is::

    sum over d of v_d * 1/2 * sum over g of |X_dg / M_d - q_dg|   +   reach_weight * mean shortfall

X_dg is the weight of the partners in group g, M_d that of the partners of which dimension d is known; q_dg the
region's share. Only who is known counts: ten known partners look the same with none or forty unknown ones beside them;
where nobody is known the distance is 1. v_d is the wished weight times what is known of d now, over the sum of these;
location and urbanity, two readings of one address, share one weight. The shortfall of a reach group is the part of
the target (a number of partners) that is still missing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
from pydantic import Field

from regional.dimensions.frozen import FrozenModel
from regional.mirror.settings import Weight
from regional.texts import Message

Floats = npt.NDArray[np.float64]
Bounds = dict[str, tuple[float | None, float | None]]


class SearchError(ValueError):
    """A search that cannot be started; ``message`` says why in the reader's language."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


class SearchSettings(FrozenModel):
    """What to search for: exactly ``k`` candidates.

    ``dimensions`` weighs dimension ids, None: every tested mirror dimension, equally. ``reach_groups`` are ids of
    groups of which ``reach_target`` partners each are wanted. ``must_have`` and ``must_not`` are names;
    ``kinds``, ``municipalities`` and ``sectors`` bound how many of the chosen may be of each (None: no bound).
    ``budget`` in euros a year, for candidates that do not bring money themselves. ``time_limit`` in seconds, for
    everything together; ``curve`` is up to how many partners the curve is drawn.
    """

    weight: Weight = "count"
    k: int = Field(5, ge=1)
    dimensions: dict[str, float] | None = None
    reach_groups: tuple[str, ...] = ()
    reach_target: int = Field(2, ge=1)
    reach_weight: float = Field(1.0, ge=0)
    must_have: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    kinds: Bounds = Field(default_factory=dict)
    municipalities: Bounds = Field(default_factory=dict)
    sectors: Bounds = Field(default_factory=dict)
    budget: float | None = Field(None, ge=0)
    curve: int = Field(10, ge=0, le=10)
    seed: int = 20_260_101
    time_limit: float = Field(30.0, gt=0)


@dataclass(frozen=True)
class Part:
    """One dimension of a problem.

    ``q`` (K,) the region's shares; ``x0`` (K,), ``m0`` what the current partners weigh per group and together;
    ``x`` (n, K) what each candidate would add, in weight, zeros where not known; ``m`` (n,) its known weight;
    ``unknown`` (n,) its weight where its group is not known, 0 where it is or where it stands apart (elsewhere, not
    applicable). ``weight`` is v_d, ``n0`` the number of current partners known.
    """

    id: str
    weight: float
    groups: tuple[str, ...]
    q: Floats
    x0: Floats
    m0: float
    x: Floats
    m: Floats
    unknown: Floats
    n0: int = 0


@dataclass(frozen=True)
class Limit:
    """``low <= sum of a_j over the chosen <= high``; ``kind`` and ``key`` say what it is about, ``cost`` what one
    unit of breaking it counts for when nothing fits (one partner, or the average amount).
    """

    kind: Literal["must_have", "must_not", "kind", "municipality", "sector", "budget", "k"]
    key: str
    a: Floats
    low: float = -np.inf
    high: float = np.inf
    cost: float = 1.0


@dataclass(frozen=True)
class SearchProblem:
    """A search as plain arrays, picklable. Candidates (n) stand in order of name, so that ties fall the same way.

    ``w`` (n,) are weights in partners or euros; ``reach0`` (G,) and ``reach`` (n, G) whom the current partners and
    the candidates reach; ``amounts`` (n,) NaN where not known. ``set_apart`` are names of which nothing is known
    that counts here: they would change nothing, and are no candidates.
    """

    names: tuple[str, ...]
    w: Floats
    parts: tuple[Part, ...]
    reach_groups: tuple[str, ...]
    reach0: Floats
    reach: Floats
    amounts: Floats
    limits: tuple[Limit, ...]
    settings: SearchSettings
    set_apart: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.names)


@dataclass(frozen=True)
class Solution:
    """A set of candidates (positions, in order), its exact objective, the proven bound, and whether it is best."""

    chosen: tuple[int, ...]
    objective: float
    bound: float
    optimal: bool


class Alternative(FrozenModel):
    """Another set, nearly as good; ``optimal``: proven the best after the ones before it."""

    chosen: tuple[str, ...]
    objective: float
    optimal: bool


class DimensionChange(FrozenModel):
    """One dimension before and after: the part of the known partners that would have to be different (0 to 1).

    ``known`` is the number of current partners of which it is known, ``weight`` what it counts for in the whole.
    """

    dimension: str
    known: int = 0
    weight: float = 0.0
    before: float | None
    after: float | None
    helped: str = ""


class Why(FrozenModel):
    """Why one candidate is in the set: the groups it adds to that are short, in how many of the best sets it is.

    ``helps`` are (dimension id, group id), most helped first, of ("reach", group id). ``unknown`` are the chosen
    dimensions of which we know nothing. ``same`` are candidates that would do exactly the same.
    """

    name: str
    in_sets: int
    sets: int
    helps: tuple[tuple[str, str], ...] = ()
    unknown: tuple[str, ...] = ()
    same: tuple[str, ...] = ()


class CurvePoint(FrozenModel):
    """The best that k partners can do, and what blind choice would leave on average (``floor``, by number only)."""

    k: int
    objective: float
    floor: float | None
    optimal: bool


class Relaxation(FrozenModel):
    """Which constraint to relax, and by how much (partners or euros)."""

    kind: str
    key: str
    by: float


class Advice(FrozenModel):
    """The answer. ``chosen`` is empty where nothing fits the constraints; ``relax`` then says what to give up.

    ``objective`` is what is left after the chosen, ``gap_before`` and ``gap_after`` its first part (without reach).
    ``marginal``: how much worse the best set of k becomes when this candidate is not to be had, None where no set
    is left. ``case_best`` and ``case_worst`` are what the objective could be were all that is unknown of the chosen
    known. ``bound``: no set does better than this, proven. ``set_apart``: possible partners of which nothing is known
    that counts here.
    """

    k: int
    objective: float | None
    gap_before: float
    gap_after: float | None
    chosen: tuple[str, ...]
    alternatives: tuple[Alternative, ...] = ()
    marginal: dict[str, float | None] = Field(default_factory=dict)
    optimal: bool
    bound: float | None
    before: float
    case_best: float | None = None
    case_worst: float | None = None
    dimensions: tuple[DimensionChange, ...] = ()
    why: tuple[Why, ...] = ()
    curve: tuple[CurvePoint, ...] = ()
    relax: tuple[Relaxation, ...] = ()
    amount_unknown: tuple[str, ...] = ()
    set_apart: tuple[str, ...] = ()
    stopped: bool = False

    def to_json(self, indent: int | None = 2) -> str:
        """Return the advice as JSON, the form of ``python -m regional advise --json``."""
        return self.model_dump_json(indent=indent)

    @classmethod
    def from_json(cls, text: str | bytes) -> Advice:
        """Read an advice back; pydantic.ValidationError where ``text`` is not one."""
        return cls.model_validate_json(text)


Progress = dict[str, Any]
"""What is told while searching: "step" (str), "done" (0 to 1), "chosen" (names), "objective", "bound"."""

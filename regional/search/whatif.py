"""Stel dat: the mirror as it would be with other partners or amounts, beside the mirror as it is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from regional.mirror.result import Mirror, Status

if TYPE_CHECKING:
    import pandas as pd

    from regional.cbs.figures import RegionProfile
    from regional.mirror.settings import Settings
    from regional.partners.portfolio import Portfolio

LEAST = 0.005
"""A share that moves by less than half a point is not told."""
EMPTY = (Status.NOT_COMPARABLE,)


class Supposition(BaseModel):
    """What is supposed: partners that join, by name (possible partners of the list), and other amounts a year.

    ``own`` are descriptions of partners that nobody named yet: cells of the partner file, column -> value.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    added: tuple[str, ...] = ()
    own: tuple[dict[str, str], ...] = ()
    amounts: dict[str, float] = Field(default_factory=dict)

    @property
    def joining(self) -> list[str | dict[str, str]]:
        """Who joins, as :func:`what_if` takes it."""
        return [*self.added, *self.own]


@dataclass(frozen=True)
class GroupChange:
    """One group whose share or state changes. Shares are fractions of 1, None where unknown."""

    dimension: str
    group: str
    label: str
    before: float | None
    after: float | None
    region: float | None
    state_before: Status
    state_after: Status


@dataclass(frozen=True)
class Comparison:
    """Both mirrors and what changes between them; ``reached`` are groups newly reached, by how many partners."""

    before: Mirror
    after: Mirror
    changes: tuple[GroupChange, ...]
    reached: tuple[tuple[str, str, int, int], ...]


def what_if(
    portfolio: Portfolio,
    region: RegionProfile,
    settings: Settings,
    added: Sequence[str | Mapping[str, str]] = (),
    amounts: Mapping[str, float] | None = None,
) -> Comparison:
    """Return the mirror before and after.

    Parameters
    ----------
    added : names of possible partners of the portfolio that become active, or own descriptions as cells of the
        partner file (``{"naam": "Een jongerenclub", "gemeente": "Heerlen", "soort": "inhoudelijk"}``).
    amounts : name -> euro a year, for partners of the portfolio, added or not.

    Raises
    ------
    KeyError
        Where a name is not a possible partner (added), or not a partner at all (amounts).
    ValueError
        Where an amount is negative or no number, or a description cannot be read.
    """
    from regional.mirror.reflect import reflect

    before = reflect(portfolio, region, settings)
    after = reflect(suppose(portfolio, added, amounts or {}), region, settings)
    return Comparison(before, after, _changes(before, after), _reached(before, after))


def suppose(
    portfolio: Portfolio, added: Iterable[str | Mapping[str, str]] = (), amounts: Mapping[str, float] | None = None
) -> Portfolio:
    """Return the portfolio with partners added and amounts changed; the one given stays as it is."""
    added = list(added)
    names = [one for one in added if isinstance(one, str)]
    grown = _with_described(portfolio, [one for one in added if not isinstance(one, str)])
    frame = grown.frame.copy()
    for name in names:
        frame.loc[_rows(frame, name, ("possible",)), "status"] = "active"
    states = grown.states.copy()
    for name, amount in (amounts or {}).items():
        rows = _rows(frame, name, ("active", "possible"))
        frame.loc[rows, "amount"] = _checked(amount)
        states.loc[rows, "amount"] = "known"
    said = repr((portfolio.digest, sorted(names), [sorted(o.items()) for o in added if not isinstance(o, str)],
                 sorted((amounts or {}).items())))  # fmt: skip
    return replace(grown, frame=frame, states=states, digest=hashlib.sha256(said.encode()).hexdigest())


def _rows(frame: pd.DataFrame, name: str, statuses: Sequence[str]) -> pd.Series:
    rows = (frame["name"] == name) & frame["status"].isin(list(statuses))
    if not rows.any():
        raise KeyError(name)
    return rows


def _checked(amount: float) -> float:
    if not 0 <= amount < float("inf"):
        raise ValueError(f"{amount} is not an amount in euros")
    return float(amount)


def _with_described(portfolio: Portfolio, described: Sequence[Mapping[str, str]]) -> Portfolio:
    """Return the portfolio with the described partners as active rows at its end."""
    if not described:
        return portfolio
    import pandas as pd

    from regional.partners.read import from_records

    read = from_records([{**one, "status": "actief"} for one in described])
    if read.kept < len(described):
        raise ValueError("a described partner cannot be read: it needs a name at least")
    more = read.portfolio
    return replace(
        portfolio,
        frame=pd.concat([portfolio.frame, more.frame], ignore_index=True),
        states=pd.concat([portfolio.states, more.states], ignore_index=True),
        shares={i: pd.concat([table, more.shares[i]], ignore_index=True) for i, table in portfolio.shares.items()},
        partners=(*portfolio.partners, *more.partners) if portfolio.partners else (),
    )


def _changes(before: Mirror, after: Mirror) -> tuple[GroupChange, ...]:
    """Return the groups of compared dimensions of which the share moves by half a point, or the state."""
    found = []
    for result in before.dimensions:
        for one, other in zip(result.groups, after.dimension(result.id).groups, strict=True):
            change = GroupChange(
                result.id, one.id, one.label, one.partner_share, other.partner_share, one.region_share,
                one.status, other.status,
            )  # fmt: skip
            if _moves(change):
                found.append(change)
    return tuple(found)


def _moves(change: GroupChange) -> bool:
    if change.state_before in EMPTY and change.state_after in EMPTY:
        return False
    if change.state_before is not change.state_after:
        return True
    return abs((change.after or 0.0) - (change.before or 0.0)) >= LEAST


def _reached(before: Mirror, after: Mirror) -> tuple[tuple[str, str, int, int], ...]:
    now = {(r.dimension, r.id): r.main + r.also for r in before.reach}
    return tuple(
        (r.id, r.label, now[r.dimension, r.id], r.main + r.also)
        for r in after.reach
        if r.main + r.also != now[r.dimension, r.id]
    )

"""Mirrors made by hand, one fact at a time."""

from regional.dimensions import DIMENSIONS, dimension
from regional.mirror.result import (
    SCHEMA,
    AmountSummary,
    DimensionResult,
    Group,
    Mirror,
    PartnersSummary,
    ReachResult,
    RegionSummary,
    Status,
)
from regional.mirror.settings import Settings


def group(q, share, n, status=Status.IN_LINE, *, id="15-25", label="15 to 25 years", count=None, **facts):
    gap = None if q is None or share is None else share - q
    count = (share or 0) * n if count is None else count
    return Group(
        id=id, label=label, region_share=q, partner_share=share, count=count, n=n, gap=gap, status=status, **facts
    )


def place(name, q, share, n, status=Status.IN_LINE, **facts):
    return group(q, share, n, status, id=name, label=name, **facts)


def result(id, groups, known, missing=0, /, **facts):
    entry = dimension(id)
    told = {
        "role": entry.role.value, "kind": entry.kind.value, "base": entry.base, "source": "85984NED", "year": 2024,
        "precision": 0.005, "headline": entry.headline, "tested": True, "n_known": known, "n_unknown": missing,
        "unknown_share": missing / max(1, known + missing), "effective_n": float(known), "total": float(known),
    }  # fmt: skip
    return DimensionResult(id=id, groups=tuple(groups), **(told | facts))


def reach(main, also, inhabitants=24_000.0, id="15-25", dimension="age", label="15 to 25 years"):
    return ReachResult(
        id=id, dimension=dimension, label=label, inhabitants=inhabitants, main=main, also=also, per_partner=None
    )


def mirror(*dimensions, here=60, elsewhere=0, abroad=0, nowhere=0, money=(0, 0, 0), reach_known=0):
    return Mirror(
        schema=SCHEMA,
        settings=Settings(),
        region=RegionSummary(codes=("GM0928",), name="Parkstad Limburg", inhabitants=256_180),
        partners=PartnersSummary(
            n=here + elsewhere + abroad + nowhere, in_region=here, elsewhere=elsewhere, abroad=abroad,
            unknown_place=nowhere, amount=AmountSummary(in_=money[0], out=money[1], unknown=money[2]),
        ),
        dimensions=dimensions,
        reach=(),
        reach_known=reach_known,
    )  # fmt: skip


CATEGORIES = [(entry.id, c.id, c.label) for entry in DIMENSIONS for c in entry.categories] + [
    ("location", "GM0917", "Heerlen")
]

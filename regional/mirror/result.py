"""The Mirror: everything that is shown, exported or published is shown from it.

Frozen pydantic models, so that a Mirror can be stored as JSON and read back to the same.
All shares, bands and bounds are fractions of 1; gaps are differences of fractions.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import Literal

from pydantic import ConfigDict, Field

from regional.dimensions.frozen import FrozenModel
from regional.mirror.settings import Settings

FIRST = "partnerspiegel.mirror/1"
SCHEMA = "partnerspiegel.mirror/2"
"""Schema 1 had no answers, grades, reasons or counts that would be clear: they are empty in what it wrote."""


STANDARD = Settings.model_validate({})
"""The thresholds of measures.md."""


class Status(StrEnum):
    """What may be said of one group (measures.md, "States")."""

    CLEARLY_LESS = "clearly_less"
    POSSIBLY_LESS = "possibly_less"
    IN_LINE = "in_line"
    POSSIBLY_MORE = "possibly_more"
    CLEARLY_MORE = "clearly_more"
    TOO_LITTLE_DATA = "too_little_data"
    NOT_COMPARABLE = "not_comparable"


class Reason(StrEnum):
    """Why too little is known: what to do about it differs (ask, go on, or live with it)."""

    UNKNOWN_ANSWERS = "unknown_answers"
    FEW_PARTNERS = "few_partners"
    SMALL_GROUP = "small_group"


class Group(FrozenModel):
    """One group of one dimension, both sides.

    ``count`` is a number of partners (also a sum of fractions) or an amount, by weight;
    ``n`` the number of partners that this group's share rests on (fractions: those that gave it).
    ``band`` is the 95 % range of ``partner_share`` under chance; ``bounds`` what the share could
    be were all unknowns known. ``label`` is a catalogue text, or a place name.

    ``reason``: why too little is known. ``at_least_half``: surely at least half as strongly present as in the region;
    None where that is not asked. ``clear_at``: the count that would be clear at this ``n``, beside a group that is
    not; ``partners_to_see``: from how many partners half as many as in the region would be. ``works_here``: partners
    that sit elsewhere and whose work area holds this place. ``partners``: those with any part in the group, each once.
    ``proposed``: how much more ``count`` would be, were every proposal by rule confirmed (0 unless
    ``settings.proposals``): to be drawn hatched, and in no share, test or state.
    """

    id: str
    label: str
    region_share: float | None
    partner_share: float | None
    count: float
    n: int
    gap: float | None = None
    ratio: float | None = None
    band: tuple[float, float] | None = None
    bounds: tuple[float, float] | None = None
    p: float | None = None
    p_adjusted: float | None = None
    status: Status = Status.NOT_COMPARABLE
    reason: Reason | None = None
    at_least_half: bool | None = None
    clear_at: float | None = None
    partners_to_see: int | None = None
    works_here: int = 0
    partners: int = 0
    proposed: float = 0.0


class Concentration(FrozenModel):
    """On how few partners the money of a theme rests: fractions of it, and 1/HHI, with and without the largest."""

    main: float
    top3: float
    effective: float
    without_main: float


class DimensionResult(FrozenModel):
    """One dimension, both sides.

    ``n_known`` + ``n_unknown`` is N; ``not_applicable`` and ``outside`` (partners elsewhere, abroad
    or of unknown place, for location and urbanity) stand apart. ``unknown`` counts the kinds of unknown.
    ``total`` is the denominator of ``count`` (partners or euros). ``source`` is a CBS table id,
    ``retrieved`` the day its figures were fetched (None: they came with the app).
    ``subset`` names the only kind of partner looked at ("supplier" for sectors), "" for the whole selection.

    Of a theme about people, ``basis`` tells whether it looks at partners by their main groups or by their own
    percentages; ``answers`` counts all of them by what they are (``regional.mirror.people.CASES``), ``grades`` by who
    says so. ``reading_of``: the theme that this one is another way of reading, and by which it is judged.
    ``concentration``: by money only. ``tests``: groups tested together with those of this theme, itself included.
    ``alpha``, ``min_known`` and ``max_unknown`` are the thresholds that it was judged by (:class:`Settings`).
    """

    id: str
    role: Literal["mirror", "reach", "context"]
    kind: Literal["label", "fractions", "multi"]
    base: str
    source: str
    year: int | None
    precision: float
    approximate: bool = False
    retrieved: dt.date | None = None
    headline: bool = False
    subset: str = ""
    tested: bool = False
    n_known: int
    n_unknown: int
    not_applicable: int = 0
    outside: dict[str, int] = Field(default_factory=dict)
    unknown: dict[str, int] = Field(default_factory=dict)
    unknown_share: float = 0.0
    total: float = 0.0
    effective_n: float
    region_total: float | None = None
    basis: Literal["", "main_groups", "shares"] = ""
    answers: dict[str, int] = Field(default_factory=dict)
    grades: dict[str, int] = Field(default_factory=dict)
    reading_of: str = ""
    concentration: Concentration | None = None
    tests: int = 0
    alpha: float = STANDARD.alpha
    min_known: int = STANDARD.min_known
    max_unknown: float = STANDARD.max_unknown
    groups: tuple[Group, ...]

    def with_proposed(self, more: Iterable[float]) -> DimensionResult:
        """Return this result with ``more`` (one a group) as what proposals would add."""
        groups = zip(self.groups, more, strict=True)
        return self.model_copy(
            update={"groups": tuple(group.model_copy(update={"proposed": float(n)}) for group, n in groups)}
        )

    def group(self, group_id: str) -> Group:
        """Return one group; KeyError where there is none."""
        for group in self.groups:
            if group.id == group_id:
                return group
        raise KeyError(group_id)


class ReachResult(FrozenModel):
    """How many partners reach one group of inhabitants. ``inhabitants`` is None without a figure."""

    id: str
    dimension: str
    label: str
    inhabitants: float | None
    main: int
    also: int
    per_partner: float | None


class RegionSummary(FrozenModel):
    """The region of a mirror."""

    codes: tuple[str, ...]
    name: str
    inhabitants: int


class AmountSummary(FrozenModel):
    """Money per flow, in euros a year; ``unknown`` counts partners whose amount or direction is not known.

    Of those ``undirected`` have an amount, ``unplaced`` euros together: no flow holds it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    in_: float = Field(alias="in")
    out: float
    unknown: int
    undirected: int = 0
    unplaced: float = 0.0


class MoneyGroup(FrozenModel):
    """The money that comes from, or goes to, one place: "region", "elsewhere", "abroad" or "unknown".

    ``contributors`` counts the partners with an amount above zero, ``amount`` is their sum; ``largest`` and
    ``second`` are the two largest amounts, which a dominance rule needs. All in euros a year.
    """

    id: str
    contributors: int
    amount: float
    largest: float
    second: float


class Lacking(FrozenModel):
    """So many content partners of whom nothing is known in just these headline themes; ``asked`` were asked already."""

    partners: int
    themes: tuple[str, ...]
    asked: int = 0


class PartnersSummary(FrozenModel):
    """The partners that a mirror stands on (active, after the selection)."""

    n: int
    in_region: int
    elsewhere: int
    abroad: int
    unknown_place: int
    amount: AmountSummary
    name: str = ""
    fictitious: bool = False


class Mirror(FrozenModel):
    """Both sides compared, for one selection. ``money`` is empty in a mirror by number, and in older ones."""

    schema_: str = Field(SCHEMA, alias="schema")
    settings: Settings
    region: RegionSummary
    partners: PartnersSummary
    dimensions: tuple[DimensionResult, ...]
    reach: tuple[ReachResult, ...]
    reach_known: int = 0
    lacking: tuple[Lacking, ...] = ()
    money: tuple[MoneyGroup, ...] = ()
    digest: str = ""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    def dimension(self, dimension_id: str) -> DimensionResult:
        """Return one dimension; KeyError where this mirror does not hold it."""
        for dimension in self.dimensions:
            if dimension.id == dimension_id:
                return dimension
        raise KeyError(dimension_id)

    def to_json(self, indent: int | None = 2) -> str:
        """Return the mirror as JSON, the form of ``python -m regional reflect --json``."""
        return self.model_dump_json(by_alias=True, indent=indent)

    @classmethod
    def from_json(cls, text: str | bytes) -> Mirror:
        """Read a mirror back; pydantic.ValidationError where ``text`` is not one."""
        return cls.model_validate_json(text)

"""The partner file as the rest of the house uses it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from regional.partners.arrays import Columns


class Answer(StrEnum):
    """What we have of one partner on one question (measures: five kinds of unknown, and known)."""

    KNOWN = "known"
    NOT_ASKED = "not_asked"
    ASKED = "asked"
    NO_ANSWER = "no_answer"
    RATHER_NOT = "rather_not_say"
    NOT_APPLICABLE = "not_applicable"


class PlaceStatus(StrEnum):
    """What is known of where a partner sits."""

    MUNICIPALITY = "municipality"
    ABROAD = "abroad"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Portfolio:
    """The museum's partners, one row each.

    Attributes
    ----------
    frame : DataFrame with a RangeIndex and these columns (NA where not known; see ``states``):
        name (str), status ("active" | "possible" | "ended"), kinds (tuple of ids, () unknown),
        kinds_proposed (bool: none is known, and the name makes one likely), place (str, as written),
        place_status (PlaceStatus value), municipality (GM code or NA), country (ISO 3166 alpha-2, "NL"),
        work_area (tuple of GM/CR/PV/NL codes), sector (group id "A".."R-U"), amount (float, euro a
        year), since, until (datetime64; a bare year is 1 January, and 31 December for until),
        size, legal_form, legal_form_proposed (bool), is_person (bool: treated as a natural person),
        how_found, mainly_for, also_reaches (tuples of reach group ids), project (one line), stage,
        fit ("yes" | "partly"), last_talk, as_of (datetime64), shares_of ("audience" | "team" | NA), shares_n (Int64),
        shares_source (str).
    shares : dimension id -> DataFrame (same index x category ids), float fractions of 1 as used (rounded to
        0.05, rows with fewer than 25 people all NaN), NaN = not given. Only people dimensions.
    states : DataFrame (same index; one column per question: place, kinds, work_area, sector, amount, since,
        size, how_found, mainly_for, also_reaches, stage, fit, and each people dimension id) of Answer values.
    digest : content hash of all of the above.
    name : file name or "" ; fictitious : True for the embedded sample.
    partners : what ``frame`` was made of, in its order, each a :class:`regional.partners.partner.Partner`;
        () for a portfolio that was made by hand.
    """

    frame: pd.DataFrame
    shares: Mapping[str, pd.DataFrame]
    states: pd.DataFrame
    digest: str
    name: str = ""
    fictitious: bool = False
    partners: tuple[Any, ...] = ()

    def __len__(self) -> int:
        return len(self.frame)

    @cached_property
    def columns(self) -> Columns:
        """The columns of ``frame`` as plain arrays."""
        from regional.partners.arrays import Columns

        return Columns(self.frame)

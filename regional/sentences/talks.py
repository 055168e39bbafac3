"""With whom to talk first, and why: from what stands out, from where visions differ, and from the next question.

Never a ranking of partners: the order is that of the reasons, and within each that of the list.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from regional.dimensions import category_label
from regional.mirror.membership import municipality_of
from regional.mirror.question import next_question, partners_to_ask
from regional.plan.talks import GUIDES, TALK_QUESTIONS, Approach, approach
from regional.sentences.findings import findings
from regional.sentences.people import is_by_main_groups, people_of
from regional.sentences.words import group_name, uncapital
from regional.texts import N_

if TYPE_CHECKING:
    import pandas as pd

    from regional.cbs.figures import RegionProfile
    from regional.mirror.result import Group, Mirror
    from regional.partners.portfolio import Portfolio
    from regional.texts import Texts

MOST, A_REASON = 4, 2
"""Talks that are proposed at most, and for one reason."""
FOR_WHOM, MEANING, BRINGS, LEARN, WHO_ELSE = (TALK_QUESTIONS[at] for at in (0, 1, 4, 5, 6))
_OPENINGS = {Approach.DIFFER: MEANING, Approach.LEARN: LEARN, Approach.TOGETHER: BRINGS}
_UNKNOWN = N_("We do not know yet for whom they work.")


@dataclass(frozen=True)
class ProposedTalk:
    """One talk: the partner's place in the list, why with them, and the question to open with, worded."""

    row: int
    why: str
    opening: str


def proposed_talks(
    portfolio: Portfolio, region: RegionProfile, mirror: Mirror, t: Texts, skip: Collection[int] = ()
) -> list[ProposedTalk]:
    """Return at most four talks with active partners that are no persons, and not with those at ``skip``.

    Parameters
    ----------
    mirror : by number of partners, of this portfolio and region.
    skip : places in the list of partners that were spoken with not long ago.
    """
    frame = portfolio.frame
    may = (frame["status"] == "active") & ~frame["is_person"].astype(bool)
    rows = [row for row in range(len(frame)) if may.iloc[row] and row not in skip]
    reasons = (
        _about_gaps(frame, rows, region, mirror, t),
        _by_stand(frame, rows, Approach.DIFFER, t),
        _by_stand(frame, rows, Approach.LEARN, t),
        _about_answers(portfolio, rows, region, mirror, t),
        _by_stand(frame, rows, Approach.TOGETHER, t),
    )
    found: dict[int, ProposedTalk] = {}
    for talks in reasons:
        new = [talk for talk in talks if talk.row not in found]
        found |= {talk.row: talk for talk in new[:A_REASON]}
    return list(found.values())[:MOST]


def _about_gaps(
    frame: pd.DataFrame, rows: list[int], region: RegionProfile, mirror: Mirror, t: Texts
) -> Iterator[ProposedTalk]:
    """Who works where few partners sit, or reaches whom few partners work for, can introduce us there."""
    for finding in findings(mirror):
        if finding.kind != "gap":
            continue
        result = mirror.dimension(finding.dimension)
        for group in (group for group in finding.groups if (group.gap or 0.0) < 0):
            if result.id == "location":
                where = group_name(result, group, t)
                why = t("Works in {place}, where few of our partners are based.", place=where)
                here = _working_in(frame, rows, region, group)
            elif is_by_main_groups(result):
                people = people_of(result, group, t)
                why = t("Reaches {people}, for whom few of our partners mainly work.", people=people)
                here = [row for row in rows if group.id in _reached(frame, row)]
            else:
                continue
            yield from (ProposedTalk(row, why, t(WHO_ELSE)) for row in here)


def _reached(frame: pd.DataFrame, row: int) -> tuple[str, ...]:
    return (*frame["mainly_for"].iloc[row], *frame["also_reaches"].iloc[row])


def _working_in(frame: pd.DataFrame, rows: list[int], region: RegionProfile, group: Group) -> list[int]:
    seats = municipality_of(frame)
    return [
        row for row in rows
        if group.id in {region.location_of.get(code) for code in frame["work_area"].iloc[row]}
        or region.location_of.get(seats[row]) == group.id
    ]  # fmt: skip


def _by_stand(frame: pd.DataFrame, rows: list[int], wanted: Approach, t: Texts) -> Iterator[ProposedTalk]:
    for row in rows:
        stage, fit = (value if isinstance(value, str) else None for value in frame[["stage", "fit"]].iloc[row])
        if approach(stage, fit) is wanted:
            why = t(GUIDES[wanted].when)
            if wanted is Approach.LEARN and stage:
                said = uncapital(t(category_label("stage", stage)))
                why = t("On diversity and equality, by their own account: “{stage}”.", stage=said)
            yield ProposedTalk(row, why, t(_OPENINGS[wanted]))


def _about_answers(
    portfolio: Portfolio, rows: list[int], region: RegionProfile, mirror: Mirror, t: Texts
) -> Iterator[ProposedTalk]:
    question = next_question(mirror)
    asked = partners_to_ask(portfolio, region, mirror.settings, question) if question else ()
    yield from (ProposedTalk(row, t(_UNKNOWN), t(FOR_WHOM)) for row in asked if row in rows)

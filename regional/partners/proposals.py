"""What a name, and a line on the project, make likely of an organisation: proposed, to be confirmed; never of a person.

>>> propose("Turkse Ouderenvereniging")["mainly_for"].value == propose("Friese Ouderenvereniging")["mainly_for"].value
True
>>> sorted(propose("RKBS Sint Jan"))
['kinds', 'mainly_for', 'sector', 'type']
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from regional.partners.organisations.area import area_served
from regional.partners.organisations.legal_form import legal_form
from regional.partners.organisations.measured import is_sound
from regional.partners.organisations.persons import looks_like_a_person
from regional.partners.organisations.rules import recognise
from regional.partners.portfolio import Answer

if TYPE_CHECKING:
    from regional.partners.portfolio import Portfolio

__all__ = ["REFUSED", "Proposal", "kind", "legal_form", "looks_like_a_person", "propose", "with_proposals"]
COUNTED = ("kinds", "sector", "mainly_for", "work_area")
"""Fields of which a proposal changes what the mirror counts."""
OPEN = (Answer.NOT_ASKED.value, Answer.ASKED.value)
"""Only where nobody answered yet is anything proposed."""

REFUSED = ("origin", "religion", "health", "disability", "orientation", "politics", "union", "criminal_record",
           "addiction")  # fmt: skip
"""What is never read from a name, not even to be confirmed: these are asked, with nothing chosen before."""


@dataclass(frozen=True)
class Proposal:
    """What a rule makes of a name or a line; it counts only once somebody confirmed it.

    ``value`` as the field of a partner holds it; ``rule`` the id of the row in ``rules.csv``; ``words`` the part of the
    name that it went by; ``grade`` "register" where the name states it, "rule" where we think so.
    """

    value: str | tuple[str, ...]
    rule: str
    words: str = ""
    grade: Literal["register", "rule"] = "rule"


@lru_cache(maxsize=8_192)
def propose(name: str, project: str | None = None) -> Mapping[str, Proposal]:
    """Return field -> proposal: type, kinds, legal_form, sector, mainly_for, work_area; none for a person's name.

    Only values that were right often enough (:mod:`regional.partners.organisations.measured`); the rest is asked.
    """
    if looks_like_a_person(name):
        return MappingProxyType({})
    found, proposed = recognise(name, project) if project else recognise(name), dict[str, Proposal]()
    if form := legal_form(name):
        proposed["legal_form"] = Proposal(form, "legal_form", grade="register")
    for field, value in (("type", found.type), ("kinds", found.kind), ("sector", found.sector)):
        if value and is_sound(field, value):
            proposed[field] = Proposal((value,) if field == "kinds" else value, found.rule, found.words)
    if found.mainly_for and all(is_sound("mainly_for", group) for group in found.mainly_for):
        proposed["mainly_for"] = Proposal(found.mainly_for, found.whom_rule, found.whom_words)
    codes, words = area_served(name, found)
    if codes:
        proposed["work_area"] = Proposal(codes, f"{found.rule}_area", words)
    return MappingProxyType(proposed)


def kind(name: str) -> tuple[str, ...]:
    """Return the kind that a name makes likely, () where it makes none likely."""
    found = "" if looks_like_a_person(name) else recognise(name).kind
    return (found,) if found and is_sound("kinds", found) else ()


def with_proposals(portfolio: Portfolio) -> Portfolio:
    """Return the partners as they would be were every proposal for what is open confirmed ("zo zou het zijn").

    To be drawn beside what is known: never stored, published or tested.
    """
    frame, states = portfolio.frame, portfolio.states.copy()
    filled: dict[str, Any] = {field: frame[field].astype(object).tolist() for field in COUNTED}
    made = portfolio.partners or [None] * len(frame)
    for row, (name, is_person, partner) in enumerate(zip(frame["name"], frame["is_person"], made, strict=True)):
        found = partner.proposals() if partner else {} if is_person else propose(name)
        for field, proposal in found.items():
            if field in COUNTED and states[field].iloc[row] in OPEN:
                filled[field][row] = proposal.value
                states.loc[states.index[row], field] = Answer.KNOWN.value
    table = frame.assign(**filled).astype({"sector": frame["sector"].dtype})
    digest = hashlib.sha256(f"{portfolio.digest}|proposals".encode()).hexdigest()
    return replace(portfolio, frame=table, states=states, digest=digest)

"""What names make likely, put together by word: one question for all partners whose name holds the same word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from regional.partners.columns import plain
from regional.partners.partner import Partner

Value = str | tuple[str, ...]


@dataclass(frozen=True)
class ProposalByRule:
    """What one rule makes of one word, for several partners.

    ``values``: field -> value; ``names``: id -> name of the partners, in the order of the list; ``fields``: id -> the
    fields of which nothing is known of that partner. ``words`` is "" where the whole name says it.
    """

    key: str
    rule: str
    words: str
    values: dict[str, Value] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    fields: dict[str, list[str]] = field(default_factory=dict)


def by_rule(partners: Iterable[tuple[str, Partner]]) -> list[ProposalByRule]:
    """Return the proposals for partners (id, partner), those for most partners first."""
    found: dict[str, ProposalByRule] = {}
    for partner_id, partner in partners:
        for name, proposal in partner.proposals().items():
            key = "|".join([proposal.rule, plain(proposal.words) or f"{name} {proposal.value}"])
            one = found.setdefault(key, ProposalByRule(key, proposal.rule, proposal.words))
            if one.values.setdefault(name, proposal.value) == proposal.value:
                one.names[partner_id] = partner.name
                one.fields.setdefault(partner_id, []).append(name)
    return sorted(found.values(), key=lambda one: -len(one.names))

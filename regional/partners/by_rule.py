"""What names make likely, put together by rule: one question for all partners whose name holds the same word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from regional.partners.columns import plain
from regional.partners.partner import Partner


@dataclass(frozen=True)
class ProposalByRule:
    """One value that is proposed for a field of several partners, by the same rule and the same words of their names.

    ``names``: id -> name of the partners, in the order of the list.
    """

    field: str
    value: str | tuple[str, ...]
    rule: str
    words: str
    names: dict[str, str]

    @property
    def key(self) -> str:
        """What it is known by, the same as long as rule, words and value are."""
        value = self.value if isinstance(self.value, str) else " ".join(self.value)
        return "|".join([self.field, self.rule, plain(self.words), value])


def by_rule(partners: Iterable[tuple[str, Partner]]) -> list[ProposalByRule]:
    """Return the proposals for partners (id, partner), those for most partners first."""
    found: dict[str, ProposalByRule] = {}
    for partner_id, partner in partners:
        for field, proposal in partner.proposals().items():
            one = ProposalByRule(field, proposal.value, proposal.rule, proposal.words, {})
            found.setdefault(one.key, one).names[partner_id] = partner.name
    return sorted(found.values(), key=lambda one: -len(one.names))

"""What names make likely, put together by word: one question for all partners whose name holds the same word.

Words that stand in one name each and make the same likely are one question too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from regional.partners.columns import plain
from regional.partners.partner import Partner

Value = str | tuple[str, ...]


@dataclass(frozen=True)
class ProposalByRule:
    """What is made of one word, or of several in one name each, for several partners.

    ``values``: field -> value; ``names``: id -> name of the partners, in the order of the list; ``fields``: id -> the
    fields of which nothing is known of that partner; ``said``: id -> the word in its name, "" where the whole name says
    it.
    """

    key: str
    values: dict[str, Value] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    fields: dict[str, list[str]] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)

    @property
    def words(self) -> tuple[str, ...]:
        """The words that stand in the names."""
        return tuple({plain(word): word for word in self.said.values() if word}.values())


def by_rule(partners: Iterable[tuple[str, Partner]]) -> list[ProposalByRule]:
    """Return the proposals for partners (id, partner), those for most partners first."""
    found: dict[str, ProposalByRule] = {}
    for partner_id, partner in partners:
        for name, proposal in partner.proposals().items():
            key = "|".join([proposal.rule, plain(proposal.words) or f"{name} {proposal.value}"])
            one = found.setdefault(key, ProposalByRule(key))
            if one.values.setdefault(name, proposal.value) == proposal.value:
                one.names[partner_id] = partner.name
                one.fields.setdefault(partner_id, []).append(name)
                one.said[partner_id] = _as_written(proposal.words, partner.name)
    return sorted(_together(found.values()), key=lambda one: -len(one.names))


def _as_written(words: str, name: str) -> str:
    """Return words of a name as they stand in it, with their accents; as they are where they are part of a word."""
    parts = [part.strip(",;()") for part in name.split()]
    runs = (" ".join(parts[i:j]) for i in range(len(parts)) for j in range(i + 1, len(parts) + 1))
    return next((run for run in runs if plain(run) == plain(words)), words)


def _together(found: Iterable[ProposalByRule]) -> list[ProposalByRule]:
    """Put the words of a single name with others that make exactly the same likely."""
    groups: dict[str, list[ProposalByRule]] = {}
    for one in found:
        groups.setdefault(f"1|{sorted(one.values.items())}" if len(one.names) == 1 else one.key, []).append(one)
    return [_merged(key, group) for key, group in groups.items()]


def _merged(key: str, group: Sequence[ProposalByRule]) -> ProposalByRule:
    if len(group) == 1:
        return group[0]
    names, fields, said = ({i: part for one in group for i, part in getattr(one, name).items()}
                           for name in ("names", "fields", "said"))  # fmt: skip
    return ProposalByRule(key, group[0].values, names, fields, said)

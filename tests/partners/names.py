"""Labelled names of organisations, and how often what the rules say of them is right.

``names_dev.csv`` and ``names_held_out.csv`` were labelled by who had not seen the rules; ``names_known.csv`` are
organisations that exist, written down by type by who made the rules, and names on which a rule was mended: they count
in the pool of a value (``measured.csv``), and in no figure. Labels as in the files' source: see data/SOURCES.md.
"""

from __future__ import annotations

import csv
import dataclasses
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from regional.partners.organisations.rules import STEPS, recognise, rules

HERE = Path(__file__).parent
GROUPS = {"low_income": "lowest_40", "families_with_children": "with_children"}
MAY_BE_PROPOSED = frozenset({"0-15", "15-25", "25-45", "45-65", "65+", "lowest_40", "with_children"})
NO_LABEL = {"type": "other", "kinds": "unclear", "sector": "unclear", "legal_form": "none"}
FIELDS = ("type", "kinds", "sector", "mainly_for", "legal_form", "person")


@dataclass(frozen=True)
class Labelled:
    """A name with what it is; "" where a field has no label at all."""

    name: str
    line: str = ""
    labels: dict[str, str] = dataclasses.field(default_factory=dict)
    groups: frozenset[str] = frozenset()
    is_person: str = "no"


def labelled(which: str) -> list[Labelled]:
    """Return the names of "dev", "held_out" or "known"."""
    with (HERE / f"names_{which}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="," if which == "dev" else ";"))
    return [_labelled(row) for row in rows]


def _labelled(row: dict[str, str]) -> Labelled:
    groups = {GROUPS.get(g, g) for g in row["mainly_for"].replace("|", ";").replace(" ", ";").split(";")}
    labels = {"type": row["org_type"], "kinds": row.get("partner_kind", ""), "sector": row.get("sector", ""),
              "legal_form": row.get("legal_form", "")}  # fmt: skip
    return Labelled(row["name"], row.get("project_line", ""), labels, frozenset(groups) & MAY_BE_PROPOSED,
                    row.get("is_person", "no"))  # fmt: skip


def is_right(field: str, value: str, label: str) -> bool:
    """Tell whether a value is the label; a partner of several kinds is of each of them."""
    return value == label or (field == "kinds" and label == "several")


def pool(names: list[Labelled]) -> dict[tuple[str, str], tuple[int, int]]:
    """Return (field, value) -> how often the rules were right with it, of how often they gave it.

    Over the labelled names, and over the counts that stand with the rules (names that were read, not labelled).
    """
    right, given = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for key, is_hit in _said(names):
        right[key] += is_hit
        given[key] += 1
    for rule in (rule for step in STEPS for rule in rules(step)):
        for key in _gives(rule.type, rule.kind, rule.sector, rule.mainly_for):
            right[key] += rule.measured[0]
            given[key] += rule.measured[1]
    return {key: (right[key], n) for key, n in sorted(given.items()) if n}


def _said(names: list[Labelled]) -> Iterator[tuple[tuple[str, str], bool]]:
    for one in names:
        if one.is_person == "yes":
            continue
        found = recognise(one.name, one.line)
        for key in _gives(found.type, found.kind, found.sector, found.mainly_for):
            field, value = key
            if field == "mainly_for":
                yield key, value in one.groups
            elif one.labels[field]:
                yield key, is_right(field, value, one.labels[field])


def _gives(type_: str, kind: str, sector: str, groups: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    yield from ((field, value) for field, value in (("type", type_), ("kinds", kind), ("sector", sector)) if value)
    yield from (("mainly_for", group) for group in groups)


@dataclass
class Score:
    """Right of what was proposed, and found of what there was to find."""

    right: int = 0
    proposed: int = 0
    found: int = 0
    wanted: int = 0


def scores(names: list[Labelled]) -> dict[str, Score]:
    """Return field -> score of what is proposed (not of what the rules say beside it)."""
    from regional.partners.proposals import looks_like_a_person, propose

    result = {field: Score() for field in FIELDS}
    for one in names:
        if one.is_person != "unclear":
            is_person, score = looks_like_a_person(one.name), result["person"]
            wanted = one.is_person == "yes"
            score.right += is_person and wanted
            score.proposed += is_person
            score.found += is_person and wanted
            score.wanted += wanted
        proposed = {name: p.value for name, p in propose(one.name, one.line).items()}
        for field, none in NO_LABEL.items():
            value, label = proposed.get(field), one.labels[field]
            value = value[0] if isinstance(value, tuple) else value
            _count(result[field], value, is_right(field, value or "", label), is_wanted=label not in (none, ""))
        given = set(proposed.get("mainly_for", ()))
        score = result["mainly_for"]
        score.right += len(given & one.groups)
        score.proposed += len(given)
        score.found += len(given & one.groups)
        score.wanted += len(one.groups)
    return result


def _count(score: Score, value: str | None, is_hit: bool, *, is_wanted: bool) -> None:
    score.proposed += value is not None
    score.right += value is not None and is_hit
    score.wanted += is_wanted
    score.found += value is not None and is_hit and is_wanted

"""Words by which persons are told: given names and surnames of every origin, saints, and names that are words too."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from regional.partners.organisations.rules import folded

HERE = Path(__file__).parent


@cache
def given_names() -> frozenset[str]:
    """Return given names, folded, in small letters (from ``given_names.txt``)."""
    names = (HERE / "given_names.txt").read_text("utf-8").splitlines()
    return frozenset((name if name.isascii() else folded(name)).casefold() for name in names)


@cache
def words_of(what: str) -> frozenset[str]:
    """Return words of ``name_words.csv``: "surname" of many, "saint", or "common", a name that is a word as well."""
    with (HERE / "name_words.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["word"] for row in csv.DictReader(file) if row["what"] == what)

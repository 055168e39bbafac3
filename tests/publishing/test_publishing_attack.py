"""Whoever has all of a publication, and knows how it was made, learns nothing of a hidden cell."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import re
from collections import defaultdict
from functools import cache

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.dimensions import DIMENSIONS, REACH_GROUPS, LabelKind, dimension, people_dimensions
from regional.mirror.reflect import reflect
from regional.mirror.settings import Settings
from regional.partners.read import read_partners
from regional.partners.sample import load_sample
from regional.publishing.publication import Frame, publish
from regional.publishing.suppression import LEAST, suppress
from tests.mirror.portfolios import portfolio
from tests.publishing.test_publishing_suppression import mirror, result

PARKSTAD = ("GM0882", "GM0899", "GM0917", "GM0928", "GM0965", "GM0986", "GM1954")
ELSEWHERE = ("GM0363", "GM0344", None)
LABELS = ("size", "how_found", "stage")
SEEDS = range(16)


@cache
def region():
    return profile(load_snapshot(), PARKSTAD, "Parkstad Limburg")


def pick(rng, ids, unknown):
    """One of ``ids``, some much more often than others; None as often as ``unknown``."""
    weights = rng.dirichlet(np.full(len(ids), 0.5))
    return lambda: None if rng.random() < unknown else str(rng.choice(ids, p=weights))


def shares_given(rng):
    shares = {}
    for people in people_dimensions():
        ids = [category.id for category in people.categories]
        whole = np.diff([0, *sorted(rng.integers(0, 21, len(ids) - 1)), 20]) / 20
        shares[people.id] = dict(zip(ids, whole, strict=True))
    return shares


def partners(seed):
    """A list of 5 to 80 partners in which anything may be unknown, and anything may be everybody's answer."""
    rng = np.random.default_rng(seed)
    n, unknown = int(rng.integers(5, 81)), float(rng.choice([0.0, 0.1, 0.4, 0.8]))
    of = {field: pick(rng, [c.id for c in dimension(field).categories], unknown) for field in LABELS}
    sector = pick(rng, [c.id for c in dimension("sector").categories], unknown)
    reach = pick(rng, [category.id for _, category in REACH_GROUPS], 0.0)
    kind, place = pick(rng, ["funder", "content", "supplier"], unknown / 2), pick(rng, PARKSTAD + ELSEWHERE[:2], 0.1)
    rows = []
    for _ in range(n):
        kinds = {k for k in (kind(), kind()) if k}
        row = {field: draw() for field, draw in of.items()}
        row |= {"municipality": place(), "sector": sector(), "kinds": tuple(sorted(kinds))}
        if rng.random() > unknown:
            row |= {"mainly_for": tuple({reach() for _ in range(rng.integers(1, 4))}), "also_reaches": (reach(),)}
        if rng.random() > unknown:
            row |= {"shares": shares_given(rng), "shares_of": "audience"}
        rows.append(row)
    return portfolio(rows)


def published(list_of_partners):
    seen = reflect(list_of_partners, region(), Settings(extra_dimensions=("origin", "birth_origin")))
    return publish(seen, Frame(title="Onze partners"), dt.date(2026, 11, 24))


@cache
def of_seed(seed):
    return published(partners(seed))


class Attack:
    """The true cells as integers, and everything that is published as rules between them."""

    def __init__(self, publication):
        self.cells, self.low, self.high, self.rules, self.hidden = {}, [], [], [], []
        self.n = publication["n"]
        for theme in publication["themes"]:
            if dimension(theme["id"]).kind is not LabelKind.FRACTIONS:
                self._counts(theme)
        for reached in publication["reach"]:
            count = reached["partners"]
            self._cell(("reach", reached["id"]), "few" if count is None else "shown", count)
        if "sector known" in self.cells and ("kind", "supplier") in self.cells:
            self._rule({("kind", "supplier"): 1, "sector known": -1}, 0, self.n)  # sectors are of suppliers

    def _cell(self, name, shown, count=None):
        exact = shown == "shown" and count is not None
        top = LEAST - 1 if shown == "few" else self.n
        self.cells[name] = len(self.cells)
        self.low.append(count if exact else 0)
        self.high.append(count if exact else top)
        if shown == "few":
            self.hidden.append(name)

    def _rule(self, parts, low, high):
        self.rules.append((parts, low, high))

    def _counts(self, theme):
        about = dimension(theme["id"])
        told = theme["n_known"]
        known = f"{theme['id']} known"
        self._cell(known, "shown" if told is not None else "withheld", told)
        names = [(theme["id"], row["id"]) for row in theme["rows"]]
        for name, row in zip(names, theme["rows"], strict=True):
            self._cell(name, row["shown"], row["count"])
            if row["share"] is not None and row["id"] != "other":
                self._rule({name: 1, known: -(row["share"] + 0.005001)}, -np.inf, 0)
                self._rule({name: 1, known: -(row["share"] - 0.005001)}, 0, np.inf)
        if not names:
            return
        if about.kind is LabelKind.MULTI:
            self._rule({**dict.fromkeys(names, 1), known: -1}, 0, np.inf)
            for name in names:
                self._rule({name: 1, known: -1}, -np.inf, 0)
        else:
            self._rule({**dict.fromkeys(names, 1), known: -1}, 0, 0)

    def allows(self, name, value):
        low, high = list(self.low), list(self.high)
        low[self.cells[name]] = high[self.cells[name]] = value
        table, lows, highs = np.zeros((len(self.rules), len(low))), [], []
        for line, (parts, least, most) in zip(table, self.rules, strict=True):
            for cell, factor in parts.items():
                line[self.cells[cell]] = factor
            lows.append(least)
            highs.append(most)
        rules = LinearConstraint(table, lows, highs) if lows else ()
        return milp(np.zeros(len(low)), constraints=rules, integrality=np.ones(len(low), int),
                    bounds=Bounds(low, high)).success  # fmt: skip


def leaks(publication):
    """Return the hidden cells, with the value from 0 to 4 that they cannot have."""
    attack = Attack(json.loads(publication.to_json()))
    return [(name, value) for name in attack.hidden for value in range(LEAST) if not attack.allows(name, value)]


@pytest.mark.parametrize("seed", SEEDS)
def test_no_hidden_cell_of_a_random_list_is_known_from_all_that_is_published(seed):
    assert leaks(of_seed(seed)) == []


def test_nothing_hidden_is_known_of_the_sample():
    assert leaks(published(load_sample().portfolio)) == []


def test_nothing_hidden_is_known_of_a_list_that_was_read():
    rows = [f"Partner {i};Heerlen;{stage};financier" for i, stage in enumerate(["verkent"] * 9 + ["geen thema"] * 3)]
    found = read_partners("\r\n".join(["naam;plaats;fase;soort", *rows]).encode("utf-8-sig"), "lijst.csv")
    assert leaks(published(found.portfolio)) == []


def test_the_random_lists_hide_and_show_in_every_way():
    seen = {(theme.id, row.shown) for seed in SEEDS for theme in of_seed(seed).themes for row in theme.rows}
    assert {("stage", "few"), ("stage", "shown"), ("kind", "few"), ("kind", "shown")} <= seen


def test_the_attack_finds_a_total_that_gives_a_cell_away():
    told = next(p for p in map(of_seed, SEEDS) if any(
        theme.id == "stage" and theme.rows and theme.n_known is None for theme in p.themes))  # fmt: skip
    themes = [t.model_copy(update={"n_known": sum(r.count or 0 for r in t.rows) + 1}) if t.id == "stage" else t
              for t in told.themes]  # fmt: skip
    assert leaks(told.model_copy(update={"themes": tuple(themes)}))


def compositions(most, cells):
    return (c for c in itertools.product(range(most + 1), repeat=cells) if sum(c) <= most)


@pytest.mark.parametrize("n", [5, 9, 13, 16])
def test_who_knows_the_rules_learns_nothing_either(n):
    """All tables of 4 groups that lead to the same publication: together they give every hidden cell every value."""
    alike = defaultdict(list)
    for counts in compositions(n, 4):
        theme = suppress(mirror(result("stage", counts), n=n)).themes[0]
        alike[(theme.n_known, tuple((g.shown, g.count, g.share) for g in theme.groups))].append(counts)
    for (_, groups), tables in alike.items():
        for position, (shown, _, _) in enumerate(groups):
            if shown == "few":
                assert {table[position] for table in tables} >= set(range(LEAST)), (groups, tables)


FIGURE = re.compile(r"\d[\d.,]*")


def figures(text, labels):
    """The numbers in a sentence, without those in the names of groups."""
    for label in sorted(labels, key=len, reverse=True):
        text = re.sub(re.escape(label), " ", text, flags=re.IGNORECASE)
    return {int(re.sub(r"\D", "", number)) for number in FIGURE.findall(text)}


def in_tables(publication):
    """Every number that stands in a table, percentages as such, and how many groups a table has."""
    found = {publication.n}
    for theme in publication.themes:
        found |= {theme.n_known, len(theme.rows), *range(len(theme.rows))}
        found |= {row.count for row in theme.rows}
        found |= {round(share * 100) for row in theme.rows for share in (row.share, row.region_share) if share}
        found.add(sum(row.count or 0 for row in theme.rows))  # "at least"
        found.add(max([row.count or 0 for row in theme.rows], default=0))
    return found - {None}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_sentence_holds_a_figure_that_no_table_holds(language):
    for seed in SEEDS:
        publication = of_seed(seed)
        tables = in_tables(publication)
        labels = {row.label.in_(language) for theme in publication.themes for row in theme.rows}
        texts = [
            publication.basis,
            *(text for f in publication.findings for text in (f.heading, f.line, f.sure, f.basis)),
            *(text for t in publication.themes for text in (t.sentence, t.basis)),
        ]
        for text in texts:
            assert figures(text.in_(language), labels) <= tables, (seed, text.in_(language))


def test_every_theme_of_counts_is_attacked():
    """A new dimension must be thought of here."""
    assert {d.id for d in DIMENSIONS if d.kind is not LabelKind.FRACTIONS} == {
        "location", "urbanity", "sector", "household", "kind", "size", "how_found", "stage"}  # fmt: skip

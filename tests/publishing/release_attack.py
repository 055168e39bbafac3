"""Whoever has every publication of a museum, and knows who came and went, works out what is hidden.

Independent of how it is made: it reads the publications alone, as JSON. A partner is of one membership (in which
publications it was), which is known; its place, answers and kinds are not, and do not change. All that is published is
a system of equations over how many partners of each membership there are in each group; every hidden cell is made as
small and as large as that system allows.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from tests.publishing.money_attack import FLOWS, Giver, money_leaks

FEWEST = 5
KIND_OF = {flow: kind for kind, flow in FLOWS.items()}
MULTI = ("kind", "age", "sex", "education", "income")


@dataclass
class System:
    """Counts of partners as unknowns, each from 0 to how many there are of its membership."""

    most: list[int] = field(default_factory=list)
    rules: list[tuple[dict[int, int], float, float]] = field(default_factory=list)

    def unknown(self, most):
        self.most.append(most)
        return len(self.most) - 1

    def rule(self, parts, low, high):
        self.rules.append((dict(Counter(parts)), low, high))

    def allows(self, parts, low, high):
        """Tell whether the sum of ``parts`` may lie between ``low`` and ``high``."""
        return self._solved(np.zeros(len(self.most)), [*self.rules, (dict(Counter(parts)), low, high)]) is not None

    def range(self, parts):
        aim = np.zeros(len(self.most))
        np.add.at(aim, list(parts), 1.0)
        least, most = self._solved(aim, self.rules), self._solved(-aim, self.rules)
        return None if least is None or most is None else (round(least), round(-most))

    def _solved(self, aim, rules):
        table = np.zeros((len(rules), len(self.most)))
        for line, (parts, _, _) in zip(table, rules, strict=True):
            for unknown, factor in parts.items():
                line[unknown] += factor
        lows, highs = [low for _, low, _ in rules], [high for _, _, high in rules]
        found = milp(aim, constraints=LinearConstraint(table, lows, highs) if rules else (),
                     integrality=np.ones(len(aim), int), bounds=Bounds(0, np.array(self.most)))  # fmt: skip
        return found.fun if found.success else None


@dataclass
class Attack:
    """The publications of a museum, oldest first, and of each partner in which editions it was.

    ``publications``: (edition, publication as JSON values); ``memberships``: for each partner the set of editions.
    """

    publications: list[tuple[int, dict]]
    memberships: list[frozenset[int]]
    class_of: dict[str, str]
    givers: list[Giver] = field(default_factory=list)

    def leaks(self, counts_of):
        """Return the hidden cells that are known; ``counts_of(edition)`` gives the true counts by theme and group."""
        found = self._places(counts_of)
        for theme in ("sector", "size", "how_found"):
            found += self._organisations(theme, counts_of)
        return found + self._answers() + money_leaks(self.publications, self.givers)

    @property
    def _sizes(self):
        return Counter(self.memberships)

    def _cells(self, system, ids):
        """Unknowns by id and membership; a partner is in one group, or in none."""
        cells = {i: {m: system.unknown(size) for m, size in self._sizes.items()} for i in ids}
        for membership, size in self._sizes.items():
            system.rule([cells[i][membership] for i in ids], 0, size)
        return cells

    @staticmethod
    def _at(cells, ids, edition):
        return [cell for i in ids for membership, cell in cells[i].items() if edition in membership]

    def _themes(self, name):
        for edition, publication in self.publications:
            for theme in publication["themes"]:
                if theme["id"] == name and not theme.get("as_of"):
                    yield edition, publication, theme

    def _places(self, counts_of):
        system = System()
        every = sorted({code for _, p in self.publications for code in p["codes"]})
        cells, hidden = self._cells(system, every), []
        for edition, publication, theme in self._themes("location"):
            self._told(system, cells, theme, edition, publication["codes"], hidden)
        for edition, publication, theme in self._themes("urbanity"):
            classes = {c: [m for m in publication["codes"] if self.class_of[m] == c] for c in "12345"}
            for row in theme["rows"]:
                inside = [m for c in row.get("members") or [row["id"]] for m in classes[c]]
                system.rule(self._at(cells, inside, edition), row["count"], row["count"])
        for edition, publication, money in self._money():
            if any(place["id"] == "region" for place in money["places"]):
                system.rule(self._at(cells, publication["codes"], edition), FEWEST, np.inf)
        return self._known(system, cells, hidden, "location", counts_of)

    def _money(self):
        for edition, publication in self.publications:
            for money in publication.get("money", ()):
                if money["n_known"] is not None and not money.get("as_of"):
                    yield edition, publication, money

    def _organisations(self, name, counts_of):
        system, hidden = System(), []
        themes = list(self._themes(name))
        every = sorted({i for edition in {e for e, _ in self.publications} for i in counts_of(edition)[name]})
        cells = self._cells(system, every)
        for edition, _, theme in themes:
            self._told(system, cells, theme, edition, every, hidden)
        return self._known(system, cells, hidden, name, counts_of)

    def _told(self, system, cells, theme, edition, every, hidden):
        seen = set()
        for row in theme["rows"]:
            inside = row.get("members") or [row["id"]]
            parts = self._at(cells, inside, edition)
            if row["count"] is not None:
                system.rule(parts, row["count"], row["count"])
            for i in inside if row["id"] == "other" else []:
                hidden.append((edition, i))
            if row["shown"] == "withheld":
                hidden += [(edition, i) for i in inside]
            seen |= set(inside)
        if theme["n_known"] is not None:
            system.rule(self._at(cells, every, edition), theme["n_known"], theme["n_known"])
        elif not theme["rows"]:
            hidden += [(edition, i) for i in every]

    def _known(self, system, cells, hidden, name, counts_of):
        found = []
        for edition, i in hidden:
            true = counts_of(edition)[name].get(i, 0)
            if 0 < true < FEWEST:
                parts = self._at(cells, [i], edition)
                if not (system.allows(parts, true + 1, np.inf) or system.allows(parts, 0, true - 1)):
                    found.append((name, edition, i, true))
        return found

    def _answers(self):
        """Every hidden answer can be 0 and can be 4; reach, main groups, kinds and stages."""
        found = []
        names = [t["id"] for t in self.publications[0][1]["themes"]]
        for name in [*(n for n in names if n in MULTI), "reach", "stage"]:
            rows = list(self._rows(name))
            ids = sorted({row["id"] for _, _, told in rows for row in told})
            system = System()
            if name == "stage":
                cells = self._cells(system, ids)
            else:
                cells = {i: {m: system.unknown(size) for m, size in self._sizes.items()} for i in ids}
            hidden = set()
            for edition, _, money in self._money() if name == "kind" else ():
                kind = KIND_OF[money["id"]]
                if kind in cells:  # who gives money is a funder, and who gets it a supplier
                    system.rule(self._at(cells, [kind], edition), money["n_known"], np.inf)
            for edition, i, most in self._fell() if name == "reach" else ():
                system.rule(self._at(cells, [i], edition), 0, most)
            for edition, known, told in rows:
                for row in told:
                    parts = self._at(cells, [row["id"]], edition)
                    count = row["partners"] if "partners" in row else row["count"]
                    if count is not None:
                        system.rule(parts, count, count)
                        continue
                    hidden.add((edition, row["id"]))
                    if row["shown"] == "few":
                        system.rule(parts, 0, FEWEST - 1)
                if known is not None and name == "stage":
                    system.rule(self._at(cells, ids, edition), known, known)
            for edition, i in sorted(hidden):
                parts = self._at(cells, [i], edition)
                # What of the answers changed is not known: where they cannot have stayed the same, nothing follows.
                if system.range([]) is None:
                    continue
                values = (0, 4) if name != "kind" else ()
                found += [(name, edition, i, v) for v in values if not system.allows(parts, v, v)]
                if name == "kind":
                    least, most = system.range(parts)
                    if least == most and 0 < least < FEWEST:
                        found.append((name, edition, i, least))
        return found

    def _fell(self):
        """Groups that were repeated by themselves: whoever knows the rules knows that they did not grow."""
        for edition, publication in self.publications:
            own = {row["id"]: row["partners"] for row in publication["reach"] if row.get("as_of")}
            if len(own) < len(publication["reach"]):
                yield from ((edition, i, most) for i, most in own.items())

    def _rows(self, name):
        if name == "reach":
            for edition, publication in self.publications:
                fresh = [row for row in publication["reach"] if not row.get("as_of")]
                yield edition, None, fresh
            return
        for edition, _, theme in self._themes(name):
            yield edition, theme["n_known"], theme["rows"]

"""A yardstick of the museum's own: counts by category from a small file, with source and date.

Either added to the region (places that CBS does not count), or laid beside it as a reference (visitors).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from regional.dimensions import DIMENSIONS
from regional.mirror.measures.dissimilarity import dissimilarity, noise_floor
from regional.partners.columns import plain
from regional.texts import N_, Message, Texts, texts

if TYPE_CHECKING:
    from regional.cbs.figures import RegionProfile
    from regional.dimensions import Category
    from regional.files.sheets import Sheet
    from regional.mirror.result import DimensionResult

HEADINGS = {
    "theme": ("thema", "theme", "dimension", "dimensie"),
    "group": ("groep", "group", "category", "categorie"),
    "count": ("aantal", "count", "number"),
    "source": ("bron", "source"),
    "date": ("datum", "date", "jaar", "year", "peildatum"),
}
THEMES = tuple(d for d in DIMENSIONS if d.has_region and d.id != "urbanity")
MOST_ROWS, LONGEST = 200, 80
OWN = "own:"
"""Beginning of the category id of a place that CBS does not count."""
Use = Literal["added", "beside"]


@dataclass(frozen=True)
class BenchmarkFault:
    """What is wrong with one row (None: the file), and how to mend it."""

    row: int | None
    value: str
    what: Message
    remedy: Message


@dataclass(frozen=True)
class OwnFigures:
    """Counts by dimension and category; places under their own name (``own:...``), with ``labels``."""

    source: str
    date: str
    counts: Mapping[str, Mapping[str, float]]
    labels: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, source: str, date: str, written: Mapping[str, Mapping[str, float]]) -> OwnFigures:
        """Return the benchmark that :meth:`written` was kept of."""
        places = {OWN + plain(name): name for name in written.get("location", {})}
        counts = {**written, "location": {OWN + plain(n): count for n, count in written.get("location", {}).items()}}
        return cls(source, date, {theme: groups for theme, groups in counts.items() if groups}, places)

    def written(self) -> dict[str, dict[str, float]]:
        """Return theme -> group -> count with places under their own names: the form to keep."""
        return {
            theme: {self.labels.get(group, group): count for group, count in counts.items()}
            for theme, counts in self.counts.items()
        }

    @property
    def name(self) -> str:
        """Source and date, as every chart names it."""
        return f"{self.source}, {self.date}"

    def shares(self, dimension_id: str) -> dict[str, float]:
        """Return the counts of a dimension as fractions of their sum; empty without any."""
        counts = self.counts.get(dimension_id, {})
        total = sum(counts.values())
        return {group: count / total for group, count in counts.items()} if total > 0 else {}


@dataclass(frozen=True)
class BenchmarkResult:
    """What was read: a benchmark where nothing is wrong, else every fault and no benchmark."""

    benchmark: OwnFigures | None
    faults: tuple[BenchmarkFault, ...] = ()


def template() -> bytes:
    """Return an example to fill in, as CSV for Dutch Excel."""
    lines = ["thema;groep;aantal;bron;datum", "leeftijd;0 tot 15 jaar;0;naam van de bron;2025",
             "leeftijd;15 tot 25 jaar;0;;", "plaats;Herzogenrath;0;;"]  # fmt: skip
    return ("\r\n".join(lines) + "\r\n").encode("utf-8-sig")


def read_benchmark(data: bytes) -> BenchmarkResult:
    """Read a CSV or XLSX with the columns thema, groep, aantal, bron, datum; never raises on what a user brings.

    Source and date are needed once; every count is 0 or more; a group stands in one row. Themes and groups may be
    written as id, in Dutch or in English; places are any name.
    """
    from regional.files.problems import FileFault
    from regional.files.sheets import read_sheets

    try:
        sheets = read_sheets(data)
    except FileFault as fault:
        return BenchmarkResult(None, (BenchmarkFault(None, "", fault.problem.what, fault.problem.remedy),))
    return _read(sheets[0]) if sheets else BenchmarkResult(None, (_no_columns(),))


def _read(sheet: Sheet) -> BenchmarkResult:
    if not sheet.rows:
        return BenchmarkResult(None, (_no_columns(),))
    at = _columns(sheet.rows[0][1])
    if not {"theme", "group", "count"} <= at.keys():
        return BenchmarkResult(None, (_no_columns(),))
    rows = [(n, {name: cells[i] if i < len(cells) else "" for name, i in at.items()}) for n, cells in sheet.rows[1:]]
    source, date = (next((row[name] for _, row in rows if row.get(name)), "") for name in ("source", "date"))
    counts: dict[str, dict[str, float]] = {}
    labels: dict[str, str] = {}
    faults = [fault for n, row in rows[:MOST_ROWS] if (fault := _take(n, row, counts, labels))]
    if len(rows) > MOST_ROWS:
        faults.append(_fault(None, "", Message.of("There are more than {n} rows.", n=MOST_ROWS), KEEP))
    if not source or not date:
        faults.append(_fault(None, "", Message.of("The source or the date is missing."), SOURCE))
    if not counts and not faults:
        faults.append(_no_columns())
    found = OwnFigures(source[:LONGEST], date[:LONGEST], counts, labels)
    return BenchmarkResult(None if faults else found, tuple(faults))


KEEP = Message.of("Keep only the rows that are needed.")
SOURCE = Message.of("Fill in the columns bron and datum, in the first row at least.")


def _columns(headings: tuple[str, ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for i, heading in enumerate(headings):
        for name, spellings in HEADINGS.items():
            if plain(heading) in spellings:
                found.setdefault(name, i)
    return found


def _take(
    number: int, row: Mapping[str, str], counts: dict[str, dict[str, float]], labels: dict[str, str]
) -> BenchmarkFault | None:
    """Put one row into ``counts``; return what is wrong with it instead."""
    theme = _theme(row["theme"])
    if theme is None:
        known = ", ".join(texts("nl")(d.label).lower() for d in THEMES)
        return _fault(number, row["theme"], Message.of("We do not know this theme."), _choose(known))
    group = _group(theme, row["group"], labels)
    if group is None:
        known = ", ".join(texts("nl")(c.label) for c in _categories(theme))
        return _fault(number, row["group"], Message.of("We do not know this group."), _choose(known))
    count = _count(row["count"])
    if count is None:
        return _fault(number, row["count"], Message.of("This is not a number of 0 or more."),
                      Message.of("Write a whole number, such as 1234."))  # fmt: skip
    if group in counts.get(theme, {}):
        return _fault(number, row["group"], Message.of("This group stands in two rows."), Message.of("Add the two up."))
    counts.setdefault(theme, {})[group] = count
    return None


def _choose(known: str) -> Message:
    return Message.of("Choose from: {known}.", known=known)


def _theme(written: str) -> str | None:
    for d in THEMES:
        if plain(written) in {plain(d.id), plain(d.label), plain(texts("nl")(d.label))}:
            return d.id
    return None


def _categories(theme: str) -> tuple[Category, ...]:
    return next(d.categories for d in THEMES if d.id == theme)


def _group(theme: str, written: str, labels: dict[str, str]) -> str | None:
    if theme == "location":
        name = written.strip()[:LONGEST]
        if not name:
            return None
        labels[OWN + plain(name)] = name
        return OWN + plain(name)
    for c in _categories(theme):
        if plain(written) in {plain(c.id), plain(c.label), plain(texts("nl")(c.label)), *map(plain, c.aliases)}:
            return str(c.id)
    return None


def _count(written: str) -> float | None:
    from regional.files.problems import CellFault as Refused
    from regional.partners.quantities import number

    try:
        count = number(written)
    except Refused:
        return None
    return float(count) if isinstance(count, (int, float)) and count >= 0 else None


def _fault(row: int | None, value: str, what: Message, remedy: Message) -> BenchmarkFault:
    return BenchmarkFault(row, value[:LONGEST], what, remedy)


def _no_columns() -> BenchmarkFault:
    return _fault(None, "", Message.of("We look for the columns thema, groep and aantal."),
                  Message.of("Begin from the example on this page."))  # fmt: skip


def with_added(region: RegionProfile, benchmark: OwnFigures) -> RegionProfile:
    """Return the region with the benchmark's counts added, and its source named wherever the region's is.

    Dimensions of which the region has no figure stay without. Partners abroad whose place is one of the added places
    count there.
    """
    compositions = dict(region.compositions)
    for dimension_id, added in benchmark.counts.items():
        if dimension_id not in compositions:
            continue
        old = compositions[dimension_id]
        counts = dict(old.counts)
        for group, count in added.items():
            counts[group] = counts.get(group, 0.0) + count
        provenance = replace(old.provenance, table=f"{old.provenance.table} + {benchmark.name}")
        compositions[dimension_id] = replace(old, counts=counts, provenance=provenance,
                                             labels={**old.labels, **_labels(benchmark, added)})  # fmt: skip
    places = benchmark.counts.get("location", {})
    return replace(
        region,
        compositions=compositions,
        inhabitants=region.inhabitants + round(sum(places.values())),
        abroad_of={group.removeprefix(OWN): group for group in places},
        digest=hashlib.sha256(f"{region.digest}|{benchmark!r}".encode()).hexdigest(),
    )


def _labels(benchmark: OwnFigures, added: Mapping[str, float]) -> dict[str, str]:
    return {group: benchmark.labels[group] for group in added if group in benchmark.labels}


def beside(benchmark: OwnFigures, result: DimensionResult) -> dict[str, float]:
    """Return the benchmark's shares as they stand beside a theme's; empty without it.

    Where it gives only some groups, they together take the place that these have in the region.
    """
    own = benchmark.shares(result.id)
    part = sum(group.region_share or 0.0 for group in result.groups if group.id in own)
    whole = part if any(group.id not in own for group in result.groups) else 1.0
    return {group: share * whole for group, share in own.items()}


def compared(benchmark: OwnFigures, result: DimensionResult, t: Texts) -> str:
    """Return in a sentence whether our partners are nearer to the region or to the benchmark; "" without it.

    All three are laid over the groups that the benchmark gives. Nearer is said only where the two differ by more than
    chance alone leads away (the 95th percentile of blind choice from the farther, at this number of partners).
    """
    own = benchmark.shares(result.id)
    groups = [group for group in result.groups if group.id in own]
    region = _over([group.region_share or 0.0 for group in groups])
    ours = _over([group.count for group in groups])
    if len(groups) < max(len(own), 2) or region is None or ours is None:
        return ""
    theirs = [own[group.id] for group in groups]
    away, near = dissimilarity(ours, theirs), dissimilarity(ours, region)
    n = round(sum(group.count for group in groups) * result.n_known / result.total) if result.total else 0
    noise = noise_floor(n, theirs if away > near else region).high
    if abs(away - near) <= max(noise, LEAST):
        return t("Whether our partners are nearer to {name} or to the region cannot be told.", name=benchmark.name)
    text = NEARER if away < near else FARTHER
    return t(text, name=benchmark.name, away=t.percent(away), region=t.percent(near))


def _over(counts: Sequence[float]) -> list[float] | None:
    """Return counts as fractions of their sum; None without any."""
    return [count / sum(counts) for count in counts] if sum(counts) > 0 else None


LEAST = 0.01
NEARER = N_("Our partners are nearer to {name} (dissimilarity {away}) than to the region ({region}).")
FARTHER = N_("Our partners are nearer to the region (dissimilarity {region}) than to {name} ({away}).")

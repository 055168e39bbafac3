"""Random portfolios, and what may not contradict what: states, sentences, titles, tables, findings, publications.

Used small in the tests and at length by ``bench/bench_mirror.py``.
"""

import datetime as dt
import json
import re
from collections.abc import Iterator
from functools import cache

import numpy as np

from regional.cbs.figures import RegionProfile
from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.charts.titles import mirror_title
from regional.cli.main import as_json, in_words
from regional.dimensions import DIMENSIONS, EVERYONE, REACH_GROUPS
from regional.mirror.reflect import reflect
from regional.mirror.result import DimensionResult, Group, Mirror, Status
from regional.mirror.settings import Settings
from regional.partners.portfolio import Answer, Portfolio
from regional.publishing.publication import publish
from regional.publishing.schema import Frame
from regional.report.tables import report_csv
from regional.sentences import dimension_sentence, finding_sentence, findings, group_sentence
from regional.sentences.states import state_words
from regional.texts import Texts, texts
from tests.mirror.portfolios import portfolio
from tests.sentences.counts import contradicting_counts

PARKSTAD = ("GM0917", "GM0928", "GM0882", "GM1954", "GM0899", "GM0986", "GM0965")
OF_ORGANISATIONS = ("work_area", "how_found", "mainly_for", "also_reaches", "stage", "fit")
CLEAR = (Status.CLEARLY_LESS, Status.CLEARLY_MORE)
WORDS = {
    "nl": {
        "clear": ("bijna zeker geen toeval", "duidelijk minder aanwezig", "duidelijk meer aanwezig",
                  "duidelijk minder p", "duidelijk meer p"),
        "possible": ("dat kan toeval zijn", "maar het kan toeval zijn"),
    },
    "en": {
        "clear": ("almost certainly no coincidence", "clearly less present", "clearly more present", "clearly fewer",
                  "clearly more p"),
        "possible": ("may be chance",),
    },
}  # fmt: skip


@cache
def region() -> RegionProfile:
    """Return Parkstad."""
    return profile(load_snapshot(), PARKSTAD, "Parkstad Limburg")


def random_museum(seed: int) -> tuple[Portfolio, Mirror]:
    """Return a portfolio with preferences, gaps and unknowns of every kind, and its mirror."""
    rng = np.random.default_rng(seed)
    n, groups = int(rng.integers(0, 120)), [c.id for _, c in REACH_GROUPS]
    places = rng.dirichlet(np.full(len(PARKSTAD), 0.8))
    liked = rng.dirichlet(np.full(len(groups), 0.15))
    share_known, everyone, asked = rng.random(3)
    rows, answers = [], {}
    for at in range(n):
        row: dict[str, object] = {
            "kinds": ((), ("content",), ("funder",), ("supplier",))[rng.choice(4, p=[0.1, 0.6, 0.15, 0.15])]
        }
        if rng.random() < 0.4 + 0.6 * share_known:
            row["municipality"] = PARKSTAD[rng.choice(len(PARKSTAD), p=places)] if rng.random() < 0.8 else "GM0363"
        if rng.random() < share_known:
            named = rng.choice(len(groups), size=rng.integers(1, 3), replace=False, p=_spread(liked))
            row["mainly_for"] = (EVERYONE.id,) if rng.random() < everyone else tuple(groups[i] for i in named)
        if rng.random() < 0.3:
            row["sector"] = rng.choice(["A", "B-F", "G+I", "M-N", "R-U"])
            row["how_found"] = rng.choice(["network", "open_call"])
        if rng.random() < 0.05:
            row = {name: value for name, value in row.items() if name in ("kinds", "municipality")}
            row["is_person"] = True
            answers |= {(at, question): Answer.NOT_APPLICABLE for question in OF_ORGANISATIONS}
        elif "mainly_for" not in row and rng.random() < asked:
            answers |= {(at, "mainly_for"): Answer.ASKED, (at, "work_area"): Answer.ASKED}
        rows.append(row)
    ours = portfolio(rows, answers)
    return ours, reflect(ours, region(), Settings(draws=1_000))


def _spread(p: np.ndarray) -> np.ndarray:
    return (p + 1e-6) / (p + 1e-6).sum()


def contradictions(ours: Portfolio, mirror: Mirror) -> Iterator[str]:
    """Yield what contradicts what, in both languages; nothing where all agree."""
    published = publish(mirror, Frame(title="Test"), dt.date(2026, 11, 26))
    states = {(r.id, g.id): g.status for r in mirror.dimensions for g in r.groups}
    for theme in published.themes:
        for row in theme.rows:
            if row.state is not None and row.id != "other" and states[theme.id, row.id] != row.state:
                yield f"publication {theme.id} {row.id}: {row.state} and {states[theme.id, row.id]}"
    for language in ("nl", "en"):
        t = texts(language)
        for result in mirror.dimensions:
            yield from _theme(result, t)
        yield from _findings(mirror, t)
        yield from _whole(mirror, t)
        yield from contradicting_counts(ours, region(), mirror, published, t)


def _theme(result: DimensionResult, t: Texts) -> Iterator[str]:
    told = {group.status for group in result.groups}
    few = result.n_known < 10
    for name, text in (("sentence", dimension_sentence(result, t)), ("title", mirror_title(result, t))):
        said = _said(text, t)
        if "clear" in said and not told & set(CLEAR):
            yield f"{result.id} {name}: “{text}” and no state is clear"
        if name == "sentence" and not few and told & set(CLEAR) and "clear" not in said and result.tested:
            yield f"{result.id} {name}: “{text}” and a state is clear"
        possible = {Status.POSSIBLY_LESS, Status.POSSIBLY_MORE}
        if name == "sentence" and not few and result.tested and told & possible and "possible" not in said:
            yield f"{result.id} {name}: “{text}” forgets what is possible"
    for group in result.groups:
        yield from _group(result, group, t)


def _group(result: DimensionResult, group: Group, t: Texts) -> Iterator[str]:
    text = group_sentence(result, group, t)
    said = _said(text, t)
    if ("clear" in said) != (group.status in CLEAR):
        yield f"{result.id} {group.id}: “{text}” and {group.status}"
    if ("possible" in said) != (group.status in (Status.POSSIBLY_LESS, Status.POSSIBLY_MORE)):
        yield f"{result.id} {group.id}: “{text}” and {group.status}"
    for number in _numbers(text):
        if number not in _figures(result, group, t):
            yield f"{result.id} {group.id}: {number} in “{text}” is not the mirror's"


def _findings(mirror: Mirror, t: Texts) -> Iterator[str]:
    found = findings(mirror)
    if len(found) > 3:
        yield f"{len(found)} findings"
    for finding in found:
        text = finding_sentence(finding, mirror, t)
        for group in finding.groups:
            if mirror.dimension(finding.dimension).group(group.id) != group:
                yield f"finding {finding.dimension} {group.id} is not the mirror's"
        if finding.kind == "gap" and any(group.status not in CLEAR for group in finding.groups):
            yield f"finding “{text}” of what is not clear"
        if finding.kind == "talk" and _said(text, t):
            yield f"talking point “{text}” speaks as a state"


def _whole(mirror: Mirror, t: Texts) -> Iterator[str]:
    sentences = [finding_sentence(finding, mirror, t) for finding in findings(mirror)]
    given = json.loads(as_json(mirror, t))["findings"]
    if [f["sentence"] for f in given] != sentences or not set(sentences) <= set(
        in_words(mirror, t).replace("- ", "").split("\n")
    ):
        yield "the command tells other findings"
    rows = report_csv(mirror, t).decode("utf-8-sig").splitlines()[1:]
    tested = [(r, g) for r in mirror.dimensions for g in r.groups if r.tested]
    labels = {state_words(status, t) for status in Status}
    counted = sum(any(f";{label};" in row for label in labels) for row in rows)
    if counted != len(tested):
        yield f"{counted} states in the table and {len(tested)} in the mirror"


def _said(text: str, t: Texts) -> set[str]:
    plain = text.replace("\u00a0", " ").lower()
    return {kind for kind, words in WORDS[t.language].items() if any(word in plain for word in words)}


def _numbers(text: str) -> set[str]:
    plain = text.replace("\u00a0", " ")
    return set(re.findall(r"(?<![\w–-])\d+(?:[.,]\d+)*(?: ?%)?(?![\w–])", plain))


def _figures(result: DimensionResult, group: Group, t: Texts) -> set[str]:
    """Return every number that may stand in the sentence of a group, as it is written."""
    shares = [t.percent(s) for s in (group.region_share, group.partner_share) if s is not None]
    halves = round(2 * (group.partners - group.count))
    counts = [group.n, group.partners, halves, group.count, result.answers.get("focused", 0), result.n_known,
              group.partners_to_see or 0]  # fmt: skip
    labels = _numbers(t(group.label)) | _numbers(group_label_numbers(t))
    clear = [] if group.clear_at is None else [t.number(group.clear_at, 1 if group.clear_at % 1 else 0)]
    written = {*shares, *(t.number(c) for c in counts), *clear, "1 %", "99 %", "1%", "99%"}
    return {w.replace("\u00a0", " ") for w in written} | labels


@cache
def group_label_numbers(t: Texts) -> str:
    """Return all numbers that are part of the name of a group or theme, or of what the region's figure counts."""
    names = [t(c.label) for d in DIMENSIONS for c in d.categories] + [t(d.base) for d in DIMENSIONS if d.base]
    return " ".join(names) + " 0 15 25 45 65 75 40 % 20 % 1 2 4 2,500 1,500 1,000 500 2.500 1.500 1.000"

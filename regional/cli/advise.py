"""The command ``advise``: the best next partners of a partner file, as JSON or in words."""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from regional.dimensions import dimension
from regional.texts import Texts

if TYPE_CHECKING:
    from regional.cbs.figures import RegionProfile
    from regional.partners.imported import ImportResult
    from regional.search.model import Advice

Read = Callable[[Path, Texts], "ImportResult | None"]
Find = Callable[[str, Texts], "RegionProfile | None"]
FINE, ERRORS, WRONG_USE = 0, 1, 2


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command to its parser."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--region", required=True, help="GM0928,GM0917 or CR39, PV31, NL, GM0928~25km")
    parser.add_argument("--weight", choices=("count", "money_in", "money_out"), default="count")
    parser.add_argument("--candidates", type=Path, help="another partner file to choose from")
    parser.add_argument("-k", type=_positive, required=True, help="how many partners, exactly")
    parser.add_argument("--seconds", type=_seconds, default=30.0, help="how long it may take")
    parser.add_argument("--json", action="store_true", help="the advice as JSON")


def run(options: argparse.Namespace, t: Texts, read: Read, find: Find) -> int:
    """Print the advice; 1 where a row was refused or nothing can be advised, 2 where a file or region is not there."""
    from regional.search.advise import advise
    from regional.search.build import build
    from regional.search.model import SearchError, SearchSettings

    ours, region = read(options.file, t), find(options.region, t)
    theirs = read(options.candidates, t) if options.candidates else None
    if ours is None or region is None or (options.candidates and theirs is None):
        return WRONG_USE
    settings = SearchSettings(weight=options.weight, k=options.k, time_limit=options.seconds)
    try:
        problem = build(ours.portfolio, theirs.portfolio if theirs else None, region, settings)
    except SearchError as error:
        print(t(error.message), file=sys.stderr)
        return ERRORS
    advice = advise(problem)
    print(advice.to_json() if options.json else in_words(advice, t))
    return ERRORS if ours.errors or (theirs and theirs.errors) or not advice.chosen else FINE


def in_words(advice: Advice, t: Texts) -> str:
    """Return the advice as plain sentences."""
    from regional.search.advice_words import apart_sentence, known_sentence

    if advice.objective is None:
        none = t("No set of {k} partners fits your conditions.", k=t.number(advice.k))
        return "\n".join(line for line in (none, apart_sentence(advice, t)) if line)
    lines = [t("The best next partners together:"), *(f"- {name}" for name in advice.chosen)]
    values = {"before": t.percent(advice.gap_before), "after": t.percent(advice.gap_after or 0.0)}
    lines += ["", t("The difference with the region goes from {before} to {after}.", **values)]
    for change in advice.dimensions:
        if change.before is not None and change.after is not None:
            lines.append(f"- {t(dimension(change.dimension).label)}: "
                         f"{t.percent(change.before)} → {t.percent(change.after)}")  # fmt: skip
    lines += [line for line in (known_sentence(advice, t), apart_sentence(advice, t)) if line]
    proven = t("It is certain that no other set does better on these figures.")
    lines.append(proven if advice.optimal else t("Time ran out: another set may do better."))
    lines += [t("Also possible: {names}.", names=", ".join(other.chosen)) for other in advice.alternatives]
    return "\n".join([*lines, "", t("Look at content and fit first. These figures are for direction only.")])


def _seconds(text: str) -> float:
    value = float(text)
    if not 0 < value < math.inf:
        raise argparse.ArgumentTypeError("must be a number of seconds above 0")
    return max(value, 0.1)


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return value

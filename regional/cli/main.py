"""The same product without a screen. Exit code 0 fine, 1 the input has errors (told), 2 wrong use."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from regional.cli import advise, publish, read, report, setting_up
from regional.cli.lines import problem_line, read_line
from regional.dimensions import dimension
from regional.texts import Texts, texts

if TYPE_CHECKING:
    from tqdm import tqdm

    from regional.cbs.figures import RegionProfile
    from regional.mirror.result import DimensionResult, Mirror
    from regional.partners.imported import ImportResult

    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]

Run = Callable[[argparse.Namespace, Texts], int]
FINE, ERRORS, WRONG_USE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; argparse itself exits with 2 on wrong use."""
    options = _parser().parse_args(arguments)
    return int(options.run(options, texts(options.lang)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m regional", description="Partnerspiegel without a screen.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    pull = _command(commands, "pull", _pull, "fetch newer figures from CBS and boundaries from PDOK")
    pull.add_argument("--quiet", action="store_true", help="say nothing but what failed")
    bounds = "for setting up: ended after 10 s without a byte and 60 s in all, always exit code 0"
    pull.add_argument("--setup", action="store_true", help=bounds)
    read.add_options(_command(commands, "read", _read, "say what was understood of any list of partners"))
    check = _command(commands, "check", _check, "say what is wrong with a partner file, and how to mend it")
    check.add_argument("file", type=Path)
    reflect = _command(commands, "reflect", _reflect, "lay a partner file beside a region")
    reflect.add_argument("file", type=Path)
    reflect.add_argument("--region", required=True, help="GM0928,GM0917 or CR39, PV31, NL, GM0928~25km")
    reflect.add_argument("--weight", choices=("count", "money_in", "money_out"), default="count")
    reflect.add_argument("--kind", choices=("all", "funder", "content", "supplier"), default="all")
    reflect.add_argument("--shares-of", choices=("audience", "team"), help="look at percentages that partners give")
    reflect.add_argument("--proposals", action="store_true", help="count beside what is known what is only proposed")
    reflect.add_argument("--without-main-funder", action="store_true")
    reflect.add_argument("--with-origin", action="store_true", help="also the dimensions that are off by default")
    reflect.add_argument("--json", action="store_true", help="the Mirror as JSON")
    advise.add_options(_command(commands, "advise", _advise, "say which possible partners fit best, together"))
    report.add_options(_command(commands, "report", _report, "write a report, for internal use"))
    publish.add_options(_command(commands, "publish", _publish, "freeze a publication, for whoever is to see it"))
    return parser


def _command(commands: _Commands, name: str, run: Run, told: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=told, description=told)
    command.add_argument("--lang", choices=("nl", "en"), default="nl", help="language of what is said")
    command.set_defaults(run=run)
    return command


def _pull(options: argparse.Namespace, t: Texts) -> int:
    """Fetch all tables and the boundaries, with a progress bar each, and say how each ended; 1 where one failed.

    Ctrl-C stops at the next page; what was there stays.
    """
    stop = threading.Event()
    if options.setup:
        print(t("Asking CBS and PDOK for newer figures and boundaries: a minute at most."), flush=True)
        setting_up.bounded(lambda: _fetched(options, stop, t, attempts=2), stop.set, t)
        return FINE
    before = signal.signal(signal.SIGINT, lambda *_: stop.set())
    try:
        return FINE if _fetched(options, stop, t) else ERRORS
    finally:
        signal.signal(signal.SIGINT, before)


def _fetched(options: argparse.Namespace, stop: threading.Event, t: Texts, attempts: int = 3) -> bool:
    """Fetch, and say how it ended; tell whether nothing failed."""
    from regional.cbs.pull import pull
    from regional.geo.boundaries import pull_boundaries
    from regional.geo.pull_outcome import boundaries_line, is_fine, table_lines

    name = t("Boundaries of municipalities")
    with Bars(is_silent=options.quiet) as bars:
        tables = pull(bars.show, stop.is_set, attempts=attempts)
        boundaries = pull_boundaries(lambda done, total: bars.show(name, done / total if total else 0.0), stop.is_set)
    if options.quiet:
        tables = tables.only_told
    lines = [*table_lines(tables, t)]
    if not options.quiet or boundaries.problem is not None:
        lines.append(boundaries_line(boundaries, t))
    for line in lines:
        print(line)
    return is_fine(tables, boundaries)


class Bars:
    """Progress bars on standard error, one a table; silent where that is no screen."""

    def __init__(self, *, is_silent: bool = False) -> None:
        self._is_silent = is_silent
        self._bars: dict[str, tqdm[Any]] = {}
        self._lock = threading.Lock()

    def __enter__(self) -> Bars:
        return self

    def __exit__(self, *_: object) -> None:
        for bar in self._bars.values():
            bar.close()

    def show(self, name: str, fraction: float) -> None:
        """Move the bar of ``name`` to ``fraction`` (0 to 1); called from several threads."""
        from tqdm import tqdm

        with self._lock:
            bar = self._bars.get(name)
            if bar is None:
                shape = "{desc} |{bar}| {percentage:3.0f}%"
                bar = self._bars[name] = tqdm(total=1.0, desc=name, disable=self._is_silent or None, bar_format=shape)
            bar.update(min(max(fraction, 0.0), 1.0) - bar.n)


def _read(options: argparse.Namespace, t: Texts) -> int:
    return read.run(options, t, _partners)


def _check(options: argparse.Namespace, t: Texts) -> int:
    """Print every problem of a partner file; 1 where a row or the file was refused."""
    result = _partners(options.file, t)
    if result is None:
        return WRONG_USE
    print(read_line(result, t))
    for problem in result.problems:
        print(problem_line(problem, t))
    return ERRORS if result.errors else FINE


def _reflect(options: argparse.Namespace, t: Texts) -> int:
    """Print the mirror of a partner file and a region, as JSON or in sentences."""
    from regional.mirror.reflect import reflect
    from regional.mirror.settings import Settings

    result = _told(options.file, t)
    profile = _region(options.region, t)
    if result is None or profile is None:
        return WRONG_USE
    settings = Settings(
        weight=options.weight,
        kind=options.kind,
        shares=options.shares_of is not None,
        shares_of=options.shares_of or "audience",
        proposals=options.proposals,
        without_main_funder=options.without_main_funder,
        extra_dimensions=("origin", "birth_origin") if options.with_origin else (),
    )
    mirror = reflect(result.portfolio, profile, settings)
    print(as_json(mirror, t) if options.json else in_words(mirror, t))
    return ERRORS if result.errors else FINE


def _advise(options: argparse.Namespace, t: Texts) -> int:
    return advise.run(options, t, _told, _region)


def _publish(options: argparse.Namespace, t: Texts) -> int:
    return publish.run(options, t, _told, _region)


def _report(options: argparse.Namespace, t: Texts) -> int:
    return report.run(options, t, _told, _region)


def _told(path: Path, t: Texts) -> ImportResult | None:
    """Read a partner file as :func:`_partners` does, and print what is wrong with it on standard error."""
    result = _partners(path, t)
    for problem in result.problems if result else ():
        print(problem_line(problem, t), file=sys.stderr)
    return result


def _partners(path: Path, t: Texts, columns: Mapping[str, str] | None = None) -> ImportResult | None:
    """Read a partner file; None, and a line on standard error, where there is no such file."""
    from regional.cbs.pull import load_figures
    from regional.partners.division import on_division
    from regional.partners.read import read_partners

    try:
        data = path.read_bytes()
    except OSError as error:
        print(t("{file} cannot be opened: {why}.", file=path, why=error.strerror), file=sys.stderr)
        return None
    return on_division(read_partners(data, path.name, mapping=columns), load_figures().names)


def _region(spec: str, t: Texts) -> RegionProfile | None:
    """Return the region of a spec; None, and a line on standard error, where the spec names none."""
    from regional.cbs.profile import profile
    from regional.cbs.pull import load_figures
    from regional.geo.regions import RegionError, parse_region

    figures = load_figures()
    try:
        region = parse_region(spec, figures)
    except RegionError as error:
        print(t(error.message), file=sys.stderr)
        return None
    for moved in region.moved:
        print(t(moved), file=sys.stderr)
    return profile(figures, region.codes, t(region.name))


def as_json(mirror: Mirror, t: Texts) -> str:
    """Return a mirror as JSON, with its findings in words."""
    import json

    from regional import sentences as say

    whole = {**json.loads(mirror.to_json(indent=None)), "findings": say.findings_json(mirror, t)}
    return json.dumps(whole, indent=2, ensure_ascii=False)


def in_words(mirror: Mirror, t: Texts) -> str:
    """Return a mirror as plain sentences, a paragraph a dimension."""
    from regional import sentences as say

    lines = list(say.mirror_headline(mirror, t))
    lines += ["", t("What stands out").upper()]
    lines += [f"- {say.finding_sentence(finding, mirror, t)}" for finding in say.findings(mirror)]
    for result in mirror.dimensions:
        lines += ["", t(dimension(result.id).label).upper()]
        lines.append(say.dimension_sentence(result, t, weight=mirror.settings.weight))
        lines += ["- " + say.group_sentence(result, g, t, weight=mirror.settings.weight) for g in result.groups]
        lines += _proposed_line(result, t)
    return "\n".join(lines)


def _proposed_line(result: DimensionResult, t: Texts) -> list[str]:
    """Return what proposals would add to the groups of a theme, as no line or one."""
    more = [(t(group.label), t.number(group.proposed, group.proposed % 1 > 0)) for group in result.groups
            if group.proposed]  # fmt: skip
    if not more:
        return []
    told = ", ".join(f"{label} {n}" for label, n in more)
    return ["- " + t("By name only, not confirmed and not counted: {groups}.", groups=told)]

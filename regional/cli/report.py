"""The command ``report``: the report of a partner file and a region as PDF, HTML, XLSX or CSV."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from regional.cli.terminal import typed
from regional.texts import Texts

if TYPE_CHECKING:
    from regional.cbs.figures import RegionProfile
    from regional.charts.scene import Scene
    from regional.partners.imported import ImportResult
    from regional.partners.portfolio import Portfolio
    from regional.report.logo import Logo

Read = Callable[[Path, Texts], "ImportResult | None"]
Find = Callable[[str, Texts], "RegionProfile | None"]
FINE, ERRORS, WRONG_USE = 0, 1, 2


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command to its parser."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--region", required=True, help="GM0928,GM0917 or CR39, PV31, NL, GM0928~25km")
    parser.add_argument("--weight", choices=("count", "money_in", "money_out"), default="count")
    parser.add_argument("--out", type=Path, required=True, help="FILE.pdf, .html, .xlsx or .csv")
    parser.add_argument("--museum", type=typed, default="", help="the museum's name, on the report")
    parser.add_argument("--logo", type=Path, help="a PNG, JPEG or SVG picture")
    parser.add_argument(
        "--confidential", action="store_true", help="with an annex of partners' names (pdf, html, xlsx)"
    )


def run(options: argparse.Namespace, t: Texts, read: Read, find: Find) -> int:
    """Write the report; 1 where a row or the file was refused, 2 where a file, region or logo is no good."""
    from regional.mirror.reflect import reflect
    from regional.mirror.settings import Settings
    from regional.report import SUFFIXES, report_file

    if options.out.suffix.lower() not in SUFFIXES:
        return _wrong(t("Give the report a name that ends in pdf, html, xlsx or csv."))
    ours, region = read(options.file, t), find(options.region, t)
    if ours is None or region is None:
        return WRONG_USE
    if ours.is_unread:
        return ERRORS
    try:
        logo = _logo(options.logo)
    except _NoLogoError as error:
        return _wrong(error.told(t))
    mirror = reflect(ours.portfolio, region, Settings(weight=options.weight))
    names = ours.portfolio if options.confidential else None
    scene = _scene(options.region, ours.portfolio)
    try:
        options.out.write_bytes(report_file(options.out.suffix.lower(), mirror, t, logo, options.museum, names, scene))
    except OSError as error:
        return _wrong(t("{file} cannot be written: {why}.", file=options.out, why=error.strerror))
    print(t("The report is in {file}.", file=options.out))
    return ERRORS if ours.errors else FINE


def _scene(spec: str, partners: Portfolio) -> Scene:
    """Return the map of a region that was read already."""
    from regional.cbs.pull import load_figures
    from regional.charts.dots import partner_dots
    from regional.charts.scene import Scene
    from regional.geo.geometry import load_geometry
    from regional.geo.regions import parse_region

    figures = load_figures()
    return Scene(figures, parse_region(spec, figures), load_geometry(), partner_dots(partners, figures))


class _NoLogoError(Exception):
    """The logo cannot be read; says why."""

    def told(self, t: Texts) -> str:
        """Return the reason in the reader's language."""
        from regional.report.logo import LogoError

        cause = self.__cause__
        if isinstance(cause, LogoError):
            return t(cause.message)
        why = cause.strerror if isinstance(cause, OSError) else cause
        return t("{file} cannot be opened: {why}.", file=self.args[0], why=why)


def _logo(path: Path | None) -> Logo | None:
    from regional.report.logo import LogoError, read_logo

    if path is None:
        return None
    try:
        return read_logo(path.read_bytes())
    except (OSError, LogoError) as error:
        raise _NoLogoError(path) from error


def _wrong(told: str) -> int:
    print(told, file=sys.stderr)
    return WRONG_USE

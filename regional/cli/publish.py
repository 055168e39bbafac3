"""The command ``publish``: a publication of a partner file and a region, frozen by the rules of the page Sharing."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from regional.cli.terminal import typed
from regional.texts import Texts

if TYPE_CHECKING:
    from regional.cbs.figures import RegionProfile
    from regional.partners.imported import ImportResult
    from regional.partners.portfolio import Portfolio
    from regional.publishing.publication import Publication

Read = Callable[[Path, Texts], "ImportResult | None"]
Find = Callable[[str, Texts], "RegionProfile | None"]
FINE, ERRORS, WRONG_USE = 0, 1, 2
SUFFIXES = (".html", ".json")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command to its parser."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--region", required=True, help="GM0928,GM0917 or CR39, PV31, NL, GM0928~25km")
    parser.add_argument("--title", type=typed, default="", help="the title above the publication")
    told = "every earlier publication (.json or .html), of other regions too: the new one is held beside them"
    parser.add_argument("--after", type=Path, nargs="+", action="extend", default=[], metavar="EARLIER", help=told)
    parser.add_argument("--out", type=Path, required=True, help="FILE.html or .json")


def run(options: argparse.Namespace, t: Texts, read: Read, find: Find) -> int:
    """Write the publication; 1 where a row or the list was refused, 2 where a file, region or title is no good."""
    from regional.publishing.publication import NamedError

    if options.out.suffix.lower() not in SUFFIXES:
        return _wrong(t("Give the publication a name that ends in html or json."))
    ours, region = read(options.file, t), find(options.region, t)
    earlier = _earlier(options.after, t)
    if ours is None or region is None or earlier is None:
        return WRONG_USE
    if ours.is_unread:
        return ERRORS
    if options.out.resolve() in {path.resolve() for path in options.after}:
        return _wrong(t("{file} is an earlier publication, which is needed later. Give another name.",
                        file=options.out))  # fmt: skip
    try:
        publication, told = _published(ours.portfolio, region, options.title, earlier, t)
    except NamedError as error:
        return _wrong(t("This names a partner: {names}. Take the name out of your text; the board sees no names.",
                        names=t.listed(list(error.names))))  # fmt: skip
    try:
        options.out.write_text(_written(publication, options.out.suffix.lower(), t), encoding="utf-8", newline="\n")
    except OSError as error:
        return _wrong(t("{file} cannot be written: {why}.", file=options.out, why=error.strerror))
    for line in told:
        print(line, file=sys.stderr)
    print(t("The publication is in {file}.", file=options.out))
    return ERRORS if ours.errors else FINE


def _published(
    ours: Portfolio, region: RegionProfile, title: str, earlier: Sequence[Publication], t: Texts
) -> tuple[Publication, list[str]]:
    """Return the publication of all partners by number, and what to tell of it: what to think of, what is left out."""
    from regional.mirror.reflect import reflect
    from regional.mirror.settings import Settings
    from regional.publishing.account import account
    from regional.publishing.history import days
    from regional.publishing.money import FLOWS
    from regional.publishing.publication import Frame, publish, warnings

    mirror = reflect(ours, region, Settings())
    money = [reflect(ours, region, Settings(weight=flow)) for flow in FLOWS]
    titled = title.strip() or t("Our partners and our region")
    if ours.fictitious:  # who reads it sees no other notice of it
        titled = t("Example of a fictitious museum: {title}", title=titled)
    names = sorted(set(map(str, ours.frame["name"])))
    since = days(ours.frame.loc[ours.frame["status"] == "active", "since"])
    made = publish(mirror, Frame(title=titled), dt.date.today(), names, money, earlier, since)
    return made, [*map(t, warnings(mirror)), *account(mirror, made, t)]


def _written(publication: Publication, suffix: str, t: Texts) -> str:
    from regional.publishing.board import board_file
    from regional.publishing.store import Shared

    return publication.to_json() if suffix == ".json" else board_file(Shared(publication=publication), t)


def _earlier(paths: Sequence[Path], t: Texts) -> list[Publication] | None:
    """Return the publications in these files; None, and a line for each that is none, where one is not."""
    from pydantic import ValidationError

    from regional.publishing.publication import ChangedError

    found, refused = [], []
    for path in paths:
        try:
            found.append(_opened(path))
        except OSError as error:
            refused.append(t("{file} cannot be opened: {why}.", file=path, why=error.strerror))
        except ValidationError:
            refused.append(
                t(
                    "{file} is no publication of Partnerspiegel. Give the JSON or web page as it was made.",
                    file=path,
                )
            )
        except ChangedError:
            refused.append(t("{file} is no longer what was published. Give the file as it was.", file=path))
    for line in refused:
        print(line, file=sys.stderr)
    return None if refused else found


def _opened(path: Path) -> Publication:
    """Return the publication that a file holds; OSError, ValidationError or ChangedError where it holds none."""
    from regional.publishing.board import published_in
    from regional.publishing.publication import from_json

    content = path.read_bytes()
    return from_json(published_in(content) or content)


def _wrong(told: str) -> int:
    print(told, file=sys.stderr)
    return WRONG_USE

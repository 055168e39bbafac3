"""The command ``read``: what the importer understood of any list, before anybody answers a question."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from regional.cli.lines import problem_line, read_line
from regional.dimensions import REACH_GROUPS
from regional.texts import Texts

if TYPE_CHECKING:
    from regional.cbs.figures import Figures
    from regional.files.problems import Problem
    from regional.partners.imported import ImportResult
    from regional.partners.lists.lines import Gathered

Read = Callable[[Path, Texts, Mapping[str, str]], "ImportResult | None"]
FINE, ERRORS, WRONG_USE = 0, 1, 2
SCHEMA = "partnerspiegel.read/1"
OFFERED = 4
"""Municipalities among the regions that are offered: those with most partners."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command to its parser."""
    parser.add_argument("file", type=Path)
    told = 'what a column is, for instance "Ontvanger=naam"; "-" for none of ours'
    parser.add_argument("--columns", nargs="+", action="extend", default=[], metavar="HEADING=column", help=told)
    parser.add_argument("--json", action="store_true", help="all that was understood, as JSON")


def run(options: argparse.Namespace, t: Texts, read: Read) -> int:
    """Print what was understood; 1 where a row or the file was refused, 2 where a column or the file is no good."""
    from regional.partners.headings import NOTHING
    from regional.partners.lists.guesses import is_column

    columns = dict(_pair(given) for given in options.columns)
    wrong = next((column for column in columns.values() if column != NOTHING and not is_column(column)), None)
    if wrong is not None:
        return _wrong(t("There is no column “{column}”. Write HEADING=column, such as Ontvanger=naam.", column=wrong))
    result = read(options.file, t, columns)
    if result is None:
        return WRONG_USE
    headings = {*result.mapping, *result.unmapped_columns, *result.dropped_columns}
    unknown = next((heading for heading in columns if heading not in headings), None)
    if unknown is not None and headings:
        return _wrong(t("There is no heading “{heading}” in this list.", heading=unknown))
    print(json.dumps(as_data(result, t), indent=2, ensure_ascii=False) if options.json else in_words(result, t))
    return ERRORS if result.errors else FINE


def _pair(given: str) -> tuple[str, str]:
    heading, _, column = given.rpartition("=")
    return heading.strip(), column.strip()


def _wrong(told: str) -> int:
    print(told, file=sys.stderr)
    return WRONG_USE


def in_words(result: ImportResult, t: Texts) -> str:
    """Return what was understood in lines: the columns, the partners, what is asked, and what is told."""
    lines = [read_line(result, t), *(f"{heading} → {column}" for heading, column in result.mapping.items()), ""]
    for partner in partners(result):
        amount = "" if partner["amount"] is None else t.euro(partner["amount"])
        lines.append(" · ".join(filter(None, [partner["name"], partner["place"], amount])))
    lines += ["", *(f"? {t(q.ask)} {' / '.join(q.options)}".rstrip() for q in result.questions)]
    return "\n".join([*lines, *(problem_line(problem, t) for problem in result.problems)]).rstrip()


def as_data(result: ImportResult, t: Texts) -> dict[str, Any]:
    """Return what was understood as plain data; messages in the language of ``t``, all else as ids and codes."""
    from regional.cbs.pull import load_figures

    passed = [{"row": row.row, "what": row.what, "why": str(row.why)} for row in result.passed_over]
    asked = [
        {"about": q.about, "key": q.key, "ask": t(q.ask), "values": list(q.values), "rows": list(q.rows),
         "options": list(q.options), "first": q.first or None}
        for q in result.questions
    ]  # fmt: skip
    return {
        "schema": SCHEMA,
        "rows": {"read": result.rows, "kept": result.kept, "passed_over": passed},
        "partners": partners(result),
        "questions": asked,
        "problems": [_problem(problem, t) for problem in result.problems],
        "regions": regions(result, load_figures(), t),
    }


def _problem(problem: Problem, t: Texts) -> dict[str, Any]:
    return {
        "row": problem.row, "column": problem.column or None, "value": problem.value, "code": problem.code,
        "message": t(problem.what), "remedy": t(problem.remedy),
    }  # fmt: skip


def partners(result: ImportResult) -> list[dict[str, Any]]:
    """Return the partners: what the list gives in fields, and what was only thought, by its name, in ``proposed``."""
    frame = result.portfolio.frame.astype(object)
    rows: Any = frame.where(frame.notna(), None).to_dict("records")
    return [_partner(row, gathered) for row, gathered in zip(rows, result.gathered, strict=True)]


def _partner(row: Mapping[str, Any], gathered: Gathered) -> dict[str, Any]:
    proposed = _proposed(row, gathered.cells.get("project", ""))
    partner = {
        "id": gathered.cells.get("kenmerk") or None,
        "row": gathered.number,
        "name": row["name"],
        "status": row["status"],
        "kinds": list(row["kinds"]),
        "legal_form": None if row["legal_form_proposed"] else row["legal_form"],
        **{field: row[field] for field in ("place", "municipality", "country", "amount")},
        "since": _day(row["since"]),
        "until": _day(row["until"]),
        "is_person": bool(row["is_person"]),
        "mainly_for": [_group(group) for group in row["mainly_for"]],
        "reaches": [_group(group) for group in row["also_reaches"]],
        "sector": row["sector"],
        "size": row["size"],
        "proposed": proposed,
    }
    if len(gathered.amounts) > 1:
        partner["amounts"] = {str(year): euros for year, euros in sorted(gathered.amounts.items())}
    return partner


def _proposed(row: Mapping[str, Any], line: str) -> dict[str, dict[str, Any]]:
    """Return field -> what the name, or the line on the project, makes us think where the list says nothing."""
    from regional.partners.proposals import propose

    if row["is_person"]:
        return {}
    return {
        "serves" if field == "work_area" else field: {
            "value": [_group(part) for part in proposal.value] if isinstance(proposal.value, tuple) else proposal.value,
            "rule": proposal.rule, "words": proposal.words, "grade": proposal.grade,
        }
        for field, proposal in propose(row["name"], line).items()
        if field == "type" or row.get(f"{field}_proposed") or row[field] in (None, ())
    }  # fmt: skip


def _day(day: Any) -> str | None:  # noqa: ANN401 - a timestamp of pandas
    return None if day is None else f"{day:%Y-%m-%d}"


def _group(group: str) -> str:
    """Return the id of the registry: "age:0-15"; without a regional figure the group's own."""
    dimension = next((dimension for dimension, category in REACH_GROUPS if category.id == group), "")
    return f"{dimension}:{group}" if dimension else group


def regions(result: ImportResult, figures: Figures, t: Texts) -> list[dict[str, Any]]:
    """Return regions to choose from, smallest first, each with how many partners sit in it; none is chosen."""
    from regional.geo.regions import parse_region

    places = result.portfolio.frame["municipality"].dropna().value_counts(sort=False)
    counts = {str(code): int(n) for code, n in places.items()}
    towns = sorted(counts, key=lambda code: (-counts[code], code))
    larger = [str(figures.municipalities.loc[code, kind])
              for kind in ("corop", "province") for code in towns if code in figures.municipalities.index]  # fmt: skip
    offered = [*towns[:OFFERED], *dict.fromkeys(larger), "NL"] if towns else []
    found = [(spec, parse_region(spec, figures)) for spec in offered]
    return [{"spec": spec, "name": t(region.name), "partners": sum(counts.get(code, 0) for code in region.codes)}
            for spec, region in found]  # fmt: skip

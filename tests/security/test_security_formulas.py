"""No file that we make holds a formula, whatever a partner is called, and every writer of files is looked at here."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.mirror.benchmark import template
from regional.mirror.reflect import reflect
from regional.mirror.settings import Settings
from regional.partners.export import to_csv, to_xlsx
from regional.partners.read import from_records, read_partners
from regional.partners.records import to_records
from regional.partners.template import template_csv, template_xlsx
from regional.questionnaire.mail_merge import MailRow, mail_merge
from regional.questionnaire.sheet import answer_sheet
from regional.report import report_csv, report_xlsx
from regional.texts import texts

ROOT = Path(__file__).parents[2]
DAY = dt.date(2026, 11, 24)
PARKSTAD = ("GM0917", "GM0928")
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What Excel and LibreOffice take for the beginning of a formula, in any language (OWASP, CSV injection)."""
EVIL = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x.example","Klik")',
        "\uff1d1+1", "\uff0b1+1", "\uff0d1+1", "\uff20A1", "-2+3+cmd|' /C calc'!A0", "http://x.example/a", "'=1+1",
        "1e5", "0012"]  # fmt: skip


@pytest.fixture(scope="module")
def partners():
    found = from_records([{"naam": name, "plaats": "Heerlen", "samenstelling_bron": name} for name in EVIL])
    assert list(found.portfolio.frame["name"])[:4] == EVIL[:4]
    return found.portfolio


@pytest.fixture(scope="module")
def mirror(partners):
    """A mirror in which the region and its groups are called like formulas."""
    seen = reflect(partners, profile(load_snapshot(), PARKSTAD, "=1+1"), Settings(draws=1_000))
    location = seen.dimension("location")
    groups = tuple(group.model_copy(update={"label": name}) for group, name in zip(location.groups, EVIL, strict=False))
    return seen.model_copy(
        update={"dimensions": (location.model_copy(update={"groups": groups}), *seen.dimensions[1:])}
    )


@pytest.fixture(scope="module")
def files(partners, mirror):
    """Every CSV and XLSX that we write, by the module that writes it: (file name, bytes)."""
    t = texts("nl")
    sheets = [("sheet.xlsx", answer_sheet(f"p{i}", name, DAY, t)) for i, name in enumerate(EVIL)]
    merged = mail_merge([MailRow(name, name, name, name) for name in EVIL], t)
    records = to_records(partners, readable=True)
    return {
        "regional/partners/export.py": [("list.csv", to_csv(records)), ("list.xlsx", to_xlsx(records))],
        "regional/partners/template.py": [("empty.csv", template_csv()), ("empty.xlsx", template_xlsx())],
        "regional/questionnaire/sheet.py": sheets,
        "regional/questionnaire/mail_merge.py": [("mail.xlsx", merged)],
        "regional/report/tables.py": [
            ("report.csv", report_csv(mirror, t)),
            ("report.xlsx", report_xlsx(mirror, t, museum="=1+1", confidential=partners, made=DAY)),
        ],
        "regional/mirror/benchmark.py": [("own.csv", template())],
    }


def cells_of(data):
    return [
        cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";") for cell in row
    ]


def test_every_writer_of_tables_is_in_this_file(files):
    """A new writer must be added above, and writes through the one room that guards."""
    makes = re.compile(r"csv\.writer\(|DictWriter\(|xlsxwriter\.Workbook\(|openpyxl|to_excel\(|\";\"\.join\(")
    calls = re.compile(r"from regional\.files\.tables import")
    found = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
             for path in (ROOT / "regional").rglob("*.py")}  # fmt: skip
    assert {path for path, text in found.items() if makes.search(text)} == {"regional/files/tables.py"}
    assert {path for path, text in found.items() if calls.search(text)} == set(files) - {"regional/mirror/benchmark.py"}


def test_no_cell_of_a_csv_begins_as_a_formula(files):
    seen = 0
    for name, data in (file for made in files.values() for file in made):
        if name.endswith(".csv"):
            for cell in cells_of(data):
                seen += cell.startswith("'")
                assert not cell.startswith(STARTS) or re.fullmatch(r"-\d+(,\d+)?", cell), (name, cell)
    assert seen >= 10


def test_no_cell_of_a_workbook_is_computed_or_a_link(files):
    texts_seen = set()
    for name, data in (file for made in files.values() for file in made):
        if name.endswith(".xlsx"):
            for sheet in openpyxl.load_workbook(io.BytesIO(data)):
                for cell in (cell for row in sheet for cell in row):
                    assert cell.data_type != "f", (name, cell.value)
                    assert cell.hyperlink is None, (name, cell.value)
                    texts_seen.add(cell.value)
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                assert not [part for part in archive.namelist() if "externalLink" in part or "vba" in part.lower()]
    assert {"=1+1", "@SUM(A1)", "http://x.example/a"} <= texts_seen


def test_the_only_rules_in_a_workbook_are_our_own_drop_downs(files):
    for name, data in (file for made in files.values() for file in made):
        if name.endswith(".xlsx"):
            for sheet in openpyxl.load_workbook(io.BytesIO(data)):
                for rule in sheet.data_validations.dataValidation:
                    assert re.fullmatch(r'"[^"]*"|=?\w+!\$[A-Z]+\$\d+:\$[A-Z]+\$\d+', rule.formula1), (
                        name,
                        rule.formula1,
                    )
                assert not sheet.conditional_formatting


@pytest.mark.parametrize("write", [to_csv, to_xlsx])
def test_a_list_that_was_written_reads_back_to_the_same_names(partners, write):
    found = read_partners(write(to_records(partners)), "terug")
    assert list(found.portfolio.frame["name"]) == list(dict.fromkeys(partners.frame["name"]))  # "'=1+1" is "=1+1"


def test_negative_numbers_stay_numbers(mirror):
    assert any(re.fullmatch(r"-\d+,\d", cell) for cell in cells_of(report_csv(mirror, texts("nl"))))

"""Workbooks made to harm in what stands around the rows: each is read within the limits, or refused with one reason.

Those that harm by their rows are in tests/security.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.security.evil_files import MAIN, PLAIN, R, parts, sheet, workbook, zipped

ROOT = Path(__file__).parents[2]
MEMORY, SECONDS = 500.0, 31.0
"""What the process that reads may take: MB of memory, and seconds of work."""
READ = """
import json, resource, sys
from regional.partners.apart import read_apart
result = read_apart(sys.stdin.buffer.read())
used = resource.getrusage(resource.RUSAGE_CHILDREN)
codes = [problem.code for problem in result.errors]
print(json.dumps([result.kept, codes, used.ru_maxrss / 1e3, used.ru_utime + used.ru_stime]))
"""


def around(before: str = "", after: str = "") -> str:
    """A sheet of one partner with something before and after its rows."""
    rows = f"<sheetData>{PLAIN}</sheetData>"
    return f'<worksheet xmlns="{MAIN}" xmlns:r="{R}">{before}{rows}{after}</worksheet>'


def beside(**more: str) -> bytes:
    """A workbook of one partner with more parts, by their names without the end."""
    return zipped(parts([sheet(PLAIN)]) | {f"xl/{name}.xml": part.encode() for name, part in more.items()})


def named(n: int) -> bytes:
    each = "".join(f'<definedName name="n{i}">s1!$A$1</definedName>' for i in range(n))
    main = parts([sheet(PLAIN)])["xl/workbook.xml"].decode()
    return zipped(
        parts([sheet(PLAIN)], workbook=main.replace("</sheets>", f"</sheets><definedNames>{each}</definedNames>"))
    )


def merged(n: int) -> str:
    each = "".join(f'<mergeCell ref="A{i}:B{i + 900}"/>' for i in range(1, n + 1))
    return f"<mergeCells>{each}</mergeCells>"


def styled(styles: str) -> bytes:
    made = parts([sheet(PLAIN)])
    linked = f'<Relationship Id="rIdX" Type="{R}/styles" Target="styles.xml"/></Relationships>'
    rels = made["xl/_rels/workbook.xml.rels"].decode().replace("</Relationships>", linked)
    more = {"xl/_rels/workbook.xml.rels": rels, "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'}
    return zipped(made | {name: part.encode() for name, part in more.items()})


FORMATS = "".join(f'<numFmt numFmtId="{i}" formatCode="0"/>' for i in range(2_000))
BOMBS: dict[str, Callable[[], bytes]] = {
    "many empty strings": lambda: workbook(sheet(PLAIN), strings="<si/>" * 19_000_000),
    "many strings": lambda: workbook(sheet(PLAIN), strings="<si><t>x</t></si>" * 4_000_000),
    "a string in many pieces": lambda: workbook(sheet(PLAIN), strings=f"<si>{'<r><t>a</t></r>' * 5_000_000}</si>"),
    "deep strings": lambda: workbook(sheet(PLAIN), strings=f"<si>{'<r>' * 6_000_000}{'</r>' * 6_000_000}</si>"),
    "deep XML": lambda: workbook(around("<a>" * 4_000_000 + "</a>" * 4_000_000)),
    "many styles": lambda: styled(f"<cellXfs>{'<xf/>' * 9_000_000}</cellXfs>"),
    "many formats": lambda: styled(f"<numFmts>{FORMATS * 1_000}</numFmts>"),
    "a cell in the last row": lambda: workbook(sheet(PLAIN + "<row r='1048576'><c><v>1</v></c></row>")),
    "every cell claimed": lambda: workbook(around('<dimension ref="A1:XFD1048576"/>')),
    "more than every cell claimed": lambda: workbook(around('<dimension ref="A1:ZZZZZ99999999999"/>')),
    "every cell merged": lambda: workbook(around(after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
    "thousands of merged cells": lambda: workbook(around(after=merged(40_000))),
    "a million merged cells": lambda: workbook(around(after=merged(1_500_000))),
    "thousands of sheets": lambda: workbook(*[sheet(PLAIN)] * 5_000),
    "a million names": lambda: named(1_500_000),
    "a long formula": lambda: workbook(sheet(f"{PLAIN}<row><c><f>{'A1+' * 25_000_000}1</f><v>1</v></c></row>")),
    "a long text in a cell": lambda: workbook(sheet(PLAIN.replace("De Kring", "x" * 95_000_000))),
    "many comments": lambda: beside(comments1=f"<comments>{'<comment/>' * 8_000_000}</comments>"),
    "a large picture": lambda: beside(**{"media/image": "x" * 95_000_000}),
    "links to other books": lambda: beside(
        **{f"externalLinks/externalLink{i}": f"<externalLink>{'<x/>' * 2_000}</externalLink>" for i in range(3_000)}
    ),
    "an OpenDocument sheet": lambda: zipped({"content.xml": b"<table/>" * 10_000_000}),
}  # fmt: skip


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_workbook_made_to_harm_is_read_within_the_limits_or_refused(bomb):
    done = subprocess.run([sys.executable, "-c", READ], cwd=ROOT, input=BOMBS[bomb](), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    kept, errors, memory, seconds = json.loads(done.stdout)
    print(f"\n{bomb}: {memory:.0f} MB, {seconds:.1f} s, {kept} partners, {errors}")
    assert (kept > 0) != bool(errors)
    assert memory < MEMORY
    assert seconds < SECONDS

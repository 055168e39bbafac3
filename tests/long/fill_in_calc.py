"""Fill a sheet in with LibreOffice, as a partner does: run with Debian's own Python, which has ``uno``.

    /usr/bin/python3 fill_in_calc.py PORT FOLDER

Reads FOLDER/jobs.json, a list of {"from", "to", "filter", "choose": {cell key: nth entry of its list}, "write": {cell
key: text}}, and writes FOLDER/offered.json: of the first job what the list of each cell offers, in order.
"""

import json
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.sheet.ValidationType import LIST

KEY, ANSWER, ROWS = 3, 1, 200


def desktop(port: int):
    """Return LibreOffice's desktop, as soon as it answers."""
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    end = time.monotonic() + 90
    while True:
        try:
            there = resolver.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
            return there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
        except NoConnectException:
            if time.monotonic() > end:
                raise
            time.sleep(0.3)


def option(name: str, value: object) -> PropertyValue:
    """Return one named argument."""
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def entries(book, cell) -> list[str]:
    """Return what the drop-down of a cell offers; [] where it has none."""
    rules = cell.Validation
    if rules.Type != LIST or not rules.ShowList:
        return []
    name, _, area = rules.getFormula1().lstrip("$").replace("$", "").partition(".")
    cells = book.Sheets.getByName(name.strip("'")).getCellRangeByName(area)
    return [row[0] for row in cells.getDataArray()]


def fill(office, folder: Path, job: dict) -> dict[str, list[str]]:
    """Do one job; return what was offered."""
    book = office.loadComponentFromURL((folder / job["from"]).as_uri(), "_blank", 0, (option("Hidden", True),))
    sheet = book.Sheets.getByIndex(0)
    rows = {sheet.getCellByPosition(KEY, row).String: row for row in range(ROWS)}
    offered = {key: entries(book, sheet.getCellByPosition(ANSWER, row)) for key, row in rows.items() if "." in key}
    for key, nth in job["choose"].items():
        sheet.getCellByPosition(ANSWER, rows[key]).String = offered[key][nth]
    for key, text in job["write"].items():
        sheet.getCellByPosition(ANSWER, rows[key]).String = text
    book.storeToURL((folder / job["to"]).as_uri(), (option("FilterName", job["filter"]),))
    book.close(True)
    return offered


if __name__ == "__main__":
    port, where = int(sys.argv[1]), Path(sys.argv[2])
    office = desktop(port)
    found = [fill(office, where, job) for job in json.loads((where / "jobs.json").read_text())]
    (where / "offered.json").write_text(json.dumps(found[0]))
    office.terminate()

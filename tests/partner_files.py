"""Small partner files, made by hand."""

import io

import xlsxwriter

from regional.partners.read import read_partners

EXCEL = "utf-8-sig"


def csv_of(headings, *rows, delimiter=";", encoding=EXCEL):
    lines = [headings, *rows]
    return ("\r\n".join(delimiter.join(map(str, line)) for line in lines) + "\r\n").encode(encoding)


def xlsx_of(*rows, sheets=None, formats=None):
    """Make a workbook; ``sheets`` is name -> rows; a date becomes a true Excel date."""
    buffer = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "default_date_format": "dd-mm-yyyy"}
    with xlsxwriter.Workbook(buffer, options) as book:
        for name, lines in (sheets or {"Blad1": rows}).items():
            sheet = book.add_worksheet(name)
            for at, line in enumerate(lines):
                sheet.write_row(at, 0, line)
    return buffer.getvalue()


def one(**cells):
    """Read a single partner with these columns; the name is filled in where it is not given."""
    cells = {"naam": "Stichting De Proef", **cells}
    return read_partners(csv_of(list(cells), [f'"{c}"' if ";" in str(c) else c for c in cells.values()]))


def each(column, cells):
    """Read a partner for each of these cells of a column, in one list."""
    lines = [(f"Stichting Proef {at}", f'"{cell}"' if ";" in str(cell) else cell) for at, cell in enumerate(cells)]
    return read_partners(csv_of(["naam", column], *lines))


def rows(result):
    """Return all rows as dicts."""
    return [row(result, position) for position in range(result.kept)]


def row(result, position=0):
    """Return a row as a dict, with None for what is not known."""
    values = result.portfolio.frame.iloc[position].to_dict()
    return {k: None if v is None or (not isinstance(v, tuple) and v != v) else v for k, v in values.items()}


def codes(result):
    return [problem.code for problem in result.problems]


def names(result):
    return result.portfolio.frame["name"].tolist()

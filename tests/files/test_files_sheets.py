"""Every form in which Dutch Excel, and others, write a list; and files that are no list."""

import datetime as dt
import io
import zipfile

import pytest
from partner_files import codes, csv_of, names, one, row, xlsx_of

from regional.files import reader, sheets, workbook
from regional.partners.read import read_partners

HEADINGS = ["naam", "plaats", "bedrag"]
LINE = ["Café Zoë", "Kerkrade", "1250"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_every_encoding_and_delimiter_reads_the_same(encoding, delimiter):
    result = read_partners(csv_of(HEADINGS, LINE, delimiter=delimiter, encoding=encoding))
    assert row(result)["name"] == "Café Zoë"
    assert row(result)["municipality"] == "GM0928"
    assert row(result)["amount"] == 1250


def test_the_separator_line_of_excel_is_no_row():
    result = read_partners(b"sep=;\r\nnaam;plaats\r\n;Kerkrade\r\n")
    assert [(p.code, p.row) for p in result.errors] == [("no_name", 2)]


@pytest.mark.reader
def test_a_cell_may_hold_the_delimiter_and_a_line_break():
    result = read_partners(b'naam;plaats\r\n"De Kring;\r\nzuid";Kerkrade\r\n')
    assert names(result) == ["De Kring; zuid"]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings_of_every_system(ending):
    assert read_partners(ending.join(["naam;plaats", "De Kring;Kerkrade"]).encode()).kept == 1


@pytest.mark.reader
def test_a_workbook_keeps_numbers_and_dates():
    data = xlsx_of(["naam", "bedrag", "sinds"], ["De Kring", 1250.5, dt.date(2019, 9, 1)], ["De Boog", 12345, 2018])
    result = read_partners(data)
    assert result.portfolio.frame["amount"].tolist() == [1250.5, 12345]
    assert [day.isoformat()[:10] for day in result.portfolio.frame["since"]] == ["2019-09-01", "2018-01-01"]


def test_three_decimals_in_a_workbook_are_no_thousands():
    assert row(read_partners(xlsx_of(["naam", "bedrag"], ["De Kring", 12.345])))["amount"] == pytest.approx(12.345)


def test_the_sheet_with_the_names_is_read():
    data = xlsx_of(sheets={"Notities": [["zomaar", "iets"]], "Partners": [["naam", "plaats"], ["De Kring", "Heerlen"]]})
    assert names(read_partners(data)) == ["De Kring"]


def test_a_second_sheet_with_names_is_told():
    lines = [["naam", "plaats"], ["De Kring", "Heerlen"]]
    result = read_partners(xlsx_of(sheets={"2025": lines, "2024": lines}))
    assert codes(result) == ["sheets_passed_over"]
    assert result.kept == 1


def test_titles_above_the_headings_and_empty_rows_are_passed_over():
    data = xlsx_of(["Partners van ons museum"], [], ["naam", "plaats"], ["De Kring", "Heerlen"], [], ["", "Kerkrade"])
    result = read_partners(data)
    assert (result.rows, result.kept) == (2, 1)
    assert result.errors[0].row == 6


def test_a_single_column_of_names_is_enough():
    assert names(read_partners(b"Organisatie\nDe Kring\nDe Boog\n")) == ["De Kring", "De Boog"]


def test_a_value_that_is_also_a_heading_does_not_become_one():
    result = read_partners(csv_of(["wie", "soort"], ["De Kring", "partner"], ["De Boog", "leverancier"]))
    assert result.mapping == {"wie": "naam", "soort": "soort"}
    assert result.kept == 2


def archive(entries):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries.items():
            file.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.reader
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b" \r\n\r\n", "empty_file"),
        (b";;;\r\n;;\r\n", "empty_file"),
        (b"%PDF-1.7 naam;plaats", "not_a_spreadsheet"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not_a_spreadsheet"),
        (b"<!DOCTYPE html><p>naam;plaats", "not_a_spreadsheet"),
        (b"PK\x03\x04 broken", "not_a_spreadsheet"),
        (archive({"word/document.xml": "x"}), "not_a_spreadsheet"),
        (archive({"xl/workbook.xml": "x"}), "not_a_spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old_excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
    ],
)
def test_what_is_no_list_gives_one_error_and_no_partners(data, code):
    result = read_partners(data)
    assert [p.code for p in result.errors] == [code]
    assert (result.rows, result.kept, len(result.problems)) == (0, 0, 1)


def test_a_file_larger_than_the_limit_is_refused():
    assert codes(read_partners(b"naam\n" + b"x" * sheets.MAX_BYTES)) == ["too_large"]


@pytest.mark.reader
def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    bomb = archive({"xl/workbook.xml": "x", "xl/worksheets/sheet1.xml": b"0" * (workbook.MAX_UNPACKED + 1)})
    assert len(bomb) < 1_000_000
    assert codes(read_partners(bomb)) == ["too_large"]


def test_a_cell_in_the_far_corner_is_refused():
    far = archive({"xl/workbook.xml": "x", "xl/worksheets/sheet1.xml": '<c r="XFD1048576"><v>1</v></c>'})
    assert codes(read_partners(far)) == ["too_large"]


def test_more_merged_cells_than_a_list_ever_has_are_refused():
    merged = "<mergeCells>" + '<mergeCell ref="A1:B2"/>' * (workbook.MAX_MERGED + 10) + "</mergeCells>"
    assert codes(read_partners(archive({"xl/workbook.xml": "x", "xl/worksheets/sheet1.xml": merged}))) == ["too_large"]


def test_more_rows_than_the_limit_are_refused():
    assert codes(read_partners(b"naam\n" + b"x\n" * (reader.MAX_ROWS + 1))) == ["too_large"]


def test_headings_alone_are_told():
    result = read_partners(csv_of(HEADINGS))
    assert codes(result) == ["no_rows"]
    assert not result.errors


def test_without_a_column_of_names_nothing_is_kept_and_that_is_told():
    result = read_partners(csv_of(["jaartal", "plaats"], ["2019", "Heerlen"], ["2020", "Heerlen"]))
    assert [p.code for p in result.errors] == ["no_names"]
    assert (result.rows, result.kept) == (2, 0)


def test_a_very_long_cell_is_cut():
    assert len(row(one(naam="x" * 5_000))["name"]) == 300

"""Whatever a program made of a plain list on the way, the plain list comes out, and what was mended is told."""

import io
import itertools

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from regional.files.decode import decode
from regional.files.separate import QUOTES, SEPARATORS, separate, unfold
from regional.files.sheets import read_sheets

PLAIN = [
    ["naam", "plaats", "bedrag"],
    ["Stichting Café", "Súdwest-Fryslân", "€ 2.000"],
    ["Muziek Één", "België", "1.250,50"],
    ["Coöperatie ’t Geïnd", "'s-Hertogenbosch", "5"],
    ["Het Huis, en meer", "Heerlen", "3"],
]
CODE_PAGES = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman")
DOS = ("cp850", "cp858", "iso8859_15")
SPOILT = ("cp1252", "mac_roman", "cp437")


def csv(rows, mark=";", quotes=('"', '"'), ending="\r\n", always=False):
    opening, closing = quotes

    def cell(text):
        if always or mark in text or "\n" in text or text.startswith(opening):
            return opening + text.replace(closing, closing * 2 if opening == closing else closing) + closing
        return text

    return ending.join(mark.join(map(cell, row)) for row in rows) + ending


def rows(data):
    return [list(cells) for _, cells in read_sheets(data)[0].rows]


def codes(data):
    return [problem.code for problem in read_sheets(data)[0].problems]


@pytest.mark.parametrize("page", CODE_PAGES)
def test_every_code_page_gives_the_same_letters(page):
    assert decode(csv(PLAIN).encode(page)).text == csv(PLAIN)


@pytest.mark.parametrize("page", DOS)
@pytest.mark.parametrize("words", ["Café Zoë", "Coöperatie België", "Façade", "Ruïne en Müller", "CAFÉ ZOË", "Geïnd"])
def test_the_pages_of_dos_are_known_by_a_single_word(page, words):
    assert decode(f"naam\n{words}\n".encode(page)).text == f"naam\n{words}\n"


@pytest.mark.parametrize("page", ["cp1252", "mac_roman", "cp858"])
@pytest.mark.parametrize("word", ["Café", "Zoë", "Súdwest-Fryslân", "Één", "’t Huis", "Köln", "Curaçao"])
def test_one_word_is_enough_to_know_the_code_page(page, word):
    try:
        data = f"naam\nStichting {word}\n".encode(page)
    except UnicodeEncodeError:  # DOS has no such sign
        return
    assert word in decode(data).text


@pytest.mark.parametrize("page", SPOILT)
def test_letters_that_were_spoilt_before_are_mended_and_told(page):
    text = "naam;plaats\r\nStichting Café;Súdwest-Fryslân\r\nCoöperatie Één;België\r\n"
    found = decode(text.encode().decode(page).encode())
    assert found.text == text
    assert [note.code for note in found.notes] == ["letters_mended"]


@pytest.mark.parametrize("bad", [b"\xe9", b"\xeb", b"\xf6"])
def test_one_bad_byte_costs_nothing_else(bad):
    data = csv(PLAIN).encode() + b"Zo" + bad + b";Heerlen;1\r\n"
    assert rows(data)[:5] == PLAIN
    assert rows(data)[5][0] == "Zo" + bad.decode("cp1252")
    assert codes(data) == ["bad_bytes"]


@pytest.mark.parametrize(("written", "read"), [
    ("zbo\x19s", "zbo’s"), ("Het\x00 Huis", "Het Huis"), ("A\x07B", "AB"), ("\x1cX\x1d", "“X”"),
    ("Heer\u200blen", "Heerlen"), ("Heer\xadlen", "Heerlen"),
    ("Jansen &amp; Co", "Jansen & Co"), ("Caf&eacute;", "Café"),
])  # fmt: skip
def test_signs_that_cannot_be_shown_are_taken_out_or_mended(written, read):
    assert rows(f"naam;plaats\r\n{written};Heerlen\r\nB;C\r\n".encode()) == [
        ["naam", "plaats"],
        [read, "Heerlen"],
        ["B", "C"],
    ]


@pytest.mark.parametrize(("mark", "quotes", "always"), list(itertools.product(SEPARATORS, QUOTES, (True, False))))
def test_every_separator_with_every_quote(mark, quotes, always):
    if not always and quotes != ('"', '"'):
        return  # a lone quote of another kind is a letter of the name
    assert [cells for _, cells in separate(csv(PLAIN, mark, quotes, always=always)).rows] == PLAIN


@given(
    st.sampled_from([p for p in CODE_PAGES if p != "mac_roman"]), st.sampled_from(SEPARATORS),
    st.sampled_from(["\n", "\r\n", "\r"]), st.booleans(), st.booleans(), st.booleans(), st.integers(0, 2),
)  # fmt: skip
@settings(max_examples=25, deadline=None)
def test_dressings_together_give_the_plain_list(page, mark, ending, always, says_so, folded, blank):
    text = csv(PLAIN, mark, always=always, ending=ending)
    if folded:
        text = ending.join('"' + line.replace('"', '""') + '"' for line in text.rstrip(ending).split(ending)) + ending
    text += (mark * 2 + ending) * blank
    if says_so and not folded:
        text = f"sep={mark}{ending}\ufeff{text}" if page != "cp1252" else f"sep={mark}{ending}{text}"
    assert [[cell.strip() for cell in cells] for _, cells in separate(decode(text.encode(page)).text).rows] == PLAIN


@pytest.mark.parametrize(("text", "row"), [
    ('naam;plaats;bedrag\n"De Kring;Kerkrade;1250\nHet Huis;Heerlen;500\nDe Bron;Landgraaf;5\n', 2),
    ('naam;plaats;bedrag\nHet Huis;Heerlen;500\n"De Kring;Kerkrade;1250\n"De Bron";Landgraaf;5\n', 3),
    ('naam;plaats;bedrag\nHet Huis;"Heerlen;500\nDe Bron;Landgraaf;5\nDe Kring;Kerkrade;1250\n', 2),
    ('naam;plaats;bedrag\nHet Huis;Heerlen;500\nDe Bron;Landgraaf;5\nDe Kring;Kerkrade;"1250', 4),
])  # fmt: skip
def test_an_unclosed_quote_costs_no_row_and_is_told_there(text, row):
    sheet = read_sheets(text.encode())[0]
    assert sorted(cells for _, cells in sheet.rows[1:]) == [
        ("De Bron", "Landgraaf", "5"), ("De Kring", "Kerkrade", "1250"), ("Het Huis", "Heerlen", "500"),
    ]  # fmt: skip
    assert [(p.code, p.row) for p in sheet.problems] == [("quote_unclosed", row)]


def test_a_cell_over_more_lines_is_one_cell():
    found = rows(b'naam;plaats\n"De Kring\nzuid";Heerlen\nA;B\n')
    assert found == [
        ["naam", "plaats"],
        ["De Kring zuid", "Heerlen"],
        ["A", "B"],
    ]


def test_a_decimal_comma_that_cut_an_amount_is_put_back():
    data = b"naam,plaats,bedrag\nDe Kring,Kerkrade,1.250,00\nHet Huis,Heerlen,500,00\nDe Bron,Landgraaf,3\n"
    assert [cells[2] for cells in rows(data)] == ["bedrag", "1.250,00", "500,00", "3"]


def test_a_row_with_too_many_cells_is_told():
    assert codes(b"naam;plaats\nDe Kring;Kerkrade\nHet; Huis;Heerlen\nA;B\n") == ["too_many_cells"]


def test_everything_in_column_a_of_a_workbook_is_taken_apart():
    folded = [(n, [";".join(cells)]) for n, cells in enumerate(PLAIN, 1)]
    assert [cells for _, cells in unfold(folded)] == PLAIN
    assert unfold([(1, ["naam"]), (2, ["De Kring; zuid"])]) == [(1, ["naam"]), (2, ["De Kring; zuid"])]


def workbook(fill):
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        fill(book)
    return buffer.getvalue()


def test_visible_sheets_go_before_hidden_ones():
    def fill(book):
        hidden = book.add_worksheet("oud")
        hidden.write_row(0, 0, ["naam"])
        shown = book.add_worksheet("nu")
        shown.write_row(0, 0, ["naam"])
        shown.activate()
        hidden.hide()

    assert [(sheet.name, sheet.is_hidden) for sheet in read_sheets(workbook(fill))] == [("nu", False), ("oud", True)]


def test_a_merged_cell_stands_in_every_row_that_it_goes_over():
    def fill(book):
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["soort", "naam"])
        sheet.merge_range(1, 0, 3, 0, "Sponsor")
        sheet.write_column(1, 1, ["A", "B", "C"])

    assert rows(workbook(fill))[1:] == [["Sponsor", "A"], ["Sponsor", "B"], ["Sponsor", "C"]]


def test_formulas_without_a_value_are_told_and_those_with_one_read():
    def fill(book):
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["naam", "bedrag"])
        sheet.write(1, 0, "De Kring")
        sheet.write_formula(1, 1, "=2+3", None, 5)
        sheet.write(2, 0, "#N/B")
        sheet.write(2, 1, "Caf\u00c3\u00a9")

    data = workbook(fill)
    assert rows(data) == [["naam", "bedrag"], ["De Kring", "5"], ["", "Café"]]
    assert codes(data) == ["letters_mended", "error_values"]


@pytest.mark.reader
def test_reading_says_how_far_it_is_and_stops_when_nobody_waits():
    heard = []
    read_sheets(b"naam\nDe Kring\n", heard.append)
    assert heard
    assert all(0 <= share <= 1 for share in heard)

    def stop(share):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        read_sheets(b"naam\nDe Kring\n", stop)

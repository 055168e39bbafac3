"""Whatever a user brings: nothing raises, and no bad row harms a good one."""

import contextlib
import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st
from partner_files import csv_of, names, xlsx_of

from regional.files.problems import CellFault, Level
from regional.partners import row
from regional.partners.composition import rounded
from regional.partners.imported import ImportResult
from regional.partners.places import match, near
from regional.partners.quantities import amount, day, number, percentage
from regional.partners.read import from_records, read_partners
from regional.partners.schema import all_columns
from regional.texts import texts

COLUMNS = all_columns()
LIKELY = st.sampled_from(["geen antwoord", "n.v.t.", "40", "0,4", "-5", "€ 1.250,50", "2019", "31-12-2019", "Kerkrade",
                          "Beek", "Hasselt", "sponsor; leverancier", "65+", "R", "team", "CBS Barometer", "Jan Jansen",
                          "12k", "1e400", "∞", "²", "=1+1", "{n}", "%s", "\x00", "٣", "stichting"])  # fmt: skip
CELLS = st.one_of(LIKELY, st.text(max_size=40))
BYTES = st.one_of(
    st.binary(max_size=400),
    st.text(max_size=200).map(str.encode),
    st.lists(st.sampled_from([b"naam", b"plaats", b";", b",", b"\t", b"\r\n", b'"', b"sep=;", b"\xef\xbb\xbf",
                              b"\xff\xfe", b"PK\x03\x04", b"\xe9", b"0,4"]), max_size=40).map(b"".join),
)  # fmt: skip
SHEET = xlsx_of(["naam", "plaats"], ["De Kring", "Heerlen"])


def check(result):
    """Assert what holds of every result: counts that agree, problems that can be worded, a portfolio that is whole."""
    assert isinstance(result, ImportResult)
    refused = {p.row for p in result.problems if p.level is Level.ERROR and p.row is not None}
    assert result.kept == result.rows - len(refused) or result.kept == 0
    for problem in result.problems:
        for language in ("nl", "en"):
            assert texts(language)(problem.what)
            texts(language)(problem.remedy)
    assert len(result.portfolio.states) == result.kept
    assert len(result.portfolio.digest) == 64


@given(BYTES)
def test_any_bytes_give_a_result(data):
    check(read_partners(data))


@given(st.integers(0, len(SHEET) - 1), st.binary(min_size=1, max_size=8))
def test_a_damaged_workbook_gives_a_result(at, junk):
    check(read_partners(SHEET[:at] + junk + SHEET[at + len(junk) :]))


@given(st.binary(max_size=300))
def test_a_workbook_with_any_content_gives_a_result(content):
    with zipfile.ZipFile(io.BytesIO(SHEET)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in {**parts, "xl/worksheets/sheet1.xml": content}.items():
            archive.writestr(name, part)
    check(read_partners(buffer.getvalue()))


@given(st.dictionaries(st.sampled_from(COLUMNS), CELLS, max_size=12))
def test_any_cells_give_a_result(cells):
    check(from_records([{"naam": "De Kring", **cells}]))


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=6), st.lists(CELLS, min_size=3, max_size=3))
def test_any_headings_and_rows_give_a_result(rows, headings):
    check(read_partners(csv_of(headings, *rows, encoding="utf-8")))


@given(st.dictionaries(st.text(max_size=8), st.text(max_size=12), max_size=4),
       st.dictionaries(st.text(max_size=8), st.text(max_size=8), max_size=4))  # fmt: skip
def test_any_answers_of_a_user_give_a_result(mapping, places):
    data = csv_of(["wie", "plaats"], ["De Kring", "Beek"])
    check(read_partners(data, mapping={**mapping, "wie": "naam"}, places_answered={**places, "Beek": "GM0888"}))


@given(st.lists(st.dictionaries(st.sampled_from(COLUMNS), CELLS, max_size=8), max_size=4), st.integers(0, 4))
def test_good_rows_survive_bad_ones(bad, at):
    good = {"naam": "Stichting De Goede Rij", "plaats": "Kerkrade", "bedrag": "1.250,50", "soort": "sponsor",
            "herkomst_europa": ""}  # fmt: skip
    rows = [*bad[:at], good, *bad[at:]]
    result = from_records(rows)
    if "naam" in result.dropped_columns or "naam" not in result.mapping.values():
        return  # a column that most rows fill with addresses of persons is not read at all
    assert "Stichting De Goede Rij" in names(result)
    kept = result.portfolio.frame.set_index("name").loc["Stichting De Goede Rij"]
    assert kept["kinds"] == ("funder",)
    if "plaats" in result.mapping.values():
        assert kept["municipality"] == "GM0928"


@given(CELLS)
def test_every_parser_returns_or_faults(cell):
    parsers = [column.parse for column in row.READ.values()]
    for parse in (*parsers, amount, day, number, percentage):
        with contextlib.suppress(CellFault):
            parse(cell)


@given(CELLS)
def test_every_place_is_found_or_not(place):
    found = match(place)
    assert not (found.code and found.country != "NL")
    assert len(near(place)) <= 3


@given(st.lists(st.integers(0, 100), min_size=2, max_size=5).filter(any))
def test_a_whole_is_rounded_to_a_whole_in_steps_of_five(values):
    shares = rounded({str(i): 100 * v / sum(values) for i, v in enumerate(values)}, whole=True)
    assert abs(sum(shares.values()) - 1) < 1e-9
    for i, value in enumerate(values):
        assert abs(shares[str(i)] - value / sum(values)) < 0.05 + 1e-9
        assert abs(shares[str(i)] * 20 - round(shares[str(i)] * 20)) < 1e-9


@given(st.floats(0, 1e9, allow_nan=False), st.sampled_from(["nl", "en"]))
def test_amounts_written_in_either_language_are_read_back(value, language):
    euros = round(value, 2)
    written = texts(language).number(euros, 2)
    assert abs(amount(written) - euros) < 0.005 + euros * 1e-12

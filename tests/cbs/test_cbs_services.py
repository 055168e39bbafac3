"""Two services of CBS, one set of figures: whatever one of them does, the other answers, and it is told."""

from dataclasses import replace

import pandas as pd
import pytest

from regional.cbs import cache
from regional.cbs.connection import CbsError
from regional.cbs.pull import load_figures
from regional.cbs.tables import TABLES, known, newest, read_kwb, read_kwb_v4
from regional.charts.words import provenance_text
from regional.geo.pull_outcome import table_lines
from regional.texts import texts
from tests.servers.cbs import cbs_server
from tests.servers.cbs_tables import kwb

KWB = [table for table in TABLES if table.read is read_kwb]
ONE = [table for table in TABLES if table.id == "85984NED"]
FAULTS = ["404", "500", "html", "reset", "hang", "truncated", "cut_short", "no_value"]
NL = texts("nl")


def short(fault):
    return {"timeout": (1.0, 1.0), "attempts": 1} if fault == "hang" else {}


@pytest.mark.parametrize("year", [2021, 2024, 2025, 2026])
def test_both_services_give_the_same_figures_for_the_keys_of_every_year(hasty, year):
    table = kwb(year)
    with cbs_server(tables={table.id: table}):
        slow = replace(hasty, timeout=(2.0, 8.0))
        old, new = read_kwb(table.id, slow), read_kwb_v4(table.id, slow)
    filled = [name for name in old if old[name].notna().any()]
    assert {"name", "inhabitants", "age:65+", "households"} < set(filled)
    assert set(filled) == set(new.columns)
    pd.testing.assert_frame_equal(old[filled], new[filled], check_dtype=False)


@pytest.mark.parametrize("fault", FAULTS)
def test_what_the_older_service_cannot_send_the_newer_one_does(cbs, quick_pull, fault):
    cbs.fail(fault, "85984NED", service="v3")
    report = quick_pull(tables=ONE, **short(fault))
    assert [(table.status, table.service) for table in report.tables] == [("fetched", "v4")]
    entry = cache.read("85984NED")[0]
    assert (entry.service, entry.modified, entry.modified_v4) == ("v4", "", "2026-03-31T02:00:00+01:00")
    assert entry.address.endswith("/mirror/odata/v1/CBS/85984NED")
    assert "OData v4" in provenance_text(load_figures().provenance["age"], NL)
    assert table_lines(report, NL)[0].endswith("opgehaald, 342 rijen, bij de nieuwere dienst van het CBS (OData v4).")


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_the_newer_service_alone_costs_nothing(cbs, quick_pull, fault):
    cbs.fail(fault, "85984NED", service="v4")
    report = quick_pull(tables=ONE, **short(fault))
    assert [(table.status, table.service) for table in report.tables] == [("fetched", "v3")]


@pytest.mark.parametrize("fault", FAULTS)
def test_where_both_fail_it_is_told_and_what_was_there_serves(cbs, quick_pull, fault):
    cbs.fail(fault, "85984NED")
    (table,) = quick_pull(tables=ONE, **short(fault)).tables
    assert table.status == "failed"
    assert NL(table.problem).endswith("De cijfers die bij de app horen, blijven in gebruik.")


def test_two_services_that_fail_otherwise_are_both_named(cbs, quick_pull):
    cbs.fail("404", "85984NED", service="v3")
    cbs.fail("500", "85984NED", service="v4")
    (table,) = quick_pull(tables=ONE).tables
    assert NL(table.problem).startswith(
        "Het CBS kent tabel 85984NED niet. De nieuwere dienst van het CBS: Het CBS weigerde de vraag (status 500)."
    )
    assert not table.gone


def test_a_column_that_is_empty_in_one_service_comes_from_the_other_and_a_newer_date_is_noticed(cbs, quick_pull):
    whole = cbs.tables["85984NED"]
    cbs.tables["85984NED"] = whole.without("HboWo_69")
    cbs.tables_v4["85984NED"] = whole.without("HboWo_69")
    quick_pull(tables=ONE)
    assert cache.read("85984NED")[0].service == "v3"
    assert quick_pull(tables=ONE).tables[0].status == "unchanged"
    cbs.tables_v4["85984NED"] = replace(whole, modified="2026-11-02T02:00:00")
    assert [(t.status, t.service) for t in quick_pull(tables=ONE).tables] == [("fetched", "v3+v4")]
    entry, frame = cache.read("85984NED")
    assert frame["education:hbo_wo"].notna().all()
    assert (entry.modified, entry.modified_v4[:10]) == (whole.modified, "2026-11-02")
    assert load_figures().provenance["education"].year == 2024


def test_dates_are_compared_within_one_service_only(cbs, quick_pull):
    cbs.fail("500", "85984NED", service="v3")
    assert quick_pull(tables=ONE).tables[0].service == "v4"
    assert quick_pull(tables=ONE).tables[0].status == "unchanged"
    cbs.faults.clear()
    assert [(t.status, t.service) for t in quick_pull(tables=ONE).tables] == [("fetched", "v3")]


def test_pages_of_the_newer_service_are_followed_at_the_address_we_were_told(hasty):
    with cbs_server(page=300) as cbs:
        cbs.foreign_root = "https://datasets.cbs.example"
        assert len(read_kwb_v4("85984NED", replace(hasty, timeout=(2.0, 8.0)))) == 342
        assert len(cbs.asked("85984NED", "Observations")) > 3


def test_a_name_that_is_no_measure_is_the_title_of_its_code(cbs, hasty):
    table = cbs.tables["85984NED"]
    cbs.tables["85984NED"] = table.dropping("Gemeentenaam_1")
    frame = read_kwb_v4("85984NED", replace(hasty, timeout=(2.0, 8.0))).set_index("code")
    assert frame.at["GM0928", "name"] == "Kerkrade"


def test_half_the_country_is_refused_by_the_newer_service_too(cbs, hasty):
    table = cbs.tables["85984NED"]
    cbs.tables_v4["85984NED"] = replace(table, data=table.data[table.data["WijkenEnBuurten"] < "GM0500"])
    with pytest.raises(CbsError, match="each municipality once"):
        read_kwb_v4("85984NED", replace(hasty, timeout=(2.0, 8.0)))


# Tables by title


def test_a_new_year_is_found_by_its_title_and_needs_no_release(quick_pull):
    new = replace(kwb(2026), id="86999NED", title="Kerncijfers wijken en buurten 2027", period="2027")
    with cbs_server() as cbs:
        cbs.tables["86999NED"] = new
        report = quick_pull()
    assert report.tables[0].name == "Kerncijfers wijken en buurten 2027 (86999NED)"
    figures = load_figures()
    assert (figures.provenance["age"].table, figures.provenance["age"].year) == ("86999NED", 2027)
    assert 2026 in figures.history["age"]


@pytest.mark.parametrize("fault", ["404", "500", "html"])
def test_without_the_catalogue_the_tables_known_here_are_fetched(cbs, quick_pull, fault):
    cbs.fail(fault, "Tables", service="catalogue")
    report = quick_pull()
    assert report.ok
    assert [table.id for table in report.tables] == [table.id for table in TABLES]


def test_a_catalogue_that_knows_no_filter_is_read_whole(cbs, quick_pull, monkeypatch):
    monkeypatch.setattr("tests.servers.cbs.mask", _refused)
    from regional.cbs.client import catalogue
    from regional.cbs.connection import Control

    assert len(catalogue(["Kerncijfers wijken en buurten"], Control(wait=0.01))) == len(TABLES)


def _refused(*_):
    from tests.servers.cbs_query import BadFilterError

    raise BadFilterError("no filter")


def test_a_table_that_was_withdrawn_is_told_once_and_a_pull_is_fine(cbs, quick_pull):
    del cbs.tables["85318NED"]
    report = quick_pull()
    (gone,) = [table for table in report.tables if table.status == "withdrawn"]
    assert report.ok
    assert NL(gone.problem) == "Het CBS kent tabel 85318NED niet. De cijfers die bij de app horen, blijven in gebruik."
    again = quick_pull()
    assert again.ok
    assert "85318NED" not in {table.id for table in again.tables}
    cbs.tables["85318NED"] = kwb(2022)
    assert {t.id: t.status for t in quick_pull().tables}["85318NED"] == "fetched"


def test_an_address_where_nothing_is_known_withdraws_nothing(cbs, quick_pull):
    cbs.tables.clear()
    assert {table.status for table in quick_pull().tables} == {"failed"}
    assert cache.withdrawn() == frozenset()


@pytest.mark.parametrize(("title", "year"), [
    ("Kerncijfers wijken en buurten 2031", 2031), ("Gebieden in Nederland 2027", 2027),
    ("Vestigingen van bedrijven; bedrijfstak (SBI 2025), gemeente", 0),
    ("Kerncijfers wijken en buurten 2004-2010", None), ("Nabijheid voorzieningen; wijken en buurten 2025", None),
    ("Vestigingen van bedrijven; bedrijfstak, regio", None),
])  # fmt: skip
def test_titles_that_are_ours(title, year):
    table = known("99999NED", title)
    assert (table.year if table else None) == year


def test_of_two_tables_of_one_year_the_one_that_changed_last_counts():
    title = "Kerncijfers wijken en buurten 2027"
    rows = [{"Identifier": "1111NED", "Title": title, "Modified": "2027-06-01"},
            {"Identifier": "2222NED", "Title": title, "Modified": "2027-05-01"}]  # fmt: skip
    found = [table.id for table in newest(rows) if table.read is read_kwb]
    assert found == ["1111NED", *(table.id for table in KWB[:-1])]

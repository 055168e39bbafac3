"""The client: one way in, the traps of CBS and cbsodata hidden, one kind of error."""

import itertools
import threading

import cbsodata
import pytest
import requests

from regional.cbs import client, connection
from regional.cbs.client import fetch, part
from regional.cbs.columns import Column
from regional.cbs.connection import Cancelled, CbsError, Control
from regional.texts import texts
from tests.servers.cbs import cbs_server

KWB = "85984NED"
WANTED = (Column("code", ("WijkenEnBuurten",)), Column("name", ("Gemeentenaam",)),
          Column("inhabitants", ("AantalInwoners",)))  # fmt: skip
MUNICIPALITIES = "startswith(WijkenEnBuurten,'GM')"


def test_only_wanted_rows_and_columns_are_asked_for_codes_stripped(cbs, hasty):
    frame = fetch(KWB, WANTED, MUNICIPALITIES, hasty)
    assert list(frame.columns) == ["code", "name", "inhabitants"]
    assert len(frame) == 342
    kerkrade = frame.set_index("code").loc["GM0928"]
    assert (kerkrade["name"], kerkrade["inhabitants"]) == ("Kerkrade", 45_311)
    assert "select=WijkenEnBuurten%2CGemeentenaam_1%2CAantalInwoners_5" in cbs.asked(KWB, "TypedDataSet")[0]


def test_null_is_nan_and_not_zero(cbs, hasty):
    cbs.tables[KWB] = cbs.tables[KWB].without("AantalInwoners_5")
    assert fetch(KWB, WANTED, MUNICIPALITIES, hasty)["inhabitants"].isna().all()


def test_all_pages_are_followed(hasty):
    with cbs_server(page=100) as cbs:
        assert len(fetch(KWB, WANTED, MUNICIPALITIES, hasty)) == 342
        assert len(cbs.asked(KWB, "TypedDataSet")) == 4


def test_pages_stay_at_the_address_we_were_told(hasty):
    """A mirror repeats CBS's own links, which name another host, and write odata and OData."""
    with cbs_server(page=100) as cbs:
        cbs.foreign_root = "https://opendata.cbs.example"
        assert len(fetch(KWB, WANTED, MUNICIPALITIES, hasty)) == 342


def test_an_answer_without_end_is_refused(hasty, monkeypatch):
    monkeypatch.setattr(connection, "MAX_PAGES", 2)
    with cbs_server(page=100), pytest.raises(CbsError, match="does not come to an end"):
        fetch(KWB, WANTED, MUNICIPALITIES, hasty)


def test_connections_are_kept_between_requests(cbs, hasty):
    for _ in range(3):
        fetch(KWB, WANTED, MUNICIPALITIES, hasty)
    assert len(cbs.requests) == 6
    assert cbs.connections <= 2


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("404", "Het CBS kent tabel 85984NED niet."),
        ("500", "Het CBS weigerde de vraag (status 500)."),
        ("html", "Het CBS stuurde iets dat geen tabel is."),
        ("no_value", "Het CBS stuurde iets dat geen tabel is."),
        ("truncated", "Het CBS stuurde iets dat geen tabel is."),
        ("cut_short", "De verbinding met het CBS lukte niet of viel weg."),
        ("reset", "De verbinding met het CBS lukte niet of viel weg."),
        ("hang", "Het CBS gaf niet op tijd antwoord."),
    ],
)
def test_every_fault_is_one_error_that_tells_the_user(cbs, hasty, fault, said):
    cbs.fail(fault, KWB, "TypedDataSet")
    with pytest.raises(CbsError) as caught:
        fetch(KWB, WANTED, MUNICIPALITIES, hasty)
    assert texts("nl")(caught.value.message) == said


@pytest.mark.parametrize("fault", ["500", "html", "truncated", "cut_short", "reset", "hang", "no_value"])
def test_a_fault_that_passes_is_not_noticed(cbs, hasty, fault):
    cbs.fail(fault, KWB, times=1)
    assert len(fetch(KWB, WANTED, MUNICIPALITIES, hasty)) == 342


def test_an_unknown_table_is_not_asked_for_twice(cbs, hasty):
    with pytest.raises(CbsError):
        part("00000NED", "TableInfos", hasty)
    assert len(cbs.asked("00000NED")) == 1


def test_nobody_at_the_address(hasty):
    with pytest.raises(CbsError, match="failed or broke off"):
        part(KWB, "TableInfos", hasty)


@pytest.mark.parametrize(
    "setting", ["opendata.cbs.nl", "ftp://opendata.cbs.nl", "https://", "http://[", "http://host:port"]
)
def test_a_setting_that_is_no_address_is_told(setting, hasty, monkeypatch):
    monkeypatch.setenv("CBS_URL", setting)
    with pytest.raises(CbsError, match="CBS_URL"):
        part(KWB, "TableInfos", hasty)


def test_without_a_setting_cbs_itself_is_asked(monkeypatch):
    monkeypatch.delenv("CBS_URL")
    assert client.address(KWB) == "https://opendata.cbs.nl/ODataFeed/odata/85984NED"


def test_a_needed_column_that_is_gone_is_named(cbs, hasty):
    cbs.tables[KWB] = cbs.tables[KWB].dropping("AantalInwoners_5")
    with pytest.raises(CbsError) as caught:
        fetch(KWB, (*WANTED[:2], Column("inhabitants", ("AantalInwoners",), needed=True)), "", hasty)
    assert texts("en")(caught.value.message) == "Table 85984NED of CBS no longer holds AantalInwoners."


def test_the_host_of_other_users_of_cbsodata_is_left_alone(cbs, hasty):
    before = (cbsodata.options.catalog_url, cbsodata.options.use_https, cbsodata.cbsodata3.Session)
    fetch(KWB, WANTED, MUNICIPALITIES, hasty)
    assert (cbsodata.options.catalog_url, cbsodata.options.use_https, cbsodata.cbsodata3.Session) == before
    assert cbsodata.cbsodata3.Session is requests.Session


def test_threads_do_not_disturb_each_other(cbs, hasty):
    found = {}

    def run(table):
        found[table] = len(fetch(table, WANTED, MUNICIPALITIES, hasty))

    threads = [threading.Thread(target=run, args=(table,)) for table in ("86165NED", KWB, "85618NED")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {"86165NED": 342, KWB: 342, "85618NED": 342}


def test_stopping_takes_effect_between_pages():
    pages = []
    control = Control(cancelled=lambda: len(pages) >= 2, on_page=lambda n: pages.append(n))
    with cbs_server(page=100) as cbs:
        with pytest.raises(Cancelled):
            part(KWB, "TypedDataSet", control)
        assert len(cbs.requests) == 2


def test_stopping_takes_effect_while_waiting_to_try_again(cbs):
    cbs.fail("500")
    asked = itertools.count()
    control = Control(cancelled=lambda: next(asked) > 3, wait=3_600.0)
    with pytest.raises(Cancelled):
        part(KWB, "TableInfos", control)
    assert [size for _, size in cbs.requests].count(0) == 1  # it failed once and was not asked again

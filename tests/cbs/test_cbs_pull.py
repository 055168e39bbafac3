"""A pull: what changed is fetched, table by table; whatever fails, something right stays on screen."""

import multiprocessing
import os
import socket
from dataclasses import replace

import pandas as pd
import pytest

from regional.cbs import cache
from regional.cbs.figures import Origin
from regional.cbs.pull import load_figures, pull
from regional.cbs.snapshot import load_snapshot
from regional.cbs.tables import TABLES
from regional.texts import texts
from tests.cbs.conftest import PARKSTAD
from tests.servers.cbs import cbs_server

KWB_2026, KWB_2025, KWB_2024, SECTIONS = "86358NED", "86165NED", "85984NED", "81575NED"


def statuses(report):
    return {table.id: table.status for table in report.tables}


def table_of(report, identifier):
    return next(table for table in report.tables if table.id == identifier)


def short(fault):
    """Wait less long for an answer that does not come."""
    return {"timeout": (1.0, 1.0), "attempts": 1} if fault == "hang" else {}


def test_everything_is_fetched_once_and_then_unchanged(cbs, quick_pull):
    assert set(statuses(quick_pull()).values()) == {"fetched"}
    before = len(cbs.requests)
    assert set(statuses(quick_pull()).values()) == {"unchanged"}
    looks = [path for path, _ in cbs.requests[before:] if "/Properties" in path]
    assert len(looks) == 4  # v4 may have what 2022 and 2024 to 2026 lack in v3
    assert len(cbs.requests) - before == 1 + len(TABLES) + len(looks)


def test_what_changed_at_cbs_is_fetched_anew_and_nothing_else(cbs, quick_pull):
    quick_pull()
    cbs.tables[KWB_2024] = replace(cbs.tables[KWB_2024], modified="2026-11-01T02:00:00")
    found = statuses(quick_pull())
    assert found.pop(KWB_2024) == "fetched"
    assert set(found.values()) == {"unchanged"}
    assert load_figures().provenance["education"].modified == "2026-11-01T02:00:00"


def test_the_report_tells_rows_and_day(cbs, quick_pull):
    table = table_of(quick_pull(), KWB_2024)
    assert (table.rows, table.name) == (342, "Kerncijfers wijken en buurten 2024 (85984NED)")
    assert table.retrieved is not None


@pytest.mark.parametrize("fault", ["404", "hang", "cut_short"])
def test_one_table_that_fails_leaves_the_others_alone(cbs, quick_pull, fault):
    cbs.fail(fault, KWB_2026)
    report = quick_pull(**short(fault))
    assert statuses(report) == {table.id: "failed" if table.id == KWB_2026 else "fetched" for table in TABLES}
    assert not report.ok
    figures = load_figures()
    assert figures.provenance["age"].year == 2025
    assert figures.municipalities["inhabitants"].sum() == figures.history["inhabitants"][2025].to_numpy().sum()


@pytest.mark.parametrize("fault", ["404", "500", "html", "reset", "hang", "truncated", "no_value"])
def test_where_everything_fails_the_embedded_figures_serve(cbs, quick_pull, fault):
    cbs.fail(fault)
    report = quick_pull(**short(fault))
    assert set(statuses(report).values()) == {"failed"}
    assert load_figures() is load_snapshot()
    for table in report.tables:
        assert texts("nl")(table.problem).endswith("De cijfers die bij de app horen, blijven in gebruik.")


def test_where_a_second_pull_fails_the_last_good_copy_serves(cbs, quick_pull):
    quick_pull()
    before = load_figures()
    cbs.fail("500")
    report = quick_pull()
    assert texts("nl")(report.tables[0].problem) == (
        "Het CBS weigerde de vraag (status 500). Wat u eerder hebt opgehaald, blijft in gebruik."
    )
    assert report.tables[0].retrieved is not None
    assert load_figures() is before


def test_nobody_at_the_address_is_told_and_not_fatal(quick_pull):
    assert set(statuses(quick_pull()).values()) == {"failed"}


def test_a_wrong_setting_is_told_and_not_fatal(quick_pull, monkeypatch):
    monkeypatch.setenv("CBS_URL", "opendata.cbs.nl")
    assert "CBS_URL" in texts("nl")(quick_pull().tables[0].problem)


def test_a_cache_that_cannot_be_written_is_told_and_not_fatal(cbs, quick_pull, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("PARTNERSPIEGEL_CACHE", str(tmp_path / "file"))
    report = quick_pull()
    assert set(statuses(report).values()) == {"failed"}
    assert "niet worden bewaard" in texts("nl")(report.tables[0].problem)
    assert load_figures() is load_snapshot()


def test_stopped_before_it_began_asks_for_nothing(cbs, quick_pull):
    assert set(statuses(quick_pull(cancelled=lambda: True)).values()) == {"cancelled"}
    assert cbs.requests == []


def test_stopping_half_way_keeps_what_is_complete_and_no_part_of_the_rest(quick_pull):
    with cbs_server(page=200) as cbs:
        report = quick_pull(cancelled=lambda: len(cbs.requests) > 25)
    found = statuses(report)
    assert "cancelled" in found.values()
    assert "failed" not in found.values()
    kept = {path.stem for path in cache.folder().glob("*.json")}
    assert kept == {table for table, status in found.items() if status == "fetched"}


def test_stopping_a_refresh_leaves_the_earlier_copy_in_use(cbs, quick_pull):
    quick_pull()
    before = load_figures()
    report = quick_pull(cancelled=lambda: True)
    assert table_of(report, KWB_2024).rows == 342
    assert load_figures() is before


def test_progress_goes_up_to_one_for_every_table(cbs, quick_pull):
    seen = {}
    quick_pull(progress=lambda name, fraction: seen.setdefault(name, []).append(fraction))
    assert set(seen) == {table.name for table in TABLES}
    for fractions in seen.values():
        assert fractions == sorted(fractions)
        assert (fractions[0], fractions[-1]) == (0.0, 1.0)
    assert len(next(f for name, f in seen.items() if SECTIONS in name)) > 4


def test_a_damaged_copy_is_fetched_anew(cbs, quick_pull):
    quick_pull()
    for path in cache.folder().glob(f"{KWB_2024}.*.parquet"):
        path.write_bytes(b"PAR1 not any more")
    assert load_figures().provenance["age"].year == 2026
    assert statuses(quick_pull())[KWB_2024] == "fetched"


def test_a_copy_that_was_asked_for_otherwise_is_fetched_anew_and_not_used(cbs, quick_pull):
    quick_pull()
    entry, frame = cache.read(KWB_2026)
    cache.keep(replace(entry, columns="of an older version"), frame)
    assert load_figures().provenance["age"].year == 2025
    assert statuses(quick_pull())[KWB_2026] == "fetched"


def test_figures_are_live_where_this_process_fetched_them(pulled_here):
    assert {source.origin for source in pulled_here.provenance.values()} == {Origin.LIVE}


def _origins(digest: str) -> None:
    figures = load_figures()
    assert {source.origin for source in figures.provenance.values()} == {Origin.CACHE}
    assert figures.digest == digest


def test_figures_are_from_the_cache_in_the_next_process_and_have_the_same_digest(pulled_here):
    process = multiprocessing.get_context("spawn").Process(target=_origins, args=(pulled_here.digest,))
    process.start()
    process.join()
    assert process.exitcode == 0


def _pull_in_a_process(folder: str, address: str, results) -> None:
    os.environ |= {"PARTNERSPIEGEL_CACHE": folder, "CBS_URL": address}
    results.put([table.status for table in pull(wait=0.01).tables])


def test_two_processes_that_pull_at_once_fetch_each_table_once(cbs):
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    arguments = (str(cache.folder().parent), cbs.url, results)
    processes = [context.Process(target=_pull_in_a_process, args=arguments) for _ in range(2)]
    for process in processes:
        process.start()
    found = [status for _ in processes for status in results.get(timeout=60)]
    for process in processes:
        process.join()
    assert sorted(found) == ["fetched"] * len(TABLES) + ["unchanged"] * len(TABLES)
    assert load_figures().provenance["age"].year == 2026


def test_loading_never_asks_the_network(pulled_here, monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("a network request")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    (cache.folder() / f"{KWB_2026}.json").unlink()
    assert load_figures().provenance["age"].year == 2025


def test_loading_again_gives_what_was_loaded(pulled_here):
    assert all(load_figures() is pulled_here for _ in range(3))


def test_new_figures_are_seen_without_a_restart(cbs, quick_pull):
    before = load_figures()
    quick_pull()
    assert load_figures().digest != before.digest


def test_nobody_is_asked_for_what_is_not_needed(cbs, quick_pull):
    quick_pull()
    parts = {path.split("?")[0].rsplit("/", 1)[1] for path in cbs.asked()}
    assert parts == {"TableInfos", "DataProperties", "TypedDataSet", "Perioden", "BedrijfstakkenBranchesSBI2008",
                     "Tables", "Properties", "MeasureCodes", "Observations"}  # fmt: skip
    assert max(len(path) for path in cbs.asked()) < 2_000


def test_counts_that_were_fetched_are_those_of_cbs(pulled):
    live = pulled.history["sex"][2024].loc[PARKSTAD].sum().sum()
    assert live == 256_180
    pd.testing.assert_frame_equal(
        pulled.history["sex"][2024], load_snapshot().counts["sex"], check_names=False, check_dtype=False
    )

"""The cache: whole or not there, shared by processes, never fatal."""

import datetime as dt
import json
import multiprocessing
import os
import time

import pandas as pd
import pytest

from regional.cbs import cache
from regional.cbs.cache import Entry


def entry(**changes):
    given = {"table": "T1", "title": "Tabel", "period": "2024", "modified": "2026-01-01T02:00:00",
             "address": "https://cbs.example/T1", "rows": 0, "columns": "abc",
             "retrieved": dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)}  # fmt: skip
    return Entry(**{**given, **changes})


def frame(first=1.0):
    return pd.DataFrame({"code": ["GM0001", "GM0002"], "inhabitants": [first, float("nan")]})


def test_a_table_comes_back_as_it_was_kept_with_its_sidecar():
    kept = cache.keep(entry(), frame())
    found, table = cache.read("T1")
    assert found == kept
    assert (found.rows, found.modified, found.retrieved.date()) == (2, "2026-01-01T02:00:00", dt.date(2026, 11, 23))
    pd.testing.assert_frame_equal(table, frame())


def test_the_sidecar_is_json_that_a_person_can_read():
    cache.keep(entry(), frame())
    sidecar = json.loads((cache.folder() / "T1.json").read_text())
    assert {"table", "title", "period", "modified", "address", "rows", "retrieved"} <= set(sidecar)


def test_nothing_kept_is_none():
    assert cache.read("T1") is None
    assert cache.state()[1] == ()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b'{"schema": 99}', b"\xff\xfe"])
def test_a_damaged_sidecar_counts_as_not_there(content):
    cache.keep(entry(), frame())
    (cache.folder() / "T1.json").write_bytes(content)
    assert cache.read("T1") is None


@pytest.mark.parametrize("damage", [lambda b: b[:-20], lambda b: b"", lambda b: b.replace(b"GM0001", b"GM9999")])
def test_a_damaged_table_counts_as_not_there(damage):
    path = cache.folder() / cache.keep(entry(), frame()).file
    path.write_bytes(damage(path.read_bytes()))
    assert cache.read("T1") is None


def test_a_sidecar_cannot_point_outside_the_folder():
    kept = cache.keep(entry(), frame())
    sidecar = json.loads(kept.to_json()) | {"file": "../elsewhere.parquet"}
    (cache.folder() / "T1.json").write_text(json.dumps(sidecar))
    assert cache.read("T1") is None


def test_a_newer_copy_replaces_the_older_one():
    cache.keep(entry(), frame(1.0))
    before = cache.state()
    cache.keep(entry(modified="2026-02-01T02:00:00"), frame(2.0))
    assert cache.read("T1")[1]["inhabitants"][0] == 2.0
    assert len(list(cache.folder().glob("*.parquet"))) == 1
    assert cache.state() != before


def test_the_old_copy_serves_where_writing_breaks_off(monkeypatch):
    cache.keep(entry(), frame(1.0))

    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        cache.keep(entry(), frame(2.0))
    assert cache.read("T1")[1]["inhabitants"][0] == 1.0
    assert not list(cache.folder().glob("*.part"))


def test_without_a_setting_it_is_the_users_cache_folder(monkeypatch):
    monkeypatch.delenv("PARTNERSPIEGEL_CACHE")
    assert cache.folder().parts[-2:] == ("partnerspiegel", "cbs")


def _write(times: int) -> None:
    for i in range(times):
        with cache.lock("T1"):
            cache.keep(entry(), frame(float(i)))


def test_two_processes_write_while_a_third_reads_only_whole_tables():
    cache.keep(entry(), frame())
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write, args=(15,)) for _ in range(2)]
    for writer in writers:
        writer.start()
    reads = 0
    while any(writer.is_alive() for writer in writers):
        assert list(cache.read("T1")[1]["code"]) == ["GM0001", "GM0002"]
        reads += 1
        time.sleep(0.002)  # leaves the writers room
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0
    assert reads > 10
    assert cache.read("T1")[1]["inhabitants"][0] == 14.0

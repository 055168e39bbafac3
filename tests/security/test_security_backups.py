"""A file that says it is a backup: whatever is in it, nothing is changed, and the museum reads why."""

from __future__ import annotations

import hashlib
import io
import json
import struct
import zipfile
import zlib

import pytest

from regional.texts import texts
from regional.workspace import Action, WorkspaceError, backup
from regional.workspace.workspace import open_workspace
from tests.security import evil_files

LIST = [{"naam": "De Kring", "plaats": "Kerkrade"}, {"naam": "Studio Zuid", "plaats": "Urk"}]
MANIFEST = "manifest.json"


@pytest.fixture
def kept(tmp_path):
    """A workspace with a list and an action, and what it holds."""
    workspace = open_workspace(f"sqlite:///{tmp_path.as_posix()}/kept.db")
    workspace.versions.keep(LIST, "Eerste")
    workspace.actions.add(Action(title="Bel de bibliotheek"))
    yield workspace
    workspace.close()


def holds(workspace):
    return [r.cells for r in workspace.versions.rows()], workspace.versions.list(), workspace.actions.list()


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def signed(files, **changes):
    """A backup of these files with a manifest that fits them."""
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in files.items() if name != MANIFEST}
    manifest = json.loads(files[MANIFEST]) | {"sha256": sums} | changes
    return evil_files.zipped({**files, MANIFEST: json.dumps(manifest).encode()})


def with_table(files, name, content):
    return signed({**files, f"tables/{name}.json": content})


def changed_rows(files, name, **values):
    rows = [row | values for row in json.loads(files[f"tables/{name}.json"])]
    assert rows
    return with_table(files, name, json.dumps(rows).encode())


def broken_stream(files):
    """A zip of which the packed bytes of a table are no packed bytes any more."""
    data = bytearray(signed(files))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        info = archive.getinfo("tables/actions.json")
    start = info.header_offset + 30 + len(info.filename)
    data[start : start + 8] = b"\xff" * 8
    return bytes(data)


def lying(files):
    """A zip of which the directory says that a table is small, with a checksum of just that."""
    told = b"[]"
    data = bytearray(signed({**files, "tables/actions.json": told + b" " * 50_000_000}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        info = archive.getinfo("tables/actions.json")
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"tables/actions.json"))
    for place in (info.header_offset + 14, at + 16):
        struct.pack_into("<I", data, place, zlib.crc32(told))
    for place in (info.header_offset + 22, at + 24):
        struct.pack_into("<I", data, place, len(told))
    return bytes(data)


BAD = {
    "nothing": lambda files: b"",
    "no zip": lambda files: b"hello" * 100,
    "cut off": lambda files: signed(files)[:-200],
    "a zip of something else": lambda files: evil_files.workbook(evil_files.sheet(evil_files.PLAIN)),
    "a backup in a backup": lambda files: evil_files.zipped({"backup.zip": signed(files)}),
    "packed bytes overwritten": broken_stream,
    "a directory that lies": lying,
    "much more than it should hold": lambda files: with_table(files, "actions", b" " * (backup.MAX_UNPACKED + 1)),
    "no json": lambda files: with_table(files, "actions", b"{"),
    "lists in lists in lists": lambda files: with_table(files, "actions", b"[" * 200_000 + b"]" * 200_000),
    "a number of 5,000 figures": lambda files: with_table(files, "actions", b'[{"id": 1' + b"0" * 5_000 + b"}]"),
    "a number too large to keep": lambda files: changed_rows(files, "versions", number=10**30),
    "not a number": lambda files: changed_rows(files, "versions", number=float("nan")),
    "words for a number": lambda files: changed_rows(files, "versions", partners="many"),
    "a list for a row": lambda files: with_table(files, "actions", b"[[1, 2]]"),
    "one row for all": lambda files: with_table(files, "actions", b'{"id": 1}'),
    "a column we do not have": lambda files: changed_rows(files, "actions", evil="x"),
    "no date": lambda files: changed_rows(files, "versions", at="yesterday"),
    "a list for a manifest": lambda files: evil_files.zipped({**files, MANIFEST: b"[]"}),
    "names without checksums": lambda files: signed(files, sha256=["tables/actions.json"]),
    "no checksums": lambda files: signed(files, sha256=None),
    "a file that is not there": lambda files: signed(files, sha256={"../../etc/passwd": "0" * 64}),
    "tomorrow's format": lambda files: signed(files, format=99),
    "a schema of nobody": lambda files: signed(files, schema="../../etc/passwd"),
    "a schema that is no text": lambda files: signed(files, schema={"a": 1}),
    "made at no time": lambda files: signed(files, made_at="9999-99-99"),
    "a table twice too few": lambda files: signed({k: v for k, v in files.items() if "versions" not in k}),
}


@pytest.mark.parametrize("kind", sorted(BAD))
def test_what_is_no_good_backup_changes_nothing_and_says_why(kept, kind):
    before, evil = holds(kept), BAD[kind](parts(kept.backup()))
    with pytest.raises(WorkspaceError) as refused:
        kept.restore_backup(evil)
    assert holds(kept) == before
    for language in ("nl", "en"):
        assert len(texts(language)(refused.value.message)) > 20


@pytest.mark.parametrize(
    "name", ["../../evil.txt", "/tmp/evil.txt", "..\\evil.txt", "C:\\evil.txt", "tables/../../evil.txt"]
)
def test_a_name_inside_a_backup_is_no_place_on_disk(kept, name, tmp_path, monkeypatch):
    (tmp_path / "here" / "deeper").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here" / "deeper")
    files = parts(kept.backup()) | {name: b"[]"}
    before = sorted(tmp_path.rglob("*"))
    kept.restore_backup(signed(files))
    assert sorted(tmp_path.rglob("*")) == before


def test_a_good_backup_comes_back(kept):
    """The files above are refused for what is wrong with them, not for how they were made."""
    before, files = holds(kept), parts(kept.backup())
    kept.actions.add(Action(title="Later"))
    kept.restore_backup(signed(files))
    assert holds(kept) == before

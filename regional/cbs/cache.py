"""Tables fetched earlier, kept on this machine: Parquet with a JSON sidecar that says what it is.

The sidecar names its Parquet file and holds its hash, and is replaced in one step after that file is
complete: a reader needs no lock and never meets half a table. Fetching is guarded by a lock a table, so
that two processes may share the folder. Whatever is damaged counts as not there.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import hashlib
import io
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd
    from filelock import FileLock

SCHEMA = 1
CACHE_VARIABLE = "PARTNERSPIEGEL_CACHE"
State = tuple[str, tuple[tuple[str, int, int], ...]]


@dataclass(frozen=True)
class Entry:
    """The sidecar of one kept table.

    ``period`` and ``modified`` are CBS's own words (TableInfos of v3), ``modified_v4`` those of its newer service, each
    empty where that was not asked or did not answer; ``service`` says which of them the figures are from: "v3", "v4" or
    "v3+v4". ``columns`` is a fingerprint of what was asked for; ``file`` and ``digest`` (SHA-256) name and check the
    Parquet file.
    """

    table: str
    title: str
    period: str
    modified: str
    address: str
    rows: int
    retrieved: dt.datetime
    columns: str
    file: str = ""
    digest: str = ""
    schema: int = SCHEMA
    service: str = "v3"
    modified_v4: str = ""

    def to_json(self) -> str:
        """Return the sidecar as it is kept."""
        return json.dumps({**dataclasses.asdict(self), "retrieved": self.retrieved.isoformat()}, indent=1)

    @classmethod
    def from_json(cls, text: str | bytes) -> Entry:
        """Read a sidecar; ValueError, KeyError or TypeError where ``text`` is not one of this schema."""
        try:
            raw = json.loads(text)
        except RecursionError as error:
            raise ValueError("a sidecar that is nested without end") from error
        if raw["schema"] != SCHEMA or Path(raw["file"]).name != raw["file"]:
            raise ValueError("a sidecar of another schema")
        return cls(**{**raw, "retrieved": dt.datetime.fromisoformat(raw["retrieved"])})


def folder() -> Path:
    """Return where tables are kept: PARTNERSPIEGEL_CACHE, or the user's cache folder."""
    chosen = os.environ.get(CACHE_VARIABLE)
    if chosen:
        return Path(chosen) / "cbs"
    from platformdirs import user_cache_path

    return user_cache_path("partnerspiegel", appauthor=False) / "cbs"


def state() -> State:
    """Return something that changes whenever a kept table does: folder, and each sidecar's name, time and size."""
    where = folder()
    try:
        with os.scandir(where) as files:
            found = [(f.name, f.stat()) for f in files if f.name.endswith(".json")]
    except OSError:
        found = []
    return str(where), tuple(sorted((name, stat.st_mtime_ns, stat.st_size) for name, stat in found))


def read(table: str) -> tuple[Entry, pd.DataFrame] | None:
    """Return a kept table with its sidecar; None where it is not there, damaged or of another schema."""
    # between reading the sidecar and its file another process may have replaced both: look again
    for _ in range(5):
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            entry = Entry.from_json(_sidecar(table).read_bytes())
            return entry, _frame((folder() / entry.file).read_bytes(), entry.digest)
    return None


def kept() -> list[str]:
    """Return the identifiers of the tables whose sidecar is here."""
    return [name.removesuffix(".json") for name, _, _ in state()[1]]


def withdrawn() -> frozenset[str]:
    """Return the tables of which the user was told that CBS withdrew them."""
    return frozenset(path.stem for path in folder().glob("*.withdrawn"))


def mark_withdrawn(table: str) -> None:
    """Remember that the user was told; a table that comes back is fetched all the same. OSError where it cannot be."""
    folder().mkdir(parents=True, exist_ok=True)
    (folder() / f"{table}.withdrawn").touch()


def keep(entry: Entry, frame: pd.DataFrame) -> Entry:
    """Keep a table; the old copy serves until the new one is complete. OSError where the disk refuses."""
    buffer = io.BytesIO()
    frame.to_parquet(buffer, index=False)
    content = buffer.getvalue()
    digest = hashlib.sha256(content).hexdigest()
    entry = dataclasses.replace(entry, rows=len(frame), digest=digest, file=f"{entry.table}.{digest[:12]}.parquet")
    folder().mkdir(parents=True, exist_ok=True)
    _write(folder() / entry.file, content)
    _write(_sidecar(entry.table), entry.to_json().encode())
    for old in folder().glob(f"{entry.table}.*.parquet"):
        if old.name != entry.file:
            with contextlib.suppress(OSError):  # still open in another process on Windows: the next fetch removes it
                old.unlink()
    return entry


def lock(table: str) -> FileLock:
    """Return the lock that is held while ``table`` is fetched. OSError where the folder cannot be made."""
    from filelock import FileLock

    folder().mkdir(parents=True, exist_ok=True)
    return FileLock(folder() / f"{table}.lock")


def _sidecar(table: str) -> Path:
    return folder() / f"{table}.json"


def _frame(content: bytes, digest: str) -> pd.DataFrame:
    import pandas as pd

    if hashlib.sha256(content).hexdigest() != digest:
        raise ValueError("the file is damaged")
    return pd.read_parquet(io.BytesIO(content))


def _write(path: Path, content: bytes) -> None:
    """Write a file in one step: whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise

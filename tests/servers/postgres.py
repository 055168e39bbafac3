"""A real PostgreSQL server on loopback, in a temporary folder, that forgets everything when the tests end."""

from __future__ import annotations

import itertools
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=16MB", "max_connections=50",
        "autovacuum=off", "wal_level=minimal", "max_wal_senders=0")  # fmt: skip
"""Nothing here has to survive."""


class PostgresServer:
    """A running server; ``create`` makes databases in it."""

    def __init__(self, port: int, data: Path) -> None:
        self.port = port
        self.data = data
        self._numbers = itertools.count(1)

    def url(self, name: str = "postgres") -> str:
        """Return what PARTNERSPIEGEL_DB is to hold."""
        return f"postgresql://museum@127.0.0.1:{self.port}/{name}"

    def create(self, template: str = "template0") -> str:
        """Make a database, as a copy of ``template``, and return its name."""
        import psycopg

        name = f"museum_{next(self._numbers)}"
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        return name


@contextmanager
def postgres() -> Iterator[PostgresServer]:
    """Start a server on a free port and stop it at the end. Fails, and does not skip, where no PostgreSQL is found."""
    folder = binaries()
    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as place:
        data, port = Path(place) / "data", _free_port()
        user = _user(Path(place))
        _run(user, folder / "initdb", "-D", data, "-U", "museum", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        settings = " ".join(f"-c {setting}" for setting in (*FAST, "listen_addresses=127.0.0.1",
                                                            "unix_socket_directories="))  # fmt: skip
        log = Path(place) / "log"
        _run(user, folder / "pg_ctl", "-D", data, "-w", "-l", log, "-o", f"-p {port} {settings}", "start")
        try:
            yield PostgresServer(port, data)
        finally:
            _run(user, folder / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def binaries() -> Path:
    """Return the folder with initdb and pg_ctl: that of POSTGRES_BIN, of PATH, or Debian's newest."""
    named = os.environ.get("POSTGRES_BIN")
    on_path = shutil.which("initdb")
    # A link on the PATH may stand apart from the programs that initdb needs beside it.
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: float(p.parent.name), reverse=True)
    candidates = [*([Path(named)] if named else []), *([Path(on_path).resolve().parent] if on_path else []), *debian]
    for folder in candidates:
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    raise AssertionError("no PostgreSQL here: run `make test`, or set POSTGRES_BIN to the folder that holds initdb")


def _user(place: Path) -> list[str]:
    """Return what runs a command as somebody else where we are root, whom PostgreSQL refuses; the place is theirs."""
    if os.name == "nt" or os.geteuid() != 0:
        return []
    import pwd

    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = names.get("postgres") or names["nobody"]
    os.chown(place, entry.pw_uid, entry.pw_gid)
    return ["setpriv", f"--reuid={entry.pw_uid}", f"--regid={entry.pw_gid}", "--clear-groups"]


def _run(user: list[str], *command: object) -> None:
    # The server must not hold the pipes of pytest open, so its output goes nowhere; its log says what went wrong.
    done = subprocess.run([*user, *map(str, command)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE if "initdb" in str(command[0]) else subprocess.DEVNULL,
                          timeout=60, cwd="/" if os.name != "nt" else None, check=False)  # fmt: skip
    assert done.returncode == 0, f"{command[0]}: {(done.stderr or b'').decode(errors='replace')}"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

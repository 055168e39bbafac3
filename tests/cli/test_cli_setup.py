"""Setting up asks once for newer figures, in a process of its own that ends by itself and never fails."""

import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from regional.cbs import cache
from regional.geo import pdok
from tests.servers.cbs import cbs_server

ROOT = Path(__file__).parents[2]
PATIENT = "import sys; from regional.cli import setting_up as s; s.SILENCE, s.LONGEST = {}, {}; " \
          "from regional.geo import pdok; pdok.ATTEMPTS = 1; " \
          "from regional.cli.main import main; sys.exit(main(['pull', '--setup']))"  # fmt: skip


def set_up(silence=10.0, longest=60.0, **changes):
    """Run the command with other limits and return its end."""
    return subprocess.run(
        [sys.executable, "-c", PATIENT.format(silence, longest)],
        capture_output=True, text=True, timeout=600, cwd=ROOT, env={**os.environ, **changes},
    )  # fmt: skip


@pytest.fixture
def hole():
    """An address that takes a connection and never says a byte."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}"


@pytest.fixture
def drip():
    """An address that sends a byte every half second and never comes to an end."""
    server = socket.create_server(("127.0.0.1", 0), backlog=64)

    def feed(connection):
        try:
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n")
            while True:
                connection.sendall(b" ")
                time.sleep(0.5)
        except OSError:
            connection.close()

    def accept():
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            threading.Thread(target=feed, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    yield f"http://127.0.0.1:{server.getsockname()[1]}"
    server.close()


def test_what_cbs_has_is_there_when_the_app_opens():
    with cbs_server():
        end = set_up(silence=300.0, longest=300.0, PDOK_URL="http://127.0.0.1:9", PDOK_WFS_URL="http://127.0.0.1:9")
    assert end.returncode == 0
    assert "Kerncijfers wijken en buurten 2026 (86358NED): opgehaald, 342 rijen." in end.stdout
    assert cache.read("86358NED") is not None


def test_a_black_hole_ends_after_so_long_without_a_byte(hole):
    end = set_up(silence=2.0, CBS_URL=hole, PDOK_URL=hole, PDOK_WFS_URL=hole)
    assert (end.returncode, end.stderr) == (0, "")
    assert end.stdout.splitlines()[-1].startswith("Het CBS of PDOK deed er te lang over.")


def test_bytes_without_end_do_end(drip):
    end = set_up(silence=30.0, longest=3.0, CBS_URL=drip, PDOK_URL=drip, PDOK_WFS_URL=drip)
    assert end.returncode == 0
    assert "deed er te lang over" in end.stdout


def test_nobody_at_the_address_is_no_error_of_setting_up():
    end = set_up(**dict.fromkeys(("CBS_URL", "PDOK_URL", "PDOK_WFS_URL"), "http://127.0.0.1:9"))
    assert end.returncode == 0
    assert "Traceback" not in end.stdout + end.stderr


@pytest.mark.parametrize(("offline", "asks"), [("1", False), ("true", False), ("0", True), ("", True)])
def test_make_asks_once_unless_it_is_told_to_stay_offline(tmp_path, offline, asks):
    venv = tmp_path / "venv"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/called\nexit 3\n')
    (venv / "bin" / "python").chmod(0o755)
    for stamp in ("base.stamp", "run.stamp"):
        (venv / stamp).touch()
    for _ in range(2):
        subprocess.run(["make", "-s", f"VENV={venv}", f"OFFLINE={offline}", "-o", f"{venv}/run.stamp",
                        f"{venv}/figures.stamp"], check=True, cwd=ROOT, capture_output=True)  # fmt: skip
    called = (tmp_path / "called").read_text().splitlines() if (tmp_path / "called").exists() else []
    assert called == (["-m regional pull --setup"] if asks else [])


def test_quiet_says_only_what_failed(cbs, capsys, monkeypatch):
    from regional.cli.main import main

    monkeypatch.setenv("PDOK_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("PDOK_WFS_URL", "http://127.0.0.1:9")
    monkeypatch.setattr(pdok, "ATTEMPTS", 1)
    assert main(["pull", "--quiet"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert "Grenzen" in line


@pytest.fixture
def cbs():
    with cbs_server() as server:
        yield server

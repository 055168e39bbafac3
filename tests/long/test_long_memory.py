"""A thousand visitors, one after the other, leave the server as large as the first two hundred did."""

import asyncio
from pathlib import Path

from bench.bench_rerun import Client
from regional.ui.router import MENU
from tests.e2e.harness import serve

SESSIONS, WARM = 1_000, 200
ROOM = 40
"""MB: what one visitor leaves behind is seen from 50 kB on."""


async def visit(address, sessions):
    for number in range(sessions):
        async with Client(address, MENU[number % len(MENU)][0]):
            pass


def server_of(address):
    """Return the folder of facts about the process that serves an address."""
    wanted = f"\0--server.port\0{address.rpartition(':')[2]}\0".encode()
    return next(folder for folder in Path("/proc").glob("[0-9]*") if wanted in (folder / "cmdline").read_bytes())


def megabytes(process):
    (line,) = [line for line in (process / "status").read_text().splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1]) / 1024


def test_memory_stays_flat_over_a_thousand_sessions(tmp_path):
    with serve(tmp_path) as address:
        process = server_of(address)
        asyncio.run(visit(address, WARM))
        warm = megabytes(process)
        asyncio.run(visit(address, SESSIONS - WARM))
        after = megabytes(process)
        print(f"{warm:.0f} MB after {WARM} sessions, {after:.0f} MB after {SESSIONS}")
        assert after < warm + ROOM

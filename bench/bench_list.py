"""A list of 50,000 rows: seconds, memory inside and outside, and how long others in the process wait meanwhile.

Two lists: one as lists are, with words in every third cell that nobody knows, and one with another unknown word in
every cell. Targets on an idle machine of two cores: 15 seconds, 300 MB in each process apart, 150 MB more in this one,
and whoever wants the interpreter has it within 0.1 s in 95 of 100 cases. One row too many is refused within a second.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from regional.files.reader import MAX_ROWS  # noqa: E402
from regional.partners.apart import read_apart  # noqa: E402

SECONDS, OUTSIDE, INSIDE, WAIT, REFUSED = 15.0, 300.0, 150.0, 0.1, 1.0
HEADINGS = "naam;plaats;soort;werkgebied;sector;bedrag;sinds;omvang;rechtsvorm;vooral_voor;bereikt_ook;fase"
TICK = 0.01


def usual(i: int) -> str:
    """Return a row of a list as it is, with some words that nobody knows."""
    name = ("Stichting", "Vereniging", "Basisschool", "Bakkerij", "Fonds", "Koor", "Buurtcentrum")[i % 7]
    whose = ("De Kring", "Sint Jan", "Jansen", "Blorf")[i % 4]
    place = ("Kerkrade", "Heerlen", "Nergenshuizen", "Bergen", "Maastricht", "Blorf")[i % 6]
    kind, whom = ("fonds", "sponsor", "blorf", "rare soort")[i % 4], ("65+", "jongeren", "blorf")[i % 3]
    sector, form = ("cultuur", "zorg", "blorf")[i % 3], ("stichting", "bv", "blorf")[i % 3]
    area, stage = ("regio", "x", "Heerlen")[i % 3], ("", "x")[i % 2]
    return (
        f"{name} {whose} {i};{place};{kind};{area};{sector};{i * 10};{1990 + i % 30};{i % 300};{form};{whom};;{stage}"
    )


def odd(i: int) -> str:
    """Return a row with an unknown word of its own in every cell."""
    words = ("Plaatsing", "blorf", "gebied", "sectie", "veel", "ooit", "groot", "vorm", "groep", "anderen", "fase")
    return ";".join([f"Organisatie {i} Blorf", *(f"{word} {i}" for word in words)])


class Watch:
    """What is seen while something runs: memory in MB, here and in processes that it starts, and waits in seconds."""

    def __init__(self) -> None:
        self.before, self.most, self.outside = _resident(), 0.0, dict[int, float]()
        self.waits = list[float]()
        self._ended = threading.Event()

    @contextmanager
    def on(self) -> Iterator[None]:
        """Look every few milliseconds."""
        threads = [threading.Thread(target=work) for work in (self._memory, self._patience)]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self._ended.set()
            for thread in threads:
                thread.join()

    def _memory(self) -> None:
        while not self._ended.wait(0.05):
            self.most = max(self.most, _resident())
            for child in _children():
                self.outside[child] = _of(child, "VmHWM") or self.outside.get(child, 0.0)

    def _patience(self) -> None:
        while not self._ended.is_set():
            asked = time.perf_counter()
            time.sleep(TICK)
            self.waits.append(time.perf_counter() - asked - TICK)


def _of(process: int | str, what: str) -> float:
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    except OSError:  # it ended meanwhile
        return 0.0
    return next((int(line.split()[1]) / 1e3 for line in lines if line.startswith(what)), 0.0)


def _resident() -> float:
    return _of("self", "VmRSS")


def _children() -> list[int]:
    found = [path.read_text(encoding="ascii") for path in Path("/proc/self/task").glob("*/children")]
    return [int(child) for line in found for child in line.split()]


def told(what: str, value: float, target: float, unit: str) -> bool:
    """Print a figure; True where it is at most the target."""
    print(f"   {what}: {value:.2f} {unit} (target {target:g}){'' if value <= target else '  MISSED'}")
    return value <= target


def measured(title: str, data: bytes) -> bool:
    """Read a list apart; True where every target is met."""
    watch, began = Watch(), time.perf_counter()
    used = os.times()
    with watch.on():
        result = read_apart(data, told=lambda done: None)
    taken, now = time.perf_counter() - began, os.times()
    work = now.children_user + now.children_system - used.children_user - used.children_system
    print(f"{title}: {result.kept:,} partners, {work:.1f} s of work outside")
    return all([
        told("taken", taken, SECONDS, "s"),
        told("most memory outside", max(watch.outside.values(), default=0.0), OUTSIDE, "MB"),
        told("most memory more inside", watch.most - watch.before, INSIDE, "MB"),
        told("wait of others, 95 of 100", float(np.quantile(watch.waits, 0.95)), WAIT, "s"),
    ])  # fmt: skip


def refused() -> bool:
    """Read one row too many; True where it is refused at once."""
    data = "\n".join([HEADINGS, *map(odd, range(MAX_ROWS + 1))]).encode()
    began = time.perf_counter()
    result = read_apart(data)
    print(f"{MAX_ROWS + 1:,} rows: {result.problems[0].code}")
    return told("taken", time.perf_counter() - began, REFUSED, "s") and not result.kept


def main() -> int:
    """Return 0 where every target is met."""
    read_apart("\n".join([HEADINGS, *map(usual, range(20))]).encode())
    lists = {title: "\n".join([HEADINGS, *map(row, range(MAX_ROWS - 1))]).encode()
             for title, row in (("a list as lists are", usual), ("an unknown word in every cell", odd))}  # fmt: skip
    fine = [measured(title, data) for title, data in lists.items()]
    return 0 if all([*fine, refused()]) else 1


if __name__ == "__main__":
    sys.exit(main())

"""A long list costs little: work once for each name, and no library in the process that reads it but what it needs."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from regional.files.sheets import Sheet
from regional.partners import apart, seat
from regional.partners.frame import Rows
from regional.partners.organisations import persons, rules
from regional.partners.places import tables
from regional.partners.read import rows_of

ROOT = Path(__file__).parents[2]
NAMES = 40
ROWS = [(1, ("naam", "plaats", "soort")),
        *((i, (f"Stichting Kring {i % NAMES}", "Nergenshuizen", f"blorf {i}")) for i in range(2, 402))]  # fmt: skip


@pytest.fixture
def looks(monkeypatch):
    """Count how often a name is gone through, and near places are sought."""
    counted = Counter()

    def count(module, name):
        done = getattr(module, name)
        monkeypatch.setattr(module, name, lambda *given: (counted.update([name]), done(*given))[1])

    count(rules, "_parts_in")
    count(seat, "near")
    for remembered in (rules.recognise, persons.looks_like_a_person):
        remembered.cache_clear()
    return counted


def test_a_name_is_looked_at_once_however_many_rows_and_fields_ask(looks):
    made = Rows()
    rows_of(made, [Sheet("", tuple(ROWS))])
    assert len(made) == len(ROWS) - 1
    assert looks == {"_parts_in": NAMES, "near": 1}


def test_the_process_that_reads_rows_does_without_the_library_of_tables():
    begun = json.dumps({"how": {}, "tables": tables.every()})
    read = json.dumps([{"name": "", "hidden": False, "notes": [], "rows": ROWS}])
    code = (
        "import sys; from regional.partners.apart import work; work(sys.stdin.buffer.read(), lambda done: None);"
        "print([name for name in ('pandas', 'pyarrow', 'numpy', 'streamlit') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, input=f"{begun}\n{read}".encode(), capture_output=True
    )
    assert done.stdout.decode().strip() == "[]", done.stderr.decode()[-500:]


def test_partners_are_packed_while_they_are_made(monkeypatch):
    held = []

    class Watched(apart._Packed):
        def add(self, partner):
            super().add(partner)
            held.append(len(self.partners))

    monkeypatch.setattr(apart, "AT_ONCE", 10)
    made = Watched()
    answer = b"".join(made.pieces(rows_of(made, [Sheet("", tuple(ROWS))])))
    assert max(held) < 10
    assert apart._put_together(apart._read(answer), "lijst").kept == len(ROWS) - 1

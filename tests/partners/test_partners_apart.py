"""A long list is read in a process of its own, and comes out the same."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from regional.files.process import TooLargeError
from regional.files.sheets import sheet_bytes
from regional.partners import apart
from regional.partners.frame import empty_portfolio
from regional.partners.read import read_partners
from regional.texts import texts

ROOT = Path(__file__).parents[2]
LIST = "naam;plaats;soort;vooral_voor;sinds;bedrag\n" + "".join(
    f"Stichting {i};{place};{kind};{whom};{2000 + i};{i}00\n"
    for i, (place, kind, whom) in enumerate([("Kerkrade", "fonds", "65+"), ("Bergen", "blorf", "scholieren"),
                                             ("Nergenshuizen", "", ""), ("", "sponsor", "gezinnen met kinderen")])
)  # fmt: skip


def test_what_another_process_reads_is_the_same_to_the_letter(monkeypatch):
    monkeypatch.setattr(apart, "LONG", 0)
    here, there = read_partners(LIST.encode(), "lijst.csv"), apart.read_apart(LIST.encode(), "lijst.csv")
    pd.testing.assert_frame_equal(there.portfolio.frame, here.portfolio.frame)
    pd.testing.assert_frame_equal(there.portfolio.states, here.portfolio.states)
    for theme, shares in here.portfolio.shares.items():
        pd.testing.assert_frame_equal(there.portfolio.shares[theme], shares)
    assert there.portfolio.digest == here.portfolio.digest
    none = empty_portfolio()
    assert replace(there, portfolio=none) == replace(here, portfolio=none, gathered=())
    assert apart.read_sheets_apart(sheet_bytes(there.in_hand), "lijst.csv").portfolio.digest == here.portfolio.digest


def test_a_list_that_asks_too_much_of_that_process_is_told(monkeypatch):
    monkeypatch.setattr(apart, "LONG", 0)
    monkeypatch.setattr(apart, "sheets_of", lambda data, told: b"[]")

    def ended(*args, **more):
        raise TooLargeError

    monkeypatch.setattr(apart, "apart", ended)
    result = apart.read_apart(LIST.encode())
    assert result.kept == 0
    assert "te groot" in texts("nl")(result.problems[0].what)


def test_a_list_that_outgrows_its_memory_is_given_up_on_the_way(monkeypatch):
    monkeypatch.setattr(apart, "RESIDENT", 1)
    sheet = b'[{"name": "", "hidden": false, "notes": [], "rows": [[1, ["naam"]], [2, ["De Kring"]]]}]'
    with pytest.raises(TooLargeError):
        apart.work(b'{"how": {}, "tables": {}}\n' + sheet, lambda done: None)


def test_memory_of_the_process_that_starts_it_does_not_count():
    held = b"x" * 300_000_000
    code = "from regional.partners import apart; print(apart._resident())"
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(found.stdout) < len(held)

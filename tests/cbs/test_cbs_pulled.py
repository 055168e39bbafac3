"""How a fetch ended, in words and as an exit code."""

import pytest

from regional.cbs.pull import PullReport, TableReport
from regional.cli.main import main
from regional.geo.boundaries import BoundariesReport
from regional.geo.pull_outcome import boundaries_line, is_fine, table_lines
from regional.texts import Message, texts
from tests.servers.pdok import pdok_server

PROBLEM = Message.of("CBS did not answer in time.")
NL, EN = texts("nl"), texts("en")


def tables(*statuses, rows=342):
    return PullReport(tuple(
        TableReport("1NED", "Tabel", status, rows, problem=PROBLEM if status == "failed" else None)
        for status in statuses
    ))  # fmt: skip


def test_every_ending_of_a_table_has_its_line():
    assert table_lines(tables("fetched", "unchanged", "cancelled", "failed"), NL) == [
        "Tabel: opgehaald, 342 rijen.",
        "Tabel: bij het CBS niet veranderd, niets opgehaald.",
        "Tabel: gestopt. Wat er was, blijft.",
        "Tabel: Het CBS gaf niet op tijd antwoord.",
    ]


def test_rows_are_written_in_the_readers_form():
    assert table_lines(tables("fetched", rows=1026), NL) == ["Tabel: opgehaald, 1.026 rijen."]
    assert table_lines(tables("fetched", rows=1026), EN) == ["Tabel: fetched, 1,026 rows."]


@pytest.mark.parametrize(("report", "line"), [
    (BoundariesReport(True, 2025, 342), "Grenzen van 2025: opgehaald, 342 gemeenten."),
    (BoundariesReport(False, 2025, cancelled=True), "Grenzen van 2025: gestopt. Wat er was, blijft."),
    (BoundariesReport(False, 2025, problem=Message.of("PDOK's answer does not come to an end.")),
     "Grenzen van 2025: Het antwoord van PDOK houdt niet op. De kaart blijft zoals hij was."),
])  # fmt: skip
def test_every_ending_of_the_boundaries_has_its_line(report, line):
    assert boundaries_line(report, NL) == line


@pytest.mark.parametrize(("statuses", "boundaries", "fine"), [
    (("fetched", "unchanged"), BoundariesReport(True, 2025, 342), True),
    (("fetched", "cancelled"), BoundariesReport(False, 2025, cancelled=True), True),
    (("fetched", "failed"), BoundariesReport(True, 2025, 342), False),
    (("fetched", "fetched"), BoundariesReport(False, 2025, problem=PROBLEM), False),
])  # fmt: skip
def test_only_what_failed_is_not_fine(statuses, boundaries, fine):
    assert is_fine(tables(*statuses), boundaries) is fine


def test_the_command_line_tells_each_table_and_exits_with_1_where_one_failed(cbs, capsys, monkeypatch):
    with pdok_server([]) as pdok:
        pdok.faults, pdok.always = ["404"], True
        monkeypatch.setenv("PDOK_URL", pdok.url)
        assert main(["pull"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Kerncijfers wijken en buurten 2026 (86358NED): opgehaald, 342 rijen."
    assert len(lines) == 10
    assert lines[-1].startswith("Grenzen van 2026: PDOK weigerde de vraag (status 404).")
    assert lines[-1].endswith("De kaart blijft zoals hij was.")

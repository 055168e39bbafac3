"""The command line: the same product without a screen, with stable exit codes and JSON."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from regional.cli.main import main
from regional.geo import pdok
from tests.servers.cbs import cbs_server

ROOT = Path(__file__).parents[2]
SAMPLE = str(ROOT / "data" / "sample" / "partners.csv")
BARE = str(ROOT / "data" / "sample" / "kale-lijst.csv")
PARKSTAD = "GM0882,GM0899,GM0917,GM0928,GM0965,GM0986,GM1954"


def run(capsys, *arguments):
    code = main(arguments)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_check_of_a_good_file_is_fine(capsys):
    code, out, _ = run(capsys, "check", BARE)
    assert code == 0
    assert "60 van 60 rijen" in out
    assert "contactpersoon en e-mail" in out


def test_check_tells_every_error_with_its_row_and_exits_with_1(capsys, tmp_path):
    file = tmp_path / "list.csv"
    file.write_text("naam;bedrag\nEen;-5\n;10\n", encoding="utf-8")
    code, out, _ = run(capsys, "check", str(file), "--lang", "en")
    assert code == 1
    assert "row 2" in out
    assert "row 3" in out


def test_a_file_that_is_not_there_is_wrong_use(capsys):
    code, _, err = run(capsys, "check", "nowhere.csv")
    assert code == 2
    assert "nowhere.csv" in err


def test_a_region_that_does_not_exist_is_wrong_use_and_told(capsys):
    code, _, err = run(capsys, "reflect", SAMPLE, "--region", "GM9999")
    assert code == 2
    assert "GM9999" in err


def test_no_command_is_wrong_use():
    with pytest.raises(SystemExit) as ended:
        main([])
    assert ended.value.code == 2


def test_reflect_json_has_the_promised_shape(capsys):
    code, out, _ = run(capsys, "reflect", SAMPLE, "--region", PARKSTAD, "--json")
    mirror = json.loads(out)
    assert code == 0
    assert {"schema", "settings", "region", "partners", "dimensions", "reach"} <= mirror.keys()
    assert mirror["region"]["inhabitants"] == 256180
    assert {"n", "in_region", "elsewhere", "abroad", "unknown_place", "amount"} <= mirror["partners"].keys()
    assert {"in", "out", "unknown"} <= mirror["partners"]["amount"].keys()
    location = mirror["dimensions"][0]
    assert location["id"] == "location"
    promised = {
        "id",
        "role",
        "kind",
        "base",
        "source",
        "year",
        "precision",
        "n_known",
        "n_unknown",
        "effective_n",
        "groups",
    }
    assert promised <= location.keys()
    group = {"id", "region_share", "partner_share", "count", "gap", "ratio", "band", "bounds", "p", "status"}
    assert all(group <= found.keys() for found in location["groups"])
    assert {found["id"] for found in location["groups"]} == set(PARKSTAD.split(","))
    assert {"id", "inhabitants", "main", "also"} <= mirror["reach"][0].keys()


def test_reflect_ids_are_the_promised_ones(capsys):
    _, out, _ = run(capsys, "reflect", SAMPLE, "--region", "CR39", "--json", "--with-origin")
    ids = {dimension["id"] for dimension in json.loads(out)["dimensions"]}
    assert ids == {"location", "urbanity", "sector", "age", "sex", "education", "income", "origin", "birth_origin",
                   "household", "kind", "size", "how_found", "stage"}  # fmt: skip


def test_origin_is_absent_unless_asked_for(capsys):
    _, out, _ = run(capsys, "reflect", SAMPLE, "--region", "CR39", "--json")
    assert not {"origin", "birth_origin"} & {dimension["id"] for dimension in json.loads(out)["dimensions"]}


@pytest.mark.parametrize("weight", ["money_in", "money_out"])
def test_reflect_by_money(capsys, weight):
    _, out, _ = run(capsys, "reflect", SAMPLE, "--region", "CR39", "--weight", weight, "--json")
    mirror = json.loads(out)
    assert mirror["settings"]["weight"] == weight
    assert mirror["dimensions"][0]["effective_n"] < mirror["partners"]["n"]


def test_reflect_in_words_speaks_dutch(capsys):
    code, out, _ = run(capsys, "reflect", SAMPLE, "--region", "CR39")
    assert code == 0
    assert "partners" in out
    assert "PLAATS" in out


def test_the_module_runs_as_a_program():
    done = subprocess.run([sys.executable, "-m", "regional", "check", BARE], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0


def test_pull_tells_how_each_table_ended_and_fails_where_one_failed(capsys, monkeypatch):
    monkeypatch.setattr(pdok, "ATTEMPTS", 1)
    with cbs_server():
        code, out, _ = run(capsys, "pull")
    # PDOK is not there in this test: the tables are fetched, the boundaries are told to have failed.
    assert code == 1
    assert "opgehaald" in out
    assert "PDOK" in out


def test_a_reader_that_has_seen_enough_gets_no_traceback():
    command = [sys.executable, "-m", "regional", "reflect", BARE, "--region", "CR39", "--json"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    assert b"Traceback" not in process.stderr.read()
    assert process.wait() == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("arguments", [["check", BARE], ["read", BARE, "--json"], ["--help"]])
def test_a_full_device_is_told_in_one_line(arguments):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([sys.executable, "-m", "regional", *arguments], cwd=ROOT, stdout=full,
                              stderr=subprocess.PIPE, text=True, check=False)  # fmt: skip
    assert (done.returncode, done.stderr) == (
        1, "Er is geen plaats meer om dit te schrijven. Maak plaats en probeer het opnieuw.\n")  # fmt: skip


def test_a_report_and_a_publication_that_do_not_fit_are_told_in_one_line(capsys, tmp_path):
    for command, name in (("report", "a.csv"), ("publish", "a.json")):
        (tmp_path / name).symlink_to("/dev/full")
        code, _, told = run(capsys, command, BARE, "--region", "CR39", "--out", str(tmp_path / name))
        assert code == 2
        assert told.splitlines()[-1].startswith(f"{tmp_path / name} kan niet worden geschreven: ")


def test_what_a_library_prints_does_not_stand_between_our_lines():
    code = """
import os, runpy, sys
import regional.cli.main as cli
def main():
    os.write(1, b"NOISE")
    print("ours")
    return 0
cli.main = main
runpy.run_module("regional", run_name="__main__")
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert done.stdout == b"ours\n"

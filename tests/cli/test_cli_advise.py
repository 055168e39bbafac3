"""``python -m regional advise``: what a script relies on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from regional.cli.main import main

ROWS = "naam;status;plaats;soort\nA;actief;Heerlen;inhoudelijk\nC;mogelijk;Kerkrade;inhoudelijk\nE;mogelijk;Heerlen;\n"
REGION = ["--region", "GM0917,GM0928"]


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "partners.csv"
    path.write_text(ROWS, encoding="utf-8")
    return str(path)


def test_it_chooses_from_the_possible_partners_in_json(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["advise", file, *REGION, "-k", "1", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["chosen"] == ["C"]
    assert told["optimal"] is True


def test_too_many_wanted_is_told_with_exit_code_1(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["advise", file, *REGION, "-k", "5"]) == 1
    assert "5 partners" in capsys.readouterr().out


def test_candidates_come_from_another_file(file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "others.csv"
    other.write_text("naam;plaats\nZ;Kerkrade\n", encoding="utf-8")
    assert main(["advise", file, *REGION, "-k", "1", "--json", "--candidates", str(other)]) == 0
    assert json.loads(capsys.readouterr().out)["chosen"] == ["Z"]


def test_a_missing_file_is_wrong_use(tmp_path: Path) -> None:
    assert main(["advise", str(tmp_path / "none.csv"), *REGION, "-k", "1"]) == 2

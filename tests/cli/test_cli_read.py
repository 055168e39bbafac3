"""``python -m regional read``: what a script relies on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from regional.cli.main import main

LIST = """Subsidieregister 2025
Aanvrager;Vestigingsplaats;Type partner;Doelgroep;Jaar;Toegekend
Stichting De Kring;Heerlen;sponsor;senioren, iedereen;2023;1.250,50
Stichting De Kring;Heerlen;sponsor;senioren;2024;2.000,00
Muziekschool Het Huis;Kerkrade;;;2024;500,00
De Bron;Beek;leverancier;dorpsbewoners;2024;5,00
Totaal;;;;;3.755,50
"""


@pytest.fixture
def file(tmp_path: Path) -> str:
    (tmp_path / "lijst.csv").write_text(LIST, encoding="utf-8")
    return str(tmp_path / "lijst.csv")


@pytest.fixture
def told(file: str, capsys: pytest.CaptureFixture[str]) -> dict:
    assert main(["read", file, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_what_the_list_gives_stands_in_the_partner(told):
    kring = told["partners"][0]
    assert (kring["name"], kring["row"], kring["municipality"], kring["kinds"]) == (
        "Stichting De Kring", 3, "GM0917", ["funder"])  # fmt: skip
    assert (kring["amount"], kring["amounts"]) == (2000.0, {"2023": 1250.5, "2024": 2000.0})
    assert kring["mainly_for"] == ["age:65+", "everyone"]
    assert (kring["id"], kring["since"], kring["until"], kring["is_person"]) == (None, "2023-01-01", None, False)


def test_what_is_only_thought_stands_in_proposed_and_nowhere_else(told):
    kring, school = told["partners"][:2]
    assert (kring["legal_form"], kring["proposed"]["legal_form"]["value"]) == (None, "stichting")
    assert (school["kinds"], school["proposed"]["kinds"]["value"]) == ([], ["content"])


def test_what_names_and_lines_make_us_think_stands_beside_with_its_rule(tmp_path, capsys):
    rows = ("Bibliotheek Emmen;;", "Turkse Ouderenvereniging;;", "J. de Vries;tekenen met kinderen;",
            "De Werkplaats;schilderen met ouderen;", "Voedselbank Assen;;leverancier")  # fmt: skip
    (tmp_path / "lijst.csv").write_text("\n".join(["Naam;Project;Soort", *rows]), encoding="utf-8")
    assert main(["read", str(tmp_path / "lijst.csv"), "--json"]) == 0
    library, elderly, person, workshop, food = json.loads(capsys.readouterr().out)["partners"]
    assert library["proposed"]["serves"] == {
        "value": ["GM0114"], "rule": "library_area", "words": "Emmen", "grade": "rule"}  # fmt: skip
    assert elderly["proposed"]["mainly_for"]["value"] == workshop["proposed"]["mainly_for"]["value"] == ["age:65+"]
    assert (person["is_person"], person["proposed"]) == (True, {})
    assert food["proposed"]["mainly_for"]["value"] == ["income:lowest_40"]
    assert (food["kinds"], "kinds" in food["proposed"]) == (["supplier"], False)


def test_rows_questions_and_problems_say_where(told):
    assert told["schema"] == "partnerspiegel.read/1"
    assert (told["rows"]["read"], told["rows"]["kept"]) == (5, 3)
    assert told["rows"]["passed_over"] == [{"row": 7, "what": "Totaal", "why": "total"}]
    asked = {question["about"]: question for question in told["questions"]}
    assert (asked["place"]["values"], asked["place"]["rows"], asked["place"]["first"]) == (["Beek"], [6], None)
    assert asked["groups"]["first"] == "everyone"
    unknown = next(p for p in told["problems"] if p["code"] == "value")
    assert (unknown["row"], unknown["column"], unknown["value"]) == (6, "Doelgroep", "dorpsbewoners")
    assert unknown["message"]
    assert unknown["remedy"]


def test_regions_to_choose_from_say_how_many_partners_sit_in_each(told):
    counts = {region["spec"]: region["partners"] for region in told["regions"]}
    assert (counts["GM0917"], counts["GM0928"], counts["PV31"], counts["NL"]) == (1, 1, 2, 2)
    assert all(region["name"] for region in told["regions"])


def test_a_column_may_be_told_and_a_wrong_one_is_wrong_use(file, capsys):
    assert main(["read", file, "--json", "--columns", "Aanvrager=naam", "Toegekend=-"]) == 0
    assert json.loads(capsys.readouterr().out)["partners"][0]["amount"] is None
    assert main(["read", file, "--columns", "Aanvrager=nmaa"]) == 2
    assert "nmaa" in capsys.readouterr().err
    assert main(["read", file, "--columns", "Bestaat niet=naam"]) == 2
    assert "Bestaat niet" in capsys.readouterr().err


def test_it_also_says_so_in_words(file, capsys):
    assert main(["read", file]) == 0
    out = capsys.readouterr().out
    assert "Aanvrager → naam" in out
    assert "Stichting De Kring · Heerlen" in out


def test_a_file_that_cannot_be_read_is_told_as_data(tmp_path, capsys):
    (tmp_path / "leeg.csv").write_bytes(b"")
    assert main(["read", str(tmp_path / "leeg.csv"), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["partners"], told["regions"], told["rows"]["kept"]) == ([], [], 0)
    assert told["problems"][0]["message"]

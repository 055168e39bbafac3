"""The command publish: what the page Sharing freezes, without a screen."""

import json
from pathlib import Path

import pytest

from regional.cli.main import main
from regional.publishing.publication import from_json

SAMPLE = str(Path(__file__).parents[2] / "data" / "sample" / "partners.csv")
OLD = Path(__file__).parents[1] / "publishing" / "fixtures" / "publication-1.json"


def run(capsys, *arguments):
    code = main(arguments)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def publish(capsys, out, *arguments, file=SAMPLE, region="CR39"):
    return run(capsys, "publish", file, "--region", region, "--out", str(out), *arguments)


def test_a_publication_as_json_can_be_read_back_and_holds_themes(capsys, tmp_path):
    code, said, _ = publish(capsys, tmp_path / "board.json", "--title", "Voor juni")
    assert code == 0
    assert "board.json" in said
    found = from_json((tmp_path / "board.json").read_bytes())
    assert found.frame.title.endswith("Voor juni")
    assert any(theme.rows for theme in found.themes)
    assert {"themes", "reach", "money", "n"} <= set(json.loads(found.to_json()))


def test_a_publication_as_a_page_is_one_file_with_its_title(capsys, tmp_path):
    assert publish(capsys, tmp_path / "board.html", "--title", "Voor <juni>")[0] == 0
    page = (tmp_path / "board.html").read_text(encoding="utf-8")
    assert "Voor &lt;juni&gt;" in page
    assert "<script" not in page


def test_earlier_publications_of_any_schema_are_taken_after(capsys, tmp_path):
    assert publish(capsys, tmp_path / "one.json")[0] == 0
    assert publish(capsys, tmp_path / "two.json", "--after", str(tmp_path / "one.json"), str(OLD))[0] == 0


@pytest.mark.parametrize("text", ["", "{}", "[1]", "geen json", '{"schema": "partnerspiegel.publication/9"}'])
def test_an_earlier_file_that_is_no_publication_is_told_by_its_name(capsys, tmp_path, text):
    (tmp_path / "vorige.json").write_text(text, encoding="utf-8")
    code, _, said = publish(capsys, tmp_path / "b.json", "--after", str(tmp_path / "vorige.json"))
    assert code == 2
    assert "vorige.json is geen publicatie" in said
    assert not (tmp_path / "b.json").exists()


def test_an_earlier_file_that_was_altered_or_is_not_there_is_told(capsys, tmp_path):
    altered = tmp_path / "vorige.json"
    altered.write_text(OLD.read_text(encoding="utf-8").replace('"n":', '"n": 1', 1), encoding="utf-8")
    code, _, said = publish(capsys, tmp_path / "b.json", "--after", str(altered), "--after", str(tmp_path / "weg.json"))
    assert code == 2
    assert "niet meer wat er is gepubliceerd" in said
    assert "weg.json kan niet worden geopend" in said


def test_a_title_that_names_a_partner_is_refused(capsys, tmp_path):
    file = tmp_path / "lijst.csv"
    file.write_text("naam;plaats\n" + "\n".join(f"Huis nummer {i};Heerlen" for i in "abcdefg"), encoding="utf-8")
    code, _, said = publish(capsys, tmp_path / "b.json", "--title", "Met Huis nummer a", file=str(file))
    assert code == 2
    assert "Huis nummer a" in said
    assert not (tmp_path / "b.json").exists()


def test_another_end_of_the_name_and_a_folder_that_is_not_there_are_wrong_use(capsys, tmp_path):
    assert publish(capsys, tmp_path / "board.pdf")[0] == 2
    assert publish(capsys, tmp_path / "nergens" / "board.json")[0] == 2

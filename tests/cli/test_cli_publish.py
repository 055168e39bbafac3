"""The command publish: what the page Sharing freezes, without a screen."""

import json
from pathlib import Path

import pytest

from regional.cli.main import main
from regional.geo.regions import DEFAULT_SPEC
from regional.publishing.board import published_in
from regional.publishing.publication import from_json
from tests.publishing.test_publishing_wishes import made as told
from tests.ui.test_ui_pages import opened

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


def test_a_page_that_left_is_taken_as_the_publication_that_it_is(capsys, tmp_path):
    page, first = tmp_path / "one.html", tmp_path / "one.json"
    assert publish(capsys, page)[0] == publish(capsys, first)[0] == 0
    told = [tmp_path / "after-page.json", tmp_path / "after-json.json"]
    for out, earlier in zip(told, (page, first), strict=True):
        assert publish(capsys, out, "--after", str(earlier), region="GM0917,GM0928,GM0882")[0] == 0
    assert told[0].read_bytes() == told[1].read_bytes()
    apart = publish(capsys, tmp_path / "apart.json", region="GM0917,GM0928,GM0882")
    assert apart[0] == 0
    assert (tmp_path / "apart.json").read_bytes() != told[0].read_bytes()


def test_a_page_that_was_altered_is_refused(capsys, tmp_path):
    page = tmp_path / "one.html"
    publish(capsys, page)
    page.write_text(page.read_text(encoding="utf-8").replace("&quot;n&quot;:", "&quot;n&quot;:1", 1), encoding="utf-8")
    code, _, said = publish(capsys, tmp_path / "b.json", "--after", str(page))
    assert code == 2
    assert "niet meer wat er is gepubliceerd" in said


def test_what_is_left_out_is_told_to_who_publishes_and_stands_in_no_file(capsys, tmp_path):
    out = tmp_path / "board.html"
    code, _, said = publish(capsys, out)
    assert code == 0
    assert "opgeteld" in said
    line = next(line for line in said.splitlines() if "opgeteld" in line)
    assert line not in out.read_text(encoding="utf-8")


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


def test_the_command_freezes_what_the_page_sharing_does(capsys, tmp_path):
    assert publish(capsys, tmp_path / "one.json", region=DEFAULT_SPEC)[0] == 0
    page = next(e.proto.srcdoc for e in opened("delen").get("iframe") if "ps-board" in e.proto.srcdoc)
    on_screen = from_json(published_in(page.encode()))
    by_command = from_json((tmp_path / "one.json").read_bytes())
    for part in ("themes", "reach", "money", "n", "wishes"):
        assert getattr(by_command, part) == getattr(on_screen, part)


def test_what_partners_said_stays_as_it_was_shown_with_its_date(capsys, tmp_path):
    counts = {"earlier": 12, "paid": 4}
    (tmp_path / "old.json").write_text(told(counts).to_json(), encoding="utf-8")
    assert publish(capsys, tmp_path / "new.json", "--after", str(tmp_path / "old.json"))[0] == 0
    wishes = from_json((tmp_path / "new.json").read_bytes()).wishes
    assert {wish.id: wish.partners for wish in wishes if wish.partners} == {"earlier": 12}
    assert all(wish.as_of for wish in wishes)


def test_a_title_in_letters_of_another_terminal_is_taken_with_a_mark(capsys, tmp_path):
    out = tmp_path / "raad.json"
    assert main(["publish", SAMPLE, "--region", DEFAULT_SPEC, "--title", "Caf\udce9", "--out", str(out)]) == 0
    assert json.loads(out.read_text(encoding="utf-8"))["frame"]["title"].endswith("Caf\ufffd")


def test_what_a_publication_is_held_beside_is_not_written_over(capsys, tmp_path):
    out = tmp_path / "board.json"
    publish(capsys, out)
    before = out.read_bytes()
    code, _, said = publish(capsys, out, "--title", "Nieuw", "--after", str(out))
    assert (code, out.read_bytes()) == (2, before)
    assert "eerdere publicatie" in said


@pytest.mark.parametrize("command", ["publish", "report"])
def test_nothing_is_written_of_a_list_that_cannot_be_read_and_why_is_told(capsys, tmp_path, command):
    broken, out = tmp_path / "broken.xlsx", tmp_path / "board.html"
    broken.write_bytes(b"PK\x03\x04" + bytes(range(200)))
    code, said, told = run(capsys, command, str(broken), "--region", "CR39", "--out", str(out))
    assert (code, said, out.exists()) == (1, "", False)
    assert told.startswith("[")


@pytest.mark.parametrize("command", ["publish", "report", "advise"])
def test_a_row_that_is_refused_is_told_by_every_command(capsys, tmp_path, command):
    file = tmp_path / "lijst.csv"
    file.write_text("naam;plaats\n;Heerlen\n" + "\n".join(f"Huis {i};Heerlen" for i in "abcdefg"), encoding="utf-8")
    rest = ["-k", "1"] if command == "advise" else ["--out", str(tmp_path / "uit.html")]
    code, _, told = run(capsys, command, str(file), "--region", "CR39", *rest)
    assert code == 1
    assert "rij 2" in told

"""A partner without Excel fills the sheet in with LibreOffice: its lists offer every answer, and all come back."""

import datetime as dt
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from regional.questionnaire.answers import read_all, read_file
from regional.questionnaire.questions import PARTS
from regional.questionnaire.response import Said, options_of
from regional.questionnaire.sheet import answer_sheet
from regional.texts import texts
from tests.e2e.harness import free_port
from tests.questionnaire.test_questionnaire_ways import ANSWERS

DAY = dt.date(2026, 11, 26)
FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "xls": "MS Excel 97", "ods": "calc8"}
CODES = {part_id: [option.code for option in options_of(asked)] for part_id, asked in PARTS.items()}


def box(part_id):
    return f"{part_id}.1" if PARTS[part_id].options else f"{part_id}.words"


def jobs():
    """Return every entry of every list once, and ANSWERS with several boxes and own words, in each kind of file."""
    for nth in range(max(map(len, CODES.values()))):
        choose = {box(part_id): nth for part_id, codes in CODES.items() if nth < len(codes)}
        yield {"to": f"{nth}.xlsx", "filter": FILTERS["xlsx"], "choose": choose, "write": {}}
    choose = {f"{part_id}.{n}": CODES[part_id].index(code) for part_id, said in ANSWERS.items()
              for n, code in enumerate(said.codes, 1)}  # fmt: skip
    write = {f"{part_id}.words": said.words for part_id, said in ANSWERS.items() if said.words}
    for kind, name in FILTERS.items():
        yield {"to": f"all.{kind}", "filter": name, "choose": choose, "write": write}


@pytest.fixture(scope="module", params=["nl", "en"])
def office(request, tmp_path_factory):
    """What LibreOffice made of the sheet: its folder, in one language."""
    soffice = os.environ.get("SOFFICE") or shutil.which("soffice") or "/usr/bin/soffice"
    assert Path(soffice).exists(), f"no LibreOffice at {soffice}: run `make test-long`, or set SOFFICE"
    folder, port, t = tmp_path_factory.mktemp("office"), free_port(), texts(request.param)
    (folder / "vragen.xlsx").write_bytes(answer_sheet("a1", "Stichting De Kring", DAY, t))
    (folder / "jobs.json").write_text(json.dumps([{"from": "vragen.xlsx"} | job for job in jobs()]))
    command = [soffice, "--headless", "--norestore", f"-env:UserInstallation={(folder / 'home').as_uri()}",
               f"--accept=socket,host=127.0.0.1,port={port};urp"]  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        try:
            script = Path(__file__).with_name("fill_in_calc.py")
            subprocess.run(["/usr/bin/python3", str(script), str(port), str(folder)], check=True, timeout=300)
            running.wait(30)
        finally:
            running.kill()
    return folder, t


def read(folder, name):
    (found,) = read_file(name, (folder / name).read_bytes()).responses
    assert (found.partner_id, found.name, found.made_on) == ("a1", "Stichting De Kring", DAY)
    return found


def test_every_list_offers_every_answer_and_each_comes_back(office):
    folder, t = office
    offered = json.loads((folder / "offered.json").read_text())
    for part_id, asked in PARTS.items():
        assert offered[box(part_id)] == [t(option.text) for option in options_of(asked)]
    for nth in range(max(map(len, CODES.values()))):
        found = read(folder, f"{nth}.xlsx")
        assert found.said == {i: Said((codes[nth],)) for i, codes in CODES.items() if nth < len(codes)}
        assert found.unread == ()


def test_several_answers_and_own_words_come_back(office):
    found = read(office[0], "all.xlsx")
    assert (dict(found.said), found.unread) == (ANSWERS, ())


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_who_saved_it_in_another_form_is_told_how(office, kind):
    folder, t = office
    received = read_all([(f"all.{kind}", (folder / f"all.{kind}").read_bytes())])
    assert [".xlsx" in t(one.problem) for one in received] == [True]

"""Files made to harm: each gets a clear message, in little memory, and the dashboard goes on."""

from __future__ import annotations

import http.server
import io
import json
import struct
import subprocess
import sys
import threading
import zlib
from pathlib import Path

import pytest

from regional.files import process, sheets
from regional.mirror.benchmark import read_benchmark
from regional.partners.read import read_partners
from regional.questionnaire.answers import read_file
from regional.report.logo import LogoError, read_logo
from regional.texts import texts
from tests.security import evil_files

pytestmark = pytest.mark.reader
ROOT = Path(__file__).parents[2]
ROOM = 500_000_000
"""Bytes that reading a harmful file may add to the process, with much to spare for a full-sized list."""
KINDS = evil_files.KINDS
READ = """
import json, sys
from pathlib import Path
from regional.partners.read import read_partners

def memory(name):
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith(name))
    return int(line.split()[1]) * 1024

read_partners("naam;plaats\\nDe Kring;Kerkrade\\n".encode(), "warm.csv")
for path in sorted(Path(sys.argv[1]).iterdir()):
    data = path.read_bytes()
    Path("/proc/self/clear_refs").write_text("5")  # the peak is counted from here
    before = memory("VmRSS")
    found = read_partners(data, "file")
    took = memory("VmHWM") - before
    print(json.dumps([path.name, [p.code for p in found.problems], found.kept, took]), flush=True)
"""
LOGO = """
import json, resource, sys
from pathlib import Path
from PIL import Image
from regional.report.logo import LogoError, read_logo
resource.setrlimit(resource.RLIMIT_AS, (2_000_000_000,) * 2)
for path in sorted(Path(sys.argv[1]).iterdir()):
    try:
        told = ["taken", len(read_logo(path.read_bytes()).data)]
    except LogoError as error:
        told = ["refused", error.message.text]
    print(json.dumps([path.name, *told]), flush=True)
"""


def apart(code, files, folder):
    """Run ``code`` on files in a process of its own: {name: what it told}; the last one told is where it broke off."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)], cwd=ROOT, capture_output=True, timeout=500, check=False
    )
    told = {name: rest for name, *rest in map(json.loads, done.stdout.splitlines())}
    assert done.returncode == 0, (list(told)[-1:], done.stderr.decode()[-2000:])
    return told


@pytest.fixture(scope="module")
def workbooks(tmp_path_factory):
    return apart(READ, evil_files.spreadsheets(), tmp_path_factory.mktemp("workbooks"))


@pytest.fixture(scope="module")
def lines(tmp_path_factory):
    return apart(READ, LINES, tmp_path_factory.mktemp("lines"))


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    return apart(LOGO, PICTURES, tmp_path_factory.mktemp("pictures"))


@pytest.fixture(scope="module")
def listening():
    """A server that notes what is asked of it."""
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"FETCHED")

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/secret", asked
    server.shutdown()


@pytest.mark.parametrize("kind", KINDS)
def test_a_harmful_workbook_is_refused_with_a_reason_in_little_memory(workbooks, kind):
    codes, kept, took = workbooks[kind]
    assert codes in (["too_large"], ["not_a_spreadsheet"])
    assert kept == 0
    assert took < ROOM


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", [evil_files.sheet(evil_files.FAR), evil_files.outside("file:///etc/hostname")])
def test_the_message_says_what_and_how_to_mend_it(kind, language):
    problem = read_partners(evil_files.workbook(kind)).problems[0]
    t = texts(language)
    assert len(t(problem.what)) > 20
    assert len(t(problem.remedy)) > 20


def test_a_workbook_that_ends_its_reader_leaves_the_next_one_alone():
    evil = evil_files.workbook(evil_files.sheet(evil_files.FAR_BELOW_A_WIDE_ROW))
    assert [p.code for p in read_partners(evil).problems] == ["too_large"]
    good = evil_files.workbook(evil_files.sheet(evil_files.PLAIN))
    assert read_partners(good).kept == 1


def test_of_many_files_read_together_each_is_read_or_refused_as_it_would_be_alone():
    good = evil_files.workbook(evil_files.sheet(evil_files.PLAIN))
    evil = evil_files.workbook(evil_files.sheet(evil_files.FAR_BELOW_A_WIDE_ROW))
    many = [good, evil, good, b"PK\x03\x04" + bytes(30), b"", good]
    found = [one.problem.code if isinstance(one, sheets.FileFault) else one for one in sheets.read_each(many)]
    alone = sheets.read_sheets(good)
    assert found == [alone, "too_large", alone, "not_a_spreadsheet", "empty_file", alone]


def test_one_that_takes_its_process_down_takes_no_other_along(monkeypatch):
    monkeypatch.setattr(process, "_alone", lambda *_: process.TooLargeError())
    packed = process.apart_each("tests.security.falling", [b"a", b"fall", b"b"])
    assert [type(one) for one in packed] == [bytes, process.TooLargeError, bytes]


def test_however_many_each_answer_stays_with_its_own_file():
    many = [str(number).encode() for number in range(2 * process.MANY + 1)]
    assert process.apart_each("tests.security.falling", many) == many


def test_no_file_is_read_and_no_address_asked_for_a_workbook(tmp_path, listening):
    address, asked = listening
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    for where in (secret.as_uri(), address):
        found = read_partners(evil_files.workbook(evil_files.outside(where)))
        assert "SECRET" not in str(found)
        assert "FETCHED" not in str(found)
    assert asked == []


@pytest.mark.parametrize("read", [
    lambda data: [p.code for p in read_partners(data).problems],
    lambda data: [str(f.what.text) for f in read_benchmark(data).faults],
    lambda data: [read_file("antwoord.xlsx", data).problem.text],
])  # fmt: skip
def test_every_reader_refuses_a_file_over_the_limit_before_it_opens_it(read, monkeypatch):
    monkeypatch.setattr(sheets, "apart", lambda *_: pytest.fail("the file was opened"))
    monkeypatch.setattr(sheets, "apart_each", lambda _, many: [pytest.fail("the file was opened") for _ in many])
    assert len(read(b"PK\x03\x04" + b"0" * sheets.MAX_BYTES)) == 1


def test_a_reader_that_hangs_is_ended_and_told(monkeypatch):
    monkeypatch.setattr(process, "PATIENCE", 0.0)
    good = evil_files.workbook(evil_files.sheet(evil_files.PLAIN))
    assert [p.code for p in read_partners(good).problems] == ["too_large"]


LINES = {
    "null bytes": b"naam;plaats\nDe\x00Kring;Kerkrade\n",
    "one endless line": b"naam;" + b"x" * 19_000_000,
    "a million columns": b"naam" + b";" * 1_000_000 + b"\nDe Kring\n",
    "a million quotes": b'naam\n"' + b'""' * 1_000_000,
    "a quote that never ends": b'naam;plaats\n"De Kring;Kerkrade\n',
    "only separators": b";;;;\n" * 100_000,
    "a million rows": b"naam\n" + b"a\n" * 1_000_000,
    "utf-16 without a mark": "naam;plaats\nDe Kring;Kerkrade\n".encode("utf-16-le"),
    "utf-32": "naam;plaats\nDe Kring;Kerkrade\n".encode("utf-32"),
    "half a character": b"\xef\xbb\xbfnaam;plaats\nDe Kr\xc3",
    "lone surrogates": "naam;plaats\nDe \ud800Kring;Kerkrade\n".encode("utf-8", "surrogatepass"),
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10,
    "only new lines": b"\n" * 5_000_000,
    "names out of sight": "naam\n\u202e\u200b\u2066\n".encode(),
}


@pytest.mark.parametrize("kind", sorted(LINES))
def test_a_strange_text_file_is_read_or_refused_with_a_reason(lines, kind):
    codes, kept, took = lines[kind]
    assert codes or kept
    assert took < ROOM


def test_a_formula_in_a_file_is_text_and_nothing_else():
    found = read_partners(b"naam;plaats\n\"=cmd|'/C calc'!A0\";Kerkrade\n".replace(b"\\'", b"'"))
    assert list(found.portfolio.frame["name"]) == ["=cmd|'/C calc'!A0"]


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, *more):
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + head
        + b"".join(more)
        + chunk(b"IDAT", zlib.compress(b"\0" * 500_000))
        + chunk(b"IEND", b"")
    )


def svg(inside):
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inside}</svg>'.encode()


def nested(tag, depth):
    return f"<{tag}>" * depth + f"</{tag}>" * depth


PICTURES = {
    "a picture of 65,000 by 65,000": png(65_000, 65_000),
    "a long thin one": png(2_000_000_000, 1),
    "text that unpacks to much": png(9, 9, chunk(b"zTXt", b"a\0\0" + zlib.compress(b"a" * 300_000_000))),
    "a profile that unpacks to much": png(9, 9, chunk(b"iCCP", b"a\0\0" + zlib.compress(b"a" * 300_000_000))),
    "a picture cut off": png(400, 400)[:300],
    "a web page": b"<html><body>hello</body></html>",
    "laughs": evil_files.LAUGHS.encode() + svg("<text>&a9;</text>"),
    "groups in groups": svg(nested("g", 100_000)),
    "a hundred thousand shapes": svg("<path d='M0 0'/>" * 100_000),
    "patterns of patterns": svg("<defs>" + "".join(
        f"<pattern id='p{i}' width='.01' height='.01'><rect fill='url(#p{i + 1})'/></pattern>" for i in range(9)
    ) + "</defs><rect width='9' height='9' fill='url(#p0)'/>"),
    "a filter": svg("<filter id='f'><feGaussianBlur stdDeviation='9999'/></filter><rect filter='url(#f)'/>"),
    "an outside entity": b"<!DOCTYPE svg [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>" + svg("<text>&e;</text>"),
    "another file inside": b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' xmlns:xi="
                           b"'http://www.w3.org/2001/XInclude'><xi:include href='/etc/hostname'/><image/></svg>",
}  # fmt: skip


@pytest.mark.parametrize("kind", sorted(PICTURES))
def test_a_harmful_logo_is_refused_with_a_reason(pictures, kind):
    assert pictures[kind][0] == "refused"


def test_a_logo_of_a_drawing_program_is_taken_without_its_notes():
    told = svg("<metadata><x/></metadata><i:view xmlns:i='http://i.example/'/><g><circle r='2'/></g>")
    data = read_logo(told).data
    assert b"circle" in data
    assert b"metadata" not in data
    assert b"i.example" not in data


def test_a_logo_names_no_file_on_its_way():
    with pytest.raises(LogoError):
        read_logo(io.BytesIO(PICTURES["an outside entity"]).getvalue())

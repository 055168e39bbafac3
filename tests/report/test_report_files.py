"""The report as HTML, workbook and CSV, the logo, and the command."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import openpyxl
import pytest
from PIL import Image

from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.charts import picture
from regional.charts.dots import partner_dots
from regional.charts.scene import Scene
from regional.cli.main import main
from regional.geo.geometry import load_geometry
from regional.geo.regions import parse_region
from regional.mirror.reflect import reflect
from regional.mirror.settings import Settings
from regional.partners.sample import load_sample
from regional.report import report_csv, report_html, report_xlsx
from regional.report.logo import LogoError, read_logo
from regional.texts import texts

PARKSTAD = ("GM0882", "GM0899", "GM0917", "GM0928", "GM0965", "GM0986", "GM1954")
DAY = dt.date(2026, 11, 24)
NASTY = '=HYPERLINK("http://x.example") <script>alert(1)</script>"\x07&'
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4">%s</svg>'
DOT = SVG % b'<circle cx="2" cy="2" r="2"/>'


@pytest.fixture(scope="module")
def sample():
    return load_sample().portfolio


@pytest.fixture(scope="module")
def mirror(sample):
    return reflect(sample, profile(load_snapshot(), PARKSTAD, "Parkstad Limburg"), Settings(draws=1_000))


@pytest.fixture(scope="module")
def nasty(mirror):
    """A mirror of which the region and every municipality have a name to break things with."""
    location = mirror.dimension("location")
    groups = tuple(g.model_copy(update={"label": NASTY}) for g in location.groups)
    others = mirror.dimensions[1:]
    return mirror.model_copy(update={
        "region": mirror.region.model_copy(update={"name": NASTY}),
        "dimensions": (location.model_copy(update={"groups": groups}), *others)})  # fmt: skip


def png(width=20, height=10, kind="PNG"):
    out = io.BytesIO()
    Image.new("RGB", (width, height), "red").save(out, kind)
    return out.getvalue()


class Tags(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.seen, self.values = [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        self.values += [(tag, name, value or "") for name, value in attrs]


@pytest.fixture(scope="module")
def scene(sample):
    figures = load_snapshot()
    dots = partner_dots(sample, figures)
    return Scene(figures, parse_region(",".join(PARKSTAD), figures), load_geometry("outlines"), dots)


def test_the_map_is_drawn_in_the_page_and_asks_nothing_of_anyone(mirror, scene, sample):
    page = report_html(mirror, texts("nl"), scene=scene, made=DAY)
    figure = next(part for part in page.split("<figure>")[1:] if "border-line" in part).split("</figure>")[0]
    assert "Parkstad Limburg: 7 gemeenten" in figure
    assert "bij benadering" in figure
    assert "Zonder partner: Beekdaelen" in figure
    assert 'role="img" aria-label="Kaart' in figure
    assert not {"image", "use", "script", "a"} & set(Tags(figure).seen)
    assert not any(str(name) in figure for name in sample.frame["name"])


def test_the_page_asks_nothing_of_anyone(mirror):
    tags = Tags(report_html(mirror, texts("nl"), logo=read_logo(png()), museum="M", made=DAY))
    assert not {"script", "link", "iframe", "object", "form", "a"} & set(tags.seen)
    outside = [v for v in tags.values if v[1] in ("src", "href", "xlink:href", "action") and "data:" not in v[2]]
    assert not outside
    policy = next(value for _, name, value in tags.values if name == "content" and "default-src" in value)
    assert policy.startswith("default-src 'none'")


def test_every_drawing_on_the_page_is_told_in_words(mirror):
    tags = Tags(report_html(mirror, texts("nl"), made=DAY))
    told = [value for tag, name, value in tags.values if tag == "svg" and name == "aria-label"]
    assert len(told) == tags.seen.count("svg") > 5
    assert all(told)


@pytest.mark.parametrize(("language", "word"), [("nl", "Hoe doen we het?"), ("en", "How are we doing?")])
def test_the_page_speaks_the_language_it_says(mirror, language, word):
    page = report_html(mirror, texts(language), made=DAY)
    assert f'<html lang="{language}">' in page
    assert word in page


def test_names_on_the_page_are_text(nasty):
    page = report_html(nasty, texts("nl"), museum=NASTY, made=DAY)
    assert "script" not in Tags(page).seen
    assert "&lt;script&gt;" in page
    assert "\x07" not in page


def test_a_drawing_is_xml_whatever_a_group_is_called(nasty):
    root = ElementTree.fromstring(picture(nasty.dimension("location"), texts("nl")).svg)
    assert any("<script>" in "".join(element.itertext()) for element in root.iter())


def test_no_file_names_a_partner(mirror, sample):
    t = texts("nl")
    book = openpyxl.load_workbook(io.BytesIO(report_xlsx(mirror, t, made=DAY)))
    cells = " ".join(str(cell.value) for sheet in book for row in sheet for cell in row)
    for written in (report_html(mirror, t, made=DAY), report_csv(mirror, t).decode("utf-8-sig"), cells):
        assert not [name for name in sample.frame["name"] if name in written]


def test_names_come_only_when_asked_for_and_marked(mirror, sample):
    t = texts("nl")
    page = report_html(mirror, t, confidential=sample, made=DAY)
    book = openpyxl.load_workbook(io.BytesIO(report_xlsx(mirror, t, confidential=sample, made=DAY)))
    active = sample.frame.loc[sample.frame["status"] == "active", "name"]
    assert "Vertrouwelijk: met namen van partners" in page
    assert {cell.value for cell in book["Partners"]["A"]} >= set(active)
    assert book["Partners"]["A1"].value.startswith("Vertrouwelijk")


def test_the_workbook_holds_the_mirrors_numbers_as_numbers(mirror):
    sheet = openpyxl.load_workbook(io.BytesIO(report_xlsx(mirror, texts("nl"), made=DAY)))["Cijfers per groep"]
    assert sheet["A1"].value == "Voor intern gebruik"
    rows = {(row[0], row[1]): row for row in sheet.iter_rows(min_row=4, values_only=True)}
    group = mirror.dimension("location").group("GM0917")
    row = rows["Plaats", "Heerlen"]
    assert row[2:5] == (round(group.region_share * 100, 1), round(group.partner_share * 100, 1), group.count)
    assert len(rows) == sum(len(d.groups) for d in mirror.dimensions)


def test_a_cell_is_never_a_formula_or_a_link(nasty):
    book = openpyxl.load_workbook(io.BytesIO(report_xlsx(nasty, texts("nl"), museum=NASTY, made=DAY)))
    cells = [cell for sheet in book for row in sheet for cell in row if cell.value is not None]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)


def test_the_csv_opens_in_dutch_excel(mirror):
    data = report_csv(mirror, texts("nl"))
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert {row[-1] for row in rows[1:]} == {"Voor intern gebruik"}
    assert re.fullmatch(r"\d+,\d", rows[1][2])


def test_the_csv_defuses_formulas_and_keeps_negative_numbers(nasty):
    rows = list(csv.reader(io.StringIO(report_csv(nasty, texts("nl")).decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[1][1].startswith("'=HYPERLINK")
    assert any(re.fullmatch(r"-\d+,\d", row[5]) for row in rows)


@pytest.mark.parametrize("data", [png(), png(kind="JPEG"), DOT, b'<?xml version="1.0"?>' + DOT])
def test_a_picture_is_taken_as_logo(data):
    assert read_logo(data).uri().startswith("data:image/")


@pytest.mark.parametrize("data", [
    b"", b"GIF89a", b"%PDF-1.7", png()[:40], png(kind="GIF"), b"<html></html>", b"x" * 2_000_001, png(6_000, 6_000),
    SVG % b"<script>alert(1)</script>", SVG % b'<image href="http://x.example/a.png"/>',
    SVG % b'<rect onload="alert(1)"/>', SVG % b'<rect fill="url(http://x.example)"/>',
    b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG % b"&a;", SVG % b"<use href='#a'/>",
])  # fmt: skip
def test_what_is_no_plain_picture_is_refused(data):
    with pytest.raises(LogoError):
        read_logo(data)


def test_a_photo_loses_where_it_was_taken():
    out = io.BytesIO()
    picture = Image.new("RGB", (8, 8))
    exif = picture.getexif()
    exif[0x010E] = "Thuis bij de directeur"
    picture.save(out, "JPEG", exif=exif)
    assert b"Thuis" in out.getvalue()
    assert b"Thuis" not in read_logo(out.getvalue()).data


@pytest.mark.parametrize(("suffix", "start"), [("pdf", b"%PDF-"), ("html", b"<!doctype"), ("xlsx", b"PK"),
                                               ("csv", b"\xef\xbb\xbf")])  # fmt: skip
def test_the_command_writes_the_form_of_the_suffix(tmp_path, capsys, suffix, start):
    out, partners = tmp_path / f"r.{suffix}", tmp_path / "p.csv"
    partners.write_text("naam;plaats\nA;Heerlen\n", encoding="utf-8")
    assert main(["report", str(partners), "--region", "CR39", "--out", str(out)]) == 0
    assert out.read_bytes().startswith(start)
    assert str(out) in capsys.readouterr().out


@pytest.mark.parametrize("wrong", [
    {"--out": "r.docx"}, {"--region": "GM9999"}, {"--logo": "p.csv"}, {"--logo": "none.png"}, {"--out": "none/r.pdf"},
])  # fmt: skip
def test_wrong_use_is_told_and_ends_in_2(tmp_path, capsys, monkeypatch, wrong):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "p.csv").write_text("naam;plaats\nA;Heerlen\n", encoding="utf-8")
    options = {"--region": "CR39", "--out": "r.pdf", **wrong}
    assert main(["report", "p.csv", *[word for pair in options.items() for word in pair]]) == 2
    assert capsys.readouterr().err.strip()
    assert not list(tmp_path.glob("r.*"))


def test_a_refused_row_ends_in_1_and_names_only_come_with_confidential(tmp_path):
    out, partners = tmp_path / "r.html", tmp_path / "p.csv"
    partners.write_text("naam;plaats\nGeheime Vriend;Heerlen\n;Heerlen\n", encoding="utf-8")
    call = ["report", str(partners), "--region", "CR39", "--out", str(out)]
    assert main(call) == 1
    assert "Geheime Vriend" not in out.read_text(encoding="utf-8")
    assert main([*call, "--confidential"]) == 1
    assert "Geheime Vriend" in out.read_text(encoding="utf-8")

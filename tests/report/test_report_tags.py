"""The tags of the PDF, rule by rule as a screen reader needs them (PDF/UA-1, and ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

import datetime as dt
import io
import itertools

import pikepdf
import pytest
from pypdf import PdfReader

from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.mirror.reflect import reflect
from regional.mirror.settings import Settings
from regional.partners.sample import load_sample
from regional.report import report_pdf
from regional.report.logo import read_logo
from regional.texts import texts

PARKSTAD = ("GM0882", "GM0899", "GM0917", "GM0928", "GM0965", "GM0986", "GM1954")
DAY = dt.date(2026, 11, 24)
DOT = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><circle cx="2" cy="2" r="2"/></svg>'
STANDARD = {"/Document", "/Part", "/Sect", "/Div", "/P", "/H1", "/H2", "/H3", "/L", "/LI", "/Lbl", "/LBody", "/Table",
            "/TR", "/TH", "/TD", "/THead", "/TBody", "/TFoot", "/Figure", "/Caption", "/Span", "/Strong", "/Em",
            "/NonStruct", "/BlockQuote", "/Code", "/Title"}  # fmt: skip


@pytest.fixture(scope="module", params=["nl", "en"])
def data(request):
    sample = load_sample().portfolio
    mirror = reflect(sample, profile(load_snapshot(), PARKSTAD, "Parkstad Limburg"), Settings(draws=1_000))
    return report_pdf(mirror, texts(request.param), museum="Museum De Proef", logo=read_logo(DOT), confidential=sample,
                      made=DAY)  # fmt: skip


@pytest.fixture(scope="module")
def book(data):
    with pikepdf.open(io.BytesIO(data)) as opened:
        yield opened


def elements(book):
    """Every structure element in reading order."""

    def walk(node):
        if isinstance(node, pikepdf.Array):
            for child in node:
                yield from walk(child)
        elif isinstance(node, pikepdf.Dictionary) and node.get("/Type") != "/MCR":
            if "/S" in node:
                yield node
            if "/K" in node:
                yield from walk(node.K)

    yield from walk(book.Root.StructTreeRoot.K)


def kind(book, element):
    """The standard kind of an element, through the role map where it is of its own."""
    roles, name = book.Root.StructTreeRoot.get("/RoleMap", {}), str(element.S)
    return str(roles[name]) if name in roles else name


def children(element):
    kids = element.get("/K", [])
    listed = kids if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in listed if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def attribute(element, name):
    given = element.get("/A")
    for one in given if isinstance(given, pikepdf.Array) else [given]:
        if isinstance(one, pikepdf.Dictionary) and name in one:
            return one[name]
    return None


def test_the_file_has_no_fault_that_a_reader_would_mend(book):
    assert book.check_pdf_syntax() == []


def test_every_kind_of_element_is_one_that_screen_readers_know(book):
    assert {kind(book, element) for element in elements(book)} <= STANDARD


def test_headings_go_down_one_level_at_a_time_and_begin_at_the_first(book):
    levels = [int(name[2:]) for element in elements(book) if (name := kind(book, element))[:2] == "/H"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))


def test_every_table_is_regular_and_its_headings_say_whose_they_are(book):
    tables = [element for element in elements(book) if kind(book, element) == "/Table"]
    assert len(tables) > 5
    for table in tables:
        parts = [row for child in children(table) for row in (children(child) if str(child.S) != "/TR" else [child])]
        rows = [[kind(book, cell) for cell in children(row)] for row in parts]
        assert len({len(row) for row in rows}) == 1, rows
        assert set(rows[0]) == {"/TH"}
        heads = [cell for row in parts for cell in children(row) if kind(book, cell) == "/TH"]
        assert {str(attribute(cell, "/Scope")) for cell in heads} <= {"/Column", "/Both", "/Row"}


def test_every_list_item_is_inside_a_list(book):
    for element in elements(book):
        kinds = {kind(book, child) for child in children(element)}
        if kind(book, element) == "/L":
            assert kinds <= {"/LI", "/Caption", "/L"}
        else:
            assert "/LI" not in kinds


def test_every_drawing_has_words_and_a_place(book):
    figures = [element for element in elements(book) if kind(book, element) == "/Figure"]
    assert len(figures) > 5
    for figure in figures:
        assert str(figure.get("/Alt", "")).strip()
        assert attribute(figure, "/BBox") is not None


def test_everything_on_a_page_is_read_aloud_or_marked_as_decoration(book):
    """Each marked piece is in the tree, and nothing is drawn outside of a mark."""
    for page in book.pages:
        told, depth = set(), 0
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) in ("BDC", "BMC"):
                depth += 1
                if str(operator) == "BDC" and isinstance(operands[1], pikepdf.Dictionary) and "/MCID" in operands[1]:
                    told.add(int(operands[1].MCID))
            elif str(operator) == "EMC":
                depth -= 1
            elif str(operator) in ("Tj", "TJ", "f", "f*", "S", "B", "Do", "sh"):
                assert depth, f"{operator} outside of a mark"
        parents = _parents(book, int(page.StructParents))
        assert told
        assert all(parents[mark] is not None for mark in told)


def _parents(book, at):
    numbers = _numbers(book.Root.StructTreeRoot.ParentTree)
    return list(numbers[at])


def _numbers(tree):
    if "/Nums" in tree:
        nums = list(tree.Nums)
        return {int(key): value for key, value in zip(nums[::2], nums[1::2], strict=True)}
    return {key: value for kid in tree.Kids for key, value in _numbers(kid).items()}


def test_what_is_repeated_on_every_page_is_no_part_of_the_text(book):
    """Running heads and feet are artifacts of their page."""
    for page in book.pages:
        kinds = {str(operands[1].get("/Subtype", "")) for operands, operator in pikepdf.parse_content_stream(page)
                 if str(operator) == "BDC" and str(operands[0]) == "/Artifact"
                 and isinstance(operands[1], pikepdf.Dictionary)}  # fmt: skip
        assert {"/Header", "/Footer"} <= kinds


def test_every_letter_can_be_read_back(book, data):
    for item in book.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font" and item.get("/Subtype") == "/Type0":
            assert "/ToUnicode" in item
    assert "\ufffd" not in "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def test_every_page_is_a4_and_upright(book):
    for page in book.pages:
        assert [round(float(side)) for side in page.mediabox] == [0, 0, 595, 842]
        assert int(page.get("/Rotate", 0)) == 0

"""The PDF read back: what a board reads, what a screen reader hears, and what may never be in it."""

from __future__ import annotations

import datetime as dt
import functools
import io
import re

import pikepdf
import pytest
from pypdf import PdfReader

from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.charts.dots import partner_dots
from regional.charts.scene import Scene
from regional.geo.geometry import load_geometry
from regional.geo.regions import parse_region
from regional.mirror.reflect import reflect
from regional.mirror.settings import Settings
from regional.partners.read import read_partners
from regional.partners.sample import load_sample
from regional.report import report_pdf
from regional.report.content import report_content
from regional.report.logo import LogoError, read_logo
from regional.sentences import finding_words, findings
from regional.texts import texts

PARKSTAD = ("GM0882", "GM0899", "GM0917", "GM0928", "GM0965", "GM0986", "GM1954")
DAY = dt.date(2026, 11, 24)
NASTY = '#panic("x") $x^2$ <script>alert(1)</script> *b* `c` \x00\x07 ] } \\ @ref {t} \u202e' + "w" * 400
DOT = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><circle cx="2" cy="2" r="2"/></svg>'


@pytest.fixture(scope="module")
def region():
    return profile(load_snapshot(), PARKSTAD, "Parkstad Limburg")


@pytest.fixture(scope="module")
def sample():
    return load_sample().portfolio


@pytest.fixture(scope="module")
def mirror(sample, region):
    return reflect(sample, region, Settings(draws=1_000))


@pytest.fixture(scope="module")
def dutch(mirror):
    return report_pdf(mirror, texts("nl"), museum="Museum De Proef", logo=read_logo(DOT), made=DAY)


@functools.cache
def pages_of(pdf):
    """The words of every page; reading a PDF costs more than setting it."""
    return tuple(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def text_of(pdf):
    return "\n".join(pages_of(pdf))


def squeezed(text):
    """Without spaces and hyphens, which a line break adds or takes away."""
    return re.sub(r"[\s\u00ad\u200b-]+", "", text)


def rights(pdf):
    """How far right each run of text reaches at the least, at 3 points a letter, in points (a page has 595)."""
    found = []

    def visit(text, _cm, tm, *_):
        found.extend(tm[4] + 3 * len(line) for line in text.splitlines())

    for page in PdfReader(io.BytesIO(pdf)).pages:
        page.extract_text(visitor_text=visit)
    return found


def structure(pdf):
    """Every element of the structure tree as (kind, alt)."""
    found = []

    def walk(node):
        if isinstance(node, pikepdf.Array):
            for child in node:
                walk(child)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found.append((str(node.S), str(node.get("/Alt", ""))))
            if "/K" in node:
                walk(node.K)

    with pikepdf.open(io.BytesIO(pdf)) as book:
        walk(book.Root.StructTreeRoot)
    return found


def test_two_pages_hold_all_at_a_glance_and_the_annex_begins_on_the_third(dutch):
    pages = pages_of(dutch)
    assert "Hoe doen we het?" in pages[0]
    assert "Wie zoeken we?" in pages[1]
    assert "Wat we nog niet weten" in pages[1]
    assert "Bijlage: de onderwerpen die iets zeggen" in pages[2]


def test_the_first_page_tells_the_findings_as_the_overview_does_and_in_its_order(dutch, mirror):
    first = squeezed(pages_of(dutch)[0])
    told = [finding_words(finding, mirror, texts("nl")) for finding in findings(mirror)]
    assert len(told) == 2
    for words in (told[0].heading, told[1].heading, told[0].line, told[1].line, told[0].basis, told[1].basis):
        assert squeezed(words) in first
    assert first.index(squeezed(told[0].heading)) < first.index(squeezed(told[1].heading))


def test_a_bare_list_takes_less_than_five_pages_and_has_no_table_of_zeros(region):
    rows = "".join(f"Partner {i};{place}\r\n" for place in ("Heerlen", "Kerkrade", "Breda") for i in range(12))
    portfolio = read_partners(f"naam;plaats\r\n{rows}".encode(), "lijst.csv").portfolio
    figures = load_snapshot()
    where = Scene(figures, parse_region(",".join(PARKSTAD), figures), load_geometry("outlines"), ())
    bare = reflect(portfolio, region, Settings(draws=1_000))
    pdf = report_pdf(bare, texts("nl"), scene=where, made=DAY)
    assert len(pages_of(pdf)) == 4
    tables = [theme.table for theme in report_content(bare, texts("nl")).themes]
    zeros = {"0", "0\u00a0%", "–"}
    assert [table.rows for table in tables if {cell for row in table.rows for cell in row[2:]} <= zeros] == []
    assert "Leeftijd (bekend van 0 van 36 partners)" in re.sub(r"\s+", " ", pages_of(pdf)[1])


def test_every_page_has_its_number_and_date(dutch):
    pages = pages_of(dutch)
    for at, text in enumerate(pages, 1):
        assert f"Pagina {at} / {len(pages)}" in text
        assert "24 november 2026" in text


def test_it_declares_pdf_ua_1_language_and_title(dutch):
    with pikepdf.open(io.BytesIO(dutch)) as book:
        assert str(book.Root.Lang).startswith("nl")
        assert bool(book.Root.MarkInfo.Marked)
        assert bool(book.Root.ViewerPreferences.DisplayDocTitle)
        with book.open_metadata() as meta:
            assert str(meta["{http://www.aiim.org/pdfua/ns/id/}part"]) == "1"
            assert "Parkstad Limburg" in str(meta["dc:title"])


def test_a_screen_reader_hears_every_figure_and_table_heading(dutch):
    found = structure(dutch)
    figures = [alt for kind, alt in found if kind == "/Figure"]
    assert len(figures) > 5
    assert all(figures)
    assert any("Heerlen: de regio 34\u00a0%" in alt for alt in figures)
    assert sum(kind == "/TH" for kind, _ in found) > 20
    assert {"/H1", "/H2", "/H3"} <= {kind for kind, _ in found}


def test_every_font_is_embedded(dutch):
    fonts = 0
    with pikepdf.open(io.BytesIO(dutch)) as book:
        for item in book.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
                fonts += 1
                assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(item.keys())
    assert fonts


def test_charts_and_the_map_are_vectors(mirror, sample):
    figures = load_snapshot()
    region = parse_region(",".join(PARKSTAD), figures)
    scene = Scene(figures, region, load_geometry("outlines"), partner_dots(sample, figures))
    pdf = report_pdf(mirror, texts("nl"), scene=scene, made=DAY)
    assert not any(page.images for page in PdfReader(io.BytesIO(pdf)).pages)
    assert "Parkstad Limburg: 7 gemeenten" in pages_of(pdf)[1]
    assert "Zonder partner: Beekdaelen" in re.sub(r"\s+", " ", pages_of(pdf)[1])


def test_every_figure_has_its_source_and_date(dutch):
    text = re.sub(r"\s+", " ", text_of(dutch))
    assert text.count("Zo leest u dit") <= len(re.findall(r"Bron: [^.]+\. Rapport gemaakt op 24 november 2026", text))


def test_figures_that_were_fetched_say_when(mirror):
    fetched = tuple(d.model_copy(update={"retrieved": dt.date(2026, 3, 2)}) for d in mirror.dimensions)
    later = mirror.model_copy(update={"dimensions": fetched})
    for language, words in (("nl", "Bron.Opgehaald op 2 maart 2026"), ("en", "Source.Retrieved on 2 March 2026")):
        source, fetched_on = words.split(".")
        text = re.sub(r"\s+", " ", text_of(report_pdf(later, texts(language), made=DAY)))
        dated = re.findall(rf"{source}: CBS(?:(?!{source}:).){{0,90}}{fetched_on}", text)
        assert len(dated) == len(re.findall(rf"{source}: CBS", text)) > 5


def test_figures_that_came_with_the_app_say_so(dutch):
    assert "meegeleverd met de app" in re.sub(r"\s+", " ", text_of(dutch))


def test_every_page_says_that_it_is_for_internal_use_and_the_first_one_why(dutch):
    pages = pages_of(dutch)
    assert all("Voor intern gebruik" in page for page in pages)
    assert "groepen van minder dan vijf partners staan er zoals ze zijn" in re.sub(r"\s+", " ", pages[0])


def test_no_partner_is_named(dutch, sample):
    text = squeezed(text_of(dutch))
    assert not [name for name in sample.frame["name"] if squeezed(name) in text]


def test_the_confidential_annex_names_partners_and_marks_every_page(mirror, sample):
    pdf = report_pdf(mirror, texts("nl"), confidential=sample, made=DAY)
    assert all("Vertrouwelijk" in page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    active = sample.frame.loc[sample.frame["status"] == "active", "name"]
    text = squeezed(text_of(pdf))
    assert all(squeezed(name) in text for name in active)


def test_english_is_english(mirror):
    pdf = report_pdf(mirror, texts("en"), made=DAY)
    assert "How are we doing?" in text_of(pdf)
    assert "Bijlage" not in text_of(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as book:
        assert str(book.Root.Lang).startswith("en")


@pytest.mark.parametrize("weight", ["count", "money_in"])
def test_the_glance_stays_on_two_pages_for_a_large_region(sample, weight):
    figures = load_snapshot()
    country = profile(figures, tuple(figures.municipalities.index[:60]), "Een streek met een lange naam " * 3)
    pdf = report_pdf(reflect(sample, country, Settings(draws=1_000, weight=weight)), texts("nl"), made=DAY)
    assert "Bijlage: de onderwerpen die iets zeggen" in PdfReader(io.BytesIO(pdf)).pages[2].extract_text()


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("", "Een lijst met namen is genoeg om te beginnen."),
        ("A\r\nB\r\n", "Vraag 2 partners voor wie ze vooral werken"),
    ],
)
def test_nothing_known_still_makes_a_report(region, rows, told):
    portfolio = read_partners(f"naam\r\n{rows}".encode(), "leeg.csv").portfolio
    text = text_of(report_pdf(reflect(portfolio, region, Settings(draws=1_000)), texts("nl"), made=DAY))
    assert told in re.sub(r"\s+", " ", text)


def test_what_a_museum_types_is_text_and_no_markup(mirror, region, sample):
    nasty = mirror.model_copy(update={"region": mirror.region.model_copy(update={"name": NASTY})})
    named = sample.__class__(
        sample.frame.assign(name=NASTY, place=NASTY), sample.shares, sample.states, "d", "n", fictitious=False
    )
    pdf = report_pdf(nasty, texts("nl"), museum=NASTY, confidential=named, made=DAY)
    text = text_of(pdf)
    assert '#panic("x") $x^2$ <script>' in text
    assert "*b* `c`" in text
    assert all(right < 595 for right in rights(pdf))


STRANGE = "Feest 🎉 مؤسسة النور 陳大文 Şişli ⵣ"


def test_signs_that_no_font_has_never_end_the_report_and_it_says_so(region):
    rows = "naam;soort;plaats;rechtsvorm\n" + "\n".join(f"{STRANGE} {i};fonds;Heerlen;stichting" for i in range(3))
    odd = read_partners(rows.encode("utf-8-sig"), "lijst.csv").portfolio
    pdf = report_pdf(reflect(odd, region, Settings(draws=1_000)), texts("nl"), museum=f"Museum {STRANGE}",
                     logo=read_logo(lettered("陳 Şişli")), confidential=odd, made=DAY)  # fmt: skip
    said = squeezed(text_of(pdf))
    assert "Feest□" in said
    assert "陳大文Şişli□" in said
    assert "tekenskondennietwordenafgedrukt;opdieplaatsenstaat□." in said


def lettered(words):
    return DOT.replace(b"</svg>", f"<title>🎉</title><text>{words}</text></svg>".encode())


@pytest.mark.parametrize("words", ["🎉", "نور", "<tspan>ⵣ</tspan>"])
def test_a_logo_with_letters_that_cannot_be_drawn_is_told_before_there_is_a_report(words):
    with pytest.raises(LogoError, match="Turn its text into shapes"):
        read_logo(lettered(words))


def test_a_report_of_which_every_sign_was_printed_does_not_speak_of_it(dutch):
    assert "afgedrukt" not in text_of(dutch)

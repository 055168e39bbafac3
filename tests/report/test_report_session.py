"""The session of 90 minutes, read back: two pages for a few people by themselves, which give nothing away."""

import datetime as dt
import io
import re

import pikepdf
import pytest
from pypdf import PdfReader

from regional.bubble.bubble import bubble
from regional.bubble.lineup import line_up, line_ups
from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.charts.lineup import letter
from regional.mirror.reflect import reflect
from regional.mirror.settings import Settings
from regional.partners.sample import load_sample
from regional.report.session import session_pdf
from regional.texts import texts

pytestmark = pytest.mark.pdf
PARKSTAD = ("GM0882", "GM0899", "GM0917", "GM0928", "GM0965", "GM0986", "GM1954")
DAY = dt.date(2026, 11, 26)
FIGURES, SAMPLE = load_snapshot(), load_sample().portfolio


def made(codes, language, home="GM0928"):
    region = profile(FIGURES, codes, "hier")
    mirror = reflect(SAMPLE, region, Settings(draws=1_000))
    themes = line_ups(mirror)
    seen = bubble(SAMPLE, FIGURES, region, mirror, home, DAY)
    pdf = session_pdf(seen, mirror, region, FIGURES.names[home], themes[0] if themes else None, texts(language),
                      museum="Museum De Proef", made=DAY)  # fmt: skip
    pages = [page.extract_text().replace("\xa0", " ") for page in PdfReader(io.BytesIO(pdf)).pages]
    return pdf, pages, line_up(themes[0], mirror.settings.seed) if themes else None


@pytest.fixture(scope="module", params=["nl", "en"])
def session(request):
    return request.param, *made(PARKSTAD, request.param)


def test_it_is_two_pages_and_ninety_minutes(session):
    _, _, pages, _ = session
    assert len(pages) == 2
    assert sum(int(n) for n in re.findall(r"\((\d+) minut", " ".join(pages))) == 90


def test_our_museum_and_the_regions_figures_stand_only_on_the_second_page(session):
    language, _, (first, second), found = session
    ours = {"nl": "Ons museum is plaatje {}.", "en": "Our museum is picture {}."}[language].format(letter(found.ours))
    assert ours in second
    assert ours not in first
    assert "%" not in first
    assert {"nl": "26 %", "en": "26%"}[language] in second


def test_one_thing_is_agreed_with_who_and_when(session):
    language, _, (_, second), _ = session
    asked = {"nl": ("Wat gaan we doen:", "Wie doet het (functie):", "Uiterlijk op:"),
             "en": ("What will be done:", "Who does it (role):", "On or before:")}[language]  # fmt: skip
    assert all(words in second for words in asked)


def test_no_partner_is_named_and_it_is_for_inside(session):
    language, _, pages, _ = session
    told = " ".join(pages)
    assert not [name for name in SAMPLE.frame["name"] if name in told]
    assert {"nl": "niet voor de raad van toezicht", "en": "not for the board"}[language] in told


def test_it_is_heard_without_giving_ours_away(session):
    language, pdf, _, _ = session
    with pikepdf.open(io.BytesIO(pdf)) as book:
        with book.open_metadata() as meta:
            assert meta.get("pdfuaid:part") == "1"
        heard = [str(one["/Alt"]) for one in book.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    word = {"nl": "Plaatje", "en": "Picture"}[language]
    assert sorted(set(heard)) == [f"{word} {one}" for one in "ABCDEFGH"]


def test_with_many_municipalities_the_pictures_stay_on_the_first_page():
    province = tuple(FIGURES.municipalities.index[FIGURES.municipalities["province"] == "PV31"])
    _, pages, found = made(province, "nl")
    assert len(found.groups) > 8
    assert len(pages) == 2


def test_in_a_region_of_one_municipality_there_is_more_time_to_talk():
    _, pages, found = made(["GM0928"], "nl")
    assert found is None
    assert len(pages) == 2
    assert "plaatje" not in " ".join(pages).lower()
    assert sum(int(n) for n in re.findall(r"\((\d+) minut", " ".join(pages))) == 90

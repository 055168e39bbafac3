"""What stands out is told the same on five surfaces: overview, board page, report, command line and workbook."""

import datetime as dt
import html
import io
import json
import re
from dataclasses import replace

import openpyxl
import pytest

from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.cli.main import as_json
from regional.mirror.reflect import reflect
from regional.mirror.settings import Settings
from regional.partners.sample import load_sample
from regional.publishing.board import board_html
from regional.publishing.publication import Frame, publish
from regional.publishing.store import Shared
from regional.report import report_html, report_xlsx
from regional.texts import texts
from regional.ui import view
from tests.publishing.random_lists import random_list
from tests.ui.test_ui_pages import opened

PARKSTAD = ("GM0882", "GM0899", "GM0917", "GM0928", "GM0965", "GM0986", "GM1954")
LISTS = {"sample": lambda: load_sample().portfolio, **{str(n): lambda n=n: random_list(n).portfolio for n in (3, 8)}}
CARD = re.compile(r"<h3>(.*?)</h3>.*?<p>(.*?)</p><p(?: class=\"ps-quiet\")?>(.*?)</p>")


def on_cards(page):
    return [tuple(html.unescape(part) for part in card) for card in CARD.findall(page)]


def on_the_overview(language):
    """Heading, sentence and certainty of each card, as they stand on the page."""
    test = opened(taal=language)
    plain = [value.value.replace("\\", "") for value in [*test.markdown, *test.caption]]
    return [text.removeprefix("### ") for text in plain]


@pytest.mark.parametrize(("name", "language"), [("sample", "nl"), ("sample", "en"), ("3", "nl"), ("8", "en")])
def test_what_stands_out_is_the_same_on_five_surfaces(name, language, monkeypatch):
    portfolio, t = LISTS[name](), texts(language)
    mirror = reflect(portfolio, profile(load_snapshot(), PARKSTAD, "Parkstad Limburg"), Settings())
    told = [
        (found["heading"], found["line"], f"{found['sure']}. {found['basis']}")
        for found in json.loads(as_json(mirror, t))["findings"]
    ]
    assert told
    report = report_html(mirror, t).partition('<div class="cards">')[2].partition("</div>")[0]
    assert on_cards(report) == told
    rows = openpyxl.load_workbook(io.BytesIO(report_xlsx(mirror, t))).worksheets[0].iter_rows(values_only=True)
    listed = [(row[0], row[1], f"{row[2]}. {row[3]}") for row in rows if row[3]]
    assert listed[1:] == told
    monkeypatch.setattr(view, "sample", lambda: replace(load_sample(), portfolio=portfolio))
    shown = on_the_overview(language)
    in_a_word = [(heading, line, said.partition(". ")[0]) for heading, line, said in told]
    assert [words for finding in in_a_word for words in finding if words not in shown] == []
    assert [text for text in shown if text in {heading for heading, *_ in told}] == [heading for heading, *_ in told]
    made = publish(mirror, Frame(title="Onze partners"), dt.date(2026, 11, 26))
    for_board = on_cards(board_html(Shared(publication=made), t))
    assert for_board == [finding for finding in told if finding in for_board]

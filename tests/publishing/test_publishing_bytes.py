"""A publication of any list, in every form that leaves the museum: no name, person, amount or hidden count in it."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import asdict
from functools import cache
from html import escape

import pytest

from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.charts.icon_array import MOST
from regional.mirror.reflect import reflect
from regional.mirror.settings import Settings
from regional.publishing.board import board_file, board_html
from regional.publishing.board_finding import finding_svg
from regional.publishing.board_theme import theme_detail
from regional.publishing.publication import FEW, Frame, publish
from regional.publishing.store import Shared
from regional.sentences import finding_words, findings
from regional.texts import texts
from tests.publishing.random_lists import held, random_list

SEEDS = range(15)
PARKSTAD = ("GM0882", "GM0899", "GM0917", "GM0928", "GM0965", "GM0986", "GM1954")
TABLE = re.compile(r"<table><thead><tr>(.*?)</tr></thead><tbody>(.*?)</tbody></table>")
HIDDEN = FEW.replace("<", "&lt;")


@cache
def region():
    return profile(load_snapshot(), PARKSTAD, "Parkstad Limburg")


@cache
def publication(seed):
    seen = random_list(seed)
    mirrors = [reflect(seen.portfolio, region(), Settings(weight=w)) for w in ("count", "money_in", "money_out")]
    return publish(mirrors[0], Frame(title="Onze partners"), dt.date(2026, 11, 24), seen.names, mirrors[1:])


@cache
def written(seed):
    """Every form of a publication, as bytes."""
    shared = Shared(publication=publication(seed))
    pages = [make(shared, texts(language)) for make in (board_html, board_file) for language in ("nl", "en")]
    return "\n".join([publication(seed).to_json(), *pages]).encode()


@pytest.mark.parametrize("seed", SEEDS)
def test_no_name_person_or_row_is_in_it(seed):
    seen = random_list(seed)
    assert held(written(seed), [*seen.names, *seen.persons, *seen.rows]) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_no_amount_of_a_partner_is_in_it(seed):
    numbers = {re.sub(r"[.,]", "", found) for found in re.findall(r"\d[\d.,]*", written(seed).decode())}
    assert numbers.isdisjoint(str(amount) for amount in random_list(seed).amounts)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_hidden_count_is_kept_as_nothing(seed):
    told = json.loads(publication(seed).to_json())
    hidden = [row for theme in told["themes"] for row in theme["rows"] if row["shown"] != "shown"]
    assert all(row["count"] is None and row["share"] is None for row in hidden)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_group_that_is_hidden_is_named_in_one_line_and_stands_in_no_table_or_picture(seed, language):
    t = texts(language)
    for theme in publication(seed).themes:
        hidden = [escape(row.label.in_(language)) for row in theme.rows if row.shown != "shown"]
        drawn = theme_detail(theme, t)
        rows = "".join(body for _, body in TABLE.findall(drawn))
        assert [name for name in hidden if f">{name}<" in rows] == []
        assert [name for name in hidden if name not in drawn] == []
        assert not hidden or ("<svg" not in drawn and drawn.count(HIDDEN) <= 1)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_picture_of_a_finding_has_a_dot_for_each_partner_that_the_table_counts(seed):
    made = publication(seed)
    for finding in made.findings:
        theme = next(theme for theme in made.themes if theme.id == finding.theme)
        drawn = [row for row in theme.rows if row.id in {mark.id for mark in finding.marks}]
        assert [row.shown for row in drawn] == ["shown"] * len(finding.marks)
        svg = finding_svg(finding, theme, texts("nl"))
        if theme.n_known <= MOST:
            legend = svg.count('r="4.6" class="partners"') - sum(row.count for row in drawn)
            assert legend == 1
        else:
            assert "<circle" in svg


@pytest.mark.parametrize("seed", SEEDS)
def test_what_stands_out_for_the_board_stands_out_on_the_overview_unless_others_went_first_there(seed):
    mirror = reflect(random_list(seed).portfolio, region(), Settings())
    for language in ("nl", "en"):
        ours = [asdict(finding_words(found, mirror, texts(language))) for found in findings(mirror)]
        for_board = [
            {name: getattr(found, name).in_(language) for name in ours[0]} for found in publication(seed).findings
        ]
        here = [told for told in ours if told in for_board]
        assert [told for told in for_board if told in ours] == here


def test_the_random_lists_have_all_there_is_to_hide():
    themes = [theme for seed in SEEDS for theme in publication(seed).themes]
    assert {row.shown for theme in themes for row in theme.rows} >= {"few", "shown"}
    assert any(theme.rows and theme.n_known is None for theme in themes)
    assert any(reached.partners is None for seed in SEEDS for reached in publication(seed).reach)
    assert any(flow.places for seed in SEEDS for flow in publication(seed).money)
    assert any(HIDDEN in written(seed).decode() for seed in SEEDS)
    assert any(publication(seed).findings for seed in SEEDS)


@pytest.mark.parametrize("hide", [str, json.dumps, lambda text: json.dumps(json.dumps(text)), "&#{};".format])
def test_a_name_that_slips_in_is_found(hide):
    name = 'Zanmus "Ster" 東京'
    told = "".join(hide(ord(c)) for c in name) if hide == "&#{};".format else hide(name)
    assert held(f"<p>{told}</p>".encode(), [name]) == [name]

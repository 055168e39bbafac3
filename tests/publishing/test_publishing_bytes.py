"""A publication of any list, in every form that leaves the museum: no name, person, amount or hidden count in it."""

from __future__ import annotations

import datetime as dt
import json
import re
from functools import cache

import pytest

from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.mirror.reflect import reflect
from regional.mirror.settings import Settings
from regional.publishing.board import board_file, board_html
from regional.publishing.publication import FEW, Frame, publish
from regional.publishing.store import Shared
from regional.texts import texts
from tests.publishing.random_lists import held, random_list

SEEDS = range(30)
PARKSTAD = ("GM0882", "GM0899", "GM0917", "GM0928", "GM0965", "GM0986", "GM1954")
TABLE = re.compile(r"<table><thead><tr>(.*?)</tr></thead><tbody>(.*?)</tbody></table>")
CELL = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>")
BARS = re.compile(r'<div class="ps-row">(.*?)(?=<div class="ps-row">|</figure>)')
OURS = {"nl": {"Aantal partners", "Onze partners", "Partners die hen bereiken"},
        "en": {"Number of partners", "Our partners", "Partners that reach them"}}  # fmt: skip
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
def test_beside_a_hidden_count_nothing_of_ours_is_shown(seed, language):
    shown = board_html(Shared(publication=publication(seed)), texts(language))
    for head, body in TABLE.findall(shown):
        ours = [i for i, title in enumerate(CELL.findall(head)) if title in OURS[language]]
        for row in body.split("</tr>")[:-1]:
            cells = {CELL.findall(row)[i] for i in ours}
            assert HIDDEN not in cells or cells == {HIDDEN}, row
    for row in BARS.findall(shown):
        assert HIDDEN not in row or "ps-bar ps-partners" not in row, row


def test_the_random_lists_have_all_there_is_to_hide():
    themes = [theme for seed in SEEDS for theme in publication(seed).themes]
    assert {row.shown for theme in themes for row in theme.rows} >= {"few", "shown"}
    assert any(theme.rows and theme.n_known is None for theme in themes)
    assert any(reached.partners is None for seed in SEEDS for reached in publication(seed).reach)
    assert any(flow.places for seed in SEEDS for flow in publication(seed).money)
    pages = [written(seed).decode() for seed in SEEDS]
    assert any(HIDDEN in body for page in pages for _, body in TABLE.findall(page))
    assert any("ps-bar ps-partners" in row for page in pages for row in BARS.findall(page))


@pytest.mark.parametrize("hide", [str, json.dumps, lambda text: json.dumps(json.dumps(text)), "&#{};".format])
def test_a_name_that_slips_in_is_found(hide):
    name = 'Zanmus "Ster" 東京'
    told = "".join(hide(ord(c)) for c in name) if hide == "&#{};".format else hide(name)
    assert held(f"<p>{told}</p>".encode(), [name]) == [name]

"""Through the years: who was there, who joined, and that nothing is tested twice."""

import datetime as dt

import numpy as np
import pytest

from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.charts.change import change_chart
from regional.dimensions import DIMENSIONS, dimension
from regional.mirror.change import change
from regional.mirror.reflect import reflect
from regional.mirror.result import Status
from regional.mirror.settings import Settings
from regional.partners.sample import load_sample
from regional.sentences.change import TOLD, change_sentences, change_title
from regional.sentences.states import state_words
from regional.texts import texts
from tests.mirror.portfolios import portfolio

HEERLEN, KERKRADE = "GM0917", "GM0928"
REGION = profile(load_snapshot(), [HEERLEN, KERKRADE], "twee")
PLACE, TODAY = dimension("location"), dt.date(2026, 11, 23)
NL = texts("nl")


def row(code, since, until="", status="active"):
    return {"municipality": code, "since": np.datetime64(since), "status": status,
            "until": np.datetime64(until) if until else np.datetime64("NaT")}  # fmt: skip


def of(rows, **settings):
    return change(portfolio(rows), REGION, PLACE, Settings(**settings), TODAY)


ROWS = [row(KERKRADE, "2020-01-01")] * 3 + [row(HEERLEN, "2021-05-01", "2024-12-30", "ended")] * 2 + [
    row(HEERLEN, "2025-02-01"), row(HEERLEN, "2026-01-01", status="possible"), {"municipality": HEERLEN}]  # fmt: skip


def test_those_who_left_count_in_the_years_they_were_there():
    ends = {end.year: end for end in of(ROWS).year_ends}
    assert (ends[2020].n, ends[2023].n, ends[2024].n, ends[2026].n) == (3, 5, 3, 4)
    assert dict(zip(of(ROWS).ids, ends[2023].shares, strict=True))[HEERLEN] == pytest.approx(0.4)


def test_who_has_no_start_is_in_no_year_and_is_told():
    assert of(ROWS).start_unknown == 1
    assert any("1 partner weten we het begin niet" in line for line in change_sentences(of(ROWS), NL))


def test_the_last_year_is_the_mirror_of_today():
    rows = [row(KERKRADE, "2020-01-01")] * 9 + [row(HEERLEN, "2022-01-01")] * 6
    today = reflect(portfolio(rows), REGION, Settings()).dimension("location")
    assert of(rows).year_ends[-1].shares == tuple(g.partner_share for g in today.groups)


def test_joiners_of_five_years_are_tested_together_and_few_say_too_little():
    few = [row(KERKRADE, "2025-03-01")] * 4 + [row(HEERLEN, "2012-01-01")] * 30
    assert set(of(few).joined.statuses) == {Status.TOO_LITTLE_DATA}
    many = [row(KERKRADE, f"{year}-03-01") for year in range(2022, 2027) for _ in range(6)]
    joined = of([*many, *[row(HEERLEN, "2012-01-01")] * 30]).joined
    assert (joined.first, joined.last, joined.n) == (2022, 2026, 30)
    assert dict(zip(of(many).ids, joined.statuses, strict=True))[KERKRADE] is Status.CLEARLY_MORE


def test_a_difference_among_joiners_is_worded_as_its_state():
    possibly = [row(KERKRADE, "2025-03-01")] * 9 + [row(HEERLEN, "2025-03-01")] * 11
    joined = of(possibly).joined
    said = " ".join(change_sentences(of(possibly), NL))
    for status in set(joined.statuses):
        assert (state_words(status, NL) in said) == (status in TOLD)


def test_the_region_is_held_fixed_and_that_is_said():
    assert any("houden we zoals ze in 2024 was" in line for line in change_sentences(of(ROWS), NL))


@pytest.mark.parametrize("entry", DIMENSIONS, ids=lambda d: d.id)
def test_every_theme_of_the_sample_has_years_or_none(entry):
    found = change(load_sample().portfolio, REGION, entry, Settings(kind="all"), TODAY)
    if found is not None:
        assert len(found.year_ends) <= 10
        assert change_title(found, NL)
        assert change_sentences(found, texts("en"))


@pytest.mark.parametrize("rows", [[], [{}], [{"municipality": HEERLEN}] * 12], ids=["nobody", "unknown", "no start"])
def test_without_starting_years_there_is_no_looking_back(rows):
    found = of(rows)
    assert found is None or (found.year_ends == () and "nog niet terugkijken" in change_title(found, NL))


def test_the_chart_holds_every_years_shares_in_words_and_table():
    found = of(ROWS)
    chart = change_chart(found, "Titel", NL)
    assert "2024" in chart.table.columns
    assert "Kerkrade" in chart.alt
    assert "CBS" in chart.source
    assert change_chart(of([row(KERKRADE, "2026-01-01")] * 12), "Titel", NL) is None


@pytest.mark.parametrize("n", [1, 2, 12])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_said_of_joiners_is_whole_for_every_count(n, language):
    rows = [row(KERKRADE, "2020-01-01")] * 12 + [row(HEERLEN, "2025-01-01")] * n
    for line in change_sentences(of(rows), texts(language)):
        assert "{" not in line
        assert " 1 partners" not in line

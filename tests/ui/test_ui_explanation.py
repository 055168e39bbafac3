"""Every measure is worked out from the mirror on screen, with its own figures; or it says why it cannot be."""

import re
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from regional.bubble.money import flows
from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.dimensions import dimension
from regional.geo.regions import DEFAULT_SPEC, parse_region
from regional.mirror.details import details
from regional.mirror.reflect import reflect
from regional.mirror.settings import Settings
from regional.partners.frame import empty_portfolio
from regional.partners.read import read_partners
from regional.partners.sample import load_sample
from regional.sentences.measures import MEASURES, Case
from regional.texts import texts
from tests.mirror.portfolios import portfolio

ROOT = Path(__file__).parents[2]
BARE = (ROOT / "data" / "sample" / "kale-lijst.csv").read_bytes()
IDS = [measure.id for measure in MEASURES]
NOTHING = "niets om mee te rekenen"


@cache
def region():
    return profile(load_snapshot(), parse_region(DEFAULT_SPEC, load_snapshot()).codes, "Parkstad")


def case(partners, theme="location", group=None, **settings):
    mirror = reflect(partners, region(), Settings(**settings))
    result = mirror.dimension(theme)
    return Case(partners, region(), mirror, result, result.group(group) if group else result.groups[0])


def said(measure_id, found, language="nl"):
    measure = next(measure for measure in MEASURES if measure.id == measure_id)
    t = texts(language)
    missing = measure.missing(found)
    return t(missing) if missing else "\n".join(measure.steps(found, t)).replace("\u00a0", " ")


def opened(*ids, data=None, **query):
    test = AppTest.from_file(ROOT / "app.py", default_timeout=30)
    for key, value in query.items():
        test.query_params[key] = value
    if data is not None:
        test.switch_page("pages/onze_partners.py").run()
        test.file_uploader(key="partner_file").upload("lijst.csv", data).run()
    test.switch_page("pages/bronnen_en_uitleg.py")
    test.session_state["sources_nl"], test.session_state["sources_en"] = (
        "Elke maat voorgerekend",
        "Every measure, worked out",
    )
    for measure_id in ids:
        test.session_state[f"worked_{measure_id}"] = True
    return test.run()


def bodies(test):
    return {box.label: "\n".join(line.value for line in box.markdown) for box in test.expander}


@pytest.mark.parametrize("taal", ["nl", "en"])
@pytest.mark.parametrize("data", [None, BARE, b"naam\n"], ids=["sample", "bare list", "empty list"])
def test_every_measure_opens(data, taal):
    test = opened(*IDS, data=data, taal=taal)
    assert not test.exception
    found = bodies(test)
    assert all(found[texts(taal)(measure.title)] for measure in MEASURES)


@pytest.mark.parametrize("weight", ["money_in", "money_out"])
def test_every_measure_opens_by_money(weight):
    assert not opened(*IDS, weight=weight).exception


def test_a_measure_that_is_closed_computes_nothing():
    found = bodies(opened("gap"))
    assert found["Verschil"]
    assert not found["Verhouding"]


def test_the_first_theme_that_is_tested_is_chosen_and_another_can_be():
    test = opened("gap")
    assert test.selectbox(key="worked_theme").value == "location"
    changed = test.selectbox(key="worked_theme").set_value("sector").run()
    assert not changed.exception
    assert "van 15 partners" in bodies(changed)["Verschil"]


@pytest.mark.parametrize("theme", ["location", "urbanity", "age", "sex", "education", "sector"])
@pytest.mark.parametrize("weight", ["count", "money_in", "money_out"])
def test_every_measure_of_every_group_of_the_sample_is_worked_out(theme, weight):
    sample = load_sample().portfolio
    one = case(sample, theme, weight=weight)
    for group in one.result.groups:
        found = Case(sample, region(), one.mirror, one.result, group)
        for measure_id in IDS:
            assert said(measure_id, found)
            assert "nan" not in said(measure_id, found).split()


@pytest.mark.parametrize("measure_id", IDS)
def test_without_partners_each_measure_says_that_there_is_nothing(measure_id):
    assert NOTHING in said(measure_id, case(empty_portfolio()))


def test_a_bare_list_has_a_place_and_no_reach():
    bare = read_partners(BARE, "lijst.csv").portfolio
    assert NOTHING not in said("gap", case(bare))
    assert NOTHING in said("reach", case(bare))


def test_by_money_measures_of_partners_say_so():
    found = case(load_sample().portfolio, weight="money_in")
    for measure_id in ("dissimilarity", "needed", "detectable", "zero", "fit"):
        assert "Deze maat telt partners" in said(measure_id, found)


TWENTY_OF_SIXTY = portfolio(
    [{"municipality": "GM0917", "since": np.datetime64("2024-03-01")}] * 20 + [{"municipality": "GM0928"}] * 40
)


def test_the_difference_is_written_as_a_reader_would():
    words = said("gap", case(TWENTY_OF_SIXTY, group="GM0917"))
    assert "20 van 60 partners = 33,3 %." in words
    assert "Regio: 34,1 %." in words
    assert "33,3 % − 34,1 % = −0,8 procentpunt" in words


def test_figures_are_those_of_the_mirror():
    t = texts("nl")
    sample = load_sample().portfolio
    for group in reflect(sample, region()).dimension("location").groups:
        found = case(sample, group=group.id)
        assert f"= {t.points(group.gap, 1)} procentpunt" in said("gap", found)
        assert f"= {t.number(group.ratio, 2)}." in said("ratio", found)
        assert f"P = {t.number(group.p, 3)}." in said("chance", found)
        assert all(t.percent(end, 1).replace("\u00a0", " ") in said("chance", found) for end in group.band)
        assert all(t.percent(end, 1).replace("\u00a0", " ") in said("bounds", found) for end in group.bounds)
        assert t.number(group.p_adjusted, 3) in said("family", found)


def test_figures_are_those_of_the_details():
    t = texts("nl")
    sample = load_sample().portfolio
    whole = details(sample, region(), dimension("location"), Settings())
    found = case(sample)
    for measure_id, share in (("dissimilarity", whole.dissimilarity), ("dissimilarity", whole.noise_high),
                              ("fit", whole.fit_p)):  # fmt: skip
        assert t.percent(share, 1).replace("\u00a0", " ") in said(measure_id, found)
    for measure_id, value, decimals in (("distances", whole.jensen_shannon, 3), ("distances", whole.hellinger, 3),
                                        ("effective", whole.partner_groups, 1)):  # fmt: skip
        assert t.number(value, decimals) in said(measure_id, found)
    for one in whole.groups:
        found = case(sample, group=one.id)
        expected = [*one.wilson, *one.goodman]
        assert all(t.percent(end, 1).replace("\u00a0", " ") in said("intervals", found) for end in expected)
        assert f"naar boven afgerond {one.needed}" in said("needed", found) or one.needed == 0
        assert t.points(one.detectable_more, 1) in said("detectable", found)
        assert (t.number(one.surprise_of_zero, 3) if one.surprise_of_zero >= 0.001 else "0,001") in said("zero", found)


def test_so_many_partners_as_are_needed_are_checked_on_the_spot():
    found = case(load_sample().portfolio, group="GM1954")
    k = int(re.search(r"afgerond (\d+)", said("needed", found)).group(1))
    assert f"(0 + {k}) van (43 + {k})" in said("needed", found)


def test_money_is_that_of_both_flows():
    t, sample = texts("nl"), load_sample().portfolio
    words = said("money", case(sample))
    for flow in flows(sample, Settings()):
        assert t.number(flow.effective, 1) in words
        assert t.percent(flow.top3, 1).replace("\u00a0", " ") in words


def test_newcomers_of_the_latest_year_are_laid_beside_the_region():
    words = said("trend", case(TWENTY_OF_SIXTY, group="GM0917"))
    assert "in 2024 20 bij" in words
    assert "in deze groep 20, dat is 100,0 %" in words
    assert "Duidelijk meer" in words


def test_inhabitants_per_partner_are_those_of_the_mirror():
    found = case(load_sample().portfolio)
    most = max(one.per_partner for one in found.mirror.reach if one.per_partner)
    assert texts("nl").number(most) in said("reach", found)


def test_nothing_unknown_is_said():
    assert "niets onbekend" in said("bounds", case(TWENTY_OF_SIXTY))

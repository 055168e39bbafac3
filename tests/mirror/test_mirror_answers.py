"""The same theme in every way of counting, each through the mirror's own path."""

from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.dimensions import dimension
from regional.mirror.answers import answers
from regional.mirror.reflect import reflect
from regional.mirror.settings import Settings
from regional.partners.sample import load_sample
from tests.mirror.portfolios import portfolio

HEERLEN, KERKRADE, LANDGRAAF = "GM0917", "GM0928", "GM0882"
REGION = profile(load_snapshot(), [HEERLEN, KERKRADE, LANDGRAAF], "drie")
SAMPLE = load_sample().portfolio
PLACE = dimension("location")


def test_ways_of_counting_are_the_mirrors_own():
    side = answers(SAMPLE, REGION, PLACE, Settings())
    by_way = {answer.way: answer.result for answer in side.answers}
    assert by_way["count"] == reflect(SAMPLE, REGION, Settings()).dimension("location")
    money = reflect(SAMPLE, REGION, Settings(weight="money_out")).dimension("location")
    assert by_way["money_out"] == money


def test_groups_whose_state_differs_are_named():
    kinds = [{"kinds": ("supplier",), "municipality": KERKRADE}] * 30 + [
        {"kinds": ("content",), "municipality": HEERLEN}
    ] * 30
    side = answers(portfolio(kinds), REGION, PLACE, Settings())
    assert KERKRADE in side.differing


def test_a_way_in_which_too_little_is_known_contradicts_nobody():
    rows = [{"municipality": HEERLEN}] * 20 + [{"kinds": ("funder",), "municipality": KERKRADE, "amount": 5.0}] * 3
    side = answers(portfolio(rows), REGION, PLACE, Settings())
    assert side.differing == ()


def test_without_amounts_there_is_no_main_funder_to_leave_out():
    ways = {
        answer.way for answer in answers(portfolio([{"municipality": HEERLEN}] * 9), REGION, PLACE, Settings()).answers
    }
    assert "money_in_without" not in ways


def test_only_ways_that_know_enough_can_agree():
    rows = [{"municipality": HEERLEN}] * 20 + [{"kinds": ("funder",), "municipality": KERKRADE, "amount": 5.0}] * 3
    side = answers(portfolio(rows), REGION, PLACE, Settings())
    assert len(side.answers) > 1
    assert side.saying == 1
    assert answers(portfolio([]), REGION, PLACE, Settings()).saying == 0


def test_the_main_funder_is_left_out_of_one_answer_only():
    rows = [{"kinds": ("funder",), "municipality": HEERLEN, "amount": 1_000.0}]
    rows += [{"kinds": ("funder",), "municipality": KERKRADE, "amount": 10.0}] * 12
    by_way = {a.way: a.result for a in answers(portfolio(rows), REGION, PLACE, Settings()).answers}
    assert by_way["money_in"].total == 1_120.0
    assert by_way["money_in_without"].total == 120.0

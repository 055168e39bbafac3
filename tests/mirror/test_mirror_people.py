"""What a partner is per theme about people, and what is said of it."""

import pytest

from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.mirror.reflect import reflect
from regional.mirror.result import Reason, Status
from regional.mirror.settings import Settings
from regional.partners.portfolio import Answer
from regional.sentences import dimension_sentence, mirror_headline
from regional.texts import texts
from tests.mirror.portfolios import portfolio

PARKSTAD = ("GM0882", "GM0899", "GM0917", "GM0928", "GM0965", "GM0986", "GM1954")
CONTENT = {"kinds": ("content",)}
AGES = {"age": {"0-15": 0.2, "15-25": 0.2, "25-45": 0.2, "45-65": 0.2, "65+": 0.2}}


@pytest.fixture(scope="module")
def region():
    return profile(load_snapshot(), PARKSTAD, "Parkstad Limburg")


def named(*answers, kinds=("content",)):
    return [{"mainly_for": groups, "kinds": kinds} for groups in answers]


def age(rows, region, answers=None, **settings):
    return reflect(portfolio(rows, answers), region, Settings(**settings)).dimension("age")


def test_a_partner_is_one_of_six_things(region):
    rows = [
        *named(("0-15",), ("65+", "15-25"), ("everyone",), ("0-15", "15-25", "65+"), ("lowest_40",)),
        {"shares": AGES, "shares_of": "audience", **CONTENT}, CONTENT, CONTENT, {"is_person": True, **CONTENT},
        *named(("0-15",), (), kinds=("supplier",)), *named(("65+",), (), kinds=("funder",)),
    ]  # fmt: skip
    found = age(rows, region, {(7, "mainly_for"): Answer.RATHER_NOT, (8, "mainly_for"): Answer.NOT_APPLICABLE})
    assert found.answers == {
        "measured": 1, "focused": 2, "everyone": 2, "none_named": 1, "not_asked_of": 4, "unknown": 3,
    }  # fmt: skip
    assert sum(found.answers.values()) == len(rows)
    assert (found.n_known, found.n_unknown, found.not_applicable) == (2, 2, 1)
    assert found.unknown == {"not_asked": 1, "rather_not_say": 1}


def test_two_groups_are_half_each_and_all_of_a_theme_is_everyone(region):
    found = age(named(("0-15",), ("0-15", "65+")), region)
    assert found.group("0-15").count == 1.5
    assert (found.group("65+").count, found.group("65+").partners) == (0.5, 1)
    sex = reflect(portfolio(named(("women", "men"))), region).dimension("sex")
    assert sex.answers["everyone"] == 1


def test_funders_are_taken_in_only_where_all_of_them_answered(region):
    content, answered = named(("0-15",)), named(("65+",), ("65+",), kinds=("funder",))
    assert age(content + answered, region).answers["focused"] == 3
    assert age(content + answered + [{"kinds": ("funder",)}], region).answers["not_asked_of"] == 3


def test_own_percentages_are_never_pooled_with_main_groups(region):
    rows = [*[{"shares": AGES, "shares_of": "audience", **CONTENT}] * 4, *named(("0-15",), ("65+",))]
    assert age(rows, region).n_known == 2
    assert age(rows, region, shares=True).n_known == 4


def test_sixty_partners_with_main_groups_give_these_groups_their_states(region):
    rows = named(*[("0-15",)] * 20, *[("lowest_40", "15-25")] * 20, *[("0-15", "lowest_40")] * 20)
    mirror = reflect(portfolio(rows), region)
    found = mirror.dimension("age")
    assert found.group("65+").status is Status.CLEARLY_LESS
    assert found.group("45-65").status is Status.NOT_COMPARABLE
    assert mirror.dimension("income").group("highest_20").status is Status.NOT_COMPARABLE
    assert mirror.dimension("income").group("lowest_40").status is Status.CLEARLY_MORE


def test_sixty_times_everyone_is_no_finding_and_no_parity(region):
    mirror = reflect(portfolio(named(*[("everyone",)] * 60)), region)
    for theme in ("age", "sex", "education", "income"):
        found = mirror.dimension(theme)
        assert found.answers["everyone"] == 60
        assert {g.reason for g in found.groups if g.status is Status.TOO_LITTLE_DATA} == {Reason.FEW_PARTNERS}
        assert "60 voor iedereen" in dimension_sentence(found, texts("nl"))
        assert "wie zij bereiken, weten we niet" in dimension_sentence(found, texts("nl"))


def test_a_typical_museum_is_not_told_of_the_middle_aged_men_or_the_rich(region):
    rows = named(*[("everyone",)] * 24, *[("0-15",)] * 12, *[("65+",)] * 8, *[("lowest_40",)] * 6, *[("15-25",)] * 4)
    silent = {"25-45", "45-65", "men", "middle_40", "highest_20", "havo_vwo_mbo24", "hbo_wo"}
    for result in reflect(portfolio(rows), region).dimensions:
        for group in result.groups:
            assert group.id not in silent or group.status is Status.NOT_COMPARABLE


def test_urbanity_is_another_way_of_reading_place_where_place_is_judged(region):
    rows = [{"municipality": code} for code in PARKSTAD for _ in range(4)]
    judged = reflect(portfolio(rows), region)
    assert judged.dimension("urbanity").reading_of == "location"
    assert {g.status for g in judged.dimension("urbanity").groups} == {Status.NOT_COMPARABLE}
    assert judged.dimension("location").tests == len(PARKSTAD)


def test_a_partner_that_works_in_a_place_is_counted_there_though_it_sits_elsewhere(region):
    rows = [{"municipality": "GM0363", "work_area": ("GM0917", "GM0928")}]
    location = reflect(portfolio(rows), region).dimension("location")
    assert (location.group("GM0917").works_here, location.group("GM0917").count) == (1, 0)


def test_a_place_is_without_partners_only_where_nobody_sits_or_works(region):
    rows = [{"municipality": code} for code in PARKSTAD[:5] for _ in range(4)]
    rows += [{"municipality": "GM0917", "work_area": ("GM0986", "GM0917")}]
    told = mirror_headline(reflect(portfolio(rows), region), texts("nl"))
    assert "Geen partner zit of werkt in: Beekdaelen." in told


def test_households_count_who_names_them(region):
    mirror = reflect(portfolio(named(("with_children",), ("with_children", "single"), ("65+",))), region)
    told = dimension_sentence(mirror.dimension("household"), texts("nl"))
    assert told == (
        "Voor zover we weten: 1 partner vooral voor eenpersoonshuishoudens en 2 partners vooral voor huishoudens met "
        "kinderen."
    )

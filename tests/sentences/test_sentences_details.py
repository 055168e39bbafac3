"""What the details say is whole and grammatical for every count, in both languages."""

import re

import pytest

from regional.mirror.answers import Count, SideBySide
from regional.mirror.detail_result import Details, GroupDetails
from regional.mirror.result import DimensionResult, Group, Status
from regional.sentences import details as say
from regional.texts import texts

WRONG = re.compile(r"\b1 (partners|bekende partners)\b|  |\bnan\b|None|\{")


def result(n, count):
    group = Group(id="GM0928", label="Kerkrade", region_share=0.08, partner_share=count / n, count=count, n=n,
                  status=Status.IN_LINE)  # fmt: skip
    return DimensionResult(id="location", role="mirror", kind="label", base="", source="x", year=2024, precision=0,
                           tested=True, n_known=n, n_unknown=0, effective_n=n, total=n, groups=(group,))  # fmt: skip


def told(t):
    for n in (1, 2, 25, 2_500):
        details = Details(dimension="location", n=n, effective_n=n, dissimilarity=0.21, noise_mean=0.12, noise_high=0.2,
                          jensen_shannon=0.3, hellinger=0.2, region_groups=5.7, partner_groups=4.4, fit_p=0.07,
                          region_blau=0.7, partner_blau=0.5, fit_method="monte_carlo", fit_error=0.003,
                          groups=())  # fmt: skip
        yield from say.details_sentences(details, t)
        theme = result(n, 0)
        for wanted in (None, 0, 1, 7, 10_000):
            for p in (0.12, 0.001):
                one = GroupDetails(id="GM0928", label="Kerkrade", needed=wanted, needed_low=wanted, surprise_of_zero=p)
                yield say.needed_sentence(theme, theme.groups[0], one, t)
                yield say.zero_sentence(theme, theme.groups[0], one, t)
        never = GroupDetails(id="GM0928", label="Kerkrade", reachable=False)
        yield say.needed_sentence(theme, theme.groups[0], never, t)
        for differing in ((), ("GM0928",)):
            yield from say.answers_sentences(SideBySide((Count("count", theme),) * 2, differing), t)
        yield from say.answers_sentences(SideBySide((Count("count", theme),), ()), t)
    yield from (say.way_name(way, t) for way in say.WAY_NAMES)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_sentence_is_whole(language):
    for sentence in told(texts(language)):
        assert not WRONG.search(sentence), sentence


def test_nobody_from_a_small_group_says_little():
    theme = result(25, 0)
    one = GroupDetails(id="GM0928", label="Kerkrade", surprise_of_zero=0.92**25)
    told = say.zero_sentence(theme, theme.groups[0], one, texts("nl")).replace("\N{NO-BREAK SPACE}", " ")
    assert told == (
        "Bij 25 bekende partners zegt niemand uit een groep van 8 % (Kerkrade) weinig: door toeval gebeurt dat in 12 % "
        "van de gevallen."
    )


@pytest.mark.parametrize(("band", "words"), [((0.0, 0.2), "zegt niemand"), ((0.02, 0.2), "is niemand")])
def test_nobody_is_remarkable_only_where_the_chance_band_leaves_it_out(band, words):
    theme = result(60, 0)
    group = theme.groups[0].model_copy(update={"band": band})
    one = GroupDetails(id="GM0928", label="Kerkrade", surprise_of_zero=0.04)
    assert words in say.zero_sentence(theme, group, one, texts("nl"))


def test_what_is_not_measured_is_not_said():
    assert say.details_sentences(Details(dimension="kind", n=0, effective_n=0, groups=()), texts("nl")) == []


def test_the_normal_approximation_is_said_where_it_was_used_and_only_there():
    many = result(2_500, 100)
    money = many.model_copy(update={"effective_n": 800.0})
    assert "2.000" in say.normal_sentence(money, texts("nl"))
    assert say.normal_sentence(many, texts("nl")) == ""
    assert say.normal_sentence(money.model_copy(update={"n_known": 2_000}), texts("nl")) == ""


def test_ways_that_know_too_little_are_not_said_to_agree():
    known = result(25, 2)
    group = known.groups[0].model_copy(update={"status": Status.TOO_LITTLE_DATA})
    silent = known.model_copy(update={"groups": (group,)})
    for first, text in ((known, "maar één manier"), (silent, "geen enkele manier")):
        side = SideBySide((Count("count", first), Count("money_in", silent)), ())
        assert text in say.answers_sentences(side, texts("nl"))[0]

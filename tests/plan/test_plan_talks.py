"""The article's rules: how to go into a conversation, and that nobody is ranked."""

import pytest

from regional.plan.talks import GUIDES, STAGES, TALK_QUESTIONS, Approach, approach, by_approach
from regional.texts import texts
from tests.mirror.portfolios import portfolio


@pytest.mark.parametrize(
    ("stage", "fit", "expected"),
    [
        (None, None, Approach.ASK),
        ("not_discussed", "yes", Approach.ASK),
        ("exploring", None, Approach.ASK),
        ("not_yet", None, Approach.SHOW),
        ("not_yet", "yes", Approach.SHOW),
        ("shares", None, Approach.LEARN),
        ("policy", "yes", Approach.LEARN),
        ("exploring", "yes", Approach.TOGETHER),
        ("shares", "no", Approach.DIFFER),
        (None, "partly", Approach.DIFFER),
    ],
)
def test_the_rules_of_the_article(stage, fit, expected):
    assert approach(stage, fit) is expected


def test_whom_to_learn_from_depends_on_where_we_are():
    assert approach("policy", "yes", ours="shares") is Approach.TOGETHER
    assert approach("exploring", "yes", ours="not_discussed") is Approach.TOGETHER


def test_partners_stand_in_the_order_of_the_file():
    rows = [{"name": "B", "stage": "shares"}, {"name": "A", "stage": "shares"}, {"name": "C"}]
    found = by_approach(portfolio(rows))
    assert found[Approach.LEARN] == ["B", "A"]
    assert found[Approach.ASK] == ["C"]


def test_persons_and_those_who_left_are_not_listed():
    rows = [
        {"name": "Jan", "is_person": True},
        {"name": "Weg", "status": "ended"},
        {"name": "Nieuw", "status": "possible"},
    ]
    assert not any(by_approach(portfolio(rows)).values())
    assert by_approach(portfolio(rows), status=("possible",))[Approach.ASK] == ["Nieuw"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_approach_and_question_is_worded(language):
    t = texts(language)
    assert set(GUIDES) == set(Approach)
    assert all(t(getattr(guide, part)) for guide in GUIDES.values() for part in ("title", "when", "how"))
    assert all(t(question).endswith("?") for question in TALK_QUESTIONS)


def test_stages_are_those_of_the_registry():
    from regional.dimensions import dimension

    assert tuple(category.id for category in dimension("stage").categories) == STAGES

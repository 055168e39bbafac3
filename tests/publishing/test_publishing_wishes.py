"""How often partners chose what can be better: totals from five answers, from which no single answer is subtracted."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from regional.publishing.board import board_html
from regional.publishing.publication import Frame, from_json, publish
from regional.publishing.safe import LEAST
from regional.publishing.store import Shared
from regional.questionnaire.questions import PARTS
from regional.texts import texts
from tests.publishing.test_publishing_suppression import mirror, result

CODES = [option.code for option in PARTS["better"].options]
MARCH, JUNE = dt.date(2026, 3, 1), dt.date(2026, 6, 1)


def made(counts, n=30, day=MARCH, earlier=(), partners=32):
    return publish(
        mirror(result("size", (20, 9)), n=partners), Frame(title="x"), day, earlier=earlier, wishes=(counts, n)
    )


def shown(publication):
    return {wish.id: wish.partners for wish in publication.wishes}


def test_totals_below_five_are_not_told():
    found = shown(made({"earlier": 12, "paid": 4, "fine": 5}))
    assert (found["earlier"], found["paid"], found["fine"], found["talk"]) == (12, None, 5, None)


def test_of_four_answers_nothing_is_told():
    assert made({"earlier": 4}, 4).wishes == ()
    assert made({"earlier": 4, "paid": 4}, 30).wishes == ()
    assert "wishes" not in made({}, 0).to_json()


def test_one_more_answer_is_not_seen_until_five_changed():
    first = made({"earlier": 12, "paid": 6})
    for counts in ({"earlier": 13, "paid": 6}, {"earlier": 12, "paid": 4}, {"earlier": 12, "paid": 6, "fine": 5}):
        second = made(counts, 31, JUNE, [first])
        assert shown(second) == shown(first)
        assert {wish.as_of for wish in second.wishes} == {MARCH}
    third = made({"earlier": 17, "paid": 6, "fine": 9}, 40, JUNE, [first], partners=41)
    assert (shown(third)["earlier"], shown(third)["fine"], third.wishes[0].as_of) == (17, 9, None)


def test_what_was_hidden_once_does_not_fall():
    first = made({"earlier": 12, "paid": 4})
    second = made({"earlier": 12, "paid": 14}, day=JUNE, earlier=[first], partners=46)
    third = made({"earlier": 12, "paid": 9}, day=dt.date(2026, 9, 1), earlier=[first, second], partners=46)
    assert (shown(second)["paid"], shown(third)["paid"], third.wishes[0].as_of) == (14, 14, JUNE)


def test_what_was_hidden_shows_when_all_of_it_may_have_come_since():
    first = made({"earlier": 12, "paid": 4})
    for partners, shows in ((32 + 8, None), (32 + 9, 9)):
        second = made({"earlier": 12, "paid": 9}, day=JUNE, earlier=[first], partners=partners)
        assert shown(second)["paid"] == shows


ANSWERS = st.lists(st.tuples(st.fixed_dictionaries({code: st.integers(0, 20) for code in CODES[:3]}),
                             st.integers(0, 40)), min_size=2, max_size=5)  # fmt: skip


@given(ANSWERS)
def test_whatever_follows_whatever_no_difference_tells_of_fewer_than_five(rounds):
    left = []
    for month, (counts, n) in enumerate(rounds, 1):
        left.append(made(counts, n, dt.date(2026, month, 1), tuple(left)))
    seen = [shown(publication) for publication in left if publication.wishes]
    for i, before in enumerate(seen):
        for after in seen[i + 1 :]:
            for code in CODES:
                was, now = before[code], after[code]
                assert was is not None or now is None, "as many partners as before"
                assert was is None or (now is not None and (was == now or abs(was - now) >= LEAST))


def test_the_board_reads_them_in_both_languages_and_what_is_kept_comes_back():
    publication = made({"earlier": 12, "paid": 4})
    assert from_json(publication.to_json()) == publication
    assert "eerder meedoen</td><td>12</td>" in board_html(Shared(publication=publication), texts("nl")).replace(
        "</th>", "</td>"
    )
    assert "taking part earlier" in board_html(Shared(publication=publication), texts("en"))

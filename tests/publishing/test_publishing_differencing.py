"""Two publications of nearly the same list: what one partner answered cannot be subtracted."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from regional.mirror.result import ReachResult
from regional.publishing.board import board_html
from regional.publishing.publication import Frame, from_json, publish
from regional.publishing.store import Shared
from regional.publishing.suppression import LEAST
from regional.texts import texts
from tests.publishing.test_publishing_money import by_money
from tests.publishing.test_publishing_suppression import mirror, result

MARCH, JUNE, NEXT_YEAR = dt.date(2026, 3, 1), dt.date(2026, 6, 1), dt.date(2027, 1, 5)
FRAME = Frame(title="x")


def of_stages(counts, made=MARCH, earlier=(), n=80):
    return publish(mirror(result("stage", counts), n=n), FRAME, made, earlier=earlier)


def counts(publication):
    return [row.count for row in publication.themes[0].rows]


def test_one_more_partner_is_not_seen_until_five_changed():
    first = of_stages((8, 12, 20))
    second = of_stages((9, 12, 20), JUNE, [first], n=81)
    [theme] = second.themes
    assert (theme.n_known, counts(second), theme.as_of) == (40, [8, 12, 20], MARCH)
    assert "41" not in theme.model_dump_json()
    assert second.basis.nl == "gebaseerd op 40 van 81 partners"
    third = of_stages((10, 12, 23), JUNE, [first, second])
    assert (counts(third), third.themes[0].as_of) == ([10, 12, 23], None)


def test_a_repeated_picture_keeps_its_first_date_and_is_told_of():
    first = of_stages((8, 12, 20))
    second = of_stages((9, 12, 20), JUNE, [first])
    third = of_stages((9, 13, 20), dt.date(2026, 9, 1), [second])
    assert third.themes[0].as_of == MARCH
    assert "Cijfers van 1 maart 2026." in board_html(Shared(publication=third), texts("nl"))
    assert from_json(third.to_json()) == third


def test_all_earlier_publications_count_and_not_only_the_last():
    first, second = of_stages((8, 12, 20)), of_stages((16, 12, 20), JUNE)
    again = of_stages((9, 12, 20), dt.date(2026, 9, 1), [first, second])
    assert counts(again) == [8, 12, 20]


def test_what_would_no_longer_be_shown_stays_too():
    first = of_stages((8, 1, 0), n=40)
    assert counts(of_stages((4, 1, 0), JUNE, [first], n=40)) == [8, None, None]
    assert of_stages((4, 1, 0), JUNE, [first], n=37).themes[0].as_of == MARCH
    assert of_stages((1, 1, 1), JUNE, [of_stages((20, 1, 0), n=40)], n=9).themes[0].rows == ()


def test_nobody_sees_whether_who_left_was_in_a_group_that_is_shown():
    first = of_stages((10, 2, 1), n=20)
    in_it, elsewhere = (of_stages(counts, JUNE, [first], n=19) for counts in ((9, 2, 1), (10, 2, 1)))
    assert in_it.to_json() == elsewhere.to_json()
    assert in_it.themes[0].as_of == MARCH


def test_nobody_sees_whether_who_left_was_of_a_group_that_is_reached():
    def reaching(partners, n, made=MARCH, earlier=()):
        seen = mirror(result("size", (20, 9)), n=n, reach=(reached("65+", partners), reached("women", 1)))
        return publish(seen, FRAME, made, earlier=earlier)

    first = reaching(10, 20)
    assert reaching(9, 19, JUNE, [first]).reach == reaching(10, 19, JUNE, [first]).reach


@given(st.integers(0, 4), st.integers(0, 5))
def test_a_group_that_is_hidden_again_is_hidden_alike_whatever_it_was(before, came):
    """Who knows that five came sees in the second one only that a group is hidden, not why."""
    first = of_stages((10, before, 10), n=40)
    second = of_stages((10, before + came, 15), JUNE, [first], n=45)
    assert {row.shown for row in second.themes[0].rows if row.count is None} <= {"withheld"}


def test_another_region_of_the_same_day_has_no_date():
    assert of_stages((8, 12, 20), MARCH, [of_stages((8, 12, 20))]).themes[0].as_of is None


def test_a_group_that_just_passed_five_stays_small():
    first = of_stages((8, 4, 20))
    assert counts(of_stages((8, 5, 20), JUNE, [first])) == [8, None, 20]


def test_a_group_that_was_hidden_once_does_not_fall():
    first = of_stages((20, 1, 20))
    second = of_stages((20, 9, 20), JUNE, [first], n=90)
    assert counts(second) == [20, 9, 20]
    for now, shown in ((8, [20, 9, 20]), (9, [20, 9, 20]), (12, [32, 12, 20])):
        third = of_stages((32, now, 20), dt.date(2026, 9, 1), [first, second], n=120)
        assert counts(third) == shown, "that it fell or stayed the same looks alike"


def reached(group, partners):
    return ReachResult(id=group, dimension="age", label=group, inhabitants=9, main=partners, also=0, per_partner=None)


def test_a_group_reached_by_fewer_that_was_hidden_once_is_repeated_by_itself():
    publications = []
    for day, n, also in ((MARCH, 60, 3), (JUNE, 75, 9), (dt.date(2026, 9, 1), 90, 8)):
        seen = mirror(result("size", (20, 9)), n=n, reach=(reached("65+", n // 3), reached("women", also)))
        publications.append(publish(seen, FRAME, day, earlier=publications[:]))
    told = [[(row.partners, row.as_of) for row in publication.reach] for publication in publications]
    assert told == [[(20, None), (None, None)], [(25, None), (9, None)], [(30, None), (9, JUNE)]]
    page = board_html(Shared(publication=publications[-1]), texts("nl"))
    assert page.count("Cijfers van 1 juni 2026.") == 1


def test_the_fictitious_museum_is_not_mixed_with_a_real_one():
    first = of_stages((8, 12, 20)).model_copy(update={"fictitious": True})
    assert counts(of_stages((9, 12, 20), JUNE, [first])) == [9, 12, 20]


LIST = st.lists(st.sampled_from([None, 0, 1, 2]), min_size=5, max_size=40)


def of_answers(answers, made=MARCH, earlier=()):
    return of_stages([answers.count(i) for i in range(3)], made, earlier, n=len(answers))


def shown(publication):
    [theme] = publication.themes
    return theme.n_known, [(row.shown, row.count, row.share) for row in theme.rows]


@given(LIST, st.dictionaries(st.integers(0, 39), st.sampled_from([None, 0, 1, 2]), max_size=12))
def test_figures_are_renewed_only_when_five_partners_changed(answers, changes):
    after = [changes.get(i, answer) for i, answer in enumerate(answers)]
    first = of_answers(answers)
    second = of_answers(after, JUNE, [first])
    if first.themes[0].rows and shown(second) != shown(first):
        assert sum(a != b for a, b in zip(answers, after, strict=True)) >= LEAST


def of_money(amounts, made=MARCH, earlier=(), region="R"):
    seen = mirror(result("size", (20, 9)))
    seen = seen.model_copy(
        update={"region": seen.region.model_copy(update={"name": region, "codes": (f"GM{region}",)})}
    )
    return publish(seen, FRAME, made, money=[by_money(amounts)], earlier=earlier)


TEN = {"region": [20.0e3] * 6, "elsewhere": [10.0e3] * 8}
MORE = {"region": [20.0e3] * 6, "elsewhere": [10.0e3] * 8 + [70.0e3]}


def test_the_amount_of_a_newcomer_is_not_seen_within_the_year():
    [flow] = of_money(MORE, JUNE, [of_money(TEN)]).money
    assert (flow.n_known, flow.total, flow.as_of) == (14, 200_000, MARCH)
    assert [place.share for place in flow.places] == [0.6, 0.4]


def test_money_is_renewed_when_five_came():
    eleven = {"region": [20.0e3] * 11, "elsewhere": [10.0e3] * 8}
    for made in (JUNE, NEXT_YEAR):
        [flow] = of_money(eleven, made, [of_money(TEN)]).money
        assert (flow.total, flow.as_of) == (300_000, None)


@given(st.integers(1, 12))
def test_the_amount_of_a_newcomer_is_not_known_beside_another_year(tens):
    """Every amount that gives the same page: the newcomer's own is not the only one, nor within 15 % of all."""
    seen = {}
    for amount in range(1_000, 131_000, 1_000):
        more = {"region": [20.0e3] * 6, "elsewhere": [10.0e3] * 8 + [float(amount)]}
        [flow] = of_money(more, NEXT_YEAR, [of_money(TEN)]).money
        assert flow.places == ()
        seen[amount] = flow.n_known, flow.total
    alike = [amount for amount, told in seen.items() if told == seen[tens * 10_000]]
    assert max(alike) - min(alike) >= 0.3 * tens * 10_000 - 1_000


def test_who_left_does_not_know_whether_its_successor_brings_as_much():
    for made in (JUNE, NEXT_YEAR):
        seen = set()
        for successor in (9.6e3, 10.0e3, 13.0e3):
            after = {"region": [20.0e3] * 6, "elsewhere": [10.0e3] * 7 + [successor]}
            [flow] = of_money(after, made, [of_money(TEN)]).money
            seen.add((flow.n_known, flow.total, flow.places, flow.as_of))
        assert len(seen) == 1


def test_of_another_region_only_the_sum_stands():
    wider = {"region": [20.0e3] * 6 + [10.0e3], "elsewhere": [10.0e3] * 7}
    [flow] = of_money(wider, JUNE, [of_money(TEN)], region="Wider").money
    assert (flow.total, flow.places) == (200_000, ())


def test_repeated_money_says_of_when_it_is():
    page = board_html(Shared(publication=of_money(MORE, JUNE, [of_money(TEN)])), texts("nl"))
    assert "Cijfers van 1 maart 2026. Cijfers over geld vernieuwen we één keer per jaar" in page

"""All that left the museum is one release: together it gives no hidden cell away."""

from __future__ import annotations

import datetime as dt
import itertools
import json
from collections import defaultdict
from pathlib import Path

import pytest

from regional.mirror.reflect import reflect
from regional.mirror.settings import Settings
from regional.publishing.board import board_html
from regional.publishing.comparison import compare
from regional.publishing.partition import Told, partition
from regional.publishing.publication import Frame, from_json, publish
from regional.publishing.store import Shared
from regional.texts import texts
from tests.mirror.portfolios import portfolio
from tests.publishing.release_attack import Attack
from tests.publishing.successive import PARKSTAD, region, released

HEERLEN, KERKRADE, BRUNSSUM = "GM0917", "GM0928", "GM0899"
VOERENDAAL, LANDGRAAF, SIMPELVELD, BEEKDAELEN = "GM0986", "GM0882", "GM0965", "GM1954"
FIXTURES = Path(__file__).parent / "fixtures"
DAY, LATER = dt.date(2026, 3, 2), dt.date(2026, 6, 1)
LEAK = {HEERLEN: 43, BRUNSSUM: 6, VOERENDAAL: 6, LANDGRAAF: 2, KERKRADE: 1, SIMPELVELD: 1, BEEKDAELEN: 1}


def of(counts, codes=PARKSTAD, made=DAY, earlier=(), rest=0, **fields):
    rows = [{"municipality": place, **fields} for place, count in counts.items() for _ in range(count)]
    return publish(reflect(portfolio(rows + [fields] * rest), region(codes)), Frame(title="x"), made, earlier=earlier)


def shown(publication, theme="location"):
    [found] = [t for t in publication.themes if t.id == theme]
    return {row.id: row.count for row in found.rows}


def leaks(publications, memberships, counts):
    told = [(edition, json.loads(p.to_json())) for edition, p in publications]
    attack = Attack(told, memberships, dict(region(PARKSTAD).urbanity_of))
    none = {"sector": {}, "size": {}, "how_found": {}}
    return attack.leaks(lambda edition: {"location": counts[edition], **none})


def test_city_and_countryside_do_not_give_away_what_place_hides():
    """Place added five up, and "strongly urban 50" made Kerkrade 1."""
    publication = of(LEAK)
    assert shown(publication)["other"] == 5
    assert shown(publication)[HEERLEN] == 43
    assert leaks([(0, publication)], [frozenset([0])] * 60, [LEAK]) == []


def test_the_attack_finds_what_two_themes_told_together():
    told = json.loads(of(LEAK).to_json())
    urban = next(t for t in told["themes"] if t["id"] == "urbanity")
    urban["n_known"], urban["rows"] = 60, [{"id": "2", "shown": "shown", "count": 50}]
    attack = Attack([(0, told)], [frozenset([0])] * 60, dict(region(PARKSTAD).urbanity_of))
    truth = {"location": LEAK, "sector": {}, "size": {}, "how_found": {}}
    assert attack.leaks(lambda _: truth) == [("location", 0, KERKRADE, 1)]


def test_a_class_that_follows_from_what_place_shows_is_shown():
    publication = of({HEERLEN: 20, KERKRADE: 9, BRUNSSUM: 8, LANDGRAAF: 7, SIMPELVELD: 3, VOERENDAAL: 2})
    assert shown(publication, "urbanity") == {"2": 37, "3": 7, "4": 5}


def test_five_places_of_one_partner_each_do_not_add_up_to_five():
    ones = {HEERLEN: 38, KERKRADE: 12, **dict.fromkeys((VOERENDAAL, LANDGRAAF, SIMPELVELD, BEEKDAELEN, BRUNSSUM), 1)}
    assert shown(of(ones)) == {HEERLEN: 38, "other": 17}


def test_a_place_that_one_region_has_and_the_other_has_not_stays_hidden():
    """With Simpelveld 54 partners were known and without it 52."""
    counts = {HEERLEN: 38, BRUNSSUM: 6, VOERENDAAL: 5, LANDGRAAF: 2, SIMPELVELD: 2, KERKRADE: 1}
    smaller = tuple(code for code in PARKSTAD if code != SIMPELVELD)
    for codes in ((PARKSTAD, smaller), (smaller, PARKSTAD)):
        first = of(counts, codes[0], rest=6)
        second = of(counts, codes[1], LATER, [first], rest=6)
        assert shown(second)[HEERLEN] == 38
        assert leaks([(0, first), (0, second)], [frozenset([0])] * 60, [counts]) == []


def test_place_is_renewed_beside_a_region_that_hid_more_without_a_total():
    counts = {HEERLEN: 38, BRUNSSUM: 6, VOERENDAAL: 5, LANDGRAAF: 2, SIMPELVELD: 2, KERKRADE: 1, "GM1883": 2}
    first = of(counts, rest=6)
    wider = of(counts, (*PARKSTAD, "GM1883"), earlier=[first], rest=6)
    assert next(theme for theme in wider.themes if theme.id == "location").n_known is None
    grown = counts | {HEERLEN: 44}
    third = of(grown, made=LATER, earlier=[first, wider], rest=6)
    assert shown(third)[HEERLEN] == 44
    told = [(0, first), (0, wider), (1, third)]
    memberships = [frozenset([0, 1])] * 62 + [frozenset([1])] * 6
    assert leaks(told, memberships, [counts, grown]) == []


def test_a_place_that_reaches_five_with_one_newcomer_is_not_told_of():
    first = of({HEERLEN: 30, KERKRADE: 4, LANDGRAAF: 2, BRUNSSUM: 9})
    grown = {HEERLEN: 30, KERKRADE: 5, LANDGRAAF: 2, BRUNSSUM: 9}
    second = of(grown, made=LATER, earlier=[first])
    assert KERKRADE not in shown(second)
    assert next(t for t in second.themes if t.id == "location").as_of in (None, DAY)


@pytest.mark.parametrize(("newcomers", "seen"), [(1, None), (5, 9)])
def test_reach_that_goes_over_five_with_one_newcomer_does_not_tell_of_the_newcomer(newcomers, seen):
    def reaching(n, silent, **more):
        rows = [{"municipality": HEERLEN, "mainly_for": ("15-25",)}] * n + [{"municipality": HEERLEN}] * silent
        mirror = reflect(portfolio(rows), region(PARKSTAD))
        return publish(mirror, Frame(title="x"), more.pop("made", DAY), **more)

    first = reaching(4, 30)
    later = reaching(4 + newcomers, 30 + (4 if newcomers > 1 else 0), made=LATER, earlier=[first])
    partners = {cell.id: cell for cell in later.reach}["15-25"]
    assert partners.partners == seen
    page = board_html(Shared(publication=later), texts("nl"))
    assert "Cijfers van 2 maart 2026" in page or newcomers > 1


def test_money_of_a_region_with_one_place_less_is_not_laid_beside_the_other():
    def flow(codes, earlier=()):
        places = [HEERLEN] * 8 + [SIMPELVELD] + ["GM0363"] * 8
        ours = portfolio([{"municipality": p, "kinds": ("funder",), "amount": 9_000.0} for p in places])
        mirrors = [reflect(ours, region(codes), s) for s in (Settings(), Settings(weight="money_in"))]
        return publish(mirrors[0], Frame(title="x"), DAY, money=mirrors[1:], earlier=earlier)

    first = flow(PARKSTAD)
    assert first.money[0].places
    assert flow(tuple(code for code in PARKSTAD if code != SIMPELVELD), [first]).money[0].places == ()


@pytest.mark.parametrize("seed", [1, 31, 290, 974])
def test_no_cell_of_three_editions_of_two_regions_is_known(seed):
    attack, truth = released(seed)
    assert attack.leaks(lambda edition: truth[edition]) == []


def together(counts, told=()):
    """What a reader sees of counts by group: what stands apart, and the sum of the rest."""
    n = sum(counts)
    if n < 5:
        return None
    named = {str(i): count for i, count in enumerate(counts)}
    found = partition(named, {i: frozenset([i]) for i in named}, told, n)
    if found is None:
        return ()
    apart = tuple(sorted((i, count) for i, count in named.items() if i not in found.hidden))
    return apart, tuple(sorted(found.hidden)), found.has_sum and n


def test_who_knows_the_rules_does_not_know_a_place_either():
    """Every table of five groups: of those that look alike, no small cell is the same in all."""
    alike = defaultdict(list)
    for counts in itertools.product(range(8), repeat=5):
        alike[together(counts)].append(counts)
    for seen, tables in alike.items():
        if not seen:
            continue
        for position in map(int, seen[1]):
            values = {table[position] for table in tables}
            assert len(values) > 1 or not 0 < min(values) < 5, (seen, position)
        for position, count in seen[0]:
            assert count == 0 or count >= 5, (seen, position)


def test_who_knows_the_rules_and_an_earlier_edition_does_not_know_a_place_either():
    """Every table of four groups after which one partner came: of pairs that look alike, no small cell is the same."""
    alike = defaultdict(list)
    for counts in itertools.product((0, 1, 2, 4, 5, 6), repeat=4):
        first = together(counts)
        if not first:
            continue
        apart, hidden, has_sum = first
        exact = {frozenset([i]): count for i, count in apart}
        told = [Told(exact, summed=(frozenset(hidden),) if hidden else ())]
        assert has_sum
        for place in range(4):
            after = tuple(count + (i == place) for i, count in enumerate(counts))
            second = together(after, told)
            # Where too much would be told, the earlier figures stand.
            alike[first, second if second and second[2] else None].append((counts, after))
    for (first, second), pairs in alike.items():
        for edition, seen in enumerate((first, second)):
            for position in map(int, seen[1]) if seen else ():
                values = {pair[edition][position] for pair in pairs}
                assert len(values) > 1 or not 0 < min(values) < 5, (first, second, position)


def splits(n, cells):
    """Every way to divide ``n`` partners over so many places, the last of which is elsewhere."""
    if cells == 1:
        yield (n,)
        return
    for here in range(n + 1):
        yield from ((here, *rest) for rest in splits(n - here, cells - 1))


def in_region(counts, ids, told, n):
    """What a reader sees of one region, and what that told."""
    here = {i: counts[i] for i in ids}
    whole = sum(here.values())
    found = partition(here, {i: frozenset([i]) for i in ids}, told, n) if whole >= 5 else None
    if found is None:
        return (), Told(untold=(frozenset(ids),))
    hidden = tuple(sorted(found.hidden))
    exact, cell = {frozenset([i]): here[i] for i in ids if i not in hidden}, (frozenset(hidden),) if hidden else ()
    told = Told(exact, cell, left=n - whole) if found.has_sum else Told(exact, untold=cell)
    return (tuple((i, here[i]) for i in ids if i not in hidden), hidden, found.has_sum and whole), told


@pytest.mark.parametrize(("first", "second"), [("abcd", "abc"), ("abc", "abcd"), ("abc", "bcd")])
def test_who_knows_the_rules_and_another_region_does_not_know_a_place_either(first, second):
    """Every list of up to thirteen partners: of those that look alike in both regions, no small cell is the same."""
    every, alike = sorted({*first, *second}), defaultdict(list)
    for n in range(5, 14):
        for split in splits(n, len(every) + 1):
            counts = dict(zip(every, split, strict=False))
            one, told = in_region(counts, first, [], n)
            alike[n, one, in_region(counts, second, [told], n)[0]].append(counts)
    for (n, *seen), tables in alike.items():
        for one, ids in zip(seen, (first, second), strict=True):
            for place in one[1] if one else ids:
                values = {table[place] for table in tables}
                assert len(values) > 1 or not 0 < min(values) < 5, (n, seen, place)


def test_a_change_of_rules_or_of_region_is_not_told_as_a_change_of_partners():
    now = of(LEAK)
    older = from_json((FIXTURES / "publication-3.json").read_text(encoding="utf-8").strip())
    assert next(line.nl for line in compare(older, now)).startswith("De regels voor wat we laten zien")
    other = of(LEAK, tuple(code for code in PARKSTAD if code != SIMPELVELD))
    assert next(line.nl for line in compare(other, now)).startswith("Op 2 maart 2026 ging het over een andere regio")


def test_earlier_publications_of_every_schema_are_held_beside():
    for path in sorted(FIXTURES.glob("*.json")):
        older = from_json(path.read_text(encoding="utf-8").strip())
        assert of(LEAK, made=dt.date(2027, 1, 4), earlier=[older]).n == 60


def test_a_state_is_shown_only_where_the_hidden_places_cannot_change_it():
    """Two lists that look alike but for what is hidden show the same states."""
    swapped = {**LEAK, KERKRADE: 2, LANDGRAAF: 1}
    assert of(LEAK).model_copy(update={"digest": ""}) == of(swapped).model_copy(update={"digest": ""})

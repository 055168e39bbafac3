"""Sentences as an editor wrote them, in both languages."""

import pytest
from builders import group, mirror, place, reach, result

from regional.mirror.result import FIRST, Status
from regional.sentences import (
    amount_sentence,
    certainty_sentence,
    dimension_sentence,
    dimension_title,
    first_steps,
    group_sentence,
    mirror_headline,
    overview_gaps,
    reach_sentence,
    under_title,
    what_would_change,
)
from regional.texts import texts

NL, EN = texts("nl"), texts("en")


def plain(text):
    return text.replace("\u00a0", " ")


HEERLEN = place("Heerlen", 0.34, 0.12, 60, Status.CLEARLY_LESS, p=0.0002, p_adjusted=0.001, count=7)
KERKRADE = place("Kerkrade", 0.18, 0.5, 60, Status.CLEARLY_MORE, p=0.0001, p_adjusted=0.0007, count=30)
LANDGRAAF = place("Landgraaf", 0.15, 0.13, 60, p=0.9, p_adjusted=1.0)
PLACES = result("location", [HEERLEN, KERKRADE, LANDGRAAF], 60, outside={"elsewhere": 12, "abroad": 1})


def test_a_clear_gap_of_a_place():
    assert plain(group_sentence(PLACES, HEERLEN, NL)) == (
        "In Heerlen woont 34 % van de inwoners; 12 % van onze partners in de regio zit er. "
        "Dat is duidelijk minder dan in de regio, en bijna zeker geen toeval."
    )
    assert plain(group_sentence(PLACES, HEERLEN, EN)) == (
        "34% of the inhabitants live in Heerlen; 12% of our partners in the region are based there. "
        "That is clearly less than in the region, and almost certainly no coincidence."
    )


def test_nobody_in_a_small_group_says_little():
    nobody = place("Simpelveld", 0.08, 0.0, 25, Status.TOO_LITTLE_DATA, band=(0.0, 0.2))
    dutch = plain(group_sentence(result("location", [nobody, HEERLEN], 25), nobody, NL))
    assert dutch.endswith("Bij 25 partners zegt nul partners in een groep van 8 % nog weinig.")
    assert "geen van onze partners in de regio zit er" in dutch


def test_people_of_partners():
    young = group(0.12, 0.04, 30, Status.POSSIBLY_LESS, p=0.03, p_adjusted=0.2)
    assert plain(group_sentence(result("age", [young], 30), young, NL)) == (
        "12 % van de inwoners is 15 tot 25 jaar; bij de mensen voor wie onze partners werken, is dat 4 %. "
        "Dat is minder, maar dat kan toeval zijn."
    )


def test_the_team_is_not_the_audience():
    young = group(0.12, 0.04, 30)
    dutch = group_sentence(result("age", [young], 30), young, NL, shares_of="team")
    assert "bij de mensen die bij onze partners werken" in dutch


def test_a_gap_softened_by_what_is_unknown_says_so():
    young = group(0.12, 0.04, 30, Status.POSSIBLY_LESS, p=0.001, p_adjusted=0.004)
    assert group_sentence(result("age", [young], 30), young, NL).endswith(
        "Dat is minder, maar het kan toeval zijn of komen door wat we nog niet weten."
    )


@pytest.mark.parametrize(
    ("weight", "dutch"),
    [
        ("money_in", "12 % van het geld dat we krijgen van partners in de regio komt daarvandaan."),
        ("money_out", "12 % van het geld dat we uitgeven bij partners in de regio gaat daarheen."),
    ],
)
def test_money_is_a_share_of_money(weight, dutch):
    assert dutch in plain(group_sentence(PLACES, HEERLEN, NL, weight))


def test_sector_speaks_of_suppliers():
    farms = group(0.03, 0.1, 20, id="A", label="Agriculture, forestry and fishing")
    dutch = group_sentence(result("sector", [farms], 20, subset="supplier"), farms, NL)
    assert "bij onze leveranciers is dat" in dutch


def test_our_own_side_alone_is_a_count():
    funders = group(None, 0.2, 50, Status.NOT_COMPARABLE, id="funder", label="Funder", count=10)
    kinds = result("kind", [funders], 50, tested=False)
    assert group_sentence(kinds, funders, NL) == "Financier: 10 van de 50 partners van wie we dit weten."
    assert dimension_sentence(kinds, EN) == "Most often: funder (20% of the 50 partners for which we know this)."


@pytest.mark.parametrize(
    ("share", "dutch"), [(0.004, "minder dan 1 %"), (0.997, "meer dan 99 %"), (1.0, "100 %"), (0.01, "1 %")]
)
def test_no_share_is_rounded_away(share, dutch):
    small = group(0.12, share, 300)
    assert plain(group_sentence(result("age", [small], 300), small, NL)).count(f"is dat {dutch}.") == 1


@pytest.mark.parametrize(
    ("main", "also", "dutch"),
    [
        (0, 0, "24.000 inwoners van 15 tot 25: door geen partner genoemd."),
        (1, 0, "24.000 inwoners van 15 tot 25: door één partner bereikt."),
        (0, 5, "24.000 inwoners van 15 tot 25: door 5 partners bereikt."),
        (1, 4, "24.000 inwoners van 15 tot 25: door 5 partners bereikt; "
               "voor één van hen is dit de belangrijkste groep."),
    ],
)  # fmt: skip
def test_reach(main, also, dutch):
    assert reach_sentence(reach(main, also), NL) == dutch


def test_reach_is_silent_while_nothing_is_known():
    assert reach_sentence(reach(0, 0), NL, known=0).endswith("we weten nog niet wie onze partners bereiken.")


def test_reach_without_a_figure():
    nobody = reach(0, 2, None, "disability", "", "People with a disability")
    assert reach_sentence(nobody, NL) == "Mensen met een beperking (geen regiocijfer): door 2 partners bereikt."


def test_headline_names_both_sides_in_the_words_of_the_states():
    assert dimension_sentence(PLACES, NL) == (
        "Duidelijk minder aanwezig dan in de regio: Heerlen. Duidelijk meer aanwezig dan in de regio: Kerkrade."
    )
    assert dimension_title(PLACES, NL) == "Plaats: duidelijk minder aanwezig dan in de regio"


def test_more_than_three_groups_are_counted():
    less = [place(name, 0.2, 0.01, 90, Status.CLEARLY_LESS) for name in "ABCDE"]
    assert dimension_sentence(result("location", less, 90), NL).endswith(": A, B en 3 andere.")


def test_no_difference_is_not_called_equal():
    assert dimension_sentence(result("location", [LANDGRAAF, LANDGRAAF], 60), NL) == "Geen duidelijk verschil."


def test_region_of_one_municipality_counts_inside_and_outside():
    only = place("Kerkrade", 1.0, 1.0, 1, Status.NOT_COMPARABLE)
    one = result("location", [only], 1, tested=False, outside={"elsewhere": 40})
    assert (
        dimension_sentence(one, NL)
        == "Eén partner zit in de regio, 40 zitten daarbuiten. Er valt niets te vergelijken."
    )


def test_certainty_tells_the_kinds_of_unknown():
    age = result("age", [group(0.1, 0.1, 41)], 41, 19, unknown={"not_asked": 17, "rather_not_say": 2})
    assert certainty_sentence(age, NL) == (
        "Dit beeld steunt op 41 van 60 partners. "
        'Nog niet bekend: 17 keer niet gevraagd en 2 keer "dat zeggen we liever niet".'
    )


def test_certainty_of_money_tells_how_many_equal_partners_it_is_worth():
    assert "telt dit als ongeveer 6 partners" in certainty_sentence(
        PLACES.model_copy(update={"effective_n": 6.2}), NL, "money_in"
    )


@pytest.mark.parametrize(
    ("known", "unknown", "dutch"),
    [
        (8, 30, "Weten we dit van nog 19 partners, dan kunnen we vergelijken."),
        (9, 1, "Weten we dit van nog één partner, dan kunnen we vergelijken."),
        (5, 0, "We vergelijken vanaf 10 partners. Hier zijn het er 5."),
        (30, 1, "Van één partner weten we dit nog niet. Dat antwoord kan dit beeld veranderen."),
        (30, 0, "Met meer partners wordt dit beeld zekerder."),
    ],
)
def test_what_would_change(known, unknown, dutch):
    assert what_would_change(result("age", [group(0.1, 0.1, known)], known, unknown), NL) == dutch


def test_partners_needed_for_a_place():
    # (0.34 x 60 - 7) / 0.66 = 20.3
    assert what_would_change(PLACES, NL, group=HEERLEN) == (
        "Komen er 21 partners bij, allemaal in Heerlen, dan is het aandeel daar minstens zo groot als in de regio."
    )


def test_no_number_of_partners_is_named_that_nobody_would_find():
    nearly_all = place("Heerlen", 1 - 1e-16, 0.5, 60, Status.CLEARLY_LESS, count=30)
    most = place("Heerlen", 0.95, 0.5, 60, Status.CLEARLY_LESS, count=30)
    places = result("location", [most, LANDGRAAF], 60)
    for group_ in (nearly_all, most):
        assert what_would_change(places, NL, group=group_) == "Met meer partners wordt dit beeld zekerder."


def test_day_one():
    assert mirror_headline(mirror(here=41, elsewhere=12, abroad=5, nowhere=2), NL) == [
        "Van 58 van onze 60 partners weten we waar ze zitten.",
        "Waar partners zitten: 41 in de regio, 12 elders in Nederland, 5 in het buitenland en 2 onbekend.",
        "Voor wie ze werken, weten we nog niet.",
        "Er is nog te weinig bekend om te vergelijken met de regio.",
    ]


def test_overview_counts_the_gaps_less_present_first():
    full = mirror(PLACES)
    assert [g.label for _, g in overview_gaps(full)] == ["Heerlen", "Kerkrade"]
    assert mirror_headline(full, NL)[-1] == "Er zijn 2 verschillen die bijna zeker geen toeval zijn."


def test_what_the_first_schema_judged_apart_is_still_corrected_over_the_overview():
    weak = place("Heerlen", 0.34, 0.12, 60, Status.CLEARLY_LESS, p=0.009, p_adjusted=0.027)
    alone = result("location", [weak, LANDGRAAF, LANDGRAAF], 60)
    ages = result("age", [group(0.2, 0.2, 60, p=0.9) for _ in range(5)], 60)
    old = mirror(alone, ages).model_copy(update={"schema_": FIRST})
    assert overview_gaps(old) == []
    assert mirror_headline(old, NL)[-1] == "Geen duidelijk verschil."
    assert len(overview_gaps(mirror(alone, ages))) == 1


def test_context_is_no_gap_of_the_overview():
    farms = group(0.03, 0.5, 60, Status.CLEARLY_MORE, p=1e-9, id="A", label="Agriculture, forestry and fishing")
    assert overview_gaps(mirror(result("sector", [farms, farms, farms], 60))) == []


def test_first_steps_begin_with_twelve():
    assert first_steps(mirror(), NL) == ["Vul in voor wie uw partners vooral werken. Begin met 12 partners."]
    assert first_steps(mirror(here=0, nowhere=1), NL)[0] == "Vul van één partner de plaats in."
    assert first_steps(mirror(here=0), NL) == ["Begin met een lijst van de namen van uw partners."]


def test_who_has_an_amount_is_not_asked_for_it_again():
    seen = mirror(money=(0, 0, 31))
    amount = seen.partners.amount.model_copy(update={"undirected": 3, "unplaced": 84_100.0})
    seen = seen.model_copy(update={"partners": seen.partners.model_copy(update={"amount": amount})})
    assert "Vul van 28 partners het bedrag in." in first_steps(seen, NL)


@pytest.mark.parametrize(
    ("money", "dutch"),
    [
        ((0, 0, 0), "Er zijn nog geen bedragen bekend."),
        ((120_000, 0, 0), "We krijgen € 120.000 per jaar van partners."),
        ((0, 5_000, 0), "We geven € 5.000 per jaar uit bij partners."),
        ((9, 5, 1), "We krijgen € 9 per jaar van partners en geven € 5 per jaar uit bij partners. "
                    "Van één partner is het bedrag of de richting (krijgen of uitgeven) niet bekend."),
    ],
)  # fmt: skip
def test_money_in_and_out_are_never_added(money, dutch):
    assert plain(amount_sentence(mirror(money=money), NL)) == dutch


def test_the_museums_own_thresholds_reach_the_words() -> None:
    """With 60 asked for and 43 of 44 known, one answer more does not settle it."""
    places = result("location", [group(0.5, 0.2, 43)], 43, 1)
    stricter = places.model_copy(update={"min_known": 60})
    assert what_would_change(stricter, NL) == "We vergelijken vanaf 60 partners. Hier zijn het er 44."


def test_under_a_title_stand_the_figures_and_what_may_be_chance_but_not_the_state_once_more():
    maybe = place("Kerkrade", 0.18, 0.25, 60, Status.POSSIBLY_MORE, p=0.1, p_adjusted=0.5)
    assert [plain(line) for line in under_title(result("location", [HEERLEN, maybe], 60), NL)] == [
        "In Heerlen woont 34 % van de inwoners; 12 % van onze partners in de regio zit er.",
        "Bijna zeker geen toeval. Meer, maar dat kan toeval zijn: Kerkrade.",
    ]
    assert [plain(line) for line in under_title(result("location", [LANDGRAAF, maybe], 60), NL)] == [
        "In Kerkrade woont 18 % van de inwoners; 25 % van onze partners in de regio zit er."
    ]

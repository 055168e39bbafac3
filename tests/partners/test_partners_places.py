"""From a place as somebody wrote it to a municipality, abroad, or a question."""

import re

import pytest
from partner_files import codes, csv_of, one, row

from regional.cbs.snapshot import load_snapshot, places
from regional.partners.columns import plain
from regional.partners.places import ABROAD, find
from regional.partners.read import read_partners
from regional.texts import texts


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("GM0928", "GM0928"), ("gm0928", "GM0928"), ("Kerkrade", "GM0928"), ("KERKRADE", "GM0928"),
        ("Kerkrade (L)", "GM0928"), ("Gemeente Kerkrade", "GM0928"), ("6461 AB Kerkrade", "GM0928"),
        ("Kerkrade, Limburg", "GM0928"), ("Eygelshoven", "GM0928"), ("Den Haag", "GM0518"),
        ("'s-Gravenhage", "GM0518"), ("s Gravenhage", "GM0518"), ("The Hague", "GM0518"), ("Den Bosch", "GM0796"),
        ("'s-Hertogenbosch", "GM0796"), ("Sudwest Fryslan", "GM1900"), ("Stein", "GM0971"), ("Stein (L.)", "GM0971"),
        ("Hengelo", "GM0164"), ("Bergen (NH)", "GM0373"), ("Bergen NH", "GM0373"), ("Bergen (L.)", "GM0893"),
        ("Hengelo (Gld)", "GM1876"),
    ],
)  # fmt: skip
def test_places(place, code):
    assert row(one(plaats=place))["municipality"] == code
    assert row(one(gemeente=place))["municipality"] == code
    assert row(one(plaats=place))["place_status"] == "municipality"


def test_every_municipality_is_found_by_code_and_by_its_full_name():
    for code, name in load_snapshot().municipalities["name"].items():
        assert find(code).code == code
        assert find(name).code == code, name
        assert find(name.upper()).code == code, name


def test_every_place_leads_to_its_municipality_or_offers_it():
    for place, code in places()[["name", "code"]].itertuples(index=False):
        found = find(place)
        assert code == found.code or code in found.candidates, place


def test_a_name_in_one_municipality_alone_needs_no_answer():
    municipalities = load_snapshot().municipalities["name"]
    named = list(places()[["name", "code"]].itertuples(index=False, name=None))
    named += [(name, code) for code, name in municipalities.items()]
    codes_of = {}
    for name, code in named:
        bare = re.sub(r" (?:Gld|NB)$| gem\. .*$| \(.*\)$", "", name)
        codes_of.setdefault(plain(bare), set()).add(code)
    alone = {name: codes.pop() for name, codes in codes_of.items() if len(codes) == 1 and name not in ABROAD}
    assert len(alone) > 2_000
    assert {name: find(name).code for name in alone} == alone


def test_an_ambiguous_name_is_the_municipality_of_that_name_and_the_others_stay_on_offer():
    result = one(plaats="Beek")
    assert row(result)["municipality"] == "GM0888"
    assert result.ambiguous_places["Beek"][0] == "GM0888"
    assert len(result.ambiguous_places["Beek"]) == 3
    assert codes(result) == ["place_ambiguous"]


@pytest.mark.parametrize("place", ["Valkenburg", "Elsloo", "Bergen"])
def test_an_ambiguous_name_that_no_municipality_bears_alone_waits_for_an_answer(place):
    result = one(plaats=place)
    assert row(result)["place_status"] == "unknown"
    assert row(result)["municipality"] is None
    assert len(result.ambiguous_places[place]) >= 2
    assert result.kept == 1


def test_one_answer_settles_all_rows():
    data = csv_of(["naam", "plaats"], ["A1", "Elsloo"], ["A2", "ELSLOO"], ["A3", "Elsloo"], ["A4", "Heerlen"])
    before, after = read_partners(data), read_partners(data, places_answered={"Elsloo": "GM0971"})
    assert codes(before) == ["place_ambiguous"]
    assert list(before.ambiguous_places) == ["Elsloo"]
    assert after.portfolio.frame["municipality"].tolist() == ["GM0971"] * 3 + ["GM0917"]
    assert set(after.portfolio.frame["place_status"]) == {"municipality"}
    assert set(after.portfolio.states["place"]) == {"known"}
    assert not after.problems
    assert not after.ambiguous_places


def test_the_municipality_beside_it_goes_before_an_answer():
    data = csv_of(["naam", "plaats", "gemeente"], ["A1", "Elsloo", "Ooststellingwerf"])
    assert row(read_partners(data, places_answered={"Elsloo": "GM0971"}))["municipality"] == "GM0085"


def test_an_answer_that_is_no_municipality_is_passed_over():
    assert list(read_partners(csv_of(["naam", "plaats"], ["A1", "Elsloo"]),
                              places_answered={"Elsloo": "GM9999"}).ambiguous_places) == ["Elsloo"]  # fmt: skip


def test_place_and_municipality_together_settle_an_ambiguous_pair():
    assert row(one(plaats="Bergen op Zoom", gemeente="Bergen op Zoom"))["municipality"] == "GM0748"
    assert row(one(plaats="Egmond aan Zee", gemeente="Bergen"))["municipality"] == "GM0373"


@pytest.mark.parametrize(
    ("place", "country"),
    [("Aachen", "DE"), ("Aken", "DE"), ("Aachen (D)", "DE"), ("Würselen", "DE"), ("Luik", "BE"), ("Liège", "BE"),
     ("Hasselt (B)", "BE"), ("Maaseik", "BE")],
)  # fmt: skip
def test_well_known_places_across_the_border(place, country):
    found = row(one(plaats=place))
    assert (found["place_status"], found["country"], found["municipality"]) == ("abroad", country, None)


@pytest.mark.parametrize(("land", "country"), [("Duitsland", "DE"), ("be", "BE"), ("Germany", "DE"), ("UK", "GB")])
def test_the_column_land_goes_before_the_place(land, country):
    result = one(plaats="Beek", land=land)
    assert (row(result)["place_status"], row(result)["country"]) == ("abroad", country)
    assert not result.problems


def test_a_town_abroad_with_a_small_namesake_here_is_proposed_and_the_namesake_stays_on_offer():
    result = one(plaats="Hasselt")
    assert (row(result)["place_status"], row(result)["country"]) == ("abroad", "BE")
    assert result.ambiguous_places == {"Hasselt": ("GM1896",)}
    assert "Zwartewaterland" in texts("nl")(result.problems[0].what)


@pytest.mark.parametrize("cells", [{"plaats": "Hasselt", "land": "Nederland"}, {"plaats": "Hasselt (Ov)"}])
def test_the_namesake_here_is_found_by_country_or_province(cells):
    assert row(one(**cells))["municipality"] == "GM1896"


def test_a_country_behind_a_name_settles_it():
    found = one(plaats="Lommel (België)")
    assert (row(found)["place_status"], row(found)["country"], found.problems) == ("abroad", "BE", ())


def test_the_netherlands_as_country_changes_nothing():
    assert row(one(plaats="Kerkrade", land="Nederland"))["municipality"] == "GM0928"


def test_a_typing_error_proposes_the_nearest_name_and_keeps_the_row():
    result = one(plaats="Kerkade")
    assert (result.kept, codes(result), row(result)["place_status"]) == (1, ["place_unknown"], "unknown")
    assert "Kerkrade" in texts("nl")(result.problems[0].remedy)
    assert row(result)["place"] == "Kerkade"


def test_a_wrong_municipality_is_told_where_the_place_is_known():
    result = one(plaats="Heerlen", gemeente="Hrln")
    assert row(result)["municipality"] == "GM0917"
    assert [(p.code, p.column, p.value) for p in result.problems] == [("place_unknown", "gemeente", "Hrln")]


def test_without_a_place_nothing_is_claimed():
    found = row(one())
    assert (found["place"], found["place_status"], found["country"]) == (None, "unknown", None)

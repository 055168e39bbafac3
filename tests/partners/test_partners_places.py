"""From a place as somebody wrote it to a municipality, a country, or a question between namesakes."""

import re
from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from partner_files import codes, csv_of, each, one, row

from regional.cbs.snapshot import load_snapshot, places
from regional.partners.places import How, match, near
from regional.partners.places.countries import LANGUAGES, country_code, country_name, country_names
from regional.partners.places.gazetteer import WEAK, abroad, here, postcodes, without_suffix
from regional.partners.places.spelling import fold
from regional.partners.read import read_partners
from regional.partners.seat import Seats
from regional.texts import texts

TOWNS = load_snapshot().municipalities["name"]
OFFICIAL = list(places()[["name", "code"]].itertuples(index=False, name=None))
AREAS = {"Nederland", "Zeeland", "Friesland"}
"""Villages that bear the name of the country and of a province: whoever writes it may mean that."""


WRITTEN = [
    # code, name, signs around it
    ("GM0928", "GM0928"), ("gm0928", "GM0928"), ("Kerkrade", "GM0928"), ("KERKRADE", "GM0928"),
    ("Gemeente Kerkrade", "GM0928"), ("Eygelshoven", "GM0928"), ("Heerlen e.o.", "GM0917"),
    # signs that word processors and web pages put in
    ("‘s-Hertogenbosch", "GM0796"), ("’s-Gravenhage", "GM0518"), ("´s-Gravenhage", "GM0518"),
    ("s Gravenhage", "GM0518"), ("Heerlen\u200b", "GM0917"), ("\ufeffKerkrade", "GM0928"),
    ("Bergen–op–Zoom", "GM0748"), ("Oud\u2011Beijerland", "GM1963"), ("Den\u00a0Haag", "GM0518"),
    # abbreviations
    ("St. Oedenrode", "GM1948"), ("St Michielsgestel", "GM0845"), ("St.-Annaland", "GM0716"),
    ("Sint Oedenrode", "GM1948"), ("Alphen a/d Rijn", "GM0484"), ("Alphen a.d. Rijn", "GM0484"),
    ("Alphen ad Rijn", "GM0484"), ("Capelle aan de IJssel", "GM0502"), ("Krimpen aan den Yssel", "GM0542"),
    ("Nuenen c.a.", "GM0820"), ("Oud-Beyerland", "GM1963"), ("Bleskensgraaf", "GM1978"), ("Piershill", "GM1963"),
    # an article behind a comma
    ("Bilt, De", "GM0310"), ("Meern, De", "GM0344"), ("Haag, Den", "GM0518"), ("Hertogenbosch, 's-", "GM0796"),
    # province, municipality or town behind the name
    ("IJsselstein Ut", "GM0353"), ("Breukelen UT", "GM1904"), ("Vianen UT", "GM1961"), ("Bergen NH", "GM0373"),
    ("Bergen (L.)", "GM0893"), ("Hengelo (Gld)", "GM1876"), ("Hengelo (G)", "GM1876"), ("Haren (G)", "GM0014"),
    ("Haren Gn", "GM0014"), ("Hengelo, Overijssel", "GM0164"), ("Beek Limburg", "GM0888"), ("Stein (L)", "GM0971"),
    ("Beek (gem. Berg en Dal)", "GM1945"), ("Beek (Montferland)", "GM1955"), ("Kerkrade (centrum)", "GM0928"),
    ("Hasselt Ov", "GM1896"), ("Utrecht, Utrecht", "GM0344"), ("Rotterdam, The Netherlands", "GM0599"),
    # another language, older spelling, popular name
    ("Ljouwert", "GM0080"), ("Ferwerd", "GM1970"), ("Grouw", "GM0080"), ("Bergum", "GM0737"),
    ("Berlikum", "GM1949"), ("Dronrijp", "GM1949"), ("Menaldum", "GM1949"), ("Driebergen", "GM1581"),
    ("The Hague", "GM0518"), ("Den Bosch", "GM0796"), ("Sudwest Fryslan", "GM1900"), ("Mestreech", "GM0935"),
    # districts, ended municipalities
    ("Amsterdam-Zuidoost", "GM0363"), ("AMSTERDAM ZUIDOOST", "GM0363"), ("Scheveningen", "GM0518"),
    ("Rotterdam Zuid", "GM0599"), ("Utrecht-Overvecht", "GM0344"), ("Hoogvliet", "GM0599"),
    ("Onderbanken", "GM1954"), ("Binnenmaas", "GM1963"), ("De Friese Meren", "GM1940"),
    # postcodes and addresses
    ("NL-6411 CR Heerlen", "GM0917"), ("6411 Heerlen", "GM0917"), ("Heerlen, 6411 CR", "GM0917"),
    ("6411CR", "GM0917"), ("Postbus 1, 6400 AC Heerlen", "GM0917"), ("Markt 1, 6411 CR Heerlen", "GM0917"),
    ("Markt 12a Heerlen", "GM0917"), ("9751 AB Haren", "GM0014"), ("7025 AB Halle", "GM1876"),
]  # fmt: skip


@pytest.mark.parametrize("column", ["plaats", "gemeente"])
def test_a_place_however_it_is_written(column):
    found = each(column, [place for place, _ in WRITTEN]).portfolio.frame["municipality"]
    assert list(zip([place for place, _ in WRITTEN], found, strict=True)) == WRITTEN


@pytest.mark.parametrize("place", ["Haren", "Elst", "Well", "Beek", "Halle", "Mechelen", "Aalst", "Hasselt",
                                   "Hengelo", "Bergen", "Elsloo", "Rijswijk", "Hoorn", "Deurne"])  # fmt: skip
def test_a_name_that_exists_twice_here_or_across_the_border_is_asked_and_never_taken(place):
    result = one(plaats=place)
    assert (row(result)["place_status"], row(result)["municipality"]) == ("unknown", None)
    assert len(result.ambiguous_places[place]) >= 2
    assert codes(result) == ["place_ambiguous"]
    assert result.kept == 1


def test_the_likeliest_namesake_comes_first():
    first = {place: match(place).options[0] for place in ("Hengelo", "Mechelen", "Deurne", "Bergen", "Rijswijk")}
    assert first == {
        "Hengelo": "GM0164",
        "Mechelen": "BE",
        "Deurne": "GM0762",
        "Bergen": "GM0373",
        "Rijswijk": "GM0603",
    }


@pytest.mark.parametrize("place", ["Groningen", "Middelburg", "Kampen", "Borne", "Stein", "Bloemendaal", "Amsterdam"])
def test_a_town_is_not_asked_for_a_far_hamlet_or_a_district_of_its_name(place):
    assert match(place).code


def test_every_municipality_is_found_by_code_and_by_its_full_name():
    for code, name in TOWNS.items():
        assert match(code).code == code
        assert match(municipality=name).code == code, name
        found = match(name.upper())
        assert found.code == code or code in found.options, name


def test_every_place_leads_to_its_municipality_or_offers_it():
    for place, code in OFFICIAL:
        found = match(place)
        assert code == found.code or code in found.options, place


def test_a_name_of_one_place_alone_needs_no_answer():
    codes_of = defaultdict(set)
    for name, code in [*OFFICIAL, *((name, code) for code, name in TOWNS.items())]:
        codes_of[fold(re.sub(r" \(.*\)$", "", without_suffix(name)))].add(code)
    for name in abroad():
        codes_of[name].add("abroad")
    for name in country_names():
        codes_of[name].add("abroad")
    for name, spots in here().items():
        codes_of[name] |= {spot.code for spot in spots}
    alone = {name: codes.pop() for name, codes in codes_of.items() if len(codes) == 1}
    alone = {name: code for name, code in alone.items() if code != "abroad" and name.capitalize() not in AREAS}
    assert len(alone) > 5_000
    assert [(name, code, match(name)) for name, code in alone.items() if match(name).code != code] == []


@pytest.mark.parametrize("kind", [How.LANGUAGE, How.SPELLING, How.FORMER, *WEAK])
def test_every_other_name_leads_to_its_municipality_or_offers_it(kind):
    names = [name for name, spots in here().items() for spot in spots if spot.how is kind and len(spots) == 1]
    other = [name for name in names if match(name).code != here()[name][0].code and name.capitalize() not in AREAS]
    assert other == [name for name in other if here()[name][0].code in match(name).options]


def test_every_postcode_leads_to_a_municipality():
    assert set(postcodes().values()) <= set(TOWNS.index)
    assert {match(postcode=f"{digits} AB").code for digits in ("6411", "6461", "1102", "5076")} == {
        "GM0917", "GM0928", "GM0363", "GM0824"}  # fmt: skip


def test_a_postcode_that_says_another_town_is_asked_but_four_digits_alone_give_way():
    assert set(match("Kerkrade", postcode="6411 CR").options) == {"GM0917", "GM0928"}
    assert match("Kerkrade", postcode="6411").code == "GM0928"
    assert match("2019").options == ()


@pytest.mark.parametrize(
    ("cells", "code"),
    [({"plaats": "Hengelo", "provincie": "Gelderland"}, "GM1876"), ({"plaats": "Bergen", "provincie": "L"}, "GM0893"),
     ({"plaats": "Bergen", "provincie": "NH"}, "GM0373"), ({"plaats": "Elst", "provincie": "prov. Utrecht"}, "GM0340"),
     ({"plaats": "Beek", "gemeente": "Berg en Dal"}, "GM1945"), ({"plaats": "Haren", "postcode": "9751 AB"}, "GM0014"),
     ({"plaats": "Egmond aan Zee", "gemeente": "Bergen"}, "GM0373"), ({"gemeente": "Beek"}, "GM0888"),
     ({"plaats": "Mechelen", "land": "Nederland"}, "GM1729"), ({"postcode": "6461 AB"}, "GM0928")],
)  # fmt: skip
def test_what_stands_beside_a_name_decides_between_namesakes(cells, code):
    seats = Seats({})
    assert seats.of(cells, 2).code == code
    assert not seats.ambiguous


def test_a_province_that_leaves_two_is_asked_between_those():
    assert match("Beek", province="Gelderland").options == ("GM1945", "GM1955")


@pytest.mark.parametrize(("place", "country"), [
    ("Aachen", "DE"), ("Aken", "DE"), ("Aachen (D)", "DE"), ("Würselen", "DE"), ("D-52062 Aachen", "DE"),
    ("52062 Aachen", "DE"), ("Luik", "BE"), ("Liège", "BE"), ("Hasselt (B)", "BE"), ("B-3500 Hasselt", "BE"),
    ("Hasselt, België", "BE"), ("Bergen (Mons)", "BE"), ("Maaseik", "BE"), ("Lommel (België)", "BE"), ("Londen", "GB"),
    ("Paris", "FR"), ("Basel", "CH"), ("Kopenhagen", "DK"), ("New York", "US"), ("Keulen, Duitsland", "DE"),
])  # fmt: skip
def test_places_in_other_countries(place, country):
    found = row(one(plaats=place))
    assert (found["place_status"], found["country"], found["municipality"]) == ("abroad", country, None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_of_the_world_is_known_by_name_and_by_both_codes(language):
    from babel import Locale
    from babel.core import get_global

    aliases = get_global("territory_aliases").items()
    three = {codes[0]: long for long, codes in aliases if re.fullmatch("[A-Z]{3}", long) and len(codes) == 1}
    del three["EU"]
    for code, name in Locale(language).territories.items():
        if re.fullmatch("[A-WYZ][A-Y]", code) and code in three:
            assert country_code(name) == country_code(code) == country_code(three[code]) == code, name
            assert country_code(country_name(code, language).upper()) == code


@pytest.mark.parametrize(
    "land", ["Zuid-Afrika", "Curaçao", "South Africa", "ZAF", "Frankrijk", "Österreich", "Atlantis"]
)
def test_a_partner_with_another_country_or_an_unknown_one_is_never_dutch(land):
    found = row(one(plaats="Haarlem", land=land))
    assert (found["municipality"], found["country"]) != ("GM0392", "NL")
    assert found["municipality"] is None
    assert found["place_status"] == ("abroad" if country_code(land) else "unknown")


def test_an_unknown_country_is_told_with_the_nearest():
    result = one(plaats="Haarlem", land="Duitslnd")
    assert [(p.code, p.column) for p in result.problems] == [("country_unknown", "land")]
    assert "Duitsland" in texts("nl")(result.problems[0].remedy)


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


def test_a_slip_of_the_pen_is_asked_once_with_what_is_meant_chosen_and_may_be_refused():
    data = csv_of(["naam", "plaats"], ["A1", "Leewarden"], ["A2", "leewarden"], ["A3", "Deventr"], ["A4", "Xanthoria"])
    asked = {q.key: (q.first, q.options, q.rows) for q in read_partners(data).questions if q.about == "place"}
    assert asked == {"Leewarden": ("GM0080", ("GM0080", "-"), (2, 3)), "Deventr": ("GM0150", ("GM0150", "-"), (4,))}
    after = read_partners(data, places_answered={"Leewarden": "GM0080", "Deventr": "-"})
    assert after.portfolio.frame["municipality"].tolist()[:2] == ["GM0080"] * 2
    assert not [q for q in after.questions if q.about == "place"]
    assert codes(after) == ["place_unknown"] * 2


def test_the_answer_may_be_a_country():
    data = csv_of(["naam", "plaats"], ["A1", "Mechelen"])
    found = row(read_partners(data, places_answered={"Mechelen": "BE"}))
    assert (found["place_status"], found["country"]) == ("abroad", "BE")


def test_the_municipality_beside_it_goes_before_an_answer():
    data = csv_of(["naam", "plaats", "gemeente"], ["A1", "Elsloo", "Ooststellingwerf"])
    assert row(read_partners(data, places_answered={"Elsloo": "GM0971"}))["municipality"] == "GM0085"


@pytest.mark.parametrize("answer", ["GM9999", "GM0928", "XX", ""])
def test_an_answer_that_is_none_of_the_options_is_passed_over(answer):
    result = read_partners(csv_of(["naam", "plaats"], ["A1", "Elsloo"]), places_answered={"Elsloo": answer})
    assert list(result.ambiguous_places) == ["Elsloo"]


def test_a_municipality_that_was_divided_is_asked_unless_the_place_tells():
    assert set(match(municipality="Boarnsterhim").options) == {"GM0080", "GM0074", "GM1900", "GM1940"}
    assert match("Grou", municipality="Boarnsterhim").code == "GM0080"


@pytest.mark.parametrize("place", ["Onderbanken", "Aaldonk"])
def test_a_hamlet_and_an_ended_municipality_are_told(place):
    result = one(plaats=place)
    assert row(result)["place_status"] == "municipality"
    assert codes(result) == ["place_elsewhere"]


@pytest.mark.parametrize("place", ["Zeeland", "Nederland", "Limburg", "Noord-Brabant", "Heerlen/Kerkrade"])
def test_what_is_an_area_or_two_towns_is_no_seat(place):
    assert match(place).code is None


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


QUOTES = st.sampled_from(["'", "’", "‘", "`", "′", "ʼ", ""])
DASHES = st.sampled_from(["-", " ", "–", "\u2011", " - "])


@settings(max_examples=25)
@given(
    st.sampled_from(OFFICIAL), QUOTES, DASHES, st.booleans(), st.sampled_from(["", "\u200b", "\ufeff", " ", "\u00ad"])
)
def test_dressings_of_a_name_do_not_change_it(place, quote, dash, loud, unseen):
    name, code = place
    dressed = unseen + name.replace("'", quote).replace("-", dash).replace("Sint", "St.") + unseen
    found = match(dressed.upper() if loud else dressed)
    assert code == found.code or code in found.options


@settings(max_examples=25)
@given(st.text(max_size=40))
def test_any_text_is_a_place_or_not(text):
    found = match(text, postcode=text, province=text)
    assert not (found.code and found.country != "NL")
    assert not (found.code and found.options)
    assert len(near(text)) <= 3

"""Lists as museums, registers and bookkeepers have them: columns, rows that are no partners, rows of one partner."""

import pytest
from partner_files import codes, csv_of, names, row

from regional.partners.by_rule import by_rule
from regional.partners.lists.guesses import guesses, signature
from regional.partners.read import read_partners
from regional.texts import texts


def read(*lines, **answers):
    return read_partners(csv_of(*[line.split(";") for line in lines]), **answers)


def passed(result):
    return [(p.row, str(p.why)) for p in result.passed_over]


@pytest.mark.parametrize(("headings", "cells", "columns"), [
    ("Subsidiejaar;Zaaknummer;Aanvrager;Verleend bedrag;Plaats", "2025;Z-1;De Kring;1.000;Heerlen",
    "jaar;;naam;bedrag;plaats"),
    ("Overheid;Regeling;Ontvanger;Realisatie;Jaar", "Provincie X;Kunst;De Kring;1000;2015", ";;naam;bedrag;jaar"),
    ("Sponsor;Bijdrage;Partner vanaf;Plaats", "De Kring;500;2019;Heerlen", "naam;bedrag;sinds;plaats"),
    ("Crediteur;Naam;Plaats;Omzet 2024", "1001;De Kring BV;Heerlen;1.000,00", ";naam;plaats;bedrag_2024"),
    ("Account Name;Contact: Full Name;Billing City;Total Gifts", "De Kring;An;Heerlen;€ 500", "naam;;plaats;bedrag"),
    ("Code;Naam;Woonplaats;Saldo", "10001;Bakker BV;Heerlen;1.200,50", "kenmerk;naam;plaats;bedrag"),
    ("Organisatie;Naam;Stad;Relatiesoort", "De Kring;Jansen;Heerlen;Sponsor", "naam;;plaats;soort"),
    ("wie;soort", "De Kring;leverancier", "naam;soort"),
    ("Naam organisatie;Doelgroep(en);Looptijd van", "De Kring;senioren;2019", "naam;vooral_voor;sinds"),
])  # fmt: skip
def test_a_column_is_known_by_its_word_and_its_cells(headings, cells, columns):
    words, values = headings.split(";"), cells.split(";")
    found = guesses(dict(enumerate(words)), {i: [cell] for i, cell in enumerate(values)})
    assert ";".join(guess.column for guess in found) == columns


def test_a_column_of_years_is_no_name_and_one_of_places_is_a_place():
    result = read("Partner;Relatie;Ergens", "2019;De Kring;Heerlen", "2020;Het Huis;Kerkrade", "2021;De Bron;Landgraaf")
    assert names(result) == ["De Kring", "Het Huis", "De Bron"]
    assert row(result)["municipality"] == "GM0917"


def test_what_is_unsure_is_used_and_asked_with_three_of_its_values():
    result = read("A;B", "De Kring;Heerlen", "Het Huis;Kerkrade", "De Bron;Landgraaf", "Koor;Heerlen")
    asked = [q for q in result.questions if q.about == "column"]
    assert [(q.key, q.first, len(q.values)) for q in asked] == [("A", "naam", 3), ("B", "plaats", 3)]


def test_an_answer_is_remembered_for_one_kind_of_file():
    lines = ("naam;extra", "De Kring;Heerlen")
    kind = signature(["naam", "extra"])
    assert read(*lines).signature == kind
    assert read(*lines, mapping={f"{kind}:extra": "-"}).unmapped_columns == ("extra",)
    assert signature(["Bedrag 2024", "Naam"]) == signature(["naam", "bedrag 2025"])


def test_totals_of_any_wording_are_no_partners():
    result = read("naam;plaats;soort;bedrag", "De Kring;Heerlen;financier;1.000", "Totaal 2024;;financier;1.000",
                  "Het Huis;Heerlen;financier;500", "Subtotaal sponsoren;;;500", "Alles bij elkaar;;;1.500",
                  ";;;1.500", "TOTAAL GENERAAL;;financier;1.500")  # fmt: skip
    assert names(result) == ["De Kring", "Het Huis"]
    assert passed(result) == [(3, "total"), (5, "total"), (6, "total"), (7, "total"), (8, "total")]


def test_a_partner_whose_name_begins_like_a_total_stays():
    assert names(read("naam;plaats", "Totaal Theater;Heerlen", "De Kring;Kerkrade")) == ["Totaal Theater", "De Kring"]


def test_notes_counts_and_headings_again_are_no_partners():
    result = read("naam;plaats;bedrag", "De Kring;Heerlen;1.000", "Naam;Plaats;Bedrag", "Het Huis;Kerkrade;5",
                  "* bedragen excl. btw;;", "Bron: subsidieregister 2024;;", "Aantal partners: 2;;",
                  "2 partners;;")  # fmt: skip
    assert names(result) == ["De Kring", "Het Huis"]
    assert passed(result) == [(3, "headings"), (5, "note"), (6, "note"), (7, "count"), (8, "count")]
    assert {"headings_again", "note_row", "count_row"} <= set(codes(result))


def test_headings_between_rows_tell_the_kind_of_those_below():
    result = read("naam;plaats", "Sponsoren;", "De Kring;Heerlen", "B. Leveranciers (1);", "Het Huis;Kerkrade",
                  "Educatie;", "De Bron;Heerlen", "Overig:;", "Koor;Heerlen")  # fmt: skip
    assert [row(result, i)["kinds"] for i in range(3)] == [("funder",), ("supplier",), ("content",)]
    assert passed(result) == [(2, "section"), (4, "section"), (6, "section"), (8, "section")]


def test_a_row_a_year_is_one_partner_with_amounts_by_year():
    result = read("naam;jaar;bedrag", "De Kring;2023;500", "De Kring;2024;600", "De Kring;2025;700", "Het Huis;2025;5")
    assert names(result) == ["De Kring", "Het Huis"]
    assert result.gathered[0].amounts == {2023: 500, 2024: 600, 2025: 700}
    assert str(row(result)["since"])[:10] == "2023-01-01"
    assert [q.about for q in result.questions] == ["rows_per_partner"]


def test_rows_may_be_kept_apart():
    lines = ("naam;jaar;bedrag", "De Kring;2023;500", "De Kring;2024;600")
    assert read(*lines, answers={"rows_per_partner:": "apart"}).kept == 2


def test_two_places_are_two_partners():
    assert read("naam;plaats;bedrag", "De Kring;Heerlen;5", "De Kring;Kerkrade;6").kept == 2


def test_credits_are_taken_off_or_left_out_and_never_cost_the_partner():
    lines = ("naam;plaats;soort;bedrag", "A Huis;Heerlen;leverancier;5.000", "A Huis;Heerlen;leverancier;-500",
             "B Huis;Kerkrade;leverancier;-20")  # fmt: skip
    assert [row(read(*lines), i)["amount"] for i in (0, 1)] == [4500, None]
    assert row(read(*lines, answers={"credits:": "leave_out"}))["amount"] == 5000


def test_columns_of_years_are_amounts_by_year():
    result = read("naam;2023;2024;Bedrag 2025", "De Kring;100;200;300")
    assert result.gathered[0].amounts == {2023: 100, 2024: 200, 2025: 300}
    assert "amounts_by_year" in codes(result)


def test_of_several_values_the_good_ones_stay_and_the_others_are_asked():
    result = read("naam;soort;vooral_voor", "De Kring;sponsor, blorf;senioren, dorpsbewoners")
    assert row(result)["kinds"] == ("funder",)
    assert row(result)["mainly_for"] == ("65+",)
    assert {(q.about, q.key) for q in result.questions} == {("kinds", "blorf"), ("groups", "dorpsbewoners")}


def test_of_very_many_unknown_words_those_in_the_most_rows_are_asked_about_and_near_words_sought_for_what_is_told(
    monkeypatch,
):
    from rapidfuzz import process

    sought = []
    extract = process.extract
    monkeypatch.setattr(process, "extract", lambda word, *args, **more: sought.append(word) or extract(
        word, *args, **more))  # fmt: skip
    odd = [f"P{i};blorf{i}x;omvang{i}x" for i in range(400)] + ["Q1;sneuk;1", "Q2;sneuk;1"]
    result = read("naam;soort;omvang", *odd)
    asked = [q.key for q in result.questions if q.about == "kinds"]
    assert len(asked) == 100
    assert "sneuk" in asked
    assert len(sought) <= 200


def test_an_answer_about_a_word_is_taken():
    lines = ("naam;vooral_voor", "De Kring;scholieren")
    assert row(read(*lines, answers={"groups:scholieren": "15-25"}))["mainly_for"] == ("15-25",)


def test_the_scale_may_stand_in_a_note_above_the_table():
    assert row(read("Sponsors (bedragen x € 1.000);", "naam;bedrag", "De Kring;25"))["amount"] == 25_000


def test_columns_about_persons_are_not_read():
    result = read("Organisatie;Contactpersoon;Accountmanager;Bezoekadres;Opmerking",
    "De Kring;An Jansen;Jo;Weg 1;bel Piet",
                  "Het Huis;Ben;Jo;Weg 2;")  # fmt: skip
    assert result.dropped_columns == ("Contactpersoon", "Accountmanager", "Bezoekadres")
    assert "Jansen" not in str(result.gathered) + str(result.questions) + str(result.problems)


@pytest.mark.parametrize(("text", "why"), [
    ("Subtotaal zorg en welzijn", "total"), ("=== Totaal ===", "total"), ("Gemiddeld", "total"),
    ("Per saldo", "total"), ("BTW 21%", "total"),
])  # fmt: skip
def test_what_sums_up_the_rows_above_is_no_partner(text, why):
    result = read("naam;plaats;bedrag", "De Kring;Heerlen;1.000", "Het Huis;Kerkrade;500", f"{text};;1.500")
    assert [(row.what, row.why) for row in result.passed_over] == [(text, why)]
    assert result.kept == 2


@pytest.mark.parametrize("text", [
    "Let op: vertrouwelijk", "Peildatum 31-12-2024", "Pagina 1 van 2", "- einde lijst -", "p.m. = pro memorie",
    "https://www.voorbeeld.example", "Afgerond op hele euro's", "Uitdraai d.d. 1 september 2025",
])  # fmt: skip
def test_a_note_is_no_partner_however_short_the_list(text):
    result = read("naam;plaats;bedrag", "De Kring;Heerlen;1.000", f"{text};;", "Toelichting;;", "Legenda;;")
    assert result.kept == 1


def test_a_list_without_headings_loses_nobody():
    assert read("De Kring", "Het Huis", "De Bron").kept == 3
    assert read("De Kring;Heerlen", "Het Huis;Kerkrade", "De Bron;Landgraaf").kept == 3


def test_the_scale_of_columns_of_years_is_asked_once():
    lines = ("naam;Bedrag 2024 (x € 1.000);Bedrag 2025 (x € 1.000)", "De Kring;5;7", "Het Huis;1;2")
    (asked,) = [question for question in read(*lines).questions if question.about == "scale"]
    assert row(read(*lines))["amount"] in (5000, 7000)
    assert row(read(*lines, answers={f"scale:{asked.key}": "1"}))["amount"] in (5, 7)


def test_a_word_is_asked_once_however_its_capitals_stand_and_as_it_was_written():
    result = read_partners("naam;plaats;doelgroep\nA;Ede;Patiënten\nB;Ede;patiënten\nC;Ede;PATIENTEN\n".encode())
    [question] = [question for question in result.questions if question.about == "groups"]
    assert (texts("nl")(question.ask), question.rows) == ("Welke groep is “Patiënten”?", (2, 3, 4))


def test_what_a_name_makes_likely_is_told_in_its_own_letters():
    result = read_partners("naam\nProvincie Fryslân\n".encode())
    said = {word for one in by_rule([("1", result.portfolio.partners[0])]) for word in one.words}
    assert said == {"Provincie", "Fryslân"}

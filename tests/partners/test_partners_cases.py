"""Lists that went wrong once, and others of the same kind: what must come out of each."""

import csv
import io

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from partner_files import codes, csv_of, names, row

from regional.partners.read import read_partners

PLACES = {
    "Haren": "asked GM0014", "Elst": "asked GM1734", "Mechelen": "asked BE", "Halle": "asked BE", "Aalst": "asked BE",
    "IJsselstein Ut": "GM0353", "Breukelen UT": "GM1904", "Vianen UT": "GM1961",
    "St. Oedenrode": "GM1948", "St Michielsgestel": "GM0845", "St.-Annaland": "GM0716",
    "Alphen a/d Rijn": "GM0484", "Capelle a.d. IJssel": "GM0502", "Krimpen aan de IJssel": "GM0542",
    "‘s-Hertogenbosch": "GM0796", "‘s-Gravenhage": "GM0518", "Heerlen\u200b": "GM0917", "\ufeffKerkrade": "GM0928",
    "Bilt, De": "GM0310", "Meern, De": "GM0344", "Hengelo (G)": "GM1876", "Beek (gem. Berg en Dal)": "GM1945",
    "Amsterdam-Zuidoost": "GM0363", "AMSTERDAM ZUIDOOST": "GM0363", "Scheveningen": "GM0518",
    "Ljouwert": "GM0080", "Ferwerd": "GM1970", "Grouw": "GM0080", "Driebergen": "GM1581",
    "NL-6411 CR Heerlen": "GM0917", "6411 Heerlen": "GM0917", "Heerlen, 6411 CR": "GM0917",
    "Postbus 1, 6400 AC Heerlen": "GM0917", "Bergum": "GM0737", "Berlikum": "GM1949", "Dronrijp": "GM1949",
    "Menaldum": "GM1949", "Piershill": "GM1963", "Bleskensgraaf": "GM1978",
    "Bergen o/Z": "GM0748", "Hoek v. Holland": "GM0599", "Noordwijk a/z": "GM0575", "Nw. Vennep": "GM0394",
    "Wijk b/d Duurstede": "GM0352", "H.I. Ambacht": "GM0531", "Bilt (De)": "GM0310", "Helder den": "GM0400",
    "Veghel N.Br.": "GM1948", "Elst (bij Arnhem)": "GM1734", "Haren (bij Oss)": "GM0828", "A'dam-Noord": "GM0363",
    "6411-CR Heerlen": "GM0917", "Amerika": "asked US",
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_a_place_is_found_or_asked_and_never_another(place):
    result = read_partners(csv_of(["naam", "plaats"], ["De Kring", f'"{place}"']))
    asked, _, code = PLACES[place].rpartition(" ")
    if asked:
        assert row(result)["municipality"] is None
        assert code in next(iter(result.ambiguous_places.values()))
    else:
        assert row(result)["municipality"] == code


@pytest.mark.parametrize(("headings", "cells", "code", "country"), [
    (["naam", "gemeente"], ["A", "Onderbanken"], "GM1954", "NL"),
    (["naam", "gemeente"], ["A", "De Friese Meren"], "GM1940", "NL"),
    (["naam", "gemeente"], ["A", "Nuenen c.a."], "GM0820", "NL"),
    (["naam", "plaats", "provincie"], ["A", "Hengelo", "Gelderland"], "GM1876", "NL"),
    (["naam", "plaats", "provincie"], ["A", "Bergen", "Limburg"], "GM0893", "NL"),
    (["naam", "plaats", "provincie"], ["A", "Bergen", "Limburg (NL)"], "GM0893", "NL"),
    (["naam", "plaats", "land"], ["A", "Haarlem", "Ned."], "GM0392", "NL"),
    (["naam", "plaats", "land"], ["A", "Haarlem", "Zuid-Afrika"], None, "ZA"),
    (["naam", "plaats", "land"], ["A", "Willemstad", "Curaçao"], None, "CW"),
    (["naam", "plaats", "land"], ["A", "Haarlem", "Nergensland"], None, None),
])  # fmt: skip
def test_another_column_settles_a_place(headings, cells, code, country):
    found = row(read_partners(csv_of(headings, cells)))
    assert (found["municipality"], found["country"]) == (code, country)


@pytest.mark.parametrize(("heading", "cells", "euros"), [
    ("bedrag", ["97.123", "0.567", "12.34", "145.2"], [97.123, 0.567, 12.34, 145.2]),
    ("bedrag", ["1,250", "12.50", "2,000"], [1250, 12.5, 2000]),
    ("Bedrag (x € 1.000)", ["250", "40"], [250_000, 40_000]),
    ("Toegekend in k€", ["12,5"], [12_500]),
    ("Subsidie (mln euro)", ["1,2"], [1_200_000]),
    ("bedrag", ["€ 1.250,=", "ca. € 5.000", "€ 5.000 p.j.", "€ 1,5 mln.", "25.000*"],
     [1250, 5000, 5000, 1_500_000, 25_000]),
    ("bedrag", ["7,5k", "1,2 ton", "1.250,-", "€ 500 excl. btw"], [7500, 120_000, 1250, 500]),
    ("bedrag", ["1,25E+06", "1,25 E+06"], [1_250_000, 1_250_000]),
    ("Bedrag (€ 000)", ["250"], [250_000]), ("Amount (EUR thousands)", ["250"], [250_000]),
    ("bedrag (in centen)", ["250"], [2.5]),
    ("bedrag", ["+/- 5.000", "rond de 5.000", "5.000 (per jaar)", "5.000 + btw", "25.000 [1]", "5.000 toegezegd"],
     [5000, 5000, 5000, 5000, 25_000, 5000]),
    ("bedrag", ["500 p.m.", "€ 5.000 (toezegging)", "5.000 ?", "5.000 debet", ",5"], [6000, 5000, 5000, 5000, 0.5]),
])  # fmt: skip
def test_amounts_are_read_by_the_column(heading, cells, euros):
    result = read_partners(csv_of(["naam", heading], *[[f"Huis {i}", cell] for i, cell in enumerate(cells)]))
    assert result.portfolio.frame["amount"].tolist() == pytest.approx(euros)


@pytest.mark.parametrize(("cell", "since", "until"), [
    ("1-sep-19", "2019-09-01", "None"), ("sep-19", "2019-09-01", "None"), ("43709", "2019-09-01", "None"),
    ("2019/2020", "2019-01-01", "None"), ("'19", "2019-01-01", "None"), ("sinds 2004", "2004-01-01", "None"),
    ("sinds de opening in 2004", "2004-01-01", "None"), ("seizoen 19/20", "2019-01-01", "None"),
])  # fmt: skip
def test_dates_as_sheets_write_them(cell, since, until):
    found = row(read_partners(csv_of(["naam", "sinds"], ["De Kring", cell])))
    assert (str(found["since"])[:10], str(found["until"])[:10]) == (since, until)


FILES = {
    "a control character": (b"naam;plaats\nMuseum de zbo\x19s;Den Haag\nHet Huis;Heerlen\n", 2, "control_characters"),
    "MacRoman": ("naam;plaats\nStichting Café;Súdwest-Fryslân\n".encode("mac_roman"), 1, "code_page"),
    "cp850": ("naam;plaats\nStichting Café;Súdwest-Fryslân\n".encode("cp850"), 1, "code_page"),
    "double encoding": ("naam;plaats\nStichting Café;Súdwest-Fryslân\n".encode().decode("cp1252").encode(), 1,
                        "letters_mended"),
    "UTF-16 without a mark": ("naam;plaats\nStichting Café;Súdwest-Fryslân\n".encode("utf-16-le"), 1, ""),
    "all in column A": (b'"naam;plaats;bedrag"\n"De Kring;Kerkrade;""1.250,00"""\n', 1, ""),
    "an unclosed quote": (b'naam;plaats;bedrag\n"De Kring;Kerkrade;1250\nHet Huis;Heerlen;500\nDe Bron;Urk;5\n', 3,
                          "quote_unclosed"),
    "sep= and a mark": (b"sep=;\n\xef\xbb\xbfnaam;plaats\nDe Kring;Heerlen\n", 1, ""),
}  # fmt: skip


@pytest.mark.parametrize("file", FILES)
def test_what_was_wrong_with_a_file_is_mended_and_told(file):
    data, n, code = FILES[file]
    result = read_partners(data)
    assert result.kept == n
    assert not code or code in codes(result)
    assert not [problem for problem in result.problems if problem.code == "place_unknown"]


# Five lists in the shape of registers and systems, and three of museums: (name, municipality, amount, kinds) of each.
REGISTERS = {
    "tax register of public benefit bodies": (
        "Naam instelling;Vestigingsplaats;Website;Begindatum;Einddatum;Culturele ANBI\n"
        "Stichting Orgelvrienden;HEERLEN;www.orgel.nl;1-1-2008;;ja\n"
        "Vereniging Heemkring;KERKRADE;;1-1-2012;31-12-2024;nee\n",
        [("Stichting Orgelvrienden", "GM0917", None, ()), ("Vereniging Heemkring", "GM0928", None, ())]),
    "grants register of a municipality": (
        "Subsidieregister gemeente 2025;;;;;\n;;;;;\nJaar;Zaaknummer;Aanvrager;Regeling;Aangevraagd;Verleend bedrag\n"
        "2024;Z-24-001;Stichting De Kring;Amateurkunst;€ 2.000,00;€ 1.500,00\n"
        "2025;Z-25-014;Stichting De Kring;Amateurkunst;€ 2.000,00;€ 1.750,00\n"
        "2025;Z-25-015;Fanfare Sint Jan;Jubilea;€ 900,00;€ 600,00\nTotaal;;;;€ 4.900,00;€ 3.850,00\n"
        "Bron: zaaksysteem, peildatum 1 oktober 2025;;;;;\n",
        [("Stichting De Kring", None, 1750, ()), ("Fanfare Sint Jan", None, 600, ())]),
    "creditors of a bookkeeper": (
        "Crediteur;Naam;Postcode;Plaats;Omzet 2024;Omzet 2025\n"
        "10001;Drukkerij De Pers BV;6411 CR;Heerlen;1.250,00;900,00\n"
        "10002;Bakkerij Zoet;6461 AB;Kerkrade;-75,00;300,00\n10003;Energie NV;;;12.000,00;13.500,00\n"
        ";;;Totaal;13.175,00;14.700,00\n",
        [("Drukkerij De Pers BV", "GM0917", 900, ()), ("Bakkerij Zoet", "GM0928", 300, ()),
         ("Energie NV", None, 13_500, ())]),
    "relations of a fundraising system": (
        'Relatienummer,Relatie,Relatiesoort,Woonplaats,E-mail,Totaal giften\n'
        '"R001","Fonds Het Zuiden","Begunstiger","Maastricht","info@fonds.nl","€ 5.000,00"\n'
        '"R002","Rotary Heerlen","Sponsor","Heerlen","","€ 750,00"\n',
        [("Fonds Het Zuiden", "GM0935", 5000, ("funder",)), ("Rotary Heerlen", "GM0917", 750, ("funder",))]),
    "sponsors with a column a year": (
        "Sponsor;Plaats;2022;2023;2024\nBouwbedrijf Steen;Heerlen;1.000;1.000;1.500\nHotel Zicht;Vaals;;500;\n"
        "Totaal;;1.000;1.500;1.500\n",
        [("Bouwbedrijf Steen", "GM0917", 1500, ()), ("Hotel Zicht", "GM0981", 500, ())]),
    "a museum with headings between the rows": (
        "Onze partners;;\n;;\nOrganisatie;Plaats;Doelgroep\nScholen:;;\nBasisschool De Regenboog;Heerlen;groep 5-8\n"
        "Sponsoren;;\nSlagerij Jansen;Kerkrade;\nLeveranciers;;\nGlas & Zo;Landgraaf;\n",
        [("Basisschool De Regenboog", "GM0917", None, ()), ("Slagerij Jansen", "GM0928", None, ("funder",)),
         ("Glas & Zo", "GM0882", None, ("supplier",))]),
    "a museum with tabs and several kinds in a cell": (
        "Partner\tWaar\tRol\tSinds\nMuziekschool Kerkrade\tKerkrade\teducatie / samenwerking\t2019\n"
        "Bank van Zuid\tHeerlen\tsponsor; leverancier\tsinds 2004\n",
        [("Muziekschool Kerkrade", "GM0928", None, ("content",)),
         ("Bank van Zuid", "GM0917", None, ("funder", "supplier"))]),
    "a museum that wrote one name a line": (
        "Partners\nStichting De Kring\nHet Huis van de Wijk\nFanfare Sint Jan\n",
        [("Stichting De Kring", None, None, ()), ("Het Huis van de Wijk", None, None, ()),
         ("Fanfare Sint Jan", None, None, ())]),
}  # fmt: skip


@pytest.mark.parametrize("name", REGISTERS)
def test_a_list_of_this_shape_gives_these_partners(name):
    text, expected = REGISTERS[name]
    result = read_partners(text.encode())
    found = [row(result, i) for i in range(result.kept)]
    kinds = [p["kinds"] for p in found]
    given = [(p["name"], p["municipality"], p["amount"]) for p in found]
    assert [(*cells, kind) for cells, kind in zip(given, kinds, strict=True)] == expected


PLAIN = [("De Kring", "Heerlen", 1250.0), ("Stichting Café Één", "Kerkrade", 500.0), ("Glas & Zo", "Landgraaf", 5000.0)]


@given(
    mark=st.sampled_from(";,\t|"), page=st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]), end=st.sampled_from(["\n", "\r\n"]),
    in_thousands=st.booleans(), order=st.permutations([0, 1, 2]),
    dressed=st.sets(st.sampled_from(["title", "total", "note", "headings", "sections", "blank", "count"])),
)  # fmt: skip
def test_any_dressing_of_a_plain_list_gives_its_partners(mark, page, quoting, end, in_thousands, order, dressed):
    headings = ["Organisatie", "Plaats", "Bedrag (x € 1.000)" if in_thousands else "Bedrag"]
    worth = [f"{euros / 1000:.2f}" if in_thousands else f"{euros:.0f},00" for *_, euros in PLAIN]
    rows = [[name, place, cell.replace(".", ",")] for (name, place, _), cell in zip(PLAIN, worth, strict=True)]
    lines = [headings, *rows[:2], *([headings] if "headings" in dressed else []), rows[2]]
    lines[1:1] = [["Sponsoren", "", ""]] if "sections" in dressed else []
    lines[:0] = [["Onze partners in 2025", "", ""], ["", "", ""]] if "title" in dressed else []
    lines += [["", "", ""]] if "blank" in dressed else []
    lines += [["Totaal 2025", "", "6,75" if in_thousands else "6.750,00"]] if "total" in dressed else []
    lines += [["Aantal partners: 3", "", ""]] if "count" in dressed else []
    lines += [["* bedragen exclusief btw", "", ""]] if "note" in dressed else []
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=mark, quoting=quoting, lineterminator=end)
    writer.writerows([[line[i] for i in order] if line in [headings, *rows] else line for line in lines])
    frame = read_partners(out.getvalue().encode(page)).portfolio.frame
    assert frame["name"].tolist() == [name for name, _, _ in PLAIN]
    assert frame["municipality"].tolist() == ["GM0917", "GM0928", "GM0882"]
    assert frame["amount"].tolist() == pytest.approx([euros for *_, euros in PLAIN])


def test_the_sheet_that_one_sees_goes_before_a_hidden_one():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        old, new = book.add_worksheet("Oud"), book.add_worksheet("Lijst")
        for sheet, cells in ((old, ["Gestopt Huis", "Heerlen", "2010"]), (new, ["De Kring", "Kerkrade"])):
            sheet.write_row(0, 0, ["naam", "plaats", "sinds"][: len(cells)])
            sheet.write_row(1, 0, cells)
        new.activate()
        old.hide()
    assert names(read_partners(out.getvalue())) == ["De Kring"]

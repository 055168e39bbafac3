"""A new museum's first quarter of an hour: from a messy workbook to its region and the Overzicht, clicks counted."""

import io
import re

import openpyxl
import pytest

from tests.e2e.harness import serve, settle, shot, visit

pytestmark = pytest.mark.browser
MOST = 14
"""Clicks from the empty page to the Overzicht."""
HEADINGS = (
    "Relatie",
    "Woonplaats",
    "Type partner",
    "Toegekend 2025 (x € 1.000)",
    "Partner sinds",
    "Doelgroep",
    "E-mail",
)
GROUPS = {
    "A. Financiers": [("Gemeente Leeuwarden", "Leeuwarden", "subsidiënt", 250, 1998, ""),
                      ("Rotaryclub Ljouwert", "Ljouwert", "sponsor", "1,25", "'19", ""),
                      ("Bakkerij Hoekstra", "Grou", "sponsor", "-0,5", "sep-19", "")],
    "B. Onderwijs": [(f"Basisschool {n}", "Leeuwarden", "educatie", "", "sinds 2004", "groep 5-8")
                     for n in range(1, 31)],
    "C. Zorg en welzijn:": [("Buurthuis It Heechterp", "Leeuwarden", "samenwerking", "", 2020, "iedereen"),
                            ("Dorpsbelang Weidum", "Weidum", "samenwerking", "", 2020, "dorpsbewoners"),
                            ("Kunsthuis Zuid", "Mechelen", "inhoudelijk", "", 2020, "")],
    "E. LEVERANCIERS": [*[(f"Drukkerij {n} BV", "Drachten", "leverancier", "12,4", 2018, "") for n in range(1, 26)],
                        ("Dhr. P. Hiemstra", "Grou", "leverancier", "0,8", 2018, ""),
                        ("Restauratie Oud", "Bergen", "leverancier", 8, 2018, ""),
                        ("Hovenier Groen", "Stiens", "leverancier", 2, 2018, ""),
                        ("Galerie Nordlicht", "Emden", "inhoudelijk", "", 2018, ""),
                        ("Filmhuis Wad", "Harlingen", "inhoudelijk", "", 2018, ""),
                        ("Koor Lyts", "Berlikum", "inhoudelijk", "", 2018, "")],
}  # fmt: skip


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """A server on which every visitor is alone, so that each walk begins without a list."""
    with serve(tmp_path_factory.mktemp("alone"), options=()) as address:
        yield address


def workbook():
    """67 partners of an invented museum, with all that a sheet gathers over the years."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Partneroverzicht Museum De Terp"])
    sheet.merge_cells("A1:E1")
    sheet.append([])
    sheet.append(HEADINGS)
    for heading, rows in GROUPS.items():
        sheet.append([heading])
        for row in rows:
            sheet.append([*row, "info@voorbeeld.example"])
        sheet.append([f"Subtotaal {heading[3:].lower().strip(':')}"])
    sheet.append(["TOTAAL GENERAAL", None, None, 570])
    sheet.append(["* bedragen excl. btw"])
    hidden = book.create_sheet("oud", 0)
    hidden.append(["naam", "plaats"])
    hidden.append(["Gestopt Huis", "Heerlen"])
    hidden.sheet_state = "hidden"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


NAMES = ("Stichting Muziek", "Basisschool De Zon", "Buurthuis Oost", "Koor Cantate", "Jan de Vries", "P. Jansen",
         "Theater Plein", "Ouderenbond Zeist", "Bibliotheek Idea", "Kinderopvang Bij", "Voedselbank Zuid",
         "Gemeente Zeist", "Drukkerij Zwart BV", "Wijkraad West", "Historische Kring", "Scouting Noord",
         "Jongerencentrum Peak", "ROC Midden", "Stichting Lezen", "Taalhuis Oost")  # fmt: skip
PLACES = ("Utrecht", "Haren", "Elst", "Beek", "Bergen", "Zeist", "Amersfort", "Hengelo", "Nieuwegein")
KINDS = ("subsidie", "co-creator", "ambassadeur", "huisdrukker", "programma")
GROUPS_MEANT = ("jeugd en jongeren", "senioren", "mantelzorgers", "wijkbewoners", "gezinnen", "60+")


def register():
    """A register of grants with a row a year, amounts of which the mark is not sure, and credits."""
    amounts = ("1.250", "97.123", "-500", "12,5", "2.500")
    rows = [f"{name};{PLACES[i % 9]};{year};{amounts[(i + year) % 5]};R{i % 4};{KINDS[i % 5]};{GROUPS_MEANT[i % 6]}"
            for i, name in enumerate(NAMES) for year in (2024, 2025)]  # fmt: skip
    heading = "Aanvrager;Vestigingsplaats;Jaar;Toegekend;Regeling;Soort relatie;Doelgroep"
    return "\n".join(["Subsidieregister 2024-2025", heading, *rows]).encode()


def bare():
    """Names, places and words for kinds, under a heading that nobody knows."""
    rows = [f"{name};{PLACES[i % 9]};{PLACES[(i + 2) % 9]};{KINDS[i % 5]}" for i, name in enumerate(NAMES)]
    return "\n".join(["naam;plaats;vanwaar;soort", *rows]).encode()


class Hand:
    """Clicks with a mouse, or presses keys, and counts."""

    def __init__(self, page, *, keys):
        self.page, self.keys, self.n = page, keys, 0

    def press(self, target):
        self.n += 1
        if self.keys:
            target.focus()
            self.page.keyboard.press("Space" if target.get_attribute("type") == "radio" else "Enter")
        elif target.get_attribute("type") == "radio":
            target.locator("xpath=ancestor::label").click()
        else:
            target.click()
        settle(self.page)

    def drop(self, name, data):
        self.n += 1
        self.page.locator("input[type=file]").set_input_files({"name": name, "mimeType": "", "buffer": data})
        self.page.get_by_text("Voor welk gebied is uw museum er?").wait_for()
        settle(self.page)

    def choose(self, label, text):
        box = self.page.get_by_role("combobox", name=label)
        self.press(box) if not self.keys else box.focus()
        box.fill(text)
        self.page.keyboard.press("Enter")
        settle(self.page)


def told(page):
    return page.locator("[data-testid=stMain]").inner_text().replace("\u00a0", " ")


SCREEN = 900
LOWEST = """() => Math.max(...[...document.querySelectorAll('[data-testid=stMain] :is(button, input, a)')]
    .filter(one => !one.closest('[data-testid=stToolbar]')).map(one => one.getBoundingClientRect().bottom))"""


@pytest.mark.parametrize(("width", "keys"), [(1280, False), (360, True)])
def test_from_a_messy_workbook_to_the_overview(alone, chromium, watch, width, keys):
    context = chromium.new_context(viewport={"width": width, "height": 900 if width > 600 else 740}, locale="nl-NL")
    watch.attach(context)
    page = context.new_page()
    page.set_default_timeout(20_000)
    hand = Hand(page, keys=keys)
    visit(page, f"{alone}/onze_partners")
    hand.drop("relaties.xlsx", workbook())
    assert "67 partners; 10 zijn tussenkoppen, totalen of opmerkingen" in told(page)
    assert "Over personen, dus niet ingelezen: E-mail" in told(page)
    assert "Dhr. P. Hiemstra (naam van een persoon)" in told(page)
    hand.choose("Ons museum staat in", "Leeuwarden")
    assert "Leeuwarden: 37 van uw 67 partners" in told(page)
    low = [page.evaluate(LOWEST)]
    areas = page.get_by_role("radiogroup", name="Ons museum is er voor")
    assert not areas.locator("input:checked").count()
    hand.press(areas.get_by_role("radio", name=re.compile("Provincie Fryslân")))
    shot(page, f"list_check_{width}")
    for place, answer in (("Mechelen", "België"), ("Bergen", "Bergen (NH.)")):
        group = page.get_by_role("radiogroup", name=re.compile(f"Welke plaats is “{place}”"))
        hand.press(group.get_by_role("radio", name=answer, exact=True))
    hand.press(page.get_by_role("button", name="Ja, dit klopt"))
    assert "30 namen bevatten “Basisschool”" in told(page)
    assert keys or max(*low, page.evaluate(LOWEST)) <= SCREEN
    hand.press(page.get_by_role("link", name="Verder naar het Overzicht"))
    page.get_by_role("heading", name="Met wie werken we samen").wait_for()
    settle(page)
    assert "67 partners, van wie 64 in de regio. Provincie Fryslân" in told(page)
    assert hand.n <= MOST
    watch.assert_clean(page)
    shot(page, f"list_overview_{width}")
    context.close()


@pytest.mark.parametrize("of", [register, bare])
def test_all_that_is_asked_of_a_messy_list_stands_on_one_screen(alone, chromium, watch, of):
    context = chromium.new_context(viewport={"width": 1280, "height": SCREEN}, locale="nl-NL")
    watch.attach(context)
    page = context.new_page()
    page.set_default_timeout(20_000)
    hand = Hand(page, keys=False)
    visit(page, f"{alone}/onze_partners")
    hand.drop("lijst.csv", of())
    low = {"at first": page.evaluate(LOWEST)}
    hand.choose("Ons museum staat in", "Utrecht")
    low["with areas"] = page.evaluate(LOWEST)
    hand.press(page.get_by_role("radiogroup", name="Ons museum is er voor").get_by_role("radio").first)
    for turn in range(6):
        low[f"turn {turn}"] = page.evaluate(LOWEST)
        if not (right := page.get_by_role("button", name="Ja, dit klopt")).count():
            break
        hand.press(right)
    assert page.get_by_role("button", name=re.compile("^Ja(, alle [0-9]+)?$")).count() == 5
    assert max(low.values()) <= SCREEN, low
    watch.assert_clean(page)
    context.close()

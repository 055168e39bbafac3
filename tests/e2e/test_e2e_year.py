"""A year in the life of a museum, in a real browser, with everything kept between two starts of the server."""

import datetime as dt
import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import TimeoutError

from regional.ui.partners.editor import COLUMNS
from tests.e2e.harness import serve, settle, visit

pytestmark = pytest.mark.browser
BARE = Path(__file__).parents[2] / "data" / "sample" / "kale-lijst.csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def press(page, name, nth=0):
    page.get_by_role("button", name=name, exact=True).nth(nth).click()
    settle(page)


def tick(page, text):
    """Tick a box; again where the page was still moving and the click fell beside it."""
    box = page.get_by_test_id("stCheckbox").filter(has_text=text)
    for _ in range(3):
        if not box.locator("input").is_checked():
            box.get_by_text(text).click()
            settle(page)


def open_box(page, name):
    page.locator('[data-testid="stExpander"] summary').filter(has_text=name).first.click()
    settle(page)


def open_part(page, name):
    page.get_by_role("tab", name=name).click()
    settle(page)


def upload(page, label, file):
    page.locator('[data-testid="stFileUploader"]').filter(has_text=label).locator("input").set_input_files(file)
    settle(page)


def downloaded(page, name):
    with page.expect_download() as found:
        page.get_by_role("button", name=name, exact=True).click()
    return Path(found.value.path()).read_bytes()


def type_in(page, row, column, text):
    """Type into a cell of the list: rows and columns from 0, the name being column 0."""
    grid = page.locator('[data-testid="stDataFrame"]').last
    editor = page.locator(".gdg-input, .gdg-growing-entry textarea").first
    for _ in range(4):  # the grid draws itself, and a click beside it while the page still moves opens nothing
        grid.scroll_into_view_if_needed()
        box = grid.locator("canvas").first.bounding_box()
        page.mouse.click(box["x"] + 60, box["y"] + 35 * (row + 1) + 17)
        for _ in range(column):
            page.keyboard.press("ArrowRight", delay=60)  # the grid scrolls along
        page.keyboard.press("Enter")
        try:
            editor.wait_for(timeout=4_000)
            break
        except TimeoutError:
            page.keyboard.press("Escape")
            settle(page)
    editor.wait_for()
    page.keyboard.type(text, delay=25)  # as fast as people can: faster, and the grid misses the end
    page.wait_for_timeout(200)
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)  # the grid tells the server what was typed after a moment
    settle(page)


def main_text(page):
    return page.locator('[data-testid="stMain"]').inner_text()


def test_a_year_in_the_life_of_a_museum(chromium, watch, tmp_path):
    context = chromium.new_context(viewport={"width": 1280, "height": 1600}, locale="nl-NL")
    watch.attach(context)
    page = context.new_page()
    page.set_default_timeout(40_000)
    with serve(tmp_path) as app:
        read_in_and_confirm(page, app)
        ask_and_read_back(page, app)
        talk_and_plan(page, app)
        watch.assert_clean(page)
        page.goto("about:blank")
    with serve(tmp_path) as app:  # what was kept is there after a restart
        assert_all_is_there(page, app)
        read_in_again(page, app)
        restore_and_erase(page, app)
        watch.assert_clean(page)
    context.close()


def read_in_and_confirm(page, app):
    visit(page, f"{app}/onze_partners")  # the first request after a start
    assert page.locator("[data-testid=stMain] h1").first.inner_text() == "Onze partners"
    assert page.get_by_text("Page not found").count() == 0
    upload(page, "CSV of XLSX", BARE)
    assert "60 van 60 rijen" in main_text(page)
    press(page, "Ja, dit klopt")  # the place that is asked about is left open
    page.get_by_role("button", name=re.compile("^Ja, alle ")).first.click()
    settle(page)
    step(page, "3. Bekijken")
    page.get_by_text("Versies (1)").wait_for()
    type_in(page, 0, COLUMNS.index("vooral_voor"), "65 jaar of ouder")
    for _ in range(3):  # on a busy machine the cell may reach the server after the button
        press(page, "De wijzigingen bewaren")
        if page.get_by_text("Versies (2)").count():
            break
    assert page.get_by_text("Versies (2)").count()
    visit(page, f"{app}/overzicht")
    assert "verzonnen museum" not in main_text(page)


def step(page, name):
    page.get_by_role("radio", name=name).click()
    settle(page)


def ask_and_read_back(page, app):
    visit(page, f"{app}/navraag")  # the old address
    page.wait_for_url("**/vragen_aan_partners**")
    press(page, "Beginnen met een voorzet")
    press(page, "De 12 die het meest helpen")
    page.get_by_role("tab", name="Op papier").click()
    sheets = zipfile.ZipFile(io.BytesIO(downloaded(page, "Excel-bestanden, voor elk een")))
    assert len(sheets.namelist()) == 12
    press(page, "Noteren: vandaag aan 12 partners gestuurd")
    name = sheets.namelist()[0]
    book = openpyxl.load_workbook(io.BytesIO(sheets.read(name)))
    sheet = book["Vragen"]
    keys = {sheet.cell(row, 4).value: row for row in range(1, sheet.max_row + 1)}
    sheet.cell(keys["mainly_for.1"], 2, "jongeren van 15 tot 25")
    sheet.cell(keys["introduce.words"], 2, "Buurthuis De Ster")
    back = io.BytesIO()
    book.save(back)
    upload(page, "Bestanden die terugkwamen", {"name": name, "mimeType": XLSX, "buffer": back.getvalue()})
    press(page, "Lezen")
    press(page, "1 goed antwoord bewaren")


def talk_and_plan(page, app):
    visit(page, f"{app}/in_gesprek")
    assert "Buurthuis De Ster" in main_text(page)
    open_box(page, "Een gesprek noteren")
    day = page.get_by_test_id("stDateInput").first
    day.click()
    page.keyboard.type(f"{dt.date.today():%d%m%Y}")
    page.keyboard.press("Escape")
    page.get_by_label("Wat er gezegd is").fill("We beginnen klein.")
    press(page, "Bewaren", 0)
    visit(page, f"{app}/plan_van_aanpak")
    open_part(page, "Doelen")
    open_box(page, "Een doel stellen")
    keep_goal(page, "Twee partners voor jongeren")
    open_part(page, "Terugkijken op het jaar")
    open_box(page, "Een jaar vastleggen")
    form = page.locator('[data-testid="stExpander"]').filter(has_text="Een jaar vastleggen").last
    form.get_by_label("Jaar").fill(str(dt.date.today().year))
    form.get_by_label("Jaar").press("Enter")
    settle(page)
    form.get_by_role("button", name="Bewaren").click()
    settle(page)
    page.get_by_text(f"Terugblik op {dt.date.today().year}").first.wait_for()


def keep_goal(page, title):
    """Set a goal; again where the box was still opening and the click fell beside the button."""
    kept = page.locator('[data-testid="stExpander"] summary').filter(has_text=title)
    for _ in range(3):
        page.get_by_label("Doel", exact=True).first.fill(title)
        page.get_by_label("Doel", exact=True).first.press("Enter")
        settle(page)
        box = page.locator('[data-testid="stExpander"]').filter(has_text="Een doel stellen").last
        box.get_by_role("button", name="Bewaren").first.click()
        settle(page)
        try:
            kept.first.wait_for(timeout=6_000)
            break
        except TimeoutError:
            continue
    assert kept.count() == 1


def assert_all_is_there(page, app):
    visit(page, f"{app}/plan_van_aanpak")
    open_part(page, "Doelen")
    assert "Twee partners voor jongeren" in main_text(page)
    visit(page, f"{app}/in_gesprek")
    open_box(page, "Een gesprek noteren")
    assert "Eerdere gesprekken" in main_text(page)


def read_in_again(page, app):
    visit(page, f"{app}/onze_partners")
    step(page, "1. Uw lijst")
    new = BARE.read_bytes() + "Harmonie Sint Jan;;;Kerkrade\r\n".encode("cp1252")
    upload(page, "CSV of XLSX", {"name": "nieuw.csv", "mimeType": "text/csv", "buffer": new})
    page.get_by_text("1 partner komt erbij").first.wait_for()
    press(page, "Als nieuwe lijst bewaren")


def restore_and_erase(page, app):
    visit(page, f"{app}/onze_partners")
    step(page, "3. Bekijken")
    open_box(page, "Versies (")
    press(page, page.get_by_role("button", name=re.compile("De lijst van .* terugzetten")).inner_text())
    open_box(page, "Partnerblad")
    name = page.locator('[data-testid="stMain"] h4').first.inner_text()
    tick(page, "Ja, verwijder alles over deze partner")
    press(page, "Overal verwijderen")
    open_box(page, "Reservekopie")
    backup = zipfile.ZipFile(io.BytesIO(downloaded(page, "Een reservekopie downloaden")))
    assert not any(name.encode() in backup.read(file) for file in backup.namelist())

"""The form as a file, opened from a disk by a browser without any connection, filled in and read back."""

import datetime as dt
from dataclasses import replace

import pytest

from regional.publishing.form_file import form_file
from regional.questionnaire.answers import read_file
from regional.questionnaire.page import QuestionForm
from regional.questionnaire.persons import persons_in
from regional.questionnaire.response import Said
from regional.texts import texts
from tests.e2e.harness import barriers
from tests.questionnaire.person_texts import NO_PERSONS, PERSONS

NL = texts("nl")

FORM = QuestionForm("a1", "Stichting ‘t Hœkje & co", "Museum Zuid", dt.date(2026, 11, 26), "Voor iedereen",
                    {"work_area": "Parkstad"}, places=("Heerlen", "Kerkrade"))  # fmt: skip
SAID = {
    "work_area": Said((), "Heerlen; heel Friesland"), "mainly_for": Said(("women", "low_income")),
    "also_reaches": Said(("dont_know",)), "needs": Said((), "Rust & <b>ruimte</b> zo’n plek en koffie"),
    "stage": Said(("exploring",)), "offers": Said(("shares", "hears")), "better": Said(("earlier", "talk")),
    "introduce": Said((), "Buurthuis De Ster"), "may_name": Said(("no",)),
}  # fmt: skip


@pytest.fixture
def offline(chromium, tmp_path):
    """A phone's page without a connection, and what it asked for all the same."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True, offline=True)
    asked = []
    context.route("**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort())
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page, asked
    context.close()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_form_on_a_disk_gives_a_small_file_and_a_text_that_are_both_read(offline, tmp_path, language):
    page, asked = offline
    t, file = texts(language), tmp_path / "formulier.html"
    file.write_bytes(form_file(FORM, t))
    page.goto(file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    for part_id, said in SAID.items():
        field = page.locator(f"#q-{part_id}")
        for code in said.codes:
            field.locator(f"label:has(input[value={code}])").tap()
        if said.words and part_id == "work_area":
            field.get_by_role("button", name="Heerlen", exact=True).tap()
            field.locator("textarea").press("End")
            page.keyboard.type("; heel Friesland")
        elif said.words:
            field.locator("textarea").focus()
            page.keyboard.type(said.words.replace("plek en", "plek\nen"))
    page.keyboard.press("Tab")
    page.locator("#pv-send").focus()
    page.keyboard.press("Enter")
    with page.expect_download() as download:
        page.locator("#pv-file").tap()
    (tmp_path / "terug").write_bytes(download.value.path().read_bytes())
    block = page.locator("#pv-block").input_value()
    assert barriers(page) == []
    for data in ((tmp_path / "terug").read_bytes(), block.encode(), f"Beste Sanne,\n\n{block}\n\nGroet".encode()):
        (found,) = read_file("terug", data).responses
        assert dict(found.said) == SAID
        assert (found.partner_id, found.unread, found.made_on) == ("a1", (), FORM.made_on)
        assert found.given_on == dt.date.fromisoformat(page.evaluate("new Date().toLocaleDateString('sv')"))
    assert download.value.suggested_filename.endswith(".json")
    assert len((tmp_path / "terug").read_bytes()) < 2_000
    assert [url for url in asked if not url.startswith(("file:", "blob:"))] == []


def test_the_form_asks_about_the_same_persons_as_the_museum_does(offline, tmp_path):
    page, _ = offline
    file = tmp_path / "formulier.html"
    file.write_bytes(form_file(replace(FORM, name="Huis Jan de Vries Moslima"), NL))
    page.goto(file.as_uri())
    own = ["ons eigen Huis Jan de Vries Moslima", "Huis Jan de Vries Moslima en mw. Bos", FORM.museum]
    told = page.evaluate(
        """texts => texts.map(text => {
            const field = document.getElementById('q-needs'), area = field.querySelector('textarea');
            area.value = text;
            area.dispatchEvent(new Event('input', {bubbles: true}));
            return field.querySelector('.pv-person').textContent;
        })""",
        [*PERSONS, *NO_PERSONS, *own],
    )
    for text, shown in zip([*PERSONS, *NO_PERSONS, *own], told, strict=True):
        found = persons_in(text, ["Huis Jan de Vries Moslima", FORM.museum])
        assert bool(shown) == bool(found), text
        assert not found or f"{NL(found[0].name)}: “{found[0].words}”" in shown, text

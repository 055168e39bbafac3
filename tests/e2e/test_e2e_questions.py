"""A partner's link, from the editor who makes it to the mirror that moves, in a real browser."""

import datetime as dt
import json
from urllib.parse import urlparse

import pytest

from regional.partners.read import read_partners
from regional.partners.records import to_records
from regional.publishing.invitations import Invitations
from regional.questionnaire.reply import reply_text
from regional.questionnaire.response import Said, to_json
from regional.texts import texts
from regional.ui.questionnaire.own import DRAFT
from regional.web.questions import ADDRESS
from regional.workspace.records import OwnAnswer, Question
from regional.workspace.workspace import open_workspace
from tests.e2e.deployed import EDITOR, deploy, sign_in
from tests.e2e.harness import LOCAL, barriers, settle, shot, visit
from tests.e2e.recorder import Recorder

pytestmark = pytest.mark.browser
LIST = """naam;plaats;soort;bedrag;vooral_voor
Stichting De Kring;Heerlen;inhoudelijk;731905;
Atelier Züri & Zn;Kerkrade;inhoudelijk;48211;65+
Huis Jan de Vries Moslima;Kerkrade;leverancier;;
Bakkerij ’t Hœkje;Landgraaf;inhoudelijk;917;
"""
OTHERS = ["Atelier Züri & Zn", "Bakkerij ’t Hœkje", "731905", "731.905", "48211", "48.211"]
MOST_TAPS = 14


@pytest.fixture(scope="module")
def asking(tmp_path_factory, signs_in):
    """A museum's server with a list of its own, its own answers given: its address, and its workspace."""
    folder = tmp_path_factory.mktemp("asking")
    url = f"sqlite:///{folder.as_posix()}/kept.db"
    workspace = open_workspace(url)
    workspace.versions.keep(to_records(read_partners(LIST.encode(), "lijst.csv").portfolio), "lijst.csv")
    workspace.museums.save(workspace.museum().changed(name="Museum Zuid", vision="Voor iedereen"))
    for part_id, one in DRAFT.items():
        workspace.own_answers.add(OwnAnswer(question=part_id, answer=one.words, codes=one.codes))
    with deploy(folder, signs_in, url) as address:
        yield address, workspace
    workspace.close()


def phone(chromium, watch, scheme="light", **options):
    context = chromium.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme, locale="nl-NL",
                                   **options)  # fmt: skip
    watch.attach(context)
    page = context.new_page()
    page.set_default_timeout(20_000)
    return page


def link_to(workspace, name):
    (partner_id,) = [row.partner_id for row in workspace.versions.rows() if row.name == name]
    (token,) = Invitations(workspace).make([partner_id]).values()
    return f"{ADDRESS}?link={token}"


def tap(page, part_id, *labels):
    for label in labels:
        page.locator(f"#q-{part_id}").get_by_text(label, exact=True).click()
    return len(labels)


def told(page, words):
    page.locator("#pv-status").get_by_text(words).wait_for()


def make_links(page, app):
    """Make links as an editor does; return name -> link."""
    sign_in(page, f"{app}/vragen_aan_partners", EDITOR)
    page.get_by_role("button", name="Iedereen").click()
    settle(page)
    page.get_by_role("tab", name="Met een formulier").click()
    page.get_by_role("button", name="Maak een link voor 3 partners").click()
    page.get_by_text("3 links zijn klaar").wait_for()
    settle(page)
    shot(page, "links_1280")
    panel = page.get_by_role("tabpanel").filter(has=page.get_by_text("3 links zijn klaar"))
    links = [code.inner_text().strip() for code in panel.get_by_test_id("stCode").all()]
    return dict(zip(("Stichting De Kring", *OTHERS[:2]), links, strict=True))


def test_a_link_is_made_half_answered_resumed_sent_seen_kept_and_the_mirror_moves(asking, page, chromium, watch):
    app, workspace = asking
    link = make_links(page, app)["Stichting De Kring"]
    visit(page, f"{app}/spiegel?thema=age")
    before = page.get_by_test_id("stMain").inner_text()
    visitor = phone(chromium, watch)
    recorder = Recorder(visitor)
    sent = []
    visitor.on("request", lambda request: sent.append(request.post_data or ""))
    visit(visitor, link)
    assert barriers(visitor) == []
    assert visitor.evaluate("document.documentElement.scrollWidth") <= 360
    taps = tap(visitor, "work_area", "in de hele regio van het museum")
    taps += tap(visitor, "mainly_for", "mensen van 65 of ouder")
    taps += tap(visitor, "also_reaches", "vrouwen") + tap(visitor, "needs", "weten we niet")
    told(visitor, "Voor u bewaard")
    assert recorder.holds(["Stichting De Kring"])
    assert recorder.holds(OTHERS) == []
    shot(visitor, "questions_360_light")
    visitor.context.close()
    assert workspace.responses.list() == ()
    again = phone(chromium, watch, "dark")
    again.on("request", lambda request: sent.append(request.post_data or ""))
    visit(again, link)
    told(again, "U bent eerder begonnen")
    assert again.locator("#q-mainly_for input:checked").count() == 1
    taps += tap(again, "stage", "wij praten erover") + tap(again, "offers", "wij delen graag wat wij weten")
    taps += tap(again, "better", "eerder meedoen") + tap(again, "introduce", "weten we niet")
    taps += tap(again, "may_name", "past niet bij ons")
    again.get_by_role("button", name="Versturen").click()
    told(again, "Verstuurd")
    assert taps + 1 <= MOST_TAPS
    assert "eerder meedoen" in again.locator("#pv-summary").inner_text()
    assert barriers(again) == []
    shot(again, "questions_360_dark")
    again.context.close()
    assert not [words for words in OTHERS if any(words in body for body in sent)]
    visit(page, f"{app}/vragen_aan_partners")
    page.get_by_text("Er ligt 1 antwoord").first.wait_for()
    page.get_by_role("button", name="1 goed antwoord bewaren").click()
    page.get_by_text("Er ligt niets om te bekijken").wait_for()
    (kring,) = [row.cells for row in workspace.versions.rows() if row.name == "Stichting De Kring"]
    assert (kring["vooral_voor"], kring["bereikt_ook"], kring["fase"]) == ("65+", "women", "exploring")
    visit(page, f"{app}/spiegel?thema=age")
    assert page.get_by_test_id("stMain").inner_text() != before
    watch.assert_clean(page)


def test_a_pasted_reply_and_a_file_of_the_form_move_the_mirror_with_no_connection_but_to_the_own_server(
    asking, page, watch
):
    app, workspace = asking
    ids = {row.name: row.partner_id for row in workspace.versions.rows()}
    zuri, bakery = ids["Atelier Züri & Zn"], ids["Bakkerij ’t Hœkje"]
    for partner_id in (zuri, bakery):
        workspace.questions.add(Question(partner_id=partner_id, question="mainly_for", asked_on=dt.date.today()))
    page.context.route(lambda url: urlparse(url).hostname not in LOCAL, lambda route: route.abort())
    sign_in(page, f"{app}/spiegel?thema=age", EDITOR)
    before = page.get_by_test_id("stMain").inner_text()
    visit(page, f"{app}/vragen_aan_partners")
    sent = reply_text(zuri, dt.date.today(), texts("nl")).replace("[ ] jongeren", "[x] jongeren", 1)
    quoted = "".join(f"> {line}\n" for line in sent.splitlines())
    page.get_by_label("Of plak een heel antwoord").fill(
        f"Dag Sanne, zie onder.\n\nOp 26-11-2026 schreef Sanne:\n{quoted}"
    )
    page.keyboard.press("Control+Enter")
    said = to_json({"mainly_for": Said(("young",)), "also_reaches": Said(("women",))})
    file = {"app": "partnerspiegel", "kind": "answers", "format": 1, "partner": bakery, "answers": said}
    page.get_by_test_id("stFileUploader").locator("input").set_input_files(
        {"name": "antwoorden.json", "mimeType": "application/json", "buffer": json.dumps(file).encode()}
    )
    settle(page)
    page.get_by_role("button", name="Lezen", exact=True).click()
    page.get_by_role("button", name="Alle 2 goede antwoorden bewaren").click()
    page.get_by_text("Er ligt niets om te bekijken").wait_for()
    rows = {row.partner_id: row.cells for row in workspace.versions.rows()}
    assert [rows[i]["vooral_voor"] for i in (zuri, bakery)] == ["15-25", "15-25"]
    visit(page, f"{app}/spiegel?thema=age")
    assert page.get_by_test_id("stMain").inner_text() != before
    watch.assert_clean(page)


def test_it_is_filled_in_and_sent_with_the_keyboard_alone(asking, chromium, watch):
    app, workspace = asking
    page = phone(chromium, watch)
    visit(page, app + link_to(workspace, "Bakkerij ’t Hœkje"))
    done = set()
    for _ in range(150):
        page.keyboard.press("Tab")
        focus = page.evaluate("() => [document.activeElement.name || '', document.activeElement.type, "
                              "document.activeElement.id]")  # fmt: skip
        if focus[1] in ("checkbox", "radio") and focus[0] not in done:
            page.keyboard.press("Space")
            done.add(focus[0])
        if focus[2] == "pv-send":
            break
    page.keyboard.press("Enter")
    told(page, "Verstuurd")
    assert page.evaluate("document.activeElement.tagName") == "H2"
    (record,) = workspace.responses.list(state="waiting")
    assert len(record.said) == 9
    watch.assert_clean(page)
    page.context.close()


def test_a_name_of_a_person_is_asked_about_and_wiping_takes_all_away(asking, chromium, watch):
    app, workspace = asking
    page = phone(chromium, watch)
    visit(page, app + link_to(workspace, "Huis Jan de Vries Moslima"))
    page.locator("#q-needs textarea").fill("vraag mw. Jansen, 06-12345678")
    page.locator("#q-needs .pv-person").get_by_text("een telefoonnummer").wait_for()
    page.locator("#q-introduce textarea").fill("ons eigen Huis Jan de Vries Moslima")
    assert page.locator("#q-introduce .pv-person").inner_text() == ""
    page.get_by_role("button", name="Heerlen", exact=True).click()
    assert page.locator("#q-work_area textarea").input_value() == "Heerlen"
    told(page, "Voor u bewaard")
    tap(page, "mainly_for", "vrouwen", "mannen", "kinderen tot 15", "jongeren van 15 tot 25")
    told(page, "Kies er hooguit 3")
    assert page.locator("#q-mainly_for input:checked").count() == 3
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Alles wissen").click()
    told(page, "gewist")
    page.reload()
    assert page.locator("#q-needs textarea").input_value() == ""
    page.context.close()


def test_without_scripts_it_is_a_page_to_print(asking, chromium, watch):
    app, workspace = asking
    page = phone(chromium, watch, java_script_enabled=False)
    page.goto(app + link_to(workspace, "Atelier Züri & Zn"))
    assert "Druk deze pagina af" in page.locator("main").inner_text()
    page.emulate_media(media="print")
    assert page.locator("fieldset:visible").count() == 9
    assert not page.get_by_role("button", name="Heerlen").is_visible()
    page.context.close()

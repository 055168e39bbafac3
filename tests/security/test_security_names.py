"""Names and notes that are made to do something: on every page, and in every file, they are text and no more."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from contextlib import closing
from urllib.parse import urlencode

import pytest
from icalendar import Calendar
from pypdf import PdfReader

from regional.access import Mode
from regional.cbs.profile import profile
from regional.cbs.snapshot import load_snapshot
from regional.mirror.reflect import reflect
from regional.partners.read import from_records
from regional.partners.records import to_records
from regional.plan.ical import CalendarEntry, calendar
from regional.questionnaire.letter import letter, with_answers
from regional.questionnaire.questions import PARTS
from regional.questionnaire.response import Said
from regional.search.open_call import call_pdf
from regional.texts import texts
from regional.ui import storage
from regional.ui.router import MENU
from regional.workspace import Action, Conversation, Goal, Museum, Question, RegionNote, Review, Scenario
from regional.workspace.workspace import open_workspace
from tests.e2e.conftest import chromium, page, watch, window  # noqa: F401 - fixtures
from tests.e2e.harness import serve, settle, visit
from tests.ui.conftest import visit_as  # noqa: F401 - fixture
from tests.ui.test_ui_pages import opened

EVIL = """
<img src=x onerror="window.evil=1">
<script>window.evil=1</script>
<svg onload="window.evil=1">Zon</svg>
"><iframe src="http://evil.example/"></iframe>
<a href="http://evil.example">hier</a>
<style>*{display:none}</style>
[klik](http://evil.example)
![foto](http://evil.example/x.png)
[klik](javascript:window.evil=1)
http://evil.example/a
www.evil.example
kring@evil.example
<http://evil.example>
$\\frac{1}{2}$ en $$x^2$$
:material/delete: weg
:red[rood] :red-background[vlak] :streamlit:
:+1: :evil:
# Kop van evil
- streep
1. een
> citaat
```code evil```
| a | b |
*** evil
**vet evil** ~~door~~
%{customdata} %{x:.2f}
{name} {0} {{7*7}} ${7*7}
#read("/etc/passwd") #panic("evil") @ref $x$
A & B &lt;b&gt; &#60;i&#62;
evil\u202egnirts
evil\u2066\u200b\u200d
Zo \\\\ en \\* en `x`
""".strip().split("\n")
PLACES = ["Heerlen", "Kerkrade", "Urk", ""] * 8
LONG = "\n".join(EVIL)
PROVEN = ["overzicht", "onze_partners", "in_gesprek"]
"""Pages that a browser opens here; the others in tests/long."""
MADE_OF_TEXT = {
    "pictures": 'img[src*="evil"], img[src="x"]',
    "frames": "iframe[src*=evil]",
    "links": 'a[href*="evil"]:not([href^="#"]), a[href^="javascript"], a[href^="mailto"]',
    "formulas": ".katex",
    "headings": "h1:has-text('Kop van evil'), h2:has-text('Kop van evil'), h4:has-text('Kop van evil')",
    "bold": "strong:has-text('vet evil')",
    "struck through": "del",
    "code": "[data-testid=stMarkdownContainer] code:has-text('evil')",
    "colours": ".stMarkdownColoredText:has-text('rood'), .stMarkdownColoredBackground:has-text('vlak')",
    "icons": "[data-testid=stMarkdownContainer] [data-testid=stIconMaterial]:has-text('delete')",
    "quotes": "blockquote",
    "styles": "style:has-text('*{display:none}')",
    "shapes": "svg[onload]",
}  # fmt: skip


def keep_evil(url):
    """Let a workspace hold harm in everything that can be typed."""
    workspace, today = open_workspace(url), dt.date.today()
    answers = {"soort": "financier; leverancier", "vooral_voor": "0-15", "fase": "verkent", "sinds": "2001"}
    rows = [{"naam": name, "plaats": place, "bedrag": 100.0 * at, "samenstelling_bron": name} | answers
            for at, (name, place) in enumerate(zip(EVIL, PLACES, strict=True), 1)]  # fmt: skip
    found = from_records(rows)
    assert found.kept == len(EVIL), [problem.value for problem in found.errors]
    workspace.versions.keep(to_records(found.portfolio), LONG[:200])
    ids = [row.partner_id for row in workspace.versions.rows()]
    workspace.museums.add(Museum(name=EVIL[0], municipality="GM0928", vision=LONG))
    workspace.region_notes.add(RegionNote(region="CR39", text=LONG, source=EVIL[4]))
    for at, name in enumerate(EVIL):
        workspace.actions.add(Action(title=name, owner=name[:40], due=today, principle="publiek"))
        workspace.goals.add(Goal(title=name, owner=name[:40], explanation=name, now=name, wanted=name, needed=name,
                                 year=today.year + 1, due=today))  # fmt: skip
        workspace.conversations.add(Conversation(partner_id=ids[at], day=today, notes=LONG, next_step=name,
                                                 next_on=today, owner=name[:40], who_decides=name))  # fmt: skip
        workspace.questions.add(Question(partner_id=ids[at], question="where", answer=name, answered_on=today))
    mirror = json.loads(reflect(found.portfolio, profile(load_snapshot(), ("GM0928",), EVIL[1])).to_json())
    workspace.reviews.add(Review(year=today.year, day=today, summary=LONG, frozen={"mirror": mirror, "plan": {}}))
    workspace.scenarios.add(Scenario(name=EVIL[1], content={"added": [], "amounts": [], "own": []}))
    return workspace


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """The address of the workspace of a museum that everything was done to."""
    url = f"sqlite:///{tmp_path_factory.mktemp('names').as_posix()}/kept.db"
    keep_evil(url).close()
    return url


@pytest.fixture(scope="module")
def museum(kept, tmp_path_factory):
    """Its dashboard."""
    with serve(tmp_path_factory.mktemp("served"), PARTNERSPIEGEL_DB=kept) as address:
        yield address


def marked_up(node):
    """Yield all texts below a node that Streamlit reads as Markdown: bodies, labels, helps, options, cells."""
    for child in getattr(node, "children", {}).values():
        yield from marked_up(child)
    proto = getattr(node, "proto", None)
    if node.type == "table":
        yield from (str(cell) for cell in [*node.value.columns, *node.value.to_numpy().ravel()])
    if proto is None or node.type == "code":
        return
    for part in (proto, *(getattr(proto, name, None) for name in ("expandable", "popover", "tab", "dialog"))):
        for name in ("body", "label", "help", "caption", "title"):
            text = getattr(part, name, "")
            yield text if isinstance(text, str) else ""
    if node.type in ("radio", "button_group", "segmented_control", "pills"):
        yield from map(str, proto.options)


@pytest.mark.parametrize("name", [name for name, *_ in MENU])
def test_no_name_or_note_is_read_as_markdown_on_a_page(kept, name, visit_as, monkeypatch):  # noqa: F811
    visit_as(Mode.LOCAL)
    with closing(open_workspace(kept)) as workspace:
        monkeypatch.setattr(storage, "_kept", lambda: workspace)
        storage._kept_to_read.clear()
        test = opened(name, region="CR39")
        storage._kept_to_read.clear()
    assert not test.exception
    told = [text for root in test._tree.children.values() for text in marked_up(root)]
    assert len(told) > 20
    raw = [evil for evil in EVIL if set(evil) & set("*[<~$`#")]
    assert {evil: text for text in told for evil in raw if re.search(rf"(?<!\\){re.escape(evil)}", text)} == {}


def open_all(page):  # noqa: F811
    """Open what is folded, of many alike the first ones, and switch on what is drawn on request."""
    for summary in page.locator("[data-testid=stMain] summary").all()[:10]:
        summary.click()
    for toggle in page.locator("[data-testid=stMain] [data-testid=stCheckbox] label").all():
        if toggle.is_visible() and toggle.is_enabled():
            toggle.click()
            settle(page)


def typed_on(page):  # noqa: F811
    """Return what a page says, and what stands in its boxes."""
    boxes = page.locator("[data-testid=stMain] textarea, [data-testid=stMain] input")
    return page.locator("[data-testid=stMain]").inner_text() + "\n".join(boxes.evaluate_all("a => a.map(e => e.value)"))


def does_nothing(museum, page, watch, name):  # noqa: F811
    """Open a page with all that it folds away, and see that what was typed is text and no more."""
    visit(page, f"{museum}/{name}?region=CR39")
    for part in page.get_by_role("tab").all() or [None]:
        if part is not None:
            part.click()
            settle(page)
        open_all(page)
        made = {what: found for what, where in MADE_OF_TEXT.items() if (found := page.locator(where).all_inner_texts())}
        if name == "bronnen_en_uitleg":  # formulas of our own
            made.pop("formulas", None)
        assert made == {}
    assert page.evaluate("() => window.evil") is None
    assert (watch.outside, watch.errors) == ([], [])
    assert page.get_by_test_id("stException").count() == 0
    assert page.get_by_text("This app has encountered an error").count() == 0
    if name in ("onze_partners", "in_gesprek"):
        assert EVIL[0] in typed_on(page), "what was typed stands there as it was typed"


@pytest.mark.parametrize("name", PROVEN)
def test_no_name_or_note_does_anything_on_a_page(museum, page, watch, name):  # noqa: F811
    does_nothing(museum, page, watch, name)


def test_no_address_makes_a_page_say_more_than_text(museum, page):  # noqa: F811
    """Who gets somebody to click an address of ours cannot put a link or a picture on our page."""
    typed = "[klik](http://evil.example) <img src=x onerror='window.evil=1'> :red[rood]"
    for name in ("", "spiegel"):
        visit(page, f"{museum}/{name}?{urlencode(dict.fromkeys(('region', 'weight', 'kind', 'thema', 'taal'), typed))}")
        assert {what for what, where in MADE_OF_TEXT.items() if page.locator(where).count()} == set()
        assert page.evaluate("() => window.evil") is None


def test_a_calendar_has_one_event_for_each_entry_whatever_it_is_called():
    names = [
        *EVIL,
        "Bel\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTENDEE:mailto:x@evil.example",
        "x\nATTACH:http://evil.example",
    ]
    entries = [CalendarEntry(str(i), dt.date(2026, 12, 1), name, name) for i, name in enumerate(names)]
    made = calendar(entries, "Partnerspiegel", dt.datetime.now(dt.UTC))
    book = Calendar.from_ical(made)
    events = book.walk("VEVENT")
    assert len(events) == len(names)
    assert [str(event["summary"]).split() for event in events] == [name.split() for name in names]
    assert not [line for line in made.decode().split("\r\n") if line.startswith(("ATTENDEE", "ATTACH", "URL"))]


def test_an_open_call_is_typeset_as_it_was_typed():
    pdf = call_pdf("\n\n".join(["Oproep", *EVIL, "- " + EVIL[0]]), "nl")
    shown = "".join("".join(p.extract_text() for p in PdfReader(io.BytesIO(pdf)).pages).split())
    assert '#read("/etc/passwd")#panic("evil")@ref$x$' in shown
    assert "root:" not in shown
    annotated = [page_.get("/Annots") for page_ in PdfReader(io.BytesIO(pdf)).pages]
    assert not any(annotated)


def test_a_letter_is_plain_text_with_the_name_as_it_is():
    t = texts("nl")
    text = letter(EVIL[0], "", dt.date(2026, 12, 1), 24, t)
    told = with_answers(text, dict.fromkeys(PARTS, Said((), EVIL[6])), t)
    assert told.endswith(EVIL[0])
    assert EVIL[6] in told

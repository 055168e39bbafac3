"""From files that came back to a new version of the list: a thousand answers of each way and of all ways at once.

Each round is what an editor waits for on the page: a click on "Read" with an archive, and a click on "Keep all". Twice:
2,000 answers of one way (mails, sheets, files of the form), and 2,000 of all three; and besides 2,000 sent through
links. Target: at most 10 seconds each, reading and keeping together.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from streamlit.testing.v1 import AppTest  # noqa: E402

from regional.publishing.invitations import Invitations  # noqa: E402
from regional.questionnaire.questions import PARTS  # noqa: E402
from regional.questionnaire.reply import reply_text  # noqa: E402
from regional.questionnaire.response import Said, to_json  # noqa: E402
from regional.questionnaire.sheet import KEY, answer_sheet  # noqa: E402
from regional.texts import texts  # noqa: E402
from regional.ui.questionnaire.own import DRAFT  # noqa: E402
from regional.workspace.records import OwnAnswer, Question  # noqa: E402
from regional.workspace.workspace import Workspace  # noqa: E402

PARTNERS, TARGET = 2_000, 10.0
TODAY = dt.date.today()
NL = texts("nl")
GROUPS = tuple(option.code for option in PARTS["mainly_for"].options)


def answers(number: int) -> dict[str, Said]:
    """Return what the nth partner answers, each a little other than the next."""
    return {
        "work_area": Said((), "Heerlen; heel Limburg"),
        "mainly_for": Said((GROUPS[number % len(GROUPS)],), ""),
        "needs": Said((), f"Een plek om samen te zijn, {number} keer in het jaar"),
        "stage": Said(("exploring",)),
        "better": Said(("earlier",)),
    }


def mail(partner_id: str, said: dict[str, Said]) -> bytes:
    """Return a reply: numbers and words above the questions that were asked."""
    lines = [f"{1 + at}. {words}" for at, words in enumerate(("Heerlen; heel Limburg", "", said["needs"].words))]
    lines[1] = "2. " + next(NL(o.text) for o in PARTS["mainly_for"].options if o.code in said["mainly_for"].codes)
    quoted = "".join(f"> {line}\n" for line in reply_text(partner_id, TODAY, NL).splitlines())
    return ("\n".join(lines) + f"\n\nGroet\n\nOp 26-11-2026 schreef Sanne:\n{quoted}").encode()


def sheet(partner_id: str, said: dict[str, Said]) -> bytes:
    """Return a sheet as it was filled in: as it was made, with the answers written by the same library."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(answer_sheet(partner_id, "", TODAY, NL)))
    cells = {row[KEY].value: row[1] for row in book.worksheets[0].iter_rows(max_col=KEY + 1) if row[KEY].value}
    cells["needs.words"].value, cells["work_area.words"].value = said["needs"].words, "Heerlen; heel Limburg"
    cells["stage.1"].value = NL("we talk about it")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def form(partner_id: str, said: dict[str, Said]) -> bytes:
    """Return the small file of the form."""
    kept = {"app": "partnerspiegel", "kind": "answers", "format": 1, "partner": partner_id, "made": str(TODAY),
            "filled": str(TODAY), "answers": to_json(said)}  # fmt: skip
    return json.dumps(kept).encode()


WAYS: dict[str, tuple[Callable[[str, dict[str, Said]], bytes], ...]] = {
    "mails": (mail,), "sheets": (sheet,), "forms": (form,), "all three": (mail, sheet, form),
}  # fmt: skip


def page() -> tuple[AppTest, Workspace]:
    """Return the page of a museum that asked all its partners."""
    test = AppTest.from_file(ROOT / "app.py", default_timeout=120)
    test.switch_page("pages/onze_partners.py").run()
    rows = "".join(f"Stichting Nummer {n};Heerlen;inhoudelijk\n" for n in range(PARTNERS))
    test.file_uploader(key="partner_file").upload("lijst.csv", f"naam;plaats;soort\n{rows}".encode()).run()
    space = test.session_state["workspace_of_this_window"]
    space.museums.save(space.museum().changed(vision="Voor iedereen"))
    for part_id, one in DRAFT.items():
        space.own_answers.add(OwnAnswer(question=part_id, answer=one.words, codes=one.codes))
    space.questions.save_all(Question(partner_id=row.partner_id, question="needs", asked_on=TODAY)
                             for row in space.versions.rows())  # fmt: skip
    test.switch_page("pages/vragen_aan_partners.py").run()
    return test, space


@contextmanager
def timed(found: dict[str, float], what: str) -> Iterator[None]:
    """Note how long something takes."""
    begin = time.perf_counter()
    yield
    found[what] = time.perf_counter() - begin


def came_back(way: str) -> dict[str, float]:
    """Return how long reading and keeping took of 2,000 answers in an archive."""
    test, space = page()
    makers, out, found = WAYS[way], io.BytesIO(), dict[str, float]()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, row in enumerate(space.versions.rows()):
            make = makers[number % len(makers)]
            end = {mail: "txt", sheet: "xlsx", form: "json"}[make]
            archive.writestr(f"{number}.{end}", make(row.partner_id, answers(number)))
    test.file_uploader(key="answer_files").upload("alles.zip", out.getvalue()).run()
    with timed(found, "read"):
        test.button(key="read_answers").click().run()
    return _kept(test, space, found)


def sent() -> dict[str, float]:
    """Return how long 2,000 partners took to send through their links, one after the other, and keeping that."""
    test, space = page()
    links, found = Invitations(space), dict[str, float]()
    made = links.make([row.partner_id for row in space.versions.rows()])
    with timed(found, "read"):
        for number, token in enumerate(made.values()):
            links.send(token, to_json(answers(number)))
    test.run()
    return _kept(test, space, found)


def _kept(test: AppTest, space: Workspace, found: dict[str, float]) -> dict[str, float]:
    waiting = len(space.responses.list(state="waiting"))
    if waiting != PARTNERS:
        raise RuntimeError(f"{waiting} responses wait, not {PARTNERS}")
    with timed(found, "keep"):
        test.button(key="keep_all").click().run()
    kept = sum("GM0917" in row.cells.get("werkgebied", "") for row in space.versions.rows())
    if test.exception or kept != PARTNERS:
        raise RuntimeError(f"{kept} rows were kept, not {PARTNERS}")
    return found


def main() -> int:
    """Print the seconds; 1 where one took longer than the target."""
    missed = []
    rounds = {**{way: (lambda way=way: came_back(way)) for way in WAYS}, "links": sent}
    for way, measure in rounds.items():
        found = measure()
        total = sum(found.values())
        print(
            f"  {PARTNERS} by {way:10s} read {found['read']:5.1f} s, kept {found['keep']:5.1f} s, together {total:5.1f}"
        )
        missed += [way] * (total > TARGET)
    print("missed: " + ", ".join(missed) if missed else "all within the target")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())

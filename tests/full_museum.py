"""A museum with everything filled in: lists, answers, talks, agreements, a plan, own figures, something shared."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from regional.cbs.profile import profile
from regional.cbs.pull import load_figures
from regional.geo.regions import DEFAULT_SPEC, parse_region
from regional.mirror.reflect import reflect
from regional.mirror.result import Mirror
from regional.mirror.settings import Settings
from regional.partners.portfolio import Answer
from regional.partners.read import read_partners
from regional.publishing.publication import Frame, Point, publish
from regional.publishing.store import WorkspaceStore
from regional.questionnaire.response import Said, to_json
from regional.ui.questionnaire.own import DRAFT
from regional.workspace.records import (
    Action,
    Conversation,
    Goal,
    OwnAnswer,
    OwnFigureSet,
    PageBack,
    Question,
    RegionChoice,
    RegionNote,
    ResponseRecord,
    Review,
    Scenario,
    Step,
)
from regional.workspace.reimport import read_once_more
from regional.workspace.rows import PartnerRow
from regional.workspace.workspace import Workspace

SAMPLE = (Path(__file__).parents[1] / "data" / "sample" / "partners.csv").read_bytes()
VISION = "Wij willen een museum zijn van en voor iedereen die om ons heen woont."


def fill(space: Workspace, today: dt.date) -> list[PartnerRow]:
    """Fill a workspace, and return the partners of its newest list."""
    partners = read_partners(SAMPLE, "partners.csv").portfolio.partners
    for kept, why in ((partners[:50], "partners 2025.xlsx"), (partners, "partners 2026.xlsx")):
        space.versions.keep(read_once_more(kept, space.versions.rows(), why), why)
    rows = list(space.versions.rows())
    _museum(space)
    _asked(space, rows, today)
    _talks(space, rows, today)
    seen = _mirror(space)
    _plan(space, rows, today, seen)
    _shared(space, today, seen)
    return rows


def _mirror(space: Workspace) -> Mirror:
    figures = load_figures()
    region = profile(figures, parse_region(DEFAULT_SPEC, figures).codes, "Parkstad Limburg")
    return reflect(space.versions.load(), region, Settings())


def _museum(space: Workspace) -> None:
    space.museums.save(space.museum().changed(name="Museum De Ploeg", municipality="GM0928", vision=VISION))
    space.region_choices.add(RegionChoice(spec=DEFAULT_SPEC, name="Parkstad Limburg", is_default=True))
    for part_id, said in DRAFT.items():
        space.own_answers.add(OwnAnswer(question=part_id, answer=said.words, codes=said.codes))
    space.region_notes.add(
        RegionNote(region=DEFAULT_SPEC, text="Jongeren trekken weg.", source="Wijkraad", neighbourhoods=("Centrum",))
    )
    space.own_figures.save(
        OwnFigureSet(use="beside", source="Onze bezoekers", date="2025", counts={"age": {"0-15": 120, "65+": 300}})
    )


def _asked(space: Workspace, rows: list[PartnerRow], today: dt.date) -> None:
    asked = [row for row in rows if "leverancier" not in row.cells.get("soort", "")]
    month = today - dt.timedelta(days=30)
    said = (("needs", Said((), "Meer te doen voor jongeren")), ("introduce", Said((), "De buurtvereniging")))
    for at, row in enumerate(asked[:14]):
        for question, one in said:
            fact = {"state": Answer.KNOWN, "answered_on": today, "answer": one.words} if at < 6 else {}
            space.questions.add(
                Question.model_validate(
                    {"partner_id": row.partner_id, "question": question, "state": Answer.ASKED, "asked_on": month}
                    | fact
                )
            )
    for row, words in zip(asked[14:17], ("kinderen en hun ouders", "buurtbewoners", "iedereen"), strict=True):
        answers = {"mainly_for": Said((), words), "stage": Said(("exploring",))}
        space.responses.add(
            ResponseRecord(partner_id=row.partner_id, way="reply", received_on=today, said=to_json(answers))
        )
    space.page_back.save(PageBack(learnt="U werkt vooral voor ouderen.", doing="Wij zoeken jongere partners."))


def _talks(space: Workspace, rows: list[PartnerRow], today: dt.date) -> None:
    for at, row in enumerate(rows[:8]):
        space.conversations.add(
            Conversation(
                partner_id=row.partner_id, day=today - dt.timedelta(days=20 * (at + 1)), stage="exploring",
                fit="yes" if at % 2 else "partly", notes="Wij willen samen meer voor jongeren doen.",
                next_step="Voorstel lezen", next_on=today + dt.timedelta(days=7 * at), owner="directie",
            )
        )  # fmt: skip


def _plan(space: Workspace, rows: list[PartnerRow], today: dt.date, seen: Mirror) -> None:
    goal = space.goals.add(
        Goal(title="Meer partners voor jongeren", dimension="age", now="2 partners", wanted="6 partners", target=6,
             unit="partners", year=today.year + 1, owner="directie", due=today + dt.timedelta(days=90))
    )  # fmt: skip
    for at, title in enumerate(("Oproep schrijven", "Jongerenwerk bellen", "Buurthuis bezoeken", "Contract nalopen")):
        done = today - dt.timedelta(days=5) if at == 0 else None
        space.actions.add(
            Action(title=title, owner="partnerschappen", due=today + dt.timedelta(days=10 * at - 15), done_on=done,
                   goal_id=goal.id if at < 3 else None, partner_id=rows[3].partner_id if at == 3 else None)
        )  # fmt: skip
    space.steps.add(Step(step="rule:0", done_on=today))
    frozen = {"mirror": seen.model_dump(mode="json")}
    space.reviews.add(
        Review(year=today.year - 1, day=today - dt.timedelta(days=330), summary="Wij zijn begonnen.", frozen=frozen)
    )
    content = {"added": [], "amounts": [], "own": [{"naam": "Nieuwe partner", "gemeente": "GM0928", "vooral_voor": ""}]}
    space.scenarios.add(Scenario(name="Jong en dichtbij", content=content))


def _shared(space: Workspace, today: dt.date, seen: Mirror) -> None:
    frame = Frame(title="Onze partners en onze regio", period=str(today.year), explanation="Wij begonnen laat.",
                  points=(Point(text="Stem in met de doelen", purpose="decide"),), vision=VISION)  # fmt: skip
    names = [str(name) for name in space.versions.load().frame["name"]]
    made = publish(seen, frame, today - dt.timedelta(days=60), names)
    WorkspaceStore(space).freeze(made, today + dt.timedelta(days=30))

"""What was asked and answered, kept: what came back, the questions, and the list of partners itself."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from regional.partners.partner import ValueOrigin
from regional.partners.portfolio import Answer
from regional.partners.records import ANSWER_WORDS
from regional.partners.schema import Grade
from regional.questionnaire.questions import PARTS
from regional.questionnaire.response import Response, Said, from_json, to_json
from regional.questionnaire.review import Known, ResponseCase, case_of, cells_of, recognised
from regional.ui import storage
from regional.ui.view import View
from regional.workspace import records
from regional.workspace.rows import PartnerRow, answered_rows

PATIENCE = dt.timedelta(weeks=3)
AGAIN = dt.timedelta(days=730)
"""The same organisation is asked at most once in this time."""
TOLD_ONLY = (ResponseCase.ERASED, ResponseCase.FOREIGN, ResponseCase.REPEATED, ResponseCase.EMPTY)
"""What is told when it comes in, and does not wait: there is nothing to decide."""
Chosen = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Waiting:
    """One response that waits: its record, what was said, and what kind it is."""

    record: records.ResponseRecord
    response: Response
    case: ResponseCase


def months_kept() -> int:
    """Return how long answers are kept, in months."""
    from regional.workspace.retention import KINDS

    return storage.workspace().retention()["questions"] if storage.has_workspace() else KINDS["questions"].months


def own_answers() -> dict[str, Said]:
    """Return the museum's own answers, part -> what it said."""
    if not storage.has_workspace():
        return {}
    kept = storage.workspace().own_answers.list()
    return {one.question: Said(one.codes, one.answer) for one in kept if one.codes or one.answer}


def keep_own(part_id: str, said: Said) -> None:
    """Keep the museum's own answer to one part."""
    storage.keep_one(storage.workspace().own_answers, {"question": part_id}, answer=said.words, codes=said.codes)


def is_ready() -> bool:
    """Tell whether the museum answered its own questions and wrote down its vision: only then it asks others."""
    if not storage.has_workspace() or not storage.workspace().museum().vision:
        return False
    ours = own_answers()
    return all(part_id in ours for part_id in PARTS if part_id != "may_name")


def region_codes(view: View) -> tuple[str, ...]:
    """Return the codes that "in our whole region" stands for in the list."""
    spec = view.region.spec
    return (spec,) if re.fullmatch(r"NL|(?:PV|CR)\d{2}", spec) else tuple(view.region.codes)


def askable(view: View) -> dict[str, str]:
    """Return name -> id of who may be asked: active organisations, no mere suppliers; content partners first."""
    ids = storage.row_ids(view.portfolio)
    return view.once("askable", lambda: _askable(view, ids), ids)


def _askable(view: View, ids: Sequence[str]) -> dict[str, str]:
    frame = view.portfolio.frame
    kinds = dict(zip(ids, frame["kinds"], strict=True))
    active = dict(zip(ids, frame["status"] == "active", strict=True))
    found = {
        name: partner_id
        for name, partner_id in view.partner_ids.items()
        if active[partner_id] and tuple(kinds[partner_id]) != ("supplier",)
    }
    return dict(sorted(found.items(), key=lambda item: "content" not in kinds[item[1]]))


def known(view: View) -> dict[str, Known]:
    """Return partner id -> what we have of it, of all partners on screen that are organisations."""
    noted: Mapping[str, Known] = {}
    if storage.has_workspace():
        noted = storage.workspace().database.memory.recall(("questions",), "noted", _noted)
    return {i: replace(noted[i], name=name) if i in noted else Known(name) for name, i in view.partner_ids.items()}


def _noted() -> dict[str, Known]:
    """Return partner id -> what was noted of it, without its name."""
    asked, answered = dict[str, dt.date](), dict[str, dt.date]()
    said: dict[str, dict[str, Said]] = {}
    for q in storage.workspace().questions.list():
        mine = said.setdefault(q.partner_id, {})
        if q.asked_on:
            asked[q.partner_id] = max(q.asked_on, asked.get(q.partner_id, q.asked_on))
        if q.answered_on:
            answered[q.partner_id] = max(q.answered_on, answered.get(q.partner_id, q.answered_on))
            mine[q.question] = Said(q.codes, q.answer)
    return {i: Known("", asked.get(i), answered.get(i), mine) for i, mine in said.items()}


def receive(view: View, responses: Iterable[Response], today: dt.date) -> list[tuple[Response, ResponseCase]]:
    """Let responses wait to be looked at; return each with what kind it is. Nothing of it counts yet."""
    space, everyone = storage.workspace(), known(view)
    found = [recognised(response, everyone) for response in responses]
    erased = space.erased([response.partner_id for response in found])
    waiting = {(one.record.partner_id, _key(one.response)) for one in waiting_for(view)}
    told, new = list[tuple[Response, ResponseCase]](), list[records.ResponseRecord]()
    for response in found:
        case = case_of(response, everyone, erased)
        key = (response.partner_id, _key(response))
        case = ResponseCase.REPEATED if case not in TOLD_ONLY and key in waiting else case
        told.append((response, case))
        if case not in TOLD_ONLY:
            waiting.add(key)
            new.append(_record(response, today))
    space.responses.save_all(new)
    return told


def is_of_nobody(view: View, response: Response) -> bool:
    """Tell whether a response is of no partner that we know, nor of one that was erased."""
    found = response.partner_id
    return not found or (found not in known(view) and not storage.workspace().erased([found]))


def _key(response: Response) -> str:
    return str(sorted(to_json(response.said).items()))


def _record(response: Response, today: dt.date) -> records.ResponseRecord:
    unread: dict[str, list[str]] = {}
    for one in response.unread:
        unread.setdefault(one.part, []).append(one.value)
    return records.ResponseRecord(
        partner_id=response.partner_id, way=response.way, received_on=today, made_on=response.made_on,
        given_on=response.given_on, said=to_json(response.said), unread=dict(unread),
    )  # fmt: skip


def waiting_for(view: View) -> list[Waiting]:
    """Return what waits to be looked at, the oldest first, of partners on screen."""
    if not storage.has_workspace():
        return []
    everyone = known(view)
    return [
        _waiting(record, everyone)
        for record in storage.workspace().responses.list(state="waiting")
        if record.partner_id in everyone
    ]


def _waiting(record: records.ResponseRecord, everyone: Mapping[str, Known]) -> Waiting:
    said, _ = from_json(record.said, (*PARTS, "learn"))
    response = Response(record.partner_id, said, record.way, everyone[record.partner_id].name, record.made_on,
                        record.given_on)  # fmt: skip
    return Waiting(record, response, case_of(response, everyone, ()))


def keep(view: View, waiting: Sequence[Waiting], chosen: Mapping[str, Chosen], today: dt.date) -> None:
    """Keep what was looked at: in the list (one new version), with the questions, and as looked at.

    Parameters
    ----------
    chosen : id of the record -> part -> ids that the museum mapped own words to.
    """
    region, space = region_codes(view), storage.workspace()
    cells: dict[str, dict[str, str]] = {}
    before = {(q.partner_id, q.question): q for q in space.questions.list()}
    changed: dict[tuple[str, str], records.Question] = {}
    for one in waiting:
        partner_id = one.record.partner_id
        given = cells_of(one.response.said, region, chosen.get(one.record.id))
        cells.setdefault(partner_id, {}).update(
            {column: cell or ANSWER_WORDS[state] for column, (cell, state) in given.items()}
        )
        if one.record.is_wiped:
            _take_back(partner_id, before, changed, cells[partner_id])
        for part_id, said in one.response.said.items():
            key = (partner_id, part_id)
            question = changed.get(key) or before.get(key)
            day = one.response.given_on or one.record.received_on
            answer = {"state": said.state, "answer": said.words, "codes": said.codes}
            if question is None:
                new = {"partner_id": partner_id, "question": part_id, "answered_on": day, **answer}
                changed[key] = records.Question.model_validate(new)
            else:
                changed[key] = question.changed(answered_on=max(day, question.asked_on or day), **answer)
    why = view.t("Answers of partners")
    days = {one.record.partner_id: one.response.given_on or one.record.received_on for one in waiting}
    into_list(cells, why, {i: ValueOrigin(grade=Grade.ASKED, source=why, on=day) for i, day in days.items()})
    space.questions.save_all(changed.values())
    space.responses.save_all(one.record.changed(state="kept", unread={}) for one in waiting)
    gone = {one.record.partner_id for one in waiting if one.record.is_wiped}
    taken = {one.record.id for one in waiting}
    space.responses.save_all(
        record.changed(said={}, unread={})
        for record in space.responses.list(state="kept")
        if record.partner_id in gone and record.id not in taken and record.said
    )


def _take_back(
    partner_id: str,
    before: Mapping[tuple[str, str], records.Question],
    changed: dict[tuple[str, str], records.Question],
    cells: dict[str, str],
) -> None:
    """Empty what a partner gave earlier and took back."""
    for key, question in before.items():
        if key[0] == partner_id and question.answered_on:
            changed[key] = question.changed(state=Answer.RATHER_NOT, answer="", codes=())
            if key[1] in PARTS and PARTS[key[1]].column:
                cells[PARTS[key[1]].column] = ANSWER_WORDS[Answer.RATHER_NOT]


def wishes(view: View) -> tuple[dict[str, int], int]:
    """Return how often each answer to what can be better was chosen by active partners, and by how many in all."""
    active = set(askable(view).values())
    said = [one.said["better"] for i, one in known(view).items() if i in active and "better" in one.said]
    given = [one for one in said if one.state is Answer.KNOWN]
    return dict(Counter(code for one in given for code in one.codes)), len(given)


def set_aside(waiting: Sequence[Waiting]) -> None:
    """Note of responses that they were looked at, and keep nothing of what they said."""
    storage.workspace().responses.save_all(one.record.changed(state="set_aside", said={}, unread={}) for one in waiting)


def wait_again(waiting: Sequence[Waiting]) -> None:
    """Let responses that were set aside wait as they did."""
    repository = storage.workspace().responses
    for one in waiting:
        now = repository.find(one.record.id)
        repository.add(one.record) if now is None else repository.save(one.record.take_over(now))


def sent(view: View, partner_ids: Sequence[str], parts: Sequence[str], day: dt.date) -> None:
    """Note that these questions were put to these partners; what is known stays known."""
    rows = {row.partner_id: row for row in _rows()}
    before = {(q.partner_id, q.question): q for q in storage.workspace().questions.list()}
    cells, questions = dict[str, dict[str, str]](), list[records.Question]()
    for partner_id in partner_ids:
        has = rows[partner_id].cells if partner_id in rows else {}
        open_ = [PARTS[i].column for i in parts if PARTS[i].column and not has.get(PARTS[i].column)]
        cells[partner_id] = dict.fromkeys(open_, ANSWER_WORDS[Answer.ASKED])
        for part_id in parts:
            question = before.get((partner_id, part_id)) or records.Question(partner_id=partner_id, question=part_id)
            state = question.state if question.state is Answer.KNOWN else Answer.ASKED
            questions.append(question.changed(asked_on=day, answered_on=None, reminded_on=None, state=state))
    into_list(cells, view.t("Letter sent"))
    storage.workspace().questions.save_all(questions)


def _rows() -> tuple[PartnerRow, ...]:
    return storage.workspace().versions.rows() if storage.newest() is not None else ()


def into_list(
    cells: Mapping[str, Mapping[str, str]], why: str, origins: Mapping[str, ValueOrigin] | None = None
) -> None:
    """Write cells into the newest version, by partner; ``origins``: where they come from. The example stays so."""
    version = storage.newest()
    if version is None or not any(cells.values()):
        return
    versions = storage.workspace().versions
    versions.keep(answered_rows(versions.rows(version.number), cells, origins or {}), why, based_on=version.number)


def in_list(view: View, partner_ids: Collection[str]) -> dict[str, dict[str, str]]:
    """Return partner id -> part -> what the list of partners says now, in words."""
    from regional.partners.records import cells_of as written

    if storage.newest() is None or not partner_ids:
        return {}
    partners = zip(storage.row_ids(view.portfolio), view.portfolio.partners, strict=True)
    cells = {i: written(partner, readable=True) for i, partner in partners if i in partner_ids}
    return {i: {part_id: record[one.column] for part_id, one in PARTS.items() if one.column and one.column in record}
            for i, record in cells.items()}  # fmt: skip


def states(view: View) -> dict[str, dict[str, Answer]]:
    """Return name -> part -> how far, of who may be asked."""
    noted = {}
    if storage.has_workspace():
        noted = {(q.partner_id, q.question): q.state for q in storage.workspace().questions.list()}
    table = view.portfolio.states.assign(id=storage.row_ids(view.portfolio)).set_index("id")
    return {
        name: {
            part_id: Answer(str(table.at[i, part_id])) if one.column else noted.get((i, part_id), Answer.NOT_ASKED)
            for part_id, one in PARTS.items()
        }
        for name, i in askable(view).items()
    }


def to_remind(view: View, today: dt.date) -> dict[str, str]:
    """Return partner id -> name of those asked more than three weeks ago without an answer."""
    if not storage.has_workspace():
        return {}
    asked = [q for q in storage.workspace().questions.list() if q.asked_on and not q.answered_on]
    late = {q.partner_id for q in asked if (q.reminded_on or q.asked_on or today) < today - PATIENCE}
    answered = {q.partner_id for q in storage.workspace().questions.list() if q.answered_on}
    waiting = {record.partner_id for record in storage.workspace().responses.list(state="waiting")}
    return {i: one.name for i, one in known(view).items() if i in late - answered - waiting}


def reminded(partner_ids: Sequence[str], day: dt.date) -> None:
    """Note that these partners were reminded."""
    questions = storage.workspace().questions
    late = [q for q in questions.list() if q.partner_id in partner_ids and q.asked_on and not q.answered_on]
    questions.save_all(question.changed(reminded_on=day) for question in late)


def letter(language: str) -> str:
    """Return the letter as the museum edited it in this language, "" where it did not."""
    if not storage.has_workspace():
        return ""
    return next((one.text for one in storage.workspace().letters.list(language=language)), "")

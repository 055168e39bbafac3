"""The steps of the plan. The five principles are those of the Code Diversiteit & Inclusie (codedi.nl, 2019), put in
this app's own words; so are all the steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from regional.plan.facts import Facts, KnownOf
from regional.texts import N_, Message


class Stand(StrEnum):
    """How far a step is by the data."""

    DONE = "done"
    BEGUN = "begun"
    NOT_YET = "not_yet"


@dataclass(frozen=True)
class Progress:
    """How far a step is, and the figure that says so."""

    stand: Stand
    why: Message


Measure = Callable[[Facts], Progress]


@dataclass(frozen=True)
class PlanStep:
    """One step: a stable id (kept with ticks and evidence), what is to be done, where, how far."""

    id: str
    text: str
    page: str
    measure: Measure


@dataclass(frozen=True)
class Principle:
    """One principle with its steps."""

    id: str
    text: str
    steps: tuple[PlanStep, ...]


MOSTLY = 0.8
"""KnownOf of the partners from which a step about all of them is done."""


def share_of(part: Callable[[Facts], KnownOf], one: str, many: str) -> Measure:
    """Return a measure of a step that is about every partner whom it is put to: done from 80 %."""

    def measure(facts: Facts) -> Progress:
        n, whole = part(facts)
        why = Message.counted(one, many, whole, known=n)
        if whole and n >= MOSTLY * whole:
            return Progress(Stand.DONE, why)
        return Progress(Stand.BEGUN if n else Stand.NOT_YET, why)

    return measure


def count_of(part: Callable[[Facts], int], one: str, many: str, enough: int = 1) -> Measure:
    """Return a measure of a step that is done once ``enough`` of something are there."""

    def measure(facts: Facts) -> Progress:
        n = part(facts)
        stand = Stand.DONE if n >= enough else Stand.BEGUN if n else Stand.NOT_YET
        return Progress(stand, Message.counted(one, many, n))

    return measure


def _own_list(facts: Facts) -> Progress:
    if facts.fictitious:
        return Progress(Stand.NOT_YET, Message.of("What is on screen is the example."))
    return Progress(
        Stand.DONE if facts.partners else Stand.NOT_YET,
        Message.counted("{n} active partner is in the list.", "{n} active partners are in the list.", facts.partners),
    )


def _vision(facts: Facts) -> Progress:
    if facts.kept.vision:
        return Progress(Stand.DONE, Message.of("Our own vision is written down."))
    return Progress(Stand.NOT_YET, Message.of("Our own vision is not written down yet."))


def _owners(facts: Facts) -> Progress:
    kept = facts.kept
    why = Message.counted("{owned} of {n} goal has an owner.", "{owned} of {n} goals have an owner.", kept.goals,
                          owned=kept.goals_owned)  # fmt: skip
    if kept.goals and kept.goals_owned == kept.goals:
        return Progress(Stand.DONE, why)
    return Progress(Stand.BEGUN if kept.goals else Stand.NOT_YET, why)


def _actions(facts: Facts) -> Progress:
    kept = facts.kept
    if not kept.actions:
        return Progress(Stand.NOT_YET, Message.of("No actions are agreed yet."))
    why = Message.counted("{done} of {n} action is done, {late} is late.",
                          "{done} of {n} actions are done, {late} are late.", kept.actions,
                          done=kept.actions_done, late=kept.actions_late)  # fmt: skip
    return Progress(Stand.BEGUN if kept.actions_late or kept.actions_done < kept.actions else Stand.DONE, why)


def _review(facts: Facts) -> Progress:
    if not facts.kept.last_review:
        return Progress(Stand.NOT_YET, Message.of("No year has been reviewed yet."))
    why = Message.of("The last review is of {year}.", year=str(facts.kept.last_review))
    recent = facts.kept.last_review >= facts.today.year - 1
    return Progress(Stand.DONE if recent else Stand.BEGUN, why)


PRINCIPLES: tuple[Principle, ...] = (
    Principle("know", N_("We know where we stand"), (
        PlanStep("list", N_("Read in our own list of partners"), "onze_partners", _own_list),
        PlanStep("places", N_("Know where our partners are"), "onze_partners", share_of(
            lambda f: f.placed, N_("We know the place of {known} of {n} partner."),
            N_("We know the place of {known} of {n} partners."))),
        PlanStep("kinds", N_("Confirm what kind of partner each is"), "onze_partners", share_of(
            lambda f: f.kinds_confirmed, N_("The kind of {known} of {n} partner is confirmed."),
            N_("The kind of {known} of {n} partners is confirmed."))),
        PlanStep("reach", N_("Know whom our partners reach"), "vragen_aan_partners", share_of(
            lambda f: f.reach_known, N_("We know of {known} of {n} partner for whom it mainly works."),
            N_("We know of {known} of {n} partners for whom they mainly work."))),
        PlanStep("needs", N_("Write down what is going on in the region"), "onze_regio", count_of(
            lambda f: f.kept.needs, N_("{n} need or challenge is written down."),
            N_("{n} needs or challenges are written down."))),
    )),
    Principle("vision", N_("Diversity and inclusion are part of our vision and of how we work"), (
        PlanStep("vision", N_("Write down our own vision, to show to partners"), "in_gesprek", _vision),
        PlanStep("found", N_("Know how we find our partners"), "onze_bubbel", share_of(
            lambda f: f.found_known, N_("We know of {known} of {n} partner how it was found."),
            N_("We know of {known} of {n} partners how they were found."))),
        PlanStep("goals", N_("Set goals for what we miss"), "plan_van_aanpak", count_of(
            lambda f: f.kept.goals, N_("{n} goal is set."), N_("{n} goals are set."))),
    )),
    Principle("support", N_("We do it together, inside the museum and with our partners"), (
        PlanStep("ask", N_("Ask our partners six questions"), "vragen_aan_partners", share_of(
            lambda f: f.asked, N_("{known} of {n} partner has been asked."),
            N_("{known} of {n} partners have been asked."))),
        PlanStep("talk", N_("Talk with partners"), "in_gesprek", count_of(
            lambda f: f.kept.talks, N_("{n} conversation in the last twelve months."),
            N_("{n} conversations in the last twelve months."), enough=5)),
        PlanStep("owners", N_("Give each goal an owner"), "plan_van_aanpak", _owners),
    )),
    Principle("follow", N_("We keep track and evaluate"), (
        PlanStep("stages", N_("Know where partners stand, from themselves"), "in_gesprek", share_of(
            lambda f: f.stage_known, N_("Of {known} of {n} partner we know the stage."),
            N_("Of {known} of {n} partners we know the stage."))),
        PlanStep("actions", N_("Do what we agreed"), "plan_van_aanpak", _actions),
        PlanStep("review", N_("Look back on the year"), "plan_van_aanpak", _review),
    )),
    Principle("account", N_("We account for it"), (
        PlanStep("share", N_("Share the mirror with the board"), "delen", count_of(
            lambda f: f.kept.publications, N_("{n} mirror has been shared."), N_("{n} mirrors have been shared."))),
    )),
)  # fmt: skip


def step(step_id: str) -> PlanStep:
    """Return one step; KeyError where there is none."""
    for principle in PRINCIPLES:
        for found in principle.steps:
            if found.id == step_id:
                return found
    raise KeyError(step_id)

"""The awareness session: 90 minutes with a few people and two printed pages, which nobody needs to lead.

Guess, look, hear what is known, and agree on one thing ("Het belang van diverse partnerschappen", Sanders 2023).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from regional.bubble.lineup import IN_ROW, line_up
from regional.charts.lineup import letter, small_pictures
from regional.dimensions import category_label, dimension
from regional.sentences.bubble import standing_out
from regional.sentences.findings import finding_sentence, findings, next_step
from regional.sentences.lineup import lineup_answer
from regional.sentences.words import dimension_name
from regional.texts import N_
from regional.typesetting import typeset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regional.bubble.bubble import Bubble
    from regional.cbs.figures import RegionProfile
    from regional.mirror.result import DimensionResult, Mirror
    from regional.sentences.findings import Finding
    from regional.texts import Texts

TEMPLATE = Path(__file__).with_name("session.typ")
MINUTES = 90
GUESSED = "age"
"""The theme of which the region is guessed."""
INTERNAL = N_("For our own museum: not for the board, and not to be passed on.")


@dataclass(frozen=True)
class SessionStep:
    """One step: how long, what it is, what is read aloud or done; ``write`` are lines to write on."""

    minutes: int
    title: str
    lines: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    table: list[list[str]] = field(default_factory=list)
    pictures: list[dict[str, str]] = field(default_factory=list)
    write: list[str] = field(default_factory=list)


def session_pdf(
    seen: Bubble,
    mirror: Mirror,
    region: RegionProfile,
    home: str,
    played: DimensionResult | None,
    t: Texts,
    *,
    museum: str = "",
    made: dt.date,
) -> bytes:
    """Return the session as a PDF of two pages, tagged (PDF/UA-1); no partner is named in it.

    Parameters
    ----------
    mirror : by number of partners, of which ``seen`` is the bubble.
    home : name of the municipality that the museum stands in.
    played : the theme of the line-up; None where there is none to play.
    """
    before = [_welcome(t), _guess(region, home, t), *([_look(played, mirror, t)] if played else [])]
    after = [_answers(seen, mirror, region, home, played, t), _talk(seen, mirror, t), _agree(mirror, t)]
    spent = sum(step.minutes for step in [*before, *after])
    after[1] = SessionStep(**{**asdict(after[1]), "minutes": after[1].minutes + MINUTES - spent})
    return typeset(
        TEMPLATE,
        {
            "title": t("Do we choose within our own bubble? A session of {n} minutes", n=t.number(MINUTES)),
            "language": t.language, "museum": museum, "internal": t(INTERNAL), "made": t.date(made), "in_row": IN_ROW,
            "intro": [
                t("With four to eight people, also from outside your own team. Nobody leads: one reads aloud, another "
                  "keeps the time. Print these pages for everybody. Turn over only at step {n}.",
                  n=t.number(len(before) + 1)),
            ],
            "before": _numbered(before, 1, t), "after": _numbered(after, len(before) + 1, t),
        },
    )  # fmt: skip


def _numbered(steps: Sequence[SessionStep], first: int, t: Texts) -> list[dict[str, object]]:
    return [
        asdict(step) | {"heading": t("{number}. {title} ({n} minutes)", number=t.number(at), title=step.title,
                                     n=t.number(step.minutes))}
        for at, step in enumerate(steps, first)
    ]  # fmt: skip


def _welcome(t: Texts) -> SessionStep:
    return SessionStep(10, t("Read this aloud"), [
        t("It is easy to choose partners whom we know already. Everybody does, and it is nobody's fault. Today we look "
          "at how it is with us. Nobody gets a mark, and it is never a reason to stop with a partner."),
        t("Then let everybody say in one sentence whom they hope to see in our museum."),
    ])  # fmt: skip


def _guess(region: RegionProfile, home: str, t: Texts) -> SessionStep:
    groups = [_label(group, t) for group in _guessed(region)]
    return SessionStep(
        15, t("Guess"),
        [t("Of every 100 inhabitants, how many are in each group? Guess together, then look.")],
        table=[[t(dimension(GUESSED).label), t("Our guess")], *([group, ""] for group in groups)],
        write=[t("Of every 10 partners, so many sit in {place}:", place=home)],
    )  # fmt: skip


def _look(played: DimensionResult, mirror: Mirror, t: Texts) -> SessionStep:
    found = line_up(played, mirror.settings.seed)
    names = [t("Picture {letter}", letter=letter(at)) for at in range(len(found.pictures))]
    return SessionStep(
        15, t("Do you recognise our museum?"),
        [
            t("{theme}: one of these pictures is our museum, with {n} partners. The others are drawn blindly: just as "
              "many partners, divided as the region is. Each dot is one partner. Let everybody point at one, and say "
              "why.", theme=dimension_name(played, t), n=t.number(found.n)),
        ],
        pictures=[{"svg": svg, "alt": name} for svg, name in zip(small_pictures(found, played, t), names, strict=True)],
    )  # fmt: skip


def _answers(
    seen: Bubble, mirror: Mirror, region: RegionProfile, home: str, played: DimensionResult | None, t: Texts
) -> SessionStep:
    shares, items = region.compositions[GUESSED].shares, []
    if seen.near.located:
        here = next((group.count for group in seen.near.result.groups if group.id == "home"), 0.0)
        n = seen.near.located
        items.append(t("{here} of our {n} partners sit in {place}: that is {tenth} of every 10.", here=t.number(here),
                       n=t.number(n), place=home, tenth=t.number(10 * here / n)))  # fmt: skip
    if played:
        found = line_up(played, mirror.settings.seed)
        saw, group = lineup_answer(found, found.ours, played, t)
        items += [t("Our museum is picture {letter}.", letter=letter(found.ours)) + " " + group,
                  t("Who saw it: {said}", said=saw),
                  t("Who did not see it: {said}", said=lineup_answer(found, None, played, t)[0])]  # fmt: skip
    rows = [[_label(group, t), "", t.percent(shares[group])] for group in _guessed(region)]
    return SessionStep(
        15, t("Now turn over: this is how it is"), [t("Where were we furthest off? What does that say about us?")],
        items, [[t(dimension(GUESSED).label), t("Our guess"), t("The region")], *rows],
    )  # fmt: skip


def _talk(seen: Bubble, mirror: Mirror, t: Texts) -> SessionStep:
    found = [finding_sentence(finding, mirror, t) for finding in _told(mirror)]
    said = [f"{line.rstrip('.')}." for line in standing_out(seen, t)]
    return SessionStep(20, t("What stands out, and how do we choose?"), [
        t("Read this aloud. Then let everybody name one partner: how did we find each other, and whom could we have "
          "asked as well?"),
    ], [*found, *said])  # fmt: skip


def _agree(mirror: Mirror, t: Texts) -> SessionStep:
    steps = [next_step(finding, mirror, t) for finding in _told(mirror)]
    asked = (t("What will be done"), t("Who does it (role)"), t("On or before"))
    return SessionStep(
        15, t("Agree on one thing"),
        [t("One is enough, small enough to do within three months. Put it in the action plan today.")],
        [t("For example: {step}", step=step) for step in steps if step],
        write=[f"{words}:" for words in asked] + [t("How can one tell?")],
    )  # fmt: skip


def _told(mirror: Mirror) -> list[Finding]:
    """Return what stands out between partners and region; what is still to be asked is for the desk."""
    return [finding for finding in findings(mirror) if finding.kind != "ask"]


def _guessed(region: RegionProfile) -> list[str]:
    return [group for group, count in region.compositions[GUESSED].counts.items() if count > 0]


def _label(group: str, t: Texts) -> str:
    return t(category_label(GUESSED, group))

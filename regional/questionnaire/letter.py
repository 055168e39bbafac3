"""The letter "Six questions about our cooperation": respectful, voluntary, our own answers first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import quote

from regional.questionnaire.questions import PARTS
from regional.questionnaire.response import Said, worded
from regional.texts import N_

if TYPE_CHECKING:
    from regional.texts import Texts

TITLE = N_("Six questions about our cooperation")
GREETING = N_("Dear partner,")
OURS = N_("[our own answers]")
"""What stands in the letter where the museum's own answers come: they are always those of now."""


def letter(museum: str, vision: str, before: dt.date, kept_months: int, t: Texts) -> str:
    """Return the letter as plain text, to edit and to send by the museum's own mail.

    Parameters
    ----------
    museum : the museum's name, "" where not filled in.
    before : the day by which an answer would be welcome.
    kept_months : how long answers are kept.
    """
    return "\n\n".join(
        [
            t(TITLE),
            t(GREETING),
            t(
                "We want to be there for everybody in our region. So we look at ourselves first: with whom do we "
                "work, and whom do we miss? We would like to look at that together with you."
            ),
            *([vision] if vision else []),
            t("We begin with our own answers:"),
            t(OURS),
            t(
                "We would like to ask you the same six questions. It takes about two minutes, and it is about your "
                "organisation, not about persons."
            ),
            t(
                "Answering is voluntary and has no consequences for our cooperation. “We do not know” and “we would "
                "rather not say” are good answers. Please name no persons."
            ),
            _promise(kept_months, t),
            t(
                "We would be glad to have your answer before {date}. If you would rather talk: please do, we are "
                "happy to come by.", date=t.date(before),
            ),
            t("Kind regards,"),
            museum or t("(name of the museum)"),
        ]
    )  # fmt: skip


def with_answers(text: str, ours: Mapping[str, Said], t: Texts) -> str:
    """Return a letter with the museum's own answers of now: in their place, or at the end where that was taken out.

    Without numbers: those are of the questions below it, and of what a partner answers.
    """
    lines = [f"{t(PARTS[i].text)}\n   {worded(i, said, t)}" for i, said in ours.items() if i in PARTS]
    answers = "\n".join(lines)
    if t(OURS) in text:
        return text.replace(t(OURS), answers)
    return f"{text}\n\n{t('We begin with our own answers:')}\n\n{answers}" if answers else text


def with_link(text: str, link: str, t: Texts) -> str:
    """Return a letter with the partner's own link below it."""
    return f"{text}\n\n{t('You answer the questions here:')}\n{link}"


def page_back_text(museum: str, learnt: str, doing: str, t: Texts) -> str:
    """Return what a museum learnt from the answers and will do, as mail text for all who answered."""
    parts = [
        t(GREETING),
        t("You answered our six questions. Thank you. This is what came of it."),
        *([f"{t('What we learnt')}\n{learnt}"] if learnt else []),
        *([f"{t('What we will do')}\n{doing}"] if doing else []),
        t("Kind regards,"),
        museum or t("(name of the museum)"),
    ]
    return "\n\n".join(parts)


def mail_address(subject: str, body: str) -> str:
    """Return what opens a new mail in the reader's own program; nobody is addressed and nothing is sent by us."""
    return f"mailto:?subject={quote(subject)}&body={quote(body)}"


def _promise(kept_months: int, t: Texts) -> str:
    kept = t.plural("{n} month", "{n} months", kept_months)
    return t(
        "Your answers are seen by those who work on this at our museum. The board sees totals only, never your "
        "answers. You may always see, change or erase what we keep about you, object to it, and complain to the Dutch "
        "Data Protection Authority. We keep it for {kept} at most. Our basis is our legitimate interest in working "
        "well with you, or our public task where we are a public museum.",
        kept=kept,
    )
